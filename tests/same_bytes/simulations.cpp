#include "tests/same_bytes/simulations.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/sha256.hpp"
#include "core/roi/normal.hpp"
#include "core/roi/order_statistics.hpp"
#include "core/roi/simulation.hpp"
#include "core/roi/variance_share.hpp"
#include "tests/roi/models.hpp"

namespace dealwright::tests {

namespace {

template <class T>
std::string line(std::string_view name, const std::vector<T>& values) {
  const std::string_view bytes{reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
  return "simulation " + std::string(name) + " " + sha256_hex(bytes) + "\n";
}

std::string normal_line() {
  std::vector<double> values;
  for (int i = -800; i <= 800; ++i) {
    const double x = i * 0.0173;
    const double probability = roi::normal_distribution(x);
    values.insert(values.end(), {probability, roi::normal_density(x), roi::normal_quantile(probability)});
  }
  return line("normal", values);
}

std::string quantile_line() {
  std::vector<double> values;
  for (const roi::Distribution& one : one_of_each_kind()) {
    values.push_back(roi::mean_of(one));
    values.push_back(roi::variance_of(one));
    for (int i = 1; i < 200; ++i) values.push_back(roi::quantile_of(one, i / 200.0));
  }
  return line("quantiles", values);
}

std::string run_lines(std::uint64_t seed) {
  constexpr std::size_t trials = 20'000;
  const auto simulation = roi::Simulation::from(varied_model());
  std::vector<double> npv(trials), total(trials);
  std::vector<std::uint16_t> payback(trials);
  roi::run_all(*simulation, seed, {npv, total, payback});
  const std::vector<double> asked{0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95};
  std::vector<double> summary = roi::quantiles(npv, asked);
  const roi::Moments moments = roi::moments(npv);
  summary.insert(summary.end(), {moments.mean, moments.deviation, moments.standard_error, moments.least,
                                 moments.greatest, roi::share_above(npv, 0), roi::share_paid_back(payback, 24)});
  for (const roi::VarianceShare& one : roi::variance_shares(*simulation, seed, npv))
    summary.insert(summary.end(), {one.rank, one.share});
  for (const roi::CurvePoint& one : roi::s_curve(npv, 41)) summary.push_back(one.value);
  return line("npv", npv) + line("total", total) + line("payback", payback) + line("summary", summary) +
         line("histogram", roi::histogram(npv, 40).counts);
}

std::string correlation_line() {
  std::vector<double> values;
  const std::vector<roi::RankCorrelation> stated{{0, 1, 0.9}, {1, 2, 0.8}, {0, 2, -0.7}, {2, 3, 0.5}};
  for (const roi::RankCorrelation& one : roi::nearest_correlations(stated)) values.push_back(one.rank);
  return line("correlations", values);
}

}  // namespace

std::string simulations_of() {
  return normal_line() + quantile_line() + run_lines(1) + run_lines(0x123456789abcdef0u) + correlation_line();
}

}  // namespace dealwright::tests
