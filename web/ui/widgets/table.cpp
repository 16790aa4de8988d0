#include "web/ui/widgets/table.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/item.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web::ui {

namespace {

float small_scale() {
  return theme().size_of(Type::caption) / theme().size_of(Type::body);
}

}  // namespace

Table::Table(std::string_view name, std::span<const Column> columns, const TableOptions& options)
    : columns_(columns), options_(options), name_(name) {
  if (is_skipped()) return;
  const Theme& t = theme();
  ImGuiTableFlags flags = ImGuiTableFlags_NoSavedSettings | ImGuiTableFlags_PadOuterX;
  flags |= options.wide ? ImGuiTableFlags_SizingFixedFit | ImGuiTableFlags_ScrollX : ImGuiTableFlags_SizingStretchProp;
  if (options.height > 0 || options.wide) flags |= ImGuiTableFlags_ScrollY;
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float width = room();
  keys_ = id_of(name_) + 1;
  float padding = t.look.density == Density::compact ? t.space.small : t.space.medium;
  longest_.assign(columns.size(), 0);
  // What gives way, in this order: the distance between columns, words, the size of all figures alike.
  const struct {
    float padding, words, scale;
  } tries[] = {{padding, 112, 1}, {t.space.small, 72, 1}, {t.space.small, 72, small_scale()}};
  for (const auto& one : tries) {
    if (options.wide || !fits_figures(width, one.padding, one.words, one.scale)) continue;
    fits_ = true;
    padding = one.padding;
    scale_ = one.scale;
    break;
  }
  std::vector<float> widths;
  for (int i = 0; i < static_cast<int>(columns.size()); ++i)
    widths.push_back(is_fitted(i) ? std::ceil(scale_ * kept_width(i)) : columns[static_cast<std::size_t>(i)].width);
  ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, ImVec2(padding, 0));
  open_ = ImGui::BeginTable(name_.c_str(), static_cast<int>(columns.size()), flags, {0, options.height});
  ImGui::PopStyleVar();
  if (!open_) return;
  // The outer columns begin where the title of a card does.
  ImGui::GetCurrentTable()->OuterPaddingX = t.card_padding - 1;
  id_ = ImGui::GetID("table");
  mirror().add(id_, Role::table, name, {corner, {corner.x + width, corner.y + std::max(options.height, t.row_height)}});
  mirror().begin_group(id_);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Column& column = columns[i];
    const bool fixed = widths[i] > 0 || options.wide;
    ImGui::TableSetupColumn("", fixed ? ImGuiTableColumnFlags_WidthFixed : ImGuiTableColumnFlags_WidthStretch,
                            fixed ? widths[i] : column.weight);
  }
  ImGui::TableSetupScrollFreeze(options.frozen, 1);
  head();
}

// A figure is not cut: its column is as wide as the longest that it had in the frame before, and words give way. Where
// that leaves words too little, or there are none, columns share the room by weight.
bool Table::fits_figures(float width, float padding, float words, float scale) const {
  float needed = 2 * theme().card_padding + 2 * padding * static_cast<float>(columns_.size() - 1);
  bool has_words = false;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const Column& column = columns_[i];
    const bool is_figure = column.kind == ColumnKind::number && column.width <= 0;
    has_words |= !is_figure && column.width <= 0;
    needed += column.width > 0 ? column.width : is_figure ? scale * kept_width(static_cast<int>(i)) : words;
  }
  return has_words && needed <= width;
}

bool Table::is_fitted(int index) const {
  const Column& column = columns_[static_cast<std::size_t>(index)];
  return fits_ && column.kind == ColumnKind::number && column.width <= 0;
}

float Table::kept_width(int index) const {
  const float head = width_of(columns_[static_cast<std::size_t>(index)].head, Type::caption);
  return std::ceil(std::max(head, ImGui::GetStateStorage()->GetFloat(keys_ + static_cast<ImGuiID>(index)))) + 1;
}

// The table is over, and the window is the one that it stands in again.
void Table::keep_widths() {
  ImGuiStorage& kept = *ImGui::GetStateStorage();
  for (std::size_t i = 0; i < longest_.size(); ++i) {
    float& known = *kept.GetFloatRef(keys_ + static_cast<ImGuiID>(i));
    // Where rows scroll, those out of sight have their say too.
    const float now = options_.height > 0 ? std::max(known, longest_[i]) : longest_[i];
    if (std::abs(now - known) < 0.5F) continue;
    known = now;
    current().platform().wake();
  }
}

