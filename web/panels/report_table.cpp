#include "web/panels/report_table.hpp"

#include <vector>

#include <fmt/format.h>

#include "web/ui/widgets/table.hpp"

namespace dealwright::web {

void report_table(std::string_view name, const report::Table& table) {
  std::vector<ui::Column> columns;
  for (const auto& column : table.columns) {
    columns.push_back({.head = column.head, .kind = column.number ? ui::ColumnKind::number : ui::ColumnKind::text});
  }
  ui::Table drawn(name, columns);
  const int last = static_cast<int>(table.rows.size()) - (table.has_total ? 1 : 0);
  const auto cells = [&](const std::vector<report::Cell>& row) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (columns[c].kind == ui::ColumnKind::number) {
        drawn.number(row[c].shown);
      } else {
        drawn.text(row[c].shown);
      }
    }
  };
  drawn.rows(last, [&](int i) {
    drawn.row(fmt::format("{}", i));
    cells(table.rows[static_cast<std::size_t>(i)]);
  });
  if (!table.has_total) return;
  drawn.totals();
  cells(table.rows.back());
}

}  // namespace dealwright::web
