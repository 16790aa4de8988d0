#include "web/ui/mirror.hpp"

#include <algorithm>

namespace dealwright::web::ui {

namespace {

// Behind a dialog nothing is shown: neither eye nor key reaches it there.
bool behind_a_dialog() {
  ImGuiWindow* const modal = ImGui::GetTopMostAndVisiblePopupModal();
  return modal && !ImGui::IsWindowWithinBeginStackOf(ImGui::GetCurrentWindowRead(), modal);
}

bool is_disabled() {
  return (GImGui->CurrentItemFlags & ImGuiItemFlags_Disabled) != 0;
}

// Windows and their children are items of ImGui's too, but nobody operates them.
bool is_window(const ImGuiContext& context, ImGuiID id) {
  return std::any_of(context.Windows.begin(), context.Windows.end(), [id](const ImGuiWindow* window) {
    return window->ID == id || window->ChildId == id || window->MoveId == id;
  });
}

}  // namespace

Mirror::Mirror() : context_(ImGui::GetCurrentContext()) {
  context_->TestEngine = this;
  context_->TestEngineHookItems = true;
}

Mirror::~Mirror() {
  context_->TestEngine = nullptr;
  context_->TestEngineHookItems = false;
}

void Mirror::begin_frame(std::vector<MirrorEvent> events) {
  items_.clear();
  groups_.clear();
  seen_.clear();
  names_.clear();
  stated_.Data.resize(0);
  counted_.Data.resize(0);
  last_ = &unseen_;
  events_ = std::move(events);
}

std::span<const MirrorItem> Mirror::end_frame() {
  forgotten_.clear();
  for (const Seen& seen : seen_) {
    if (stated_.GetInt(seen.id, 0) != 0 || is_window(*context_, seen.id)) continue;
    stated_.SetInt(seen.id, 1);
    const auto named =
        std::find_if(names_.begin(), names_.end(), [&](const auto& name) { return name.first == seen.id; });
    forgotten_.push_back((named == names_.end() ? std::string("an item without a label") : named->second) + " at " +
                         std::to_string(static_cast<int>(seen.place.Min.x)) + ", " +
                         std::to_string(static_cast<int>(seen.place.Min.y)));
  }
  events_.clear();
  return items_;
}

void Mirror::name_group(std::string_view name) {
  const auto group = std::find_if(items_.rbegin(), items_.rend(),
                                  [this](const MirrorItem& item) { return item.id == groups_.back(); });
  if (group != items_.rend()) group->name = name;
}

MirrorItem& Mirror::add(ImGuiID id, Role role, std::string_view name, const ImRect& place) {
  stated_.SetInt(id, 1);
  if (behind_a_dialog()) {
    unseen_ = {};
    last_ = &unseen_;
    return unseen_;
  }
  MirrorItem& item = items_.emplace_back();
  item.id = id;
  item.parent = groups_.empty() ? 0 : groups_.back();
  item.role = role;
  item.name = name;
  item.disabled = is_disabled();
  item.focused = !item.disabled && (context_->ActiveId == id || (context_->NavId == id && context_->ActiveId == 0 &&
                                                                 context_->NavWindow == context_->CurrentWindow));
  item.x = place.Min.x;
  item.y = place.Min.y;
  item.width = place.GetWidth();
  item.height = place.GetHeight();
  last_ = &item;
  return item;
}

MirrorItem& Mirror::add(Role role, std::string_view name, const ImRect& place) {
  const ImGuiID seed = ImGui::GetCurrentWindowRead()->IDStack.back();
  int* const count = counted_.GetIntRef(seed, 0);
  ++*count;
  return add(ImHashData(count, sizeof *count, seed ^ 0x5EED), role, name, place);
}

std::optional<MirrorEvent> Mirror::take(ImGuiID id, MirrorAction action) {
  if (events_.empty() || is_disabled() || behind_a_dialog()) return std::nullopt;
  const auto found = std::find_if(events_.begin(), events_.end(),
                                  [&](const MirrorEvent& event) { return event.id == id && event.action == action; });
  if (found == events_.end()) return std::nullopt;
  std::optional<MirrorEvent> event(std::move(*found));
  events_.erase(found);
  return event;
}

bool Mirror::pressed(ImGuiID id) {
  return take(id, MirrorAction::press).has_value();
}

bool Mirror::focus_wanted(ImGuiID id) {
  return take(id, MirrorAction::focus).has_value();
}

std::optional<std::string> Mirror::changed(ImGuiID id) {
  auto event = take(id, MirrorAction::change);
  if (!event) return std::nullopt;
  return std::move(event->value);
}

void Mirror::item_added(ImGuiID id, const ImRect& place, const ImGuiLastItemData* item) {
  // Without item data: windows, and the scrollbars that ImGui handles itself.
  if (!item) return;
  ImGuiWindow* const window = context_->CurrentWindow;
  if (window->Hidden || window->SkipItems || !place.Overlaps(window->ClipRect)) return;
  // Scrollbars are ImGui's own; the page scrolls by focus.
  if (id == ImGui::GetWindowScrollbarID(window, ImGuiAxis_X) || id == ImGui::GetWindowScrollbarID(window, ImGuiAxis_Y))
    return;
  seen_.push_back({id, place});
}

void Mirror::item_named(ImGuiID id, const char* label) {
  if (label) names_.emplace_back(id, label);
}

}  // namespace dealwright::web::ui

// What ImGui calls for every item of a context whose TestEngineHookItems is set.

using dealwright::web::ui::Mirror;

void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect& place,
                                 const ImGuiLastItemData* item) {
  if (auto* const mirror = static_cast<Mirror*>(context->TestEngine)) mirror->item_added(id, place, item);
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext* context, ImGuiID id, const char* label, ImGuiItemStatusFlags) {
  if (auto* const mirror = static_cast<Mirror*>(context->TestEngine)) mirror->item_named(id, label);
}

void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) {
  return nullptr;
}
