#pragma once
// A business case with some of its inputs changed: what it comes to, to the same cent as customer_return().

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/roi/customer_return.hpp"

namespace dealwright::roi {

// What can be varied: every input of the bound case, then the discount rate a year, then the fees as a multiple of what
// is agreed.
enum class VariedKind : std::uint8_t {
  input,
  growth,  // of one year; an input of the case like others, but a rate that works on every later year
  discount_rate,
  fees
};

struct VariedInput {
  VariedKind kind = VariedKind::input;
  std::string name;  // the bound case's, with " (2)" behind it where a name comes again; "discount_rate", "fees"
  Decimal low, likely, high;
  bool is_share = false;  // at most 1

  bool has_range() const { return low != high; }
};

// Present values in minor units, as rounded row by row.
struct CaseWorth {
  std::int64_t benefits = 0;
  std::int64_t costs = 0;

  std::int64_t npv() const { return benefits - costs; }
};

// What to vary it by where the caller does not state it.
struct VariedRanges {
  std::optional<Decimal> discount_low, discount_high;  // default: 2 points to either side, not below 0 nor above 1
  std::optional<Decimal> fees_low, fees_high;          // multiples; default: 0.9 and 1.1
};

class CaseVariation {
 public:
  // Both of the same case; they are copied.
  CaseVariation(const BoundCase& bound, const MonthlyCase& monthly, const VariedRanges& ranges = {});

  const std::vector<VariedInput>& inputs() const { return inputs_; }
  Currency currency() const { return bound_.currency; }

  // The index among inputs(); their number where there is none of that name, which is appended to `diagnostics` with
  // the nearest.
  std::size_t find(std::string_view name, Diagnostics& diagnostics) const;

  // Changes one input; rows that it does not touch stay. False where a month would be greater than can be reckoned
  // with: set it again before anything else is asked.
  bool set(std::size_t input, Decimal value);
  void reset(std::size_t input) { set(input, inputs_[input].likely); }

  CaseWorth worth() const;
  // By months, not discounted.
  Payback payback() const;

  // The greatest value that the input can have: 1 of a share and of the discount rate, 10 of growth, else what months
  // can hold.
  Decimal greatest(std::size_t input) const;
  // The least: -1 of growth, else 0.
  Decimal least(std::size_t input) const;

 private:
  struct Row {
    bool is_cost = false;
    std::vector<std::int64_t> adjusted;
    std::int64_t present = 0;
  };

  BoundCase bound_;
  std::vector<std::vector<std::int64_t>> fees_;  // as agreed
  std::vector<Row> rows_;                        // fees, then the streams
  std::vector<VariedInput> inputs_;
  std::vector<std::vector<double>> likely_parts_;  // of the streams

  bool set_row(std::size_t stream);
  void regrow(std::size_t stream);
  void add_inputs(const VariedRanges& ranges);
  bool set_fees(Decimal multiple);
  void discount(Row& row) { row.present = present_value(row.adjusted, bound_.discount); }
};

}  // namespace dealwright::roi
