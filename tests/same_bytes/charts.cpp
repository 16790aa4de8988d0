#include "tests/same_bytes/charts.hpp"

#include <cstdint>
#include <vector>

#include "core/base/sha256.hpp"
#include "core/document/writer.hpp"
#include "core/report/chart_table.hpp"
#include "core/report/deal_charts.hpp"
#include "core/report/plan_charts.hpp"
#include "core/report/simulation_report.hpp"
#include "core/report/team_chart.hpp"
#include "tests/portfolio/fixtures.hpp"
#include "tests/roi/case_fixtures.hpp"

namespace dealwright::tests {

namespace {

std::string line(const std::string& name, const std::string& text) {
  return "chart " + name + " " + sha256_hex(text) + "\n";
}

std::string trials_of(const std::string& name, const Case& one) {
  Diagnostics found;
  const auto bound = roi::bind_case(one.deal, one.customer, &one.playbook, found);
  if (!bound) return "case " + name + " is not sound\n";
  const auto monthly = roi::monthly_case(*bound, one.priced, found);
  const auto simulation = roi::Simulation::from(roi::simulation_model(*bound, *monthly));
  std::vector<double> npv(10'000);
  std::vector<std::uint16_t> payback(npv.size());
  roi::run_all(*simulation, 1, {npv, {}, payback});
  auto out = roi::simulated_return(*bound, roi::customer_return(*bound, *monthly), *simulation, 1, 12, npv, payback);
  out.deal = name;
  return "case " + document::write_line(out) + "\n" + line(name + " page", report::simulation_html(out)) +
         line(name + " markdown", report::simulation_markdown(out, "charts"));
}

}  // namespace

std::string chart_lines(const report::DealEvaluation& deal) {
  std::string out;
  for (const report::NamedChart& one : report::deal_charts(deal))
    out += line(deal.deal + " " + one.name, report::chart_svg(one.chart));
  return out;
}

std::string shaped_cases() {
  using model::EstimateShape;
  std::string out;
  for (const EstimateShape shape : {EstimateShape::pert, EstimateShape::triangular, EstimateShape::uniform,
                                    EstimateShape::normal, EstimateShape::lognormal, EstimateShape::discrete}) {
    Case one = small_case();
    model::Estimate& volume = one.stated().drivers[0].volume.emplace();
    volume.likely = number("100");
    volume.shape = shape;
    if (shape == EstimateShape::discrete) {
      volume.outcomes = {{number("60"), number("1")}, {number("100"), number("3")}, {number("180"), number("0.5")}};
    } else {
      volume.low = number("80");
      volume.high = number("150");
    }
    out += trials_of("shape-" + std::to_string(static_cast<int>(shape)), one);
  }
  for (const char* correlation : {"0", "0.6", "-0.4", "1"}) {
    Case one = small_case();
    one.stated().horizon_months = 60;
    one.stated().growth_low = number("-0.2");
    one.stated().growth_high = number("0.5");
    one.stated().growth_correlation = number(correlation);
    out += trials_of(std::string("growth-") + correlation, one);
  }
  return out;
}

std::string drawn_plan_charts() {
  std::string out;
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    Diagnostics told;
    const Result<portfolio::PlanResult> plan = portfolio::plan_of(drawn_plan(seed, 36, 3), told);
    if (!plan.has_value()) continue;
    std::string text;
    for (const report::Chart& chart :
         {report::mrr_chart(*plan), report::movements_chart(plan->years.back(), "last year"),
          report::team_chart(*plan, plan->delivery, "Delivery"), report::cash_chart(*plan)}) {
      text += chart_svg(chart);
      text += table_csv(chart_table(chart));
    }
    out += "charts " + std::to_string(seed) + " " + sha256_hex(text) + "\n";
  }
  return out;
}

}  // namespace dealwright::tests
