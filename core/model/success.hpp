#pragma once
// The life of a customer after the sale: what the playbook says of phases, health and expansion, and the plan of one
// customer with what was reached, quarter by quarter.

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

// What the beginning of a phase is counted from.
enum class PhaseStart : std::uint8_t { sale, go_live, term_end };
BOOST_DESCRIBE_ENUM(PhaseStart, sale, go_live, term_end)

struct SuccessPhase {
  std::string id;
  std::string name;
  std::string goal;
  PhaseStart starts = PhaseStart::go_live;
  int months = 0;
};
BOOST_DESCRIBE_STRUCT(SuccessPhase, (), (id, name, goal, starts, months))
constexpr auto notes_of(const SuccessPhase*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
      field("goal", "Goal").most(500),
      field("starts", "Counted from").required(),
      field("months", "Months", Unit::months).range(0, 120).help("After the go-live, or before the end of the term."),
  };
}

// Where the reading of a health signal comes from.
enum class SignalSource : std::uint8_t {
  reported,        // stated in the quarter
  targets_met,     // share of the targets that were met
  value_realised,  // value realised, over what the business case promised for the same months
};
BOOST_DESCRIBE_ENUM(SignalSource, reported, targets_met, value_realised)

// Scores 0 at or beyond `poor`, 1 at or beyond `good`, evenly between.
struct HealthSignal {
  std::string id;
  std::string name;
  std::string unit;
  SignalSource source = SignalSource::reported;
  Decimal weight = Decimal::whole(1);
  Decimal poor;
  Decimal good = Decimal::whole(1);
  std::string remedy;
};
BOOST_DESCRIBE_STRUCT(HealthSignal, (), (id, name, unit, source, weight, poor, good, remedy))
constexpr auto notes_of(const HealthSignal*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
      field("unit", "Unit").most(100).help("What is counted; \"share\" is shown as per cent."),
      field("source", "Source").required(),
      field("weight", "Weight", Unit::quantity).range(0, 1000),
      field("poor", "Poor", Unit::quantity).required(),
      field("good", "Good", Unit::quantity).required(),
      field("remedy", "Remedy").most(500).help("What to do where it is low."),
  };
}

// A customer that has outgrown what it has: a number is above a bound, or has grown by a share.
struct ExpansionTrigger {
  std::string id;
  std::string name;
  std::string baseline;
  std::optional<Decimal> above;
  std::optional<Decimal> grown_by;
  std::string offer;
};
BOOST_DESCRIBE_STRUCT(ExpansionTrigger, (), (id, name, baseline, above, grown_by, offer))
constexpr auto notes_of(const ExpansionTrigger*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
      field("baseline", "Baseline").required().refers_to("playbook.baselines"),
      field("above", "Above", Unit::quantity),
      field("grown_by", "Grown by", Unit::rate).range(0, 100).help("Over what was measured before."),
      field("offer", "Offer").required().most(500),
  };
}

// How health, in hundredths of all weights, is read.
struct SuccessRule {
  Decimal healthy_from = Decimal::from_micro(750'000);
  Decimal at_risk_below = Decimal::from_micro(500'000);
  int renewal_months = 6;
};
BOOST_DESCRIBE_STRUCT(SuccessRule, (), (healthy_from, at_risk_below, renewal_months))
constexpr auto notes_of(const SuccessRule*) {
  return std::array{
      field("healthy_from", "Healthy from", Unit::rate).range(0, 1),
      field("at_risk_below", "At risk below", Unit::rate).range(0, 1),
      field("renewal_months", "Renewal", Unit::months).range(0, 36).help("A renewal this near is at stake."),
  };
}

struct SuccessTarget {
  std::string baseline;
  Decimal target;
  std::optional<Date> by;
};
BOOST_DESCRIBE_STRUCT(SuccessTarget, (), (baseline, target, by))
constexpr auto notes_of(const SuccessTarget*) {
  return std::array{
      field("baseline", "Baseline").required().refers_to("playbook.baselines"),
      field("target", "Target", Unit::quantity).required().min(0),
      field("by", "By").help("Absent: as soon as the go-live."),
  };
}

struct QuarterActual {
  std::string baseline;
  Decimal value;
  std::string source;
};
BOOST_DESCRIBE_STRUCT(QuarterActual, (), (baseline, value, source))
constexpr auto notes_of(const QuarterActual*) {
  return std::array{
      field("baseline", "Baseline").required().refers_to("playbook.baselines"),
      field("value", "Value", Unit::quantity).required().min(0),
      field("source", "Source").most(500),
  };
}

struct SignalReading {
  std::string signal;
  Decimal value;
};
BOOST_DESCRIBE_STRUCT(SignalReading, (), (signal, value))
constexpr auto notes_of(const SignalReading*) {
  return std::array{
      field("signal", "Signal").required().refers_to("playbook.health_signals"),
      field("value", "Value", Unit::quantity).required(),
  };
}

struct SuccessQuarter {
  Date from;
  std::vector<QuarterActual> actuals;
  std::vector<SignalReading> signals;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(SuccessQuarter, (), (from, actuals, signals, note))
constexpr auto notes_of(const SuccessQuarter*) {
  return std::array{
      field("from", "From").required().help("First day of the three months."),
      field("actuals", "Actuals").most(100),
      field("signals", "Signals").most(50),
      field("note", "Note").most(2000),
  };
}

enum class BacklogState : std::uint8_t { open, in_progress, done, dropped };
BOOST_DESCRIBE_ENUM(BacklogState, open, in_progress, done, dropped)

struct BacklogItem {
  std::string name;
  std::string owner;
  BacklogState state = BacklogState::open;
  std::optional<Date> due;
};
BOOST_DESCRIBE_STRUCT(BacklogItem, (), (name, owner, state, due))
constexpr auto notes_of(const BacklogItem*) {
  return std::array{
      field("name", "Name").required(),
      field("owner", "Owner"),
      field("state", "State").required(),
      field("due", "Due"),
  };
}

struct SuccessPlan {
  std::string id;
  std::string name;
  std::string note;
  std::string customer;
  std::string deal;
  std::string owner;
  std::optional<Date> go_live;
  std::vector<SuccessTarget> targets;
  std::vector<SuccessQuarter> quarters;
  std::vector<BacklogItem> backlog;
};
BOOST_DESCRIBE_STRUCT(SuccessPlan, (), (id, name, note, customer, deal, owner, go_live, targets, quarters, backlog))
constexpr auto notes_of(const SuccessPlan*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
      field("note", "Note").most(2000),
      field("customer", "Customer").required().refers_to("customer"),
      field("deal", "Deal").required().refers_to("deal").help("The contract that it is measured against."),
      field("owner", "Owner").help("Who leads the reviews."),
      field("go_live", "Go-live").help("Absent: not live yet."),
      field("targets", "Targets").most(100),
      field("quarters", "Quarters").most(80),
      field("backlog", "Backlog").most(200),
  };
}

}  // namespace dealwright::model
