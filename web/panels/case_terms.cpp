// The terms of a business case, the customer's baselines, and how a case is started.
#include <algorithm>

#include <fmt/format.h>

#include "core/roi/measured_baseline.hpp"
#include "web/panels/case_inputs.hpp"
#include "web/panels/edit.hpp"
#include "web/panels/word_choice.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/choice.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/number_field.hpp"

namespace dealwright::web {
namespace {

using model::BusinessCase;
using model::Deal;

ui::NumberRules rules_of(ui::NumberKind kind, std::optional<int> least, std::optional<int> most, bool optional) {
  ui::NumberRules rules;
  rules.kind = kind;
  if (least) rules.least = Decimal::whole(*least);
  if (most) rules.most = Decimal::whole(*most);
  rules.optional = optional;
  return rules;
}

void set_baseline(model::Customer& customer, const std::string& id, std::optional<Decimal> value, Date today) {
  auto& list = customer.baselines;
  if (!value) {
    std::erase_if(list, [&](const model::MeasuredBaseline& one) { return one.baseline == id; });
    return;
  }
  for (model::MeasuredBaseline& one : list)
    if (one.baseline == id) {
      one.value = *value;
      return;
    }
  list.push_back({id, *value, "", today});
}

}  // namespace

bool start_case(View& view, const Deal& deal) {
  const std::string id = deal.id;
  const auto* const customer = view.session.find<model::Customer>(deal.customer);
  const auto& playbooks = view.session.programme().playbooks;
  if (customer != nullptr && customer->playbook.empty() && !playbooks.empty())
    tell(view.session.edit<model::Customer>(customer->id, "Playbook chosen", "",
                                            [&](model::Customer& to) { to.playbook = playbooks.front().id; }));
  return tell(view.session.edit<Deal>(id, "Business case started", "", [](Deal& to) { to.business_case.emplace(); }));
}

void case_terms_card(View& view, const CaseOf& of) {
  Edits edit(view.session, of.deal);
  ui::Card card("case-terms", {.title = "Terms of the case", .level = "case"});
  ui::Columns columns("terms", 3, 120, ui::theme().space.small);
  const BusinessCase& stated = of.stated;
  const auto whole = [&](const char* label, const char* key, int value, int least, int most,
                         int BusinessCase::*member) {
    columns.next();
    std::int64_t months = value;
    edit(ui::whole_field({.label = label, .unit = "months"}, months,
                         rules_of(ui::NumberKind::whole, least, most, false)),
         key, static_cast<int>(months), [member](Deal& deal, int to) { (*deal.business_case).*member = to; });
  };
  const auto rate = [&](const char* label, const char* key, int least, int most, Decimal BusinessCase::*member) {
    columns.next();
    Decimal value = stated.*member;
    edit(ui::rate_field({.label = label}, value, rules_of(ui::NumberKind::rate, least, most, false)), key, value,
         [member](Deal& deal, Decimal to) { (*deal.business_case).*member = to; });
  };
  whole("Horizon", "horizon_months", stated.horizon_months, 12, 120, &BusinessCase::horizon_months);
  rate("Discount rate a year", "discount_rate", 0, 1, &BusinessCase::discount_rate);
  whole("Live from month", "live_from", stated.live_from, 1, 120, &BusinessCase::live_from);
  rate("Growth a year", "growth", -1, 10, &BusinessCase::growth);
  rate("Risk on costs", "cost_risk", 0, 10, &BusinessCase::cost_risk);
  columns.next();
  std::optional<Decimal> confidence = stated.confidence;
  edit(ui::number_field({.label = "Confidence in all benefits", .hint = "each driver's"}, confidence,
                        rules_of(ui::NumberKind::rate, 0, 1, true)),
       "confidence", confidence, [](Deal& deal, std::optional<Decimal> to) { deal.business_case->confidence = to; });
  columns.next();
  auto convention = stated.convention;
  edit(word_choice({.label = "Flows count"}, convention), "convention", convention,
       [](Deal& deal, auto to) { deal.business_case->convention = to; });
  columns.next();
  auto after_term = stated.after_term;
  edit(word_choice({.label = "After the term"}, after_term), "after_term", after_term,
       [](Deal& deal, auto to) { deal.business_case->after_term = to; });
  columns.next();
  if (of.playbook == nullptr) return;
  std::vector<std::string_view> ramps{"Each driver's"};
  int ramp = 0;
  for (const model::AdoptionRamp& one : of.playbook->adoption_ramps) {
    if (one.id == stated.ramp) ramp = static_cast<int>(ramps.size());
    ramps.push_back(one.name);
  }
  const auto chosen = ui::choice({.label = "Adoption"}, ramps, ramp);
  const std::string id = ramp <= 0 ? "" : of.playbook->adoption_ramps[static_cast<std::size_t>(ramp) - 1].id;
  edit(chosen, "ramp", id, [](Deal& deal, const std::string& to) { deal.business_case->ramp = to; });
}

void baselines_card(View& view, const CaseOf& of) {
  if (of.playbook == nullptr) return;
  const Date today = ui::current().platform().today();
  Edits edit(view.session, of.customer);
  const std::string detail =
      fmt::format("What was measured at {} before anything changed. It counts in all of its deals.", of.customer.name);
  ui::Card card("baselines", {.title = "Baselines", .detail = detail});
  ui::Columns columns("baselines", 4, 180, ui::theme().space.medium);
  for (const model::Baseline& baseline : of.playbook->baselines) {
    columns.next();
    std::optional<Decimal> value;
    for (const model::MeasuredBaseline& one : of.customer.baselines)
      if (one.baseline == baseline.id) value = one.value;
    const auto rules = rules_of(ui::NumberKind::decimal, 0, std::nullopt, true);
    const auto profile = value ? std::nullopt : roi::measured_baseline(of.customer, *of.playbook, baseline.id);
    const std::string hint = ui::number_text(profile, rules, true);
    const std::string unit = baseline.unit == "money" ? std::string(of.customer.currency.code()) : baseline.unit;
    const std::string help = profile ? unit + ", from the profile" : unit;
    const auto typed = ui::number_field({.label = baseline.name, .help = help, .hint = hint}, value, rules);
    edit(typed, "baselines/" + baseline.id, value,
         [id = baseline.id, today](model::Customer& to, std::optional<Decimal> now) {
           set_baseline(to, id, now, today);
         });
  }
}

}  // namespace dealwright::web
