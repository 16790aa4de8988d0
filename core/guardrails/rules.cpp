#include "core/guardrails/rules.hpp"

#include <algorithm>

#include "core/base/stable_order.hpp"

namespace dealwright::guardrails {
namespace {

bool is_one_of(std::string_view word, const std::vector<std::string>& words) {
  for (const auto& candidate : words) {
    if (candidate == word) return true;
  }
  return false;
}

bool holds(const PreparedCondition& condition, const Facts& facts, Subject subject) {
  const Value value = condition.metric->value(facts, subject, model::RuleBase::none);
  if (!condition.metric->is_number()) return is_one_of(value.word, condition.source->one_of);
  if (value.is_missing()) return false;
  return !(condition.source->min && compare(value, *condition.source->min) < 0) &&
         !(condition.source->max && compare(value, *condition.source->max) > 0);
}

bool all_hold(const std::vector<PreparedCondition>& conditions, const Facts& facts, Subject subject) {
  for (const auto& condition : conditions) {
    if (!holds(condition, facts, subject)) return false;
  }
  return true;
}

bool meant_for_deal(const PreparedRule& rule, const Facts& facts) {
  if (rule.in_money && rule.document->currency.is_stated() && rule.document->currency != facts.priced.currency)
    return false;
  return all_hold(rule.of_deal, facts, deal_subject());
}

bool meant_for_subject(const PreparedRule& rule, const Facts& facts, Subject subject) {
  if (!all_hold(rule.of_subject, facts, subject)) return false;
  if (rule.narrower.empty()) return true;
  for (int i = 0; i < static_cast<int>(facts.priced.lines.size()); ++i) {
    const Subject line = line_subject(facts.priced, i);
    if (subject.service_line >= 0 && subject.service_line != line.service_line) continue;
    if (all_hold(rule.narrower, facts, line)) return true;
  }
  return false;
}

Check measure(const PreparedRule& rule, const Facts& facts, Subject subject, const Limits& limits) {
  Check check;
  check.value = rule.metric->value(facts, subject, rule.source->base);
  check.verdict = Verdict::passes;
  if (rule.metric->words != nullptr && check.value.word.empty()) {
    check.verdict = Verdict::no_value;
  } else if (!rule.source->one_of.empty()) {
    if (!is_one_of(check.value.word, rule.source->one_of)) check.verdict = Verdict::fails;
  } else if (check.value.is_missing()) {
    check.verdict = Verdict::no_value;
  } else if (rule.source->forbidden) {
    if (check.value.numerator != 0) check.verdict = Verdict::fails;
  } else if (limits.min && compare(check.value, *limits.min) < 0) {
    check.verdict = Verdict::fails;
    check.bound = *limits.min;
    check.is_min = true;
  } else if (limits.max && compare(check.value, *limits.max) > 0) {
    check.verdict = Verdict::fails;
    check.bound = *limits.max;
  }
  return check;
}

// Calls `visit` with each subject of the rule's scope until it returns false.
template <class Visit>
void for_each_subject(const PreparedRule& rule, const pricing::PricedDeal& priced, Visit visit) {
  switch (rule.metric->scope) {
    case Scope::deal:
      visit(deal_subject());
      return;
    case Scope::service_line:
      for (int i = 0; i < static_cast<int>(priced.service_lines.size()); ++i) {
        if (!visit(service_line_subject(priced, i))) return;
      }
      return;
    case Scope::line:
      for (int i = 0; i < static_cast<int>(priced.lines.size()); ++i) {
        if (!visit(line_subject(priced, i))) return;
      }
  }
}

// Calls `visit` with each subject that the rule is meant for and its check, until it returns false. Returns whether
// there was one.
template <class Visit>
bool check_all(const PreparedRule& rule, const Facts& facts, Visit visit) {
  if (!meant_for_deal(rule, facts)) return false;
  const Limits limits = limits_of(*rule.source, facts.context.deal);
  bool meant = false;
  for_each_subject(rule, facts.priced, [&](Subject subject) {
    if (!meant_for_subject(rule, facts, subject)) return true;
    meant = true;
    return visit(subject, measure(rule, facts, subject, limits));
  });
  return meant;
}

// Calls `visit` with each rule of the product that no set replaces, then with each of the sets.
template <class Visit>
void for_each_rule(std::span<const RuleSet* const> sets, Visit visit) {
  std::uint32_t replaced = 0;
  for (const auto* set : sets) replaced |= set->replaces();
  const auto principles = RuleSet::principles().rules();
  for (std::size_t i = 0; i < principles.size(); ++i) {
    if ((replaced & 1u << i) == 0) visit(principles[i]);
  }
  for (const auto* set : sets) {
    for (const auto& rule : set->rules()) visit(rule);
  }
}

}  // namespace

Limits limits_of(const model::Rule& rule, const model::Deal& deal) {
  Limits limits{rule.min, rule.max};
  for (const auto& limit : rule.by_role) {
    const auto is_approver = [&](const model::Approval& approval) { return approval.role == limit.role; };
    if (std::none_of(deal.approvals.begin(), deal.approvals.end(), is_approver)) continue;
    if (limits.min && limit.min) limits.min = std::min(*limits.min, *limit.min);
    if (limits.max && limit.max) limits.max = std::max(*limits.max, *limit.max);
  }
  return limits;
}

Check check(const PreparedRule& rule, const Facts& facts, Subject subject) {
  if (!meant_for_deal(rule, facts) || !meant_for_subject(rule, facts, subject)) return {};
  return measure(rule, facts, subject, limits_of(*rule.source, facts.context.deal));
}

int apply(std::span<const RuleSet* const> sets, const Facts& facts, std::vector<Breach>& breaches) {
  const std::size_t first = breaches.size();
  int applied = 0;
  for_each_rule(sets, [&](const PreparedRule& rule) {
    const bool meant = check_all(rule, facts, [&](Subject subject, const Check& result) {
      if (result.verdict == Verdict::fails) breaches.push_back({&rule, subject, result});
      return true;
    });
    applied += meant ? 1 : 0;
  });
  if (breaches.size() > first + 1) {
    sort_stably(
        breaches, [](const Breach& a, const Breach& b) { return a.rule->source->severity > b.rule->source->severity; },
        first);
  }
  return applied;
}

bool fails(std::span<const RuleSet* const> sets, const Facts& facts) {
  bool failed = false;
  for_each_rule(sets, [&](const PreparedRule& rule) {
    if (failed || rule.source->severity != model::RuleSeverity::error) return;
    check_all(rule, facts, [&](Subject, const Check& result) {
      failed = result.verdict == Verdict::fails;
      return !failed;
    });
  });
  return failed;
}

}  // namespace dealwright::guardrails
