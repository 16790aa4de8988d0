#include "core/onboarding/plan.hpp"

#include <algorithm>

namespace dealwright::onboarding {

namespace {

class Plan {
 public:
  Plan(const model::Template& onboarding, const IdIndex& items, const Graph& graph, const Records& records,
       const WorkingDays& calendar, RunResult& result)
      : template_(onboarding),
        graph_(graph),
        records_(records),
        calendar_(calendar),
        result_(result),
        items_(items),
        today_(calendar.number_of(result.today)),
        start_(calendar.number_of(result.start)) {}

  void run() {
    std::vector<Task> tasks;
    for (std::size_t i = 0; i < template_.items.size(); ++i) tasks.push_back(task_of(i));
    const Network plan = critical_path_method(graph_, tasks, start_, today_);
    const Pace pace = pace_of(tasks);
    const std::vector<Forecast> forecast = forecast_at(pace, graph_, tasks, start_, today_);
    result_.paced_items = pace.items;
    result_.pace = pace.taken;
    result_.pace_used = pace.is_used();
    for (std::size_t i = 0; i < tasks.size(); ++i) add_days(i, tasks[i], plan.slots[i], forecast[i]);
    for (const int item : plan.critical_path)
      result_.critical_path.push_back(template_.items[static_cast<std::size_t>(item)].id);
    for (std::size_t i = 0; i < tasks.size(); ++i) add_due(i);
    add_finish(tasks);
  }

 private:
  Task task_of(std::size_t i) const {
    const model::ItemRecord* const record = records_.of_item[i];
    Task task;
    task.days = template_.items[i].days;
    const int now = std::max(start_, today_);
    switch (result_.items[i].state) {
      case Standing::done:
        task.progress = Progress::done;
        task.is_measured = record->started.is_stated() && record->finished.is_stated();
        task.finish = record->finished.is_stated() ? calendar_.number_after(record->finished) : now;
        task.start = record->started.is_stated() ? calendar_.number_of(record->started) : task.finish - task.days;
        task.start = std::min(task.start, task.finish);
        return task;
      case Standing::in_progress:
        task.progress = Progress::started;
        task.start = record->started.is_stated() ? calendar_.number_of(record->started) : now;
        return task;
      case Standing::blocked:
        if (!record->started.is_stated()) return task;
        task.progress = Progress::started;
        task.start = calendar_.number_of(record->started);
        return task;
      case Standing::not_applicable:
      case Standing::missing:
        task.progress = Progress::left_out;
        return task;
      case Standing::to_do:
        return task;
    }
    return task;
  }

  // The first and the last working day between two numbers. A milestone has none of its own: it falls on the day before
  // it, unless that is past, or before the start.
  Date first(int from, int to) const { return calendar_.at(from < to ? from : milestone(from)); }
  Date last(int from, int to) const { return calendar_.at(from < to ? to - 1 : milestone(from)); }
  int milestone(int at) const { return std::max(at - 1, std::max(start_, today_)); }

  void add_days(std::size_t i, const Task& task, const Slot& slot, const Forecast& forecast) {
    ItemResult& item = result_.items[i];
    if (!slot.is_scheduled) return;
    item.early_start = first(slot.early_start, slot.early_finish);
    item.early_finish = last(slot.early_start, slot.early_finish);
    item.late_start = first(slot.late_start, slot.late_finish);
    item.late_finish = last(slot.late_start, slot.late_finish);
    item.forecast_start = first(forecast.start, forecast.finish);
    item.forecast_finish = last(forecast.start, forecast.finish);
    item.critical = slot.is_critical;
    const model::ItemRecord* const record = records_.of_item[i];
    if (task.progress == Progress::done) {
      const Date finished =
          record->finished.is_stated() ? record->finished : calendar_.at(std::max(task.finish - 1, 0));
      item.early_start = record->started.is_stated() ? record->started : std::min(calendar_.at(task.start), finished);
      item.early_finish = finished;
      item.late_start = item.early_start;
      item.late_finish = finished;
      item.forecast_start = item.early_start;
      item.forecast_finish = finished;
      return;
    }
    item.total_float = slot.total_float;
    if (task.progress == Progress::started && record->started.is_stated()) {
      item.early_start = record->started;
      item.forecast_start = record->started;
    }
  }