Table::FigureFit Table::fit_figure(std::string_view figure) {
  FigureFit fit{strong_ ? Type::strong : Type::body, 0};
  fit.width = width_of(figure, fit.type);
  float& longest = longest_[static_cast<std::size_t>(column_)];
  longest = std::max(longest, fit.width);
  // Set smaller before it is cut.
  if (scale_ < 1 || fit.width > room()) {
    fit.type = Type::caption;
    fit.width = width_of(figure, fit.type);
  }
  fit.width = std::min(fit.width, room());
  return fit;
}

Table::~Table() {
  if (!open_) return;
  end_row();
  if (!had_rows_ && !options_.empty.empty()) {
    const Theme& t = theme();
    ImGui::TableNextRow(0, t.row_height + t.space.large);
    ImGui::TableSetColumnIndex(0);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    // Across all columns, so it is drawn over their bounds.
    const ImGuiTable& table = *ImGui::GetCurrentTable();
    ImGui::PushClipRect(table.InnerClipRect.Min, table.InnerClipRect.Max, false);
    const ImRect box(at, {table.InnerClipRect.Max.x, at.y + t.row_height + t.space.large});
    draw_text_in(box, options_.empty, Type::body, t.colours.text_quiet);
    ImGui::PopClipRect();
    mirror().add(Role::text, options_.empty, box);
  }
  mirror().end_group();
  ImGui::EndTable();
  keep_widths();
}

void Table::head() {
  const Theme& t = theme();
  const float height = t.row_height - 4;
  ImGui::TableNextRow(0, height);
  // The head covers the rows that scroll under it.
  ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, t.look.mode == Mode::dark
                                                        ? mixed(t.colours.surface, t.colours.hover, 0.6F)
                                                        : mixed(t.colours.surface, t.colours.hover, 0.7F));
  const ImGuiID head_id = ImGui::GetID("head");
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  mirror().add(head_id, Role::row, name_, {corner, {corner.x + room(), corner.y + height}});
  mirror().begin_group(head_id);
  for (int i = 0; i < static_cast<int>(columns_.size()); ++i) {
    const Column& column = columns_[static_cast<std::size_t>(i)];
    if (!ImGui::TableSetColumnIndex(i)) continue;
    ImGui::PushID(i);
    const bool number = column.kind == ColumnKind::number;
    const bool sorts = column.sortable && options_.sorting != nullptr;
    const bool sorted = sorts && options_.sorting->column == i;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = room();
    ImRect box(at, {at.x + width, at.y + height});
    bool hovered = false;
    if (sorts) {
      const Item item = press_item(column.head, box.GetSize());
      MirrorItem& stated = mirror().add(item.id, Role::columnheader, column.head, item.box);
      stated.description =
          sorted ? (options_.sorting->descending ? "Sorted, largest first" : "Sorted, smallest first") : "";
      hovered = item.hovered;
      if (item.pressed) *options_.sorting = {i, sorted && !options_.sorting->descending};
      focus_ring(item.id, item.box, 4);
    } else {
      ImGui::Dummy(box.GetSize());
      mirror().add(Role::columnheader, column.head, box);
    }
    const Colour colour = sorted || hovered ? t.colours.text : t.colours.text_quiet;
    const float words = std::min(width_of(column.head, Type::caption), width);
    const float left = number ? box.Max.x - words : box.Min.x;
    draw_text_in({{left, box.Min.y}, {box.Max.x + 1, box.Max.y}}, column.head, Type::caption, colour);
    if (sorted || (sorts && hovered)) {
      const Icon sign = !sorted ? Icon::sort : options_.sorting->descending ? Icon::arrow_down : Icon::arrow_up;
      const float x = number ? left - 10 : left + words + 10;
      draw_icon_here(sign, {x, box.GetCenter().y}, 12, colour);
    }
    if (!column.help.empty()) tooltip(column.help);
    ImGui::PopID();
  }
  mirror().end_group();
  const ImGuiTable& table = *ImGui::GetCurrentTable();
  ImGui::PushClipRect(table.OuterRect.Min, table.OuterRect.Max, false);
  line({table.WorkRect.Min.x, corner.y + height - 0.5F}, {table.WorkRect.Max.x, corner.y + height - 0.5F},
       t.colours.border);
  ImGui::PopClipRect();
}

