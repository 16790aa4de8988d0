#include "core/roi/answer.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace dealwright::roi {

namespace {

struct Words {
  std::string_view code, message, expected;
};

Words words_of(Fault fault) {
  switch (fault) {
    case Fault::none:
      break;
    case Fault::no_flows:
      return {"no_flows", "there are no flows", "at least one amount"};
    case Fault::too_long:
      return {"too_long", "the flows reach too far", "at most 600 periods, or 18263 days from the first to the last"};
    case Fault::amount_out_of_range:
      return {"amount_out_of_range", "an amount is out of range", "an amount from -10^18 to 10^18"};
    case Fault::rate_out_of_range:
      return {"rate_out_of_range", "a rate is out of range", "a rate above -99.9 % and up to 1000 %"};
    case Fault::day_not_stated:
      return {"day_not_stated", "a flow has no day", "a day such as 2026-02-28"};
    case Fault::days_out_of_order:
      return {"days_out_of_order", "a flow lies before the one that stands before it",
              "flows in the order of their days"};
    case Fault::all_zero:
      return {"all_zero", "every flow is zero, so that every rate is one of return",
              "an amount that is paid and one that is received"};
    case Fault::no_sign_change:
      return {"no_sign_change", "all flows have the same sign, so that there is no rate of return",
              "an amount that is paid and one that is received"};
    case Fault::none_in_range:
      return {"none_in_range", "no rate above -99.9 % and up to 1000 % brings the net present value to zero",
              "the net present value at a stated rate instead"};
    case Fault::bad_term:
      return {"bad_term", "the number of periods, or the period asked for, is out of range",
              "1 to 600 periods, and a period among them"};
    case Fault::no_solution:
      return {"no_solution", "no number of periods brings the balance to its end",
              "a payment greater than the interest of a period"};
    case Fault::result_out_of_range:
      return {"result_out_of_range", "the result is too great to be stated",
              "a shorter horizon or a rate nearer to zero"};
  }
  return {"none", "nothing is wrong", ""};
}

}  // namespace

Diagnostic diagnostic_of(Fault fault) {
  const auto [code, message, expected] = words_of(fault);
  Diagnostic diagnostic;
  diagnostic.code = "cash_flow.";
  diagnostic.code += code;
  diagnostic.message = message;
  diagnostic.expected = expected;
  return diagnostic;
}

Answer answer_of(double value) {
  return std::isfinite(value) ? Answer{value, Fault::none} : Answer{0, Fault::result_out_of_range};
}

Fault fault_of_flows(std::span<const double> flows) {
  if (flows.empty()) return Fault::no_flows;
  if (flows.size() > longest_horizon + 1) return Fault::too_long;
  for (const double flow : flows)
    if (fault_of_amount(flow) != Fault::none) return Fault::amount_out_of_range;
  return Fault::none;
}

Fault fault_of_flows(std::span<const DatedFlow> flows) {
  if (flows.empty()) return Fault::no_flows;
  Date before = flows.front().day;
  for (const DatedFlow& flow : flows) {
    if (fault_of_amount(flow.amount) != Fault::none) return Fault::amount_out_of_range;
    if (!flow.day.is_stated()) return Fault::day_not_stated;
    if (flow.day < before) return Fault::days_out_of_order;
    before = flow.day;
  }
  const bool is_short =
      flows.size() <= longest_horizon + 1 && days_between(flows.front().day, flows.back().day) <= most_days;
  return is_short ? Fault::none : Fault::too_long;
}

Fault fault_of_amount(double amount) {
  return std::abs(amount) <= greatest_amount ? Fault::none : Fault::amount_out_of_range;
}

Fault fault_of_rate(double rate) {
  return rate > least_rate && rate <= greatest_rate ? Fault::none : Fault::rate_out_of_range;
}

}  // namespace dealwright::roi
