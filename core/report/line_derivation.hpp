#pragma once
// The trees of one line: quantity, list price, net and cost.

#include <optional>
#include <string>
#include <vector>

#include "core/pricing/month.hpp"
#include "core/pricing/pricer.hpp"
#include "core/pricing/result.hpp"
#include "core/report/derivation.hpp"

namespace dealwright::report {

// The deal with its lines resolved and its meters sized once more, so that a tree can be grown from any of its numbers.
struct LineMonth;

class DealFacts {
 public:
  DealFacts(const pricing::Context& context, const pricing::PricedDeal& priced);

  const pricing::Context& context() const { return context_; }
  const pricing::PricedDeal& priced() const { return priced_; }
  const model::PriceBook& book() const { return context_.book.source(); }
  Currency currency() const { return priced_.currency; }
  const pricing::ActiveLine& active(std::size_t line) const { return lines_[line]; }
  std::size_t line_count() const { return lines_.size(); }
  const std::vector<Decimal>& sizes() const { return sizes_; }
  // All monthly lines in one month.
  std::vector<pricing::MonthLine> month(const pricing::MonthView& view) const;
  // The volume discount that the month of a line of this service line earns, or null.
  const model::ProgrammeDiscount* volume_step(const LineMonth& month, model::ServiceLine service_line) const;

  // Leaves that name their document.
  Derivation in_book(std::string label, Decimal number, std::string value, std::string pointer) const;
  Derivation in_deal(std::string label, Decimal number, std::string value, std::string pointer) const;
  Derivation in_customer(std::string label, Decimal number, std::string value, std::string pointer) const;
  Derivation in_partner(std::string label, Decimal number, std::string value, std::string pointer) const;

  std::string shown(Money value) const;
  std::string shown(const Exact& value) const;
  // A unit price or amount of a document, with the currency.
  std::string price(Decimal value) const;

 private:
  std::vector<pricing::MonthLine> month(const pricing::MonthView& view, pricing::MonthMemory& memory) const;

  pricing::Context context_;
  const pricing::PricedDeal& priced_;
  std::vector<pricing::ActiveLine> lines_;
  std::vector<int> order_, line_of_component_;
  std::vector<Decimal> sizes_;
};

// A month of a line: a span's, or one that is not billed so (peak trading, MRR in a free month).
struct LineMonth {
  std::size_t line = 0;
  int period = 1;
  bool peak = false;
  const pricing::Waterfall* waterfall = nullptr;
  Money net;     // before true-up, prorated and rounded
  int days = 0;  // of a partial period; 0: whole
  int of_days = 0;
  const std::vector<pricing::MonthLine>* month = nullptr;  // the month's other lines, where it is not a span
};

// JSON Pointer of the line's component within the price book.
std::string component_pointer(const pricing::ActiveLine& line);

// The metered quantity, and the billable one that it becomes.
Derivation metered_tree(const DealFacts& facts, const LineMonth& month);
Derivation quantity_tree(const DealFacts& facts, const LineMonth& month);
Derivation list_tree(const DealFacts& facts, const LineMonth& month);
// From the list price to the net before true-up: each change with its sign, so that all add up.
Derivation net_tree(const DealFacts& facts, const LineMonth& month);

// Over the term, or one period of it.
Derivation line_net(const DealFacts& facts, std::size_t line, std::optional<int> period);
Derivation line_list(const DealFacts& facts, std::size_t line, std::optional<int> period);
Derivation line_cost(const DealFacts& facts, std::size_t line, std::optional<int> period);
Derivation line_hours(const DealFacts& facts, std::size_t line);
// Cost of hours alone.
Derivation line_work(const DealFacts& facts, std::size_t line);
// Cost of a month that is not a span.
Derivation month_cost(const DealFacts& facts, const LineMonth& month, const pricing::CostBasis& basis);

// A line's amount over its spans, or in one period: a product for each run of equal months.
Derivation over_spans(const DealFacts& facts, std::size_t line, std::optional<int> period, const std::string& what,
                      Money (*amount_of)(const pricing::Span&),
                      Derivation (*tree_of)(const DealFacts&, std::size_t, const pricing::Span&));

// Inner nodes. The number is stated by the caller and must follow from the children as the step says.
Derivation node(Step step, std::string label, std::string formula, std::string value, std::string number,
                std::vector<Derivation> children);
Derivation money_node(const DealFacts& facts, Step step, std::string label, std::string formula, Money value,
                      std::vector<Derivation> children);
// A plain value that no document states.
Derivation fixed(std::string label, std::string formula, std::string value, std::string number);

}  // namespace dealwright::report
