#pragma once
// What every widget reaches for: theme, fonts, mirror, what is remembered between frames. One stands over each ImGui
// context; panels call widgets, which find it by the current context.

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>

#include "web/platform/platform.hpp"
#include "web/ui/mirror.hpp"
#include "web/ui/theme.hpp"

namespace dealwright::web::ui {

struct ToastAction {
  std::string label;
  std::function<void()> run;
};

class Toasts;

class Ui {
 public:
  // Attaches to the current ImGui context: fonts, style, mirror.
  explicit Ui(Platform& platform, const Look& look = {});
  ~Ui();
  Ui(const Ui&) = delete;
  Ui& operator=(const Ui&) = delete;

  // First thing of a frame: the mirror's part of Platform::take_events().
  void begin_frame(std::vector<MirrorEvent> events);
  // Last thing before ImGui::Render(): draws toasts and tells the platform what the frame shows.
  void end_frame();

  const Theme& theme() const { return theme_; }
  // Takes effect with the next widget.
  void set_look(const Look& look);

  Mirror& mirror() { return mirror_; }
  Platform& platform() { return platform_; }
  ImFont* font(Type type) const;

  // A line of news at the lower edge, read out too. Stays for `seconds`, longer while the pointer is on it.
  void toast(std::string_view text, Tone tone = Tone::neutral, ToastAction action = {}, double seconds = 6);

  // What widgets keep for a field while it is edited: the text as typed and why it is none of the field's values.
  struct Draft {
    ImGuiID id = 0;
    std::string text;
    std::string problem;
    std::string shown;  // the value's text when the draft began: another one means somebody else set it
    bool editing = false;
    int last_frame = 0;
  };
  // The height of the highest card of a level, as the frame before had it.
  float level_height(ImGuiID level) const;
  void raise_level(ImGuiID level, float height);

  Draft& draft(ImGuiID id);
  // Null where the field has none.
  const Draft* find_draft(ImGuiID id) const;
  void drop_draft(ImGuiID id);

  // Where space() was last called, and so which distance stands there already.
  struct LastSpace {
    ImGuiID window = 0;
    int frame = -1;
    float y = 0;
  };
  LastSpace last_space;

 private:
  void apply_style();

  Platform& platform_;
  Theme theme_;
  Mirror mirror_;
  ImFont* regular_ = nullptr;
  ImFont* semibold_ = nullptr;
  struct Level {
    ImGuiID id;
    int frame;
    float now, before;
  };
  std::vector<Level> levels_;
  std::vector<Draft> drafts_;
  std::unique_ptr<Toasts> toasts_;
};

// Of the current ImGui context.
Ui& current();
inline const Theme& theme() {
  return current().theme();
}
inline const Colours& colours() {
  return current().theme().colours;
}
inline Mirror& mirror() {
  return current().mirror();
}

// Text drawn while it lives has this size and weight.
class WithType {
 public:
  explicit WithType(Type type);
  ~WithType();
  WithType(const WithType&) = delete;
  WithType& operator=(const WithType&) = delete;
};

}  // namespace dealwright::web::ui
