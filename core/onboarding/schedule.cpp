#include "core/onboarding/schedule.hpp"

#include <algorithm>
#include <numeric>

namespace dealwright::onboarding {

namespace {

// A stretch of time in ticks, of which a working day has a stated number.
struct Early {
  bool is_scheduled = false;
  std::int64_t start = 0;
  std::int64_t finish = 0;
};

// The forward pass: `day` ticks are a working day, and what is left takes `work` ticks for each day of its estimate.
std::vector<Early> pass_forward(const Graph& graph, std::span<const Task> tasks, int start, int today, std::int64_t day,
                                std::int64_t work) {
  const std::int64_t earliest = std::max(start, today) * day;
  std::vector<Early> early(tasks.size());
  for (const int item : graph.order) {
    const Task& task = tasks[static_cast<std::size_t>(item)];
    if (task.progress == Progress::left_out || graph.on_cycle[static_cast<std::size_t>(item)]) continue;
    Early& at = early[static_cast<std::size_t>(item)];
    at.is_scheduled = true;
    if (task.progress == Progress::done) {
      at.start = task.start * day;
      at.finish = std::max(task.start, task.finish) * day;
    } else if (task.progress == Progress::started) {
      at.start = task.start * day;
      at.finish = std::max(at.start + task.days * work, (task.days > 0 ? today + 1 : today) * day);
    } else {
      at.start = earliest;
      for (const int before : graph.prerequisites(item)) {
        const Early& other = early[static_cast<std::size_t>(before)];
        if (other.is_scheduled) at.start = std::max(at.start, other.finish);
      }
      at.finish = at.start + task.days * work;
    }
  }
  return early;
}

class Method {
 public:
  Method(const Graph& graph, std::span<const Task> tasks, int start, int today) : graph_(graph), tasks_(tasks) {
    network_.finish = start;
    network_.slots.reserve(tasks.size());
    for (const Early& early : pass_forward(graph, tasks, start, today, 1, 1)) {
      Slot& slot = network_.slots.emplace_back();
      slot.is_scheduled = early.is_scheduled;
      slot.early_start = static_cast<int>(early.start);
      slot.early_finish = static_cast<int>(early.finish);
    }
  }

  Network run() {
    find_finish();
    for (std::size_t i = graph_.order.size(); i-- > 0;) pass_backward(graph_.order[i]);
    find_path();
    return std::move(network_);
  }

 private:
  const Task& task(int item) const { return tasks_[static_cast<std::size_t>(item)]; }
  Slot& slot(int item) { return network_.slots[static_cast<std::size_t>(item)]; }

  // Of what is not done, unless all is.
  void find_finish() {
    bool all_done = true;
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
      const Slot& at = network_.slots[i];
      if (!at.is_scheduled) continue;
      const bool done = tasks_[i].progress == Progress::done;
      if (done && !all_done) continue;
      network_.finish = all_done && !done ? at.early_finish : std::max(network_.finish, at.early_finish);
      all_done = all_done && done;
    }
  }

  void pass_backward(int item) {
    Slot& at = slot(item);
    if (!at.is_scheduled) return;
    if (task(item).progress == Progress::done) {
      at.late_start = at.early_start;
      at.late_finish = at.early_finish;
      return;
    }
    at.late_finish = network_.finish;
    for (const int after : graph_.dependents(item))
      if (is_bound(after)) at.late_finish = std::min(at.late_finish, slot(after).late_start);
    at.late_start = at.late_finish - (at.early_finish - at.early_start);
    at.total_float = at.late_start - at.early_start;
    at.is_critical = at.total_float == 0;
  }

  // Whether its prerequisites decide when it starts.
  bool is_bound(int item) { return slot(item).is_scheduled && task(item).progress == Progress::to_do; }

  void find_path() {
    int item = last_critical();
    while (item >= 0) {
      network_.critical_path.push_back(item);
      item = critical_before(item);
    }
    std::reverse(network_.critical_path.begin(), network_.critical_path.end());
  }

  int last_critical() {
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
      const int item = static_cast<int>(i);
      if (!slot(item).is_critical || slot(item).early_finish != network_.finish) continue;
      const auto dependents = graph_.dependents(item);
      if (std::none_of(dependents.begin(), dependents.end(), [&](int after) { return is_bound(after); })) return item;
    }
    return -1;
  }

  int critical_before(int item) {
    if (!is_bound(item)) return -1;
    for (const int before : graph_.prerequisites(item))
      if (slot(before).is_critical && slot(before).early_finish == slot(item).early_start) return before;
    return -1;
  }

  const Graph& graph_;
  std::span<const Task> tasks_;
  Network network_;
};

}  // namespace

Network critical_path_method(const Graph& graph, std::span<const Task> tasks, int start, int today) {
  return Method(graph, tasks, start, today).run();
}

Pace pace_of(std::span<const Task> tasks) {
  Pace pace;
  for (const Task& task : tasks) {
    if (task.progress != Progress::done || !task.is_measured || task.days == 0) continue;
    ++pace.items;
    pace.taken.numerator += std::max(task.finish - task.start, 1);
    pace.taken.denominator += task.days;
  }
  return pace;
}

std::vector<Forecast> forecast_at(const Pace& pace, const Graph& graph, std::span<const Task> tasks, int start,
                                  int today) {
  std::int64_t day = 1;
  std::int64_t work = 1;
  if (pace.is_used()) {
    const std::int64_t common = std::gcd(pace.taken.numerator, pace.taken.denominator);
    day = pace.taken.denominator / common;
    work = pace.taken.numerator / common;
  }
  std::vector<Forecast> forecast;
  forecast.reserve(tasks.size());
  for (const Early& early : pass_forward(graph, tasks, start, today, day, work))
    forecast.push_back(
        {early.is_scheduled, static_cast<int>(early.start / day), static_cast<int>((early.finish + day - 1) / day)});
  return forecast;
}

}  // namespace dealwright::onboarding