  void add_due(std::size_t i) {
    ItemResult& item = result_.items[i];
    const auto& rule = template_.items[i].due;
    if (!rule || item.state == Standing::not_applicable) return;
    switch (rule->from) {
      case model::DueFrom::start:
        item.due = calendar_.plus(result_.start, rule->days);
        break;
      case model::DueFrom::date:
        item.due = rule->days == 0 ? rule->date : calendar_.plus(rule->date, rule->days);
        break;
      case model::DueFrom::item: {
        const int other = items_.find(rule->item);
        if (other < 0 || other == static_cast<int>(i)) return;
        item.due = calendar_.plus(result_.items[static_cast<std::size_t>(other)].early_finish, rule->days);
        break;
      }
    }
    if (!item.due.is_stated()) return;
    item.overdue = item.state != Standing::done && item.due < result_.today;
    if (item.overdue) ++result_.overdue;
    item.days_late = late(item.due, item.forecast_finish);
  }

  std::optional<int> late(Date wanted, Date finish) const {
    if (!wanted.is_stated() || !finish.is_stated()) return std::nullopt;
    return calendar_.number_after(finish) - calendar_.number_after(wanted);
  }

  void add_finish(const std::vector<Task>& tasks) {
    result_.complete = true;
    bool all_scheduled = true;
    for (std::size_t i = 0; i < tasks.size(); ++i) {
      const ItemResult& item = result_.items[i];
      if (is_ready(item.state)) continue;
      result_.complete = false;
      all_scheduled = all_scheduled && !item.on_cycle;
    }
    if (!all_scheduled) return;
    for (std::size_t i = 0; i < tasks.size(); ++i) {
      const ItemResult& item = result_.items[i];
      result_.planned_finish = std::max(result_.planned_finish, item.early_finish);
      result_.forecast_finish = std::max(result_.forecast_finish, item.forecast_finish);
    }
    result_.days_late = late(result_.target, result_.forecast_finish);
  }

  const model::Template& template_;
  const Graph& graph_;
  const Records& records_;
  const WorkingDays& calendar_;
  RunResult& result_;
  const IdIndex& items_;
  int today_;
  int start_;
};

constexpr int weeks_ahead = 4;

std::size_t row_of(std::vector<Workload>& rows, const std::string& person) {
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].person == person) return i;
  rows.push_back({person, 0, {}, {}, {}});
  return rows.size() - 1;
}

}  // namespace

void add_plan(const model::Template& onboarding, const IdIndex& items, const Graph& graph, const Records& records,
              const WorkingDays& calendar, RunResult& result) {
  Plan(onboarding, items, graph, records, calendar, result).run();
}

std::vector<Workload> workloads_of(const model::Onboarding& run, const RunResult& result, const WorkingDays& calendar) {
  std::vector<Workload> rows;
  for (const model::Assignment& assignment : run.people) {
    Workload& row = rows[row_of(rows, assignment.person)];
    row.capacity = std::max(row.capacity, assignment.days_per_week);
  }
  const std::size_t assigned = rows.size();
  const int from = calendar.number_of(result.today);
  const int to = calendar.number_of(result.today.plus_days(7 * weeks_ahead));
  for (const ItemResult& item : result.items) {
    if (item.person.empty() || is_ready(item.state) || item.days == 0 || !item.forecast_finish.is_stated()) continue;
    const int days = std::min(to, calendar.number_after(item.forecast_finish)) -
                     std::max(from, calendar.number_of(item.forecast_start));
    if (days <= 0) continue;
    Workload& row = rows[row_of(rows, item.person)];
    row.days += days;
    row.items.push_back(item.item);
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Decimal per_week = i < assigned ? rows[i].capacity : model::Assignment().days_per_week;
    rows[i].capacity = std::min(Decimal::from_micro(per_week.micro() * weeks_ahead), Decimal::whole(to - from));
    rows[i].over =
        std::max(Decimal(), Decimal::from_micro(Decimal::whole(rows[i].days).micro() - rows[i].capacity.micro()));
  }
  return rows;
}

}  // namespace dealwright::onboarding
