#pragma once
// A figure over cash flows, or the reason why there is none. Never a NaN, never an infinity.

#include <cstdint>
#include <span>

#include <boost/describe/enum.hpp>

#include "core/base/date.hpp"
#include "core/base/diagnostic.hpp"

namespace dealwright::roi {

// Flows reach from time 0 to at most that many periods later: fifty years of months.
inline constexpr int longest_horizon = 600;
// Dated flows lie within that many days: fifty years.
inline constexpr int most_days = 18263;
// No amount may be greater than that, either way.
inline constexpr double greatest_amount = 1e18;
// Rates, a year or a period, are above the least and at most the greatest: above -99.9 %, up to 1000 %.
inline constexpr double least_rate = -0.999;
inline constexpr double greatest_rate = 10;

enum class Fault : std::uint8_t {
  none,
  no_flows,             // there is none
  too_long,             // more than longest_horizon periods, or more than most_days from the first to the last day
  amount_out_of_range,  // an amount is no number, or greater than greatest_amount
  rate_out_of_range,    // a rate is no number, or not above least_rate and up to greatest_rate
  day_not_stated,       // a dated flow has no day
  days_out_of_order,    // a dated flow lies before the one that stands before it
  all_zero,             // every flow is zero, so that every rate is one of return
  no_sign_change,       // nothing is paid, or nothing received
  none_in_range,        // the signs change, but the net present value is zero at no rate in range
  bad_term,             // the number of periods is not above 0, or the period asked for is not among them
  no_solution,          // no number of periods, or rate, balances the terms
  result_out_of_range,  // the result is greater than a double can hold
};
BOOST_DESCRIBE_ENUM(Fault, none, no_flows, too_long, amount_out_of_range, rate_out_of_range, day_not_stated,
                    days_out_of_order, all_zero, no_sign_change, none_in_range, bad_term, no_solution,
                    result_out_of_range)

// The same for a person: code "cash_flow.no_flows", what is wrong and what would be right. The fault must not be none.
Diagnostic diagnostic_of(Fault fault);

struct Answer {
  double value = 0;  // 0 where there is a fault
  Fault fault = Fault::none;

  bool has_value() const { return fault == Fault::none; }
};

// The value, or result_out_of_range where it is no finite number.
Answer answer_of(double value);

// An amount on a day.
struct DatedFlow {
  Date day;
  double amount = 0;
};

// What is wrong with flows of which the first is at time 0 and the others follow a period apart; of amounts and days.
Fault fault_of_flows(std::span<const double> flows);
Fault fault_of_flows(std::span<const DatedFlow> flows);
// What is wrong with one amount, with one rate.
Fault fault_of_amount(double amount);
Fault fault_of_rate(double rate);

}  // namespace dealwright::roi
