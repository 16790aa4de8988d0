#include "core/qualification/tenancy.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "core/base/suggest.hpp"
#include "core/base/wide.hpp"
#include "core/pricing/book.hpp"
#include "core/qualification/growth.hpp"

namespace dealwright::qualification {

namespace {

using model::Criterion;
using model::CriterionAnswer;
using model::Measure;

const pricing::Fact* find_fact(std::string_view name) {
  for (const pricing::Fact& fact : pricing::profile_facts())
    if (name == fact.name) return &fact;
  return nullptr;
}

template <class List>
int index_of(const List& list, std::string_view id) {
  for (std::size_t i = 0; i < list.size(); ++i)
    if (list[i].id == id) return static_cast<int>(i);
  return -1;
}

template <class List>
std::string nearest_id(const List& list, std::string_view id) {
  std::vector<std::string_view> ids;
  for (const auto& one : list) ids.push_back(one.id);
  return std::string(nearest_name(id, ids));
}

Diagnostic mistake(const char* code, std::string pointer, std::string message, std::string expected = {}) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.pointer = std::move(pointer);
  diagnostic.message = std::move(message);
  diagnostic.expected = std::move(expected);
  return diagnostic;
}

void check_criterion(const Criterion& criterion, const std::string& at, bool has_limits, Diagnostics& diagnostics) {
  if (criterion.measure == Measure::asked) {
    for (std::size_t i = 0; i < criterion.answers.size(); ++i) {
      if (criterion.answers[i].above)
        diagnostics.push_back(mistake("playbook.bound_of_asked", fmt::format("{}/answers/{}/above", at, i),
                                      fmt::format("\"{}\" is asked, so its answers have no bound", criterion.id),
                                      "\"measure\" of the criterion, or no \"above\""));
    }
    return;
  }
  if (!has_limits)
    diagnostics.push_back(mistake("playbook.nothing_to_measure", at + "/measure",
                                  "the playbook has no shared limits to measure the use of", "a shared limit"));
  for (std::size_t i = 0; i < criterion.answers.size(); ++i) {
    const auto& above = criterion.answers[i].above;
    const std::string pointer = fmt::format("{}/answers/{}", at, i);
    if (i == 0 && above)
      diagnostics.push_back(mistake("playbook.first_bound", pointer + "/above",
                                    "the first answer of a measured criterion holds from zero on", "no \"above\""));
    if (i > 0 && !above)
      diagnostics.push_back(
          mistake("playbook.bound_missing", pointer,
                  fmt::format("\"{}\" does not say above which use it holds", criterion.answers[i].id), "\"above\""));
    const auto& before = criterion.answers[i > 0 ? i - 1 : 0].above;
    if (i > 0 && above && before && *above <= *before)
      diagnostics.push_back(mistake("playbook.bound_order", pointer + "/above",
                                    "the bounds of a measured criterion rise from answer to answer",
                                    fmt::format("more than {}", before->to_string())));
  }
}

// The customer's facts against the shared limits.
class Limits {
 public:
  Limits(const model::Playbook& playbook, const model::Customer& customer) : playbook_(playbook), customer_(customer) {
    for (const model::SharedLimit& limit : playbook.shared_limits) used_.push_back(used(limit));
  }

  Decimal used(std::size_t at) const { return used_[at]; }
  std::optional<int> passed(std::size_t at) const {
    const model::SharedLimit& limit = playbook_.shared_limits[at];
    return first_month_above(used_[at], rate(limit), limit.limit, playbook_.tenancy.horizon_months);
  }

  struct Measured {
    int limit = -1;
    Decimal quantity;
  };
  // The limit that is used most, of those the criterion is about.
  Measured greatest(const Criterion& criterion) const {
    Measured most;
    for (std::size_t i = 0; i < used_.size(); ++i) {
      const model::SharedLimit& limit = playbook_.shared_limits[i];
      if (!criterion.limits.empty() &&
          std::find(criterion.limits.begin(), criterion.limits.end(), limit.id) == criterion.limits.end()) {
        continue;
      }
      Decimal quantity = used_[i];
      if (criterion.measure == Measure::use_at_end)
        quantity =
            grown(quantity, rate(limit), playbook_.tenancy.horizon_months).value_or(Decimal::from_micro(INT64_MAX));
      if (most.limit < 0 ||
          Int128{quantity.micro()} * bound(most.limit) > Int128{most.quantity.micro()} * limit.limit.micro())
        most = {static_cast<int>(i), quantity};
    }
    return most;
  }

 private:
  std::int64_t bound(int limit) const { return playbook_.shared_limits[static_cast<std::size_t>(limit)].limit.micro(); }
  Decimal rate(const model::SharedLimit& limit) const {
    return limit.grows ? customer_.profile.growth_per_year : Decimal();
  }
  Decimal used(const model::SharedLimit& limit) const {
    const pricing::Fact* const fact = find_fact(limit.fact);
    const Decimal value = fact == nullptr ? Decimal() : customer_.profile.*(fact->member);
    if (!limit.at_peak) return value;
    return Decimal::multiply(value, customer_.profile.peak_factor).value_or(Decimal::from_micro(INT64_MAX));
  }

