#pragma once
// The app on the null platform as the tests of panels drive it. Any complaint of ImGui or of the mirror fails the test.

#include <algorithm>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "tests/web/app/work.hpp"
#include "web/panels/app_window.hpp"
#include "web/platform/null/null_platform.hpp"

namespace dealwright::web {

inline constexpr const char* deal_id = "case-1-fjordline-dedicated";

// The app over the shipped programme.
struct Screen {
  NullPlatform platform;
  App app;

  explicit Screen(const std::string& bundle = tests::shipped_bundle(), float width = 1280, float height = 800)
      : platform(width, height), app(prepared(platform, bundle)) {
    frames(3);
  }

  static Platform& prepared(NullPlatform& platform, const std::string& bundle) {
    platform.resources["programme.json"] = bundle;
    return platform;
  }

  void frames(int count) {
    for (int i = 0; i < count; ++i) platform.frame([&] { app.frame(); });
    for (const auto& complaint : platform.complaints) FAIL_CHECK(complaint);
    platform.complaints.clear();
  }
  void go(const std::string& address) {
    platform.incoming.address = address;
    frames(3);
  }
  const MirrorItem& item(Role role, std::string_view name) {
    const auto* found = platform.find(role, name);
    REQUIRE_MESSAGE(found != nullptr, std::string(name));
    return *found;
  }
  bool says(std::string_view words) const {
    return std::any_of(platform.mirror.begin(), platform.mirror.end(), [&](const MirrorItem& item) {
      return item.name.find(words) != std::string::npos || item.value.find(words) != std::string::npos;
    });
  }
  void press(Role role, std::string_view name) {
    platform.activate(item(role, name));
    frames(3);
  }
};

}  // namespace dealwright::web
