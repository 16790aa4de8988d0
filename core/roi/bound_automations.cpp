#include "core/roi/bound_automations.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "core/base/lookup.hpp"
#include "core/roi/automation.hpp"
#include "core/roi/bound_growth.hpp"
#include "core/roi/case_mistakes.hpp"
#include "core/roi/measured_baseline.hpp"
#include "core/roi/rounding.hpp"

namespace dealwright::roi {

namespace {

using model::Automation;

struct Factor {
  const char* name;
  std::string Automation::*baseline;
};
constexpr std::array<Factor, 3> factors{{
    {"volume", &Automation::volume},
    {"per_unit", &Automation::per_unit},
    {"rate", &Automation::rate},
}};

class AutomationBinder {
 public:
  AutomationBinder(const model::Deal& deal, const model::Customer& customer, const model::Playbook& playbook,
                   AddInput add_input, BoundCase& out, Diagnostics& found)
      : stated_(*deal.business_case),
        customer_(customer),
        playbook_(playbook),
        add_input_(add_input),
        out_(out),
        found_(found),
        end_(stated_.after_term == model::AfterTerm::ended ? std::min(out.horizon, deal.term_months) : out.horizon) {
    for (const model::CaseAutomation& use : stated_.automations) chosen_.push_back(use.automation);
  }

  bool run() {
    for (std::size_t i = 0; i < stated_.automations.size(); ++i) {
      const model::CaseAutomation& use = stated_.automations[i];
      const std::string place = "/business_case/automations/" + std::to_string(i);
      const auto here = chosen_.begin() + static_cast<std::ptrdiff_t>(i);
      if (const auto* const automation = find_id(playbook_.automations, use.automation); automation == nullptr) {
        found_.push_back(mistake("case.unknown_automation", place + "/automation",
                                 "the playbook \"" + playbook_.id + "\" has no automation \"" + use.automation + "\"",
                                 "the id of one of its automations"));
        found_.back().nearest = nearest_name(use.automation, ids_of(playbook_.automations));
      } else if (std::find(chosen_.begin(), here, use.automation) != here) {
        found_.push_back(mistake("case.automation_twice", place + "/automation",
                                 "automation \"" + use.automation + "\" is stated above already",
                                 "each automation once"));
      } else {
        bind(*automation, use, place);
      }
    }
    return is_library_sound_;
  }

 private:
  void warn(const char* code, const std::string& place, std::string message, std::string expected) {
    found_.push_back(mistake(code, place, std::move(message), std::move(expected)));
    found_.back().severity = Severity::warning;
  }

  void warn_of_standing(const Automation& automation, const std::string& place) {
    const RankedAutomation found = assess_automation(automation, customer_, playbook_, chosen_);
    if (found.standing == AutomationStanding::ready) return;
    std::string first;
    for (const std::string& one : found.first) first += (first.empty() ? "" : " ") + one;
    const bool is_measured = found.standing == AutomationStanding::not_yet;
    warn(
        "case.automation_not_ready", place + "/automation",
        "automation \"" + automation.id + "\" is chosen, but it is " + (is_measured ? "not yet time" : "not measured") +
            ": " + first,
        is_measured ? "what comes first in this case too, or a later deal" : "what is to be measured, at the customer");
  }

  // The shares of the ramp from the month in which it goes live.
  std::vector<double> adoption_of(const Automation& automation, int live_from) const {
    const auto* const ramp = find_id(playbook_.adoption_ramps, automation.ramp);
    std::vector<double> adoption = no_parts();
    for (int month = live_from; month <= end_; ++month) {
      double share = 1;
      if (ramp != nullptr && !ramp->shares.empty())
        share = to_double(ramp->shares[std::min(static_cast<std::size_t>(month - live_from), ramp->shares.size() - 1)]);
      adoption[static_cast<std::size_t>(month)] = share;
    }
    return adoption;
  }

  std::vector<double> no_parts() const { return std::vector<double>(static_cast<std::size_t>(out_.horizon) + 1); }

  // Work of the customer's people, in each of these months, at the rate that the work is counted at.
  void add_effort(const Automation& automation, const char* what, Decimal hours, Decimal rate, int from, int to) {
    if (hours.is_zero() || from > out_.horizon) return;
    CaseStream stream;
    stream.kind = StreamKind::internal_effort;
    stream.name = automation.name + ": " + what;
    const Decimal all = Decimal::whole(1);
    stream.adjustment = Decimal::add(all, stated_.cost_risk).value_or(all);
    add_input_(stream, stream.name, {{}, hours, {}});
    add_input_(stream, stream.name + ".hourly_rate", {{}, rate, {}});
    stream.parts = no_parts();
    for (int month = from; month <= std::min(to, out_.horizon); ++month)
      stream.parts[static_cast<std::size_t>(month)] = 1;
    out_.streams.push_back(std::move(stream));
  }

  void bind(const Automation& automation, const model::CaseAutomation& use, const std::string& place) {
    CaseStream stream;
    stream.id = automation.id;
    stream.name = automation.name;
    Decimal rate = Decimal::whole(1);
    bool is_measured = true;
    for (const Factor& factor : factors) {
      const std::string& baseline = automation.*factor.baseline;
      if (baseline.empty()) continue;
      const auto value = measured_baseline(customer_, playbook_, baseline);
      if (!value) {
        is_measured = false;
        found_.push_back(mistake("case.baseline_missing", place,
                                 "customer \"" + customer_.id + "\" has no baseline \"" + baseline +
                                     "\", which automation \"" + automation.id + "\" takes for its " + factor.name,
                                 "the baseline in the customer"));
        continue;
      }
      add_input_(stream, automation.id + "." + factor.name, {{}, *value, {}});
      if (factor.baseline == &Automation::rate) rate = *value;
    }
    if (use.saving) {
      check_estimate(*use.saving, place + "/saving", true, found_);
    } else {
      Diagnostics told_there;
      check_estimate(automation.saving, "", true, told_there);
      is_library_sound_ = is_library_sound_ && told_there.empty();
    }
    if (is_measured) warn_of_standing(automation, place);
    if (use.live_from > out_.horizon)
      warn("case.after_horizon", place + "/live_from", "it goes live after the horizon, so that it saves nothing",
           "at most " + std::to_string(out_.horizon));
    add_input_(stream, automation.id + ".saving", use.saving ? *use.saving : automation.saving);
    stream.adjustment = stated_.confidence.value_or(automation.confidence);
    stream.adoption = adoption_of(automation, use.live_from);
    grow(stated_, stream);
    out_.streams.push_back(std::move(stream));
    add_effort(automation, "setting it up", automation.setup_hours, rate, use.live_from - 1, use.live_from - 1);
    add_effort(automation, "running it", automation.running_hours, rate, use.live_from, end_);
  }

  const model::BusinessCase& stated_;
  const model::Customer& customer_;
  const model::Playbook& playbook_;
  AddInput add_input_;
  BoundCase& out_;
  Diagnostics& found_;
  int end_;
  std::vector<std::string> chosen_;
  bool is_library_sound_ = true;
};

}  // namespace

bool bind_automations(const model::Deal& deal, const model::Customer& customer, const model::Playbook& playbook,
                      AddInput add_input, BoundCase& out, Diagnostics& diagnostics) {
  return AutomationBinder(deal, customer, playbook, add_input, out, diagnostics).run();
}

}  // namespace dealwright::roi