  const model::Playbook& playbook_;
  const model::Customer& customer_;
  std::vector<Decimal> used_;
};

// The last answer whose bound the quantity passes.
int measured_answer(const Criterion& criterion, Decimal quantity, Decimal limit) {
  int answer = -1;
  for (std::size_t i = 0; i < criterion.answers.size(); ++i) {
    const Decimal above = criterion.answers[i].above.value_or(Decimal());
    const bool holds = !criterion.answers[i].above ||
                       Int128{quantity.micro()} * Decimal::scale > Int128{above.micro()} * limit.micro();
    if (holds) answer = static_cast<int>(i);
  }
  return answer;
}

class Qualifier {
 public:
  Qualifier(const model::Playbook& playbook, const model::Customer& customer, Diagnostics& diagnostics)
      : playbook_(playbook), customer_(customer), limits_(playbook, customer), diagnostics_(diagnostics) {}

  Standing stand() {
    ask();
    measure();
    band_ = {playbook_.tenancy.review_from, playbook_.tenancy.review_to};
    return standing(questions_, band_);
  }

  TenancyResult run() {
    const Standing all = stand();
    result_.customer = customer_.id;
    result_.playbook = playbook_.id;
    result_.review_from = band_.review_from;
    result_.review_to = band_.review_to;
    result_.verdict = all.verdict;
    result_.forced = all.forced;
    result_.score_least = {all.least, all.whole};
    result_.score_greatest = {all.greatest, all.whole};
    add_border(all);
    add_criteria(all);
    add_flips();
    add_limits();
    return std::move(result_);
  }

 private:
  void ask() {
    for (const Criterion& criterion : playbook_.criteria) {
      Question question{criterion.weight, {}, -1};
      for (const CriterionAnswer& answer : criterion.answers)
        question.options.push_back({answer.points, answer.forces_dedicated});
      questions_.push_back(std::move(question));
      CriterionResult& row = result_.criteria.emplace_back();
      row.criterion = criterion.id;
      row.name = criterion.name;
      row.weight = criterion.weight;
    }
    if (!customer_.qualification) return;
    const auto& given = customer_.qualification->answers;
    for (std::size_t i = 0; i < given.size(); ++i) take(given[i], fmt::format("/qualification/answers/{}", i));
  }

  void take(const model::GivenAnswer& given, const std::string& pointer) {
    const int at = index_of(playbook_.criteria, given.criterion);
    if (at < 0) return;  // a reference that leads nowhere is told by who reads the documents
    const Criterion& criterion = playbook_.criteria[static_cast<std::size_t>(at)];
    Question& question = questions_[static_cast<std::size_t>(at)];
    if (criterion.measure != Measure::asked) {
      diagnostics_.push_back(
          mistake("customer.answer_to_measured", pointer + "/criterion",
                  fmt::format("\"{}\" is measured from the profile and cannot be answered", criterion.id),
                  "the facts in the profile"));
      return;
    }
    if (question.given >= 0) {
      diagnostics_.push_back(mistake("customer.answered_twice", pointer + "/criterion",
                                     fmt::format("\"{}\" is answered above already", criterion.id), "one answer"));
      return;
    }
    question.given = index_of(criterion.answers, given.answer);
    if (question.given < 0) {
      Diagnostic diagnostic = mistake("customer.unknown_answer", pointer + "/answer",
                                      fmt::format("\"{}\" is no answer to \"{}\"", given.answer, criterion.id));
      for (const CriterionAnswer& answer : criterion.answers)
        diagnostic.expected += (diagnostic.expected.empty() ? "one of " : ", ") + answer.id;
      diagnostic.nearest = nearest_id(criterion.answers, given.answer);
      diagnostics_.push_back(std::move(diagnostic));
      return;
    }
    result_.criteria[static_cast<std::size_t>(at)].fact = given.note;
  }

  void measure() {
    for (std::size_t i = 0; i < playbook_.criteria.size(); ++i) {
      const Criterion& criterion = playbook_.criteria[i];
      if (criterion.measure == Measure::asked) continue;
      const Limits::Measured most = limits_.greatest(criterion);
      if (most.limit < 0) continue;
      const model::SharedLimit& limit = playbook_.shared_limits[static_cast<std::size_t>(most.limit)];
      questions_[i].given = measured_answer(criterion, most.quantity, limit.limit);
      const Ratio use = {most.quantity.micro(), limit.limit.micro()};
      result_.criteria[i].fact = criterion.measure == Measure::use
                                     ? fmt::format("{}: {} of what is shared", limit.name, to_percent(use))
                                     : fmt::format("{} after {} months: {} of what is shared", limit.name,
                                                   playbook_.tenancy.horizon_months, to_percent(use));
    }
  }

