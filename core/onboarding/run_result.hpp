#pragma once
// What an evaluated onboarding run says: plain values that the renderers follow.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "core/base/date.hpp"
#include "core/base/decimal.hpp"
#include "core/base/ratio.hpp"
#include "core/model/onboarding.hpp"

namespace dealwright::onboarding {

enum class Standing : std::uint8_t {
  to_do,
  in_progress,  // also one recorded as done that lacks the evidence its template asks for
  blocked,
  done,
  not_applicable,
  missing,  // recorded in the run, but not in the template
};
BOOST_DESCRIBE_ENUM(Standing, to_do, in_progress, blocked, done, not_applicable, missing)

// Days are not stated where the item is not scheduled: not applicable, missing, or on a cycle.
struct ItemResult {
  std::string item;
  std::string name;
  std::string stage;
  std::string track;
  std::string role;
  std::string person;  // the record's own, else the first assigned to the role; "" where there is none
  Standing state = Standing::to_do;
  std::string reason;
  bool mandatory = false;
  bool lacks_evidence = false;
  bool on_cycle = false;
  std::vector<std::string> waits_for;  // prerequisites not finished; none for what is finished itself
  int waits_for_all = 0;               // with those that they wait for
  int blocks = 0;                      // items not finished that wait for it, through others too
  int days = 0;                        // estimate, working days
  Date early_start;                    // of what is done or started as it was
  Date early_finish;                   // last working day
  Date late_start;
  Date late_finish;
  std::optional<int> total_float;  // working days; of what is scheduled and not done
  bool critical = false;
  Date forecast_start;  // at the pace of what is done, as the finish
  Date forecast_finish;
  Date due;
  bool overdue = false;          // not finished, and due before today
  std::optional<int> days_late;  // working days from the due day to the (forecast) finish; negative where earlier
};
BOOST_DESCRIBE_STRUCT(ItemResult, (),
                      (item, name, stage, track, role, person, state, reason, mandatory, lacks_evidence, on_cycle,
                       waits_for, waits_for_all, blocks, days, early_start, early_finish, late_start, late_finish,
                       total_float, critical, forecast_start, forecast_finish, due, overdue, days_late))

// How many items are ready (done or not applicable) of a track, a stage, a role, or all.
struct Readiness {
  std::string id;
  std::string name;
  Ratio ready;  // over all its items; no value where it has none
  Ratio mandatory_ready;
};
BOOST_DESCRIBE_STRUCT(Readiness, (), (id, name, ready, mandatory_ready))

// Open where nothing is missing and the gates of all stages before are open.
struct GateResult {
  std::string stage;
  std::string name;
  std::string gate;
  bool open = false;
  std::vector<std::string> missing;       // mandatory items of the stage that are not ready
  std::vector<std::string> closed_gates;  // stages before whose gates are not open
};
BOOST_DESCRIBE_STRUCT(GateResult, (), (stage, name, gate, open, missing, closed_gates))

struct CertificationResult {
  std::string certification;
  std::string name;
  model::Complexity complexity = model::Complexity::small;
  std::vector<model::Tenancy> tenancies;
  Decimal discount;
  bool held = false;
  std::vector<std::string> missing;       // items that are not done; not applicable is not enough
  std::vector<std::string> closed_gates;  // stages whose gates must be open and are not
};
BOOST_DESCRIBE_STRUCT(CertificationResult, (),
                      (certification, name, complexity, tenancies, discount, held, missing, closed_gates))

// One person's working days of items not finished in the four weeks from today, as they are forecast.
struct Workload {
  std::string person;
  int days = 0;
  Decimal capacity;  // days a week times four, at most the working days of these weeks
  Decimal over;      // days above the capacity; 0 where there are none
  std::vector<std::string> items;
};
BOOST_DESCRIBE_STRUCT(Workload, (), (person, days, capacity, over, items))

struct RunResult {
  std::string onboarding;
  std::string template_id;
  int template_version = 0;  // the one that was used; 0 where the playbook has none of the id
  Date today;
  Date start;
  Date target;
  std::vector<ItemResult> items;  // in the template's order, then the missing ones in the run's
  Readiness ready;                // of all items
  std::vector<Readiness> stages;
  std::vector<Readiness> tracks;
  std::vector<Readiness> roles;       // that own items
  std::vector<Readiness> enablement;  // roles, and the items that they must have been through
  std::vector<GateResult> gates;
  std::vector<CertificationResult> certifications;
  std::vector<std::string> unassigned_roles;  // that own items not finished without a person
  std::vector<Workload> workloads;            // the run's people in order, then others named by records
  std::vector<std::string> critical_path;     // one chain of items, first to last
  Date planned_finish;                        // last early finish, by the estimates
  bool complete = false;                      // every item is ready; the finish is then that of the last one done
  int paced_items = 0;                        // done, with an estimate and both days
  Ratio pace;                                 // working days that they took over those estimated
  bool pace_used = false;                     // at least three such items; else the forecast is by the estimates
  Date forecast_finish;
  std::optional<int> days_late;  // working days from the target to the forecast finish; negative where earlier
  int overdue = 0;               // items
};
BOOST_DESCRIBE_STRUCT(RunResult, (),
                      (onboarding, template_id, template_version, today, start, target, items, ready, stages, tracks,
                       roles, enablement, gates, certifications, unassigned_roles, workloads, critical_path,
                       planned_finish, complete, paced_items, pace, pace_used, forecast_finish, days_late, overdue))

// Done or not applicable.
constexpr bool is_ready(Standing state) {
  return state == Standing::done || state == Standing::not_applicable;
}

}  // namespace dealwright::onboarding
