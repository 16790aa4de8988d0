#include "core/guardrails/phrases.hpp"

#include <algorithm>

#include "core/base/money.hpp"
#include "core/base/words.hpp"
#include "core/document/type.hpp"
#include "core/guardrails/certification.hpp"

namespace dealwright::guardrails {
namespace {

// How numbers of a unit are written: value x factor, with places, then what follows.
struct Style {
  int factor = 1;
  int places = 0;
  bool grouped = false;
  std::string after;
};

Style style_of(MetricUnit unit, Currency currency) {
  switch (unit) {
    case MetricUnit::rate:
      return {100, 1, false, " %"};
    case MetricUnit::multiple:
      return {1, 2, false, " x"};
    case MetricUnit::money:
      return {1, currency.digits(), true, currency.is_stated() ? " " + std::string(currency.code()) : ""};
    case MetricUnit::months:
      return {1, 0, false, " months"};
    case MetricUnit::days:
      return {1, 0, false, " days"};
    case MetricUnit::count:
    case MetricUnit::number:
      return {1, 0, true, ""};
    case MetricUnit::flag:
    case MetricUnit::word:
      break;
  }
  return {};
}

std::string dressed(std::string digits, const Style& style) {
  std::string after = style.after;
  if ((digits == "1" || digits == "-1") && !after.empty() && after.back() == 's') after.pop_back();
  return (style.grouped ? grouped(digits) : std::move(digits)) + after;
}

// numerator / denominator x factor rounded half to even to `places`, in units of 10^-places; nothing where 127 bits do
// not hold it.
std::optional<Int128> rounded(const Value& value, int factor, int places) {
  Int128 scaled;
  if (!multiply(value.numerator, power_of_ten(places) * factor, scaled)) return std::nullopt;
  return divide_rounded(scaled, value.denominator, Rounding::half_even);
}

// Months and plain numbers that are not whole show one place more.
bool shows_fraction(const Metric& metric, const Value& value) {
  return (metric.unit == MetricUnit::months || metric.unit == MetricUnit::number) &&
         value.numerator % value.denominator != 0;
}

// The least number of places with which the rounded value is not the bound.
constexpr int most_places = 24;

std::string number_text(const Metric& metric, const Value& value, Currency currency,
                        std::optional<Decimal> apart_from) {
  if (value.is_missing()) return "n/a";
  if (value.is_beyond()) return metric.beyond.empty() ? "n/a" : std::string(metric.beyond);
  const Style style = style_of(metric.unit, currency);
  int places = style.places + (shows_fraction(metric, value) ? 1 : 0);
  std::optional<Int128> units = rounded(value, style.factor, places);
  if (!units) return "n/a";
  if (apart_from && compare(value, *apart_from) != 0) {
    // The rounded value is apart from the bound where units / 10^places differs from bound x factor.
    const auto looks_equal = [&] {
      return compare(Value{*units, power_of_ten(places) * style.factor, {}}, *apart_from) == 0;
    };
    while (places < most_places && looks_equal()) {
      const auto finer = rounded(value, style.factor, places + 1);
      if (!finer) break;
      units = finer;
      ++places;
    }
  }
  return dressed(to_digits(*units, places, places), style);
}

std::string word_text(const Metric& metric, std::string_view word) {
  if (metric.unit == MetricUnit::flag) return word == "true" ? "yes" : "no";
  // Other words are ids, which are read as they are stated.
  if (!word.empty()) return metric.words != nullptr ? spaced(word) : std::string(word);
  return metric.words != nullptr ? "n/a" : "not stated";
}

std::string words_text(const Metric& metric, const std::vector<std::string>& words) {
  std::string text = words.size() > 1 ? "one of " : "";
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += ", ";
    text += word_text(metric, words[i]);
  }
  return text;
}

std::string limit_text(const Metric& metric, Decimal bound, bool is_min, Currency currency) {
  return (is_min ? "at least " : "at most ") + bound_text(metric, bound, currency);
}

std::string bound_of(const Breach& breach, Currency currency) {
  const model::Rule& rule = *breach.rule->source;
  if (!rule.one_of.empty()) return words_text(*breach.rule->metric, rule.one_of);
  if (rule.forbidden) return breach.rule->metric->unit == MetricUnit::flag ? "no" : "none";
  std::string text = limit_text(*breach.rule->metric, breach.check.bound, breach.check.is_min, currency);
  if (rule.base != model::RuleBase::none) text += rule.base == model::RuleBase::list ? " list" : " cost";
  return text;
}

void fill(std::string& message, std::string_view name, const std::string& text) {
  for (std::size_t at = message.find(name); at != std::string::npos; at = message.find(name, at + text.size())) {
    message.replace(at, name.size(), text);
  }
}

// Roles that have not approved and whose limit the value keeps.
std::string roles_that_may(const Breach& breach, Currency currency) {
  std::string text;
  if (breach.check.value.is_beyond()) return text;
  for (const auto& limit : breach.rule->source->by_role) {
    const auto& bound = breach.check.is_min ? limit.min : limit.max;
    if (!bound) continue;
    const int side = compare(breach.check.value, *bound);
    if (breach.check.is_min ? side < 0 : side > 0) continue;
    text += " " + titled(limit.role) + " may approve " +
            limit_text(*breach.rule->metric, *bound, breach.check.is_min, currency) + ".";
  }
  return text;
}

std::string message_of(const Breach& breach, const Facts& facts, const Finding& finding) {
  const Currency currency = facts.priced.currency;
  const Metric& metric = *breach.rule->metric;
  std::string message = breach.rule->source->message;
  if (!message.empty()) {
    fill(message, "{value}", finding.value);
    fill(message, "{bound}", finding.bound);
    fill(message, "{subject}", finding.subject);
  } else if (metric.unit == MetricUnit::flag || metric.unit == MetricUnit::count) {
    message = std::string(metric.label) + ": " + finding.value + ", must be " + finding.bound + ".";
  } else {
    const std::string of = breach.subject == deal_subject() ? "the deal" : finding.subject;
    message = std::string(metric.label) + " of " + of + " is " + finding.value + ", must be " + finding.bound + ".";
  }
  if (metric.id == "certification_fit") message += " " + certification_words(facts);
  return message + roles_that_may(breach, currency);
}

std::string line_pointer(const pricing::PricedLine& line) {
  return line.deal_line >= 0 ? "/lines/" + std::to_string(line.deal_line) : "/package";
}

}  // namespace

