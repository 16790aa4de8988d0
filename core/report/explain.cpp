#include "core/report/explain.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/suggest.hpp"
#include "core/guardrails/metrics.hpp"
#include "core/pricing/commitment.hpp"
#include "core/report/deal_derivation.hpp"
#include "core/report/figures.hpp"
#include "core/report/fit_derivation.hpp"
#include "core/report/partner_derivation.hpp"
#include "core/report/return_derivation.hpp"

namespace dealwright::report {
namespace {

using model::ServiceLine;

using Trees = std::vector<Derivation>;
using Grow = Trees (*)(const Explainer&);

struct Entry {
  Explainable about;
  Grow grow;
};

Trees margins_by_service_line(const Explainer& e) {
  Trees out;
  for (const std::size_t at : e.asked_service_lines()) {
    const auto& row = e.service_line(at);
    const std::string name = titled(word(row.service_line));
    const Filter lines = of_service_line(row.service_line);
    const auto subject = guardrails::service_line_subject(e.priced(), static_cast<int>(at));
    out.push_back(
        e.quotient("service_line_margin", subject, "Margin of " + name, "gross margin / net",
                   e.difference("Gross margin of " + name, "net less cost", row.gross_margin,
                                e.net(lines, row.net, "Net of " + name), e.cost(lines, row.cost, "Cost of " + name)),
                   e.net(lines, row.net, "Net of " + name)));
  }
  return out;
}

Trees margins_by_line(const Explainer& e) {
  Trees out;
  for (const std::size_t at : e.asked_lines()) {
    const auto& line = e.priced().lines[at];
    const Money margin = e.minor(line.net_total.minor - line.cost_total.minor);
    out.push_back(e.quotient("component_margin", guardrails::line_subject(e.priced(), static_cast<int>(at)),
                             "Margin of " + line.name, "gross margin / net",
                             e.difference("Gross margin of " + line.name, "net less cost", margin,
                                          line_net(e.facts(), at, {}), line_cost(e.facts(), at, {})),
                             line_net(e.facts(), at, {})));
  }
  return out;
}

Trees discounts_by_line(const Explainer& e) {
  Trees out;
  for (const std::size_t at : e.asked_lines()) {
    const auto& line = e.priced().lines[at];
    Derivation net = line_net(e.facts(), at, {});
    if (line.true_up_total.minor != 0) {
      net = e.difference("Net without true-ups", "net less true-ups",
                         e.minor(line.net_total.minor - line.true_up_total.minor), std::move(net),
                         money_node(e.facts(), Step::rule, "True-ups", "its shares of the commitment's shortfalls",
                                    line.true_up_total, e.commitment_leaf()));
    }
    const Money off = e.minor(line.list_total.minor - line.net_total.minor + line.true_up_total.minor);
    out.push_back(e.quotient("line_discount", guardrails::line_subject(e.priced(), static_cast<int>(at)),
                             "Discount of " + line.name, "discount / list price",
                             e.difference("Discount of " + line.name, "list price less net", off,
                                          line_list(e.facts(), at, {}), std::move(net)),
                             line_list(e.facts(), at, {})));
  }
  return out;
}

Trees prices(const Explainer& e) {
  Trees out;
  for (const std::size_t at : e.asked_lines()) {
    const auto& line = e.priced().lines[at];
    const auto subject = guardrails::line_subject(e.priced(), static_cast<int>(at));
    out.push_back(e.quotient("price", subject, "Price of " + line.name + " over list", "net / list price",
                             line_net(e.facts(), at, {}), line_list(e.facts(), at, {}), model::RuleBase::list));
    out.push_back(e.quotient("price", subject, "Price of " + line.name + " over cost", "net / cost",
                             line_net(e.facts(), at, {}), line_cost(e.facts(), at, {}), model::RuleBase::cost));
  }
  return out;
}

template <Derivation (*tree)(const DealFacts&, std::size_t, std::optional<int>)>
Trees by_line(const Explainer& e, std::optional<int> period) {
  Trees out;
  for (const std::size_t at : e.asked_lines()) out.push_back(tree(e.facts(), at, period));
  return out;
}

Trees infrastructure_at_peak(const Explainer& e) {
  const Filter lines = [](const pricing::PricedLine& line) {
    return line.service_line == ServiceLine::infrastructure && is_monthly(line);
  };
  std::int64_t net = 0, cost = 0;
  for (const auto& line : e.priced().lines) {
    if (!lines(line)) continue;
    net += line.peak_net.minor;
    cost += line.peak_cost.minor;
  }
  return {e.quotient("infrastructure_peak_cover", guardrails::deal_subject(), "Infrastructure price over cost at peak",
                     "net / cost of infrastructure in the peak month", e.peak_net(lines, e.minor(net)),
                     e.peak_cost(lines, e.minor(cost)))};
}

Trees support_over_hours(const Explainer& e) {
  const Filter lines = of_service_line(ServiceLine::support);
  Money net = e.minor(0), work = e.minor(0);
  Trees costs;
  for (std::size_t at = 0; at < e.priced().lines.size(); ++at) {
    const auto& line = e.priced().lines[at];
    if (!lines(line)) continue;
    net.minor += line.net_total.minor;
    for (const auto& span : line.spans) work.minor += span.work.minor * span.periods();
    costs.push_back(line_work(e.facts(), at));
  }
  return {e.quotient(
      "support_hours_cover", guardrails::deal_subject(), "Support price over cost of its hours",
      "net of support / cost of its hours", e.net(lines, net, "Net of support"),
      money_node(e.facts(), Step::sum, "Cost of the hours of support", "sum over its lines", work, std::move(costs)))};
}

Trees support_hour(const Explainer& e) {
  const Filter lines = of_service_line(ServiceLine::support);
  Money net = e.minor(0);
  std::int64_t hours = 0;
  Trees of_lines;
  for (std::size_t at = 0; at < e.priced().lines.size(); ++at) {
    const auto& line = e.priced().lines[at];
    if (!lines(line)) continue;
    net.minor += line.net_total.minor;
    hours += line.hours_total.micro();
    of_lines.push_back(line_hours(e.facts(), at));
  }
  const Decimal total = Decimal::from_micro(hours);
  return {e.quotient("support_hour_price", guardrails::deal_subject(), "Price of a support hour",
                     "net of support / its hours", e.net(lines, net, "Net of support"),
                     node(Step::sum, "Hours of support", "sum over its lines", quantity(total), total.to_string(),
                          std::move(of_lines)))};
}

Trees commitment_over_cost(const Explainer& e) {
  std::int64_t cost = 0;
  for (const auto& line : e.priced().lines) cost += is_monthly(line) ? line.cost_total.minor : 0;
  const Money committed =
      e.minor(pricing::committed_total(e.facts().context().deal, static_cast<int>(e.priced().schedule.size()),
                                       e.facts().currency().digits(), e.facts().context().book.rounding()));
  return {e.quotient("commitment_cover", guardrails::deal_subject(), "Commitment over recurring cost",
                     "what is committed to over the term / cost of the monthly lines",
                     money_node(e.facts(), Step::rule, "Committed over the term",
                                "the commitment's amount for each of its periods", committed, e.commitment_leaf()),
                     e.cost(is_monthly, e.minor(cost), "Cost of the monthly lines"))};
}

Trees recurring_share(const Explainer& e) {
  return {e.quotient("recurring_share", guardrails::deal_subject(), "Recurring share",
                     "recurring total / total contract value", e.recurring(), e.tcv())};
}

const std::vector<Entry>& entries() {
  static const auto* const table = new std::vector<Entry>{
      {{"tcv", "Total contract value", "TCV: the sum of all nets."}, [](const Explainer& e) { return Trees{e.tcv()}; }},
      {{"net", "Net of lines", "Of each line, or of --line; --period: of one month."}, nullptr},
      {{"list", "List price of lines", "After uplift; of each line, or of --line; --period: of one month."}, nullptr},
      {{"cost", "Cost of lines", "Of each line, or of --line; --period: of one month."}, nullptr},
      {{"mrr_start", "MRR at start", "Net of the monthly lines in month 1, as if whole and not free."},
       [](const Explainer& e) { return Trees{e.mrr_start()}; }},
      {{"mrr_exit", "MRR at exit", "The same in the last month."},
       [](const Explainer& e) { return Trees{e.mrr_exit()}; }},
      {{"arr", "ARR", "12 x MRR at exit."}, [](const Explainer& e) { return Trees{e.arr()}; }},
      {{"acv", "ACV", "Recurring total x 12 / term."}, [](const Explainer& e) { return Trees{e.acv()}; }},
      {{"one_off_total", "One-off total", "Net of the one-off lines."},
       [](const Explainer& e) { return Trees{e.one_off()}; }},
      {{"recurring_total", "Recurring total", "Net of the monthly lines."},
       [](const Explainer& e) { return Trees{e.recurring()}; }},
      {{"list_total", "List total", "List price of all lines, after uplift."},
       [](const Explainer& e) { return Trees{e.list_total()}; }},
      {{"discount_total", "Discount", "List total less total contract value without true-ups."},
       [](const Explainer& e) { return Trees{e.discount_total()}; }},
      {{"effective_discount", "Effective discount", "Discount / list total."},
       [](const Explainer& e) {
         return Trees{e.quotient("effective_discount", guardrails::deal_subject(), "Effective discount",
                                 "discount / list total", e.discount_total(), e.list_total())};
       }},
      {{"true_up_total", "True-ups", "Shortfalls of the commitment."},
       [](const Explainer& e) { return Trees{e.true_ups()}; }},
      {{"cost_total", "Cost", "Cost of all lines."}, [](const Explainer& e) { return Trees{e.cost_total()}; }},
      {{"margin_amount", "Gross margin, amount", "Total contract value less cost."},
       [](const Explainer& e) { return Trees{e.margin_amount()}; }},
      {{"gross_margin", "Gross margin, share", "Gross margin / total contract value."},
       [](const Explainer& e) {
         return Trees{e.quotient("gross_margin", guardrails::deal_subject(), "Gross margin",
                                 "gross margin / total contract value", e.margin_amount(), e.tcv())};
       }},
      {{"service_line_margin", "Margin by service line", "Of each service line, or of that of --line."},
       margins_by_service_line},
      {{"component_margin", "Margin by line", "Of each line, or of --line."}, margins_by_line},
      {{"line_discount", "Discount by line", "Of each line, or of --line."}, discounts_by_line},
      {{"price", "Price by line", "Net over list price and over cost."}, prices},
      {{"peak_net", "Peak month, net", "Net of the monthly lines at peak."},
       [](const Explainer& e) { return Trees{e.peak_net(every, e.totals().peak_net)}; }},
      {{"peak_cost", "Peak month, cost", "Cost of the monthly lines at peak."},
       [](const Explainer& e) { return Trees{e.peak_cost(every, e.totals().peak_cost)}; }},
      {{"peak_margin", "Peak month, margin", "Gross margin / net at peak."},
       [](const Explainer& e) {
         const Money margin = e.minor(e.totals().peak_net.minor - e.totals().peak_cost.minor);
         return Trees{
             e.quotient("peak_margin", guardrails::deal_subject(), "Margin in the peak month", "gross margin / net",
                        e.difference("Gross margin of the peak month", "net less cost", margin,
                                     e.peak_net(every, e.totals().peak_net), e.peak_cost(every, e.totals().peak_cost)),
                        e.peak_net(every, e.totals().peak_net))};
       }},
      {{"infrastructure_peak_cover", "Infrastructure price over cost at peak", "Monthly infrastructure lines."},
       infrastructure_at_peak},
      {{"support_hours_cover", "Support price over cost of its hours", "Lines of support."}, support_over_hours},
      {{"support_hour_price", "Price of a support hour", "Net of support / its hours."}, support_hour},
      {{"commitment_cover", "Commitment over recurring cost", "0 without a commitment."}, commitment_over_cost},
      {{"recurring_share", "Recurring share", "Recurring total / total contract value."}, recurring_share},
      {{"standard_share", "Standard share", "List total of standard components / list total."},
       [](const Explainer& e) { return Trees{e.standard_share()}; }},
      {{"payback_months", "Payback", "Months until the one-off cost is paid back."},
       [](const Explainer& e) { return Trees{e.payback()}; }},
  };
  return *table;
}

// A metric that a document states: its place in the deal, the customer or the partner.
Derivation stated(const Explainer& e, const guardrails::Metric& metric, guardrails::Subject subject,
                  std::string label) {
  const auto value = e.measured(metric.id, subject);
  Derivation out = fixed(std::move(label), "", e.words(metric.id, value), Explainer::number(value));
  if (out.value.empty()) out.value = "none";
  out.kind = "deal";
  out.id = e.facts().context().deal.id;
  out.pointer = metric.pointer;
  const auto from = [&](std::string_view kind, const std::string& id, std::string pointer) {
    out.kind = kind;
    out.id = id;
    out.pointer = std::move(pointer);
  };
  const auto& context = e.facts().context();
  if (metric.id == "orders_per_month" || metric.id == "peak_factor") {
    from("customer", context.customer.id, fmt::format("/profile/{}", metric.id));
  } else if (metric.id == "segment" || metric.id == "country") {
    from("customer", context.customer.id, fmt::format("/{}", metric.id));
  } else if (metric.id == "partner_type") {
    from("partner", context.partner.id, "/type");
  } else if (metric.id == "service_tier" && context.deal.service_tier.empty()) {
    out.formula = "of the package";
    out.pointer = "/package";
  } else if (metric.id == "service_line" || metric.id == "charge") {
    const auto& line = e.priced().lines[static_cast<std::size_t>(std::max(subject.line, 0))];
    from("price_book", e.facts().book().id, fmt::format("/components/{}/{}", line.component_index, metric.id));
  } else if (metric.id == "free_months") {
    out.pointer = "/free_months/months";
    out.formula = "those within the term";
  } else if (metric.id == "users_priced") {
    out.formula = "lines whose price follows a quantity of users";
    out.pointer.clear();
  } else if (metric.id == "component") {
    const auto& line = e.priced().lines[static_cast<std::size_t>(subject.line)];
    out.pointer = line.deal_line >= 0 ? fmt::format("/lines/{}/component", line.deal_line) : "/package";
  }
  return out;
}

// The duty as the deal and the partner's document state it.
Derivation ownership(const Explainer& e, const guardrails::Metric& metric) {
  const std::string duty(metric.id.substr(std::string_view("partner_owns_").size()));
  const auto& context = e.facts().context();
  const auto holder = [&](const model::Ownership& owns) {
    const model::Party party = duty == "brand" ? owns.brand : duty == "price" ? owns.price : owns.relationship;
    return spaced(word(party));
  };
  Derivation of_deal = fixed("Stated by the deal", "", holder(context.deal.owns), "");
  of_deal.kind = "deal";
  of_deal.id = context.deal.id;
  of_deal.pointer = "/owns/" + duty;
  Derivation of_partner = fixed("Stated by the partner's document", "", holder(context.partner.owns), "");
  of_partner.kind = "partner";
  of_partner.id = context.partner.id;
  of_partner.pointer = "/owns/" + duty;
  const auto value = e.measured(metric.id, guardrails::deal_subject());
  return node(Step::rule, std::string(metric.label), "both give it to the partner", e.words(metric.id, value), "",
              {std::move(of_deal), std::move(of_partner)});
}

Trees of_metric(const Explainer& e, const guardrails::Metric& metric) {
  if (metric.id.starts_with("partner_owns_")) return {ownership(e, metric)};
  if (metric.id.starts_with("customer_")) return {customer_return_tree(e, metric)};
  if (metric.id == "partner_lifetime_margin" || metric.id == "partner_ltv_to_cac")
    return {partner_return_tree(e, metric)};
  if (metric.id == "support_hours_sufficiency") return {support_sufficiency_tree(e)};
  if (metric.id == "plan_overcommitment") return {overcommitment_tree(e)};
  if (metric.id == "tenancy_fit") return {tenancy_fit(e)};
  if (metric.id == "delivery_complexity") return {delivery_complexity(e)};
  if (metric.id == "certification_fit") return {certification_fit(e)};
  if (metric.scope == guardrails::Scope::deal)
    return {stated(e, metric, guardrails::deal_subject(), std::string(metric.label))};
  Trees out;
  for (const std::size_t at : e.asked_lines()) {
    out.push_back(stated(e, metric, guardrails::line_subject(e.priced(), static_cast<int>(at)),
                         fmt::format("{} of {}", metric.label, e.priced().lines[at].name)));
  }
  return out;
}

Diagnostic unknown(std::string code, std::string message, std::string nearest) {
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.nearest = std::move(nearest);
  return diagnostic;
}

}  // namespace

const std::vector<Explainable>& explainables() {
  static const auto* const all = [] {
    auto* list = new std::vector<Explainable>;
    for (const Entry& entry : entries()) list->push_back(entry.about);
    for (const guardrails::Metric& metric : guardrails::metrics()) {
      const bool known =
          std::any_of(list->begin(), list->end(), [&](const Explainable& one) { return one.id == metric.id; });
      if (!known) list->push_back({metric.id, metric.label, metric.help});
    }
    return list;
  }();
  return *all;
}

Result<std::vector<Derivation>> explain(const pricing::Context& context, const pricing::PricedDeal& priced,
                                        const ExplainQuestion& question, const guardrails::Background& background,
                                        const model::Programme* programme) {
  if (!question.line.empty() && std::none_of(priced.lines.begin(), priced.lines.end(),
                                             [&](const auto& line) { return line.component == question.line; })) {
    std::vector<std::string_view> names;
    for (const auto& line : priced.lines) names.push_back(line.component);
    return unknown("explain.line", fmt::format("the deal has no line of component \"{}\"", question.line),
                   std::string(nearest_name(question.line, names)));
  }
  const bool takes_period = question.metric == "net" || question.metric == "list" || question.metric == "cost";
  if (question.period && !takes_period)
    return unknown("explain.period", "one period can be asked of net, list and cost only", "");
  if (question.period && (*question.period < 1 || *question.period > static_cast<int>(priced.schedule.size()))) {
    return unknown("explain.period", fmt::format("the deal has periods 1 to {}", priced.schedule.size()), "");
  }
  const Explainer explainer(context, priced, question, background, programme);
  if (question.metric == "net") return by_line<line_net>(explainer, question.period);
  if (question.metric == "list") return by_line<line_list>(explainer, question.period);
  if (question.metric == "cost") return by_line<line_cost>(explainer, question.period);
  for (const Entry& entry : entries()) {
    if (entry.about.id == question.metric) return entry.grow(explainer);
  }
  if (const guardrails::Metric* metric = guardrails::find_metric(question.metric)) return of_metric(explainer, *metric);
  std::vector<std::string_view> names;
  for (const Explainable& one : explainables()) names.push_back(one.id);
  return unknown("explain.metric", fmt::format("there is no metric \"{}\"", question.metric),
                 std::string(nearest_name(question.metric, names)));
}

}  // namespace dealwright::report
