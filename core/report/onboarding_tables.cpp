#include "core/report/onboarding_tables.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "core/base/stable_order.hpp"
#include "core/onboarding/ids.hpp"
#include "core/report/figures.hpp"

namespace dealwright::report {
namespace {

using onboarding::ItemResult;
using onboarding::Readiness;
using onboarding::RunResult;
using onboarding::Standing;
using onboarding::TemplateUpdate;

Cell day_cell(Date day) {
  return text_cell(day.to_string());
}

Cell person_cell(const std::string& person) {
  return text_cell(person.empty() ? "nobody" : person);
}

Cell days_cell(std::optional<int> days) {
  return days ? count_cell(*days) : empty_cell();
}

std::string joined(const std::vector<std::string>& words, std::string_view separator = ", ") {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += separator;
    out += word;
  }
  return out;
}

onboarding::IdIndex index_of_items(const RunResult& result) {
  std::vector<std::string_view> ids;
  ids.reserve(result.items.size());
  for (const ItemResult& item : result.items) ids.push_back(item.item);
  return onboarding::IdIndex(std::move(ids));
}

std::string name_in(const std::vector<Readiness>& list, const std::string& id) {
  for (const Readiness& one : list)
    if (one.id == id && !one.name.empty()) return one.name;
  return id;
}

Table readiness_table(const char* title, const char* head, const std::vector<Readiness>& list) {
  Table table{title, {{head, false, "name"}, {"Ready", true, "ready"}, {"Mandatory", true, "mandatory_ready"}}};
  for (const Readiness& one : list) table.add_row().text(one.name).percent(one.ready).percent(one.mandatory_ready);
  return table;
}

// The tables of one run. Where a row stands for several things it takes a line for each, the first with its head.
class RunTables {
 public:
  explicit RunTables(const OnboardingRun& run) : run_(run), result_(run.result), items_(index_of_items(run.result)) {}

  OnboardingTables all() const {
    return {readiness_table("Readiness by stage", "Stage", result_.stages),
            readiness_table("Readiness by track", "Track", result_.tracks),
            gates(),
            certifications(),
            overdue(),
            blockers(),
            critical_path(),
            workload(),
            unassigned(),
            readiness_table("Enablement", "Role", result_.enablement),
            unknown_records(),
            update()};
  }

 private:
  const ItemResult* find(const std::string& id) const {
    const int at = items_.find(id);
    return at < 0 ? nullptr : &result_.items[static_cast<std::size_t>(at)];
  }

  std::string item_name(const std::string& id) const {
    const ItemResult* const item = find(id);
    if (item != nullptr && !item->name.empty()) return item->name;
    if (run_.update) {
      for (const auto& added : run_.update->added)
        if (added.item == id && !added.name.empty()) return added.name;
    }
    return '"' + id + '"';
  }

  std::vector<std::string> item_names(const std::vector<std::string>& ids) const {
    std::vector<std::string> names;
    for (const std::string& id : ids) names.push_back(item_name(id));
    return names;
  }

  // A line for each item and each closed gate before, behind the cells of the head.
  void add_missing(Table& table, const std::vector<Cell>& head, const std::vector<std::string>& items,
                   const std::vector<std::string>& closed_gates) const {
    const std::size_t first = table.rows.size();
    const auto add = [&](Cell what, Cell state, Cell person) {
      std::vector<Cell> row = table.rows.size() == first ? head : std::vector<Cell>(head.size());
      row.insert(row.end(), {std::move(what), std::move(state), std::move(person)});
      table.rows.push_back({std::move(row)});
    };
    for (const std::string& id : items) {
      const ItemResult* const item = find(id);
      if (item == nullptr) {
        add(text_cell(item_name(id)), text_cell("not in the template"), empty_cell());
      } else {
        add(text_cell(item_name(id)),
            text_cell(item->lacks_evidence ? "done without evidence" : spaced(word(item->state))),
            person_cell(item->person));
      }
    }
    for (const std::string& stage : closed_gates)
      add(text_cell("the gate of " + name_in(result_.stages, stage)), text_cell("closed"), empty_cell());
    if (table.rows.size() == first) add(empty_cell(), empty_cell(), empty_cell());
  }

