#pragma once
// The platform of the browser.

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <imgui.h>

#include "web/platform/context.hpp"
#include "web/platform/frames.hpp"
#include "web/platform/platform.hpp"
#include "web/platform/scroll.hpp"
#include "web/platform/touch.hpp"

namespace dealwright::web::page {

enum class PointerKind : int { mouse, pen, touch };
enum class PointerPhase : int { move, down, up, cancel };

// One for the whole page; owns the ImGui context. What the page's script reports comes by the functions below
// "from the page".
class PagePlatform final : public Platform {
 public:
  PagePlatform();
  PagePlatform(const PagePlatform&) = delete;
  PagePlatform& operator=(const PagePlatform&) = delete;

  // Makes the graphics device; false where there is none.
  bool open();
  // Draws the frames from here on, between ImGui::NewFrame() and ImGui::Render().
  void run(std::function<void()> draw);

  double now() const override;
  Date today() const override;
  const Preferences& preferences() const override { return preferences_; }
  void wake() override;
  void wake_at(double seconds) override;
  Events take_events() override { return std::exchange(events_, {}); }
  std::string_view resource(std::string_view name) const override;
  bool draw_glyph(char32_t letter, float size, bool bold, SystemGlyph& glyph) override;
  void copy_text(std::string_view text) override;
  void save(std::string_view name, std::string_view bytes) override;
  void pick_files(std::string_view accept, bool multiple) override;
  void store(std::string_view key, std::string_view bytes) override;
  void erase(std::string_view key) override;
  void load_all() override;
  std::string address() const override;
  void set_address(std::string_view fragment, bool replace) override;
  void set_title(std::string_view title) override;
  void show(std::span<const MirrorItem> items) override;
  void announce(std::string_view text, bool urgent) override;
  void take_shortcuts(std::span<const int> chords) override { shortcuts_.assign(chords.begin(), chords.end()); }
  void take_update() override;

  // From the page. Each that returns bool says whether the browser is to leave the event alone.
  void frame();
  // Draws what was asked for without waiting: browsers let a page copy, choose files and call the keyboard up only
  // while they handle what the person does.
  void frame_at_once();
  void resized(float width, float height, float density);
  void set_preferences(const Preferences& preferences);
  // `time`: when it happened, in seconds of now(); it may be told later than that.
  void pointer(PointerKind kind, PointerPhase phase, float x, float y, unsigned buttons, double time);
  void pointer_left();
  void wheel(float x, float y, WheelUnit unit, bool shift);
  bool key(std::string_view key, std::string_view code, bool down, unsigned modifiers);
  void text(std::string_view typed);
  // Presses and releases a key that the page knows by an editing command only.
  void press(ImGuiKeyChord chord);
  void focused(bool focused);
  // Carries out Copy or Cut; gives the text to put on the clipboard.
  const std::string& copy(bool cut);
  void paste(std::string_view text);
  void device(bool present);
  // An event is in, and a frame takes it.
  Events& events();

 private:
  void take(const Touch::Outcome& outcome);
  void click(ImGuiMouseButton button, float x, float y);
  void modifiers(unsigned bits);
  void schedule();
  void step();
  bool claims(ImGuiKey key, unsigned modifiers) const;

  ImGuiContext* context_ = nullptr;
  std::function<void()> draw_;
  Frames frames_;
  Events events_;
  Preferences preferences_;
  ActiveText text_;
  Touch touch_;
  Scroller scroller_;
  std::vector<int> shortcuts_;
  std::vector<std::pair<std::string, ImGuiKey>> held_;  // by code, as they went down
  std::vector<MirrorItem> mirror_;
  std::string clipboard_;
  std::string copied_;
  std::string title_;
  mutable std::map<std::string, std::string, std::less<>> resources_;
  double last_frame_ = 0;
  float width_ = 1, height_ = 1, density_ = 1;
  bool device_ = false;
  bool drawing_ = false;
  double painted_ = 0;  // frames that reached the screen
  bool copying_ = false;
  bool pointer_held_ = false;
  int cursor_ = -2;
};

}  // namespace dealwright::web::page
