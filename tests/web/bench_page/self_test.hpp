#pragma once
// A screen that shows what the platform delivers: fields, a long list, and every event in words. It stands at the
// address #platform.

#include <string>
#include <vector>

#include "web/platform/platform.hpp"

namespace dealwright::web {

class SelfTest {
 public:
  static constexpr std::string_view address = "platform";

  explicit SelfTest(Platform& platform) : platform_(platform) {}

  // One frame, between ImGui::NewFrame() and ImGui::Render(). Tells the mirror what it drew.
  void frame();

 private:
  void take(Events events);
  void note(std::string line);
  void fields();
  void actions();
  void list();
  MirrorItem& item(Role role, std::string name, std::string value = {});
  bool activated(const MirrorItem& item);
  void text_line(const char* name, const std::string& value);

  Platform& platform_;
  std::string line_ = "typed here";
  std::string text_;
  std::string whole_ = "0";
  int presses_ = 0;
  int secondary_ = 0;
  int shortcuts_ = 0;
  bool checked_ = false;
  float scroll_ = 0;
  std::vector<std::string> notes_;  // newest last
  std::vector<MirrorItem> items_;
  std::vector<MirrorEvent> activations_;
};

}  // namespace dealwright::web
