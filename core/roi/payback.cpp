#include "core/roi/payback.hpp"

#include <cmath>
#include <cstddef>

#include "core/roi/net_present_value.hpp"

namespace dealwright::roi {

namespace {

// The rounding of up to 601 flows and of their present values, relative to the sum of their magnitudes.
constexpr double rounding = 0x1p-48;

Payback payback_of(std::span<const double> flows) {
  Payback payback;
  payback.status = PaybackStatus::at_once;
  double balance = 0, moved = 0;
  for (std::size_t period = 0; period < flows.size(); ++period) {
    const double before = balance;
    balance += flows[period];
    moved += std::abs(flows[period]);
    const bool is_short = balance < -rounding * moved;
    if (is_short && payback.status == PaybackStatus::reached) payback.falls_again = true;
    if (is_short && payback.status == PaybackStatus::at_once) payback.status = PaybackStatus::never;
    if (is_short || payback.status != PaybackStatus::never) continue;
    payback.status = PaybackStatus::reached;
    payback.first_whole_period = static_cast<int>(period);
    const double share = -before / flows[period];  // above 1 by rounding alone
    payback.periods = static_cast<double>(period) - 1 + (share < 1 ? share : 1);
  }
  return payback;
}

}  // namespace

Payback simple_payback(std::span<const double> flows) {
  Payback payback;
  payback.fault = fault_of_flows(flows);
  return payback.fault == Fault::none ? payback_of(flows) : payback;
}

Payback discounted_payback(std::span<const double> flows, double rate) {
  const PresentValues values = present_values(flows, rate);
  Payback payback;
  payback.fault = values.fault;
  return payback.fault == Fault::none ? payback_of(values.values) : payback;
}

}  // namespace dealwright::roi
