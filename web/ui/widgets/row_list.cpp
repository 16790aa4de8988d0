#include "web/ui/widgets/row_list.hpp"

#include <algorithm>
#include <array>

#include "web/ui/widgets/text.hpp"

namespace dealwright::web::ui {

namespace {

constexpr std::array keys{ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_Home, ImGuiKey_End,
                          ImGuiKey_PageUp,  ImGuiKey_PageDown,  ImGuiKey_Space};

class RowList {
 public:
  RowList(std::string_view name, const RowListOptions& options, int count, int& selected,
          FunctionRef<bool(int)> is_head)
      : options_(options), count_(count), selected_(selected), is_head_(is_head) {
    const std::string id(name);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::BeginChild(id.c_str(), {0, options.height}, ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar();
    window_ = ImGui::GetCurrentWindow();
    events_.id = ImGui::GetID("rows");
    const ImVec2 size = ImGui::GetWindowSize();
    mirror().add(events_.id, Role::listbox, name, {corner, {corner.x + size.x, corner.y + size.y}});
    mirror().begin_group(events_.id);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  }

  RowListEvents draw(FunctionRef<RowWords(int, const ImRect&)> paint) {
    if (ImGui::IsWindowAppearing() && options_.first >= 0) show(options_.first);
    take_keys();
    const float top = ImGui::GetCursorScreenPos().y;
    ImGuiListClipper clipper;
    clipper.Begin(count_, options_.row_height);
    if (selected_ >= 0 && selected_ < count_) clipper.IncludeItemByIndex(selected_);
    while (clipper.Step()) {
      for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) row(i, paint);
    }
    if (options_.over) (*options_.over)(top);
    ImGui::GetStateStorage()->SetInt(events_.id, selected_);
    events_.focused = events_.focused || focuses_;
    ImGui::PopStyleVar();
    mirror().end_group();
    ImGui::EndChild();
    return events_;
  }

 private:
  ImGuiID id_of_row(int at) const { return ImHashData(&at, sizeof at, events_.id); }

  // The nearest row that is no head from a place on, in that direction and then in the other.
  int row_near(int at, int step) const {
    for (const int direction : {step, -step}) {
      for (int i = std::clamp(at, 0, count_ - 1); i >= 0 && i < count_; i += direction)
        if (!is_head_(i)) return i;
    }
    return -1;
  }

  void take_keys() {
    const ImGuiContext& g = *GImGui;
    const int before = ImGui::GetStateStorage()->GetInt(events_.id, -1);
    events_.focused = g.NavWindow == window_ && before >= 0 && g.NavId == id_of_row(before) && g.ActiveId == 0;
    focuses_ = options_.focus || (events_.focused && before != selected_);
    jumps_ = options_.focus;
    scrolls_ = focuses_;
    if (!events_.focused || count_ == 0) return;
    for (const ImGuiKey key : keys) ImGui::SetKeyOwner(key, events_.id);
    const auto pressed = [&](ImGuiKey key) { return ImGui::IsKeyPressed(key, ImGuiInputFlags_Repeat, events_.id); };
    const int page = std::max(1, static_cast<int>(options_.height / options_.row_height) - 1);
    int to = selected_;
    if (pressed(ImGuiKey_UpArrow)) to = row_near(selected_ - 1, -1);
    if (pressed(ImGuiKey_DownArrow)) to = row_near(selected_ + 1, 1);
    if (pressed(ImGuiKey_PageUp)) to = row_near(selected_ - page, -1);
    if (pressed(ImGuiKey_PageDown)) to = row_near(selected_ + page, 1);
    if (pressed(ImGuiKey_Home)) to = row_near(0, 1);
    if (pressed(ImGuiKey_End)) to = row_near(count_ - 1, -1);
    if (to == selected_) return;
    select(to);
    focuses_ = scrolls_ = true;
    jumps_ = false;
  }

  void select(int to) {
    events_.changed |= to != selected_;
    selected_ = to;
  }

  void row(int at, FunctionRef<RowWords(int, const ImRect&)> paint) {
    const Theme& t = theme();
    if (is_head_(at)) {
      const ImVec2 corner = ImGui::GetCursorScreenPos();
      const ImRect box(corner, {corner.x + room(), corner.y + options_.row_height});
      ImGui::Dummy(box.GetSize());
      const RowWords words = paint(at, box);
      mirror().add(Role::text, words.name, box).value = words.value;
      return;
    }
    const ImGuiID id = id_of_row(at);
    // Tab comes to the selected row and goes on from there.
    ImGui::PushItemFlag(ImGuiItemFlags_NoTabStop, at != selected_);
    const Item item = press_item(id, {room(), options_.row_height});
    ImGui::PopItemFlag();
    if (item.pressed) {
      events_.pressed = at;
      select(at);
    } else if (!focuses_ && GImGui->NavId == id && GImGui->NavWindow == window_) {
      select(at);  // the focus came here from without
    }
    if (at == selected_ && focuses_) {
      ImGui::FocusWindow(window_);
      ImGui::SetFocusID(id, window_);
      ImGui::SetNavCursorVisible(true);
    }
    if (at == selected_ && scrolls_) show(at);
    if (at == selected_ || item.hovered)
      fill(item.box, at == selected_ ? t.colours.selected : t.colours.hover, t.field_radius);
    const RowWords words = paint(at, item.box);
    line({item.box.Min.x, item.box.Max.y - 0.5F}, {item.box.Max.x, item.box.Max.y - 0.5F}, t.colours.border);
    MirrorItem& stated = mirror().add(id, Role::option, words.name, item.box);
    stated.value = words.value;
    stated.selected = at == selected_;
    tooltip(words.tip);
    ImRect ring = item.box;
    ring.Expand(-t.focus_width - 1);
    focus_ring(id, ring, t.field_radius);
  }

  void show(int at) const {
    const float top = options_.row_height * static_cast<float>(at);
    const float seen = window_->InnerRect.GetHeight();
    const bool is_above = top<window_->Scroll.y, is_below = top + options_.row_height> window_->Scroll.y + seen;
    if (jumps_ && (is_above || is_below)) {
      // What comes next is what one wants to see of it.
      ImGui::SetScrollY(std::max(0.0F, top - seen / 4));
    } else if (is_above) {
      ImGui::SetScrollY(std::max(0.0F, top - options_.row_height));
    } else if (is_below) {
      ImGui::SetScrollY(top + options_.row_height - seen);
    }
    current().platform().wake();
  }

  const RowListOptions& options_;
  int count_;
  int& selected_;
  FunctionRef<bool(int)> is_head_;
  ImGuiWindow* window_ = nullptr;
  RowListEvents events_;
  bool focuses_ = false;
  bool scrolls_ = false;
  bool jumps_ = true;  // from anywhere, not from the row beside it
};

}  // namespace

RowListEvents row_list(std::string_view name, const RowListOptions& options, int count, int& selected,
                       FunctionRef<bool(int)> is_head, FunctionRef<RowWords(int, const ImRect&)> paint) {
  if (is_skipped()) return {};
  return RowList(name, options, count, selected, is_head).draw(paint);
}

}  // namespace dealwright::web::ui
