#include "web/panels/board_panel.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <imgui.h>

#include "core/report/figures.hpp"
#include "web/panels/edit.hpp"
#include "web/panels/onboarding_panel.hpp"
#include "web/panels/report_table.hpp"
#include "web/panels/tell_done.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/table.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

using onboarding::ItemResult;
using onboarding::Readiness;
using onboarding::RunResult;

constexpr std::size_t most_missing = 6;  // items in a stage's card

float fraction_of(Ratio ratio) {
  return ratio.has_value() ? static_cast<float>(ratio.numerator) / static_cast<float>(ratio.denominator) : 0;
}

void figures(const RunResult& result) {
  ui::Card card("where it stands", {.title = "Where it stands"});
  ui::Columns columns("figures", 6, 120, ui::theme().space.small);
  const auto figure = [&](std::string_view label, const std::string& value, const ui::StatOptions& options) {
    columns.next();
    ui::StatOptions smaller = options;
    smaller.type = ui::Type::title;
    ui::stat(label, value.empty() ? "none stated" : value, smaller);
  };
  figure("Ready", share_text(result.ready.ready), {});
  figure("Mandatory items ready", share_text(result.ready.mandatory_ready), {});
  figure("Planned finish", result.planned_finish.to_string(), {});
  figure("Forecast finish", result.forecast_finish.to_string(), {.detail = report::pace_text(result)});
  figure("Target", result.target.to_string(),
         {.detail = report::lateness_text(result.days_late),
          .tone = result.days_late.value_or(0) > 0 ? ui::Tone::warning : ui::Tone::neutral});
  figure("Overdue", report::counted(result.overdue, "item", "items"),
         {.tone = result.overdue > 0 ? ui::Tone::negative : ui::Tone::neutral});
}

// What keeps the gate closed, each item leading to the checklist.
void gate_card(View& view, const RunResult& result, std::size_t at) {
  const onboarding::GateResult& gate = result.gates[at];
  ui::Card card(gate.stage, {.title = gate.name, .detail = gate.gate, .level = "gates"});
  ui::chip(gate.open ? "gate open" : "gate closed", gate.open ? ui::Tone::positive : ui::Tone::warning);
  if (at < result.stages.size()) {
    const Ratio ready = result.stages[at].ready;
    ui::fact("Ready", share_text(ready));
    ui::meter("Ready", fraction_of(ready), 1, gate.open ? ui::Tone::positive : ui::Tone::accent);
  }
  std::string before;
  for (const onboarding::GateResult& other : result.gates)
    for (const std::string& stage : gate.closed_gates)
      if (other.stage == stage) before += (before.empty() ? "" : ", ") + other.name;
  if (!before.empty())
    ui::remark(fmt::format("Waits for the {} of {}.", gate.closed_gates.size() == 1 ? "gate" : "gates", before));
  if (!gate.missing.empty()) ui::quiet("Missing:");
  for (std::size_t i = 0; i < std::min(gate.missing.size(), most_missing); ++i) {
    const ItemResult* const item = find_item(result, gate.missing[i]);
    ImGui::PushID(static_cast<int>(i));
    if (ui::link(item == nullptr ? gate.missing[i] : item->name)) open_item(view, gate.missing[i]);
    ImGui::PopID();
  }
  if (gate.missing.size() <= most_missing) return;
  if (ui::link(fmt::format("and {} more", gate.missing.size() - most_missing))) {
    open_item(view, gate.missing[most_missing]);
    view.onboarding.stage = gate.stage;
    view.onboarding.open_only = true;
  }
}

void readiness_card(const char* title, const char* head, const std::vector<Readiness>& list) {
  const std::array<ui::Column, 3> columns{ui::Column{.head = head, .weight = 2},
                                          ui::Column{.head = "Ready", .kind = ui::ColumnKind::number},
                                          ui::Column{.head = "Mandatory", .kind = ui::ColumnKind::number}};
  ui::Card card(title, {.title = title, .flush = true});
  ui::Table table(title, columns, {.empty = "Nobody."});
  table.rows(static_cast<int>(list.size()), [&](int i) {
    const Readiness& one = list[static_cast<std::size_t>(i)];
    table.row(one.id);
    table.text(one.name);
    table.number(share_text(one.ready));
    table.number(share_text(one.mandatory_ready));
  });
}

