#include "core/guardrails/solve.hpp"

#include <algorithm>
#include <cstdlib>

#include "core/base/stable_order.hpp"

namespace dealwright::guardrails {
namespace {

using model::Lever;

// Grids of at most so many steps are tried step by step from the present value outwards.
constexpr std::int64_t small_grid = 400;

// The greater of what the change does to the customer's total and to the partner's margin.
std::int64_t effect(const Change& change) {
  return std::max(std::abs(change.tcv_after.minor - change.tcv_before.minor),
                  std::abs(change.margin_after.minor - change.margin_before.minor));
}

// The same subject in another pricing of the deal, or nothing where that has no such line.
std::optional<Subject> same_subject(const pricing::PricedDeal& before, Subject subject,
                                    const pricing::PricedDeal& after) {
  if (subject == deal_subject()) return subject;
  for (int i = 0; i < static_cast<int>(after.lines.size()); ++i) {
    const Subject line = line_subject(after, i);
    if (subject.line >= 0) {
      if (after.lines[static_cast<std::size_t>(i)].component ==
          before.lines[static_cast<std::size_t>(subject.line)].component)
        return line;
    } else if (after.lines[static_cast<std::size_t>(i)].service_line ==
               before.service_lines[static_cast<std::size_t>(subject.service_line)].service_line) {
      return service_line_subject(after, line.service_line);
    }
  }
  return std::nullopt;
}

// numerator - bound x denominator, negative where the bound is broken. Nothing where it does not fit.
std::optional<Int128> residual_of(const Value& value, Decimal bound, bool is_min) {
  if (value.denominator == 0) return std::nullopt;
  Int128 left, right;
  if (!multiply(value.numerator, Decimal::scale, left) || !multiply(value.denominator, bound.micro(), right))
    return std::nullopt;
  Int128 difference;
  if (__builtin_sub_overflow(is_min ? left : right, is_min ? right : left, &difference)) return std::nullopt;
  return difference;
}

// Where a straight line through (0, from) and (span, to) crosses zero, cut up to a whole step within 1 and span - 1.
std::int64_t crossing(Int128 from, Int128 to, std::int64_t span) {
  UInt128 rise = magnitude(to - from);
  UInt128 missing = magnitude(from);
  while (missing >> 62 != 0 || rise >> 62 != 0) missing >>= 1, rise >>= 1;
  if (rise == 0) return span / 2;
  const auto step = static_cast<std::int64_t>((missing * static_cast<UInt128>(span) + rise - 1) / rise);
  return std::clamp<std::int64_t>(step, 1, span - 1);
}

bool is_worse(Int128 residual, Int128 than) {
  return residual <= than;
}

}  // namespace

Solver::Outcome Solver::judge(const Question& question, const Place& place) {
  const Facts& before = *question.facts;
  const pricing::Context context{changed_, before.context.partner, before.context.customer, before.context.book};
  const bool reprices = changes_price(place.field);
  if (reprices) {
    if (is_exhausted()) return {};
    reasons_.clear();
    ++pricings_;
    const bool is_priced = pricer_->price(context, priced_, reasons_);
    work_left_ -= 1 + static_cast<std::int64_t>(priced_.lines.size());
    for (const auto& line : priced_.lines) work_left_ -= static_cast<std::int64_t>(line.spans.size());
    if (!is_priced) return {};
  }
  const Facts after{context, reprices ? priced_ : before.priced, before.users, before.background, before.trials};
  const auto subject = same_subject(before.priced, question.subject, after.priced);
  Outcome outcome;
  if (!subject) {
    outcome.clears = place.field == Field::line;
    return outcome;
  }
  const Check result = check(*question.rule, after, *subject);
  switch (result.verdict) {
    case Verdict::passes:
      outcome.clears = true;
      break;
    case Verdict::fails:
      break;
    // Numbers have to keep the rule. A word or the removal of a line may take what the rule is about away.
    case Verdict::not_meant:
      outcome.clears = !place.is_number;
      return outcome;
    case Verdict::no_value:
      outcome.clears = place.field == Field::line;
      return outcome;
  }
  if (const auto residual = residual_of(result.value, question.bound, question.is_min)) {
    outcome.has_residual = true;
    outcome.residual = *residual;
  }
  return outcome;
}

Solver::Outcome Solver::try_number(const Question& question, const Place& place, Decimal value) {
  set_number(changed_, place, value);
  return judge(question, place);
}

// `fails` does not clear, `clears` does; both count steps from the origin. Draws them together until they are
// neighbours.
std::int64_t Solver::refine(const Question& question, const Place& place, std::int64_t origin, int direction,
                            std::int64_t fails, Outcome at_fails, std::int64_t clears, Outcome at_clears) {
  const auto look = [&](std::int64_t step) {
    const Outcome outcome =
        try_number(question, place, Decimal::from_micro((origin + direction * step) * place.step.micro()));
    (outcome.clears ? clears : fails) = step;
    (outcome.clears ? at_clears : at_fails) = outcome;
    return outcome.clears;
  };
  for (int round = 0; clears - fails > 1; ++round) {
    const std::int64_t span = clears - fails;
    const bool straight = round < 4 && at_fails.has_residual && at_clears.has_residual && at_fails.residual < 0 &&
                          at_clears.residual >= 0;
    const std::int64_t guess = fails + (straight ? crossing(at_fails.residual, at_clears.residual, span) : span / 2);
    // Then from the guess towards the other end in growing strides: where the guess is good its neighbour decides.
    const bool towards_fails = look(guess);
    for (std::int64_t stride = 1; straight && clears - fails > 1; stride *= 4) {
      const std::int64_t next =
          towards_fails ? std::max(clears - stride, fails + 1) : std::min(fails + stride, clears - 1);
      if (look(next) != towards_fails) break;
    }
  }
  return clears;
}

// Fewest steps, 1 to `most`, in one direction from the origin after which the breach is cleared; 0 where none does.
std::int64_t Solver::nearest_step(const Question& question, const Place& place, std::int64_t origin, int direction,
                                  std::int64_t most) {
  if (most < 1) return 0;
  const auto look = [&](std::int64_t step) {
    return try_number(question, place, Decimal::from_micro((origin + direction * step) * place.step.micro()));
  };
  if (most <= small_grid) {
    for (std::int64_t step = 1; step <= most; ++step) {
      if (look(step).clears) return step;
    }
    return 0;
  }
  // A wide grid is looked at from near to far: the far end of a grid that grows a thousandfold need not be priceable.
  const bool is_wide = most / 100 > origin;
  std::int64_t failed = 0;
  Outcome at_failed = question.present;
  bool hopeful = false;
  for (std::int64_t parts = is_wide ? 1000 : 1; parts >= 1; parts /= 10) {
    const std::int64_t step = std::max<std::int64_t>(most / parts, 1);
    const Outcome outcome = look(step);
    if (outcome.clears) return refine(question, place, origin, direction, failed, at_failed, step, outcome);
    if (!outcome.has_residual || !question.present.has_residual) {
      hopeful = true;
      continue;
    }
    hopeful = hopeful || !is_worse(outcome.residual, question.present.residual);
    failed = step;
    at_failed = outcome;
  }
  // No far value clears. One near by still may, unless the first step too leads away from the bound.
  const Outcome first = look(1);
  if (first.clears) return 1;
  if (!hopeful && first.has_residual && question.present.has_residual &&
      is_worse(first.residual, question.present.residual))
    return 0;
  failed = 1;
  at_failed = first;
  for (std::int64_t step = 2; step < most; step *= 2) {
    const Outcome outcome = look(step);
    if (outcome.clears) return refine(question, place, origin, direction, failed, at_failed, step, outcome);
    failed = step;
    at_failed = outcome;
  }
  return 0;
}

std::optional<Decimal> Solver::nearest_number(const Question& question, const Place& place) {
  const std::int64_t step = place.step.micro();
  const std::int64_t present = place.present.micro();
  // The grid values at or next to the present one on each side.
  const std::int64_t below = present / step + (present % step != 0 ? 1 : 0);
  const std::int64_t above = present / step;
  const std::int64_t down = nearest_step(question, place, below, -1, below - place.low.micro() / step);
  const std::int64_t most_up = place.high.micro() / step - above;
  const std::int64_t up = nearest_step(question, place, above, 1, down == 0 ? most_up : std::min(most_up, down));
  if (down == 0 && up == 0) return std::nullopt;
  const auto lower = Decimal::from_micro((below - down) * step);
  const auto upper = Decimal::from_micro((above + up) * step);
  const bool take_lower = up == 0 || (down != 0 && present - lower.micro() <= upper.micro() - present);
  return take_lower ? lower : upper;
}

Change Solver::describe(const Question& question, const Place& place, std::string to, const std::string& to_words) {
  const Facts& before = *question.facts;
  const model::Deal& deal = before.context.deal;
  const pricing::Context context{changed_, before.context.partner, before.context.customer, before.context.book};
  const Facts after{context, changes_price(place.field) ? priced_ : before.priced, before.users, before.background, before.trials};
  const std::string present = place.is_number ? people_text(place, place.present, deal.currency) : place.present_word;
  Change change;
  change.lever = place.lever;
  change.pointer = pointer_of(place, deal);
  if (place.field == Field::line) {
    change.from = place.component;
    change.words = name_of(place, deal) + " removed";
  } else {
    const bool is_new = place.field == Field::commitment && !place.stated;
    if (place.stated) change.from = place.is_number ? document_text(place, place.present, deal) : place.present_word;
    change.words = name_of(place, deal) + " " +
                   (is_new            ? "none"
                    : present.empty() ? "not stated"
                                      : present) +
                   " -> " + to_words;
    if (is_new) change.words += " a month";
  }
  change.to = std::move(to);
  change.tcv_before = before.priced.totals.tcv;
  change.tcv_after = after.priced.totals.tcv;
  change.margin_before = before.priced.totals.gross_margin;
  change.margin_after = after.priced.totals.gross_margin;
  change.clears_all = !fails(question.sets, after);
  return change;
}

// Of the places of the lever, and of the words of a place, the change with the smallest effect.
std::optional<Change> Solver::best_change(const Question& question, Lever lever) {
  const model::Deal& deal = question.facts->context.deal;
  std::optional<Change> best;
  const auto offer = [&](Change change) {
    if (!best || effect(change) < effect(*best)) best = std::move(change);
  };
  for (const Place& place : places_of(lever, question.facts->context, question.facts->priced, question.subject)) {
    changed_ = deal;
    if (place.is_number) {
      const auto value = nearest_number(question, place);
      if (!value || !try_number(question, place, *value).clears) continue;
      offer(describe(question, place, document_text(place, *value, deal), people_text(place, *value, deal.currency)));
    } else if (place.field == Field::line) {
      remove_line(changed_, place);
      if (judge(question, place).clears) offer(describe(question, place, "", ""));
    } else {
      for (std::size_t i = 0; i < place.words.size(); ++i) {
        set_word(changed_, place, i);
        if (judge(question, place).clears) offer(describe(question, place, place.words[i], place.words[i]));
      }
    }
  }
  return best;
}

std::vector<Change> Solver::ways_out(std::span<const RuleSet* const> sets, const Facts& facts, const Breach& breach) {
  Question question{sets, &facts, breach.rule, breach.subject, breach.check.bound, breach.check.is_min, {}};
  if (const auto residual = residual_of(breach.check.value, question.bound, question.is_min)) {
    question.present = {false, true, *residual};
  }
  std::vector<Change> changes;
  std::uint32_t seen = 0;
  const auto add = [&](Lever lever, const std::string& advice) {
    if ((seen & lever_bit(lever)) != 0) return;
    seen |= lever_bit(lever);
    auto change = best_change(question, lever);
    if (!change) return;
    change->advice = advice;
    changes.push_back(*std::move(change));
  };
  if (!breach.rule->source->ways_out.empty()) {
    for (const auto& way : breach.rule->source->ways_out) add(way.lever, way.text);
    return changes;
  }
  for (unsigned lever = 0; lever <= static_cast<unsigned>(Lever::remove_line); ++lever) {
    if ((breach.rule->metric->levers & 1u << lever) != 0) add(static_cast<Lever>(lever), "");
  }
  sort_stably(changes, [](const Change& a, const Change& b) { return effect(a) < effect(b); });
  return changes;
}

std::optional<Change> Solver::solve_for(std::span<const RuleSet* const> sets, const Facts& facts, const Goal& goal) {
  const Value value = goal.metric->value(facts, goal.subject, goal.base);
  if (!goal.metric->is_number() || value.is_missing()) return std::nullopt;
  const int side = compare(value, goal.target);
  model::Rule rule;
  rule.base = goal.base;
  (side < 0 ? rule.min : rule.max) = goal.target;
  const model::Guardrails document;
  PreparedRule prepared;
  prepared.source = &rule;
  prepared.document = &document;
  prepared.metric = goal.metric;
  if (side != 0) {
    Question question{sets, &facts, &prepared, goal.subject, goal.target, side < 0, {}};
    if (const auto residual = residual_of(value, goal.target, side < 0)) question.present = {false, true, *residual};
    return best_change(question, goal.lever);
  }
  Change change;
  change.lever = goal.lever;
  change.tcv_before = change.tcv_after = facts.priced.totals.tcv;
  change.margin_before = change.margin_after = facts.priced.totals.gross_margin;
  change.clears_all = !fails(sets, facts);
  return change;
}

}  // namespace dealwright::guardrails
