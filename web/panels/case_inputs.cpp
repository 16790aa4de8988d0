#include "web/panels/case_inputs.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <imgui.h>

#include "core/base/lookup.hpp"
#include "core/roi/measured_baseline.hpp"
#include "web/panels/edit.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/choice.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/number_field.hpp"
#include "web/ui/widgets/table.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

using model::BusinessCase;
using model::CaseDriver;
using model::Deal;
using model::Estimate;
using model::ValueDriver;

ui::NumberRules rules_of(ui::NumberKind kind, std::optional<int> least, std::optional<int> most, bool optional) {
  ui::NumberRules rules;
  rules.kind = kind;
  if (least) rules.least = Decimal::whole(*least);
  if (most) rules.most = Decimal::whole(*most);
  rules.optional = optional;
  return rules;
}

// A number of a driver's row.
enum class Part : std::uint8_t { volume, per_unit, rate, low, likely, high, confidence };
constexpr int parts = 7;
struct PartOf {
  const char* pointer;  // in the driver
  const char* name;
  bool is_rate;
  std::string ValueDriver::*baseline;
  std::optional<Estimate> CaseDriver::*stated;
};
constexpr PartOf part_of[parts] = {
    {"/volume", "Volume", false, &ValueDriver::volume, &CaseDriver::volume},
    {"/per_unit", "Per unit", false, &ValueDriver::per_unit, &CaseDriver::per_unit},
    {"/rate", "Rate", false, &ValueDriver::rate, &CaseDriver::rate},
    {"/improvement/low", "Low", true, nullptr, &CaseDriver::improvement},
    {"/improvement/likely", "Likely", true, nullptr, &CaseDriver::improvement},
    {"/improvement/high", "High", true, nullptr, &CaseDriver::improvement},
    {"/confidence", "Confidence", true, nullptr, nullptr},
};

std::optional<Decimal> bound_of(const Estimate& estimate, Part part) {
  return part == Part::low ? estimate.low : part == Part::high ? estimate.high : estimate.likely;
}

// What the case itself states of a number.
std::optional<Decimal> stated_value(const CaseDriver* use, Part part) {
  if (use == nullptr) return std::nullopt;
  if (part == Part::confidence) return use->confidence;
  const auto& estimate = use->*part_of[static_cast<int>(part)].stated;
  return estimate ? bound_of(*estimate, part) : std::nullopt;
}

// What counts where the case states nothing.
std::optional<Decimal> left_value(const CaseOf& of, const ValueDriver& driver, Part part) {
  if (part == Part::confidence) return of.stated.confidence ? of.stated.confidence : driver.confidence;
  const PartOf& row = part_of[static_cast<int>(part)];
  if (row.baseline == nullptr) return bound_of(driver.improvement, part);
  if ((driver.*row.baseline).empty()) return std::nullopt;
  return roi::measured_baseline(of.customer, *of.playbook, driver.*row.baseline);
}

// One that is emptied is left to others again; an improvement is the playbook's as a whole or the case's as a whole.
void set_part(CaseDriver& use, Part part, std::optional<Decimal> value, const Estimate& improvement) {
  if (part == Part::confidence) {
    use.confidence = value;
    return;
  }
  auto& estimate = use.*part_of[static_cast<int>(part)].stated;
  const bool is_improvement = part_of[static_cast<int>(part)].baseline == nullptr;
  if (!value && !is_improvement) return estimate.reset();
  if (!estimate) estimate = is_improvement ? improvement : Estimate{};
  if (part == Part::low) {
    estimate->low = value;
  } else if (part == Part::high) {
    estimate->high = value;
  } else if (value) {
    estimate->likely = *value;
  } else {
    estimate.reset();
  }
}

struct DriverRow {
  const ValueDriver* driver;
  const CaseDriver* use;
  std::size_t at;  // in the case's list, where it is stated
};

std::string_view problem_of(const Diagnostics& mistakes, std::string_view pointer) {
  for (const Diagnostic& one : mistakes)
    if (one.pointer == pointer) return one.message;
  return {};
}

void number_cell(const CaseOf& of, const DriverRow& row, Part part, const std::vector<std::string>& counted,
                 const Diagnostics& mistakes, Edits<Deal>& edit) {
  const PartOf& what = part_of[static_cast<int>(part)];
  const ui::NumberRules rules = rules_of(what.is_rate ? ui::NumberKind::rate : ui::NumberKind::decimal, 0,
                                         part == Part::confidence ? std::optional(1) : std::nullopt, true);
  std::optional<Decimal> value = stated_value(row.use, part);
  const std::string label = fmt::format("{} of {}", what.name, row.driver->name);
  const std::string hint = ui::number_text(left_value(of, *row.driver, part), rules, true);
  const std::string pointer = fmt::format("/business_case/drivers/{}{}", row.at, what.pointer);
  const std::string_view problem = row.use == nullptr ? std::string_view() : problem_of(mistakes, pointer);
  const auto typed = ui::number_field(
      {.label = label, .hint = hint, .problem = problem, .label_hidden = true, .right_aligned = true}, value, rules);
  edit(typed, fmt::format("{}{}", row.driver->id, what.pointer), value,
       [id = row.driver->id, part, counted, improvement = row.driver->improvement](Deal& deal,
                                                                                   std::optional<Decimal> to) {
         if (deal.business_case) set_part(stated_driver(*deal.business_case, id, counted), part, to, improvement);
       });
}

