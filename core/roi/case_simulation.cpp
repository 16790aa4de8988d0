#include "core/roi/case_simulation.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/stable_order.hpp"
#include "core/roi/estimate.hpp"
#include "core/roi/order_statistics.hpp"
#include "core/roi/rounding.hpp"
#include "core/roi/variance_share.hpp"

namespace dealwright::roi {

namespace {

constexpr std::array<int, 7> percents{5, 10, 25, 50, 75, 90, 95};
constexpr std::size_t histogram_bins = 30;

// Parts are of the greatest month, for no part may be large.
Stream fees_of(const BoundCase& bound, const MonthlyCase& monthly) {
  Stream stream;
  stream.parts.resize(bound.discount.size());
  for (const MonthlyRow& row : monthly.costs) {
    if (!row.id.starts_with("fees_")) continue;
    for (std::size_t month = 0; month < row.adjusted.size(); ++month)
      stream.parts[month] += static_cast<double>(row.adjusted[month]);
  }
  double greatest = 1;
  for (const double part : stream.parts) greatest = std::max(greatest, std::max(part, -part));
  for (double& part : stream.parts) part /= greatest;
  stream.amount = -greatest / static_cast<double>(bound.currency.minor_per_major());
  return stream;
}

}  // namespace

namespace {

// Of what grows at a rate that is not known for sure, one stream a year: each has the growth of every year up to its
// own for factors.
void add_years(const BoundCase& bound, const CaseStream& one, const Stream& whole, SimulationModel& model) {
  Stream year = whole;
  for (std::size_t number = 0; 12 * number + 1 < one.adoption.size(); ++number) {
    if (number > 0) year.factors.push_back(bound.growth[number - 1]);
    year.parts.assign(one.adoption.size(), 0);
    bool flows = false;
    for (std::size_t month = 12 * number + 1; month <= 12 * number + 12 && month < one.adoption.size(); ++month) {
      year.parts[month] = one.adoption[month] * to_double(one.adjustment);
      flows = flows || year.parts[month] > 0;
    }
    if (flows) model.streams.push_back(year);
  }
}

}  // namespace

SimulationModel simulation_model(const BoundCase& bound, const MonthlyCase& monthly) {
  SimulationModel model;
  model.discount = bound.discount;
  model.correlations = bound.correlations;
  for (const CaseInput& input : bound.inputs) model.inputs.push_back(distribution_of(input));
  for (const std::size_t input : bound.growth) {
    Distribution& factor = model.inputs[input];
    factor.low += 1;
    factor.likely += 1;
    factor.high += 1;
  }
  model.streams.push_back(fees_of(bound, monthly));
  for (const CaseStream& one : bound.streams) {
    Stream stream;
    stream.amount = one.is_cost() ? -1 : 1;
    stream.factors = one.inputs;
    if (!bound.growth.empty() && !one.adoption.empty()) {
      add_years(bound, one, stream, model);
      continue;
    }
    stream.parts = one.parts;
    for (double& part : stream.parts) part *= to_double(one.adjustment);
    model.streams.push_back(std::move(stream));
  }
  return model;
}

SimulatedReturn simulated_return(const BoundCase& bound, const CustomerReturn& likely, const Simulation& simulation,
                                 std::uint64_t seed, int within_months, std::span<const double> npv,
                                 std::span<const std::uint16_t> payback) {
  SimulatedReturn out;
  const auto money = [&](double amount) { return Money{to_minor(amount, bound.currency).value_or(0), bound.currency}; };
  const auto share = [&](double part) {
    const auto trials = static_cast<std::int64_t>(npv.size());
    return Ratio{rounded(part * static_cast<double>(trials)).value_or(0), trials};
  };
  out.currency = bound.currency;
  out.trials = npv.size();
  out.seed = seed;
  out.horizon_months = bound.horizon;
  out.within_months = within_months;
  out.npv = likely.net.present;
  const Moments all = moments(npv);
  out.mean = money(all.mean);
  out.standard_error = money(all.standard_error);
  out.deviation = money(all.deviation);
  std::vector<double> probabilities;
  for (const int percent : percents) probabilities.push_back(percent / 100.0);
  const std::vector<double> found = quantiles(npv, probabilities);
  for (std::size_t i = 0; i < found.size(); ++i) out.percentiles.push_back({percents[i], money(found[i])});
  const Histogram bins = histogram(npv, histogram_bins);
  for (std::size_t i = 0; i < bins.counts.size(); ++i) {
    const double from = bins.low + static_cast<double>(i) * bins.width;
    out.histogram.push_back({money(from), money(from + bins.width), bins.counts[i]});
  }
  const std::vector<CurvePoint> points = s_curve(npv, 101);
  for (std::size_t i = 0; i < points.size(); ++i) out.curve.push_back({static_cast<int>(i), money(points[i].value)});
  out.positive = share(share_above(npv, 0));
  out.paid_back = share(share_paid_back(payback, static_cast<std::uint16_t>(within_months)));
  const std::vector<VarianceShare> shares = variance_shares(simulation, seed, npv);
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const CaseInput& input = bound.inputs[i];
    if (input.is_certain()) continue;
    out.inputs.push_back({input.name, input.shape, input.low, input.likely, input.high,
                          to_decimal(shares[i].rank).value_or(Decimal()),
                          to_decimal(shares[i].share).value_or(Decimal())});
  }
  sort_stably(out.inputs, [](const InputShare& a, const InputShare& b) { return a.share > b.share; });
  return out;
}

}  // namespace dealwright::roi
