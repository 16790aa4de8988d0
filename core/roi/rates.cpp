#include "core/roi/rates.hpp"

#include "core/roi/elementary.hpp"

namespace dealwright::roi {

Answer monthly_rate(double annual_rate, RateConvention convention) {
  if (const Fault fault = fault_of_rate(annual_rate); fault != Fault::none) return {0, fault};
  if (convention == RateConvention::nominal) return {annual_rate / 12, Fault::none};
  return {exponential_less_one(logarithm_of_one_plus(annual_rate) / 12), Fault::none};
}

Answer annual_rate(double monthly_rate, RateConvention convention) {
  if (const Fault fault = fault_of_rate(monthly_rate); fault != Fault::none) return {0, fault};
  if (convention == RateConvention::nominal) return {monthly_rate * 12, Fault::none};
  return {exponential_less_one(logarithm_of_one_plus(monthly_rate) * 12), Fault::none};
}

}  // namespace dealwright::roi
