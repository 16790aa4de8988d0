#include "web/panels/checklist_keys.hpp"

#include <fmt/format.h>

#include "core/onboarding/records.hpp"
#include "core/report/figures.hpp"
#include "web/app/checklist_steps.hpp"
#include "web/panels/edit.hpp"
#include "web/panels/onboarding_panel.hpp"

namespace dealwright::web {
namespace {

// Whether the item could not be done as it is recorded, for want of what proves it.
bool needs_evidence(const View& view, const model::Onboarding& run, const std::string& item) {
  const model::TemplateItem* const asked = template_item(view, run, item);
  const model::ItemRecord* const record = find_record(run, item);
  if (asked == nullptr || record == nullptr) return false;
  model::ItemRecord done = *record;
  done.state = model::ItemState::done;
  return onboarding::lacks_evidence(*asked, &done);
}

void begin_note(OnboardingView& state, const onboarding::ItemResult& item, Date today) {
  const model::NoteKind kind = state.note.kind;  // as the last one: notes of one kind often follow each other
  state.note = {};
  state.note.kind = kind;
  state.note.item = item.item;
  state.note.owner = item.person;
  state.note.on = today;
}

void go_forward(View& view, const model::Onboarding& run, const onboarding::ItemResult& item) {
  OnboardingView& state = view.onboarding;
  const auto next = state_after(recorded_state(run, item.item));
  if (item.lacks_evidence || (next == model::ItemState::done && needs_evidence(view, run, item.item))) {
    state.open_form(ItemForm::evidence);
    state.finishes = true;
    ui::current().toast(fmt::format("{} is done once its evidence is named.", item.name), ui::Tone::warning);
    return;
  }
  if (next) return put_state(view, run, item, *next);
  ui::current().platform().announce(fmt::format("{}: {} already", item.name, report::spaced(report::word(item.state))),
                                    false);
}

}  // namespace

ChecklistStep pressed_step(ImGuiID owner) {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.KeyCtrl || io.KeyAlt || io.KeySuper) return ChecklistStep::none;
  const auto pressed = [&](ImGuiKey key) { return ImGui::IsKeyPressed(key, ImGuiInputFlags_None, owner); };
  if (pressed(ImGuiKey_Space)) return io.KeyShift ? ChecklistStep::back : ChecklistStep::forward;
  if (io.KeyShift) return ChecklistStep::none;
  for (const auto& [key, step] : {std::pair{ImGuiKey_B, ChecklistStep::block},
                                  {ImGuiKey_N, ChecklistStep::not_apply},
                                  {ImGuiKey_E, ChecklistStep::evidence},
                                  {ImGuiKey_M, ChecklistStep::note}}) {
    if (ImGui::IsKeyPressed(key, false)) return step;
  }
  return ChecklistStep::none;
}

void put_state(View& view, const model::Onboarding& run, const onboarding::ItemResult& item, model::ItemState state,
               const std::string& reason, const std::string& evidence) {
  const std::string id = item.item;
  const std::string name = fmt::format("{}: {}", item.name, report::spaced(report::word(state)));
  const auto& stands = view.session.onboarding(run.id);
  if (!stands) return;
  const Date today = stands->result.today;
  const std::string run_id = run.id;
  const bool is_made = tell(view.session.edit<model::Onboarding>(run_id, name, "", [&](model::Onboarding& to) {
    if (!evidence.empty()) add_evidence(to, id, evidence);
    set_item_state(to, id, state, reason, today);
  }));
  if (is_made) ui::current().platform().announce(name, false);
}

void take_step(View& view, const model::Onboarding& run, const onboarding::ItemResult& item, ChecklistStep step) {
  OnboardingView& state = view.onboarding;
  switch (step) {
    case ChecklistStep::none:
      return;
    case ChecklistStep::forward:
      return go_forward(view, run, item);
    case ChecklistStep::back:
      if (const auto before = state_before(recorded_state(run, item.item))) put_state(view, run, item, *before);
      return;
    case ChecklistStep::block:
      return state.open_form(ItemForm::blocked);
    case ChecklistStep::not_apply:
      return state.open_form(ItemForm::not_applicable);
    case ChecklistStep::evidence:
      return state.open_form(ItemForm::evidence);
    case ChecklistStep::note:
      state.open_form(ItemForm::note);
      if (const auto& stands = view.session.onboarding(run.id)) begin_note(state, item, stands->result.today);
      return;
  }
}

}  // namespace dealwright::web
