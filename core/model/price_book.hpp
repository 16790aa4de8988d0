#pragma once
// A price book: what can be sold, at what price and cost, in one currency and one period of validity.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/annotation.hpp"
#include "core/base/currency.hpp"
#include "core/base/date.hpp"
#include "core/base/decimal.hpp"
#include "core/model/meter.hpp"
#include "core/model/price.hpp"
#include "core/model/vocabulary.hpp"

namespace dealwright::model {

// Another price, cost or boundary for one tenancy, one service tier, or both. The most specific match is taken: both,
// then tier, then tenancy.
struct Variant {
  std::optional<Tenancy> tenancy;
  std::string service_tier;
  std::optional<Price> price;
  std::optional<Cost> cost;
  std::optional<Decimal> included;
};
BOOST_DESCRIBE_STRUCT(Variant, (), (tenancy, service_tier, price, cost, included))
constexpr auto notes_of(const Variant*) {
  return std::array{
      field("tenancy", "Tenancy").help("Tenancy the variant is for; absent: both."),
      field("service_tier", "Service tier")
          .refers_to("price_book.service_tiers")
          .help("Service tier the variant is for; absent: all."),
      field("price", "Price").help("Replaces the component's price."),
      field("cost", "Cost").help("Replaces the component's cost."),
      field("included", "Included units", Unit::quantity).min(0).help("Replaces the component's included units."),
  };
}

struct Component {
  std::string id;
  std::string name;
  ServiceLine service_line = ServiceLine::platform;
  Charge charge = Charge::monthly;
  std::string meter;
  Decimal units_per = Decimal::whole(1);
  UnitRounding unit_rounding = UnitRounding::exact;
  Decimal included;
  std::optional<Decimal> minimum;
  std::optional<Decimal> maximum;
  bool discountable = true;
  bool standard = true;
  int delivery_months = 1;
  std::vector<Tenancy> tenancies;
  Price price;
  Cost cost;
  std::vector<Variant> variants;
};
BOOST_DESCRIBE_STRUCT(Component, (),
                      (id, name, service_line, charge, meter, units_per, unit_rounding, included, minimum, maximum,
                       discountable, standard, delivery_months, tenancies, price, cost, variants))
constexpr auto notes_of(const Component*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").help("As the customer reads it in the proposal."),
      field("service_line", "Service line").required().help("Where its margin is reported."),
      field("charge", "Charge").required().help("Every month, or once."),
      field("meter", "Meter")
          .refers_to("price_book.meters")
          .help("What is counted; absent: the quantity is 1 unless the deal states one."),
      field("units_per", "Metered units per billed unit", Unit::quantity)
          .min_micros(1)
          .help("1000 bills per thousand metered units."),
      field("unit_rounding", "Part of a billed unit").help("Billed exactly, or as a whole unit."),
      field("included", "Included units", Unit::quantity)
          .min(0)
          .help("Billed units inside the fair-use boundary; above it is metered overage."),
      field("minimum", "Minimum", Unit::money).min(0).help("Least net amount a month, or once."),
      field("maximum", "Maximum", Unit::money).min(0).help("Greatest net amount a month, or once."),
      field("discountable", "Discountable").help("Whether programme, line and deal discounts apply."),
      field("standard", "Standard").help("Part of the standard solution, not specific to one customer."),
      field("delivery_months", "Delivery months", Unit::months)
          .range(1, 36)
          .help("Months over which a one-off service is delivered; its revenue and cost spread evenly."),
      field("tenancies", "Offered in").most(2).help("Tenancies it can be sold in; none stated: both."),
      field("price", "Price").required(),
      field("cost", "Cost").help("What it costs the partner."),
      field("variants", "Variants").most(50).help("Prices, costs and boundaries by tenancy and service tier."),
  };
}

struct Role {
  std::string id;
  std::string name;
  Decimal hourly_cost;
};
BOOST_DESCRIBE_STRUCT(Role, (), (id, name, hourly_cost))
constexpr auto notes_of(const Role*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name"),
      field("hourly_cost", "Hourly cost", Unit::money)
          .required()
          .min(0)
          .help("What an hour costs the partner, all in."),
  };
}

struct ServiceTier {
  std::string id;
  std::string name;
  std::vector<Tenancy> tenancies;
  Decimal uptime;
  int rpo_minutes = 0;
  int rto_minutes = 0;
  int response_minutes = 0;
  int critical_response_minutes = 0;
  int page_time_ms = 0;
  int backups_per_day = 1;
  int backup_retention_days = 0;
  int restore_tests_per_year = 0;
  int capacity_reviews_per_year = 0;
  SupportHours support_hours = SupportHours::business_hours;
  std::vector<std::string> environments;
  std::vector<std::string> isolation;
};
BOOST_DESCRIBE_STRUCT(ServiceTier, (),
                      (id, name, tenancies, uptime, rpo_minutes, rto_minutes, response_minutes,
                       critical_response_minutes, page_time_ms, backups_per_day, backup_retention_days,
                       restore_tests_per_year, capacity_reviews_per_year, support_hours, environments, isolation))
