#include "web/panels/checklist_panel.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <imgui.h>

#include "core/report/figures.hpp"
#include "web/panels/checklist_form.hpp"
#include "web/panels/checklist_keys.hpp"
#include "web/panels/onboarding_panel.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/choice.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/row_list.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

using onboarding::ItemResult;
using onboarding::Readiness;
using onboarding::RunResult;
using onboarding::Standing;

constexpr float least_list = 260;

// A row of the list: an item, or the stage that the items below belong to.
struct Row {
  int stage = -1;
  int item = -1;
};

std::vector<Row> rows_of(const RunResult& result, const OnboardingView& state) {
  std::vector<Row> rows;
  for (std::size_t stage = 0; stage < result.stages.size(); ++stage) {
    const std::string& id = result.stages[stage].id;
    if (!state.stage.empty() && state.stage != id) continue;
    bool is_first = true;
    for (std::size_t at = 0; at < result.items.size(); ++at) {
      const ItemResult& item = result.items[at];
      if (item.stage != id || item.state == Standing::missing) continue;
      if (!state.track.empty() && item.track != state.track) continue;
      if (state.open_only && is_ready(item.state)) continue;
      if (is_first) rows.push_back({static_cast<int>(stage), -1});
      is_first = false;
      rows.push_back({-1, static_cast<int>(at)});
    }
  }
  return rows;
}

// Where the selected item stands. Where it does not any more, what has come into its place is selected.
int selected_row(const std::vector<Row>& rows, const RunResult& result, OnboardingView& state) {
  const auto item_of = [&](int row) { return rows[static_cast<std::size_t>(row)].item; };
  const int count = static_cast<int>(rows.size());
  if (state.item.empty()) {
    // Work goes on where it is not done.
    for (const Row& row : rows) {
      if (row.item < 0 || onboarding::is_ready(result.items[static_cast<std::size_t>(row.item)].state)) continue;
      state.item = result.items[static_cast<std::size_t>(row.item)].item;
      break;
    }
  }
  int nearest = -1;
  for (int row = 0; row < count; ++row) {
    if (item_of(row) < 0) continue;
    if (result.items[static_cast<std::size_t>(item_of(row))].item == state.item) return row;
    if (nearest < state.row) nearest = row;
  }
  if (nearest >= 0) state.item = result.items[static_cast<std::size_t>(item_of(nearest))].item;
  return nearest;
}

std::string gate_words(const onboarding::GateResult& gate) {
  if (gate.open) return "Gate open";
  if (gate.missing.empty()) return "Waits for the gate before";
  return report::counted(static_cast<long long>(gate.missing.size()), "item missing for the gate",
                         "items missing for the gate");
}

// How far all and the stage in hand are, always in sight.
void readiness_line(const RunResult& result, const std::string& stage) {
  ui::Columns columns("readiness", {1, 1.4F, 1.4F}, 120);
  columns.next();
  ui::stat("Ready", share_text(result.ready.ready), {.type = ui::Type::title});
  for (std::size_t at = 0; at < result.stages.size() && at < result.gates.size(); ++at) {
    if (result.stages[at].id != stage) continue;
    const auto& gate = result.gates[at];
    columns.next();
    ui::stat(result.stages[at].name, share_text(result.stages[at].ready), {.type = ui::Type::title});
    columns.next();
    ui::stat("Gate of " + gate.name, gate_words(gate),
             {.tone = gate.open ? ui::Tone::positive : ui::Tone::warning, .type = ui::Type::title});
  }
}

void filter(std::string_view label, std::string_view all, const std::vector<Readiness>& list, std::string& id) {
  std::vector<std::string_view> labels{all};
  int selected = 0;
  for (const Readiness& one : list) {
    if (one.id == id) selected = static_cast<int>(labels.size());
    labels.push_back(one.name);
  }
  if (ui::choice({.label = label, .label_hidden = true, .width = 220}, labels, selected).changed)
    id = selected <= 0 ? "" : list[static_cast<std::size_t>(selected) - 1].id;
}

void filters(OnboardingView& state, const RunResult& result) {
  filter("Stage", "All stages", result.stages, state.stage);
  ui::beside();
  filter("Track", "All tracks", result.tracks, state.track);
  ui::beside();
  ui::toggle({.label = "Open only"}, state.open_only);
}

// The keys as buttons, for the pointer; returns the step of the one that was pressed.
ChecklistStep step_buttons() {
  static constexpr struct {
    std::string_view label, key;
    ChecklistStep step;
  } list[] = {{"Next state", "Space", ChecklistStep::forward}, {"Back", "Shift+Space", ChecklistStep::back},
              {"Blocked", "B", ChecklistStep::block},          {"Not applicable", "N", ChecklistStep::not_apply},
              {"Add evidence", "E", ChecklistStep::evidence},  {"Add a note", "M", ChecklistStep::note}};
  ChecklistStep step = ChecklistStep::none;
  const float right = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
  for (std::size_t at = 0; at < std::size(list); ++at) {
    const std::string words = fmt::format("{} ({})", list[at].label, list[at].key);
    if (at > 0 &&
        ImGui::GetItemRectMax().x + ui::theme().space.small + ui::button_width(words, {.small = true}) < right)
      ui::beside();
    if (ui::button(words, {.small = true})) step = list[at].step;
  }
  return step;
}

std::string item_words(const RunResult& result, const ItemResult& item, bool with_state) {
  std::string words;
  const auto add = [&](std::string_view part) { words.append(words.empty() ? "" : ", ").append(part); };
  if (with_state) add(report::spaced(report::word(item.state)));
  if (item.lacks_evidence) add("done without evidence");
  if (item.mandatory) add("for the gate");
  add(item.person.empty() ? "nobody" : std::string_view(item.person));
  if (with_state && item.due.is_stated()) add((item.overdue ? "overdue since " : "due ") + item.due.to_string());
  if (!item.reason.empty()) add(item.reason);
  if (!item.waits_for.empty()) add("waits for " + item_names(result, item.waits_for));
  return words;
}

