#include "tests/same_bytes/returns.hpp"

#include <cstdint>
#include <vector>

#include "core/base/lookup.hpp"
#include "core/report/simulation_report.hpp"

namespace dealwright::tests {

std::string simulated_case(const model::Programme& programme, const model::Deal& deal,
                           const pricing::PricedDeal& priced) {
  const model::Customer* const customer = find_id(programme.customers, deal.customer);
  Diagnostics found;
  const auto bound = roi::bind_case(deal, *customer, find_id(programme.playbooks, customer->playbook), found);
  const auto monthly = roi::monthly_case(*bound, priced, found);
  const auto simulation = roi::Simulation::from(roi::simulation_model(*bound, *monthly));
  std::vector<double> npv(4000);
  std::vector<std::uint16_t> payback(npv.size());
  roi::run_all(*simulation, 1, {npv, {}, payback});
  auto out = roi::simulated_return(*bound, roi::customer_return(*bound, *monthly), *simulation, 1, 12, npv, payback);
  out.deal = deal.id;
  return report::simulation_json(out);
}

}  // namespace dealwright::tests
