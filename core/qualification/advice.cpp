#include "core/qualification/advice.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "core/base/lookup.hpp"
#include "core/document/type.hpp"

namespace dealwright::qualification {

namespace {

using model::AdviceReason;
using model::CapabilityLevel;
using model::OfferModel;

template <class E>
std::string_view word(E value) {
  return document::type_of<E>().choices[static_cast<std::size_t>(value)];
}

// The first of those with the same id counts.
template <class List>
bool is_first(const List& list, std::size_t at) {
  return find_id(list, list[at].id) == &list[at];
}

template <class List>
void check_once(const List& list, const char* key, const char* what, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (is_first(list, i)) continue;
    Diagnostic diagnostic;
    diagnostic.code = "playbook.stated_twice";
    diagnostic.pointer = fmt::format("/{}/{}/id", key, i);
    diagnostic.message = fmt::format("{} \"{}\" is stated above already", what, word(list[i].id));
    diagnostic.expected = "each once";
    diagnostics.push_back(std::move(diagnostic));
  }
}

class Adviser {
 public:
  Adviser(const model::Playbook& playbook, const model::Partner& partner, Diagnostics& diagnostics)
      : playbook_(playbook), partner_(partner) {
    for (std::size_t i = 0; i < partner.capabilities.size(); ++i) take(partner.capabilities[i], i, diagnostics);
  }

  PartnerAdvice run() {
    result_.partner = partner_.id;
    result_.playbook = playbook_.id;
    add_offers();
    add_revenues();
    add_next();
    add_natural();
    result_.stated = partner_.offer_model;
    result_.stated_agrees = result_.recommended == partner_.offer_model;
    for (const model::Capability& capability : playbook_.capabilities)
      if (stated(capability.id) == nullptr)
        result_.open.push_back({capability.id, capability.name, capability.question});
    return std::move(result_);
  }

 private:
  void take(const CapabilityLevel& given, std::size_t at, Diagnostics& diagnostics) {
    if (stated(given.capability) == nullptr) {
      levels_.push_back(&given);
      return;
    }
    Diagnostic diagnostic;
    diagnostic.code = "partner.capability_twice";
    diagnostic.pointer = fmt::format("/capabilities/{}/capability", at);
    diagnostic.message = fmt::format("\"{}\" is stated above already", given.capability);
    diagnostic.expected = "one level";
    diagnostics.push_back(std::move(diagnostic));
  }

  const CapabilityLevel* stated(std::string_view capability) const {
    for (const CapabilityLevel* level : levels_)
      if (level->capability == capability) return level;
    return nullptr;
  }

  std::string name_of(const std::string& capability) const {
    const auto* const found = find_id(playbook_.capabilities, capability);
    return found == nullptr ? capability : found->name;
  }

  // Weights and fits in millionths: with 50 reasons of at most 1000 each, both sums stay below 2^56.
  Suitability suitability(const std::vector<AdviceReason>& reasons) const {
    Suitability all;
    std::int64_t sum = 0;
    std::int64_t weights = 0;
    for (const AdviceReason& reason : reasons) {
      const ReasonResult& row = all.reasons.emplace_back(weigh(reason));
      if (row.fit) {
        sum += row.weight.micro() * row.fit->micro();
        weights += row.weight.micro() * Decimal::scale;
      } else if (std::find(all.open.begin(), all.open.end(), row.capability) == all.open.end()) {
        all.open.push_back(row.capability);
      }
      if (reason.demands && row.level.value_or(Decimal()) < *reason.demands) {
        MissingCapability missing{row.capability, row.name, *reason.demands, row.level, {}};
        if (row.level) missing.lacks = Decimal::from_micro(reason.demands->micro() - row.level->micro());
        all.missing.push_back(std::move(missing));
      }
    }
    for (ReasonResult& row : all.reasons)
      if (row.fit) row.contribution = {row.weight.micro() * row.fit->micro(), weights};
    if (weights != 0) all.score = {sum, weights};
    all.blocked = !all.missing.empty();
    return all;
  }

  ReasonResult weigh(const AdviceReason& reason) const {
    ReasonResult row;
    row.capability = reason.capability;
    row.name = name_of(reason.capability);
    row.words = reason.words;
    row.weight = reason.weight;
    row.less_is_better = reason.less_is_better;
    if (const CapabilityLevel* const given = stated(reason.capability)) {
      row.level = given->level;
      row.note = given->note;
      row.fit = reason.less_is_better ? Decimal::from_micro(Decimal::scale - given->level.micro()) : given->level;
    }
    return row;
  }

  static bool is_better(const Suitability& a, const Suitability& b) {
    if (!a.score.has_value()) return false;
    return !b.score.has_value() || compare(a.score, b.score) > 0;
  }

