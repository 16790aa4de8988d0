#include "web/panels/report_table.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>
#include <imgui.h>

#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/table.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {

namespace {

// Figures are not cut: a table that has more of them than there is room for scrolls sideways, its first column kept in
// sight. Returns the widths of its columns; none where there is room.
std::vector<float> wide_widths(const report::Table& table) {
  const float gap = 2 * ui::theme().space.small;
  float needed = 0;
  bool is_words = false, has_numbers = false;
  std::vector<float> widths;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    float width = ui::width_of(table.columns[i].head, ui::Type::caption);
    for (const auto& row : table.rows) width = std::max(width, ui::width_of(row[i].shown));
    // A long text is better wrapped, where no figures would be cut for it.
    constexpr float longest = 240;
    is_words = is_words || (!table.columns[i].number && i > 0 && width > longest);
    has_numbers = has_numbers || table.columns[i].number;
    widths.push_back(std::ceil(std::min(width, longest)) + 2);
    constexpr float smaller = 0.97F;  // figures are set a little smaller before they need more room
    needed += gap + (table.columns[i].number ? smaller * widths.back() : std::min(widths.back(), 112.0F));
  }
  if ((is_words && !has_numbers) || needed <= ImGui::GetContentRegionAvail().x) widths.clear();
  return widths;
}

}  // namespace

void report_table(const report::Table& table) {
  report_table(table, [](std::size_t, std::size_t) { return ui::Tone::neutral; });
}

void report_table(const report::Table& table, FunctionRef<ui::Tone(std::size_t, std::size_t)> tone) {
  const std::vector<float> wide = wide_widths(table);
  // A word is not broken where there is room for it; longer ones wrap.
  constexpr std::size_t longest_word = 16;
  const bool is_wide = ImGui::GetContentRegionAvail().x >= 560;
  std::vector<ui::Column> columns;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    std::size_t longest = table.columns[i].head.size();
    for (const auto& row : table.rows) longest = std::max(longest, row[i].shown.size());
    const bool is_number = table.columns[i].number;
    float width = 0;
    if (!is_number && longest <= longest_word && is_wide) {
      width = ui::width_of(table.columns[i].head, ui::Type::caption);
      for (const auto& row : table.rows) width = std::max(width, ui::width_of(row[i].shown));
    }
    if (!wide.empty()) width = wide[i];
    columns.push_back({.head = table.columns[i].head,
                       .kind = is_number ? ui::ColumnKind::number : ui::ColumnKind::text,
                       .width = std::ceil(width),
                       .weight = static_cast<float>(std::clamp<std::size_t>(longest, 8, is_number ? 12 : 40)),
                       .wraps = true});
  }
  ui::TableOptions options;
  if (!wide.empty()) {
    constexpr std::size_t most_rows = 13;
    options.wide = true;
    options.frozen = 1;
    options.height = static_cast<float>(std::min(table.rows.size(), most_rows) + 1) * ui::theme().row_height +
                     ImGui::GetStyle().ScrollbarSize + 2;
  }
  ui::Table drawn(table.title, columns, options);
  drawn.rows(static_cast<int>(table.rows.size()), [&](int i) {
    const auto line = static_cast<std::size_t>(i);
    if (table.has_total && line + 1 == table.rows.size()) {
      drawn.totals();
    } else {
      drawn.row(fmt::format("{}", i));
    }
    const auto& row = table.rows[line];
    for (std::size_t at = 0; at < row.size(); ++at) {
      if (table.columns[at].number) {
        drawn.number(row[at].shown, tone(line, at));
      } else {
        drawn.text(row[at].shown, tone(line, at));
      }
    }
  });
}

void report_card(const report::Table& table) {
  if (table.rows.empty()) return;
  ui::Card card(table.title, {.title = table.title, .flush = true});
  report_table(table);
}

}  // namespace dealwright::web
