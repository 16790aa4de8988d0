#include <string>

#include <fmt/format.h>

#include "core/success/parts.hpp"

namespace dealwright::success {

// Points: 2 at risk, 1 to be watched or not known; 1 where health falls; 1 more where the end is near and there is a
// point already. None is low, 1 or 2 medium, more high.
void set_renewal(const Setting& setting, SuccessResult& out) {
  const model::Deal& deal = setting.of.deal;
  RenewalResult& renewal = out.renewal.emplace();
  out.term_end = deal.start.plus_months(deal.term_months).plus_days(-1);
  renewal.near = setting.today.plus_months(setting.of.playbook.success.renewal_months) >= out.term_end;
  int points = 0;
  const std::string score = to_percent(out.health.score, 0);
  switch (out.health.band) {
    case HealthBand::at_risk:
      points = 2;
      renewal.reasons.push_back(fmt::format("Health is {}: at risk.", score));
      break;
    case HealthBand::watch:
      points = 1;
      renewal.reasons.push_back(fmt::format("Health is {}: to be watched.", score));
      break;
    case HealthBand::unknown:
      points = 1;
      renewal.reasons.emplace_back("Health is not known.");
      break;
    case HealthBand::healthy:
      renewal.reasons.push_back(fmt::format("Health is {}: healthy.", score));
      break;
  }
  if (out.health.trend == Trend::worse) {
    ++points;
    renewal.reasons.emplace_back("Health has fallen since the quarter before.");
  }
  const int days = days_between(setting.today, out.term_end);
  if (days < 0) {
    renewal.reasons.push_back(fmt::format("The term ended on {}.", out.term_end.to_string()));
  } else if (renewal.near) {
    renewal.reasons.push_back(
        fmt::format("The term ends on {}, in {} {}.", out.term_end.to_string(), days, days == 1 ? "day" : "days"));
  }
  if (renewal.near && points > 0) ++points;
  renewal.risk = points == 0 ? RenewalRisk::low : points < 3 ? RenewalRisk::medium : RenewalRisk::high;
}

}  // namespace dealwright::success
