#include "core/roi/net_present_value.hpp"

#include <cmath>
#include <utility>

#include "core/roi/elementary.hpp"

namespace dealwright::roi {

namespace {

PresentValues fault_alone(Fault fault) {
  PresentValues none;
  none.fault = fault;
  return none;
}

Answer total_of(const PresentValues& values) {
  return {values.total, values.fault};
}

void add(PresentValues& values, double value) {
  values.values.push_back(value);
  values.total += value;
}

PresentValues checked(PresentValues values) {
  return std::isfinite(values.total) ? std::move(values) : fault_alone(Fault::result_out_of_range);
}

}  // namespace

PresentValues present_values(std::span<const double> flows, double rate) {
  if (const Fault fault = fault_of_flows(flows); fault != Fault::none) return fault_alone(fault);
  if (const Fault fault = fault_of_rate(rate); fault != Fault::none) return fault_alone(fault);
  PresentValues values;
  values.values.reserve(flows.size());
  double growth = 1;
  for (const double flow : flows) {
    // Where the growth has left the range of a double, a flow of nothing is still worth nothing.
    add(values, std::abs(flow) > 0 ? flow / growth : 0);
    growth *= 1 + rate;
  }
  return checked(std::move(values));
}

Answer annual_net_present_value(std::span<const double> flows, double annual_rate) {
  return total_of(present_values(flows, annual_rate));
}

Answer monthly_net_present_value(std::span<const double> flows, double annual_rate, RateConvention convention) {
  const Answer rate = monthly_rate(annual_rate, convention);
  return rate.has_value() ? total_of(present_values(flows, rate.value)) : rate;
}

PresentValues dated_present_values(std::span<const DatedFlow> flows, double annual_rate) {
  if (const Fault fault = fault_of_flows(flows); fault != Fault::none) return fault_alone(fault);
  if (const Fault fault = fault_of_rate(annual_rate); fault != Fault::none) return fault_alone(fault);
  PresentValues values;
  values.values.reserve(flows.size());
  for (const DatedFlow& flow : flows) {
    const int days = days_between(flows.front().day, flow.day);
    add(values, flow.amount / real_power(1 + annual_rate, days / 365.0));
  }
  return checked(std::move(values));
}

Answer dated_net_present_value(std::span<const DatedFlow> flows, double annual_rate) {
  return total_of(dated_present_values(flows, annual_rate));
}

}  // namespace dealwright::roi
