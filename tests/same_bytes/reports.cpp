#include "tests/same_bytes/reports.hpp"

#include "core/evaluate.hpp"
#include "core/report/advice_report.hpp"
#include "core/report/governance_report.hpp"
#include "core/report/minutes.hpp"
#include "core/report/onboarding_report.hpp"
#include "core/report/plan_report.hpp"
#include "core/report/qualification_report.hpp"

namespace dealwright::tests {

std::vector<std::string> reports_of(const model::Programme& documents, Date today, Diagnostics& diagnostics) {
  const auto engine = engine_version();
  const auto advice = report::advice_report(documents, {}, engine, diagnostics);
  const auto qualification = report::qualification_report(documents, {}, engine, diagnostics);
  const auto onboarding = report::onboarding_report(documents, {}, today, engine, diagnostics);
  const auto plans = report::plan_report(documents, {{}, false, true}, engine, diagnostics);
  const auto minutes = report::minutes_of(documents, {}, {}, today, engine);
  std::vector<std::string> texts{
      report::advice_text(advice),
      report::advice_markdown(advice),
      report::advice_json(advice),
      report::qualification_text(qualification),
      report::qualification_markdown(qualification),
      report::qualification_json(qualification),
      report::onboarding_text(onboarding),
      report::onboarding_markdown(onboarding),
      report::onboarding_json(onboarding),
      report::plan_text(plans),
      report::plan_markdown(plans),
      report::plan_html(plans),
      report::plan_json(plans),
      report::minutes_text(minutes),
      report::minutes_markdown(minutes),
      report::minutes_html(minutes),
      report::minutes_json(minutes),
  };
  for (const bool is_review : {false, true}) {
    const auto governance = report::governance_report(documents, {{}, {}, is_review, today}, engine, diagnostics);
    texts.push_back(report::governance_text(governance));
    texts.push_back(report::governance_markdown(governance));
    texts.push_back(report::governance_json(governance));
  }
  return texts;
}

}  // namespace dealwright::tests
