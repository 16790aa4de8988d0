#pragma once
// What a deal is worth to its customer: the playbook's library of value drivers, a customer's baselines, and a deal's
// business case.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "core/base/annotation.hpp"
#include "core/base/date.hpp"
#include "core/base/decimal.hpp"

namespace dealwright::model {

// What is measured at customers before anything changes.
struct Baseline {
  std::string id;
  std::string name;
  std::string unit;
  std::string fact;
};
BOOST_DESCRIBE_STRUCT(Baseline, (), (id, name, unit, fact))
constexpr auto notes_of(const Baseline*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
      field("unit", "Unit").required().most(100).help("What is counted, and for how long: \"hours a month\"."),
      field("fact", "Fact").help("Number of the customer's profile that counts where nothing was measured."),
  };
}

struct AdoptionRamp {
  std::string id;
  std::string name;
  std::vector<Decimal> shares;
};
BOOST_DESCRIBE_STRUCT(AdoptionRamp, (), (id, name, shares))
constexpr auto notes_of(const AdoptionRamp*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
      field("shares", "Shares by month", Unit::rate).required().range(0, 1).most(120).help("The last one holds."),
  };
}

// How the values of an estimate spread between low and high.
enum class EstimateShape : std::uint8_t { pert, triangular, uniform, normal, lognormal, discrete };
BOOST_DESCRIBE_ENUM(EstimateShape, pert, triangular, uniform, normal, lognormal, discrete)

// One of the few values that a discrete estimate can have.
struct Outcome {
  Decimal value;
  Decimal weight = Decimal::whole(1);
};
BOOST_DESCRIBE_STRUCT(Outcome, (), (value, weight))
constexpr auto notes_of(const Outcome*) {
  return std::array{
      field("value", "Value", Unit::quantity).required().min(0),
      field("weight", "Weight", Unit::quantity).range(0, 1'000'000).help("Its share of all weights is its chance."),
  };
}

// What is not known for sure. A bound that is not stated is the likely value.
struct Estimate {
  std::optional<Decimal> low = {};
  Decimal likely = {};
  std::optional<Decimal> high = {};
  EstimateShape shape = EstimateShape::pert;
  std::vector<Outcome> outcomes = {};
};
BOOST_DESCRIBE_STRUCT(Estimate, (), (low, likely, high, shape, outcomes))
constexpr auto notes_of(const Estimate*) {
  return std::array{
      field("low", "Low", Unit::quantity).min(0),
      field("likely", "Likely", Unit::quantity).required().min(0),
      field("high", "High", Unit::quantity).min(0),
      field("shape", "Shape").help("Of normal and lognormal low is the P10 and high the P90."),
      field("outcomes", "Outcomes").most(64).needed_when("shape=discrete"),
  };
}

enum class DriverKind : std::uint8_t {
  effort,   // hours that are no longer needed
  loss,     // what errors and delays cost
  revenue,  // what is sold in addition: to be used with care
};
BOOST_DESCRIBE_ENUM(DriverKind, effort, loss, revenue)

// A month brings volume x per unit x rate x improvement.
struct ValueDriver {
  std::string id;
  std::string name;
  std::string description;
  DriverKind kind = DriverKind::effort;
  std::string volume;
  std::string per_unit;
  std::string rate;
  Estimate improvement;
  Decimal confidence = Decimal::whole(1);
  std::string ramp;
};
BOOST_DESCRIBE_STRUCT(ValueDriver, (),
                      (id, name, description, kind, volume, per_unit, rate, improvement, confidence, ramp))
constexpr auto notes_of(const ValueDriver*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
      field("description", "Description").most(500),
      field("kind", "Kind").required(),
      field("volume", "Volume").required().refers_to("playbook.baselines").help("How much there is of it in a month."),
      field("per_unit", "Per unit").refers_to("playbook.baselines").help("Effort or loss for each; absent: 1."),
      field("rate", "Rate").refers_to("playbook.baselines").help("Cost of an hour, or a share; absent: 1."),
      field("improvement", "Improvement").required().help("Share that is saved or won once all is in use, at most 1."),
      field("confidence", "Confidence", Unit::rate).range(0, 1).help("Share that counts, for risk."),
      field("ramp", "Adoption").refers_to("playbook.adoption_ramps").help("Absent: all of it from the first month."),
  };
}

