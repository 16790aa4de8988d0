#pragma once
// What flows of money over time are worth today.

#include <span>
#include <vector>

#include "core/roi/answer.hpp"
#include "core/roi/rates.hpp"

namespace dealwright::roi {

struct PresentValues {
  std::vector<double> values;  // one for each flow; empty where there is a fault
  double total = 0;            // their sum, from the first to the last
  Fault fault = Fault::none;
};

// flows[0] is at time 0 and not discounted; flows[k] is at the end of period k and worth flows[k] / (1 + rate)^k. The
// rate is that of one period.
PresentValues present_values(std::span<const double> flows, double rate);

// The annual convention: time 0, then the ends of years. The total of present_values.
// (Spreadsheets' NPV discounts its first value by a period: there time 0 is added to it.)
Answer annual_net_present_value(std::span<const double> flows, double annual_rate);
// The monthly convention: time 0, then the ends of months, at the monthly rate that the convention makes of the annual.
Answer monthly_net_present_value(std::span<const double> flows, double annual_rate, RateConvention convention);

// Spreadsheets' XNPV: each amount over (1 + annual_rate)^(days / 365), where the days count from the first flow, which
// is the earliest; 365 in leap years too.
PresentValues dated_present_values(std::span<const DatedFlow> flows, double annual_rate);
Answer dated_net_present_value(std::span<const DatedFlow> flows, double annual_rate);

}  // namespace dealwright::roi
