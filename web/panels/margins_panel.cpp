#include "web/panels/margins_panel.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>
#include <imgui.h>

#include "core/report/deal_tables.hpp"
#include "core/report/figures.hpp"
#include "web/ui/chart/chart.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/table.hpp"

namespace dealwright::web {
namespace {

void margins_table(View& view, const model::Deal& deal, const pricing::PricedDeal& priced) {
  const std::string code(priced.currency.code());
  // Where there is little room, what the deal's lines tell too gives way.
  const bool has_list = ImGui::GetContentRegionAvail().x >= 720;
  std::vector<ui::Column> columns{{.head = "Service line"}};
  const auto number = [&](std::string_view head) { columns.push_back({.head = head, .kind = ui::ColumnKind::number}); };
  if (has_list) number("List");
  for (const auto* head : {"Net", "Cost", "Gross margin", "Margin", "Hours"}) number(head);
  ui::Card card("margins", {.title = "Margins by service line", .detail = code, .flush = true});
  ui::Table table("Margins by service line", columns);
  table.rows(static_cast<int>(priced.service_lines.size()), [&](int i) {
    const auto& row = priced.service_lines[static_cast<std::size_t>(i)];
    const std::string name = report::titled(report::word(row.service_line));
    const bool is_loss = row.gross_margin.minor < 0;
    table.row(name);
    table.text(name);
    if (has_list) table.number(report::amount(row.list));
    table.number(report::amount(row.net));
    table.number(report::amount(row.cost));
    table.number(report::amount(row.gross_margin), is_loss ? ui::Tone::negative : ui::Tone::neutral);
    if (table.link_number(share_text(row.margin), is_loss ? ui::Tone::negative : ui::Tone::neutral)) {
      // A service line is asked for by one of its lines.
      const auto line = std::find_if(priced.lines.begin(), priced.lines.end(), [&](const pricing::PricedLine& one) {
        return one.service_line == row.service_line;
      });
      view.ask(deal.id, "Margin of " + name, "service_line_margin",
               line == priced.lines.end() ? std::string() : line->component);
    }
    table.number(row.hours.is_zero() ? "" : report::quantity(row.hours));
  });
  const auto& t = priced.totals;
  table.totals();
  table.text("Blended");
  if (has_list) table.number(report::amount(t.list_total));
  table.number(report::amount(t.tcv));
  table.number(report::amount(t.cost_total));
  table.number(report::amount(t.gross_margin));
  if (table.link_number(share_text(t.margin))) view.ask(deal.id, "Gross margin", "gross_margin");
  table.skip();
}

void margins_chart(const pricing::PricedDeal& priced) {
  std::vector<std::string> labels;
  ui::Series margin{"Gross margin", {}}, cost{"Cost", {}};
  for (const auto& row : priced.service_lines) {
    labels.push_back(report::titled(report::word(row.service_line)));
    margin.values.push_back(chart_value(row.gross_margin));
    cost.values.push_back(chart_value(row.cost));
  }
  const std::array<ui::Series, 2> series{std::move(cost), std::move(margin)};
  ui::Card card("margin-chart", {.title = "What the net is made of"});
  ui::stacked_bar_chart({.name = "Cost and gross margin by service line",
                         .sentence = fmt::format("Blended margin {}.", share_text(priced.totals.margin)),
                         .height = 240,
                         .unit = priced.currency.code()},
                        labels, series);
}

}  // namespace

void margins_panel(View& view, const model::Deal& deal) {
  const auto* evaluation = view.session.evaluation(deal.id);
  if (evaluation == nullptr || !evaluation->priced) {
    ui::empty_state(ui::Icon::chart, "No margins yet", "The deal has to be priced first.");
    return;
  }
  margins_table(view, deal, evaluation->pricing);
  margins_chart(evaluation->pricing);
}

}  // namespace dealwright::web
