#pragma once
// A customer whose plan is small enough to reckon by hand: the case of tests/roi/case_fixtures.hpp with quarters.

#include "core/model/success.hpp"
#include "core/success/success.hpp"
#include "tests/roi/case_fixtures.hpp"

namespace dealwright::tests {

inline Date day(const char* text) {
  return *Date::parse(text);
}

struct Lived {
  Case base = small_case();
  model::SuccessPlan plan;

  success::SuccessResult at(const char* today) {
    Diagnostics found;
    return success::success_of({plan, base.customer, base.deal, base.playbook}, day(today), found);
  }
};

// The contract runs from January 2026 for three years; live on 1 April 2026. Reconciliation took 100 hours a month at
// 40.00; 80 in the first quarter, 55 in the second.
inline Lived lived() {
  Lived made;
  model::Playbook& playbook = made.base.playbook;
  playbook.success_phases = {{"check", "Check", "", model::PhaseStart::sale, 0},
                             {"start", "Start", "", model::PhaseStart::go_live, 0},
                             {"settle", "Settle", "", model::PhaseStart::go_live, 3},
                             {"renew", "Renew", "", model::PhaseStart::term_end, 6}};
  playbook.health_signals = {
      {"met", "Targets met", "share", model::SignalSource::targets_met, Decimal::whole(1), {}, Decimal::whole(1), "M"},
      {"value", "Value", "share", model::SignalSource::value_realised, Decimal::whole(1), {}, Decimal::whole(1), "V"},
      {"faults", "Faults", "", model::SignalSource::reported, Decimal::whole(2), Decimal::whole(10), Decimal(), "F"}};
  made.base.deal.start = day("2026-01-01");
  made.plan.id = "plan";
  made.plan.customer = "shop";
  made.plan.go_live = day("2026-04-01");
  made.plan.targets = {{"hours", Decimal::whole(60), day("2026-09-30")}};
  made.plan.quarters = {{day("2026-04-01"), {{"hours", Decimal::whole(80), ""}}, {{"faults", Decimal::whole(8)}}, ""},
                        {day("2026-07-01"), {{"hours", Decimal::whole(55), ""}}, {{"faults", Decimal::whole(4)}}, ""}};
  return made;
}

}  // namespace dealwright::tests
