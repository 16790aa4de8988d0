#include "core/report/deal_derivation.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/guardrails/phrases.hpp"
#include "core/pricing/totals.hpp"
#include "core/report/figures.hpp"

namespace dealwright::report {

std::vector<std::size_t> Explainer::asked_lines() const {
  std::vector<std::size_t> out;
  for (std::size_t at = 0; at < priced().lines.size(); ++at) {
    if (question_.line.empty() || priced().lines[at].component == question_.line) out.push_back(at);
  }
  return out;
}

Derivation Explainer::sum(std::string label, std::string formula, Money total, const Filter& filter,
                          LineTree tree) const {
  std::vector<Derivation> children;
  for (std::size_t at = 0; at < priced().lines.size(); ++at) {
    if (filter(priced().lines[at])) children.push_back(tree(facts_, at, question_.period));
  }
  return money_node(facts_, Step::sum, std::move(label), std::move(formula), total, std::move(children));
}

Derivation Explainer::net(const Filter& filter, Money total, std::string label) const {
  return sum(std::move(label), "sum of the net of its lines", total, filter, line_net);
}

Derivation Explainer::cost(const Filter& filter, Money total, std::string label) const {
  return sum(std::move(label), "sum of the cost of its lines", total, filter, line_cost);
}

Derivation Explainer::list_total() const {
  return sum("List total", "sum of the list price of every line", totals_.list_total, every, line_list);
}

Derivation Explainer::difference(std::string label, std::string formula, Money value, Derivation from,
                                 Derivation less) const {
  std::vector<Derivation> children{std::move(from), std::move(less)};
  return money_node(facts_, Step::difference, std::move(label), std::move(formula), value, std::move(children));
}

Derivation Explainer::quotient(std::string_view metric, guardrails::Subject subject, std::string label,
                               std::string formula, Derivation over, Derivation under, model::RuleBase base) const {
  std::vector<Derivation> children{std::move(over), std::move(under)};
  const auto value = measured(metric, subject, base);
  return node(Step::quotient, std::move(label), std::move(formula), words(metric, value), number(value),
              std::move(children));
}

guardrails::Value Explainer::measured(std::string_view metric, guardrails::Subject subject,
                                      model::RuleBase base) const {
  return guardrails::find_metric(metric)->value(measured_facts(), subject, base);
}

std::string Explainer::words(std::string_view metric, const guardrails::Value& value) const {
  return guardrails::value_text(*guardrails::find_metric(metric), value, facts_.currency());
}

std::string Explainer::number(const guardrails::Value& value) {
  if (value.denominator == 0) return {};
  Int128 scaled = 0;
  if (!multiply(value.numerator, Decimal::scale, scaled)) return {};
  return to_digits(divide_rounded(scaled, value.denominator, Rounding::half_even), Decimal::places, 0);
}

std::vector<Derivation> Explainer::month_nets(const pricing::MonthView& view,
                                              const std::vector<pricing::MonthLine>& month,
                                              const Filter& filter) const {
  std::vector<Derivation> out;
  for (std::size_t at = 0; at < month.size(); ++at) {
    if (!month[at].active || !filter(priced().lines[at])) continue;
    Derivation tree =
        net_tree(facts_, {at, view.period, view.peak, &month[at].waterfall, minor(month[at].net), 0, 0, &month});
    tree.label = "Net of " + priced().lines[at].name;
    out.push_back(std::move(tree));
  }
  return out;
}

std::vector<Derivation> Explainer::month_costs(const pricing::MonthView& view,
                                               const std::vector<pricing::MonthLine>& month,
                                               const Filter& filter) const {
  std::vector<Derivation> out;
  for (std::size_t at = 0; at < month.size(); ++at) {
    if (!month[at].active || !filter(priced().lines[at])) continue;
    Derivation tree = month_cost(
        facts_, {at, view.period, view.peak, &month[at].waterfall, minor(month[at].net), 0, 0, &month}, month[at].cost);
    tree.label = "Cost of " + priced().lines[at].name;
    out.push_back(std::move(tree));
  }
  return out;
}

Derivation Explainer::mrr(std::string label, Money value, int period) const {
  pricing::MonthView view;
  view.period = period;
  view.ignore_free = true;
  const auto month = facts_.month(view);
  return money_node(facts_, Step::sum, std::move(label),
                    fmt::format("net of the monthly lines in month {}, as if whole and not free", period), value,
                    month_nets(view, month, every));
}

pricing::MonthView Explainer::peak_view() const {
  pricing::MonthView view;
  view.period = last_period();
  view.peak = true;
  view.ignore_free = true;
  return view;
}

Derivation Explainer::peak_net(const Filter& filter, Money value) const {
  return money_node(facts_, Step::sum, "Net of the peak month", "monthly lines in the last month, quantities at peak",
                    value, month_nets(peak_view(), facts_.month(peak_view()), filter));
}

Derivation Explainer::peak_cost(const Filter& filter, Money value) const {
  return money_node(facts_, Step::sum, "Cost of the peak month", "monthly lines in the last month, quantities at peak",
                    value, month_costs(peak_view(), facts_.month(peak_view()), filter));
}

Derivation Explainer::arr() const {
  std::vector<Derivation> children{fixed("Months", "", "12", "12"), mrr_exit()};
  return money_node(facts_, Step::product, "ARR", "12 x MRR at exit", totals_.arr, std::move(children));
}

Derivation Explainer::term() const {
  const int months = facts_.context().deal.term_months;
  return facts_.in_deal("Term", Decimal::whole(months), counted(months, "month", "months"), "/term_months");
}

Derivation Explainer::acv() const {
  std::vector<Derivation> children{recurring(), term()};
  return money_node(facts_, Step::rule, "ACV", "recurring total x 12 / term in months, rounded once", totals_.acv,
                    std::move(children));
}

Derivation Explainer::true_ups() const {
  std::vector<Derivation> children;
  for (const pricing::PricedLine& line : priced().lines) {
    if (line.true_up_total.minor == 0) continue;
    children.push_back(money_node(facts_, Step::rule, "True-ups of " + line.name,
                                  "its shares of the commitment's shortfalls", line.true_up_total, commitment_leaf()));
  }
  const char* formula = children.empty() ? "none" : "sum over the lines";
  return money_node(facts_, Step::sum, "True-ups", formula, totals_.true_up_total, std::move(children));
}

std::vector<Derivation> Explainer::commitment_leaf() const {
  const auto& commitment = facts_.context().deal.commitment;
  if (!commitment) return {};
  return {facts_.in_deal("Commitment a " + std::string(word(commitment->period)), commitment->amount,
                         facts_.price(commitment->amount), "/commitment/amount")};
}

Derivation Explainer::discount_total() const {
  Derivation without = totals_.true_up_total.minor == 0
                           ? tcv()
                           : difference("Total contract value without true-ups", "total contract value less true-ups",
                                        minor(totals_.tcv.minor - totals_.true_up_total.minor), tcv(), true_ups());
  return difference("Discount", "list total less total contract value without true-ups", totals_.discount_total,
                    list_total(), std::move(without));
}

Derivation Explainer::margin_amount() const {
  return difference("Gross margin", "total contract value less cost", totals_.gross_margin, tcv(), cost_total());
}

Derivation Explainer::payback() const {
  const auto& schedule = priced().schedule;
  std::int64_t one_off_cost = 0;
  std::vector<Derivation> children;
  for (const pricing::PricedLine& line : priced().lines) {
    if (is_one_off(line)) one_off_cost += line.cost_total.minor;
  }
  children.push_back(cost(is_one_off, minor(one_off_cost), "One-off cost"));
  std::vector<std::int64_t> flows;
  pricing::find_flows(priced(), flows);
  std::int64_t cumulative = 0;
  for (std::size_t at = 0; at < flows.size(); ++at) {
    cumulative += flows[at];
    children.push_back(money_node(
        facts_, Step::rule, fmt::format("Month {}, {}", at + 1, schedule[at].month.to_string()),
        fmt::format("cumulative after revenue less cost of {}", to_display(minor(flows[at]))), minor(cumulative), {}));
  }
  return node(Step::rule, "Payback",
              "months until revenue less cost, added up, stays at or above zero; linear inside the month",
              words("payback_months", measured("payback_months", guardrails::deal_subject())),
              dealwright::to_string(totals_.payback), std::move(children));
}

Derivation Explainer::standard_share() const {
  Money standard{0, facts_.currency()};
  const Filter is_standard = [&](const pricing::PricedLine& line) {
    return facts_.book().components[static_cast<std::size_t>(line.component_index)].standard;
  };
  for (const pricing::PricedLine& line : priced().lines)
    standard.minor += is_standard(line) ? line.list_total.minor : 0;
  return quotient(
      "standard_share", guardrails::deal_subject(), "Standard share", "list total of standard components / list total",
      sum("List total of standard components", "sum over those lines", standard, is_standard, line_list), list_total());
}

std::vector<std::size_t> Explainer::asked_service_lines() const {
  std::vector<std::size_t> out;
  for (std::size_t at = 0; at < priced().service_lines.size(); ++at) {
    const auto lines = asked_lines();
    if (std::any_of(lines.begin(), lines.end(), [&](std::size_t line) {
          return priced().lines[line].service_line == service_line(at).service_line;
        }))
      out.push_back(at);
  }
  return out;
}

}  // namespace dealwright::report
