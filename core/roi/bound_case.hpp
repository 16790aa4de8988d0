#pragma once
// A deal's business case with everything that it leaves to others filled in: the playbook's drivers bound to the
// customer's baselines (docs/returns.md, "Drivers").

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/currency.hpp"
#include "core/base/diagnostic.hpp"
#include "core/model/customer.hpp"
#include "core/model/deal.hpp"
#include "core/model/playbook.hpp"
#include "core/roi/correlation.hpp"

namespace dealwright::roi {

// A number that a person estimates. low <= likely <= high.
struct CaseInput {
  std::string
      name;  // "reconciliation.volume"; of what is no driver its own name, "....hourly_rate" behind it of efforts
  Decimal low, likely, high;
  model::EstimateShape shape = model::EstimateShape::pert;
  std::vector<model::Outcome> outcomes = {};  // of a discrete shape

  bool is_certain() const { return low == high; }
};

enum class StreamKind : std::uint8_t { driver, one_off_benefit, internal_effort, other_cost };

// In each month the product of its inputs and of the month's part, in major units; counted times its adjustment.
struct CaseStream {
  StreamKind kind = StreamKind::driver;
  std::string id;          // of a driver; "" of any other
  std::string name;        // for people
  bool with_care = false;  // on the revenue side
  std::vector<std::size_t> inputs;
  std::vector<double> parts;     // months 0 to the horizon: adoption times likely growth
  std::vector<double> adoption;  // the parts without growth; empty of what does not grow with the case
  Decimal adjustment;            // the confidence in a benefit; 1 and the risk of a cost

  bool is_cost() const { return kind == StreamKind::internal_effort || kind == StreamKind::other_cost; }
};

struct BoundCase {
  Currency currency;
  int horizon = 0;      // months
  int term_months = 0;  // of the deal
  Decimal discount_rate;
  model::CaseConvention convention = model::CaseConvention::annual;
  model::AfterTerm after_term = model::AfterTerm::renewed;
  std::vector<double> discount;  // what 1 in each of months 0 to the horizon is worth now
  std::vector<CaseInput> inputs;
  // Where growth is not known for sure, the inputs that are the growth of year 2, of year 3, ...: 0.05 is 5 %.
  std::vector<std::size_t> growth;
  std::vector<CaseStream> streams;            // drivers, one-off benefits, internal efforts, other costs
  std::vector<RankCorrelation> correlations;  // of inputs; possible
};

// What 1 in each of months 0 to the horizon is worth now, at a rate a year.
std::vector<double> discount_factors(Decimal annual_rate, model::CaseConvention convention, int horizon);

// Nothing where there is an error, which is appended to `diagnostics` with a pointer inside the deal. The deal must
// have a business case. `playbook` is the customer's; null: it names none, or none that there is.
std::optional<BoundCase> bind_case(const model::Deal& deal, const model::Customer& customer,
                                   const model::Playbook* playbook, Diagnostics& diagnostics);

// What is wrong in the playbook's library of value drivers: ranges the wrong way round, improvements over 100 %, facts
// that no profile has. Pointers are inside its document.
Diagnostics check_value_drivers(const model::Playbook& playbook);

}  // namespace dealwright::roi
