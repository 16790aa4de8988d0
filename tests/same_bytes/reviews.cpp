#include "tests/same_bytes/reviews.hpp"

#include "core/report/review_report.hpp"

namespace dealwright::tests {

std::string reviews_of(const model::Programme& programme, Date today, Diagnostics& diagnostics) {
  const report::ReviewReport reviews = report::review_report(programme, {{}, true}, today, diagnostics);
  const report::AutomationReport automations = report::automation_report(programme, {});
  return report::review_json(reviews) + report::review_text(reviews) + report::review_html(reviews) +
         report::automation_json(automations) + report::automation_markdown(automations);
}

}  // namespace dealwright::tests
