// Rules of a document resolved and checked: what RuleSet holds.
#include <algorithm>
#include <array>
#include <string>

#include "core/base/suggest.hpp"
#include "core/guardrails/phrases.hpp"
#include "core/guardrails/rules.hpp"

namespace dealwright::guardrails {
namespace {

constexpr std::array<std::string_view, 2> flag_words{"false", "true"};

// Collects what is wrong with one document.
class Preparation {
 public:
  Preparation(const model::Guardrails& document, Diagnostics& diagnostics)
      : document_(document), diagnostics_(diagnostics) {}

  // Whether the rule can be applied.
  bool prepare(std::size_t index, PreparedRule& out);

 private:
  const model::Guardrails& document_;
  Diagnostics& diagnostics_;

  void error(const char* code, std::string pointer, std::string message, std::string expected = {},
             std::string_view nearest = {}) {
    diagnostics_.push_back({Severity::error,
                            code,
                            {},
                            0,
                            0,
                            std::move(pointer),
                            std::move(message),
                            std::move(expected),
                            std::string(nearest)});
  }
  void warning(const char* code, std::string pointer, std::string message, std::string expected = {}) {
    diagnostics_.push_back(
        {Severity::warning, code, {}, 0, 0, std::move(pointer), std::move(message), std::move(expected), {}});
  }

