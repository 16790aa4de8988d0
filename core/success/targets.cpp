#include "core/base/lookup.hpp"
#include "core/roi/measured_baseline.hpp"
#include "core/success/parts.hpp"

namespace dealwright::success {

namespace {

bool is_met(Decimal actual, Decimal measured, Decimal target) {
  return target < measured ? actual <= target : actual >= target;
}

// (actual - measured) / (target - measured); no value where that does not fit.
Ratio progress_of(Decimal actual, Decimal measured, Decimal target) {
  const bool is_less = target < measured;
  const auto gone = is_less ? Decimal::subtract(measured, actual) : Decimal::subtract(actual, measured);
  const auto way = is_less ? Decimal::subtract(measured, target) : Decimal::subtract(target, measured);
  if (!gone || !way) return {};
  return {gone->micro(), way->micro()};
}

Trend trend_of(Ratio before, Ratio after) {
  if (!before.has_value() || !after.has_value()) return Trend::unknown;
  const auto order = compare(after, before);
  return order < 0 ? Trend::worse : order > 0 ? Trend::better : Trend::steady;
}

TargetResult result_of(const Setting& setting, const model::SuccessTarget& target) {
  TargetResult out;
  out.baseline = target.baseline;
  out.target = target.target;
  out.due = target.by ? target.by : setting.of.plan.go_live;
  out.measured = roi::measured_baseline(setting.of.customer, setting.of.playbook, target.baseline);
  const auto* const named = find_id(setting.of.playbook.baselines, target.baseline);
  out.name = named == nullptr ? target.baseline : named->name;
  out.unit = named == nullptr ? "" : named->unit;
  bool last_met = false;
  for (const model::SuccessQuarter* const quarter : setting.quarters) {
    TargetQuarter& one = out.quarters.emplace_back();
    one.actual = actual_of(*quarter, target.baseline);
    if (!one.actual) continue;
    if (out.measured) {
      one.progress = progress_of(*one.actual, *out.measured, target.target);
      one.met = is_met(*one.actual, *out.measured, target.target);
    }
    if (out.actual) out.trend = trend_of(out.progress, one.progress);
    out.actual = one.actual;
    out.progress = one.progress;
    last_met = one.met;
  }
  const bool is_due = out.due && (target.by ? *out.due < setting.today : *out.due <= setting.today);
  out.state = !out.measured ? TargetState::not_measured
              : !out.actual ? TargetState::no_actual
              : last_met    ? TargetState::met
              : is_due      ? TargetState::missed
                            : TargetState::on_the_way;
  return out;
}

}  // namespace

void set_targets(const Setting& setting, SuccessResult& out) {
  for (const model::SuccessTarget& target : setting.of.plan.targets) out.targets.push_back(result_of(setting, target));
}

}  // namespace dealwright::success
