#pragma once
// Sections "Quantity" of docs/pricing.md: sizing, metered quantity, conversion, fair use.

#include <string>
#include <vector>

#include "tests/pricing/reference/lines.hpp"
#include "tests/pricing/reference/rational.hpp"

namespace dealwright::reference {

// contract: what the deal bills. run_rate: a period as if it were whole and not free. peak: the same with peak
// quantities.
enum class View { contract, run_rate, peak };

struct Quantities {
  Rational metered;
  Rational converted;
  Rational included;
  Rational billable;
  Rational count;                  // what fixed amounts are multiplied by
  std::vector<Rational> readings;  // converted, where the metered quantity comes from readings
};

// The quantity of a meter by its sizing rule; 1 where it has none.
Rational sized(const Documents& documents, const std::string& meter_id);

// The same as it is in a month of the view: times the peak factor in a peak month, where the meter follows it.
Rational sized(const Documents& documents, const std::string& meter_id, View view);

Quantities quantities_of(const Documents& documents, const LineOfDeal& line, int period, View view);

}  // namespace dealwright::reference
