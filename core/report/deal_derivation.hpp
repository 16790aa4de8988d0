#pragma once
// The trees of a deal's totals: sums over its lines, and what is made of them.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/guardrails/metrics.hpp"
#include "core/report/explain.hpp"
#include "core/report/line_derivation.hpp"

namespace dealwright::report {

// Which lines a sum is over.
using Filter = std::function<bool(const pricing::PricedLine&)>;

inline bool every(const pricing::PricedLine&) {
  return true;
}
inline bool is_monthly(const pricing::PricedLine& line) {
  return line.charge == model::Charge::monthly;
}
inline bool is_one_off(const pricing::PricedLine& line) {
  return line.charge == model::Charge::one_off;
}
inline Filter of_service_line(model::ServiceLine service_line) {
  return [service_line](const pricing::PricedLine& line) { return line.service_line == service_line; };
}

// One question about one deal. Each member grows the tree of the figure it is named for, with the value that pricing
// gave it; the trees are checked against those values node by node (tests/report/explain_test.cpp).
class Explainer {
 public:
  Explainer(const pricing::Context& context, const pricing::PricedDeal& priced, const ExplainQuestion& question,
            const guardrails::Background& background, const model::Programme* programme)
      : facts_(context, priced),
        users_(context.book),
        background_(background),
        programme_(programme),
        question_(question),
        totals_(priced.totals) {}

  const DealFacts& facts() const { return facts_; }
  const pricing::PricedDeal& priced() const { return facts_.priced(); }
  const pricing::Totals& totals() const { return totals_; }

  std::vector<std::size_t> asked_lines() const;

  // Sums over lines.
  using LineTree = Derivation (*)(const DealFacts&, std::size_t, std::optional<int>);
  Derivation sum(std::string label, std::string formula, Money total, const Filter& filter, LineTree tree) const;
  Derivation net(const Filter& filter, Money total, std::string label) const;
  Derivation cost(const Filter& filter, Money total, std::string label) const;

  Derivation tcv() const { return net(every, totals_.tcv, "Total contract value"); }
  Derivation cost_total() const { return cost(every, totals_.cost_total, "Cost"); }
  Derivation list_total() const;

  Money minor(std::int64_t value) const { return Money{value, facts_.currency()}; }

  Derivation difference(std::string label, std::string formula, Money value, Derivation from, Derivation less) const;

  // A metric of guardrails as a quotient.
  Derivation quotient(std::string_view metric, guardrails::Subject subject, std::string label, std::string formula,
                      Derivation over, Derivation under, model::RuleBase base = model::RuleBase::none) const;

  const guardrails::Background& background() const { return background_; }
  const model::Programme* programme() const { return programme_; }
  guardrails::Facts measured_facts() const { return {facts_.context(), priced(), users_, background_}; }
  guardrails::Value measured(std::string_view metric, guardrails::Subject subject,
                             model::RuleBase base = model::RuleBase::none) const;
  std::string words(std::string_view metric, const guardrails::Value& value) const;
  // Six places, rounded half to even; "" where it is no number.
  static std::string number(const guardrails::Value& value);

  // A month that is not billed so: peak trading, or MRR in a free month.
  std::vector<Derivation> month_nets(const pricing::MonthView& view, const std::vector<pricing::MonthLine>& month,
                                     const Filter& filter) const;
  std::vector<Derivation> month_costs(const pricing::MonthView& view, const std::vector<pricing::MonthLine>& month,
                                      const Filter& filter) const;

  Derivation mrr(std::string label, Money value, int period) const;
  Derivation mrr_start() const { return mrr("MRR at start", totals_.mrr_start, 1); }
  Derivation mrr_exit() const { return mrr("MRR at exit", totals_.mrr_exit, last_period()); }
  int last_period() const { return static_cast<int>(priced().schedule.size()); }

  pricing::MonthView peak_view() const;
  Derivation peak_net(const Filter& filter, Money value) const;
  Derivation peak_cost(const Filter& filter, Money value) const;

  Derivation arr() const;
  Derivation recurring() const { return net(is_monthly, totals_.recurring_total, "Recurring total"); }
  Derivation one_off() const { return net(is_one_off, totals_.one_off_total, "One-off total"); }
  Derivation term() const;
  Derivation acv() const;
  Derivation true_ups() const;
  std::vector<Derivation> commitment_leaf() const;
  Derivation discount_total() const;
  Derivation margin_amount() const;

  Derivation payback() const;

  Derivation standard_share() const;

  const pricing::ServiceLineMargin& service_line(std::size_t at) const { return priced().service_lines[at]; }
  std::vector<std::size_t> asked_service_lines() const;

 private:
  DealFacts facts_;
  guardrails::UsersPriced users_;
  const guardrails::Background& background_;
  const model::Programme* programme_;
  const ExplainQuestion& question_;
  const pricing::Totals& totals_;
};

}  // namespace dealwright::report
