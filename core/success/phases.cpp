#include "core/success/parts.hpp"

namespace dealwright::success {

namespace {

std::optional<Date> begin_of(const model::SuccessPhase& phase, const Sources& of) {
  switch (phase.starts) {
    case model::PhaseStart::sale:
      return of.deal.start.plus_months(phase.months);
    case model::PhaseStart::go_live:
      return of.plan.go_live ? std::optional(of.plan.go_live->plus_months(phase.months)) : std::nullopt;
    case model::PhaseStart::term_end:
      return of.deal.start.plus_months(of.deal.term_months - phase.months);
  }
  return std::nullopt;
}

}  // namespace

// What is counted from the end of the term comes before all else once it has begun: a customer whose contract runs out
// is to be renewed, however young its go-live is. Else the phase that began last counts; of several on one day the last
// one.
void set_phases(const Setting& setting, SuccessResult& out) {
  const std::vector<model::SuccessPhase>& phases = setting.of.playbook.success_phases;
  std::size_t current = phases.size();
  for (std::size_t i = 0; i < phases.size(); ++i) {
    const auto from = begin_of(phases[i], setting.of);
    out.phases.push_back({phases[i].id, phases[i].name, phases[i].goal, from, PhaseState::undated});
    if (!from) continue;
    const bool has_begun = *from <= setting.today;
    out.phases[i].state = has_begun ? PhaseState::past : PhaseState::ahead;
    if (!has_begun) continue;
    if (current < phases.size()) {
      const bool was_end = phases[current].starts == model::PhaseStart::term_end;
      const bool is_end = phases[i].starts == model::PhaseStart::term_end;
      if (was_end != is_end ? was_end : *from < *out.phases[current].from) continue;
    }
    current = i;
  }
  if (current == phases.size()) return;
  out.phases[current].state = PhaseState::current;
  out.phase = phases[current].id;
}

}  // namespace dealwright::success
