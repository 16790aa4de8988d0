#include "web/panels/schedule_panel.hpp"

#include <array>
#include <vector>

#include <fmt/format.h>

#include "core/report/deal_tables.hpp"
#include "core/report/figures.hpp"
#include "web/panels/report_table.hpp"
#include "web/ui/chart/chart.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/layout.hpp"

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
  if (ui::segmented("Rows", steps, step)) view.schedule_by_year = step == 1;
  ui::space_small();
  ui::Card card("schedule", {.flush = true, .name = "Schedule"});
  report_table("Schedule", report::schedule_table(*evaluation, view.schedule_by_year ? report::ScheduleStep::year
                                                                                     : report::ScheduleStep::month));
}

}  // namespace dealwright::web
