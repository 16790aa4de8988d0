#include "core/roi/rate_of_return.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/stable_order.hpp"
#include "core/roi/bernstein.hpp"
#include "core/roi/dated_roots.hpp"
#include "core/roi/elementary.hpp"
#include "core/roi/net_present_value.hpp"
#include "core/roi/root_finder.hpp"

namespace dealwright::roi {

namespace {

// With x the discount factor 1 / (1 + rate) for rates above zero, the growth factor 1 + rate for those below: the least
// x that counts, a little outside the range of rates, so that a rate at its end is inside.
constexpr double least_discount = (1 - 0x1p-44) / (1 + greatest_rate);
constexpr double least_growth = (1 - 0x1p-44) * (1 + least_rate);

int changes_of_sign(std::span<const double> flows) {
  int changes = 0;
  double last = 0;
  for (const double flow : flows) {
    if (!(std::abs(flow) > 0)) continue;
    changes += static_cast<int>(last * flow < 0);
    last = flow < 0 ? -1 : 1;
  }
  return changes;
}

std::span<const double> without_zeros_at_ends(std::span<const double> flows) {
  while (!flows.empty() && !(std::abs(flows.front()) > 0)) flows = flows.subspan(1);
  while (!flows.empty() && !(std::abs(flows.back()) > 0)) flows = flows.first(flows.size() - 1);
  return flows;
}

// The sum of the flows; 0 where it is not certain to be above or below.
double sum_of(std::span<const double> flows) {
  double sum = 0, scale = 0;
  for (const double flow : flows) {
    sum += flow;
    scale += std::abs(flow);
  }
  if (std::abs(sum) > scale * static_cast<double>(flows.size()) * 0x1p-51) return sum;
  const Sample sample = sample_of_powers(flows, 1);
  return std::abs(sample.value) > sample.noise ? sample.value : 0;
}

void finish(RatesOfReturn& result) {
  sort_stably(result.rates, [](const RateOfReturn& a, const RateOfReturn& b) { return a.rate < b.rate; });
  result.status = result.rates.empty()       ? RateStatus::none
                  : result.rates.size() == 1 ? RateStatus::one
                                             : RateStatus::many;
  result.fault = result.rates.empty() ? Fault::none_in_range : Fault::none;
}

void add_rate(RatesOfReturn& result, double rate, bool is_multiple) {
  if (rate > least_rate) result.rates.push_back({std::min(rate, greatest_rate), is_multiple});
}

}  // namespace

const RatesOfReturn& RateFinder::find(std::span<const double> flows) {
  result_.rates.clear();
  result_.status = RateStatus::none;
  result_.fault = fault_of_flows(flows);
  if (result_.fault != Fault::none) return result_;
  flows = without_zeros_at_ends(flows);
  const int changes = changes_of_sign(flows);
  if (changes == 0) {
    result_.fault = flows.empty() ? Fault::all_zero : Fault::no_sign_change;
    return result_;
  }
  c_.assign(flows.begin(), flows.end());
  // A rate of zero is a zero of the polynomial at 1. Without it, c is divided by 1 - x, which sums up the flows.
  double sum = sum_of(c_);
  int at_zero = 0;
  for (; c_.size() > 1 && !(std::abs(sum) > 0); sum = sum_of(c_)) {
    for (std::size_t k = 1; k < c_.size(); ++k) c_[k] += c_[k - 1];
    c_.pop_back();
    // The last sum is the last flow turned round, unless rounding swallows so small a flow.
    while (c_.size() > 1 && !(std::abs(c_.back()) > 0)) c_.pop_back();
    ++at_zero;
  }
  if (at_zero > 0) add_rate(result_, 0, at_zero > 1);
  const int left = at_zero > 0 ? changes_of_sign(c_) : changes;
  if (left == 1) find_single(sum > 0);
  if (left > 1) find_all(sum > 0);
  finish(result_);
  return result_;
}

// By Descartes' rule one change of sign means exactly one zero.
void RateFinder::find_single(bool is_sum_positive) {
  const bool is_discount = (c_.front() > 0) != is_sum_positive;
  if (!is_discount) std::reverse(c_.begin(), c_.end());
  const double least = is_discount ? least_discount : least_growth;
  const bool is_positive_at_least = sample_of_powers(c_, least).value > 0;
  if (is_positive_at_least == is_sum_positive) return;
  const auto value_at = [this](double place) { return sample_of_powers(c_, exponential(place)); };
  roots_.assign(1, {crossing(value_at, logarithm(least), 0, 0, is_positive_at_least), false});
  add_roots(is_discount);
}

void RateFinder::find_all(bool is_sum_positive) {
  forward_.resize(c_.size());
  backward_.resize(c_.size());
  bernstein_coefficients(c_, forward_, backward_);
  roots_.clear();
  isolation_.find(c_, forward_, is_sum_positive, least_discount, roots_);
  add_roots(true);
  std::reverse(c_.begin(), c_.end());
  roots_.clear();
  isolation_.find(c_, backward_, is_sum_positive, least_growth, roots_);
  add_roots(false);
}

void RateFinder::add_roots(bool is_discount) {
  for (const Root& root : roots_) {
    add_rate(result_, exponential_less_one(is_discount ? -root.place : root.place), root.is_multiple);
  }
}

RatesOfReturn rates_of_return(std::span<const double> flows) {
  return RateFinder().find(flows);
}

RatesOfReturn dated_rates_of_return(std::span<const DatedFlow> flows) {
  RatesOfReturn result;
  result.fault = fault_of_flows(flows);
  if (result.fault != Fault::none) return result;
  std::vector<double> amounts, years;
  for (std::size_t i = 0; i < flows.size();) {
    // Flows of one day are one flow.
    double amount = 0, moved = 0;
    const Date day = flows[i].day;
    for (; i < flows.size() && flows[i].day == day; ++i) {
      amount += flows[i].amount;
      moved += std::abs(flows[i].amount);
    }
    if (!(std::abs(amount) > moved * 0x1p-50)) continue;
    amounts.push_back(amount);
    years.push_back(days_between(flows.front().day, day) / 365.0);
  }
  const int changes = changes_of_sign(amounts);
  if (changes == 0) {
    result.fault = amounts.empty() ? Fault::all_zero : Fault::no_sign_change;
    return result;
  }
  std::vector<Root> roots;
  find_dated_roots(amounts, years, logarithm(least_growth), -logarithm(least_discount), changes == 1, roots);
  const Sample at_zero = sample_of_dated(amounts, years, 0);
  const bool is_zero_a_root = !(std::abs(at_zero.value) > at_zero.noise);
  for (const Root& root : roots) {
    const bool is_zero = is_zero_a_root && std::abs(root.place) < 1e-12;
    add_rate(result, is_zero ? 0 : exponential_less_one(root.place), root.is_multiple);
  }
  finish(result);
  return result;
}

RatesOfReturn rates_of(const Annuity& terms) {
  RatesOfReturn result;
  for (const double amount : {terms.payment, terms.present, terms.future}) {
    result.fault = fault_of_amount(amount);
    if (result.fault != Fault::none) return result;
  }
  result.fault = Fault::bad_term;
  if (!(terms.periods >= 1 && terms.periods <= longest_horizon)) return result;
  const std::size_t periods = static_cast<std::size_t>(terms.periods);
  if (static_cast<double>(periods) < terms.periods) return result;
  std::vector<double> flows(periods + 1, terms.payment);
  (terms.due == Due::begin ? flows.back() : flows.front()) = 0;
  flows.front() += terms.present;
  flows.back() += terms.future;
  return rates_of_return(flows);
}

Answer modified_rate_of_return(std::span<const double> flows, double finance_rate, double reinvestment_rate) {
  std::vector<double> paid(flows.begin(), flows.end()), received(flows.begin(), flows.end());
  for (double& flow : paid) flow = std::min(flow, 0.0);
  for (double& flow : received) flow = std::max(flow, 0.0);
  const Answer cost = annual_net_present_value(paid, finance_rate);
  if (!cost.has_value()) return cost;
  const Answer gain = annual_net_present_value(received, reinvestment_rate);
  if (!gain.has_value()) return gain;
  if (!(cost.value < 0 && gain.value > 0) || flows.size() < 2) return {0, Fault::no_sign_change};
  // ((what is received, grown to the end) / (what is paid, today))^(1 / periods) - 1, in logarithms, which stay small.
  const double growth = (logarithm(gain.value) - logarithm(-cost.value)) / static_cast<double>(flows.size() - 1);
  return answer_of(exponential_less_one(growth + logarithm_of_one_plus(reinvestment_rate)));
}

}  // namespace dealwright::roi
