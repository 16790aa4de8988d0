#pragma once
// What a case's net present value owes to each of its inputs: one at a time, and two together (docs/sensitivity.md).

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/money.hpp"
#include "core/roi/case_variation.hpp"

namespace dealwright::roi {

// An input at its low and at its high end, all others as they are likely.
struct TornadoBar {
  std::string input;
  bool is_rate = false;  // the discount rate, or the fees as a multiple of what is agreed
  Decimal low, likely, high;
  Money npv_low;
  Money npv_high;
  Money spread;  // from the lesser to the greater of these and the base; not below 0
};
BOOST_DESCRIBE_STRUCT(TornadoBar, (), (input, is_rate, low, likely, high, npv_low, npv_high, spread))

struct Tornado {
  Money base;                    // net present value of the likely values
  std::vector<TornadoBar> bars;  // inputs with a range, the discount rate, fees; the widest first
};
BOOST_DESCRIBE_STRUCT(Tornado, (), (base, bars))

// The variation is as it was afterwards. An input whose end is too great to be reckoned with has no bar: that is
// appended as a warning.
Tornado tornado(CaseVariation& variation, Diagnostics& diagnostics);

inline constexpr int most_grid_steps = 50;

// The values of one side of a table.
struct AxisRequest {
  std::string input;
  std::vector<Decimal> values;  // as stated; none: `steps` of them from low to high, evenly
  int steps = 5;
};

struct TwoWay {
  std::string row_input;
  std::string column_input;
  bool row_is_rate = false;  // as in TornadoBar
  bool column_is_rate = false;
  std::vector<Decimal> rows;
  std::vector<Decimal> columns;
  std::vector<std::vector<Money>> npv;  // by row
  // 1 where the value lies on the other side of zero than that to the left of it or that above it; zero itself counts
  // as above.
  std::vector<std::vector<std::uint8_t>> turns;
};
BOOST_DESCRIBE_STRUCT(TwoWay, (), (row_input, column_input, row_is_rate, column_is_rate, rows, columns, npv, turns))

// Nothing where an axis cannot be: an unknown input, one without a range or a grid of one value, the same input twice,
// a value that is not possible. That is appended to `diagnostics`. The variation is as it was afterwards.
std::optional<TwoWay> two_way(CaseVariation& variation, const AxisRequest& rows, const AxisRequest& columns,
                              Diagnostics& diagnostics);

}  // namespace dealwright::roi