  // What a gate asks stands last: it may be long.
  Table gates() const {
    Table table{"Gates",
                {{"Stage", false, "stage"},
                 {"", false, "open"},
                 {"Missing", false, "missing"},
                 {"State", false, "state"},
                 {"Who", false, "person"},
                 {"Question", false, "gate"}}};
    for (const auto& gate : result_.gates) {
      const std::size_t first = table.rows.size();
      add_missing(table, {text_cell(gate.name), text_cell(gate.open ? "open" : "closed")}, gate.missing,
                  gate.closed_gates);
      for (std::size_t at = first; at < table.rows.size(); ++at) table.rows[at].text(at == first ? gate.gate : "");
    }
    return table;
  }

  Table certifications() const {
    Table table{"Certifications",
                {{"Certification", false, "certification"},
                 {"Up to", false, "complexity"},
                 {"Tenancies", false, "tenancies"},
                 {"Discount", true, "discount"},
                 {"", false, "held"},
                 {"Lacks", false, "missing"},
                 {"State", false, "state"},
                 {"Who", false, "person"}}};
    for (const auto& one : result_.certifications) {
      std::vector<std::string> tenancies;
      for (const model::Tenancy tenancy : one.tenancies) tenancies.push_back(spaced(word(tenancy)));
      Cell discount = text_cell(percent(one.discount));
      discount.number = true;
      add_missing(table,
                  {text_cell(one.name), text_cell(spaced(word(one.complexity))), text_cell(joined(tenancies)),
                   std::move(discount), text_cell(one.held ? "held" : "not held")},
                  one.missing, one.closed_gates);
    }
    return table;
  }

  Table overdue() const {
    Table table{"Overdue",
                {{"Item", false, "item"},
                 {"Due", false, "due"},
                 {"State", false, "state"},
                 {"Who", false, "person"},
                 {"Forecast", false, "forecast_finish"},
                 {"Working days late", true, "days_late"}}};
    for (const ItemResult& item : result_.items) {
      if (!item.overdue) continue;
      table.add_row()
          .text(item_name(item.item))
          .add(day_cell(item.due))
          .text(spaced(word(item.state)))
          .add(person_cell(item.person))
          .add(day_cell(item.forecast_finish))
          .add(days_cell(item.days_late));
    }
    return table;
  }

  // Blocked items, then those that wait for nothing themselves and hold others up; each kind by how much it holds up.
  Table blockers() const {
    Table table{"What blocks what",
                {{"Item", false, "item"},
                 {"State", false, "state"},
                 {"Who", false, "person"},
                 {"Why", false, "reason"},
                 {"Blocks in all", true, "blocks"},
                 {"Directly", false, "waits"}}};
    std::vector<std::vector<const ItemResult*>> waiting(result_.items.size());
    for (const ItemResult& item : result_.items) {
      for (const std::string& before : item.waits_for) {
        if (const int at = items_.find(before); at >= 0) waiting[static_cast<std::size_t>(at)].push_back(&item);
      }
    }
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < result_.items.size(); ++i) {
      const ItemResult& item = result_.items[i];
      if (item.state == Standing::blocked || (item.waits_for.empty() && item.blocks > 0)) order.push_back(i);
    }
    sort_stably(order, [&](std::size_t a, std::size_t b) {
      const ItemResult &left = result_.items[a], &right = result_.items[b];
      const bool left_blocked = left.state == Standing::blocked, right_blocked = right.state == Standing::blocked;
      return left_blocked != right_blocked ? left_blocked : left.blocks > right.blocks;
    });
    for (const std::size_t i : order) {
      const ItemResult& item = result_.items[i];
      std::vector<std::string> why;
      if (!item.reason.empty()) why.push_back(item.reason);
      if (!item.waits_for.empty()) why.push_back("waits for " + joined(item_names(item.waits_for)));
      const std::vector<Cell> head{text_cell(item_name(item.item)), text_cell(spaced(word(item.state))),
                                   person_cell(item.person), text_cell(joined(why, "; ")), count_cell(item.blocks)};
      for (std::size_t at = 0; at < std::max<std::size_t>(waiting[i].size(), 1); ++at) {
        std::vector<Cell> row = at == 0 ? head : std::vector<Cell>(head.size());
        row.push_back(at < waiting[i].size() ? text_cell(item_name(waiting[i][at]->item)) : empty_cell());
        table.rows.push_back({std::move(row)});
      }
    }
    return table;
  }