constexpr auto notes_of(const ServiceTier*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name"),
      field("tenancies", "Offered in").most(2).help("Tenancies it is offered in; none stated: both."),
      field("uptime", "Uptime target", Unit::rate).required().range(0, 1).help("Share of the month; 0.999 is 99.9 %."),
      field("rpo_minutes", "Recovery point objective", Unit::minutes).min(0).help("Most data lost after a failure."),
      field("rto_minutes", "Recovery time objective", Unit::minutes).min(0).help("Longest time to restore service."),
      field("response_minutes", "Response time", Unit::minutes).min(0),
      field("critical_response_minutes", "Response time, critical", Unit::minutes).min(0),
      field("page_time_ms", "Performance target", Unit::count)
          .min(0)
          .help("Milliseconds for the 95th percentile of page requests; 0: none."),
      field("backups_per_day", "Backups a day", Unit::count).range(0, 1440),
      field("backup_retention_days", "Backup retention", Unit::days).range(0, 36500),
      field("restore_tests_per_year", "Restore tests a year", Unit::count).range(0, 366),
      field("capacity_reviews_per_year", "Capacity reviews a year", Unit::count).range(0, 366),
      field("support_hours", "Support hours"),
      field("environments", "Environments").most(20).help("Environments that come with the tier."),
      field("isolation", "Isolation commitments").most(20).help("What a dedicated tier adds."),
  };
}

// The fair-use boundary of one meter within a package.
struct FairUse {
  std::string meter;
  Decimal included;
};
BOOST_DESCRIBE_STRUCT(FairUse, (), (meter, included))
constexpr auto notes_of(const FairUse*) {
  return std::array{
      field("meter", "Meter").required().refers_to("price_book.meters"),
      field("included", "Included", Unit::quantity)
          .required()
          .min(0)
          .help("Metered units inside the boundary; above it the component's price is metered overage."),
  };
}

// Components sold together for one tenancy and service tier, any number of users, with their fair-use boundaries.
struct Package {
  std::string id;
  std::string name;
  std::optional<Tenancy> tenancy;
  std::string service_tier;
  std::vector<std::string> components;
  std::vector<FairUse> fair_use;
};
BOOST_DESCRIBE_STRUCT(Package, (), (id, name, tenancy, service_tier, components, fair_use))
constexpr auto notes_of(const Package*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").help("As the customer reads it in the proposal."),
      field("tenancy", "Tenancy"),
      field("service_tier", "Service tier").refers_to("price_book.service_tiers"),
      field("components", "Components").required().most(200).refers_to("price_book.components"),
      field("fair_use", "Fair use").most(50),
  };
}

// A step of a programme discount on monthly, discountable components. Of each kind the highest step reached applies.
struct ProgrammeDiscount {
  std::string id;
  DiscountKind kind = DiscountKind::term;
  int from_months = 0;
  Billing billing = Billing::monthly;
  Decimal from_amount;
  Decimal rate;
  std::vector<ServiceLine> service_lines;
};
BOOST_DESCRIBE_STRUCT(ProgrammeDiscount, (), (id, kind, from_months, billing, from_amount, rate, service_lines))
constexpr auto notes_of(const ProgrammeDiscount*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("kind", "Kind").required().help("By term, by prepayment, or by volume."),
      field("from_months", "From months", Unit::months)
          .range(0, 120)
          .needed_when("kind=term")
          .help("Shortest term that earns it."),
      field("billing", "Billing").needed_when("kind=prepay").help("Billing that earns it."),
      field("from_amount", "From amount", Unit::money)
          .min(0)
          .needed_when("kind=volume")
          .help("Least list price a month, over all monthly lines, that earns it."),
      field("rate", "Rate", Unit::rate).required().range(0, 1),
      field("service_lines", "Service lines").most(8).help("Service lines it applies to; none stated: all."),
  };
}

struct PriceBook {
  std::string id;
  std::string name;
  std::string series;
  std::string note;
  Currency currency;
  RoundingMode rounding = RoundingMode::half_up;
  Date effective_from;
  Date effective_to;
  std::vector<Meter> meters;
  std::vector<Role> roles;
  std::vector<ServiceTier> service_tiers;
  std::vector<Component> components;
  std::vector<Package> packages;
  std::vector<ProgrammeDiscount> discounts;
};
BOOST_DESCRIBE_STRUCT(PriceBook, (),
                      (id, name, series, note, currency, rounding, effective_from, effective_to, meters, roles,
                       service_tiers, components, packages, discounts))
constexpr auto notes_of(const PriceBook*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name"),
      field("series", "Series", Unit::identifier).help("Books of one series follow each other in time."),
      field("note", "Note").most(2000),
      field("currency", "Currency").required(),
      field("rounding", "Rounding").help("How a line is rounded, once, at its end."),
      field("effective_from", "Effective from").required(),
      field("effective_to", "Effective to").help("Last day, inclusive; absent: open."),
      field("meters", "Meters").most(200),
      field("roles", "Roles").most(100),
      field("service_tiers", "Service tiers").most(50),
      field("components", "Components").required().most(1000),
      field("packages", "Packages").most(200),
      field("discounts", "Programme discounts").most(100),
  };
}

}  // namespace dealwright::model
