#pragma once
// Where an input of a business case must stand for the case to just reach its aim (docs/sensitivity.md).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "core/base/money.hpp"
#include "core/base/ratio.hpp"
#include "core/roi/case_variation.hpp"

namespace dealwright::roi {

enum class BreakEvenAim : std::uint8_t {
  npv,     // a net present value of the target or more
  roi,     // a return on investment of the target or more
  payback  // all paid back by the end of month `months`
};
BOOST_DESCRIBE_ENUM(BreakEvenAim, npv, roi, payback)

struct BreakEvenGoal {
  BreakEvenAim aim = BreakEvenAim::npv;
  Money npv = {};    // the target of aim npv
  Decimal roi = {};  // that of aim roi: 0.5 is 50 %
  int months = 0;    // that of aim payback
};

enum class BreakEvenStatus : std::uint8_t {
  found,
  always_above,  // the aim is reached at every value that the input can have
  always_below,  // it is reached at none, and would not be with more of what helps either
  out_of_reach,  // it would be reached only beyond what is possible
  no_effect      // the input changes nothing
};
BOOST_DESCRIBE_ENUM(BreakEvenStatus, found, always_above, always_below, out_of_reach, no_effect)

struct BreakEven {
  std::string input;
  bool is_rate = false;  // the discount rate, or the fees as a multiple of what is agreed
  Decimal likely;
  bool is_reached = false;  // at the likely value
  BreakEvenStatus status = BreakEvenStatus::no_effect;
  // Where found: the value nearest to the likely one, to six places, at which the aim is reached while it is missed a
  // millionth further to one side. Of out_of_reach: what it would take, where that can be said.
  std::optional<Decimal> value;
  Ratio change;              // from the likely value, as a share of it; no value where that is 0, or nothing was found
  std::optional<Money> npv;  // net present value there, where found
};
BOOST_DESCRIBE_STRUCT(BreakEven, (), (input, is_rate, likely, is_reached, status, value, change, npv))

// All other inputs at their likely values. Net present value and return are straight in every input but the discount
// rate: its crossing follows from two values in closed form, and is then settled on the grid of six places by trying
// its neighbours, for every month is rounded. Elsewhere a sign change is bracketed and halved down to that grid; of the
// discount rate, tried in steps of one point from 0 to 100 %, the one nearest to the likely rate. The variation is as
// it was afterwards.
BreakEven break_even(CaseVariation& variation, std::size_t input, const BreakEvenGoal& goal);

// "found", "the aim is reached at every possible value", ...
std::string_view words_of(BreakEvenStatus status);

}  // namespace dealwright::roi
