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

void report_table(const report::Table& table) {
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
    columns.push_back({.head = table.columns[i].head,
                       .kind = is_number ? ui::ColumnKind::number : ui::ColumnKind::text,
                       .width = std::ceil(width),
                       .weight = static_cast<float>(std::clamp<std::size_t>(longest, 8, is_number ? 12 : 40)),
                       .wraps = true});
  }
  ui::Table drawn(table.title, columns);
  drawn.rows(static_cast<int>(table.rows.size()), [&](int i) {
    drawn.row(fmt::format("{}", i));
    const auto& row = table.rows[static_cast<std::size_t>(i)];
    for (std::size_t at = 0; at < row.size(); ++at) {
      if (table.columns[at].number) {
        drawn.number(row[at].shown);
      } else {
        drawn.text(row[at].shown);
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
