#pragma once
// A growth plan month by month: cohorts, recurring revenue, people, cash and the gates between phases (docs/growth.md).

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/date.hpp"
#include "core/base/decimal.hpp"
#include "core/base/money.hpp"
#include "core/base/ratio.hpp"
#include "core/base/result.hpp"
#include "core/model/portfolio.hpp"

namespace dealwright::portfolio {

// Monthly recurring revenue of a span of months. Always, in minor units: opening + added + expansion - contraction -
// churned = closing. None is ever negative.
struct Movements {
  Money opening;
  Money added;        // of new customers
  Money expansion;    // uplift and what upgrades gain included
  Money uplift;       // part of expansion
  Money upgrade;      // part of expansion
  Money contraction;  // with what upgrades lose
  Money churned;
  Money closing;
};
BOOST_DESCRIBE_STRUCT(Movements, (), (opening, added, expansion, uplift, upgrade, contraction, churned, closing))

// Customers of a span of months: opening + added - churned = closing. Parts of a customer are what is expected.
struct Customers {
  Decimal opening;
  Decimal added;
  Decimal churned;
  Decimal closing;
  Decimal upgraded;   // moved to a deployment of their own
  Decimal dedicated;  // part of closing
  Decimal live;       // part of closing: delivered
};
BOOST_DESCRIBE_STRUCT(Customers, (), (opening, added, churned, closing, upgraded, dedicated, live))

// A month, or a year of the plan: twelve months from its start, the last one shorter where the plan ends.
struct Span {
  Month from;
  int months = 1;
  Customers customers;
  Movements mrr;
  Money recurring;  // income: the closing MRR of each month
  Money fees;       // income: implementation and upgrades
  Money running_cost;
  Money acquisition_cost;
  Money team_cost;
  Money fixed_cost;  // and that of phases
  Money profit;      // income less all costs
  Money received;    // cash in: billed in advance, paid after the payment terms
  Money paid;        // cash out: all costs, in their month
  Money cash;        // cumulative, at the end
  Decimal delivery_hours;
  Decimal support_hours;
  Ratio gross_retention;  // of the opening MRR what is left without any expansion; no value where it is 0
  Ratio net_retention;    // what those who were there at the opening pay at the end, of the opening MRR
  Ratio recurring_share;  // recurring income, of all income
};
BOOST_DESCRIBE_STRUCT(Span, (),
                      (from, months, customers, mrr, recurring, fees, running_cost, acquisition_cost, team_cost,
                       fixed_cost, profit, received, paid, cash, delivery_hours, support_hours, gross_retention,
                       net_retention, recurring_share))

struct RowMonth {
  Customers customers;
  Movements mrr;
};
BOOST_DESCRIBE_STRUCT(RowMonth, (), (customers, mrr))

struct RowResult {
  std::string row;
  std::string name;
  model::Segment segment = model::Segment::mid_market_merchant;
  std::string package;
  std::vector<RowMonth> months;
  std::vector<RowMonth> years;
};
BOOST_DESCRIBE_STRUCT(RowResult, (), (row, name, segment, package, months, years))

struct TeamMonth {
  Decimal people;
  Decimal capacity;   // hours
  Decimal needed;     // hours
  Ratio utilisation;  // no value without capacity
  bool over = false;  // more is needed than there is
};
BOOST_DESCRIBE_STRUCT(TeamMonth, (), (people, capacity, needed, utilisation, over))

// Months are numbers from 1.
struct TeamResult {
  std::vector<TeamMonth> months;
  std::vector<int> hires;  // months in which one more works
  std::vector<int> over;   // months of overcommitment
  int peak = 0;            // the month that needs most hours, the first of several; 0 where none are needed
};
BOOST_DESCRIBE_STRUCT(TeamResult, (), (months, hires, over, peak))

struct ConditionResult {
  model::GateMeasure measure = model::GateMeasure::customers_live;
  Decimal bound;
  bool is_measured = false;
  Ratio value;  // when the phase began, else in the last month; no value without customers
  bool met = false;
};
BOOST_DESCRIBE_STRUCT(ConditionResult, (), (measure, bound, is_measured, value, met))

// "customers live 8, must be at least 40"; shares in per cent.
std::string to_words(const ConditionResult& condition);

struct PhaseResult {
  std::string phase;
  std::string name;
  int opened = 0;    // the month from which it runs; 0: not within the plan
  int earliest = 0;  // by the durations of the phases before; 0: not within the plan
  std::vector<ConditionResult> gate;
};
BOOST_DESCRIBE_STRUCT(PhaseResult, (), (phase, name, opened, earliest, gate))

// A month of the calendar, over the years of the plan.
struct SeasonMonth {
  int month = 1;
  int times = 0;          // that it is in the plan
  Decimal new_customers;  // sums
  Decimal delivery_hours;
  Decimal support_hours;
  int over = 0;  // how often delivery or support was overcommitted
};
BOOST_DESCRIBE_STRUCT(SeasonMonth, (), (month, times, new_customers, delivery_hours, support_hours, over))

struct PlanResult {
  std::string portfolio;
  std::string name;
  std::string partner;
  Span total;
  std::vector<Span> years;
  std::vector<Span> months;
  std::vector<RowResult> rows;
  TeamResult delivery;
  TeamResult support;
  std::vector<PhaseResult> phases;
  std::vector<SeasonMonth> season;
  std::optional<int> break_even;  // first month from which on no month's profit is negative
  std::optional<int> payback;     // first month from which on the cumulative cash is not negative
  Money least_cash;               // least cumulative cash, at most 0: what must be financed
  int least_cash_month = 0;       // 0 where it is 0
  Money outstanding;              // billed, and paid after the end of the plan
  Decimal delivery_after;         // hours of deliveries begun that lie after the end of the plan
};
BOOST_DESCRIBE_STRUCT(PlanResult, (),
                      (portfolio, name, partner, total, years, months, rows, delivery, support, phases, season,
                       break_even, payback, least_cash, least_cash_month, outstanding, delivery_after))

// Past these a plan is refused (portfolio.too_large): all sums then fit 64 bits.
inline constexpr std::int64_t most_customers = 1'000'000;           // at one time
inline constexpr std::int64_t most_mrr = 4'000'000'000'000;         // minor units a month
inline constexpr std::int64_t most_minor = 10'000'000'000'000'000;  // of any other sum of a month

// The plan of a document that the reader accepts. Every rate is applied in whole minor units and millionths of a
// customer, half away from zero, as docs/growth.md says; nothing else is rounded. Appends to `told` a warning for each
// phase whose gate stays closed (portfolio.gate_closed) and for hours of nobody (portfolio.overcommitted). Errors, with
// pointers into the document: what check_portfolio() calls one, and portfolio.too_large.
Result<PlanResult> plan_of(const model::Portfolio& portfolio, Diagnostics& told);

}  // namespace dealwright::portfolio