// State, name, day it is due; below them who has it and what it waits for.
ui::RowWords paint_item(const RunResult& result, const ItemResult& item, const ImRect& box) {
  const ui::Theme& t = ui::theme();
  const ui::Tone tone = tone_of(item.state);
  const bool is_wide = box.GetWidth() > 640;
  const std::string state = report::titled(report::word(item.state));
  const float heading = t.size_of(ui::Type::heading);
  const float state_width = is_wide ? 150.0F : 36.0F;
  const ImRect chip({box.Min.x + t.space.small, box.GetCenter().y - heading / 2 - 5},
                    {box.Min.x + t.space.small + state_width, box.GetCenter().y + heading / 2 + 5});
  ui::fill(chip, t.ground_of(tone), t.chip_radius);
  const ui::Icon sign = item.state == Standing::to_do            ? ui::Icon::more
                        : item.state == Standing::in_progress    ? ui::Icon::play
                        : item.state == Standing::not_applicable ? ui::Icon::remove
                                                                 : ui::icon_of(tone);
  ui::draw_icon_here(sign, {chip.Min.x + 16, chip.GetCenter().y}, 16, t.text_of(tone));
  if (is_wide) ui::draw_text_in({{chip.Min.x + 32, chip.Min.y}, chip.Max}, state, ui::Type::heading, t.text_of(tone));
  const float left = chip.Max.x + t.space.medium;
  float right = box.Max.x - t.space.small;
  if (item.due.is_stated()) {
    const std::string due = (item.overdue ? "overdue " : "due ") + item.due.to_string();
    right -= ui::width_of(due, ui::Type::heading);
    ui::draw_text({right, box.Min.y + t.space.small + 4}, due, ui::Type::heading,
                  item.overdue ? t.text_of(ui::Tone::negative) : t.colours.text_quiet);
    right -= t.space.medium;
  }
  ui::draw_text({left, box.Min.y + t.space.small}, item.name, ui::Type::title, t.colours.text, right);
  ui::draw_text({left, box.Min.y + t.space.small + t.size_of(ui::Type::title) + 2}, item_words(result, item, false),
                ui::Type::heading, t.colours.text_quiet, box.Max.x - t.space.small);
  return {item.name, item_words(result, item, true)};
}

ui::RowWords paint_stage(const RunResult& result, int stage, const ImRect& box) {
  const ui::Theme& t = ui::theme();
  const Readiness& one = result.stages[static_cast<std::size_t>(stage)];
  std::string value = share_text(one.ready);
  if (static_cast<std::size_t>(stage) < result.gates.size())
    value += ", " + gate_words(result.gates[static_cast<std::size_t>(stage)]);
  const float below = box.Max.y - t.space.small;
  const float width = ui::draw_text({box.Min.x + t.space.small, below - t.size_of(ui::Type::title)}, one.name,
                                    ui::Type::title, t.text_of(ui::Tone::accent), box.Max.x);
  ui::draw_text({box.Min.x + width + t.space.wide, below - t.size_of(ui::Type::heading)}, value, ui::Type::heading,
                t.colours.text_quiet, box.Max.x);
  return {one.name, value};
}

}  // namespace

void checklist_panel(View& view, const model::Onboarding& run, const report::OnboardingRun& stands) {
  OnboardingView& state = view.onboarding;
  const RunResult& result = stands.result;
  const std::string stage = [&] {
    const ItemResult* const item = find_item(result, state.item);
    return !state.stage.empty() ? state.stage : item != nullptr ? item->stage : std::string();
  }();
  readiness_line(result, stage);
  ui::space_small();
  filters(state, result);
  const std::vector<Row> rows = rows_of(result, state);
  int selected = selected_row(rows, result, state);
  const auto item_at = [&](int row) -> const ItemResult* {
    return row < 0 ? nullptr : &result.items[static_cast<std::size_t>(rows[static_cast<std::size_t>(row)].item)];
  };
  if (rows.empty()) {
    ui::empty_state(ui::Icon::check, "Nothing open here", "No item is left in what the filters show.");
    return;
  }
  const ItemResult* item = item_at(selected);
  if (item != nullptr && checklist_form(view, run, *item)) return;
  ChecklistStep step = step_buttons();
  if (step != ChecklistStep::none) state.takes_focus = true;
  const ui::Theme& t = ui::theme();
  const float row_height = t.size_of(ui::Type::title) + t.size_of(ui::Type::heading) + 2 * t.space.small + 6;
  const auto events = ui::row_list(
      "Checklist",
      {.height = std::max(least_list, ImGui::GetContentRegionAvail().y),
       .row_height = row_height,
       .focus = std::exchange(state.takes_focus, false) && state.form == ItemForm::none},
      static_cast<int>(rows.size()), selected, [&](int row) { return rows[static_cast<std::size_t>(row)].item < 0; },
      [&](int row, const ImRect& box) {
        const Row& one = rows[static_cast<std::size_t>(row)];
        return one.item < 0 ? paint_stage(result, one.stage, box) : paint_item(result, *item_at(row), box);
      });
  state.row = selected;
  item = item_at(selected);
  if (item == nullptr) return;
  state.item = item->item;
  if (events.changed) state.form = ItemForm::none;
  if (events.focused) {
    if (const ChecklistStep pressed = pressed_step(events.id); pressed != ChecklistStep::none) step = pressed;
  }
  take_step(view, run, *item, step);
}

}  // namespace dealwright::web
