#include "core/portfolio/gates.hpp"

#include <utility>

#include <fmt/format.h>

#include "core/base/wide.hpp"
#include "core/base/words.hpp"
#include "core/document/type.hpp"
#include "core/portfolio/parts.hpp"

namespace dealwright::portfolio {

namespace {

// Sums over the customers of some rows at the end of a month.
struct Pilots {
  std::int64_t customers = 0;
  std::int64_t live = 0;
  std::int64_t mrr = 0;
  std::int64_t running_cost = 0;
  std::int64_t support_hours = 0;
  std::int64_t standard = 0;  // customers times their standard share
};

Ratio value_of(model::GateMeasure measure, const Pilots& pilots, std::int64_t hourly_cost) {
  switch (measure) {
    case model::GateMeasure::customers_live:
      return {pilots.live, Decimal::scale};
    case model::GateMeasure::margin:
      return {pilots.mrr - pilots.running_cost - times(pilots.support_hours, hourly_cost), pilots.mrr};
    case model::GateMeasure::support_hours:
      return {pilots.support_hours, pilots.customers};
    case model::GateMeasure::standard_share:
      break;
  }
  return {pilots.standard, pilots.customers};
}

// At most two places, none that says nothing: "8", "2.5". Cut off, or rounded up, so that it stays on its side of a
// bound.
std::string short_text(Ratio value, bool up) {
  const Int128 hundredths = Int128{value.numerator} * 100;
  Int128 shown = hundredths / value.denominator;
  if (up && shown * value.denominator != hundredths) ++shown;
  return to_digits(shown, 2, 0);
}

}  // namespace

std::string to_words(const ConditionResult& condition) {
  const auto names = document::type_of<model::GateMeasure>().choices;
  const bool is_share =
      condition.measure == model::GateMeasure::margin || condition.measure == model::GateMeasure::standard_share;
  const bool is_most = condition.measure == model::GateMeasure::support_hours;
  const Ratio bound{condition.bound.micro(), Decimal::scale};
  std::string value = "not known";
  if (condition.value.has_value())
    value = is_share ? to_percent(condition.value, condition.bound) : short_text(condition.value, is_most);
  return fmt::format("{} {}{}, must be at {} {}", spaced(names[static_cast<std::size_t>(condition.measure)]), value,
                     condition.is_measured ? " (measured)" : "", is_most ? "most" : "least",
                     is_share ? to_percent(bound) : condition.bound.to_string());
}

Gates::Gates(const model::Portfolio& plan, std::int64_t hourly_cost) : plan_(plan), hourly_cost_(hourly_cost) {
  int earliest = 1;
  for (const model::PlanPhase& phase : plan.phases) {
    PhaseResult& told = phases_.emplace_back();
    told.phase = phase.id;
    told.name = phase.name;
    told.earliest = earliest <= plan.months ? earliest : 0;
    earliest += phase.months;
    for (const model::GateCondition& condition : phase.gate)
      told.gate.push_back({condition.measure, condition.bound, condition.measured.has_value(), {}, false});
  }
}

int Gates::phase_of(const model::PlanRow& row) const {
  for (std::size_t i = 0; i < phases_.size(); ++i)
    if (phases_[i].phase == row.phase) return static_cast<int>(i);
  return -1;
}

int Gates::month_of(int phase, int month) const {
  if (phase < 0) return month;
  const int opened = phases_[static_cast<std::size_t>(phase)].opened;
  return opened == 0 ? 0 : month - opened + 1;
}

bool Gates::look(std::size_t phase, const std::vector<Cohorts>& rows) {
  const std::vector<model::GateCondition>& gate = plan_.phases[phase].gate;
  if (gate.empty()) return true;
  Pilots pilots;
  for (const Cohorts& row : rows) {
    const int of = phase_of(row.row());
    if (of < 0 || of >= static_cast<int>(phase)) continue;
    pilots.customers += row.customers();
    pilots.live += row.live();
    pilots.mrr += row.mrr();
    pilots.running_cost += row.last().running_cost;
    pilots.support_hours += row.last().support_hours;
    pilots.standard += times(row.customers(), row.row().standard_share.micro());
  }
  bool all_met = true;
  for (std::size_t i = 0; i < gate.size(); ++i) {
    ConditionResult& told = phases_[phase].gate[i];
    told.value = gate[i].measured ? Ratio{gate[i].measured->micro(), Decimal::scale}
                                  : value_of(gate[i].measure, pilots, hourly_cost_);
    if (told.value.has_value()) {
      const auto order = compare(told.value, gate[i].bound);
      told.met = gate[i].measure == model::GateMeasure::support_hours ? order <= 0 : order >= 0;
    } else {
      told.met = false;
    }
    all_met = all_met && told.met;
  }
  return all_met;
}

std::vector<std::size_t> Gates::open(int month, const std::vector<Cohorts>& rows) {
  std::vector<std::size_t> opened;
  for (std::size_t i = 0; i < phases_.size(); ++i) {
    if (phases_[i].opened != 0) continue;
    const bool has_waited = i == 0 || month >= phases_[i - 1].opened + plan_.phases[i - 1].months;
    if (!has_waited || !look(i, rows)) break;
    phases_[i].opened = month;
    opened.push_back(i);
  }
  return opened;
}

std::vector<PhaseResult> Gates::take(const std::vector<Cohorts>& rows) {
  for (std::size_t i = 0; i < phases_.size(); ++i)
    if (phases_[i].opened == 0) look(i, rows);
  return std::move(phases_);
}

}  // namespace dealwright::portfolio
