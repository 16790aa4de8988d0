#include "web/ui/widgets/layout.hpp"

#include <algorithm>
#include <string>

#include "web/ui/widgets/item.hpp"

namespace dealwright::web::ui {

void space(float pixels) {
  ImGuiWindow* const window = ImGui::GetCurrentWindow();
  if (window->SkipItems) return;
  // The distance alone, without the one that stands between all items; that one is gone where one distance follows
  // another.
  Ui::LastSpace& last = current().last_space;
  const bool follows = last.window == window->ID && last.frame == ImGui::GetFrameCount() &&
                       !(last.y < window->DC.CursorPos.y) && !(last.y > window->DC.CursorPos.y);
  window->DC.CursorPos.y += pixels - (follows ? 0 : ImGui::GetStyle().ItemSpacing.y);
  ImGui::Dummy({0, 0});
  window->DC.CursorPos.y -= ImGui::GetStyle().ItemSpacing.y;
  last = {window->ID, ImGui::GetFrameCount(), window->DC.CursorPos.y};
}

void beside(float gap) {
  ImGui::SameLine(0, gap < 0 ? theme().space.small : gap);
}

void at_right(float width) {
  ImGui::SameLine();
  const float free = room() - width;
  if (free > 0) ImGui::SetCursorPosX(ImGui::GetCursorPosX() + free);
}

void rule() {
  if (is_skipped()) return;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = room();
  ImGui::Dummy({width, 1});
  fill({at, {at.x + width, at.y + 1}}, colours().border);
}

Columns::Columns(std::string_view id, std::initializer_list<float> weights, float least, float gap) {
  open(id, {weights.begin(), weights.size()}, least, gap);
}

Columns::Columns(std::string_view id, int count, float least, float gap) {
  const std::vector<float> weights(static_cast<std::size_t>(count), 1.0F);
  open(id, weights, least, gap);
}

void Columns::open(std::string_view id, std::span<const float> weights, float least, float gap) {
  if (is_skipped()) return;
  const float between = gap < 0 ? theme().space.large : gap;
  const int count = static_cast<int>(weights.size());
  const auto fits = [&](int columns) {
    float sum = 0, narrowest = FLT_MAX;
    for (const float weight : weights.first(static_cast<std::size_t>(columns))) {
      sum += weight;
      narrowest = std::min(narrowest, weight);
    }
    return (room() - between * static_cast<float>(columns - 1)) * narrowest / sum >= least;
  };
  columns_ = count;
  while (columns_ > 1 && !fits(columns_)) --columns_;
  // No fuller rows than it takes: six of which five fit are two rows of three.
  const int rows = (count + columns_ - 1) / columns_;
  columns_ = (count + rows - 1) / rows;
  side_by_side_ = columns_ == count;
  ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, ImVec2(between / 2, 0));
  const std::string name(id);
  open_ = ImGui::BeginTable(
      name.c_str(), columns_,
      ImGuiTableFlags_SizingStretchProp | ImGuiTableFlags_NoPadOuterX | ImGuiTableFlags_NoSavedSettings);
  ImGui::PopStyleVar();
  if (!open_) return;
  for (int i = 0; i < columns_; ++i) {
    ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthStretch | ImGuiTableColumnFlags_NoClip,
                            weights[static_cast<std::size_t>(i)]);
  }
}

void Columns::next() {
  if (!open_) return;
  ImGui::TableNextColumn();
  // The same in every column, whatever stood last in the one before: what is side by side stays level.
  if (!side_by_side_ && begun_ >= columns_) ImGui::Dummy({0, theme().space.large - ImGui::GetStyle().ItemSpacing.y});
  ++begun_;
}

Columns::~Columns() {
  if (open_) ImGui::EndTable();
}

Region::Region(std::string_view name, const RegionOptions& options) {
  const Theme& t = theme();
  const std::string id(name);
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float padding = options.padding < 0 ? 0 : options.padding;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(padding, padding));
  ImGui::PushStyleColor(ImGuiCol_ChildBg, options.ground);
  ImGuiChildFlags flags = ImGuiChildFlags_NavFlattened | ImGuiChildFlags_AlwaysUseWindowPadding;
  if (options.automatic_height) flags |= ImGuiChildFlags_AutoResizeY;
  ImGuiWindowFlags window_flags = ImGuiWindowFlags_NoSavedSettings;
  if (options.fixed) window_flags |= ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;
  ImGui::BeginChild(id.c_str(), {options.width, options.height}, flags, window_flags);
  ImGui::PopStyleColor();
  ImGui::PopStyleVar();
  const ImVec2 size = ImGui::GetWindowSize();
  const ImRect box(corner, {corner.x + size.x, corner.y + size.y});
  const ImGuiID region = ImGui::GetID("region");
  mirror().add(region, Role::region, name, box);
  mirror().begin_group(region);
  if (options.border_right) line({box.Max.x - 0.5F, box.Min.y}, {box.Max.x - 0.5F, box.Max.y}, t.colours.border);
  if (options.border_left) line({box.Min.x + 0.5F, box.Min.y}, {box.Min.x + 0.5F, box.Max.y}, t.colours.border);
}

Region::~Region() {
  mirror().end_group();
  ImGui::EndChild();
}

Toolbar::Toolbar(std::string_view name) : id_(id_of(std::string(name) + "##toolbar")) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  mirror().add(id_, Role::group, name, {at, {at.x + room(), at.y + theme().control_height}});
  mirror().begin_group(id_);
  ImGui::BeginGroup();
}

Toolbar::~Toolbar() {
  ImGui::EndGroup();
  mirror().end_group();
}

}  // namespace dealwright::web::ui
