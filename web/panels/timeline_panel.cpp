#include "web/panels/timeline_panel.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <imgui.h>

#include "core/report/figures.hpp"
#include "web/panels/onboarding_panel.hpp"
#include "web/ui/chart/chart.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/table.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

using onboarding::ItemResult;
using onboarding::RunResult;
using onboarding::Standing;

constexpr float least_chart = 320;
constexpr float table_height = 320;

struct Rows {
  std::vector<ui::TimelineRow> shown;
  std::vector<const ItemResult*> items;  // null for heads
};

Rows rows_of(const RunResult& result) {
  Rows rows;
  for (const auto& stage : result.stages) {
    rows.shown.push_back({.label = stage.name, .state = share_text(stage.ready) + " ready", .head = true});
    rows.items.push_back(nullptr);
    for (const ItemResult& item : result.items) {
      if (item.stage != stage.id || item.state == Standing::missing) continue;
      rows.shown.push_back({.label = item.name,
                            .state = report::spaced(report::word(item.state)),
                            .done = item.state == Standing::done,
                            .critical = item.critical,
                            .start = item.early_start,
                            .finish = item.early_finish,
                            .late_finish = item.state == Standing::done ? Date() : item.late_finish});
      rows.items.push_back(&item);
    }
  }
  return rows;
}

// What the selected item waits for, and what waits for it.
std::vector<ui::TimelineLink> links_of(const model::Template* used, const Rows& rows, int selected) {
  std::vector<ui::TimelineLink> links;
  if (used == nullptr || selected < 0) return links;
  const std::string& id = rows.items[static_cast<std::size_t>(selected)]->item;
  const auto row_of = [&](const std::string& item) {
    for (std::size_t at = 0; at < rows.items.size(); ++at)
      if (rows.items[at] != nullptr && rows.items[at]->item == item) return static_cast<int>(at);
    return -1;
  };
  for (const model::TemplateItem& one : used->items) {
    for (const std::string& before : one.after) {
      if (one.id == id) links.push_back({row_of(before), selected});
      if (before == id) links.push_back({selected, row_of(one.id)});
    }
  }
  return links;
}

std::string link_words(const Rows& rows, const std::vector<ui::TimelineLink>& links, int selected, bool of_waiting) {
  std::string words;
  for (const auto& link : links) {
    const int other = of_waiting ? link.from : link.to;
    if ((of_waiting ? link.to : link.from) != selected || other < 0) continue;
    words.append(words.empty() ? "" : ", ").append(rows.shown[static_cast<std::size_t>(other)].label);
  }
  return words.empty() ? "nothing" : words;
}

void days_table(OnboardingView& state, const Rows& rows) {
  static constexpr std::array<ui::Column, 7> columns{
      ui::Column{.head = "Item", .weight = 2.2F},
      ui::Column{.head = "State"},
      ui::Column{.head = "Start"},
      ui::Column{.head = "Finish"},
      ui::Column{.head = "Float", .kind = ui::ColumnKind::number, .help = "Working days that it may be late"},
      ui::Column{.head = "Forecast"},
      ui::Column{.head = "Due"}};
  std::vector<const ItemResult*> items;
  for (const ItemResult* const item : rows.items)
    if (item != nullptr) items.push_back(item);
  ui::Card card("days", {.title = "Days", .flush = true});
  ui::Table table("Days", columns, {.height = table_height, .selectable = true, .empty = "No items."});
  table.rows(static_cast<int>(items.size()), [&](int at) {
    const ItemResult& item = *items[static_cast<std::size_t>(at)];
    if (table.row(item.item, item.item == state.item)) state.item = item.item;
    table.text(item.name);
    table.quiet(report::spaced(report::word(item.state)));
    table.text(item.early_start.to_string());
    table.text(item.early_finish.to_string());
    table.number(item.total_float ? fmt::format("{}", *item.total_float) : "",
                 item.critical ? ui::Tone::warning : ui::Tone::neutral);
    table.text(item.forecast_finish.to_string());
    table.text(item.due.to_string(), item.overdue ? ui::Tone::negative : ui::Tone::neutral);
  });
}

}  // namespace

void timeline_panel(View& view, const model::Onboarding& run, const RunResult& result) {
  OnboardingView& state = view.onboarding;
  const Rows rows = rows_of(result);
  int selected = -1;
  for (std::size_t at = 0; at < rows.items.size(); ++at)
    if (rows.items[at] != nullptr && rows.items[at]->item == state.item) selected = static_cast<int>(at);
  const auto links = links_of(run_template(view, run), rows, selected);
  const std::array<ui::TimelineMark, 3> marks{
      ui::TimelineMark{"Today", result.today, ui::Tone::accent},
      ui::TimelineMark{"Forecast finish", result.forecast_finish,
                       result.days_late.value_or(0) > 0 ? ui::Tone::warning : ui::Tone::positive},
      ui::TimelineMark{"Target", result.target, ui::Tone::negative}};
  bool opens = false;
  {
    ui::Card card("timeline", {.title = "Timeline"});
    const std::string sentence = report::forecast_text(result);
    ui::paragraph(sentence);
    ui::timeline_chart({.name = "Items over the days",
                        .sentence = sentence,
                        .height = std::max(least_chart, ImGui::GetContentRegionAvail().y - 48),
                        .empty = "No item is scheduled."},
                       rows.shown, marks, links, selected);
    if (selected >= 0) {
      state.item = rows.items[static_cast<std::size_t>(selected)]->item;
      ui::paragraph(fmt::format("{}: waits for {}; blocks {}.", rows.shown[static_cast<std::size_t>(selected)].label,
                                link_words(rows, links, selected, true), link_words(rows, links, selected, false)));
      opens = ui::button("Open in the checklist", {.small = true});
    }
  }
  days_table(state, rows);
  if (opens) open_item(view, std::string(state.item));
}

}  // namespace dealwright::web
