#include "core/roi/automation.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "core/base/exact.hpp"
#include "core/base/lookup.hpp"
#include "core/base/ratio.hpp"
#include "core/base/stable_order.hpp"
#include "core/roi/case_mistakes.hpp"
#include "core/roi/measured_baseline.hpp"

namespace dealwright::roi {

namespace {

using model::Automation;

std::string share(Decimal value) {
  return to_percent(Ratio{value.micro(), Decimal::scale}, value.micro() % 10'000 == 0 ? 0 : 1);
}

std::string name_of(const model::Playbook& playbook, const std::string& automation) {
  const auto* const found = find_id(playbook.automations, automation);
  return found == nullptr ? automation : found->name;
}

class Assessment {
 public:
  Assessment(const Automation& of, const model::Customer& customer, const model::Playbook& playbook,
             std::span<const std::string> chosen)
      : of_(of), customer_(customer), playbook_(playbook), chosen_(chosen) {}

  RankedAutomation run() {
    out_.automation = of_.id;
    out_.name = of_.name;
    out_.kind = of_.kind;
    const auto* const area = find_id(playbook_.process_areas, of_.area);
    out_.area = area == nullptr ? of_.area : area->name;
    out_.chosen = is_chosen(of_.id);
    out_.saving = of_.saving.likely;
    out_.setup_hours = of_.setup_hours;
    out_.running_hours = of_.running_hours;
    measure_labour();
    measure_area();
    if (!out_.first.empty()) {
      out_.standing = AutomationStanding::not_measured;
    } else {
      compare_levels();
      out_.standing = out_.first.empty() ? AutomationStanding::ready : AutomationStanding::not_yet;
      if (!out_.first.empty() && !of_.first.empty()) out_.first.insert(out_.first.begin(), of_.first);
    }
    return std::move(out_);
  }

 private:
  bool is_chosen(const std::string& id) const { return std::find(chosen_.begin(), chosen_.end(), id) != chosen_.end(); }

  std::optional<Money> money(const Exact& amount, std::int64_t times = 1) const {
    const auto minor = amount.to_minor(customer_.currency.digits(), Rounding::half_up, times);
    return minor ? std::optional(Money{*minor, customer_.currency}) : std::nullopt;
  }

  void measure_labour() {
    bool is_known = true;
    for (const std::string* const baseline : {&of_.volume, &of_.per_unit, &of_.rate}) {
      if (baseline->empty()) continue;
      if (const auto value = measured_baseline(customer_, playbook_, *baseline)) {
        labour_ = labour_ * Exact::from(*value);
        continue;
      }
      is_known = false;
      const auto* const named = find_id(playbook_.baselines, *baseline);
      out_.first.push_back(named == nullptr ? fmt::format("Measure \"{}\".", *baseline)
                                            : fmt::format("Measure: {} ({}).", named->name, named->unit));
    }
    if (!is_known) return;
    out_.labour = money(labour_);
    saved_ = labour_ * Exact::from(of_.saving.likely);
    out_.yearly = money(saved_ * Exact::from(of_.confidence), 12);
    if (!out_.labour || !out_.yearly) {
      out_.first.emplace_back("Measure again: the numbers are larger than can be reckoned with.");
      return;
    }
    out_.reasons.push_back(fmt::format("The work costs {} a month; {} of it would be saved.", to_display(*out_.labour),
                                       share(of_.saving.likely)));
    if (out_.labour->minor == 0) out_.reasons.emplace_back("There is no such work at present.");
  }

  void measure_area() {
    const auto found = std::find_if(customer_.processes.begin(), customer_.processes.end(),
                                    [&](const model::ProcessState& one) { return one.area == of_.area; });
    if (found == customer_.processes.end()) {
      out_.first.push_back(fmt::format("Rate data quality and process maturity of {}.", out_.area));
      return;
    }
    out_.data_quality = found->data_quality;
    out_.maturity = found->maturity;
    if (out_.labour) out_.score = money(saved_ * Exact::from(found->data_quality) * Exact::from(found->maturity));
    if (out_.labour && !out_.score)
      out_.first.emplace_back("Measure again: the numbers are larger than can be reckoned with.");
    out_.reasons.push_back(fmt::format("{}: data quality {}, process maturity {}.", out_.area,
                                       share(found->data_quality), share(found->maturity)));
    if (!found->note.empty()) out_.reasons.push_back(found->note);
  }

  void compare_levels() {
    const auto compare = [&](const char* what, Decimal is, Decimal least) {
      if (is < least)
        out_.first.push_back(
            fmt::format("{} of {}: {}, at least {} is needed.", what, out_.area, share(is), share(least)));
    };
    compare("Data quality", *out_.data_quality, of_.least_data_quality);
    compare("Process maturity", *out_.maturity, of_.least_maturity);
    for (const std::string& before : of_.after)
      if (!is_chosen(before)) out_.first.push_back(fmt::format("\"{}\" must run before.", name_of(playbook_, before)));
  }

  const Automation& of_;
  const model::Customer& customer_;
  const model::Playbook& playbook_;
  std::span<const std::string> chosen_;
  Exact labour_ = Exact::from(Decimal::whole(1));
  Exact saved_;
  RankedAutomation out_;
};

// Whether `from` waits for `to`, directly or through others; each is looked at once.
bool waits_for(const model::Playbook& playbook, const Automation& from, const std::string& to,
               std::vector<const Automation*>& seen) {
  for (const std::string& id : from.after) {
    if (id == to) return true;
    const Automation* const next = find_id(playbook.automations, id);
    if (next == nullptr || std::find(seen.begin(), seen.end(), next) != seen.end()) continue;
    seen.push_back(next);
    if (waits_for(playbook, *next, to, seen)) return true;
  }
  return false;
}

}  // namespace

RankedAutomation assess_automation(const Automation& automation, const model::Customer& customer,
                                   const model::Playbook& playbook, std::span<const std::string> chosen) {
  return Assessment(automation, customer, playbook, chosen).run();
}

std::vector<RankedAutomation> rank_automations(const model::Playbook& playbook, const model::Customer& customer,
                                               std::span<const std::string> chosen) {
  std::vector<RankedAutomation> out;
  for (const Automation& one : playbook.automations) out.push_back(assess_automation(one, customer, playbook, chosen));
  sort_stably(out, [](const RankedAutomation& a, const RankedAutomation& b) {
    if (a.standing != b.standing) return a.standing < b.standing;
    const std::int64_t left = a.score ? a.score->minor : -1, right = b.score ? b.score->minor : -1;
    return left != right ? left > right : a.kind < b.kind;
  });
  return out;
}

Diagnostics check_automations(const model::Playbook& playbook) {
  Diagnostics found;
  for (std::size_t i = 0; i < playbook.automations.size(); ++i) {
    const Automation& one = playbook.automations[i];
    const std::string pointer = fmt::format("/automations/{}", i);
    check_estimate(one.saving, pointer + "/saving", true, found);
    std::vector<const Automation*> seen;
    if (waits_for(playbook, one, one.id, seen))
      found.push_back(mistake("playbook.automation_circle", pointer + "/after",
                              fmt::format("\"{}\" must run before itself, directly or through others", one.id),
                              "automations that do not wait for this one"));
    if (find_id(playbook.value_drivers, one.id) != nullptr)
      found.push_back(mistake("playbook.automation_is_driver", pointer + "/id",
                              fmt::format("\"{}\" is the id of a value driver too", one.id),
                              "an id of its own, for both may be in one business case"));
    if (one.rate.empty() && !(one.setup_hours.is_zero() && one.running_hours.is_zero()))
      found.push_back(mistake("playbook.automation_no_rate", pointer,
                              fmt::format("\"{}\" asks for hours and names no rate to count them at", one.id),
                              "\"rate\""));
  }
  return found;
}

}  // namespace dealwright::roi