  Table critical_path() const {
    Table table{"Critical path",
                {{"Item", false, "item"},
                 {"Who", false, "person"},
                 {"State", false, "state"},
                 {"Days", true, "days"},
                 {"Start", false, "early_start"},
                 {"Finish", false, "early_finish"},
                 {"Forecast", false, "forecast_finish"}}};
    for (const std::string& id : result_.critical_path) {
      const ItemResult* const item = find(id);
      if (item == nullptr) continue;
      table.add_row()
          .text(item_name(id))
          .add(person_cell(item->person))
          .text(spaced(word(item->state)))
          .count(item->days)
          .add(day_cell(item->early_start))
          .add(day_cell(item->early_finish))
          .add(day_cell(item->forecast_finish));
    }
    return table;
  }

  Table workload() const {
    Table table{"Workload of the next four weeks (working days)",
                {{"Person", false, "person"},
                 {"Days", true, "days"},
                 {"Capacity", true, "capacity"},
                 {"Over", true, "over"},
                 {"", false, "overloaded"}}};
    for (const auto& load : result_.workloads) {
      const bool is_over = load.over > Decimal();
      table.add_row()
          .text(load.person)
          .count(load.days)
          .quantity(load.capacity)
          .add(is_over ? quantity_cell(load.over) : empty_cell())
          .text(is_over ? "overloaded" : "");
    }
    return table;
  }

  Table unassigned() const {
    Table table{"Roles without a person", {{"Role", false, "role"}, {"Items not finished", true, "items"}}};
    for (const std::string& role : result_.unassigned_roles) {
      const auto count = std::count_if(result_.items.begin(), result_.items.end(), [&](const ItemResult& item) {
        return item.role == role && item.person.empty() && !is_ready(item.state);
      });
      table.add_row().text(name_in(result_.roles, role)).count(count);
    }
    return table;
  }

  Table unknown_records() const {
    Table table{"Recorded, but not in the template", {{"Id of the item", false, "item"}}};
    for (const ItemResult& item : result_.items)
      if (item.state == Standing::missing) table.add_row().text(item.item);
    return table;
  }

  Table update() const {
    Table table{"", {{"Change", false, "change"}, {"Item", false, "item"}, {"", false, "what"}}};
    if (!run_.update) return table;
    const TemplateUpdate& update = *run_.update;
    table.title = fmt::format("What version {} of the template would change", update.to_version);
    const auto add = [&](const char* change, const std::string& id, const std::string& name,
                         const std::vector<std::string>& what) {
      table.add_row().text(change).text(name.empty() ? '"' + id + '"' : name).text(joined(what, "; "));
    };
    const auto recorded_text = [](model::ItemState state) { return "recorded as " + spaced(word(state)); };
    for (const auto& one : update.added) {
      std::vector<std::string> what{"in " + name_in(result_.stages, one.stage)};
      if (one.mandatory) what.push_back("mandatory");
      if (one.recorded) what.push_back(recorded_text(*one.recorded));
      add("added", one.item, one.name, what);
    }
    for (const auto& one : update.removed) {
      std::vector<std::string> what{one.recorded ? recorded_text(*one.recorded) : "nothing recorded"};
      if (one.evidence > 0) what.push_back(fmt::format("{} of evidence", counted(one.evidence, "piece", "pieces")));
      if (one.notes > 0) what.push_back(counted(one.notes, "note", "notes"));
      add("removed", one.item, one.name, what);
    }
    for (const auto& one : update.changed) {
      std::vector<std::string> what, fields;
      for (const std::string& field : one.fields) fields.push_back(spaced(field));
      if (!fields.empty()) what.push_back(joined(fields));
      if (!one.prerequisites_added.empty())
        what.push_back("then also after " + joined(item_names(one.prerequisites_added)));
      if (!one.prerequisites_removed.empty())
        what.push_back("no longer after " + joined(item_names(one.prerequisites_removed)));
      if (one.recorded) what.push_back(recorded_text(*one.recorded));
      add("changed", one.item, one.name, what);
    }
    return table;
  }

  const OnboardingRun& run_;
  const RunResult& result_;
  onboarding::IdIndex items_;
};

}  // namespace

OnboardingTables onboarding_tables(const OnboardingRun& run) {
  return RunTables(run).all();
}

}  // namespace dealwright::report
