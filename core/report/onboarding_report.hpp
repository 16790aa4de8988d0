#pragma once
// Where onboarding runs stand: text, Markdown, JSON.

#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/date.hpp"
#include "core/base/diagnostic.hpp"
#include "core/model/programme.hpp"
#include "core/onboarding/run_result.hpp"
#include "core/onboarding/update.hpp"

namespace dealwright::report {

struct OnboardingRun {
  std::string name;
  std::string subject;  // the customer's name, else the partner's
  std::string template_name;
  onboarding::RunResult result;
  std::optional<onboarding::TemplateUpdate> update;  // to the newest version, where the run follows an older one
};
BOOST_DESCRIBE_STRUCT(OnboardingRun, (), (name, subject, template_name, result, update))

struct OnboardingReport {
  std::string engine;
  Date today;
  std::vector<OnboardingRun> runs;  // in the programme's order
};
BOOST_DESCRIBE_STRUCT(OnboardingReport, (), (engine, today, runs))

// The name of the customer that a run onboards, else of its partner; the id where the programme has no such document.
std::string subject_of(const model::Programme& programme, const model::Onboarding& run);

// The runs of these ids, or all where none is stated; those whose playbook or template is absent are left out. Appends
// what is wrong in these runs and, once each, in the templates and calendars of their playbooks, with "kind/id" as the
// file. An absent playbook is told by document::check_references(). `today` must be stated.
OnboardingReport onboarding_report(const model::Programme& programme, const std::vector<std::string>& runs, Date today,
                                   std::string engine, Diagnostics& diagnostics);

// "on time", "3 working days late", "1 working day early"; "" where there is nothing to compare with.
std::string lateness_text(std::optional<int> days_late);
// When the run will be complete, in one sentence.
std::string forecast_text(const onboarding::RunResult& result);
// What the forecast takes from how long work has taken so far, in one sentence.
std::string pace_text(const onboarding::RunResult& result);

// One run with all that explains where it stands; of several a table before them.
std::string onboarding_text(const OnboardingReport& report);
std::string onboarding_markdown(const OnboardingReport& report);
std::string onboarding_json(const OnboardingReport& report);

}  // namespace dealwright::report
