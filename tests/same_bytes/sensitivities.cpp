#include "tests/same_bytes/sensitivities.hpp"

#include "core/base/lookup.hpp"
#include "core/report/comparison_report.hpp"
#include "core/report/sensitivity_report.hpp"

namespace dealwright::tests {

std::string moved_case(const model::Programme& programme, const model::Deal& deal, const pricing::PricedDeal& priced) {
  const model::Customer* const customer = find_id(programme.customers, deal.customer);
  Diagnostics found;
  const auto bound = roi::bind_case(deal, *customer, find_id(programme.playbooks, customer->playbook), found);
  const auto monthly = roi::monthly_case(*bound, priced, found);
  roi::CaseVariation variation(*bound, *monthly);
  report::SensitivityReport out;
  out.deal = deal.id;
  out.currency = bound->currency;
  out.horizon_months = bound->horizon;
  out.tornado = roi::tornado(variation, found);
  out.two_way = roi::two_way(variation, {"fees", {}, 5}, {"discount_rate", {}, 5}, found);
  roi::BreakEvenGoal goals[3];
  for (roi::BreakEvenGoal& goal : goals) goal.npv.currency = bound->currency;
  goals[1].aim = roi::BreakEvenAim::roi;
  goals[1].roi = Decimal::from_micro(500'000);
  goals[2].aim = roi::BreakEvenAim::payback;
  goals[2].months = 12;
  for (const roi::BreakEvenGoal& goal : goals)
    for (std::size_t i = 0; i < variation.inputs().size(); ++i)
      out.break_even.push_back(roi::break_even(variation, i, goal));
  out.aim = report::aim_words(goals[0]);
  return report::sensitivity_json(out) + report::sensitivity_html(out);
}

std::string compared_cases(const model::Programme& programme, const std::vector<PricedCase>& cases) {
  const auto scenario = [&](const PricedCase& one) {
    const model::Customer& customer = *find_id(programme.customers, one.deal->customer);
    return roi::Scenario{*one.deal, customer, find_id(programme.playbooks, customer.playbook), one.priced};
  };
  std::string out;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    for (std::size_t other = i + 1; other < cases.size(); ++other) {
      if (cases[i].deal->currency != cases[other].deal->currency) continue;
      const roi::Scenario pair[] = {scenario(cases[i]), scenario(cases[other])};
      Diagnostics found;
      if (const auto compared = report::comparison(pair, 1000, found))
        out += report::comparison_json(*compared) + report::comparison_html(*compared);
      break;
    }
  }
  return out;
}

}  // namespace dealwright::tests
