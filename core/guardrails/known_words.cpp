#include "core/guardrails/known_words.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/base/currency.hpp"
#include "core/base/suggest.hpp"

namespace dealwright::guardrails {
namespace {

template <class List>
void add_ids(std::vector<std::string_view>& ids, const List& list) {
  for (const auto& item : list) ids.push_back(item.id);
}

// All ids that a metric can give, empty where it is not a metric of ids.
std::vector<std::string_view> ids_of(std::string_view metric, const model::Programme& programme) {
  std::vector<std::string_view> ids;
  if (metric == "partner") add_ids(ids, programme.partners);
  if (metric == "customer") add_ids(ids, programme.customers);
  if (metric == "price_book") add_ids(ids, programme.price_books);
  for (const auto& book : programme.price_books) {
    if (metric == "component") add_ids(ids, book.components);
    if (metric == "service_tier") add_ids(ids, book.service_tiers);
    if (metric == "package") add_ids(ids, book.packages);
  }
  if (metric == "currency") {
    for (const auto& row : Currency::all()) ids.push_back(row.code);
  }
  return ids;
}

void check(const std::string& metric, const std::vector<std::string>& words, const std::string& pointer,
           const model::Programme& programme, Diagnostics& diagnostics) {
  if (words.empty()) return;
  const auto ids = ids_of(metric, programme);
  if (ids.empty()) return;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].empty() || std::find(ids.begin(), ids.end(), words[i]) != ids.end()) continue;
    Diagnostic diagnostic;
    diagnostic.severity = Severity::warning;
    diagnostic.code = "guardrails.unknown_word";
    diagnostic.pointer = pointer + "/one_of/" + std::to_string(i);
    std::string what = metric;
    std::replace(what.begin(), what.end(), '_', ' ');
    diagnostic.message = "no " + what + " of this programme is called \"" + words[i] + "\"";
    diagnostic.nearest = nearest_name(words[i], ids);
    diagnostics.push_back(std::move(diagnostic));
  }
}

}  // namespace

Diagnostics unknown_words(const model::Guardrails& document, const model::Programme& programme) {
  Diagnostics diagnostics;
  for (std::size_t i = 0; i < document.rules.size(); ++i) {
    const auto& rule = document.rules[i];
    const std::string pointer = "/rules/" + std::to_string(i);
    check(rule.metric, rule.one_of, pointer, programme, diagnostics);
    for (std::size_t c = 0; c < rule.when.size(); ++c) {
      check(rule.when[c].metric, rule.when[c].one_of, pointer + "/when/" + std::to_string(c), programme, diagnostics);
    }
  }
  return diagnostics;
}

}  // namespace dealwright::guardrails
