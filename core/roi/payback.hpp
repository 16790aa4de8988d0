#pragma once
// When what was paid has come back.

#include <cstdint>
#include <span>

#include <boost/describe/enum.hpp>

#include "core/roi/answer.hpp"

namespace dealwright::roi {

enum class PaybackStatus : std::uint8_t {
  reached,
  at_once,  // the balance is never below zero: there is nothing to pay back
  never,    // the balance falls below zero and has not come back when the flows end
  unknown,  // the input is at fault
};
BOOST_DESCRIBE_ENUM(PaybackStatus, reached, at_once, never, unknown)

struct Payback {
  PaybackStatus status = PaybackStatus::unknown;
  double periods = 0;          // where reached: periods from time 0, as if a period's flow came evenly over it
  int first_whole_period = 0;  // where reached: the first period at whose end the balance is not below zero
  bool falls_again = false;    // where reached: the balance is below zero at the end of a later period
  Fault fault = Fault::none;
};

// The balance is the sum of the flows from time 0 on. Payback is where it first returns to zero from below; a balance
// that only rounding of the flows' last digits holds below zero counts as zero. Interpolation inside the period:
// Brealey, Myers and Allen, "Principles of Corporate Finance", chapter 5.
Payback simple_payback(std::span<const double> flows);
// The same over the present values of the flows at the rate of one period.
Payback discounted_payback(std::span<const double> flows, double rate);

}  // namespace dealwright::roi
