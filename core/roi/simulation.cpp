#include "core/roi/simulation.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace dealwright::roi {

namespace {

constexpr double greatest_amount = 1e15;
constexpr double greatest_part = 1e6;
constexpr double greatest_flows = 1e100;
// Of all that flows: sums of that many periods differ by less from how they are rounded.
constexpr double payback_tolerance = 1e-12;

bool is_within(double value, double bound) {
  return value >= -bound && value <= bound;
}

Diagnostic mistake(const char* code, std::string pointer, const char* message, std::string expected) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.pointer = std::move(pointer);
  diagnostic.message = message;
  diagnostic.expected = std::move(expected);
  return diagnostic;
}

void check_stream(const Stream& stream, const SimulationModel& model, const std::string& pointer,
                  Diagnostics& diagnostics) {
  if (!is_within(stream.amount, greatest_amount))
    diagnostics.push_back(
        mistake("simulation.amount", pointer + "/amount", "The amount is more than money can be", "a smaller amount"));
  if (stream.factors.size() > most_factors)
    diagnostics.push_back(mistake("simulation.factors", pointer + "/factors", "Too many inputs are multiplied",
                                  "at most " + std::to_string(most_factors)));
  for (const std::size_t factor : stream.factors) {
    if (factor < model.inputs.size()) continue;
    diagnostics.push_back(mistake("simulation.unknown_input", pointer + "/factors",
                                  "A factor is an input that there is not", "one of the inputs"));
    break;
  }
  const bool is_sound =
      std::all_of(stream.parts.begin(), stream.parts.end(), [](double part) { return is_within(part, greatest_part); });
  if (stream.parts.size() != model.discount.size() || !is_sound)
    diagnostics.push_back(mistake("simulation.parts", pointer + "/parts",
                                  "The stream does not say what part of it flows in each period",
                                  "as many parts as periods, now included, each at most a million"));
}

Diagnostics check_model(const SimulationModel& model) {
  Diagnostics diagnostics;
  if (model.inputs.size() > most_inputs || model.streams.size() > most_streams)
    diagnostics.push_back(
        mistake("simulation.too_large", "", "The model has too many inputs or streams",
                "at most " + std::to_string(most_inputs) + " inputs and " + std::to_string(most_streams) + " streams"));
  const bool is_sound = std::all_of(model.discount.begin(), model.discount.end(),
                                    [](double factor) { return factor > 0 && factor <= greatest_part; });
  if (model.discount.empty() || model.discount.size() > most_periods || !is_sound)
    diagnostics.push_back(
        mistake("simulation.discount", "/discount", "The discount factors are no use",
                "one above 0 for now and for each of up to " + std::to_string(most_periods - 1) + " periods"));
  if (!diagnostics.empty()) return diagnostics;
  for (std::size_t i = 0; i < model.inputs.size(); ++i)
    for (Diagnostic& one : check_distribution(model.inputs[i], "/inputs/" + std::to_string(i)))
      diagnostics.push_back(std::move(one));
  for (Diagnostic& one : check_correlations(model.correlations, model.inputs.size(), "/correlations"))
    diagnostics.push_back(std::move(one));
  for (std::size_t i = 0; i < model.streams.size(); ++i)
    check_stream(model.streams[i], model, "/streams/" + std::to_string(i), diagnostics);
  return diagnostics;
}

}  // namespace

Result<Simulation> Simulation::from(const SimulationModel& model, const Simulation* before) {
  Diagnostics diagnostics = check_model(model);
  if (!diagnostics.empty()) return diagnostics;
  Simulation simulation(model);
  simulation.prepare_inputs(before);
  diagnostics = simulation.prepare_streams();
  if (!diagnostics.empty()) return diagnostics;
  return simulation;
}

void Simulation::prepare_inputs(const Simulation* before) {
  samplers_.reserve(model_.inputs.size());
  for (std::size_t i = 0; i < model_.inputs.size(); ++i) {
    const bool is_known =
        before != nullptr && i < before->samplers_.size() && before->model_.inputs[i] == model_.inputs[i];
    if (is_known) {
      samplers_.push_back(before->samplers_[i]);
    } else {
      samplers_.emplace_back(model_.inputs[i]);
    }
  }
  if (model_.correlations.empty()) return;
  copula_ = copula_of(model_.correlations);
  normal_cells_ = normal_quantile_table();
  bell_cells_ = bell_table();
}

