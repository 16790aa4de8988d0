#pragma once
// Collects what a frame shows for the page's accessible twin, and hands widgets what was done to them there.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>
#include <imgui_internal.h>

#include "web/platform/mirror.hpp"
#include "web/platform/platform.hpp"

namespace dealwright::web::ui {

// Attached to one ImGui context; every widget states itself here as it draws. ImGui's item hooks tell which items stand
// in the frame, so that one which nobody stated is found.
class Mirror {
 public:
  // Attaches to the current context, and leaves it at the end.
  Mirror();
  ~Mirror();
  Mirror(const Mirror&) = delete;
  Mirror& operator=(const Mirror&) = delete;

  // What the page reports, before any widget draws.
  void begin_frame(std::vector<MirrorEvent> events);
  // The frame's items in the order in which they were stated; valid until the next frame.
  std::span<const MirrorItem> end_frame();

  // States an item at a place of the canvas, in the group that is open. What lies behind a modal dialog is not shown
  // and goes into an item that nobody sees.
  MirrorItem& add(ImGuiID id, Role role, std::string_view name, const ImRect& place);
  // The same for what has no id of ImGui's: one is made from the window and the order of the calls in it.
  MirrorItem& add(Role role, std::string_view name, const ImRect& place);
  // The item stated last.
  MirrorItem& last() { return *last_; }

  // Items stated until the end belong to this group.
  void begin_group(ImGuiID id) { groups_.push_back(id); }
  void end_group() { groups_.pop_back(); }
  // Names the innermost open group after something in it.
  void name_group(std::string_view name);

  // What was done to the item in the page, each told once; nothing for what is disabled or behind a dialog.
  bool pressed(ImGuiID id);
  bool focus_wanted(ImGuiID id);
  std::optional<std::string> changed(ImGuiID id);
  // An event of the page waits for some widget.
  bool has_events() const { return !events_.empty(); }

  // Interactive items of the last frame that no widget stated, in words: a fault of the app that a test fails on.
  const std::vector<std::string>& forgotten() const { return forgotten_; }

  // What ImGui's hooks report.
  void item_added(ImGuiID id, const ImRect& place, const ImGuiLastItemData* item);
  void item_named(ImGuiID id, const char* label);

 private:
  struct Seen {
    ImGuiID id;
    ImRect place;
  };
  std::optional<MirrorEvent> take(ImGuiID id, MirrorAction action);

  ImGuiContext* context_;
  std::vector<MirrorItem> items_;
  MirrorItem unseen_;
  MirrorItem* last_ = &unseen_;
  std::vector<ImGuiID> groups_;
  std::vector<MirrorEvent> events_;
  std::vector<Seen> seen_;
  std::vector<std::pair<ImGuiID, std::string>> names_;
  std::vector<std::string> forgotten_;
  ImGuiStorage stated_;   // ids of this frame
  ImGuiStorage counted_;  // items without an id, by the seed of their window
};

}  // namespace dealwright::web::ui
