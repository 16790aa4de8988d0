#include "core/success/check.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/base/lookup.hpp"
#include "core/base/suggest.hpp"
#include "core/roi/measured_baseline.hpp"

namespace dealwright::success {

namespace {

Diagnostic& tell(Diagnostics& found, const char* code, std::string pointer, std::string message, std::string expected) {
  Diagnostic& one = found.emplace_back();
  one.code = code;
  one.pointer = std::move(pointer);
  one.message = std::move(message);
  one.expected = std::move(expected);
  return one;
}

class Checker {
 public:
  Checker(const model::SuccessPlan& plan, const model::Customer& customer, const model::Playbook& playbook, Date today)
      : plan_(plan), customer_(customer), playbook_(playbook), today_(today) {
    for (const model::Baseline& one : playbook.baselines) baselines_.push_back(one.id);
    for (const model::HealthSignal& one : playbook.health_signals) signals_.push_back(one.id);
  }

  Diagnostics run() {
    std::vector<std::string_view> seen;
    for (std::size_t i = 0; i < plan_.targets.size(); ++i) check_target(i, seen);
    for (std::size_t i = 0; i < plan_.quarters.size(); ++i) check_quarter(i);
    return std::move(found_);
  }

 private:
  // Whether it is known, and stated for the first time.
  bool check_name(const std::string& id, bool is_signal, const std::string& pointer,
                  std::vector<std::string_view>& seen) {
    const char* const what = is_signal ? "health signal" : "baseline";
    const std::vector<std::string_view>& known = is_signal ? signals_ : baselines_;
    if (std::find(known.begin(), known.end(), id) == known.end()) {
      tell(found_, is_signal ? "success.unknown_signal" : "success.unknown_baseline", pointer,
           fmt::format("the playbook \"{}\" has no {} \"{}\"", playbook_.id, what, id),
           fmt::format("the id of one of its {}s", what))
          .nearest = nearest_name(id, known);
      return false;
    }
    const bool is_new = std::find(seen.begin(), seen.end(), id) == seen.end();
    if (!is_new)
      tell(found_, "success.stated_twice", pointer, fmt::format("{} \"{}\" is stated above already", what, id),
           fmt::format("each {} once", what));
    seen.push_back(id);
    return is_new;
  }

  void check_target(std::size_t at, std::vector<std::string_view>& seen) {
    const model::SuccessTarget& target = plan_.targets[at];
    const std::string pointer = fmt::format("/targets/{}", at);
    if (!check_name(target.baseline, false, pointer + "/baseline", seen)) return;
    const auto measured = roi::measured_baseline(customer_, playbook_, target.baseline);
    if (measured && *measured == target.target)
      tell(found_, "success.target_is_baseline", pointer + "/target",
           fmt::format("the target is what was measured before, {}, so that there is no way to go",
                       measured->to_string()),
           "another value, or no target");
  }

  void check_quarter(std::size_t at) {
    const model::SuccessQuarter& quarter = plan_.quarters[at];
    const std::string pointer = fmt::format("/quarters/{}", at);
    if (at > 0) {
      const Date least = plan_.quarters[at - 1].from.plus_months(3);
      if (quarter.from < least)
        tell(found_, "success.quarter_order", pointer + "/from",
             fmt::format("the quarter before begins on {} and takes three months",
                         plan_.quarters[at - 1].from.to_string()),
             fmt::format("{} or later", least.to_string()));
    }
    if (today_.is_stated() && quarter.from > today_)
      tell(found_, "success.quarter_in_future", pointer + "/from",
           fmt::format("the quarter begins after today, {}, so that it is left out", today_.to_string()),
           "quarters that have begun")
          .severity = Severity::warning;
    std::vector<std::string_view> seen;
    for (std::size_t i = 0; i < quarter.actuals.size(); ++i)
      check_name(quarter.actuals[i].baseline, false, fmt::format("{}/actuals/{}/baseline", pointer, i), seen);
    if (!quarter.actuals.empty() && (!plan_.go_live || quarter.from < *plan_.go_live))
      tell(found_, "success.before_go_live", pointer + "/actuals",
           plan_.go_live ? fmt::format("the quarter begins before the go-live of {}, so that its actuals make no value",
                                       plan_.go_live->to_string())
                         : "there is no go-live, so that actuals make no value",
           plan_.go_live ? "quarters that begin on that day or later" : "\"go_live\"")
          .severity = Severity::warning;
    seen.clear();
    for (std::size_t i = 0; i < quarter.signals.size(); ++i)
      check_name(quarter.signals[i].signal, true, fmt::format("{}/signals/{}/signal", pointer, i), seen);
  }

  const model::SuccessPlan& plan_;
  const model::Customer& customer_;
  const model::Playbook& playbook_;
  Date today_;
  std::vector<std::string_view> baselines_, signals_;
  Diagnostics found_;
};

}  // namespace

Diagnostics check_contract(const model::SuccessPlan& plan, const std::string& customer_of_deal) {
  Diagnostics found;
  if (customer_of_deal != plan.customer)
    tell(found, "success.other_customer", "/deal",
         fmt::format("the deal \"{}\" is of the customer \"{}\"", plan.deal, customer_of_deal),
         fmt::format("a deal of \"{}\"", plan.customer));
  return found;
}

Diagnostics check_success(const model::SuccessPlan& plan, const model::Customer& customer, const model::Deal* deal,
                          const model::Playbook* playbook, Date today) {
  Diagnostics found;
  if (deal != nullptr) found = check_contract(plan, deal->customer);
  // A playbook that is named and not there is told of the customer.
  if (playbook == nullptr && customer.playbook.empty())
    tell(found, "success.no_playbook", "/customer",
         fmt::format("customer \"{}\" names no playbook, which would have phases, health signals and baselines",
                     customer.id),
         "\"playbook\" of the customer");
  if (playbook == nullptr) return found;
  for (Diagnostic& one : Checker(plan, customer, *playbook, today).run()) found.push_back(std::move(one));
  return found;
}

Diagnostics check_rules(const model::Playbook& playbook) {
  Diagnostics found;
  for (std::size_t i = 0; i < playbook.health_signals.size(); ++i)
    if (playbook.health_signals[i].poor == playbook.health_signals[i].good)
      tell(found, "playbook.signal_range", fmt::format("/health_signals/{}/good", i),
           fmt::format("poor and good of \"{}\" are the same, so that nothing can be read from it",
                       playbook.health_signals[i].id),
           "two different values");
  for (std::size_t i = 0; i < playbook.expansion_triggers.size(); ++i)
    if (!playbook.expansion_triggers[i].above && !playbook.expansion_triggers[i].grown_by)
      tell(found, "playbook.trigger_without_bound", fmt::format("/expansion_triggers/{}", i),
           fmt::format("\"{}\" has no bound to be above", playbook.expansion_triggers[i].id),
           "\"above\" or \"grown_by\"");
  if (playbook.success.at_risk_below > playbook.success.healthy_from)
    tell(found, "playbook.band_order", "/success/at_risk_below", "a customer would be healthy and at risk at once",
         fmt::format("at most {}", playbook.success.healthy_from.to_string()));
  return found;
}

}  // namespace dealwright::success