std::string value_text(const Metric& metric, const Value& value, Currency currency, std::optional<Decimal> apart_from) {
  return metric.is_number() ? number_text(metric, value, currency, apart_from) : word_text(metric, value.word);
}

std::string bound_text(const Metric& metric, Decimal bound, Currency currency) {
  const Style style = style_of(metric.unit, currency);
  return dressed(to_digits(Int128{bound.micro()} * style.factor, Decimal::places, style.places), style);
}

std::string subject_text(const pricing::PricedDeal& priced, Subject subject) {
  if (subject.line >= 0) return "component " + priced.lines[static_cast<std::size_t>(subject.line)].component;
  if (subject.service_line < 0) return "deal";
  const auto service_line = priced.service_lines[static_cast<std::size_t>(subject.service_line)].service_line;
  return "service line " +
         std::string(document::type_of<model::ServiceLine>().choices[static_cast<std::size_t>(service_line)]);
}

std::string pointer_of(const Breach& breach, const Facts& facts) {
  const Metric& metric = *breach.rule->metric;
  const auto& lines = facts.priced.lines;
  if (breach.subject.line >= 0) return line_pointer(lines[static_cast<std::size_t>(breach.subject.line)]);
  if (metric.id == "certification_fit") return std::string(certification_pointer(facts));
  if (metric.unit == MetricUnit::flag) {
    const auto& owns = facts.context.deal.owns;
    const model::Party duty = metric.id == "partner_owns_brand"   ? owns.brand
                              : metric.id == "partner_owns_price" ? owns.price
                                                                  : owns.relationship;
    return duty == model::Party::partner ? "/partner" : std::string(metric.pointer);
  }
  for (int i = 0; i < static_cast<int>(lines.size()); ++i) {
    const auto& line = lines[static_cast<std::size_t>(i)];
    if (metric.id == "users_priced" && facts.users(line.component_index, line.variant)) return line_pointer(line);
    if (breach.subject.service_line >= 0 && line_subject(facts.priced, i).service_line == breach.subject.service_line)
      return line_pointer(line);
  }
  return std::string(metric.pointer);
}

bool is_placeholder(std::string_view name_in_braces) {
  return name_in_braces == "{value}" || name_in_braces == "{bound}" || name_in_braces == "{subject}";
}

std::string measured_text(const Finding& finding) {
  const Metric* const metric = find_metric(finding.metric);
  const bool is_listed = metric != nullptr && metric->words != nullptr && finding.bound.starts_with("one of ");
  return finding.bound.empty() || is_listed ? finding.value : finding.value + ", must be " + finding.bound;
}

Finding to_finding(const Breach& breach, const Facts& facts) {
  const Currency currency = facts.priced.currency;
  const bool by_limit = breach.rule->source->one_of.empty() && !breach.rule->source->forbidden;
  Finding finding;
  finding.rule = breach.rule->source->id;
  finding.guardrails = breach.rule->document->id;
  finding.title = breach.rule->source->title;
  finding.severity = breach.rule->source->severity;
  finding.deal = facts.context.deal.id;
  finding.pointer = pointer_of(breach, facts);
  finding.metric = breach.rule->metric->id;
  finding.subject = subject_text(facts.priced, breach.subject);
  finding.value = value_text(*breach.rule->metric, breach.check.value, currency,
                             by_limit ? std::optional<Decimal>(breach.check.bound) : std::nullopt);
  if (breach.rule->source->base != model::RuleBase::none && !breach.check.value.is_beyond()) {
    finding.value += breach.rule->source->base == model::RuleBase::list ? " list" : " cost";
  }
  finding.bound = bound_of(breach, currency);
  finding.message = message_of(breach, facts, finding);
  return finding;
}

}  // namespace dealwright::guardrails
