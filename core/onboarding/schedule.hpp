#pragma once
// When items can and must be done: the critical path method, with what has happened and the pace of it.

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/ratio.hpp"
#include "core/onboarding/graph.hpp"

namespace dealwright::onboarding {

enum class Progress : std::uint8_t {
  to_do,
  started,
  done,
  left_out,  // holds nobody up and is not scheduled
};

// Days are numbers of working days, as WorkingDays counts them; an end is the first day after.
struct Task {
  int days = 0;  // the estimate; 0 for a milestone
  Progress progress = Progress::to_do;
  int start = 0;             // of one started or done
  int finish = 0;            // of one done
  bool is_measured = false;  // both are as recorded, so that they tell of the pace
};

struct Slot {
  bool is_scheduled = false;  // not of what is left out or on a cycle
  int early_start = 0;
  int early_finish = 0;
  int late_start = 0;
  int late_finish = 0;
  int total_float = 0;  // working days that it may be late without moving the end; 0 of what is done
  bool is_critical = false;
};

struct Network {
  std::vector<Slot> slots;
  int finish = 0;                  // end of what ends last; the start where there is nothing
  std::vector<int> critical_path;  // one chain of critical items up to the end, first to last; empty where all is done
};

// Critical path method (Kelley and Walker, "Critical-path planning and scheduling", 1959): a forward pass for the early
// days, a backward pass from the last early finish for the late ones. One task for each item of the graph. What is done
// keeps its days, and so does the start of what is started, whether its prerequisites are done or not; it ends after
// its estimate, but not before `today` is over. Nothing else starts before `start` or `today`. Linear time.
Network critical_path_method(const Graph& graph, std::span<const Task> tasks, int start, int today);

// How long work takes against its estimates.
struct Pace {
  static constexpr int least_items = 3;

  int items = 0;  // done, with an estimate above 0, and recorded with both days
  Ratio taken;    // working days that they took over those estimated; no value where there are none
  // Fewer items say little: then estimates stay as they are.
  bool is_used() const { return items >= least_items; }
};

// An item takes at least one working day: that of its end.
Pace pace_of(std::span<const Task> tasks);

struct Forecast {
  bool is_scheduled = false;
  int start = 0;   // the working day in which it starts
  int finish = 0;  // the first working day after its end
};

// When each item starts and ends if what is left takes the pace times its estimate: the early days of
// critical_path_method(), with parts of a day carried along the way and only what is told rounded. Without a pace that
// is used, those early days themselves.
std::vector<Forecast> forecast_at(const Pace& pace, const Graph& graph, std::span<const Task> tasks, int start,
                                  int today);

}  // namespace dealwright::onboarding
