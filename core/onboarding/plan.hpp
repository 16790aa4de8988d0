#pragma once
// The days of a run: its items scheduled, forecast and due.

#include "core/model/onboarding.hpp"
#include "core/onboarding/calendar.hpp"
#include "core/onboarding/records.hpp"
#include "core/onboarding/run_result.hpp"
#include "core/onboarding/schedule.hpp"

namespace dealwright::onboarding {

// Fills in the days, the pace, the critical path and the forecast of a result whose items have their states, one for
// each of the template and in its order (missing ones may follow). Items start from the run's start, or today where
// that is not stated, and those not begun not before today; a milestone falls on the day on which the last item that it
// waits for ends. A blocked item counts as one that could go on today. An item is due on a working day, but for a day
// stated in the template. Where an item is due after the end of another, that end is the actual one or the early
// finish. `items` indexes the template's.
void add_plan(const model::Template& onboarding, const IdIndex& items, const Graph& graph, const Records& records,
              const WorkingDays& calendar, RunResult& result);

// Working days that each person has in the four weeks from the result's day on, as its items are forecast. A
// person with several roles gives to the run what is stated most for one of them; one that only records name gives five
// days a week. People without work are listed too.
std::vector<Workload> workloads_of(const model::Onboarding& run, const RunResult& result, const WorkingDays& calendar);

}  // namespace dealwright::onboarding
