#pragma once
// The platform of the tests: nothing around it, everything recorded, frames by hand.

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <imgui.h>

#include "web/platform/frames.hpp"
#include "web/platform/platform.hpp"

namespace dealwright::web {

// Owns an ImGui context, current from its construction to its end. Time passes only by frames, at 60 a second, and by
// pass().
class NullPlatform final : public Platform {
 public:
  struct Saved {
    std::string name, bytes;
  };
  struct Announced {
    std::string text;
    bool urgent = false;
  };
  struct Pick {
    std::string accept;
    bool multiple = false;
  };

  explicit NullPlatform(float width = 1280, float height = 800, float density = 1);
  ~NullPlatform() override;
  NullPlatform(const NullPlatform&) = delete;
  NullPlatform& operator=(const NullPlatform&) = delete;

  // What tests set.
  Events incoming;  // handed over by the next take_events()
  Preferences wishes;
  Date day = *Date::from(2026, 6, 1);
  std::map<std::string, std::string, std::less<>> resources;
  std::map<std::string, std::string, std::less<>> records;  // what the browser keeps
  std::string storage_problem;                              // set: storage refuses, saying so
  std::string clipboard;
  std::string fragment;

  // What the app asked for.
  std::vector<std::string> copied;
  std::vector<Saved> saved;
  std::vector<Announced> announced;
  std::vector<Pick> picks;
  std::u32string drawn;            // letters that the system was asked for
  std::vector<MirrorItem> mirror;  // of the last frame
  std::vector<int> shortcuts;
  std::string title;
  int updates_taken = 0;
  // ImGui's own complaints, and ids that two items of one frame share; a test fails where there is one.
  std::vector<std::string> complaints;

  void resize(float width, float height, float density);
  void pass(double seconds) { time_ += seconds; }

  // Draws one frame, whether or not one is wanted.
  void frame(const std::function<void()>& draw);
  // Draws frames as a page would, until none is wanted, at most `most`; gives how many. Alarms within `patience`
  // seconds are waited for.
  int settle(const std::function<void()>& draw, int most = 100, double patience = 1);
  const Frames& frames() const { return frames_; }

  // Input for the frames to come.
  void move_pointer(float x, float y);
  void press_pointer(bool down, ImGuiMouseButton button = ImGuiMouseButton_Left);
  void wheel(float x, float y);
  void press_key(ImGuiKeyChord chord, bool down);
  void type(std::string_view text);

  // The item of the last frame with this role and name; null where there is none.
  const MirrorItem* find(Role role, std::string_view name) const;
  // As somebody would by a screen reader.
  void activate(const MirrorItem& item, MirrorAction action = MirrorAction::press, std::string value = {});

  double now() const override { return time_; }
  Date today() const override { return day; }
  const Preferences& preferences() const override { return wishes; }
  void wake() override { frames_.wake(); }
  void wake_at(double seconds) override { frames_.wake_at(seconds); }
  Events take_events() override { return std::exchange(incoming, {}); }
  std::string_view resource(std::string_view name) const override;
  bool draw_glyph(char32_t letter, float size, bool bold, SystemGlyph& glyph) override;
  void copy_text(std::string_view text) override;
  void save(std::string_view name, std::string_view bytes) override;
  void pick_files(std::string_view accept, bool multiple) override;
  void store(std::string_view key, std::string_view bytes) override;
  void erase(std::string_view key) override;
  void load_all() override;
  std::string address() const override { return fragment; }
  void set_address(std::string_view text, bool replace) override;
  void set_title(std::string_view text) override { title = text; }
  void show(std::span<const MirrorItem> items) override;
  void announce(std::string_view text, bool urgent) override;
  void take_shortcuts(std::span<const int> chords) override { shortcuts.assign(chords.begin(), chords.end()); }
  void take_update() override { ++updates_taken; }

  // Addresses left behind by set_address() without `replace`, oldest first.
  std::vector<std::string> history;

 private:
  ImGuiContext* context_ = nullptr;
  Frames frames_;
  double time_ = 0;
};

}  // namespace dealwright::web
