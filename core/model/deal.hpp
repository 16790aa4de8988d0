#pragma once
// A deal: what a partner offers a customer, from which price book, on which terms.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/annotation.hpp"
#include "core/base/currency.hpp"
#include "core/base/date.hpp"
#include "core/base/decimal.hpp"
#include "core/model/business_case.hpp"
#include "core/model/partner.hpp"
#include "core/model/vocabulary.hpp"

namespace dealwright::model {

// A span of the term with its own quantity, price or discount. Months are counted from 1, both ends inclusive.
struct RampSegment {
  int from_month = 1;
  std::optional<int> to_month;
  std::optional<Decimal> quantity;
  std::optional<Decimal> price;
  std::optional<Decimal> discount;
};
BOOST_DESCRIBE_STRUCT(RampSegment, (), (from_month, to_month, quantity, price, discount))
constexpr auto notes_of(const RampSegment*) {
  return std::array{
      field("from_month", "From month", Unit::months).required().range(1, 120),
      field("to_month", "To month", Unit::months).range(1, 120).help("Inclusive; absent: to the end."),
      field("quantity", "Quantity", Unit::quantity).min(0).help("Metered quantity in these months."),
      field("price", "Agreed price", Unit::unit_price)
          .min(0)
          .help("Replaces the amount of a flat price, the unit price of a per-unit price or the price of a package."),
      field("discount", "Discount", Unit::rate).range(0, 1).help("Line discount in these months."),
  };
}

struct Line {
  std::string component;
  std::string name;
  std::optional<Decimal> quantity;
  std::vector<Decimal> readings;
  std::optional<Decimal> price;
  Decimal discount;
  Decimal discount_amount;
  int start_month = 1;
  std::optional<int> end_month;
  std::vector<RampSegment> ramp;
};
BOOST_DESCRIBE_STRUCT(Line, (),
                      (component, name, quantity, readings, price, discount, discount_amount, start_month, end_month,
                       ramp))
constexpr auto notes_of(const Line*) {
  return std::array{
      field("component", "Component").required().refers_to("price_book.components"),
      field("name", "Name").help("Replaces the component's name in the proposal."),
      field("quantity", "Quantity", Unit::quantity)
          .min(0)
          .help("Metered quantity a month, or once; absent: the sizing rule of the component's meter; 1 without a "
                "meter."),
      field("readings", "Readings", Unit::quantity)
          .min(0)
          .most(1000)
          .help("Readings of one month, where no quantity is stated; the meter says what of them is billed."),
      field("price", "Agreed price", Unit::unit_price)
          .min(0)
          .help("Replaces the amount of a flat price, the unit price of a per-unit price or the price of a package."),
      field("discount", "Discount", Unit::rate).range(0, 1),
      field("discount_amount", "Discount amount", Unit::money).min(0).help("Off the line each month, or once."),
      field("start_month", "First month", Unit::months)
          .range(1, 120)
          .help("Month of the term in which it starts, or is delivered."),
      field("end_month", "Last month", Unit::months).range(1, 120).help("Inclusive; absent: to the end."),
      field("ramp", "Ramp").most(120).help("Segments without gap or overlap."),
  };
}

struct FreeMonths {
  int months = 0;
  int from_month = 1;
  std::vector<ServiceLine> service_lines;
};
BOOST_DESCRIBE_STRUCT(FreeMonths, (), (months, from_month, service_lines))
constexpr auto notes_of(const FreeMonths*) {
  return std::array{
      field("months", "Free months", Unit::months).range(0, 120),
      field("from_month", "From month", Unit::months).range(1, 120),
      field("service_lines", "Service lines").most(8).help("Service lines that are free; none stated: all."),
  };
}

struct Uplift {
  Decimal rate;
  int every_months = 12;
  std::vector<ServiceLine> service_lines;
};
BOOST_DESCRIBE_STRUCT(Uplift, (), (rate, every_months, service_lines))
constexpr auto notes_of(const Uplift*) {
  return std::array{
      field("rate", "Rate", Unit::rate).range(0, 1).help("Compounds at each anniversary."),
      field("every_months", "Every", Unit::months).range(1, 120),
      field("service_lines", "Service lines").most(8).help("Service lines it applies to; none stated: all."),
  };
}

// The customer's minimum commitment over the monthly lines.
struct Commitment {
  Decimal amount;
  CommitmentPeriod period = CommitmentPeriod::month;
  CommitmentBasis basis = CommitmentBasis::after_discount;
};
BOOST_DESCRIBE_STRUCT(Commitment, (), (amount, period, basis))
constexpr auto notes_of(const Commitment*) {
  return std::array{
      field("amount", "Amount", Unit::money)
          .required()
          .min(0)
          .help("Least amount a period; the shortfall is billed at its end."),
      field("period", "Period").required(),
      field("basis", "Basis").required().help("Whether consumption counts at list price or after discounts."),
  };
}

struct Approval {
  std::string role;
  std::string name;
  Date on;
};
BOOST_DESCRIBE_STRUCT(Approval, (), (role, name, on))
constexpr auto notes_of(const Approval*) {
  return std::array{
      field("role", "Role", Unit::identifier).required().help("Role of the guardrails' limits by role."),
      field("name", "Name"),
      field("on", "On").required().help("It counts from this day on."),
  };
}

struct Deal {
  std::string id;
  std::string name;
  std::string note;
  std::string partner;
  std::string customer;
  std::string price_book;
  Currency currency;
  std::vector<std::string> guardrails;
  OfferModel offer_model = OfferModel::white_label;
  RevenueModel revenue_model = RevenueModel::blended;
  Tenancy tenancy = Tenancy::shared;
  std::string service_tier;
  std::string package;
  Date start;
  int term_months = 12;
  Alignment alignment = Alignment::anniversary;
  Billing billing = Billing::monthly;
  int payment_days = 30;
  Decimal discount;
  Decimal discount_amount;
  std::optional<FreeMonths> free_months;
  std::optional<Uplift> uplift;
  std::optional<Commitment> commitment;
  Ownership owns;
  std::vector<Approval> approvals;
  std::vector<Line> lines;
  std::optional<BusinessCase> business_case;
  std::optional<Decimal> acquisition_cost;
};
BOOST_DESCRIBE_STRUCT(Deal, (),
                      (id, name, note, partner, customer, price_book, currency, guardrails, offer_model, revenue_model,
                       tenancy, service_tier, package, start, term_months, alignment, billing, payment_days, discount,
                       discount_amount, free_months, uplift, commitment, owns, approvals, lines, business_case,
                       acquisition_cost))
constexpr auto notes_of(const Deal*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").help("Title of the proposal: customers read it."),
      field("note", "Note").most(2000),
      field("partner", "Partner").required().refers_to("partner"),
      field("customer", "Customer").required().refers_to("customer"),
      field("price_book", "Price book").required().refers_to("price_book"),
      field("currency", "Currency").required().help("Must be the price book's."),
      field("guardrails", "Guardrails")
          .most(50)
          .refers_to("guardrails")
          .help("Sets of rules that apply; none stated: all of the programme."),
      field("offer_model", "Offer model"),
      field("revenue_model", "Revenue model"),
      field("tenancy", "Tenancy").required(),
      field("service_tier", "Service tier").refers_to("price_book.service_tiers"),
      field("package", "Package")
          .refers_to("price_book.packages")
          .help("Brings its components as lines; a line of the same component changes it."),
      field("start", "Start").required().help("First day of the term."),
      field("term_months", "Term", Unit::months).required().range(1, 120),
      field("alignment", "Months run")
          .help("From the start day, or by calendar months with partial first and last ones."),
      field("billing", "Billing").help("In advance."),
      field("payment_days", "Payment days", Unit::days).range(0, 365),
      field("discount", "Deal discount", Unit::rate)
          .range(0, 1)
          .help("On every discountable line, after its own discount."),
      field("discount_amount", "Deal discount amount", Unit::money)
          .min(0)
          .help("Off the monthly lines each month, shared in proportion to their price."),
      field("free_months", "Free months"),
      field("uplift", "Uplift"),
      field("commitment", "Commitment"),
      field("owns", "Ownership").help("Where it differs from the partner's."),
      field("approvals", "Approvals").most(50),
      field("lines", "Lines").most(500),
      field("business_case", "Business case").help("What the deal is worth to the customer."),
      field("acquisition_cost", "Acquisition cost", Unit::money)
          .min(0)
          .help("What winning it cost the partner; absent: the partner's figure."),
  };
}

}  // namespace dealwright::model
