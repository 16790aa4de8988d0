#include "web/panels/checklist_form.hpp"

#include <array>

#include <fmt/format.h>
#include <imgui.h>

#include "core/base/words.hpp"
#include "core/report/figures.hpp"
#include "web/app/checklist_steps.hpp"
#include "web/panels/checklist_keys.hpp"
#include "web/panels/edit.hpp"
#include "web/panels/onboarding_panel.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/choice.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/number_field.hpp"
#include "web/ui/widgets/text.hpp"
#include "web/ui/widgets/text_field.hpp"

namespace dealwright::web {
namespace {

bool by_enter(const ui::FieldEdit& edit) {
  return edit.committed &&
         (ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false));
}

// Save and Cancel. Returns whether it is to be saved; Escape cancels too.
bool buttons(OnboardingView& state, bool is_complete, bool is_entered) {
  const bool saves =
      ui::button("Save", {.kind = ui::ButtonKind::primary, .disabled = !is_complete, .shortcut = "Enter"});
  ui::beside();
  if (ui::button("Cancel", {.shortcut = "Esc"}) || ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
    state.close_form();
    return false;
  }
  return is_complete && (saves || is_entered);
}

// One line of words that must be said.
bool words_form(OnboardingView& state, ui::Field field, std::size_t most_bytes) {
  field.takes_keyboard = state.form_opens;
  const auto edit = ui::text_field(field, state.words, most_bytes);
  return buttons(state, !is_blank(state.words), by_enter(edit));
}

ui::FieldEdit rating(std::string_view label, std::string_view help, std::optional<int>& value) {
  static constexpr std::array<std::string_view, 6> labels{"Not rated", "1", "2", "3", "4", "5"};
  int selected = value.value_or(0);
  const auto edit = ui::choice({.label = label, .help = help}, labels, selected);
  if (edit.changed) value = selected > 0 ? std::optional(selected) : std::nullopt;
  return edit;
}

bool note_form(OnboardingView& state) {
  model::Note& note = state.note;
  const bool is_action = note.kind == model::NoteKind::action, is_risk = note.kind == model::NoteKind::risk;
  bool is_entered = false;
  {
    ui::Columns columns("note", {1, 3}, 120);
    columns.next();
    const auto& words = document::type_of<model::NoteKind>().choices;
    std::vector<std::string> labels;
    for (const auto word : words) labels.push_back(report::titled(word));
    const std::vector<std::string_view> views(labels.begin(), labels.end());
    int kind = static_cast<int>(note.kind);
    if (ui::choice({.label = "Kind"}, views, kind).changed && kind >= 0) note.kind = static_cast<model::NoteKind>(kind);
    columns.next();
    is_entered = by_enter(
        ui::text_field({.label = "Note", .required = true, .takes_keyboard = state.form_opens}, note.text, 4000));
  }
  {
    ui::Columns columns("details", 4, 120);
    columns.next();
    is_entered |= by_enter(ui::text_field({.label = "Owner", .required = is_action}, note.owner));
    if (note.kind != model::NoteKind::decision) {
      columns.next();
      is_entered |= by_enter(ui::date_field({.label = "Due", .required = is_action}, note.due, true));
    }
    if (is_risk) {
      columns.next();
      rating("Likelihood", "1 rare to 5 almost certain.", note.likelihood);
      columns.next();
      rating("Impact", "1 slight to 5 severe.", note.impact);
    }
  }
  const bool is_owned = !is_action || (!is_blank(note.owner) && note.due.is_stated());
  if (!is_owned) ui::quiet("An action needs an owner and a day on which it is due.");
  return buttons(state, !is_blank(note.text) && is_owned, is_entered);
}

void save_note(View& view, const model::Onboarding& run, const onboarding::ItemResult& item) {
  model::Note note = view.onboarding.note;
  if (note.kind != model::NoteKind::risk) note.likelihood = note.impact = std::nullopt;
  if (note.kind == model::NoteKind::decision) note.due = Date();
  const std::string name = fmt::format("{}: {} noted", item.name, report::word(note.kind));
  const std::string id = run.id;
  if (tell(view.session.edit<model::Onboarding>(id, name, "", [&](model::Onboarding& to) { add_note(to, note); })))
    ui::current().platform().announce(name, false);
}

void save_evidence(View& view, const model::Onboarding& run, const onboarding::ItemResult& item) {
  const std::string evidence = view.onboarding.words;
  if (view.onboarding.finishes) return put_state(view, run, item, model::ItemState::done, {}, evidence);
  const std::string name = fmt::format("{}: evidence", item.name);
  const std::string id = run.id, item_id = item.item;
  if (tell(view.session.edit<model::Onboarding>(id, name, "",
                                                [&](model::Onboarding& to) { add_evidence(to, item_id, evidence); })))
    ui::current().platform().announce(name, false);
}

}  // namespace

bool checklist_form(View& view, const model::Onboarding& run, const onboarding::ItemResult& item) {
  OnboardingView& state = view.onboarding;
  const ItemForm form = state.form;
  if (form == ItemForm::none) return false;
  bool saves = false;
  {
    ui::Card card("form", {.title = item.name});
    switch (form) {
      case ItemForm::blocked:
        saves = words_form(state, {.label = "Why is it blocked?", .required = true}, 1000);
        break;
      case ItemForm::not_applicable:
        saves = words_form(state, {.label = "Why does it not apply?", .required = true}, 1000);
        break;
      case ItemForm::evidence: {
        const model::TemplateItem* const asked = template_item(view, run, item.item);
        const std::string wanted = asked == nullptr || asked->evidence.empty() ? "" : "Asked for: " + asked->evidence;
        saves = words_form(state,
                           {.label = state.finishes ? "Evidence, with which it is done" : "Evidence",
                            .help = wanted,
                            .hint = "A document, a ticket, a link",
                            .required = true},
                           4096);
        break;
      }
      case ItemForm::note:
        saves = note_form(state);
        break;
      case ItemForm::none:
        break;
    }
  }
  state.form_opens = false;
  if (!saves) return false;
  state.close_form();
  switch (form) {
    case ItemForm::blocked:
      put_state(view, run, item, model::ItemState::blocked, state.words);
      break;
    case ItemForm::not_applicable:
      put_state(view, run, item, model::ItemState::not_applicable, state.words);
      break;
    case ItemForm::evidence:
      save_evidence(view, run, item);
      break;
    case ItemForm::note:
      save_note(view, run, item);
      break;
    case ItemForm::none:
      break;
  }
  return true;
}

}  // namespace dealwright::web
