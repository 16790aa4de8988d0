#pragma once
// One month of all lines: quantities and the waterfall up to the net before true-up (docs/pricing.md, "The waterfall").

#include <array>
#include <span>
#include <vector>

#include "core/pricing/cost.hpp"
#include "core/pricing/lines.hpp"

namespace dealwright::pricing {

// All of a line's own that its amounts follow from. While it stays the same, so do they.
struct MonthKey {
  const model::RampSegment* segment = nullptr;
  int uplifts = 0;
  bool free = false;
  bool peak = false;
  friend bool operator==(const MonthKey&, const MonthKey&) = default;
};

// What one line comes to in one whole month, or once.
struct MonthLine {
  bool active = false;
  bool known = false;       // all of the rest holds for `key`
  bool list_known = false;  // quantities, cost basis and waterfall.list do
  bool kept = false;        // nothing was computed: all is as it was in the month priced before
  MonthKey key;
  Waterfall waterfall;
  CostBasis cost;
  std::int64_t list = 0;  // after_uplift rounded, minor units
  std::int64_t net = 0;   // after_bounds rounded, minor units
};

// How a month differs from the plain one.
struct MonthView {
  int period = 1;
  bool peak = false;         // quantities of peak trading
  bool ignore_free = false;  // as if no month were free
  bool one_off = false;      // the lines that are charged once, whenever they start
};

// Everything that pricing a month reads and that does not change from month to month.
struct MonthInputs {
  const Context& context;
  std::span<const ActiveLine> lines;
  std::span<const int> order;  // indices into lines, percentages after what they are taken of
  std::span<const int> line_of_component;
  std::span<const Decimal> sizes;  // average quantity of each meter
};

// Working memory from month to month.
struct MonthMemory {
  std::vector<std::int64_t> weights;
  std::vector<std::int64_t> shares;
  std::vector<Decimal> readings;
  std::array<const VolumeStep*, model::service_line_count> volume_steps{};  // of the last month, by service line
};

// A line's list price, net and parts of cost in a period, and the amount of a commitment period, are at most this many
// minor units, so that no sum over a deal leaves 64 bits.
constexpr std::int64_t most_minor = 10'000'000'000'000;

// Prices every line that is active in view.period (or every one-off line) into `out` (as long as lines); others get
// active = false. Lines that are known from a month with the same key are kept as they are; `out` starts with none
// known. Returns the index of a line whose value is too large, else -1.
int price_month(const MonthInputs& inputs, const MonthView& view, std::span<MonthLine> out, MonthMemory& memory);

// The factor of the deal's uplift in a period: 1, and at each anniversary times (1 + rate), rounded half up to 9
// places.
Exact uplift_factor(const model::Uplift& uplift, int period);

}  // namespace dealwright::pricing
