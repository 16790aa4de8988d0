#include "core/guardrails/metrics.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "core/base/suggest.hpp"
#include "core/document/type.hpp"
#include "core/guardrails/certification.hpp"
#include "core/guardrails/metric_probability.hpp"
#include "core/pricing/commitment.hpp"
#include "core/qualification/qualified.hpp"
#include "core/roi/customer_return.hpp"

namespace dealwright::guardrails {
namespace {

using model::Lever;
using model::RuleBase;
using model::ServiceLine;
using pricing::PricedLine;

Value ratio(Int128 numerator, Int128 denominator) {
  return {numerator, denominator, {}};
}
Value whole(std::int64_t number) {
  return {number, 1, {}};
}
Value of_decimal(Decimal number) {
  return {number.micro(), Decimal::scale, {}};
}
Value amount(Money money) {
  return {money.minor, money.currency.minor_per_major(), {}};
}
Value text(std::string_view word) {
  return {0, 0, word};
}
Value truth(bool is_true) {
  return {is_true ? 1 : 0, 1, is_true ? "true" : "false"};
}

template <class E>
std::span<const std::string_view> words_of() {
  static const std::span<const std::string_view> words = document::type_of<E>().choices;
  return words;
}
template <class E>
Value choice(E value) {
  return text(words_of<E>()[static_cast<std::size_t>(value)]);
}

const PricedLine& line_of(const Facts& facts, Subject subject) {
  return facts.priced.lines[static_cast<std::size_t>(subject.line)];
}
const pricing::ServiceLineMargin& service_line_of(const Facts& facts, Subject subject) {
  return facts.priced.service_lines[static_cast<std::size_t>(subject.service_line)];
}

// Margins and discounts.

Value gross_margin(const Facts& facts, Subject, RuleBase) {
  const auto& totals = facts.priced.totals;
  return ratio(Int128{totals.tcv.minor} - totals.cost_total.minor, totals.tcv.minor);
}

Value service_line_margin(const Facts& facts, Subject subject, RuleBase) {
  const auto& service_line = service_line_of(facts, subject);
  return ratio(Int128{service_line.net.minor} - service_line.cost.minor, service_line.net.minor);
}

Value component_margin(const Facts& facts, Subject subject, RuleBase) {
  const auto& line = line_of(facts, subject);
  return ratio(Int128{line.net_total.minor} - line.cost_total.minor, line.net_total.minor);
}

Value peak_margin(const Facts& facts, Subject, RuleBase) {
  const auto& totals = facts.priced.totals;
  return ratio(Int128{totals.peak_net.minor} - totals.peak_cost.minor, totals.peak_net.minor);
}

Value effective_discount(const Facts& facts, Subject, RuleBase) {
  return discount_given(facts);
}

Value line_discount(const Facts& facts, Subject subject, RuleBase) {
  const auto& line = line_of(facts, subject);
  return ratio(Int128{line.list_total.minor} - line.net_total.minor + line.true_up_total.minor, line.list_total.minor);
}

Value standard_share(const Facts& facts, Subject, RuleBase) {
  const auto& share = facts.priced.totals.standard_share;
  return ratio(share.numerator, share.denominator);
}

Value recurring_share(const Facts& facts, Subject, RuleBase) {
  return ratio(facts.priced.totals.recurring_total.minor, facts.priced.totals.tcv.minor);
}

// Prices against cost, list and consumption.

Value price(const Facts& facts, Subject subject, RuleBase base) {
  const auto& line = line_of(facts, subject);
  return ratio(line.net_total.minor, base == RuleBase::cost ? line.cost_total.minor : line.list_total.minor);
}

Value infrastructure_peak_cover(const Facts& facts, Subject, RuleBase) {
  Int128 net = 0, cost = 0;
  for (const auto& line : facts.priced.lines) {
    if (line.service_line != ServiceLine::infrastructure || line.charge != model::Charge::monthly) continue;
    net += line.peak_net.minor;
    cost += line.peak_cost.minor;
  }
  return ratio(net, cost);
}

Value support_hours_cover(const Facts& facts, Subject, RuleBase) {
  Int128 net = 0, work = 0;
  for (const auto& line : facts.priced.lines) {
    if (line.service_line != ServiceLine::support) continue;
    net += line.net_total.minor;
    for (const auto& span : line.spans) work += Int128{span.work.minor} * span.periods();
  }
  return ratio(net, work);
}

Value support_hour_price(const Facts& facts, Subject, RuleBase) {
  Int128 net = 0, hours = 0;
  for (const auto& line : facts.priced.lines) {
    if (line.service_line != ServiceLine::support) continue;
    net += line.net_total.minor;
    hours += line.hours_total.micro();
  }
  return ratio(net * Decimal::scale, hours * facts.priced.currency.minor_per_major());
}

// What the customer commits to in all commitment periods of the term, in minor units.
std::int64_t committed(const Facts& facts) {
  return pricing::committed_total(facts.context.deal, static_cast<int>(facts.priced.schedule.size()),
                                  facts.priced.currency.digits(), facts.context.book.rounding());
}

Value commitment_cover(const Facts& facts, Subject, RuleBase) {
  if (!facts.context.deal.commitment) return whole(0);
  Int128 cost = 0;
  for (const auto& line : facts.priced.lines) {
    if (line.charge == model::Charge::monthly) cost += line.cost_total.minor;
  }
  return ratio(committed(facts), cost);
}

// The customer's return. What is wrong in the business case is told where the deal is evaluated.

Value customer_npv(const Facts& facts, Subject, RuleBase) {
  const auto found = customer_return_of(facts);
  return found ? amount(found->net.present) : Value{};
}

Value customer_roi(const Facts& facts, Subject, RuleBase) {
  const auto found = customer_return_of(facts);
  if (!found) return {};
  return found->roi.has_value() ? ratio(found->roi.numerator, found->roi.denominator) : ratio(1, 0);
}

Value customer_payback_months(const Facts& facts, Subject, RuleBase) {
  const auto found = customer_return_of(facts);
  if (!found) return {};
  if (found->payback.status == roi::PaybackStatus::at_once) return whole(0);
  return found->payback.months ? of_decimal(*found->payback.months) : ratio(1, 0);
}

// Money.

Value tcv(const Facts& facts, Subject, RuleBase) {
  return amount(facts.priced.totals.tcv);
}
Value acv(const Facts& facts, Subject, RuleBase) {
  return amount(facts.priced.totals.acv);
}
Value arr(const Facts& facts, Subject, RuleBase) {
  return amount(facts.priced.totals.arr);
}
Value mrr_start(const Facts& facts, Subject, RuleBase) {
  return amount(facts.priced.totals.mrr_start);
}
Value mrr_exit(const Facts& facts, Subject, RuleBase) {
  return amount(facts.priced.totals.mrr_exit);
}
Value one_off_total(const Facts& facts, Subject, RuleBase) {
  return amount(facts.priced.totals.one_off_total);
}

// Terms.

Value term_months(const Facts& facts, Subject, RuleBase) {
  return whole(facts.context.deal.term_months);
}
Value payment_days(const Facts& facts, Subject, RuleBase) {
  return whole(facts.context.deal.payment_days);
}

Value free_months(const Facts& facts, Subject, RuleBase) {
  const auto& free = facts.context.deal.free_months;
  if (!free) return whole(0);
  const int last = std::min(free->from_month + free->months - 1, static_cast<int>(facts.priced.schedule.size()));
  return whole(std::max(0, last - free->from_month + 1));
}

Value payback_months(const Facts& facts, Subject, RuleBase) {
  const auto& totals = facts.priced.totals;
  if (!totals.payback_month) return ratio(1, 0);
  return ratio(totals.payback.numerator, totals.payback.denominator);
}

Value users_priced(const Facts& facts, Subject, RuleBase) {
  int count = 0;
  for (const auto& line : facts.priced.lines) count += facts.users(line.component_index, line.variant) ? 1 : 0;
  return whole(count);
}

Value orders_per_month(const Facts& facts, Subject, RuleBase) {
  return of_decimal(facts.context.customer.profile.orders_per_month);
}
Value peak_factor(const Facts& facts, Subject, RuleBase) {
  return of_decimal(facts.context.customer.profile.peak_factor);
}

// Ownership.

template <model::Party model::Ownership::*duty>
Value partner_owns(const Facts& facts, Subject, RuleBase) {
  return truth(facts.context.deal.owns.*duty == model::Party::partner &&
               facts.context.partner.owns.*duty == model::Party::partner);
}

// Words.

Value tenancy(const Facts& facts, Subject, RuleBase) {
  return choice(facts.context.deal.tenancy);
}
Value tenancy_fit(const Facts& facts, Subject, RuleBase) {
  return choice(qualification::fit_of(facts.background.qualified, facts.context.deal.tenancy));
}
Value delivery_complexity(const Facts& facts, Subject, RuleBase) {
  return facts.background.complexity ? choice(*facts.background.complexity) : Value{};
}
Value certification_fit(const Facts& facts, Subject, RuleBase) {
  const auto fit = certification_fit_of(facts);
  return fit ? choice(*fit) : Value{};
}
Value service_tier(const Facts& facts, Subject, RuleBase) {
  return text(facts.priced.service_tier);
}
Value billing(const Facts& facts, Subject, RuleBase) {
  return choice(facts.context.deal.billing);
}
Value currency(const Facts& facts, Subject, RuleBase) {
  return text(facts.context.deal.currency.code());
}
Value offer_model(const Facts& facts, Subject, RuleBase) {
  return choice(facts.context.deal.offer_model);
}
Value revenue_model(const Facts& facts, Subject, RuleBase) {
  return choice(facts.context.deal.revenue_model);
}
Value price_book(const Facts& facts, Subject, RuleBase) {
  return text(facts.context.deal.price_book);
}
Value package(const Facts& facts, Subject, RuleBase) {
  return text(facts.context.deal.package);
}
Value partner(const Facts& facts, Subject, RuleBase) {
  return text(facts.context.partner.id);
}
Value partner_type(const Facts& facts, Subject, RuleBase) {
  return choice(facts.context.partner.type);
}
Value customer(const Facts& facts, Subject, RuleBase) {
  return text(facts.context.customer.id);
}
Value segment(const Facts& facts, Subject, RuleBase) {
  return choice(facts.context.customer.segment);
}
Value country(const Facts& facts, Subject, RuleBase) {
  return text(facts.context.customer.country);
}
Value service_line(const Facts& facts, Subject subject, RuleBase) {
  return choice(service_line_of(facts, subject).service_line);
}
Value component(const Facts& facts, Subject subject, RuleBase) {
  return text(line_of(facts, subject).component);
}
Value charge(const Facts& facts, Subject subject, RuleBase) {
  return choice(line_of(facts, subject).charge);
}

template <class... Levers>
constexpr std::uint32_t any_of(Levers... levers) {
  return (lever_bit(levers) | ...);
}

constexpr std::uint32_t margin_levers =
    any_of(Lever::deal_discount, Lever::line_discount, Lever::line_price, Lever::quantity, Lever::free_months,
           Lever::term_months, Lever::tenancy, Lever::service_tier, Lever::remove_line);
constexpr std::uint32_t discount_levers = any_of(Lever::deal_discount, Lever::line_discount, Lever::line_price,
                                                 Lever::free_months, Lever::billing, Lever::term_months);
constexpr std::uint32_t share_levers =
    any_of(Lever::line_price, Lever::quantity, Lever::term_months, Lever::remove_line);
constexpr std::uint32_t money_levers =
    any_of(Lever::deal_discount, Lever::line_discount, Lever::line_price, Lever::quantity, Lever::term_months,
           Lever::free_months, Lever::commitment);
constexpr std::uint32_t payback_levers = any_of(Lever::deal_discount, Lever::line_discount, Lever::line_price,
                                                Lever::term_months, Lever::free_months, Lever::remove_line);
constexpr std::uint32_t line_levers = any_of(Lever::remove_line);

constexpr Decimal zero = Decimal::whole(0);
constexpr Decimal one = Decimal::whole(1);
constexpr auto any = std::nullopt;

using enum MetricUnit;
constexpr Scope deal = Scope::deal;
constexpr Scope by_service_line = Scope::service_line;
constexpr Scope by_line = Scope::line;

const auto table = std::to_array<Metric>({
    {"gross_margin", "Gross margin", rate, deal, "(TCV - cost total) / TCV.", "no revenue", "", margin_levers, any, one,
     gross_margin, nullptr},
    {"service_line_margin", "Margin", rate, by_service_line, "(Net - cost) / net of a service line over the term.",
     "no revenue", "", margin_levers, any, one, service_line_margin, nullptr},
    {"component_margin", "Margin", rate, by_line, "(Net - cost) / net of a line over the term.", "no revenue", "",
     margin_levers, any, one, component_margin, nullptr},
    {"peak_margin", "Margin in the peak month", rate, deal,
     "(Net - cost) / net of all monthly lines in the peak month.", "no revenue", "", margin_levers, any, one,
     peak_margin, nullptr},
    {"effective_discount", "Effective discount", rate, deal, "(List total - (TCV - true-ups)) / list total.",
     "no list price", "", discount_levers, any, one, effective_discount, nullptr},
    {"line_discount", "Discount", rate, by_line, "(List total - (net total - true-ups)) / list total of a line.",
     "no list price", "", discount_levers, any, one, line_discount, nullptr},
    {"standard_share", "Standard share", rate, deal, "List total of standard components / list total.", "no list price",
     "", share_levers, zero, one, standard_share, nullptr},
    {"recurring_share", "Recurring share", rate, deal, "Recurring total / TCV.", "no revenue", "", share_levers, zero,
     one, recurring_share, nullptr},
    {"price", "Price", multiple, by_line, "Net total of a line / its list total or cost total.", "no base", "",
     margin_levers, zero, any, price, nullptr},
    {"infrastructure_peak_cover", "Infrastructure price over cost at peak", multiple, deal,
     "Net of the infrastructure lines in the peak month / their cost in it.", "no cost", "", margin_levers, zero, any,
     infrastructure_peak_cover, nullptr},
    {"support_hours_cover", "Support price over cost of its hours", multiple, deal,
     "Net of the support lines over the term / the cost of their hours.", "no hours", "", margin_levers, zero, any,
     support_hours_cover, nullptr},
    {"commitment_cover", "Commitment over recurring cost", multiple, deal,
     "Committed amount over the term / cost of the monthly lines over the term.", "no cost", "/commitment",
     any_of(Lever::commitment, Lever::term_months), zero, any, commitment_cover, nullptr},
    {"tcv", "Total contract value", money, deal, "Total contract value.", "", "", money_levers, zero, any, tcv,
     nullptr},
    {"acv", "Annual contract value", money, deal, "Annual contract value.", "", "", money_levers, zero, any, acv,
     nullptr},
    {"arr", "Annual recurring revenue", money, deal, "12 x MRR at exit.", "", "", money_levers, zero, any, arr,
     nullptr},
    {"mrr_start", "MRR at start", money, deal, "Monthly recurring revenue in the first month.", "", "", money_levers,
     zero, any, mrr_start, nullptr},
    {"mrr_exit", "MRR at exit", money, deal, "Monthly recurring revenue in the last month.", "", "", money_levers, zero,
     any, mrr_exit, nullptr},
    {"one_off_total", "One-off total", money, deal, "Sum of the one-off lines.", "", "", money_levers, zero, any,
     one_off_total, nullptr},
    {"support_hour_price", "Price of a support hour", money, deal,
     "Net of the support lines over the term / their hours.", "no hours", "", margin_levers, zero, any,
     support_hour_price, nullptr},
    {"customer_npv", "Customer's net present value", money, deal,
     "Net present value of the deal to its customer, by its business case.", "", "/business_case", payback_levers, any,
     any, customer_npv, nullptr},
    {"customer_roi", "Customer's return on investment", rate, deal,
     "Customer's net present value / present value of its costs.", "no costs", "/business_case", payback_levers, any,
     any, customer_roi, nullptr},
    {"customer_payback_months", "Customer's payback", months, deal,
     "Months until what the customer pays has come back.", "not within the horizon", "/business_case", payback_levers,
     zero, any, customer_payback_months, nullptr},
    {"customer_npv_probability", "Chance of a positive net present value", rate, deal,
     "Share of 10,000 trials of the business case in which the customer's net present value is above 0.", "",
     "/business_case", payback_levers, zero, one, customer_npv_probability, nullptr},
    {"term_months", "Term", months, deal, "Length of the term.", "", "/term_months", any_of(Lever::term_months), one,
     Decimal::whole(120), term_months, nullptr},
    {"payment_days", "Payment days", days, deal, "Days the customer has to pay.", "", "/payment_days",
     any_of(Lever::payment_days), zero, Decimal::whole(365), payment_days, nullptr},
    {"free_months", "Free months", months, deal, "Months of the term that are free.", "", "/free_months",
     any_of(Lever::free_months), zero, Decimal::whole(120), free_months, nullptr},
    {"payback_months", "Payback", months, deal, "Months until the partner's one-off cost is paid back.",
     "not within the term", "", payback_levers, zero, any, payback_months, nullptr},
    {"users_priced", "Lines that price users", count, deal, "Priced lines whose quantity counts users.", "", "",
     line_levers, zero, any, users_priced, nullptr},
    {"orders_per_month", "Orders a month", number, deal, "Of the customer's profile.", "", "/customer", 0, zero, any,
     orders_per_month, nullptr},
    {"peak_factor", "Peak factor", number, deal, "Of the customer's profile.", "", "/customer", 0, one,
     Decimal::whole(100), peak_factor, nullptr},
    {"partner_owns_brand", "Brand owned by the partner", flag, deal, "Deal and partner give the brand to the partner.",
     "", "/owns/brand", any_of(Lever::duty), any, any, partner_owns<&model::Ownership::brand>, nullptr},
    {"partner_owns_price", "Price owned by the partner", flag, deal, "Deal and partner give the price to the partner.",
     "", "/owns/price", any_of(Lever::duty), any, any, partner_owns<&model::Ownership::price>, nullptr},
    {"partner_owns_relationship", "Relationship owned by the partner", flag, deal,
     "Deal and partner give the relationship to the partner.", "", "/owns/relationship", any_of(Lever::duty), any, any,
     partner_owns<&model::Ownership::relationship>, nullptr},
    {"tenancy", "Tenancy", word, deal, "Of the deal.", "", "/tenancy", any_of(Lever::tenancy), any, any, tenancy,
     words_of<model::Tenancy>},
    {"tenancy_fit", "Tenancy against qualification", word, deal,
     "How the deal's tenancy stands to what the customer is qualified for.", "", "/tenancy", any_of(Lever::tenancy),
     any, any, tenancy_fit, words_of<qualification::TenancyFit>},
    {"delivery_complexity", "Complexity of the delivery", word, deal,
     "Of the customer's reference architecture, else the least its segment's templates are for.", "", "/customer", 0,
     any, any, delivery_complexity, words_of<model::Complexity>},
    {"certification_fit", "Certification", word, deal,
     "How the deal stands to what the partner's onboarding has certified it for.", "", "",
     any_of(Lever::tenancy, Lever::deal_discount, Lever::line_discount), any, any, certification_fit,
     words_of<CertificationFit>},
    {"service_tier", "Service tier", word, deal, "Of the deal, else of its package.", "", "/service_tier",
     any_of(Lever::service_tier), any, any, service_tier, nullptr},
    {"billing", "Billing", word, deal, "Of the deal.", "", "/billing", any_of(Lever::billing), any, any, billing,
     words_of<model::Billing>},
    {"currency", "Currency", word, deal, "Of the deal.", "", "/currency", 0, any, any, currency, nullptr},
    {"offer_model", "Offer model", word, deal, "Of the deal.", "", "/offer_model", 0, any, any, offer_model,
     words_of<model::OfferModel>},
    {"revenue_model", "Revenue model", word, deal, "Of the deal.", "", "/revenue_model", 0, any, any, revenue_model,
     words_of<model::RevenueModel>},
    {"price_book", "Price book", word, deal, "Of the deal.", "", "/price_book", 0, any, any, price_book, nullptr},
    {"package", "Package", word, deal, "Of the deal.", "", "/package", 0, any, any, package, nullptr},
    {"partner", "Partner", word, deal, "Id of the deal's partner.", "", "/partner", 0, any, any, partner, nullptr},
    {"partner_type", "Partner type", word, deal, "Of the deal's partner.", "", "/partner", 0, any, any, partner_type,
     words_of<model::PartnerType>},
    {"customer", "Customer", word, deal, "Id of the deal's customer.", "", "/customer", 0, any, any, customer, nullptr},
    {"segment", "Segment", word, deal, "Of the deal's customer.", "", "/customer", 0, any, any, segment,
     words_of<model::Segment>},
    {"country", "Country", word, deal, "Of the deal's customer.", "", "/customer", 0, any, any, country, nullptr},
    {"service_line", "Service line", word, by_service_line, "Service line in which a line's margin is reported.", "",
     "", line_levers, any, any, service_line, words_of<ServiceLine>},
    {"component", "Component", word, by_line, "Id of a line's component.", "", "", line_levers, any, any, component,
     nullptr},
    {"charge", "Charge", word, by_line, "Whether a line is monthly or one-off.", "", "", line_levers, any, any, charge,
     words_of<model::Charge>},
});

}  // namespace

std::optional<roi::CustomerReturn> customer_return_of(const Facts& facts) {
  if (!facts.context.deal.business_case) return std::nullopt;
  Diagnostics told_elsewhere;
  return roi::customer_return(facts.context.deal, facts.context.customer, facts.background.playbook, facts.priced,
                              told_elsewhere);
}

Value discount_given(const Facts& facts) {
  const auto& totals = facts.priced.totals;
  return ratio(Int128{totals.list_total.minor} - totals.tcv.minor + totals.true_up_total.minor,
               totals.list_total.minor);
}

Subject deal_subject() {
  return {};
}

Subject service_line_subject(const pricing::PricedDeal&, int service_line) {
  return {service_line, -1};
}

Subject line_subject(const pricing::PricedDeal& priced, int line) {
  const auto of_line = priced.lines[static_cast<std::size_t>(line)].service_line;
  int service_line = 0;
  while (priced.service_lines[static_cast<std::size_t>(service_line)].service_line != of_line) ++service_line;
  return {service_line, line};
}

int compare(const Value& value, Decimal bound) {
  if (value.denominator == 0) return value.numerator < 0 ? -1 : 1;
  Int128 left, right;
  if (multiply(value.numerator, Decimal::scale, left) && multiply(value.denominator, bound.micro(), right)) {
    return left < right ? -1 : left > right ? 1 : 0;
  }
  // Beyond 128 bits: Euclid's way, quotient by quotient, which only divides.
  Int128 a = value.numerator, b = value.denominator, c = bound.micro(), d = Decimal::scale;
  for (int sign = 1;; sign = -sign) {
    Int128 p = a / b, q = c / d;
    Int128 r = a % b, s = c % d;
    if (r < 0) r += b, --p;
    if (s < 0) s += d, --q;
    if (p != q) return p < q ? -sign : sign;
    if (r == 0 || s == 0) return r == s ? 0 : r == 0 ? -sign : sign;
    a = b, b = r, c = d, d = s;
  }
}

std::span<const Metric> metrics() {
  return table;
}

const Metric* find_metric(std::string_view id) {
  const auto it = std::find_if(table.begin(), table.end(), [&](const Metric& metric) { return metric.id == id; });
  return it != table.end() ? &*it : nullptr;
}

std::string_view nearest_metric(std::string_view id) {
  std::vector<std::string_view> ids;
  ids.reserve(table.size());
  for (const auto& metric : table) ids.push_back(metric.id);
  return nearest_name(id, ids);
}

}  // namespace dealwright::guardrails
