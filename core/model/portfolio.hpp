#pragma once
// A partner's growth plan: whom it will win by segment and package, what they pay, and the people who serve them.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "core/base/annotation.hpp"
#include "core/base/currency.hpp"
#include "core/base/date.hpp"
#include "core/base/decimal.hpp"
#include "core/model/vocabulary.hpp"

namespace dealwright::model {

enum class GateMeasure : std::uint8_t { customers_live, margin, support_hours, standard_share };
BOOST_DESCRIBE_ENUM(GateMeasure, customers_live, margin, support_hours, standard_share)

// What must hold of the customers of all earlier phases before a phase may begin.
struct GateCondition {
  GateMeasure measure = GateMeasure::customers_live;
  Decimal bound;
  std::optional<Decimal> measured;
};
BOOST_DESCRIBE_STRUCT(GateCondition, (), (measure, bound, measured))
constexpr auto notes_of(const GateCondition*) {
  return std::array{
      field("measure", "Measure")
          .required()
          .help("Of the customers won in earlier phases. Support hours are per customer a month."),
      field("bound", "Bound", Unit::quantity).required().min(0).help("At most of support hours, at least of others."),
      field("measured", "Measured", Unit::quantity).help("What the pilots showed; absent: what the plan expects."),
  };
}

struct PlanPhase {
  std::string id;
  std::string name;
  int months = 0;
  Decimal cost;
  std::vector<GateCondition> gate;
};
BOOST_DESCRIBE_STRUCT(PlanPhase, (), (id, name, months, cost, gate))
constexpr auto notes_of(const PlanPhase*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
      field("months", "Least duration", Unit::months).range(0, 120).help("Before the next phase may begin."),
      field("cost", "Cost", Unit::money).range(0, 1'000'000'000).help("Once, in its first month."),
      field("gate", "Entry gate").most(20).help("All must hold at the end of the month before."),
  };
}

// Customers who leave the shared platform for a deployment of their own.
struct PlanUpgrade {
  int after_months = 12;
  Decimal share;
  Decimal price;
  Decimal fee;
  Decimal cost;
  Decimal hours;
};
BOOST_DESCRIBE_STRUCT(PlanUpgrade, (), (after_months, share, price, fee, cost, hours))
constexpr auto notes_of(const PlanUpgrade*) {
  return std::array{
      field("after_months", "After", Unit::months).required().range(1, 120),
      field("share", "Share", Unit::rate).required().range(0, 1).help("Of the customers who are left by then."),
      field("price", "Price a month", Unit::money).required().range(0, 10'000'000).help("Dedicated, per customer."),
      field("fee", "Fee", Unit::money).range(0, 10'000'000).help("Once, per customer that moves."),
      field("cost", "Cost a month", Unit::money).range(0, 10'000'000).help("Dedicated, per customer."),
      field("hours", "Delivery hours", Unit::hours).range(0, 10'000).help("Per move, in its month."),
  };
}

struct PlanRow {
  std::string id;
  std::string name;
  Segment segment = Segment::mid_market_merchant;
  std::string package;
  std::string phase;
  Decimal opening_customers;
  int start_month = 1;
  std::vector<Decimal> new_by_month;
  Decimal new_customers;
  Decimal growth;
  Decimal price;
  Decimal fee;
  Decimal churn;
  Decimal expansion;
  Decimal contraction;
  Decimal uplift;
  std::optional<PlanUpgrade> upgrade;
  int billing_months = 1;
  int payment_days = 0;
  Decimal cost;
  Decimal acquisition_cost;
  Decimal delivery_hours;
  int delivery_months = 1;
  Decimal support_hours;
  Decimal standard_share;
};
BOOST_DESCRIBE_STRUCT(PlanRow, (),
                      (id, name, segment, package, phase, opening_customers, start_month, new_by_month, new_customers,
                       growth, price, fee, churn, expansion, contraction, uplift, upgrade, billing_months, payment_days,
                       cost, acquisition_cost, delivery_hours, delivery_months, support_hours, standard_share))
constexpr auto notes_of(const PlanRow*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name"),
      field("segment", "Segment").required(),
      field("package", "Package").refers_to("price_book.packages"),
      field("phase", "Phase").help("New customers start once it has begun; none stated: from the first month."),
      field("opening_customers", "Opening customers", Unit::quantity).range(0, 100'000),
      field("start_month", "Start month", Unit::months).range(1, 120).help("Of the phase."),
      field("new_by_month", "New by month", Unit::quantity)
          .range(0, 100'000)
          .most(120)
          .help("From the start month on, before the season."),
      field("new_customers", "New a month", Unit::quantity).range(0, 100'000).help("In the months after the list."),
      field("growth", "Growth a month", Unit::rate).range(-1, 1).help("Of new customers a month, compound."),
      field("price", "Price a month", Unit::money).required().range(0, 10'000'000).help("Per customer."),
      field("fee", "Implementation fee", Unit::money).range(0, 10'000'000).help("Once, per new customer."),
      field("churn", "Churn a month", Unit::rate).range(0, 1).help("Share of customers, and of what they pay."),
      field("expansion", "Expansion a month", Unit::rate).range(0, 1).help("Of what those who stay pay."),
      field("contraction", "Contraction a month", Unit::rate).range(0, 1).help("Of what those who stay pay."),
      field("uplift", "Uplift a year", Unit::rate)
          .range(0, 1)
          .help("At each customer's anniversary, and of the prices at each anniversary of the plan."),
      field("upgrade", "Upgrade to dedicated"),
      field("billing_months", "Billed every", Unit::months).range(1, 12).help("In advance."),
      field("payment_days", "Payment", Unit::days).range(0, 365).help("Started 30 days count as a month."),
      field("cost", "Cost a month", Unit::money)
          .range(0, 10'000'000)
          .help("Per customer: platform, hosting, licences."),
      field("acquisition_cost", "Acquisition cost", Unit::money).range(0, 10'000'000).help("Per new customer."),
      field("delivery_hours", "Delivery hours", Unit::hours).range(0, 10'000).help("Per new customer."),
      field("delivery_months", "Delivery time", Unit::months)
          .range(1, 36)
          .help("The hours are spread over it evenly; then the customer is live."),
      field("support_hours", "Support hours a month", Unit::hours).range(0, 200).help("Per customer."),
      field("standard_share", "Standard share", Unit::rate).range(0, 1).help("Of its solution: what is repeatable."),
  };
}

struct PlanTeam {
  std::vector<Decimal> people;
  Decimal hours;
  Decimal hourly_cost;
  std::optional<Decimal> hire_above;
  int hire_months = 3;
  int most_hires = 100;
};
BOOST_DESCRIBE_STRUCT(PlanTeam, (), (people, hours, hourly_cost, hire_above, hire_months, most_hires))
constexpr auto notes_of(const PlanTeam*) {
  return std::array{
      field("people", "People", Unit::quantity)
          .required()
          .range(0, 10'000)
          .most(120)
          .help("By month; the last one holds on. Those hired come on top."),
      field("hours", "Hours a month", Unit::hours).required().range(0, 300).help("That each can give."),
      field("hourly_cost", "Hourly cost", Unit::money).required().range(0, 100'000),
      field("hire_above", "Hire above", Unit::rate)
          .range(0, 2)
          .help("Utilisation past which one more is hired; none stated: nobody is."),
      field("hire_months", "Lead time", Unit::months).range(1, 24).help("Until who is hired works."),
      field("most_hires", "Most hires", Unit::count).range(0, 1000),
  };
}

struct Portfolio {
  std::string id;
  std::string name;
  std::string note;
  std::string partner;
  std::string price_book;
  Currency currency;
  Date start;
  int months = 24;
  std::vector<Decimal> season;
  std::vector<Decimal> support_season;
  Decimal fixed_cost;
  std::vector<PlanPhase> phases;
  std::vector<PlanRow> rows;
  std::optional<PlanTeam> delivery;
  std::optional<PlanTeam> support;
};
BOOST_DESCRIBE_STRUCT(Portfolio, (),
                      (id, name, note, partner, price_book, currency, start, months, season, support_season, fixed_cost,
                       phases, rows, delivery, support))
constexpr auto notes_of(const Portfolio*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
      field("note", "Note").most(2000),
      field("partner", "Partner").required().refers_to("partner"),
      field("price_book", "Price book").refers_to("price_book").help("Whose packages the rows name."),
      field("currency", "Currency").required(),
      field("start", "Start").required().help("A day of the first month."),
      field("months", "Months", Unit::months).required().range(1, 120),
      field("season", "Season", Unit::quantity)
          .range(0, 10)
          .most(12)
          .help("Factors of new customers, January to December; none stated: 1."),
      field("support_season", "Season of support", Unit::quantity)
          .range(0, 10)
          .most(12)
          .help("Factors of support hours, January to December; none stated: 1."),
      field("fixed_cost", "Fixed cost a month", Unit::money).range(0, 1'000'000'000),
      field("phases", "Phases").most(20).help("One after the other."),
      field("rows", "Customers").required().most(50),
      field("delivery", "Delivery team"),
      field("support", "Support team"),
  };
}

}  // namespace dealwright::model
