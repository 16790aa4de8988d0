#pragma once
// What of a customer's work could be automated, and in which order (docs/success.md, "Automation").

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "core/base/diagnostic.hpp"
#include "core/base/money.hpp"
#include "core/model/customer.hpp"
#include "core/model/playbook.hpp"

namespace dealwright::roi {

enum class AutomationStanding : std::uint8_t {
  ready,
  not_yet,       // its area is below a level, or something must run before
  not_measured,  // a baseline or the state of its area is not known
};
BOOST_DESCRIBE_ENUM(AutomationStanding, ready, not_yet, not_measured)

// Money is of the customer's currency, rounded once, half away from zero.
struct RankedAutomation {
  std::string automation;  // id
  std::string name;
  model::AutomationKind kind = model::AutomationKind::workflow;
  std::string area;  // its name
  AutomationStanding standing = AutomationStanding::not_measured;
  bool chosen = false;
  std::optional<Money> labour;  // a month: volume x per unit x rate
  Decimal saving;               // share of the labour, likely
  std::optional<Decimal> data_quality;
  std::optional<Decimal> maturity;
  std::optional<Money> score;        // a month: labour x saving x data quality x maturity
  std::optional<Money> yearly;       // twelve months of labour x saving x confidence, once all is in use
  Decimal setup_hours;               // of the customer's people, once
  Decimal running_hours;             // of the customer's people, a month
  std::vector<std::string> reasons;  // what it is ranked by, a sentence each
  std::vector<std::string> first;    // what must come first, or be measured; none of what is ready
};
BOOST_DESCRIBE_STRUCT(RankedAutomation, (),
                      (automation, name, kind, area, standing, chosen, labour, saving, data_quality, maturity, score,
                       yearly, setup_hours, running_hours, reasons, first))

// How one candidate of the playbook stands at a customer. `chosen` are the ids of those that run there or are agreed.
RankedAutomation assess_automation(const model::Automation& automation, const model::Customer& customer,
                                   const model::Playbook& playbook, std::span<const std::string> chosen);

// All candidates of the playbook: what is ready, the greatest score first, then what is not yet, then what is not
// measured. Of equal scores workflow comes before AI, then the playbook's order holds.
std::vector<RankedAutomation> rank_automations(const model::Playbook& playbook, const model::Customer& customer,
                                               std::span<const std::string> chosen);

// What is wrong in the playbook's candidates: savings over 100 % or ranges the wrong way round, candidates that wait
// for each other in a circle, ids that a value driver has too, hours without a rate to count them at. Pointers are
// inside its document.
Diagnostics check_automations(const model::Playbook& playbook);

}  // namespace dealwright::roi
