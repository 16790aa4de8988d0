#pragma once
// One panel alone in a window. Any complaint of ImGui or of the mirror fails the test.

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include <doctest/doctest.h>

#include "tests/web/app/work.hpp"
#include "web/panels/view.hpp"
#include "web/platform/null/null_platform.hpp"
#include "web/ui/ui.hpp"

namespace dealwright::web {

struct Window {
  NullPlatform platform{400, 3000};
  ui::Ui ui{platform};
  std::function<void()> panel;

  explicit Window(std::function<void()> draws) : panel(std::move(draws)) { frames(3); }

  void frames(int count) {
    for (int at = 0; at < count; ++at) {
      platform.frame([&] {
        ui.begin_frame(platform.take_events().mirror);
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
        ImGui::Begin("panel", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBringToFrontOnFocus);
        panel();
        ImGui::End();
        ui.end_frame();
      });
    }
    for (const std::string& complaint : platform.complaints) FAIL_CHECK(complaint);
    for (const std::string& forgotten : ui.mirror().forgotten()) FAIL_CHECK(forgotten);
    platform.complaints.clear();
  }
  bool says(std::string_view words) const {
    return std::any_of(platform.mirror.begin(), platform.mirror.end(), [&](const MirrorItem& item) {
      return item.name.find(words) != std::string::npos || item.value.find(words) != std::string::npos;
    });
  }
  const MirrorItem& item(Role role, std::string_view name) const {
    const MirrorItem* const found = platform.find(role, name);
    REQUIRE_MESSAGE(found != nullptr, std::string(name));
    return *found;
  }
  void press(Role role, std::string_view name) {
    platform.activate(item(role, name));
    frames(3);
  }
};

}  // namespace dealwright::web
