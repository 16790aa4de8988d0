#include <algorithm>
#include <array>
#include <vector>

#include "core/base/suggest.hpp"
#include "core/guardrails/certification.hpp"
#include "core/guardrails/metric_functions.hpp"
#include "core/guardrails/metric_probability.hpp"
#include "core/guardrails/metric_values.hpp"
#include "core/qualification/qualified.hpp"

namespace dealwright::guardrails {
namespace {

using model::Lever;

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
constexpr std::uint32_t support_levers = any_of(Lever::quantity, Lever::service_tier, Lever::tenancy);
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
     metric::gross_margin, nullptr},
    {"service_line_margin", "Margin", rate, by_service_line, "(Net - cost) / net of a service line over the term.",
     "no revenue", "", margin_levers, any, one, metric::service_line_margin, nullptr},
    {"component_margin", "Margin", rate, by_line, "(Net - cost) / net of a line over the term.", "no revenue", "",
     margin_levers, any, one, metric::component_margin, nullptr},
    {"peak_margin", "Margin in the peak month", rate, deal,
     "(Net - cost) / net of all monthly lines in the peak month.", "no revenue", "", margin_levers, any, one,
     metric::peak_margin, nullptr},
    {"effective_discount", "Effective discount", rate, deal, "(List total - (TCV - true-ups)) / list total.",
     "no list price", "", discount_levers, any, one, metric::effective_discount, nullptr},
    {"line_discount", "Discount", rate, by_line, "(List total - (net total - true-ups)) / list total of a line.",
     "no list price", "", discount_levers, any, one, metric::line_discount, nullptr},
    {"standard_share", "Standard share", rate, deal, "List total of standard components / list total.", "no list price",
     "", share_levers, zero, one, metric::standard_share, nullptr},
    {"recurring_share", "Recurring share", rate, deal, "Recurring total / TCV.", "no revenue", "", share_levers, zero,
     one, metric::recurring_share, nullptr},
    {"price", "Price", multiple, by_line, "Net total of a line / its list total or cost total.", "no base", "",
     margin_levers, zero, any, metric::price, nullptr},
    {"infrastructure_peak_cover", "Infrastructure price over cost at peak", multiple, deal,
     "Net of the infrastructure lines in the peak month / their cost in it.", "no cost", "", margin_levers, zero, any,
     metric::infrastructure_peak_cover, nullptr},
    {"support_hours_cover", "Support price over cost of its hours", multiple, deal,
     "Net of the support lines over the term / the cost of their hours.", "no hours", "", margin_levers, zero, any,
     metric::support_hours_cover, nullptr},
    {"commitment_cover", "Commitment over recurring cost", multiple, deal,
     "Committed amount over the term / cost of the monthly lines over the term.", "no cost", "/commitment",
     any_of(Lever::commitment, Lever::term_months), zero, any, metric::commitment_cover, nullptr},
    {"tcv", "Total contract value", money, deal, "Total contract value.", "", "", money_levers, zero, any, metric::tcv,
     nullptr},
    {"acv", "Annual contract value", money, deal, "Annual contract value.", "", "", money_levers, zero, any,
     metric::acv, nullptr},
    {"arr", "Annual recurring revenue", money, deal, "12 x MRR at exit.", "", "", money_levers, zero, any, metric::arr,
     nullptr},
    {"mrr_start", "MRR at start", money, deal, "Monthly recurring revenue in the first month.", "", "", money_levers,
     zero, any, metric::mrr_start, nullptr},
    {"mrr_exit", "MRR at exit", money, deal, "Monthly recurring revenue in the last month.", "", "", money_levers, zero,
     any, metric::mrr_exit, nullptr},
    {"one_off_total", "One-off total", money, deal, "Sum of the one-off lines.", "", "", money_levers, zero, any,
     metric::one_off_total, nullptr},
    {"support_hour_price", "Price of a support hour", money, deal,
     "Net of the support lines over the term / their hours.", "no hours", "", margin_levers, zero, any,
     metric::support_hour_price, nullptr},
    {"customer_npv", "Customer's net present value", money, deal,
     "Net present value of the deal to its customer, by its business case.", "", "/business_case", payback_levers, any,
     any, metric::customer_npv, nullptr},
    {"customer_roi", "Customer's return on investment", rate, deal,
     "Customer's net present value / present value of its costs.", "no costs", "/business_case", payback_levers, any,
     any, metric::customer_roi, nullptr},
    {"customer_payback_months", "Customer's payback", months, deal,
     "Months until what the customer pays has come back.", "not within the horizon", "/business_case", payback_levers,
     zero, any, metric::customer_payback_months, nullptr},
    {"customer_npv_probability", "Chance of a positive net present value", rate, deal,
     "Share of 10,000 trials of the business case in which the customer's net present value is above 0.", "",
     "/business_case", payback_levers, zero, one, customer_npv_probability, nullptr},
    {"partner_lifetime_margin", "Partner's lifetime margin", money, deal,
     "Present value of the gross margin expected over the horizon, less the acquisition cost.", "", "", payback_levers,
     any, any, metric::partner_lifetime_margin, nullptr},
    {"partner_ltv_to_cac", "Lifetime value over acquisition cost", multiple, deal,
     "Present value of the gross margin expected over the horizon / acquisition cost.", "no acquisition cost",
     "/acquisition_cost", payback_levers, any, any, metric::partner_ltv_to_cac, nullptr},
    {"support_hours_sufficiency", "Support hours sold over needed", multiple, deal,
     "Hours of the support lines over the term / hours that the customer's tickets take.", "", "", support_levers, zero,
     any, metric::support_hours_sufficiency, nullptr},
    {"plan_overcommitment", "Months of overcommitment", count, deal,
     "Months in which people are overcommitted in the partner's worst growth plan.", "", "/partner", 0, zero, any,
     metric::plan_overcommitment, nullptr},
    {"term_months", "Term", months, deal, "Length of the term.", "", "/term_months", any_of(Lever::term_months), one,
     Decimal::whole(120), metric::term_months, nullptr},
    {"payment_days", "Payment days", days, deal, "Days the customer has to pay.", "", "/payment_days",
     any_of(Lever::payment_days), zero, Decimal::whole(365), metric::payment_days, nullptr},
    {"free_months", "Free months", months, deal, "Months of the term that are free.", "", "/free_months",
     any_of(Lever::free_months), zero, Decimal::whole(120), metric::free_months, nullptr},
    {"payback_months", "Payback", months, deal, "Months until the partner's one-off cost is paid back.",
     "not within the term", "", payback_levers, zero, any, metric::payback_months, nullptr},
    {"users_priced", "Lines that price users", count, deal, "Priced lines whose quantity counts users.", "", "",
     line_levers, zero, any, metric::users_priced, nullptr},
    {"orders_per_month", "Orders a month", number, deal, "Of the customer's profile.", "", "/customer", 0, zero, any,
     metric::orders_per_month, nullptr},
    {"peak_factor", "Peak factor", number, deal, "Of the customer's profile.", "", "/customer", 0, one,
     Decimal::whole(100), metric::peak_factor, nullptr},
    {"partner_owns_brand", "Brand owned by the partner", flag, deal, "Deal and partner give the brand to the partner.",
     "", "/owns/brand", any_of(Lever::duty), any, any, metric::partner_owns_brand, nullptr},
    {"partner_owns_price", "Price owned by the partner", flag, deal, "Deal and partner give the price to the partner.",
     "", "/owns/price", any_of(Lever::duty), any, any, metric::partner_owns_price, nullptr},
    {"partner_owns_relationship", "Relationship owned by the partner", flag, deal,
     "Deal and partner give the relationship to the partner.", "", "/owns/relationship", any_of(Lever::duty), any, any,
     metric::partner_owns_relationship, nullptr},
    {"tenancy", "Tenancy", word, deal, "Of the deal.", "", "/tenancy", any_of(Lever::tenancy), any, any,
     metric::tenancy, metric::words_of<model::Tenancy>},
    {"tenancy_fit", "Tenancy against qualification", word, deal,
     "How the deal's tenancy stands to what the customer is qualified for.", "", "/tenancy", any_of(Lever::tenancy),
     any, any, metric::tenancy_fit, metric::words_of<qualification::TenancyFit>},
    {"delivery_complexity", "Complexity of the delivery", word, deal,
     "Of the customer's reference architecture, else the least its segment's templates are for.", "", "/customer", 0,
     any, any, metric::delivery_complexity, metric::words_of<model::Complexity>},
    {"certification_fit", "Certification", word, deal,
     "How the deal stands to what the partner's onboarding has certified it for.", "", "",
     any_of(Lever::tenancy, Lever::deal_discount, Lever::line_discount), any, any, metric::certification_fit,
     metric::words_of<CertificationFit>},
    {"service_tier", "Service tier", word, deal, "Of the deal, else of its package.", "", "/service_tier",
     any_of(Lever::service_tier), any, any, metric::service_tier, nullptr},
    {"billing", "Billing", word, deal, "Of the deal.", "", "/billing", any_of(Lever::billing), any, any,
     metric::billing, metric::words_of<model::Billing>},
    {"currency", "Currency", word, deal, "Of the deal.", "", "/currency", 0, any, any, metric::currency, nullptr},
    {"offer_model", "Offer model", word, deal, "Of the deal.", "", "/offer_model", 0, any, any, metric::offer_model,
     metric::words_of<model::OfferModel>},
    {"revenue_model", "Revenue model", word, deal, "Of the deal.", "", "/revenue_model", 0, any, any,
     metric::revenue_model, metric::words_of<model::RevenueModel>},
    {"price_book", "Price book", word, deal, "Of the deal.", "", "/price_book", 0, any, any, metric::price_book,
     nullptr},
    {"package", "Package", word, deal, "Of the deal.", "", "/package", 0, any, any, metric::package, nullptr},
    {"partner", "Partner", word, deal, "Id of the deal's partner.", "", "/partner", 0, any, any, metric::partner,
     nullptr},
    {"partner_type", "Partner type", word, deal, "Of the deal's partner.", "", "/partner", 0, any, any,
     metric::partner_type, metric::words_of<model::PartnerType>},
    {"customer", "Customer", word, deal, "Id of the deal's customer.", "", "/customer", 0, any, any, metric::customer,
     nullptr},
    {"segment", "Segment", word, deal, "Of the deal's customer.", "", "/customer", 0, any, any, metric::segment,
     metric::words_of<model::Segment>},
    {"country", "Country", word, deal, "Of the deal's customer.", "", "/customer", 0, any, any, metric::country,
     nullptr},
    {"service_line", "Service line", word, by_service_line, "Service line in which a line's margin is reported.", "",
     "", line_levers, any, any, metric::service_line, metric::words_of<model::ServiceLine>},
    {"component", "Component", word, by_line, "Id of a line's component.", "", "", line_levers, any, any,
     metric::component, nullptr},
    {"charge", "Charge", word, by_line, "Whether a line is monthly or one-off.", "", "", line_levers, any, any,
     metric::charge, metric::words_of<model::Charge>},
});

}  // namespace

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
