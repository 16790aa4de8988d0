#include "web/panels/minutes_panel.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <imgui.h>

#include "core/evaluate.hpp"
#include "core/report/figures.hpp"
#include "core/report/minutes.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/choice.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/table.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

using report::MinutesNote;
using report::NoteStanding;

std::vector<const MinutesNote*> notes_of(const report::Minutes& minutes, int kind) {
  std::vector<const MinutesNote*> notes;
  const auto add = [&](const std::vector<MinutesNote>& list) {
    for (const MinutesNote& note : list)
      if (kind < 0 || static_cast<int>(note.kind) == kind) notes.push_back(&note);
  };
  for (const auto& run : minutes.runs) {
    for (const auto& workshop : run.workshops) add(workshop.notes);
    add(run.elsewhere);
  }
  return notes;
}

void kind_filter(int& kind) {
  std::vector<std::string> labels{"All kinds"};
  for (const auto word : document::type_of<model::NoteKind>().choices) labels.push_back(report::titled(word));
  const std::vector<std::string_view> views(labels.begin(), labels.end());
  int selected = kind + 1;
  if (ui::choice({.label = "Kind of note", .label_hidden = true, .width = 220}, views, selected).changed)
    kind = std::max(0, selected) - 1;
}

ui::Tone tone_of(NoteStanding standing) {
  return standing == NoteStanding::overdue  ? ui::Tone::negative
         : standing == NoteStanding::closed ? ui::Tone::positive
                                            : ui::Tone::neutral;
}

// Returns the id of the note that was pressed; "" where none was.
std::string notes_table(const std::vector<const MinutesNote*>& notes) {
  // What is noted has the most of the room; of the rest, a narrow window shows the sooner needed.
  const float room = ImGui::GetContentRegionAvail().x;
  const bool says_when = room >= 1000, says_about = room >= 720;
  std::vector<ui::Column> columns{{.head = "Note", .weight = 4, .wraps = true}, {.head = "Kind", .width = 100}};
  if (says_about) columns.push_back({.head = "About", .weight = 1.4F, .wraps = true});
  if (says_when) columns.push_back({.head = "Noted", .width = 96});
  columns.push_back({.head = "Owner", .wraps = true});
  columns.push_back({.head = "Due", .width = 96});
  columns.push_back({.head = "State", .kind = ui::ColumnKind::other, .width = 100});
  std::string pressed;
  ui::Card card("notes", {.title = "Notes", .flush = true});
  ui::Table table("Notes", columns,
                  {.selectable = true, .empty = "Nothing is noted. In the checklist, M adds a note to an item."});
  table.rows(static_cast<int>(notes.size()), [&](int at) {
    const MinutesNote& note = *notes[static_cast<std::size_t>(at)];
    if (table.row(note.id)) pressed = note.id;
    table.text(note.text);
    table.quiet(note.score ? fmt::format("{}, {}", report::word(note.kind), *note.score) : report::word(note.kind));
    if (says_about) table.quiet(note.about);
    if (says_when) table.quiet(note.on.to_string());
    table.text(note.owner);
    table.text(note.due.to_string());
    if (note.kind == model::NoteKind::decision) {
      table.skip();
    } else {
      table.chip(report::word(note.standing), tone_of(note.standing));
    }
  });
  return pressed;
}

// The whole run's, or those of one workshop.
void export_line(View& view, const model::Onboarding& run, Date today) {
  OnboardingView& state = view.onboarding;
  std::vector<std::string_view> labels{"The whole run"};
  int selected = 0;
  for (const model::Workshop& one : run.workshops) {
    if (one.id == state.minutes_workshop) selected = static_cast<int>(labels.size());
    labels.push_back(one.title);
  }
  if (ui::choice({.label = "Minutes of", .label_hidden = true, .width = 320}, labels, selected).changed)
    state.minutes_workshop = selected <= 0 ? "" : run.workshops[static_cast<std::size_t>(selected) - 1].id;
  ui::beside();
  const bool as_markdown = ui::button("Export as Markdown", {.icon = ui::Icon::download});
  ui::beside();
  const bool as_html =
      ui::button("Export as a page", {.icon = ui::Icon::download, .help = "HTML, to print or to send"});
  if (!as_markdown && !as_html) return;
  const report::Minutes minutes =
      report::minutes_of(view.session.programme(), {run.id}, state.minutes_workshop, today, engine_version());
  const std::string name = run.id + (state.minutes_workshop.empty() ? "" : "-" + state.minutes_workshop) +
                           (as_html ? "-minutes.html" : "-minutes.md");
  Platform& platform = ui::current().platform();
  platform.save(name, as_html ? report::minutes_html(minutes) : report::minutes_markdown(minutes));
  ui::current().toast("The minutes were handed to you as " + name + ".", ui::Tone::positive);
}

}  // namespace

void minutes_panel(View& view, const model::Onboarding& run, const report::OnboardingRun& stands) {
  OnboardingView& state = view.onboarding;
  const Date today = stands.result.today;
  if (state.minutes_revision != view.session.revision()) {
    state.minutes = report::minutes_of(view.session.programme(), {run.id}, "", today, engine_version());
    state.minutes_revision = view.session.revision();
  }
  export_line(view, run, today);
  kind_filter(state.note_kind);
  const std::string pressed = notes_table(notes_of(state.minutes, state.note_kind));
  if (pressed.empty()) return;
  for (std::size_t at = 0; at < run.notes.size(); ++at)
    if (run.notes[at].id == pressed) return view.open_at({Kind::onboarding, run.id}, fmt::format("/notes/{}", at));
}

}  // namespace dealwright::web