  // How far the score may move; of a score that is forced or open there is no such distance.
  void add_border(const Standing& all) {
    if (all.forced || all.whole == 0) return;
    const std::int64_t weights = all.whole / Decimal::scale;
    const std::int64_t from = weights * band_.review_from.micro();
    const std::int64_t to = weights * band_.review_to.micro();
    switch (all.verdict) {
      case Verdict::shared:
        result_.to_border = {from - all.greatest, all.whole};
        break;
      case Verdict::dedicated:
        result_.to_border = {all.least - to, all.whole};
        break;
      case Verdict::review:
        result_.to_border = {std::min(all.least - from, to - all.greatest), all.whole};
        break;
      case Verdict::open:
        break;
    }
  }

  void add_criteria(const Standing& all) {
    for (std::size_t i = 0; i < questions_.size(); ++i) {
      CriterionResult& row = result_.criteria[i];
      const Criterion& criterion = playbook_.criteria[i];
      if (questions_[i].given < 0) {
        row.words = criterion.question;
        row.could_decide = could_decide(questions_, band_, i);
        continue;
      }
      const CriterionAnswer& answer = criterion.answers[static_cast<std::size_t>(questions_[i].given)];
      row.answer = answer.id;
      row.words = answer.name;
      row.reason = answer.reason;
      row.points = answer.points;
      row.contribution = {criterion.weight.micro() * answer.points.micro(), all.whole};
      row.forces_dedicated = answer.forces_dedicated;
    }
    if (const int next = most_settling(questions_, band_); next >= 0)
      result_.ask_next = playbook_.criteria[static_cast<std::size_t>(next)].id;
  }

  void add_flips() {
    for (const Verdict to : {Verdict::shared, Verdict::review, Verdict::dedicated}) {
      if (to == result_.verdict) continue;
      const auto changes = smallest_flip(questions_, band_, to);
      if (!changes) continue;
      Flip flip{to, {}};
      for (const AnswerChange& change : *changes) {
        const Criterion& criterion = playbook_.criteria[static_cast<std::size_t>(change.question)];
        const int given = questions_[static_cast<std::size_t>(change.question)].given;
        const CriterionAnswer& from = criterion.answers[static_cast<std::size_t>(given)];
        const CriterionAnswer& to_be = criterion.answers[static_cast<std::size_t>(change.option)];
        flip.changes.push_back(
            {criterion.id, from.id, to_be.id, fmt::format("{}: {} -> {}", criterion.name, from.name, to_be.name)});
      }
      result_.flips.push_back(std::move(flip));
    }
  }

  void add_limits() {
    for (std::size_t i = 0; i < playbook_.shared_limits.size(); ++i) {
      const model::SharedLimit& limit = playbook_.shared_limits[i];
      const auto passed = limits_.passed(i);
      result_.limits.push_back(
          {limit.id, limit.name, limits_.used(i), limit.limit, {limits_.used(i).micro(), limit.limit.micro()}, passed});
      if (passed && (!result_.first_limit_month || *passed < *result_.first_limit_month)) {
        result_.first_limit_month = passed;
        result_.first_limit = limit.id;
      }
    }
  }

  const model::Playbook& playbook_;
  const model::Customer& customer_;
  Limits limits_;
  Diagnostics& diagnostics_;
  std::vector<Question> questions_;
  Band band_;
  TenancyResult result_;
};

}  // namespace

Diagnostics check_playbook(const model::Playbook& playbook) {
  Diagnostics diagnostics;
  if (playbook.tenancy.review_from > playbook.tenancy.review_to)
    diagnostics.push_back(mistake("playbook.review_band", "/tenancy/review_from",
                                  "the review band starts above its end",
                                  fmt::format("at most {}", playbook.tenancy.review_to.to_string())));
  for (std::size_t i = 0; i < playbook.shared_limits.size(); ++i) {
    const std::string& name = playbook.shared_limits[i].fact;
    if (find_fact(name) != nullptr) continue;
    std::vector<std::string_view> names;
    for (const pricing::Fact& fact : pricing::profile_facts()) names.emplace_back(fact.name);
    Diagnostic diagnostic = mistake("playbook.unknown_fact", fmt::format("/shared_limits/{}/fact", i),
                                    fmt::format("\"{}\" is not a number of a customer's profile", name));
    diagnostic.nearest = nearest_name(name, names);
    diagnostics.push_back(std::move(diagnostic));
  }
  for (std::size_t i = 0; i < playbook.criteria.size(); ++i)
    check_criterion(playbook.criteria[i], fmt::format("/criteria/{}", i), !playbook.shared_limits.empty(), diagnostics);
  return diagnostics;
}

Verdict verdict_of(const model::Playbook& playbook, const model::Customer& customer, Diagnostics& diagnostics) {
  return Qualifier(playbook, customer, diagnostics).stand().verdict;
}

TenancyResult qualify(const model::Playbook& playbook, const model::Customer& customer, Diagnostics& diagnostics) {
  return Qualifier(playbook, customer, diagnostics).run();
}

std::optional<int> first_limit_month(const model::Playbook& playbook, const model::Customer& customer) {
  const Limits limits(playbook, customer);
  std::optional<int> first;
  for (std::size_t i = 0; i < playbook.shared_limits.size(); ++i) {
    const auto passed = limits.passed(i);
    if (passed && (!first || *passed < *first)) first = passed;
  }
  return first;
}

}  // namespace dealwright::qualification
