#include <algorithm>

#include "core/base/stable_order.hpp"
#include "core/base/wide.hpp"
#include "core/success/parts.hpp"

namespace dealwright::success {

namespace {

// To six places, half away from zero; nothing where it does not fit.
std::optional<Decimal> decimal_of(std::int64_t numerator, std::int64_t denominator) {
  if (denominator <= 0) return std::nullopt;
  const auto micro = narrow(divide_rounded(Int128{numerator} * Decimal::scale, denominator, Rounding::half_up));
  return micro ? std::optional(Decimal::from_micro(*micro)) : std::nullopt;
}

// Of the targets that are due by the end of the quarter and were measured in it, the share that was met.
std::optional<Decimal> targets_met(const Setting& setting, const SuccessResult& out, std::size_t quarter) {
  std::int64_t due = 0, met = 0;
  for (const TargetResult& target : out.targets) {
    const TargetQuarter& one = target.quarters[quarter];
    if (!target.due || *target.due > setting.end_of(quarter) || !one.actual || !target.measured) continue;
    ++due;
    met += one.met ? 1 : 0;
  }
  return decimal_of(met, due);
}

std::optional<Decimal> reading_of(const Setting& setting, const SuccessResult& out, const model::HealthSignal& signal,
                                  std::size_t quarter) {
  switch (signal.source) {
    case model::SignalSource::reported:
      for (const model::SignalReading& one : setting.quarters[quarter]->signals)
        if (one.signal == signal.id) return one.value;
      return std::nullopt;
    case model::SignalSource::targets_met:
      return targets_met(setting, out, quarter);
    case model::SignalSource::value_realised: {
      const ValueQuarter& value = out.value.quarters[quarter];
      return value.measured ? decimal_of(value.realised.minor, value.promised.minor) : std::nullopt;
    }
  }
  return std::nullopt;
}

// Poor may lie above good. Equal ends score nothing, which check_rules() tells.
std::optional<Decimal> score_of(const model::HealthSignal& signal, Decimal reading) {
  Int128 gone = Int128{reading.micro()} - signal.poor.micro(), way = Int128{signal.good.micro()} - signal.poor.micro();
  if (way == 0) return std::nullopt;
  if (way < 0) {
    gone = -gone;
    way = -way;
  }
  gone = std::clamp(gone, Int128{0}, way);
  return Decimal::from_micro(static_cast<std::int64_t>(divide_rounded(gone * Decimal::scale, way, Rounding::half_up)));
}

HealthBand band_of(Ratio score, const model::SuccessRule& rule) {
  if (!score.has_value()) return HealthBand::unknown;
  if (compare(score, rule.at_risk_below) < 0) return HealthBand::at_risk;
  return compare(score, rule.healthy_from) < 0 ? HealthBand::watch : HealthBand::healthy;
}

// Weights are at most 1000 of at most 50 signals, so that sums of weight x score fit 64 bits.
Ratio health_in(const Setting& setting, const SuccessResult& out, std::size_t quarter, HealthResult* told) {
  std::vector<std::int64_t> weights;
  std::vector<HealthReason> reasons;
  std::int64_t all = 0, sum = 0;
  for (const model::HealthSignal& signal : setting.of.playbook.health_signals) {
    if (signal.weight.is_zero()) continue;
    const auto reading = reading_of(setting, out, signal, quarter);
    const auto score = reading ? score_of(signal, *reading) : std::nullopt;
    if (!score) {
      if (told != nullptr) told->missing.push_back(signal.name);
      continue;
    }
    all += signal.weight.micro();
    sum += signal.weight.micro() * score->micro();
    if (told == nullptr) continue;
    weights.push_back(signal.weight.micro());
    reasons.push_back(
        {signal.id, signal.name, signal.unit, *reading, signal.poor, signal.good, *score, {}, {}, signal.remedy});
  }
  if (all == 0) return {};
  const std::int64_t whole = all * Decimal::scale;
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    reasons[i].contribution = {weights[i] * reasons[i].score.micro(), whole};
    reasons[i].lost = {weights[i] * (Decimal::scale - reasons[i].score.micro()), whole};
  }
  sort_stably(reasons,
              [](const HealthReason& a, const HealthReason& b) { return a.lost.numerator > b.lost.numerator; });
  if (told != nullptr) told->reasons = std::move(reasons);
  return {sum, whole};
}

}  // namespace

void set_health(const Setting& setting, SuccessResult& out) {
  HealthResult& health = out.health;
  const model::SuccessRule& rule = setting.of.playbook.success;
  const std::size_t quarters = setting.quarters.size();
  if (quarters == 0)
    for (const model::HealthSignal& signal : setting.of.playbook.health_signals) health.missing.push_back(signal.name);
  Ratio before;
  for (std::size_t quarter = 0; quarter < quarters; ++quarter) {
    const bool is_last = quarter + 1 == quarters;
    const Ratio score = health_in(setting, out, quarter, is_last ? &health : nullptr);
    health.quarters.push_back({setting.quarters[quarter]->from, score, band_of(score, rule)});
    if (is_last && score.has_value() && before.has_value()) {
      const auto order = compare(score, before);
      health.trend = order < 0 ? Trend::worse : order > 0 ? Trend::better : Trend::steady;
    }
    if (score.has_value()) before = score;
    if (!is_last) continue;
    health.score = score;
    health.band = health.quarters.back().band;
  }
}

}  // namespace dealwright::success
