#include "web/panels/onboarding_panel.hpp"

#include <array>

#include <fmt/format.h>

#include "core/onboarding/records.hpp"
#include "core/report/figures.hpp"
#include "web/panels/agenda_panel.hpp"
#include "web/panels/board_panel.hpp"
#include "web/panels/checklist_panel.hpp"
#include "web/panels/minutes_panel.hpp"
#include "web/panels/timeline_panel.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/navigation.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

// A gate that has opened since the last frame is what the work was for.
void tell_gates(OnboardingView& state, const onboarding::RunResult& result) {
  std::vector<bool> open;
  for (const auto& gate : result.gates) open.push_back(gate.open);
  if (state.open_gates.size() == open.size()) {
    for (std::size_t at = 0; at < open.size(); ++at) {
      if (open[at] && !state.open_gates[at])
        ui::current().toast(fmt::format("The gate of {} is open.", result.gates[at].name), ui::Tone::positive);
    }
  }
  state.open_gates = std::move(open);
}

}  // namespace

const onboarding::ItemResult* find_item(const onboarding::RunResult& result, std::string_view id) {
  for (const auto& item : result.items)
    if (item.item == id) return &item;
  return nullptr;
}

std::string item_names(const onboarding::RunResult& result, const std::vector<std::string>& ids) {
  std::string names;
  for (const std::string& id : ids) {
    const auto* const item = find_item(result, id);
    names.append(names.empty() ? "" : ", ").append(item == nullptr || item->name.empty() ? id : item->name);
  }
  return names;
}

ui::Tone tone_of(onboarding::Standing standing) {
  switch (standing) {
    case onboarding::Standing::in_progress:
      return ui::Tone::accent;
    case onboarding::Standing::blocked:
      return ui::Tone::negative;
    case onboarding::Standing::done:
      return ui::Tone::positive;
    case onboarding::Standing::to_do:
    case onboarding::Standing::not_applicable:
    case onboarding::Standing::missing:
      break;
  }
  return ui::Tone::neutral;
}

const model::Template* run_template(const View& view, const model::Onboarding& run) {
  const auto* const playbook = view.session.find<model::Playbook>(run.playbook);
  Diagnostics none;  // told with the run's other mistakes
  return playbook == nullptr ? nullptr : onboarding::template_of(*playbook, run, none);
}

const model::TemplateItem* template_item(const View& view, const model::Onboarding& run, std::string_view item) {
  const model::Template* const used = run_template(view, run);
  if (used == nullptr) return nullptr;
  for (const model::TemplateItem& one : used->items)
    if (one.id == item) return &one;
  return nullptr;
}

void open_item(View& view, const std::string& item) {
  OnboardingView& state = view.onboarding;
  view.onboarding_tab = OnboardingTab::checklist;
  state.item = item;
  state.stage.clear();
  state.track.clear();
  state.open_only = false;
  state.form = ItemForm::none;
  state.takes_focus = true;
}

void onboarding_header(View& view, const model::Onboarding& run) {
  OnboardingView& state = view.onboarding;
  state.show(run.id);
  const auto& stands = view.session.onboarding(run.id);
  ui::heading(run.name.empty() ? run.id : run.name, 1);
  std::string overdue;
  if (stands) {
    const onboarding::RunResult& result = stands->result;
    tell_gates(state, result);
    ui::chip(share_text(result.ready.ready) + " ready", result.complete ? ui::Tone::positive : ui::Tone::accent);
    ui::beside();
    const std::string lateness = report::lateness_text(result.days_late);
    if (!lateness.empty()) {
      ui::chip(lateness, result.days_late.value_or(0) > 0 ? ui::Tone::warning : ui::Tone::positive);
      ui::beside();
    }
    if (result.overdue > 0) overdue = fmt::format("{}", result.overdue);
    ui::quiet(fmt::format("{}, {}", stands->subject, stands->template_name));
  } else {
    ui::quiet("Not evaluated");
  }
  timer_line(view, run);
  ui::space_small();
  const std::array<ui::Tab, onboarding_tabs> list{
      ui::Tab{.label = "Board"},   ui::Tab{.label = "Checklist", .count = overdue, .tone = ui::Tone::warning},
      ui::Tab{.label = "Agenda"},  ui::Tab{.label = "Timeline"},
      ui::Tab{.label = "Minutes"}, ui::Tab{.label = "All fields"}};
  int tab = static_cast<int>(view.onboarding_tab);
  if (ui::tabs("Parts of the run", list, tab)) view.onboarding_tab = static_cast<OnboardingTab>(tab);
  const bool is_checklist = view.onboarding_tab == OnboardingTab::checklist;
  state.takes_focus |= is_checklist && !state.was_checklist;
  state.was_checklist = is_checklist;
  ui::space_large();
}

void onboarding_panel(View& view, const model::Onboarding& run) {
  const auto& stands = view.session.onboarding(run.id);
  if (!stands) {
    ui::empty_state(ui::Icon::flag, "Not evaluated",
                    "The run needs a playbook that has its template, and both must be free of mistakes.");
    return;
  }
  switch (view.onboarding_tab) {
    case OnboardingTab::board:
      return board_panel(view, run, *stands);
    case OnboardingTab::checklist:
      return checklist_panel(view, run, *stands);
    case OnboardingTab::agenda:
      return agenda_panel(view, run);
    case OnboardingTab::timeline:
      return timeline_panel(view, run, stands->result);
    case OnboardingTab::minutes:
      return minutes_panel(view, run, *stands);
    case OnboardingTab::document:
      break;
  }
}

}  // namespace dealwright::web