Diagnostics Simulation::prepare_streams() {
  std::vector<double> certain(model_.discount.size());
  uses_.resize(model_.inputs.size());
  double greatest = 0;
  double usual = 0;
  for (const Stream& stream : model_.streams) {
    Term term;
    term.amount = stream.amount;
    double bound = 1;
    double mean = 1;
    for (const std::size_t factor : stream.factors) {
      if (samplers_[factor].is_fixed()) {
        term.amount *= samplers_[factor].fixed_value();
        continue;
      }
      term.factors.push_back(factor);
      bound *= std::max(samplers_[factor].greatest_magnitude(), 1.0);
      mean *= mean_of(model_.inputs[factor]);
    }
    double flowing = 0;
    for (const double part : stream.parts) flowing += std::fabs(part);
    usual += std::fabs(term.amount * mean) * flowing;
    // Each may be so large that their product is no number any more; the comparison below holds for none either.
    greatest += (std::fabs(term.amount) + 1) * bound * flowing * greatest_part;
    if (term.factors.empty()) {
      for (std::size_t period = 0; period < certain.size(); ++period)
        certain[period] += term.amount * stream.parts[period];
      continue;
    }
    for (const std::size_t factor : term.factors) ++uses_[factor];
    const std::size_t groups = groups_.size();
    term.group = group_of(stream.parts);
    term.is_first = term.group == groups;
    terms_.push_back(std::move(term));
  }
  if (!(greatest <= greatest_flows))
    return {mistake("simulation.too_large", "/streams", "What may flow is more than can be reckoned with",
                    "narrower distributions, or smaller amounts")};
  tolerance_ = usual * payback_tolerance;
  prepare_periods(certain);
  return {};
}

std::size_t Simulation::group_of(const std::vector<double>& parts) {
  for (std::size_t group = 0; group < groups_.size(); ++group)
    if (groups_[group].parts == parts) return group;
  Group& group = groups_.emplace_back();
  group.parts = parts;
  for (std::size_t period = 0; period < parts.size(); ++period) {
    group.present += parts[period] * model_.discount[period];
    group.total += parts[period];
  }
  return groups_.size() - 1;
}

void Simulation::prepare_periods(const std::vector<double>& certain) {
  for (std::size_t period = 0; period < certain.size(); ++period) {
    certain_present_ += certain[period] * model_.discount[period];
    certain_total_ += certain[period];
    for (std::size_t group = 0; group < groups_.size(); ++group) {
      const std::vector<double>& parts = groups_[group].parts;
      const double change = period == 0 ? parts[0] : parts[period] - parts[period - 1];
      if (std::fabs(change) > 0) changes_.push_back({static_cast<std::uint32_t>(group), change});
    }
    periods_.push_back({certain[period], changes_.size(), period % 4 == 3});
  }
}

Workspace::Workspace(const Simulation& simulation, const StripKernels& kernels)
    : simulation_(simulation),
      kernels_(kernels),
      groups_(simulation.groups_.size()),
      kept_place_(simulation.samplers_.size()),
      is_made_(simulation.samplers_.size()),
      correlated_(simulation.copula_.inputs.size()),
      copula_place_(simulation.samplers_.size(), correlated_.size()),
      scratch_(3) {
  std::size_t kept = 0;
  for (std::size_t input = 0; input < kept_place_.size(); ++input)
    if (simulation.uses_[input] > 1) kept_place_[input] = kept++;
  kept_.resize(kept);
  for (std::size_t place = 0; place < correlated_.size(); ++place)
    copula_place_[simulation.copula_.inputs[place]] = place;
}

void Workspace::run(std::uint64_t seed, std::uint64_t strip, const TrialResults& results) {
  if (strip >= strips_of(results.npv.size())) return;
  const auto first = static_cast<std::size_t>(strip * trials_per_strip);
  const std::size_t count = std::min<std::size_t>(trials_per_strip, results.npv.size() - first);
  sum_groups(seed, strip);

  double* const out = scratch_[0].numbers;
  weigh_groups(out, &Simulation::Group::present, simulation_.certain_present_);
  std::copy_n(out, count, results.npv.begin() + static_cast<std::ptrdiff_t>(first));
  if (!results.total.empty()) {
    weigh_groups(out, &Simulation::Group::total, simulation_.certain_total_);
    std::copy_n(out, count, results.total.begin() + static_cast<std::ptrdiff_t>(first));
  }
  std::uint16_t payback[trials_per_strip];
  const double* const groups = groups_.empty() ? nullptr : groups_.front().numbers;
  kernels_.payback(payback, groups, {simulation_.periods_, simulation_.changes_, simulation_.tolerance_});
  const std::size_t periods = simulation_.periods_.size();
  for (std::size_t i = 0; i < count; ++i)
    results.payback[first + i] = payback[i] < periods ? payback[i] : never_paid_back;
}

