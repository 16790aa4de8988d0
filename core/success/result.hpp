#pragma once
// Where a customer stands after the sale (docs/success.md).

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "core/base/date.hpp"
#include "core/base/decimal.hpp"
#include "core/base/money.hpp"
#include "core/base/ratio.hpp"
#include "core/model/success.hpp"

namespace dealwright::success {

enum class PhaseState : std::uint8_t { past, current, ahead, undated };
BOOST_DESCRIBE_ENUM(PhaseState, past, current, ahead, undated)

struct PhaseResult {
  std::string phase;  // id
  std::string name;
  std::string goal;
  std::optional<Date> from;  // none where it is counted from a go-live that is not stated
  PhaseState state = PhaseState::undated;
};
BOOST_DESCRIBE_STRUCT(PhaseResult, (), (phase, name, goal, from, state))

enum class Trend : std::uint8_t { unknown, worse, steady, better };
BOOST_DESCRIBE_ENUM(Trend, unknown, worse, steady, better)

enum class TargetState : std::uint8_t {
  met,
  on_the_way,    // not met, and not due yet
  missed,        // not met, and due
  no_actual,     // nothing was measured in a quarter
  not_measured,  // nothing was measured before, so there is no way to go
};
BOOST_DESCRIBE_ENUM(TargetState, met, on_the_way, missed, no_actual, not_measured)

// One for each quarter of the result, in the same order.
struct TargetQuarter {
  std::optional<Decimal> actual;
  Ratio progress;  // share of the way from baseline to target: below 0 backwards, above 1 beyond; may have no value
  bool met = false;
};
BOOST_DESCRIBE_STRUCT(TargetQuarter, (), (actual, progress, met))

struct TargetResult {
  std::string baseline;  // id
  std::string name;
  std::string unit;
  std::optional<Decimal> measured;  // before anything changed
  Decimal target;
  std::optional<Date> due;  // stated, else the go-live
  std::vector<TargetQuarter> quarters;
  std::optional<Decimal> actual;  // of the last quarter that has one
  Ratio progress;
  TargetState state = TargetState::no_actual;
  Trend trend = Trend::unknown;  // the last actual against the one before
};
BOOST_DESCRIBE_STRUCT(TargetResult, (),
                      (baseline, name, unit, measured, target, due, quarters, actual, progress, state, trend))

// Both 0 where nothing that the value follows from was measured in the quarter.
struct ValueQuarter {
  bool measured = false;
  Money realised;
  Money promised;  // by the business case for the same months, adjusted
};
BOOST_DESCRIBE_STRUCT(ValueQuarter, (), (measured, realised, promised))

// Drivers and automations that follow from the same baselines share a row, so that nothing counts twice.
struct ValueRow {
  std::vector<std::string> ids;
  std::string name;
  std::vector<ValueQuarter> quarters;
  ValueQuarter total;
};
BOOST_DESCRIBE_STRUCT(ValueRow, (), (ids, name, quarters, total))

// What the business case promises and the value leaves out.
struct NotCounted {
  std::string id;
  std::string name;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(NotCounted, (), (id, name, reason))

struct ValueResult {
  std::string status;  // why there is no value, in words; "" where there is one
  std::vector<ValueRow> rows;
  std::vector<ValueQuarter> quarters;  // sums of rows
  ValueQuarter total;
  std::vector<NotCounted> not_counted;
};
BOOST_DESCRIBE_STRUCT(ValueResult, (), (status, rows, quarters, total, not_counted))

enum class HealthBand : std::uint8_t { unknown, at_risk, watch, healthy };
BOOST_DESCRIBE_ENUM(HealthBand, unknown, at_risk, watch, healthy)

struct HealthReason {
  std::string signal;  // id
  std::string name;
  std::string unit;
  Decimal reading;
  Decimal poor;
  Decimal good;
  Decimal score;       // 0 poor to 1 good, to six places
  Ratio contribution;  // to the health: weight x score over all weights that count
  Ratio lost;          // what it could add
  std::string remedy;
};
BOOST_DESCRIBE_STRUCT(HealthReason, (), (signal, name, unit, reading, poor, good, score, contribution, lost, remedy))

struct HealthQuarter {
  Date from;
  Ratio score;  // 0 to 1; no value without a reading
  HealthBand band = HealthBand::unknown;
};
BOOST_DESCRIBE_STRUCT(HealthQuarter, (), (from, score, band))

struct HealthResult {
  Ratio score;  // of the last quarter: the sum of contributions
  HealthBand band = HealthBand::unknown;
  Trend trend = Trend::unknown;       // against the quarter with a score before it
  std::vector<HealthReason> reasons;  // what loses most first
  std::vector<std::string> missing;   // names of signals without a reading
  std::vector<HealthQuarter> quarters;
};
BOOST_DESCRIBE_STRUCT(HealthResult, (), (score, band, trend, reasons, missing, quarters))

enum class RenewalRisk : std::uint8_t { low, medium, high };
BOOST_DESCRIBE_ENUM(RenewalRisk, low, medium, high)

// What the partner keeps to itself.
struct RenewalResult {
  bool near = false;  // the end of the term
  RenewalRisk risk = RenewalRisk::low;
  std::vector<std::string> reasons;
};
BOOST_DESCRIBE_STRUCT(RenewalResult, (), (near, risk, reasons))

struct ExpansionResult {
  std::string trigger;  // id
  std::string name;
  std::string baseline;  // its name
  std::string unit;
  Decimal value;
  std::optional<Decimal> measured;  // before anything changed
  std::vector<std::string> reasons;
  std::string offer;
};
BOOST_DESCRIBE_STRUCT(ExpansionResult, (), (trigger, name, baseline, unit, value, measured, reasons, offer))

struct BacklogResult {
  std::string name;
  std::string owner;
  model::BacklogState state = model::BacklogState::open;
  std::optional<Date> due;
  bool overdue = false;
};
BOOST_DESCRIBE_STRUCT(BacklogResult, (), (name, owner, state, due, overdue))

struct SuccessResult {
  std::string plan;   // id
  std::string phase;  // id of the current one; "" before the sale
  bool live = false;  // on that day
  std::optional<Date> go_live;
  std::vector<Date> quarters;  // first days of those that have begun
  std::vector<PhaseResult> phases;
  std::vector<TargetResult> targets;
  ValueResult value;
  HealthResult health;
  Date term_end;  // last day of the term
  std::optional<RenewalResult> renewal;
  std::vector<ExpansionResult> expansion;
  std::vector<BacklogResult> backlog;  // open and in progress, as stated
  int backlog_done = 0;
  int overdue = 0;
};
BOOST_DESCRIBE_STRUCT(SuccessResult, (),
                      (plan, phase, live, go_live, quarters, phases, targets, value, health, term_end, renewal,
                       expansion, backlog, backlog_done, overdue))

}  // namespace dealwright::success