void Table::rows(int count, FunctionRef<void(int)> draw) {
  if (!open_) return;
  if (options_.height <= 0 && !options_.wide) {
    for (int i = 0; i < count; ++i) draw(i);
    return;
  }
  ImGuiListClipper clipper;
  clipper.Begin(count, theme().row_height);
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      row_ = i;
      draw(i);
    }
  }
  had_rows_ |= count > 0;
}

bool Table::row(std::string_view id, bool selected) {
  if (!open_) return false;
  const Theme& t = theme();
  end_row();
  had_rows_ = true;
  column_ = -1;
  strong_ = false;
  ImGui::TableNextRow(0, t.row_height);
  ImGui::TableSetColumnIndex(0);
  row_top_ = ImGui::GetCursorScreenPos().y;
  row_id_ = id_of(std::string("row:").append(id));
  height_key_ = row_id_ + 1;
  const float height = std::max(t.row_height, ImGui::GetStateStorage()->GetFloat(height_key_));
  row_height_ = t.row_height;
  const ImGuiTable& table = *ImGui::GetCurrentTable();
  const ImRect box({table.WorkRect.Min.x, row_top_}, {table.WorkRect.Max.x, row_top_ + height});
  bool pressed = false;
  if (options_.selectable) {
    ImGui::PushID(static_cast<int>(row_id_));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    pressed = ImGui::Selectable("##row", false, ImGuiSelectableFlags_SpanAllColumns | ImGuiSelectableFlags_AllowOverlap,
                                {0, height});
    ImGui::PopStyleVar();
    row_id_ = ImGui::GetItemID();
    follow_focus(row_id_, box);
    pressed |= mirror().pressed(row_id_);
    const bool hovered = ImGui::IsItemHovered();
    if (selected || hovered) {
      ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, selected ? t.colours.selected : t.colours.hover);
    }
    if (has_focus_ring(row_id_)) {
      ImGui::PushClipRect(table.InnerClipRect.Min, table.InnerClipRect.Max, false);
      ImRect ring = box;
      ring.Expand(-t.focus_width - 1);
      focus_ring(row_id_, ring, 4);
      ImGui::PopClipRect();
    }
    ImGui::SetCursorScreenPos(at);
    ImGui::PopID();
  } else if (selected) {
    ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, t.colours.selected);
  }
  MirrorItem& stated = mirror().add(row_id_, Role::row, id, box);
  if (options_.selectable) stated.selected = selected;
  mirror().begin_group(row_id_);
  row_grouped_ = true;
  // A hair between rows; the last one has none below it.
  if (row_ > 0 || row_top_ > table.OuterRect.Min.y + t.row_height) {
    ImGui::PushClipRect(table.InnerClipRect.Min, table.InnerClipRect.Max, false);
    line({box.Min.x, box.Min.y - 0.5F}, {box.Max.x, box.Min.y - 0.5F}, t.colours.border);
    ImGui::PopClipRect();
  }
  ++row_;
  return pressed;
}

// What reaches over a whole row learns with the next frame how high words that wrap have made it.
void Table::end_row() {
  end_cell();
  if (!row_grouped_) return;
  mirror().end_group();
  row_grouped_ = false;
  const bool may_wrap = std::any_of(columns_.begin(), columns_.end(), [](const Column& one) { return one.wraps; });
  if (!may_wrap) return;
  float& known = *ImGui::GetStateStorage()->GetFloatRef(height_key_, theme().row_height);
  if (std::abs(known - row_height_) < 0.5F) return;
  known = row_height_;
  current().platform().wake();
}

void Table::totals() {
  const bool selectable = options_.selectable;
  options_.selectable = false;
  row("Total");
  options_.selectable = selectable;
  strong_ = true;
  if (!open_) return;
  const ImGuiTable& table = *ImGui::GetCurrentTable();
  ImGui::PushClipRect(table.InnerClipRect.Min, table.InnerClipRect.Max, false);
  line({table.WorkRect.Min.x, row_top_ - 0.5F}, {table.WorkRect.Max.x, row_top_ - 0.5F}, colours().border_strong);
  ImGui::PopClipRect();
}

