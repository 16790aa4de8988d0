#include "core/report/deal_metric_facts.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "core/guardrails/background.hpp"
#include "core/pricing/pricer.hpp"

namespace dealwright::report {
namespace {

using guardrails::Metric;
using guardrails::MetricUnit;
using guardrails::Scope;
using guardrails::Subject;

Int128 greatest_divisor(Int128 a, Int128 b) {
  while (b != 0) a = std::exchange(b, a % b);
  return a < 0 ? -a : a;
}

// The same number in 64 bits. Beyond them, which only amounts near the end of their range reach, both are halved until
// they fit; the denominator stays above nothing.
Ratio narrow(Int128 numerator, Int128 denominator) {
  const Int128 divisor = greatest_divisor(numerator, denominator);
  numerator /= divisor;
  denominator /= divisor;
  constexpr Int128 most = std::numeric_limits<std::int64_t>::max();
  while (numerator > most || numerator < -most || denominator > most) {
    numerator /= 2;
    if (denominator > 1) denominator /= 2;
  }
  return {static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator)};
}

template <class List>
int index_of(const List& list, const std::string& id) {
  for (std::size_t i = 0; i < list.size(); ++i)
    if (list[i].id == id) return static_cast<int>(i);
  return -1;
}

void append(Diagnostics& to, Diagnostics from, const std::string& file) {
  for (Diagnostic& diagnostic : from) {
    diagnostic.file = file;
    to.push_back(std::move(diagnostic));
  }
}

struct CompiledBook {
  explicit CompiledBook(const model::PriceBook& source) : book(source), users(book) {}
  pricing::Book book;
  guardrails::UsersPriced users;
};

std::vector<Subject> subjects_of(const Metric& metric, const pricing::PricedDeal& priced) {
  std::vector<Subject> subjects;
  switch (metric.scope) {
    case Scope::deal:
      subjects.push_back(guardrails::deal_subject());
      break;
    case Scope::service_line:
      for (std::size_t i = 0; i < priced.service_lines.size(); ++i)
        subjects.push_back(guardrails::service_line_subject(priced, static_cast<int>(i)));
      break;
    case Scope::line:
      for (std::size_t i = 0; i < priced.lines.size(); ++i)
        subjects.push_back(guardrails::line_subject(priced, static_cast<int>(i)));
      break;
  }
  return subjects;
}

// Trials take a thousand times as long as any other metric: they are made where a condition asks for them.
constexpr std::string_view by_trials = "customer_npv_probability";

bool is_asked(const model::Programme& programme, std::string_view metric) {
  const auto asks = [&](const auto& list) {
    return std::any_of(list.begin(), list.end(), [&](const auto& one) {
      return std::any_of(one.when.begin(), one.when.end(), [&](const model::FactCondition& condition) {
        return condition.source == model::FactSource::metric && condition.fact == metric;
      });
    });
  };
  return std::any_of(programme.playbooks.begin(), programme.playbooks.end(),
                     [&](const model::Playbook& playbook) { return asks(playbook.controls) || asks(playbook.risks); });
}

void add_facts(const std::string& deal, const guardrails::Facts& measured, bool with_trials, governance::Facts& facts) {
  for (const Metric& metric : guardrails::metrics()) {
    if (!with_trials && metric.id == by_trials) continue;
    for (const Subject subject : subjects_of(metric, measured.priced)) {
      auto fact = fact_of(deal, metric, metric.value(measured, subject, model::RuleBase::list));
      if (fact) facts.push_back(std::move(*fact));
    }
  }
}

}  // namespace

std::optional<governance::KnownFact> fact_of(std::string_view deal, const Metric& metric,
                                             const guardrails::Value& value) {
  if (!metric.is_number()) {
    if (value.word.empty()) return std::nullopt;
    return governance::metric_fact(deal, metric.id, value.word);
  }
  if (value.denominator == 0) return std::nullopt;
  return governance::metric_fact(deal, metric.id, narrow(value.numerator, value.denominator),
                                 metric.unit == MetricUnit::rate);
}

std::vector<DealMetricFacts> deal_metric_facts(const model::Programme& programme, Diagnostics& diagnostics) {
  std::vector<CompiledBook> books;
  books.reserve(programme.price_books.size());
  for (const model::PriceBook& source : programme.price_books) {
    const CompiledBook& compiled = books.emplace_back(source);
    append(diagnostics, compiled.book.diagnostics(), "price_book/" + source.id);
  }
  const guardrails::Backgrounds backgrounds(programme, diagnostics);
  const bool with_trials = is_asked(programme, by_trials);
  pricing::Pricer pricer;
  pricing::PricedDeal priced;
  std::vector<DealMetricFacts> all;
  all.reserve(programme.deals.size());
  for (const model::Deal& deal : programme.deals) {
    DealMetricFacts& one = all.emplace_back();
    one.deal = deal.id;
    const int partner = index_of(programme.partners, deal.partner);
    const int customer = index_of(programme.customers, deal.customer);
    const int book = index_of(programme.price_books, deal.price_book);
    if (partner < 0 || customer < 0 || book < 0) continue;
    const CompiledBook& compiled = books[static_cast<std::size_t>(book)];
    if (!compiled.book.usable()) continue;
    const pricing::Context context{deal, programme.partners[static_cast<std::size_t>(partner)],
                                   programme.customers[static_cast<std::size_t>(customer)], compiled.book};
    Diagnostics found;
    one.priced = pricer.price(context, priced, found);
    append(diagnostics, std::move(found), "deal/" + deal.id);
    if (!one.priced) continue;
    one.gross_margin = priced.totals.margin;
    add_facts(deal.id, {context, priced, compiled.users, backgrounds.of(partner, customer)}, with_trials, one.facts);
  }
  return all;
}

}  // namespace dealwright::report
