#include "web/panels/view.hpp"

#include "core/report/deal_tables.hpp"
#include "core/report/figures.hpp"

namespace dealwright::web {

Verdict verdict_of(const report::DealEvaluation* evaluation) {
  if (evaluation == nullptr || !evaluation->priced) return {"not priced", ui::Tone::neutral};
  const int errors = report::count(*evaluation, model::RuleSeverity::error);
  const int warnings = report::count(*evaluation, model::RuleSeverity::warning);
  if (errors > 0) return {"fails", ui::Tone::negative};
  if (warnings > 0) return {report::counted(warnings, "warning", "warnings"), ui::Tone::warning};
  return {"passes", ui::Tone::positive};
}

std::string share_text(Ratio ratio) {
  return report::percent_cell(ratio).shown;
}

std::string change_text(Money before, Money after) {
  const auto change = subtract(after, before);
  if (!change || change->minor == 0) return {};
  return (change->minor > 0 ? "+" : "") + to_display(*change);
}

double chart_value(Money money) {
  return static_cast<double>(money.minor) / static_cast<double>(money.currency.minor_per_major());
}

}  // namespace dealwright::web