void overdue_card(View& view, const RunResult& result) {
  if (result.overdue == 0) return;
  std::vector<const ItemResult*> late;
  for (const ItemResult& item : result.items)
    if (item.overdue) late.push_back(&item);
  static constexpr std::array<ui::Column, 4> columns{ui::Column{.head = "Item", .weight = 2}, ui::Column{.head = "Who"},
                                                     ui::Column{.head = "Due"},
                                                     ui::Column{.head = "Days late", .kind = ui::ColumnKind::number}};
  std::string pressed;
  {
    ui::Card card("overdue", {.title = "Overdue", .flush = true});
    ui::Table table("Overdue", columns, {.selectable = true});
    table.rows(static_cast<int>(late.size()), [&](int i) {
      const ItemResult& item = *late[static_cast<std::size_t>(i)];
      if (table.row(item.item)) pressed = item.item;
      table.text(item.name);
      table.quiet(item.person.empty() ? "nobody" : item.person);
      table.text(item.due.to_string(), ui::Tone::negative);
      table.number(item.days_late ? fmt::format("{}", *item.days_late) : "");
    });
  }
  if (!pressed.empty()) open_item(view, pressed);
}

// Returns whether the run was moved to the newer template.
bool update_card(View& view, const model::Onboarding& run, const onboarding::TemplateUpdate& update,
                 const report::Table& changes) {
  OnboardingView& state = view.onboarding;
  const std::string title = fmt::format("Version {} of the template is there", update.to_version);
  {
    ui::Card card("update", {.title = title});
    ui::paragraph(fmt::format("The run follows version {}. {} would be added, {} removed, {} changed.",
                              update.from_version, report::counted(std::ssize(update.added), "item", "items"),
                              update.removed.size(), update.changed.size()));
    if (!state.is_update_shown) {
      if (ui::button("Show what would change", {.icon = ui::Icon::eye})) state.is_update_shown = true;
      return false;
    }
    const bool moves = ui::primary_button(fmt::format("Move the run to version {}", update.to_version));
    ui::space_small();
    if (!changes.rows.empty()) report_table(changes);
    if (!moves) return false;
  }
  const int version = update.to_version;
  const std::string id = run.id, name = fmt::format("Moved to version {} of the template", version);
  state.is_update_shown = false;
  const auto move = [&](model::Onboarding& to) { to.template_version = version; };
  if (tell(view.session.edit<model::Onboarding>(id, name, "", move))) tell_done(view.session, name + ".");
  return true;
}

}  // namespace

void board_panel(View& view, const model::Onboarding& run, const report::OnboardingRun& stands) {
  OnboardingView& state = view.onboarding;
  const RunResult& result = stands.result;
  if (!state.tables || state.tables_revision != view.session.revision()) {
    state.tables = report::onboarding_tables(stands);
    state.tables_revision = view.session.revision();
  }
  figures(result);
  if (stands.update && update_card(view, run, *stands.update, state.tables->update)) return;
  {
    ui::Columns columns("gates", static_cast<int>(std::max<std::size_t>(1, result.gates.size())), 200);
    for (std::size_t at = 0; at < result.gates.size(); ++at) {
      columns.next();
      gate_card(view, result, at);
    }
  }
  ui::Columns columns("tables", 2, 380);
  columns.next();
  overdue_card(view, result);
  readiness_card("Readiness by track", "Track", result.tracks);
  readiness_card("Readiness by role", "Role", result.roles);
  columns.next();
  report_card(state.tables->unassigned);
  report_card(state.tables->workload);
  report_card(state.tables->certifications);
  readiness_card("Enablement", "Role", result.enablement);
}

}  // namespace dealwright::web
