#include <string>

#include <fmt/format.h>

#include "core/base/lookup.hpp"
#include "core/base/wide.hpp"
#include "core/roi/measured_baseline.hpp"
#include "core/success/parts.hpp"

namespace dealwright::success {

namespace {

// The last quarter that has an actual, else the profile's fact, else what was measured.
std::optional<Decimal> value_of(const Setting& setting, const std::string& baseline) {
  for (auto quarter = setting.quarters.rbegin(); quarter != setting.quarters.rend(); ++quarter)
    if (const auto actual = actual_of(**quarter, baseline)) return actual;
  if (const auto fact = roi::baseline_fact(setting.of.customer, setting.of.playbook, baseline)) return fact;
  return roi::stated_baseline(setting.of.customer, baseline);
}

bool has_grown(Decimal value, Decimal measured, Decimal share) {
  return Int128{value.micro()} * Decimal::scale >= Int128{measured.micro()} * (Int128{Decimal::scale} + share.micro());
}

}  // namespace

void set_expansion(const Setting& setting, SuccessResult& out) {
  for (const model::ExpansionTrigger& trigger : setting.of.playbook.expansion_triggers) {
    const auto value = value_of(setting, trigger.baseline);
    if (!value) continue;
    const auto* const named = find_id(setting.of.playbook.baselines, trigger.baseline);
    ExpansionResult one{trigger.id,
                        trigger.name,
                        named == nullptr ? trigger.baseline : named->name,
                        named == nullptr ? "" : named->unit,
                        *value,
                        roi::measured_baseline(setting.of.customer, setting.of.playbook, trigger.baseline),
                        {},
                        trigger.offer};
    const std::string shown = grouped(value->to_string());
    if (trigger.above && *value > *trigger.above)
      one.reasons.push_back(fmt::format("{} is above {}.", shown, grouped(trigger.above->to_string())));
    if (trigger.grown_by && one.measured && !one.measured->is_zero() &&
        has_grown(*value, *one.measured, *trigger.grown_by)) {
      const auto growth = Decimal::subtract(*value, *one.measured);
      one.reasons.push_back(fmt::format("It has grown by {} since it was measured at {}; the bound is {}.",
                                        growth ? to_percent(Ratio{growth->micro(), one.measured->micro()}) : "much",
                                        grouped(one.measured->to_string()),
                                        to_percent(Ratio{trigger.grown_by->micro(), Decimal::scale}, 0)));
    }
    if (!one.reasons.empty()) out.expansion.push_back(std::move(one));
  }
}

}  // namespace dealwright::success
