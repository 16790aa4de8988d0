#include "web/panels/view.hpp"

#include <fmt/format.h>

#include "core/report/deal_tables.hpp"
#include "core/report/figures.hpp"
#include "web/app/pointer.hpp"

namespace dealwright::web {

Verdict verdict_of(const report::DealEvaluation* evaluation) {
  if (evaluation == nullptr || !evaluation->priced) return {"not priced", ui::Tone::neutral};
  const int errors = report::count(*evaluation, model::RuleSeverity::error);
  const int warnings = report::count(*evaluation, model::RuleSeverity::warning);
  if (errors > 0) return {"fails", ui::Tone::negative};
  if (warnings > 0) return {report::counted(warnings, "warning", "warnings"), ui::Tone::warning};
  return {"passes", ui::Tone::positive};
}

std::string place_text(const Session& session, const DocumentRef& ref, std::string_view pointer, int line, bool named) {
  const void* const document = session.document(ref);
  std::string place = document == nullptr ? std::string() : pointer_label(kind_type(ref.kind), document, pointer);
  if (place.empty()) place = pointer;
  if (line > 0) place = fmt::format("line {}{}{}", line, place.empty() ? "" : ": ", place);
  if (!named) return place;
  std::string name = document == nullptr ? to_string(ref) : document_name(ref.kind, document);
  return place.empty() ? name : name + ", " + place;
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

double chart_percent(Ratio share) {
  if (!share.has_value()) return 0;
  return 100.0 * static_cast<double>(share.numerator) / static_cast<double>(share.denominator);
}

}  // namespace dealwright::web