  struct Ranking {
    int best = -1;
    int second = -1;
  };
  // The two best of those that are not blocked; of equals the first.
  template <class List>
  static Ranking rank(const List& list) {
    Ranking ranking;
    const auto suits = [&](int at) -> const Suitability& { return list[static_cast<std::size_t>(at)].suits; };
    for (int i = 0; i < static_cast<int>(list.size()); ++i) {
      if (suits(i).blocked) continue;
      if (ranking.best < 0 || is_better(suits(i), suits(ranking.best))) {
        ranking = {i, ranking.best};
      } else if (ranking.second < 0 || is_better(suits(i), suits(ranking.second))) {
        ranking.second = i;
      }
    }
    return ranking;
  }

  void add_offers() {
    const auto& rules = playbook_.offer_models;
    for (std::size_t i = 0; i < rules.size(); ++i) {
      if (!is_first(rules, i)) continue;
      const model::OfferModelRule& rule = rules[i];
      result_.offers.push_back(
          {rule.id, rule.name, rule.what, rule.fits, rule.earns, rule.asks, suitability(rule.reasons)});
    }
    if (result_.offers.empty()) return;
    const Ranking ranking = rank(result_.offers);
    result_.baseline = ranking.best < 0;
    result_.recommended =
        result_.baseline ? OfferModel::referral : result_.offers[static_cast<std::size_t>(ranking.best)].model;
    if (ranking.second >= 0) result_.runner_up = result_.offers[static_cast<std::size_t>(ranking.second)].model;
  }

  void add_revenues() {
    if (!result_.recommended) return;
    const auto& rules = playbook_.revenue_models;
    for (std::size_t i = 0; i < rules.size(); ++i) {
      const model::RevenueModelRule& rule = rules[i];
      const auto& goes_with = rule.offer_models;
      const bool goes =
          goes_with.empty() || std::find(goes_with.begin(), goes_with.end(), *result_.recommended) != goes_with.end();
      if (!goes || !is_first(rules, i)) continue;
      result_.revenues.push_back({rule.id, rule.name, rule.shape, rule.fits, rule.risk, suitability(rule.reasons)});
    }
    const Ranking ranking = rank(result_.revenues);
    if (ranking.best >= 0) result_.recommended_revenue = result_.revenues[static_cast<std::size_t>(ranking.best)].model;
    if (ranking.second >= 0)
      result_.runner_up_revenue = result_.revenues[static_cast<std::size_t>(ranking.second)].model;
  }

  void add_next() {
    if (!result_.recommended) return;
    const auto* const rule = find_id(playbook_.offer_models, *result_.recommended);
    if (rule == nullptr || !rule->next || *rule->next == rule->id) return;
    for (const OfferAdvice& offer : result_.offers)
      if (offer.model == *rule->next) result_.next = NextOffer{offer.model, offer.name, offer.suits.missing};
  }

  void add_natural() {
    const auto* const rule = find_id(playbook_.partner_types, partner_.type);
    if (rule == nullptr) return;
    result_.natural = NaturalOffer{rule->name,
                                   rule->natural_offer,
                                   rule->offer_model,
                                   rule->revenue_model,
                                   result_.recommended == rule->offer_model,
                                   result_.recommended_revenue == rule->revenue_model};
  }

  const model::Playbook& playbook_;
  const model::Partner& partner_;
  std::vector<const CapabilityLevel*> levels_;
  PartnerAdvice result_;
};

}  // namespace

Diagnostics check_advice(const model::Playbook& playbook) {
  Diagnostics diagnostics;
  check_once(playbook.offer_models, "offer_models", "offer model", diagnostics);
  check_once(playbook.revenue_models, "revenue_models", "revenue model", diagnostics);
  check_once(playbook.partner_types, "partner_types", "partner type", diagnostics);
  for (std::size_t i = 0; i < playbook.offer_models.size(); ++i) {
    const model::OfferModelRule& rule = playbook.offer_models[i];
    if (!rule.next) continue;
    const bool itself = *rule.next == rule.id;
    if (!itself && find_id(playbook.offer_models, *rule.next) != nullptr) continue;
    Diagnostic diagnostic;
    diagnostic.code = "playbook.next_model";
    diagnostic.pointer = fmt::format("/offer_models/{}/next", i);
    diagnostic.message = itself ? fmt::format("\"{}\" is its own next model", word(rule.id))
                                : fmt::format("the playbook has no offer model \"{}\"", word(*rule.next));
    for (const model::OfferModelRule& other : playbook.offer_models) {
      if (other.id == rule.id) continue;
      diagnostic.expected += diagnostic.expected.empty() ? "one of " : ", ";
      diagnostic.expected += word(other.id);
    }
    if (diagnostic.expected.empty()) diagnostic.expected = "no \"next\"";
    diagnostics.push_back(std::move(diagnostic));
  }
  return diagnostics;
}

PartnerAdvice advise(const model::Playbook& playbook, const model::Partner& partner, Diagnostics& diagnostics) {
  return Adviser(playbook, partner, diagnostics).run();
}

}  // namespace dealwright::qualification