  const Metric* resolve(const std::string& id, const std::string& pointer);
  bool check_bounds(const Metric& metric, const std::optional<Decimal>& min, const std::optional<Decimal>& max,
                    const std::string& pointer);
  bool check_bound(const Metric& metric, Decimal bound, const std::string& pointer);
  bool check_words(const Metric& metric, const std::vector<std::string>& words, const std::string& pointer);
  bool check_rule_bound(const model::Rule& rule, const Metric& metric, const std::string& pointer);
  bool check_roles(const model::Rule& rule, const Metric& metric, const std::string& pointer);
  bool prepare_condition(const model::Condition& condition, const std::string& pointer, PreparedRule& out);
  void check_message(const model::Rule& rule, const std::string& pointer);
};

const Metric* Preparation::resolve(const std::string& id, const std::string& pointer) {
  const Metric* metric = find_metric(id);
  if (metric == nullptr) {
    error("guardrails.unknown_metric", pointer + "/metric", "there is no metric \"" + id + "\"",
          "a metric of docs/guardrails.md", nearest_metric(id));
  }
  return metric;
}

bool Preparation::check_bound(const Metric& metric, Decimal bound, const std::string& pointer) {
  const std::string stated = bound.to_string();
  if ((metric.least && bound < *metric.least) || (metric.greatest && bound > *metric.greatest)) {
    const bool as_percent =
        metric.unit == MetricUnit::rate && bound > Decimal::whole(1) && bound <= Decimal::whole(100);
    std::string expected;
    if (as_percent) {
      expected = Decimal::from_micro(bound.micro() / 100).to_string() + " for " + stated + " %";
    } else if (metric.least && metric.greatest) {
      expected = "between " + metric.least->to_string() + " and " + metric.greatest->to_string();
    } else {
      expected = metric.least ? "at least " + metric.least->to_string() : "at most " + metric.greatest->to_string();
    }
    error("guardrails.bound_impossible", pointer, std::string(metric.id) + " can never be " + stated,
          std::move(expected));
    return false;
  }
  const bool whole =
      metric.unit == MetricUnit::months || metric.unit == MetricUnit::days || metric.unit == MetricUnit::count;
  if (whole && !bound.is_whole()) {
    error("guardrails.bound_kind", pointer, std::string(metric.id) + " is bounded by whole numbers, not by " + stated,
          "a whole number");
    return false;
  }
  if (metric.unit == MetricUnit::money && document_.currency.is_stated() && !to_money(bound, document_.currency)) {
    error("guardrails.bound_kind", pointer,
          stated + " has more places than " + std::string(document_.currency.code()) + " has",
          "at most " + std::to_string(document_.currency.digits()) + " places");
    return false;
  }
  return true;
}

bool Preparation::check_bounds(const Metric& metric, const std::optional<Decimal>& min,
                               const std::optional<Decimal>& max, const std::string& pointer) {
  if (!min && !max) return true;
  if (!metric.is_number()) {
    error("guardrails.bound_kind", pointer + (min ? "/min" : "/max"),
          std::string(metric.id) + " is a word and has no least or greatest value", "one_of");
    return false;
  }
  bool good = true;
  if (min) good = check_bound(metric, *min, pointer + "/min");
  if (max) good = check_bound(metric, *max, pointer + "/max") && good;
  if (min && max && *min > *max) {
    error("guardrails.bound_impossible", pointer + "/min",
          "the least value " + min->to_string() + " is above the greatest value " + max->to_string(),
          "min at most max");
    good = false;
  }
  return good;
}

bool Preparation::check_words(const Metric& metric, const std::vector<std::string>& words, const std::string& pointer) {
  if (words.empty()) return true;
  if (metric.is_number()) {
    error("guardrails.bound_kind", pointer + "/one_of", std::string(metric.id) + " is a number, not a word",
          "min or max");
    return false;
  }
  std::span<const std::string_view> known;
  if (metric.unit == MetricUnit::flag) known = flag_words;
  if (metric.words != nullptr) known = metric.words();
  bool good = true;
  for (std::size_t i = 0; i < words.size() && !known.empty(); ++i) {
    if (std::find(known.begin(), known.end(), words[i]) != known.end()) continue;
    std::string expected = "one of ";
    for (const auto word : known) (expected += word) += word == known.back() ? "" : ", ";
    error("guardrails.unknown_word", pointer + "/one_of/" + std::to_string(i),
          "\"" + words[i] + "\" is not a " + std::string(metric.id), std::move(expected),
          nearest_name(words[i], known));
    good = false;
  }
  return good;
}

bool Preparation::check_rule_bound(const model::Rule& rule, const Metric& metric, const std::string& pointer) {
  const bool by_number = rule.min || rule.max;
  const int kinds = (by_number ? 1 : 0) + (rule.one_of.empty() ? 0 : 1) + (rule.forbidden ? 1 : 0);
  if (kinds != 1) {
    error("guardrails.bound_kind", pointer,
          kinds == 0 ? "the rule states no bound" : "the rule states more than one kind of bound",
          "min or max, or one_of, or forbidden");
    return false;
  }
  if (rule.forbidden && metric.unit != MetricUnit::flag && metric.unit != MetricUnit::count) {
    error("guardrails.bound_kind", pointer + "/forbidden",
          "only flags and counts can be forbidden, not " + std::string(metric.id),
          metric.is_number() ? "min or max" : "one_of");
    return false;
  }
  const bool numbers = check_bounds(metric, rule.min, rule.max, pointer);
  return check_words(metric, rule.one_of, pointer) && numbers;
}

bool Preparation::check_roles(const model::Rule& rule, const Metric& metric, const std::string& pointer) {
  bool good = true;
  for (std::size_t i = 0; i < rule.by_role.size(); ++i) {
    const auto& limit = rule.by_role[i];
    const std::string where = pointer + "/by_role/" + std::to_string(i);
    if (!limit.min && !limit.max) {
      error("guardrails.role_limit", where, "role \"" + limit.role + "\" has no limit", "min or max");
      good = false;
    } else if ((limit.min && !rule.min) || (limit.max && !rule.max)) {
      error("guardrails.role_limit", where + (limit.min && !rule.min ? "/min" : "/max"),
            "the rule itself states no such bound to widen", "the bound that the rule states");
      good = false;
    } else if (!check_bounds(metric, limit.min, limit.max, where)) {
      good = false;
    } else if ((!limit.min || *limit.min >= *rule.min) && (!limit.max || *limit.max <= *rule.max)) {
      warning("guardrails.role_limit", where,
              "the limit of role \"" + limit.role + "\" is not wider than the rule's own, so it never applies",
              "a wider limit");
    }
  }
  return good;
}

bool Preparation::prepare_condition(const model::Condition& condition, const std::string& pointer, PreparedRule& out) {
  const Metric* metric = resolve(condition.metric, pointer);
  if (metric == nullptr) return false;
  if (metric->id == "price") {
    error("guardrails.condition", pointer + "/metric", "price cannot be a condition, for a condition has no base",
          "another metric");
    return false;
  }
  if (!condition.min && !condition.max && condition.one_of.empty()) {
    error("guardrails.condition", pointer, "the condition states no bound",
          metric->is_number() ? "min or max" : "one_of");
    return false;
  }
  const bool numbers = check_bounds(*metric, condition.min, condition.max, pointer);
  if (!check_words(*metric, condition.one_of, pointer) || !numbers) return false;
  out.in_money = out.in_money || metric->unit == MetricUnit::money;
  auto& place = metric->scope == Scope::deal         ? out.of_deal
                : metric->scope <= out.metric->scope ? out.of_subject
                                                     : out.narrower;
  place.push_back({metric, &condition});
  return true;
}

void Preparation::check_message(const model::Rule& rule, const std::string& pointer) {
  for (std::size_t open = rule.message.find('{'); open != std::string::npos; open = rule.message.find('{', open + 1)) {
    const std::size_t close = rule.message.find('}', open);
    if (close == std::string::npos) return;
    const std::string name = rule.message.substr(open, close - open + 1);
    if (!is_placeholder(name)) {
      warning("guardrails.placeholder", pointer + "/message", "nothing is filled in for \"" + name + "\"",
              "{value}, {bound} or {subject}");
    }
  }
}

bool Preparation::prepare(std::size_t index, PreparedRule& out) {
  const model::Rule& rule = document_.rules[index];
  const std::string pointer = "/rules/" + std::to_string(index);
  out.source = &rule;
  out.document = &document_;
  const Metric* metric = resolve(rule.metric, pointer);
  if (metric == nullptr) return false;
  out.metric = metric;
  out.in_money = metric->unit == MetricUnit::money;
  bool good = check_rule_bound(rule, *metric, pointer);
  good = check_roles(rule, *metric, pointer) && good;
  const bool takes_base = metric->id == "price";
  if (takes_base != (rule.base != model::RuleBase::none)) {
    error("guardrails.base", pointer + "/base",
          takes_base ? "a rule on price must say what it is measured against"
                     : std::string(metric->id) + " is not measured against a base",
          takes_base ? "list or cost" : "no base");
    good = false;
  }
  for (std::size_t i = 0; i < rule.when.size(); ++i) {
    good = prepare_condition(rule.when[i], pointer + "/when/" + std::to_string(i), out) && good;
  }
  for (std::size_t earlier = 0; earlier < index; ++earlier) {
    if (document_.rules[earlier].id != rule.id) continue;
    error("guardrails.rule_twice", pointer + "/id", "rule \"" + rule.id + "\" stands in this document twice",
          "an id of its own");
    good = false;
    break;
  }
  check_message(rule, pointer);
  return good;
}

// As strict as the principle on its metric, for every deal.
bool takes_place_of(const model::Rule& rule, const model::Rule& principle) {
  if (rule.metric != principle.metric || rule.severity != model::RuleSeverity::error || !rule.when.empty() ||
      !rule.by_role.empty()) {
    return false;
  }
  if (!principle.forbidden) return rule.one_of == principle.one_of;
  return rule.forbidden || (rule.max && *rule.max <= Decimal{} && !rule.min);
}

model::Rule principle(const char* metric, const char* title, const char* message, model::Lever lever,
                      const char* advice) {
  model::Rule rule;
  rule.id = std::string("principle.") + metric;
  rule.title = title;
  rule.metric = metric;
  rule.message = message;
  rule.ways_out = {{lever, advice}};
  return rule;
}

model::Guardrails product_rules() {
  model::Guardrails document;
  document.rules = {
      principle("users_priced", "Users are never priced",
                "Users are never a priced unit, but {value} of this deal's lines price them.",
                model::Lever::remove_line, "State a fair-use boundary instead of a price per user."),
      principle("partner_owns_brand", "The partner owns the brand", "The customer must see the partner's brand.",
                model::Lever::duty, ""),
      principle("partner_owns_price", "The partner owns the price",
                "The partner must set the price that the customer pays.", model::Lever::duty, ""),
      principle("partner_owns_relationship", "The partner owns the relationship",
                "Contract, invoice and renewal must be the partner's.", model::Lever::duty, ""),
  };
  document.rules[0].id = "principle.users_never_priced";
  document.rules[0].forbidden = true;
  for (std::size_t i = 1; i < document.rules.size(); ++i) document.rules[i].one_of = {"true"};
  return document;
}

}  // namespace

RuleSet::RuleSet(const model::Guardrails& document) {
  rules_.reserve(document.rules.size());
  Preparation preparation(document, diagnostics_);
  for (std::size_t i = 0; i < document.rules.size(); ++i) {
    PreparedRule rule;
    if (!preparation.prepare(i, rule)) continue;
    if (!document.id.empty()) {
      const auto own = principles().rules();
      for (std::size_t n = 0; n < own.size(); ++n) {
        if (takes_place_of(document.rules[i], *own[n].source)) replaces_ |= 1u << n;
      }
    }
    rules_.push_back(std::move(rule));
  }
}

const RuleSet& RuleSet::principles() {
  // Never destroyed: whatever ends later may still use them.
  static const auto* const document = new model::Guardrails(product_rules());
  static const auto* const rules = new RuleSet(*document);
  return *rules;
}

}  // namespace dealwright::guardrails
