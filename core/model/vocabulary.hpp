#pragma once
// The closed word lists of the trade that documents use. An enumerator's name is the word in the document.

#include <cstdint>

#include <boost/describe/enum.hpp>

namespace dealwright::model {

// Margin is reported for each.
enum class ServiceLine : std::uint8_t {
  implementation,
  platform,
  infrastructure,
  managed_hosting,
  support,
  customer_success,
  optimisation,
  automation_ai
};
BOOST_DESCRIBE_ENUM(ServiceLine, implementation, platform, infrastructure, managed_hosting, support, customer_success,
                    optimisation, automation_ai)
inline constexpr std::size_t service_line_count = 8;

// shared: the multi-tenant platform; dedicated: the customer's own deployment.
enum class Tenancy : std::uint8_t { shared, dedicated };
BOOST_DESCRIBE_ENUM(Tenancy, shared, dedicated)

// Of a delivery, from the least to the greatest.
enum class Complexity : std::uint8_t { small, mid_market, complex };
BOOST_DESCRIBE_ENUM(Complexity, small, mid_market, complex)

enum class Charge : std::uint8_t { monthly, one_off };
BOOST_DESCRIBE_ENUM(Charge, monthly, one_off)

enum class PriceModel : std::uint8_t { flat, per_unit, graduated, volume, stairstep, package, percentage };
BOOST_DESCRIBE_ENUM(PriceModel, flat, per_unit, graduated, volume, stairstep, package, percentage)

// Whether the first tier's flat fee is charged at quantity zero.
enum class FlatAtZero : std::uint8_t { charge, skip };
BOOST_DESCRIBE_ENUM(FlatAtZero, charge, skip)

// What a meter bills of its period.
enum class MeterBills : std::uint8_t { sum, last, peak };
BOOST_DESCRIBE_ENUM(MeterBills, sum, last, peak)

// What happens to a part of a billed unit after conversion.
enum class UnitRounding : std::uint8_t { exact, up };
BOOST_DESCRIBE_ENUM(UnitRounding, exact, up)

enum class RoundingMode : std::uint8_t { half_up, half_even };
BOOST_DESCRIBE_ENUM(RoundingMode, half_up, half_even)

enum class Billing : std::uint8_t { monthly, quarterly, annual, prepaid };
BOOST_DESCRIBE_ENUM(Billing, monthly, quarterly, annual, prepaid)

// anniversary: months run from the start day; calendar: a start inside a month makes a partial first and last period.
enum class Alignment : std::uint8_t { anniversary, calendar };
BOOST_DESCRIBE_ENUM(Alignment, anniversary, calendar)

enum class DiscountKind : std::uint8_t { term, prepay, volume };
BOOST_DESCRIBE_ENUM(DiscountKind, term, prepay, volume)

enum class CommitmentPeriod : std::uint8_t { month, year, term };
BOOST_DESCRIBE_ENUM(CommitmentPeriod, month, year, term)

enum class CommitmentBasis : std::uint8_t { before_discount, after_discount };
BOOST_DESCRIBE_ENUM(CommitmentBasis, before_discount, after_discount)

enum class Party : std::uint8_t { partner, provider, customer, third_party };
BOOST_DESCRIBE_ENUM(Party, partner, provider, customer, third_party)

enum class PartnerType : std::uint8_t {
  implementation_partner,
  hosting_partner,
  consulting_company,
  oem_software_vendor,
  digital_agency,
  ecommerce_consultancy,
  managed_service_provider,
  regional_systems_integrator,
  logistics_consultancy
};
BOOST_DESCRIBE_ENUM(PartnerType, implementation_partner, hosting_partner, consulting_company, oem_software_vendor,
                    digital_agency, ecommerce_consultancy, managed_service_provider, regional_systems_integrator,
                    logistics_consultancy)

enum class OfferModel : std::uint8_t { referral, white_label, oem, hybrid };
BOOST_DESCRIBE_ENUM(OfferModel, referral, white_label, oem, hybrid)

enum class RevenueModel : std::uint8_t {
  fixed_scope,
  phased_retainer,
  managed_white_label,
  oem_embedded,
  infrastructure_recurring,
  blended
};
BOOST_DESCRIBE_ENUM(RevenueModel, fixed_scope, phased_retainer, managed_white_label, oem_embedded,
                    infrastructure_recurring, blended)

enum class Segment : std::uint8_t {
  startup_scale_up,
  mid_market_merchant,
  multi_brand_operator,
  omnichannel_distributor,
  direct_to_consumer,
  b2b_wholesaler
};
BOOST_DESCRIBE_ENUM(Segment, startup_scale_up, mid_market_merchant, multi_brand_operator, omnichannel_distributor,
                    direct_to_consumer, b2b_wholesaler)

enum class SupportHours : std::uint8_t { business_hours, extended_hours, around_the_clock };
BOOST_DESCRIBE_ENUM(SupportHours, business_hours, extended_hours, around_the_clock)

enum class RuleSeverity : std::uint8_t { info, warning, error };
BOOST_DESCRIBE_ENUM(RuleSeverity, info, warning, error)

// What a price floor is measured against.
enum class RuleBase : std::uint8_t { none, list, cost };
BOOST_DESCRIBE_ENUM(RuleBase, none, list, cost)

// The number of a deal that a way out changes.
enum class Lever : std::uint8_t {
  deal_discount,
  line_discount,
  line_price,
  quantity,
  term_months,
  payment_days,
  free_months,
  commitment,
  tenancy,
  service_tier,
  billing,
  duty,
  remove_line
};
BOOST_DESCRIBE_ENUM(Lever, deal_discount, line_discount, line_price, quantity, term_months, payment_days, free_months,
                    commitment, tenancy, service_tier, billing, duty, remove_line)

}  // namespace dealwright::model
