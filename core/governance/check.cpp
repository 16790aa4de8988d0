#include "core/governance/check.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "core/base/words.hpp"
#include "core/governance/facts.hpp"
#include "core/governance/lookup.hpp"
#include "core/governance/standard.hpp"
#include "core/pricing/book.hpp"

namespace dealwright::governance {

namespace {

using model::FactCondition;
using model::FactSource;
using Names = std::vector<std::string_view>;

template <class E>
Names words_of() {
  const auto choices = document::type_of<E>().choices;
  return {choices.begin(), choices.end()};
}

bool has(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

const char* what_is_named(FactSource source) {
  switch (source) {
    case FactSource::profile:
      return "number of a customer's profile";
    case FactSource::answer:
      return "criterion of the playbook";
    case FactSource::capability:
      return "capability of the playbook";
    case FactSource::metric:
      return "metric";
    case FactSource::control:
      return "control of the playbook";
    case FactSource::tenancy:
    case FactSource::standard:
      break;
  }
  return "fact";
}

enum class Kind : std::uint8_t { number, word, either };

Kind kind_of(FactSource source) {
  switch (source) {
    case FactSource::profile:
    case FactSource::capability:
      return Kind::number;
    case FactSource::answer:
    case FactSource::tenancy:
    case FactSource::control:
      return Kind::word;
    case FactSource::metric:
    case FactSource::standard:
      break;
  }
  return Kind::either;
}

class Checker {
 public:
  Checker(const model::Playbook& playbook, std::span<const std::string_view> metrics)
      : playbook_(playbook), metrics_(metrics.begin(), metrics.end()) {}

  void check(const std::vector<FactCondition>& when, const std::string& at) {
    for (std::size_t i = 0; i < when.size(); ++i) {
      at_ = fmt::format("{}/when/{}", at, i);
      check_name(when[i]);
      check_test(when[i]);
    }
  }

  void check_aims() {
    for (std::size_t i = 0; i < playbook_.architectures.size(); ++i) {
      const auto& architecture = playbook_.architectures[i];
      if (architecture.standard_from <= architecture.standard_to) continue;
      add("playbook.standard_aim", fmt::format("/architectures/{}/standard_from", i),
          "the aim of the standard share starts above its end",
          fmt::format("at most {}", architecture.standard_to.to_string()));
    }
  }

  Diagnostics take() { return std::move(diagnostics_); }

 private:
  Diagnostic& add(const char* code, std::string pointer, std::string message, std::string expected = {}) {
    return diagnostics_.emplace_back(mistake(code, std::move(pointer), std::move(message), std::move(expected)));
  }

  Names names_of(FactSource source) const {
    switch (source) {
      case FactSource::profile: {
        Names names;
        for (const pricing::Fact& fact : pricing::profile_facts()) names.emplace_back(fact.name);
        return names;
      }
      case FactSource::answer:
        return ids_of(playbook_.criteria);
      case FactSource::capability:
        return ids_of(playbook_.capabilities);
      case FactSource::control:
        return ids_of(playbook_.controls);
      case FactSource::metric:
        return metrics_;
      case FactSource::tenancy:
      case FactSource::standard:
        break;
    }
    return {};
  }

  void check_name(const FactCondition& condition) {
    if (!has_names(condition.source)) {
      if (!condition.fact.empty())
        add("playbook.fact_unused", at_ + "/fact",
            fmt::format("\"{}\" stands for itself and has no named facts", word_of(condition.source)), "no \"fact\"");
      return;
    }
    if (condition.fact.empty()) {
      add("playbook.fact_missing", at_, "the condition does not say which fact it is on",
          fmt::format("\"fact\", a {}", what_is_named(condition.source)));
      return;
    }
    if (condition.source == FactSource::metric && metrics_.empty()) return;
    const Names names = names_of(condition.source);
    if (has(names, condition.fact)) return;
    add("playbook.unknown_fact", at_ + "/fact",
        fmt::format("\"{}\" is no {}", condition.fact, what_is_named(condition.source)))
        .nearest = nearest_name(condition.fact, names);
  }

  void check_test(const FactCondition& condition) {
    const bool has_bounds = condition.above || condition.below;
    const Kind kind = kind_of(condition.source);
    if (!has_bounds && condition.is.empty()) {
      add("playbook.condition_of_nothing", at_, "the condition has neither a bound nor words, so it never holds",
          kind == Kind::number ? "\"above\" or \"below\""
          : kind == Kind::word ? "\"is\""
                               : "a bound or \"is\"");
      return;
    }
    if (kind == Kind::number && !condition.is.empty())
      add("playbook.words_on_number", at_ + "/is", "the fact is a number, which is none of the words",
          "\"above\" or \"below\"");
    if (kind == Kind::word && has_bounds)
      add("playbook.bound_on_word", at_ + (condition.above ? "/above" : "/below"),
          "the fact is a word, which lies on no side of a bound", "\"is\"");
    if (condition.above && condition.below && *condition.above >= *condition.below)
      add("playbook.nothing_between", at_ + "/above", "nothing is above the one bound and below the other",
          fmt::format("less than {}", condition.below->to_string()));
    check_words(condition);
  }

  void check_words(const FactCondition& condition) {
    Names words;
    if (condition.source == FactSource::tenancy) words = words_of<model::Tenancy>();
    if (condition.source == FactSource::control) words = words_of<model::ControlState>();
    if (condition.source == FactSource::standard) words = words_of<StandardVerdict>();
    if (condition.source == FactSource::answer) {
      const auto* const criterion = find_id(playbook_.criteria, condition.fact);
      if (criterion == nullptr) return;
      words = ids_of(criterion->answers);
    }
    if (words.empty()) return;
    for (std::size_t i = 0; i < condition.is.size(); ++i) {
      if (has(words, condition.is[i])) continue;
      std::string expected;
      for (const std::string_view word : words) {
        expected += expected.empty() ? "one of " : ", ";
        expected += word;
      }
      add("playbook.unknown_word", fmt::format("{}/is/{}", at_, i),
          fmt::format("the fact is never \"{}\"", condition.is[i]), std::move(expected))
          .nearest = nearest_name(condition.is[i], words);
    }
  }

  const model::Playbook& playbook_;
  Names metrics_;
  std::string at_;
  Diagnostics diagnostics_;
};

}  // namespace

Diagnostics check_governance(const model::Playbook& playbook, std::span<const std::string_view> metrics) {
  Checker checker(playbook, metrics);
  checker.check_aims();
  for (std::size_t i = 0; i < playbook.controls.size(); ++i)
    checker.check(playbook.controls[i].when, fmt::format("/controls/{}", i));
  for (std::size_t i = 0; i < playbook.risks.size(); ++i)
    checker.check(playbook.risks[i].when, fmt::format("/risks/{}", i));
  return checker.take();
}

Diagnostics check_duties(const DutiesResult& duties, const model::Partner& partner) {
  Diagnostics out;
  for (const ChannelConflict& conflict : duties.conflicts) {
    std::string at = fmt::format("/owns/{}", word_of(conflict.of));
    for (std::size_t i = 0; i < partner.duties.size(); ++i)
      if (partner.duties[i].duty == conflict.duty && partner.duties[i].accountable == conflict.holder)
        at = fmt::format("/duties/{}/accountable", i);
    out.push_back(
        mistake("partner.channel_conflict", std::move(at), "channel conflict: " + conflict.words, "\"partner\""));
    out.back().severity = Severity::warning;
  }
  for (const DutyResult& duty : duties.duties) {
    if (duty.holding != Holding::gap) continue;
    const bool is_protected = duty.protects != model::Owned::nothing;
    Diagnostic& gap = out.emplace_back(
        mistake("partner.duty_gap", "/duties",
                is_protected ? fmt::format("nobody holds the duty \"{}\" ({}), which protects the partner's {}",
                                           duty.name, duty.duty, word_of(duty.protects))
                             : fmt::format("nobody holds the duty \"{}\" ({})", duty.name, duty.duty),
                fmt::format("one accountable party; usually the {}", spaced(word_of(duty.usual)))));
    gap.severity = is_protected ? Severity::warning : Severity::info;
  }
  return out;
}

}  // namespace dealwright::governance
