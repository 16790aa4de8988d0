#pragma once
// Why one business case is worth more than another: row by row and cause by cause, adding up to the last minor unit
// (docs/sensitivity.md).

#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "core/base/money.hpp"
#include "core/pricing/offer_difference.hpp"
#include "core/roi/customer_return.hpp"

namespace dealwright::roi {

// A deal with a business case and all that it is made of.
struct Scenario {
  const model::Deal& deal;
  const model::Customer& customer;
  const model::Playbook* playbook;
  const pricing::PricedDeal& priced;
};

enum class DifferenceKind : std::uint8_t {
  fees_one_off,
  fees_recurring,
  driver,
  one_off_benefit,
  internal_effort,
  other_cost
};
BOOST_DESCRIBE_ENUM(DifferenceKind, fees_one_off, fees_recurring, driver, one_off_benefit, internal_effort, other_cost)

// "volume", "per_unit", "rate", "improvement", "confidence", "adoption", "growth" of a driver; "charges" of fees, with
// the service line; "hours", "hourly_rate", "amount", "risk", "months" of what the case names itself; "discount_rate"
// ("discounting" where the convention differs), "horizon" of all; "added", "removed" of what is in one case only.
struct DifferenceCause {
  std::string cause;
  std::string service_line;                              // of charges
  pricing::Presence presence = pricing::Presence::both;  // of the service line
  std::optional<Decimal> before, after;                  // where the cause is one number
  Money part;
};
BOOST_DESCRIBE_STRUCT(DifferenceCause, (), (cause, service_line, presence, before, after, part))

// Costs are below 0, so that all rows add up.
struct DifferenceRow {
  DifferenceKind kind = DifferenceKind::driver;
  std::string id;
  std::string name;
  pricing::Presence presence = pricing::Presence::both;
  Money before;  // present values
  Money after;
  Money difference;
  std::vector<DifferenceCause> causes;  // adding up to the difference; none where nothing differs
};
BOOST_DESCRIBE_STRUCT(DifferenceRow, (), (kind, id, name, presence, before, after, difference, causes))

struct CauseTotal {
  std::string cause;
  Money part;
};
BOOST_DESCRIBE_STRUCT(CauseTotal, (), (cause, part))

struct Attribution {
  Money before;  // net present values, as customer_return() has them
  Money after;
  Money difference;
  std::vector<DifferenceRow> rows;  // fees, then what the first case has in its order, then what the second adds
  std::vector<CauseTotal> causes;   // over all rows, in the order in which they first come
};
BOOST_DESCRIBE_STRUCT(Attribution, (), (before, after, difference, rows, causes))

// Drivers belong together by their id, all else by kind and name (of several of one name by their order). Nothing where
// one of the cases cannot be bound or laid out, which is appended to `diagnostics`, or where currencies differ.
std::optional<Attribution> attribution(const Scenario& before, const Scenario& after, Diagnostics& diagnostics);

}  // namespace dealwright::roi