std::span<const double> Workspace::values(std::uint64_t seed, std::uint64_t strip, std::size_t input) {
  double* const out = scratch_[0].numbers;
  simulation_.samplers_[input].run(kernels_, out, centred(seed, strip, input));
  return {out, trials_per_strip};
}

std::span<const double> Workspace::ranks(std::uint64_t seed, std::uint64_t strip, std::size_t input) {
  double* const out = scratch_[0].numbers;
  simulation_.samplers_[input].rank(kernels_, out, centred(seed, strip, input));
  return {out, trials_per_strip};
}

const double* Workspace::centred(std::uint64_t seed, std::uint64_t strip, std::size_t input) {
  const std::size_t place = copula_place_[input];
  if (place < correlated_.size()) {
    draw_correlated(seed, strip);
    return correlated_[place].numbers;
  }
  double* const numbers = scratch_[2].numbers;
  kernels_.draw(numbers, seed, strip, static_cast<std::uint32_t>(input));
  return numbers;
}

// Normal numbers of each correlated input, then from the last input on what they have in common, then as uniform ones.
void Workspace::draw_correlated(std::uint64_t seed, std::uint64_t strip) {
  const Copula& copula = simulation_.copula_;
  double* const numbers = scratch_[2].numbers;
  for (std::size_t row = 0; row < correlated_.size(); ++row) {
    kernels_.draw(numbers, seed, strip, static_cast<std::uint32_t>(copula.inputs[row]));
    kernels_.table(correlated_[row].numbers, numbers, simulation_.normal_cells_.data());
  }
  for (std::size_t row = correlated_.size(); row-- > 0;) {
    kernels_.scale(numbers, correlated_[row].numbers, copula.weights.at(row, row));
    for (std::size_t column = 0; column < row; ++column)
      kernels_.add_scaled(numbers, correlated_[column].numbers, copula.weights.at(row, column));
    kernels_.bell(correlated_[row].numbers, numbers, simulation_.bell_cells_.data());
  }
}

// The values of an input that is part of a product: where it is kept, or in `out`.
const double* Workspace::factor(std::uint64_t seed, std::uint64_t strip, std::size_t input, double* out) {
  if (simulation_.uses_[input] > 1) {
    out = kept_[kept_place_[input]].numbers;
    if (is_made_[input]) return out;
    is_made_[input] = true;
  }
  const Sampler& sampler = simulation_.samplers_[input];
  if (copula_place_[input] < correlated_.size()) {
    sampler.run(kernels_, out, correlated_[copula_place_[input]].numbers);
  } else {
    sampler.draw(kernels_, out, scratch_[2].numbers, seed, strip, static_cast<std::uint32_t>(input));
  }
  return out;
}

void Workspace::sum_groups(std::uint64_t seed, std::uint64_t strip) {
  if (!correlated_.empty()) draw_correlated(seed, strip);
  is_made_.assign(is_made_.size(), false);
  for (const Simulation::Term& term : simulation_.terms_) {
    double* const own = scratch_[0].numbers;
    const double* product = factor(seed, strip, term.factors[0], own);
    for (std::size_t i = 1; i < term.factors.size(); ++i) {
      const double* const by = factor(seed, strip, term.factors[i], scratch_[1].numbers);
      if (product != own) kernels_.scale(own, product, 1);
      product = own;
      kernels_.multiply(own, by);
    }
    double* const group = groups_[term.group].numbers;
    (term.is_first ? kernels_.scale : kernels_.add_scaled)(group, product, term.amount);
  }
}

void Workspace::weigh_groups(double* out, double Simulation::Group::*weight, double certain) {
  std::fill(out, out + trials_per_strip, certain);
  for (std::size_t group = 0; group < groups_.size(); ++group)
    kernels_.add_scaled(out, groups_[group].numbers, simulation_.groups_[group].*weight);
}

void run_all(const Simulation& simulation, std::uint64_t seed, const TrialResults& results) {
  Workspace workspace(simulation);
  for (std::uint64_t strip = 0; strip < strips_of(results.npv.size()); ++strip) workspace.run(seed, strip, results);
}

}  // namespace dealwright::roi