struct MeasuredBaseline {
  std::string baseline;
  Decimal value;
  std::string source;
  Date taken_on;
};
BOOST_DESCRIBE_STRUCT(MeasuredBaseline, (), (baseline, value, source, taken_on))
constexpr auto notes_of(const MeasuredBaseline*) {
  return std::array{
      field("baseline", "Baseline").required().refers_to("playbook.baselines"),
      field("value", "Value", Unit::quantity).required().min(0).help("Money in the customer's currency."),
      field("source", "Source").most(500),
      field("taken_on", "Taken on"),
  };
}

// What a deal says of a driver instead of the customer's baselines and the playbook.
struct CaseDriver {
  std::string driver;
  std::optional<Estimate> volume;
  std::optional<Estimate> per_unit;
  std::optional<Estimate> rate;
  std::optional<Estimate> improvement;
  std::optional<Decimal> confidence;
  std::string ramp;
};
BOOST_DESCRIBE_STRUCT(CaseDriver, (), (driver, volume, per_unit, rate, improvement, confidence, ramp))
constexpr auto notes_of(const CaseDriver*) {
  return std::array{
      field("driver", "Driver").required().help("Id of a value driver of the customer's playbook."),
      field("volume", "Volume"),
      field("per_unit", "Per unit"),
      field("rate", "Rate"),
      field("improvement", "Improvement"),
      field("confidence", "Confidence", Unit::rate).range(0, 1),
      field("ramp", "Adoption").help("Id of an adoption ramp of the playbook."),
  };
}

// An amount once, or in each of several months. Month 0 is before the first month.
struct CaseAmount {
  std::string name;
  Decimal amount;
  std::optional<Decimal> low;
  std::optional<Decimal> high;
  int month = 0;
  std::optional<int> last_month;
};
BOOST_DESCRIBE_STRUCT(CaseAmount, (), (name, amount, low, high, month, last_month))
constexpr auto notes_of(const CaseAmount*) {
  return std::array{
      field("name", "Name").required(),
      field("amount", "Amount", Unit::money).required().min(0),
      field("low", "Low", Unit::money).min(0),
      field("high", "High", Unit::money).min(0),
      field("month", "Month", Unit::months).range(0, 120).help("0: before the first month."),
      field("last_month", "Last month", Unit::months).range(0, 120).help("In each month up to it; absent: once."),
  };
}

// Work of the customer's own people, once or in each of several months.
struct InternalEffort {
  std::string name;
  Estimate hours;
  Decimal hourly_rate;
  int month = 0;
  std::optional<int> last_month;
};
BOOST_DESCRIBE_STRUCT(InternalEffort, (), (name, hours, hourly_rate, month, last_month))
constexpr auto notes_of(const InternalEffort*) {
  return std::array{
      field("name", "Name").required(),
      field("hours", "Hours").required().help("In one month."),
      field("hourly_rate", "Hourly rate", Unit::money).required().min(0),
      field("month", "Month", Unit::months).range(0, 120).help("0: before the first month."),
      field("last_month", "Last month", Unit::months).range(0, 120).help("In each month up to it; absent: once."),
  };
}

// Spearman's rank correlation of two inputs.
struct InputCorrelation {
  std::string first;
  std::string second;
  Decimal rank;
};
BOOST_DESCRIBE_STRUCT(InputCorrelation, (), (first, second, rank))
constexpr auto notes_of(const InputCorrelation*) {
  return std::array{
      field("first", "First").required().help("A driver's id with .volume, .per_unit, .rate or .improvement."),
      field("second", "Second").required(),
      field("rank", "Rank correlation", Unit::quantity).required().range(-1, 1),
  };
}

