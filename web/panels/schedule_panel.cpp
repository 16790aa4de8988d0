#include "web/panels/schedule_panel.hpp"

#include <array>
#include <vector>

#include <fmt/format.h>

#include "core/report/deal_tables.hpp"
#include "core/report/figures.hpp"
#include "web/ui/chart/chart.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/table.hpp"

namespace dealwright::web {
namespace {

void chart(const pricing::PricedDeal& priced) {
  std::vector<std::string> labels;
  ui::Series revenue{"Revenue", {}}, cost{"Cost", {}}, billings{"Billings", {}, {}, true};
  for (const auto& row : priced.schedule) {
    labels.push_back(row.month.to_string());
    revenue.values.push_back(chart_value(row.revenue));
    cost.values.push_back(chart_value(row.cost));
    billings.values.push_back(chart_value(row.billings));
  }
  const std::array<ui::Series, 3> series{std::move(revenue), std::move(cost), std::move(billings)};
  ui::Card card("by-month", {.title = "Month by month"});
  const std::string sentence = fmt::format("Revenue, cost and billings of {} from {} to {}.",
                                           report::counted(static_cast<long long>(labels.size()), "month", "months"),
                                           labels.front(), labels.back());
  ui::line_chart({.name = "Revenue, cost and billings by month",
                  .sentence = sentence,
                  .height = 260,
                  .unit = priced.currency.code()},
                 labels, series);
}

// The core's table without its first column: the months alone tell the rows apart.
void schedule_table(const report::Table& table) {
  std::vector<ui::Column> columns{{.head = "Months"}};
  for (std::size_t c = 2; c < table.columns.size(); ++c)
    columns.push_back({.head = table.columns[c].head, .kind = ui::ColumnKind::number});
  ui::Table drawn("Schedule", columns);
  const auto cells = [&](const report::Row& row) {
    drawn.text(row[1].shown);
    for (std::size_t c = 2; c < row.size(); ++c) drawn.number(row[c].shown);
  };
  const int last = static_cast<int>(table.rows.size()) - 1;
  drawn.rows(last, [&](int i) {
    const auto& row = table.rows[static_cast<std::size_t>(i)];
    drawn.row(row[1].shown);
    cells(row);
  });
  drawn.totals();
  cells(table.rows.back());
}

}  // namespace

void schedule_panel(View& view, const model::Deal& deal) {
  const auto* evaluation = view.session.evaluation(deal.id);
  if (evaluation == nullptr || !evaluation->priced) {
    ui::empty_state(ui::Icon::calendar, "No schedule yet", "The deal has to be priced first.");
    return;
  }
  chart(evaluation->pricing);
  static constexpr std::array<std::string_view, 2> steps{"Months", "Years"};
  int step = view.schedule_by_year ? 1 : 0;
  const std::string title = fmt::format("Schedule in {}", evaluation->pricing.currency.code());
  ui::Card card("schedule", {.title = title,
                             .actions = [&] { ui::segmented("Rows", steps, step); },
                             .actions_width = ui::segmented_width(steps),
                             .flush = true});
  view.schedule_by_year = step == 1;
  schedule_table(
      report::schedule_table(*evaluation, step == 1 ? report::ScheduleStep::year : report::ScheduleStep::month));
}

}  // namespace dealwright::web