std::vector<DriverRow> rows_of(const CaseOf& of, const std::vector<std::string>& counted) {
  std::vector<DriverRow> rows;
  for (const std::string& id : counted) {
    const auto* const driver = find_id(of.playbook->value_drivers, id);
    if (driver == nullptr) continue;
    DriverRow row{driver, nullptr, 0};
    for (std::size_t at = 0; at < of.stated.drivers.size() && row.use == nullptr; ++at)
      if (of.stated.drivers[at].driver == id) row.use = &of.stated.drivers[row.at = at];
    rows.push_back(row);
  }
  return rows;
}

void add_driver(View& view, const CaseOf& of, const std::vector<std::string>& counted) {
  std::vector<ui::Option> options;
  std::vector<std::string> ids;
  for (const ValueDriver& driver : of.playbook->value_drivers) {
    if (std::find(counted.begin(), counted.end(), driver.id) != counted.end()) continue;
    options.push_back({driver.name, driver.kind == model::DriverKind::revenue ? "revenue, with care" : ""});
    ids.push_back(driver.id);
  }
  int chosen = -1;
  const auto edit = ui::choice({.label = "Add a driver",
                                .hint = options.empty() ? "All of the playbook count" : "Choose from the playbook",
                                .disabled = options.empty(),
                                .width = 320},
                               options, chosen);
  if (!edit.changed || chosen < 0) return;
  const std::string id = ids[static_cast<std::size_t>(chosen)];
  const std::string name = "Add " + std::string(options[static_cast<std::size_t>(chosen)].label);
  tell(view.session.edit<Deal>(of.deal.id, name, {}, [&](Deal& deal) {
    if (deal.business_case) stated_driver(*deal.business_case, id, counted);
  }));
}

}  // namespace

std::vector<std::string> counted_drivers(const CaseOf& of) {
  std::vector<std::string> ids;
  for (const CaseDriver& use : of.stated.drivers) ids.push_back(use.driver);
  if (!ids.empty() || of.playbook == nullptr) return ids;
  for (const ValueDriver& driver : of.playbook->value_drivers)
    if (driver.kind != model::DriverKind::revenue && roi::is_measured(of.customer, *of.playbook, driver))
      ids.push_back(driver.id);
  return ids;
}

const CaseDriver* find_driver(const BusinessCase& stated, const std::string& driver) {
  for (const CaseDriver& one : stated.drivers)
    if (one.driver == driver) return &one;
  return nullptr;
}

CaseDriver& stated_driver(BusinessCase& to, const std::string& driver, const std::vector<std::string>& counted) {
  if (to.drivers.empty())
    for (const std::string& id : counted) to.drivers.emplace_back().driver = id;
  for (CaseDriver& one : to.drivers)
    if (one.driver == driver) return one;
  to.drivers.emplace_back().driver = driver;
  return to.drivers.back();
}

void case_drivers_card(View& view, const CaseOf& of, const Diagnostics& mistakes) {
  if (of.playbook == nullptr) return;
  const auto counted = counted_drivers(of);
  const auto rows = rows_of(of, counted);
  std::string removed;
  {
    Edits edit(view.session, of.deal);
    ui::Card card("drivers",
                  {.title = "Value drivers",
                   .detail = of.stated.drivers.empty()
                                 ? "The case states none, so all count whose baselines are measured, but for "
                                   "those on the revenue side."
                                 : "A month brings volume x per unit x rate x improvement. Empty: as measured "
                                   "at the customer, or as the playbook has it.",
                   .flush = true});
    std::vector<ui::Column> columns{{.head = "Driver", .weight = 2, .wraps = true}};
    const bool is_wide = ImGui::GetContentRegionAvail().x < 760;
    if (is_wide) columns.front().width = 200;
    for (const PartOf& one : part_of)
      columns.push_back({.head = one.name, .kind = ui::ColumnKind::number, .width = 82});
    columns.push_back({.head = "", .kind = ui::ColumnKind::other, .width = 32});
    ui::Table table("Value drivers", columns,
                    {.height = is_wide ? 320.0F : 0.0F,
                     .wide = is_wide,
                     .empty = "Nothing is measured yet. Enter the customer's baselines, or add a driver."});
    table.rows(static_cast<int>(rows.size()), [&](int at) {
      const DriverRow& row = rows[static_cast<std::size_t>(at)];
      table.row(row.driver->id);
      table.text(row.driver->name);
      for (int part = 0; part < parts; ++part) {
        const PartOf& what = part_of[part];
        if (what.baseline != nullptr && (row.driver->*what.baseline).empty()) {
          table.quiet("");
          continue;
        }
        table.cell();
        number_cell(of, row, static_cast<Part>(part), counted, mistakes, edit);
      }
      table.cell();
      if (ui::icon_button(ui::Icon::close, fmt::format("Leave out {}", row.driver->name),
                          {.kind = ui::ButtonKind::quiet, .disabled = rows.size() < 2, .small = true}))
        removed = row.driver->id;
    });
  }
  if (!removed.empty()) {
    tell(view.session.edit<Deal>(of.deal.id, "Leave out a driver", {}, [&](Deal& deal) {
      if (!deal.business_case) return;
      stated_driver(*deal.business_case, removed, counted);
      std::erase_if(deal.business_case->drivers, [&](const CaseDriver& one) { return one.driver == removed; });
    }));
    return;
  }
  add_driver(view, of, counted);
  ui::space_large();
}

}  // namespace dealwright::web
