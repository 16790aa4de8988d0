#pragma once
// The risks that facts raise.

#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/governance/facts.hpp"
#include "core/model/playbook.hpp"

namespace dealwright::governance {

struct RiskTrigger {
  std::string condition;  // "Gross margin below 30 %"
  std::string value;      // of the fact: "27.5 %"
  std::string deal;       // whose metric it is; "" of other facts
};
BOOST_DESCRIBE_STRUCT(RiskTrigger, (), (condition, value, deal))

struct RaisedRisk {
  std::string risk;
  std::string name;
  std::vector<RiskTrigger> raised_by;  // at least one: the conditions in the playbook's order, each with its facts
  std::string effect;
  std::string mitigation;
};
BOOST_DESCRIBE_STRUCT(RaisedRisk, (), (risk, name, raised_by, effect, mitigation))

// How many risks are open at a partner: each once at every customer that has it, and once where only facts of the
// partner itself raise it. `customers` is a list of what has `risks`.
template <class Customers>
int open_risks(const std::vector<RaisedRisk>& of_partner, const Customers& customers) {
  int open = 0;
  for (const auto& customer : customers) open += static_cast<int>(customer.risks.size());
  for (const RaisedRisk& own : of_partner) {
    bool is_counted = false;
    for (const auto& customer : customers)
      for (const RaisedRisk& raised : customer.risks) is_counted = is_counted || raised.risk == own.risk;
    if (!is_counted) ++open;
  }
  return open;
}

// The playbook's risks of which any condition holds, in its order.
std::vector<RaisedRisk> risks_of(const model::Playbook& playbook, const Facts& facts);

}  // namespace dealwright::governance