bool Table::next_cell() {
  if (!open_) return false;
  end_cell();
  ++column_;
  return column_ < static_cast<int>(columns_.size()) && ImGui::TableSetColumnIndex(column_);
}

void Table::state_cell(std::string_view words) {
  if (column_ == 0 && !words.empty()) mirror().name_group(words);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  mirror().add(Role::cell, words, {at, {at.x + room(), row_top_ + theme().row_height}});
}

void Table::begin_cell() {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImGuiID id = ImHashData(&column_, sizeof column_, row_id_);
  mirror().add(id, Role::cell, "", {at, {at.x + room(), row_top_ + theme().row_height}});
  mirror().begin_group(id);
  // Fields of two rows may have the same label.
  ImGui::PushID(static_cast<int>(id));
  cell_grouped_ = true;
}

void Table::end_cell() {
  if (!cell_grouped_) return;
  ImGui::PopID();
  mirror().end_group();
  cell_grouped_ = false;
}

void Table::text(std::string_view words, Tone tone) {
  if (next_cell()) draw_words(words, tone == Tone::neutral ? colours().text : theme().text_of(tone));
}

void Table::quiet(std::string_view words) {
  if (next_cell()) draw_words(words, colours().text_quiet);
}

void Table::draw_words(std::string_view words, Colour colour) {
  const Theme& t = theme();
  state_cell(words);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImRect box(at, {at.x + room(), row_top_ + t.row_height});
  const Type type = strong_ ? Type::strong : Type::body;
  if (columns_[static_cast<std::size_t>(column_)].wraps) {
    const WithType with(type);
    const std::string lines = broken_lines(words, type, box.GetWidth());
    const char* const end = lines.data() + lines.size();
    const float above = std::floor((t.row_height - t.size_of(type)) / 2);
    const float height = 2 * above + ImGui::CalcTextSize(lines.data(), end, false, box.GetWidth()).y;
    ImGui::GetWindowDrawList()->AddText(nullptr, 0, {at.x, at.y + above}, paint(colour), lines.data(), end,
                                        box.GetWidth());
    ImGui::Dummy({1, std::max(t.row_height, height)});
    row_height_ = std::max(row_height_, height);
    return;
  }
  draw_text_in(box, words, type, colour);
  ImGui::Dummy({1, t.row_height});
  if (width_of(words, type) > box.GetWidth() + 1 && ImGui::IsWindowHovered() && box.Contains(ImGui::GetMousePos())) {
    GImGui->LastItemData.Rect = box;
    GImGui->LastItemData.StatusFlags |= ImGuiItemStatusFlags_HoveredRect;
    tooltip(words);
  }
}

void Table::draw_figure(std::string_view figure, Colour colour) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float right = at.x + room();
  const auto [type, width] = fit_figure(figure);
  draw_text_in({{right - width, at.y}, {right + 1, row_top_ + theme().row_height}}, figure, type, colour);
}

void Table::number(std::string_view figure, Tone tone) {
  if (!next_cell()) return;
  state_cell(figure);
  draw_figure(figure, tone == Tone::neutral ? colours().text : theme().text_of(tone));
  ImGui::Dummy({1, theme().row_height});
}

bool Table::link_number(std::string_view figure, Tone tone) {
  if (!next_cell()) return false;
  const Theme& t = theme();
  const auto [type, width] = fit_figure(figure);
  begin_cell();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos({at.x + room() - width, row_top_ + std::floor((t.row_height - t.size_of(type)) / 2)});
  return ui::link_number(columns_[static_cast<std::size_t>(column_)].head, figure, type, tone);
}

void Table::chip(std::string_view word, Tone tone) {
  if (!next_cell()) return;
  const Theme& t = theme();
  begin_cell();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos({at.x, row_top_ + std::floor((t.row_height - t.size_of(Type::caption) - 7) / 2)});
  ui::chip(word, tone);
}

void Table::cell() {
  if (!next_cell()) return;
  const Theme& t = theme();
  begin_cell();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos({at.x, row_top_ + std::max(0.0F, std::floor((t.row_height - t.control_height) / 2))});
}

void Table::skip() {
  if (next_cell()) state_cell("");
}

}  // namespace dealwright::web::ui
