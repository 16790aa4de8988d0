#include "core/onboarding/schedule.hpp"

#include <algorithm>

namespace dealwright::onboarding {

namespace {

class Method {
 public:
  Method(const Graph& graph, std::span<const Task> tasks, int start, int today)
      : graph_(graph), tasks_(tasks), earliest_(std::max(start, today)), today_(today) {
    network_.slots.resize(tasks.size());
    network_.finish = start;
  }

  Network run() {
    for (const int item : graph_.order) pass_forward(item);
    find_finish();
    for (std::size_t i = graph_.order.size(); i-- > 0;) pass_backward(graph_.order[i]);
    find_path();
    return std::move(network_);
  }

 private:
  const Task& task(int item) const { return tasks_[static_cast<std::size_t>(item)]; }
  Slot& slot(int item) { return network_.slots[static_cast<std::size_t>(item)]; }

  void pass_forward(int item) {
    const Task& one = task(item);
    if (one.progress == Progress::left_out || graph_.on_cycle[static_cast<std::size_t>(item)]) return;
    Slot& at = slot(item);
    at.is_scheduled = true;
    if (one.progress == Progress::done) {
      at.early_start = one.start;
      at.early_finish = std::max(one.start, one.finish);
    } else if (one.progress == Progress::started) {
      at.early_start = one.start;
      at.early_finish = std::max(one.start + one.days, one.days > 0 ? today_ + 1 : today_);
    } else {
      at.early_start = earliest_;
      for (const int before : graph_.prerequisites(item))
        if (slot(before).is_scheduled) at.early_start = std::max(at.early_start, slot(before).early_finish);
      at.early_finish = at.early_start + one.days;
    }
  }

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
  int earliest_;
  int today_;
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

std::vector<Task> at_pace(std::span<const Task> tasks, const Pace& pace) {
  std::vector<Task> paced(tasks.begin(), tasks.end());
  if (!pace.is_used()) return paced;
  for (Task& task : paced) {
    if (task.progress == Progress::done) continue;
    task.days =
        static_cast<int>((task.days * pace.taken.numerator + pace.taken.denominator - 1) / pace.taken.denominator);
  }
  return paced;
}

}  // namespace dealwright::onboarding
