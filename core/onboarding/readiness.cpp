#include "core/onboarding/readiness.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/onboarding/calendar.hpp"
#include "core/onboarding/gates.hpp"
#include "core/onboarding/graph.hpp"
#include "core/onboarding/plan.hpp"
#include "core/onboarding/records.hpp"
#include "core/onboarding/waits.hpp"

namespace dealwright::onboarding {

namespace {

class Evaluator {
 public:
  Evaluator(const model::Playbook& playbook, const model::Template& onboarding, const IdIndex& items,
            const model::Onboarding& run, const Records& records, Diagnostics& diagnostics, RunResult& result)
      : playbook_(playbook),
        template_(onboarding),
        items_(items),
        run_(run),
        records_(records),
        diagnostics_(diagnostics),
        result_(result),
        calendar_(calendar()),
        graph_(graph_of(onboarding, items)) {}

  void run() {
    result_.items.reserve(template_.items.size() + records_.missing.size());
    for (std::size_t i = 0; i < template_.items.size(); ++i) add_item(template_.items[i], records_.of_item[i]);
    add_waits();
    tell_unassigned();
    for (const model::ItemRecord* record : records_.missing) {
      ItemResult& item = result_.items.emplace_back();
      item.item = record->item;
      item.state = Standing::missing;
      item.person = record->person;
      item.reason = record->reason;
    }
    add_plan(template_, items_, graph_, records_, calendar_, result_);
    add_readiness(playbook_, template_, result_);
    add_gates(template_, items_, result_);
    result_.workloads = workloads_of(run_, result_, calendar_);
  }

 private:
  // A calendar that the playbook lacks is told by who reads the documents; without one, Monday to Friday.
  WorkingDays calendar() const {
    for (const model::WorkCalendar& one : playbook_.calendars)
      if (!run_.calendar.empty() && one.id == run_.calendar) return WorkingDays(one);
    return WorkingDays(model::WorkCalendar());
  }

  const std::string& person_of(const std::string& role) const {
    static const std::string nobody;
    for (const model::Assignment& assignment : run_.people)
      if (assignment.role == role) return assignment.person;
    return nobody;
  }

  void add_item(const model::TemplateItem& item, const model::ItemRecord* record) {
    ItemResult& row = result_.items.emplace_back();
    row.item = item.id;
    row.name = item.name;
    row.stage = item.stage;
    row.track = item.track;
    row.role = item.owner;
    row.person = record != nullptr && !record->person.empty() ? record->person : person_of(item.owner);
    row.state = standing_of(item, record);
    if (record != nullptr) row.reason = record->reason;
    row.mandatory = item.mandatory;
    row.lacks_evidence = lacks_evidence(item, record);
    row.on_cycle = graph_.on_cycle[result_.items.size() - 1];
    row.days = item.days;
  }

  void add_waits() {
    std::vector<bool> finished;
    for (const ItemResult& item : result_.items) finished.push_back(is_ready(item.state));
    const std::vector<Waits> waits = count_waits(graph_, finished);
    for (std::size_t i = 0; i < finished.size(); ++i) {
      if (finished[i]) continue;
      ItemResult& item = result_.items[i];
      item.waits_for_all = waits[i].waits_for;
      item.blocks = waits[i].blocks;
      for (const int before : graph_.prerequisites(static_cast<int>(i)))
        if (!finished[static_cast<std::size_t>(before)])
          item.waits_for.push_back(template_.items[static_cast<std::size_t>(before)].id);
    }
  }

  // One warning a role, in the order in which the items name them.
  void tell_unassigned() {
    std::vector<int> items;
    auto& roles = result_.unassigned_roles;
    for (const ItemResult& item : result_.items) {
      if (is_ready(item.state) || !item.person.empty()) continue;
      const auto found = std::find(roles.begin(), roles.end(), item.role);
      const std::size_t at = static_cast<std::size_t>(found - roles.begin());
      if (found == roles.end()) {
        roles.push_back(item.role);
        items.push_back(0);
      }
      ++items[at];
    }
    for (std::size_t i = 0; i < roles.size(); ++i)
      diagnostics_.push_back(told(Severity::warning, "onboarding.role_unassigned", "/people",
                                  fmt::format("nobody is assigned to \"{}\", which owns {} item{} not finished",
                                              roles[i], items[i], items[i] == 1 ? "" : "s"),
                                  "a person for the role"));
  }

  const model::Playbook& playbook_;
  const model::Template& template_;
  const IdIndex& items_;
  const model::Onboarding& run_;
  const Records& records_;
  Diagnostics& diagnostics_;
  RunResult& result_;
  WorkingDays calendar_;
  Graph graph_;
};

}  // namespace

RunResult evaluate_run(const model::Playbook& playbook, const model::Onboarding& run, Date today,
                       Diagnostics& diagnostics) {
  RunResult result;
  result.onboarding = run.id;
  result.template_id = run.template_id;
  result.today = today;
  result.start = run.start.is_stated() ? run.start : today;
  result.target = run.target;
  const model::Template* const onboarding = template_of(playbook, run, diagnostics);
  IdIndex items = onboarding == nullptr ? IdIndex({}) : index_of_ids(onboarding->items);
  const Records records = match_records(onboarding, items, run, today, diagnostics);
  check_notes(onboarding, items, run, today, diagnostics);
  if (onboarding == nullptr) return result;
  result.template_version = onboarding->version;
  Evaluator(playbook, *onboarding, items, run, records, diagnostics, result).run();
  return result;
}

}  // namespace dealwright::onboarding