// A candidate of the playbook that the deal delivers: what it saves and what it asks of the customer's people count in
// the case; its price is a line of the deal.
struct CaseAutomation {
  std::string automation;
  int live_from = 1;
  std::optional<Estimate> saving;
};
BOOST_DESCRIBE_STRUCT(CaseAutomation, (), (automation, live_from, saving))
constexpr auto notes_of(const CaseAutomation*) {
  return std::array{
      field("automation", "Automation").required().help("Id of an automation of the customer's playbook."),
      field("live_from", "Live from month", Unit::months).range(1, 120),
      field("saving", "Saving").help("Share of the labour; absent: the playbook's."),
  };
}

enum class CaseConvention : std::uint8_t {
  annual,   // what flows in a year counts at its end
  monthly,  // what flows in a month counts at its end
};
BOOST_DESCRIBE_ENUM(CaseConvention, annual, monthly)

// What a horizon beyond the term means.
enum class AfterTerm : std::uint8_t {
  renewed,  // the monthly fees go on as they are at exit, and so do benefits
  ended,    // neither fees nor drivers' benefits
};
BOOST_DESCRIBE_ENUM(AfterTerm, renewed, ended)

struct BusinessCase {
  int horizon_months = 36;
  Decimal discount_rate = Decimal::from_micro(100'000);
  CaseConvention convention = CaseConvention::annual;
  AfterTerm after_term = AfterTerm::renewed;
  int live_from = 1;
  Decimal growth;
  std::optional<Decimal> growth_low;
  std::optional<Decimal> growth_high;
  Decimal growth_correlation;
  std::string ramp;
  std::optional<Decimal> confidence;
  Decimal cost_risk;
  std::vector<CaseDriver> drivers;
  std::vector<CaseAutomation> automations;
  std::vector<CaseAmount> one_off_benefits;
  std::vector<InternalEffort> internal_efforts;
  std::vector<CaseAmount> other_costs;
  std::vector<InputCorrelation> correlations;
};
BOOST_DESCRIBE_STRUCT(BusinessCase, (),
                      (horizon_months, discount_rate, convention, after_term, live_from, growth, growth_low,
                       growth_high, growth_correlation, ramp, confidence, cost_risk, drivers, automations,
                       one_off_benefits, internal_efforts, other_costs, correlations))
constexpr auto notes_of(const BusinessCase*) {
  return std::array{
      field("horizon_months", "Horizon", Unit::months).range(12, 120),
      field("discount_rate", "Discount rate a year", Unit::rate).range(0, 1),
      field("convention", "Convention").help("Whether flows count at the end of their year or of their month."),
      field("after_term", "After the term").help("Of months beyond the deal's term."),
      field("live_from", "Live from month", Unit::months).range(1, 120).help("Adoption begins there."),
      field("growth", "Growth a year", Unit::rate).min(-1).max(10).help("Of drivers' volumes, at each anniversary."),
      field("growth_low", "Growth a year, low", Unit::rate).min(-1).max(10).help("Each year's growth is drawn anew."),
      field("growth_high", "Growth a year, high", Unit::rate).min(-1).max(10),
      field("growth_correlation", "Correlation of years", Unit::quantity)
          .range(-1, 1)
          .help("Rank correlation of the growth of one year with that of the next."),
      field("ramp", "Adoption").help("Adoption ramp of drivers without one of their own here."),
      field("confidence", "Confidence", Unit::rate).range(0, 1).help("Of benefits without one of their own here."),
      field("cost_risk", "Risk on costs", Unit::rate)
          .range(0, 10)
          .help("Added to internal efforts and other costs; fees are agreed."),
      field("drivers", "Drivers").most(50).help("None stated: all but revenue whose baselines are measured."),
      field("automations", "Automations").most(50).help("Those that are chosen; others do not count."),
      field("one_off_benefits", "One-off benefits").most(50),
      field("internal_efforts", "Internal efforts").most(50),
      field("other_costs", "Other costs").most(50),
      field("correlations", "Correlations").most(200).help("Of drivers' inputs with a range."),
  };
}

}  // namespace dealwright::model
