#include "web/panels/agenda_panel.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <imgui.h>

#include "core/report/figures.hpp"
#include "web/panels/onboarding_panel.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/choice.hpp"
#include "web/ui/widgets/item.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/table.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

constexpr float clock_size = 96;  // CSS pixels of the line: it is read across a room
constexpr int seconds_per_minute = 60;

const model::Workshop* find_workshop(const model::Onboarding& run, const std::string& id) {
  for (const model::Workshop& one : run.workshops)
    if (one.id == id) return &one;
  return nullptr;
}

// The agenda item whose time is taken; null where there is none.
const model::AgendaItem* timed_item(const AgendaTimer& timer, const model::Onboarding& run) {
  if (timer.run() != run.id) return nullptr;
  const model::Workshop* const workshop = find_workshop(run, timer.workshop());
  return workshop == nullptr || timer.item() >= workshop->agenda.size() ? nullptr : &workshop->agenda[timer.item()];
}

int seconds_left(const AgendaTimer& timer, const model::AgendaItem& item) {
  return item.minutes * seconds_per_minute - timer.spent(ui::current().platform().now());
}

std::string left_text(int left) {
  return left < 0 ? clock_text(-left) + " over time" : clock_text(left) + " left";
}

void big_clock(int left) {
  if (ui::is_skipped()) return;
  const ui::Theme& t = ui::theme();
  const std::string text = clock_text(left);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImRect box(at, {at.x + ui::room(), at.y + clock_size});
  ImGui::Dummy(box.GetSize());
  ImGui::GetWindowDrawList()->AddText(ui::current().font(ui::Type::display), clock_size, at,
                                      ui::paint(left < 0 ? t.text_of(ui::Tone::warning) : t.colours.text), text.data(),
                                      text.data() + text.size());
  ui::mirror().add(Role::text, left < 0 ? "Over time" : "Time left", box).value = text;
}

void clock_card(AgendaTimer& timer, const model::Workshop& workshop, const model::AgendaItem& item) {
  const double now = ui::current().platform().now();
  const int left = seconds_left(timer, item);
  ui::Card card("clock", {.title = item.title,
                          .detail = report::counted(item.minutes, "minute", "minutes") +
                                    (item.lead.empty() ? "" : ", " + item.lead)});
  big_clock(left);
  if (left < 0) ui::chip("over time", ui::Tone::warning);
  if (timer.is_running()) {
    if (ui::button("Pause", {.kind = ui::ButtonKind::primary, .icon = ui::Icon::clock})) timer.pause(now);
  } else if (ui::button("Start", {.kind = ui::ButtonKind::primary, .icon = ui::Icon::play})) {
    timer.start(now);
  }
  ui::beside();
  const bool is_last = timer.item() + 1 >= workshop.agenda.size();
  if (ui::button("Next", {.icon = ui::Icon::arrow_right, .disabled = is_last})) timer.next(now);
}

// Returns the agenda item that was pressed, or -1.
int agenda_table(const model::Workshop& workshop, const std::vector<onboarding::Readiness>& tracks,
                 const AgendaTimer& timer) {
  static constexpr std::array<ui::Column, 4> columns{ui::Column{.head = "Item", .weight = 2.4F},
                                                     ui::Column{.head = "Track"}, ui::Column{.head = "Lead"},
                                                     ui::Column{.head = "Minutes", .kind = ui::ColumnKind::number}};
  int pressed = -1;
  long long minutes = 0;
  ui::Card card("agenda", {.title = workshop.title, .detail = workshop.on.to_string(), .flush = true});
  ui::Table table("Agenda", columns, {.selectable = true, .empty = "The agenda is empty."});
  table.rows(static_cast<int>(workshop.agenda.size()), [&](int at) {
    const model::AgendaItem& item = workshop.agenda[static_cast<std::size_t>(at)];
    minutes += item.minutes;
    if (table.row(item.id, static_cast<std::size_t>(at) == timer.item())) pressed = at;
    table.text(item.title);
    const auto track =
        std::find_if(tracks.begin(), tracks.end(), [&](const auto& one) { return one.id == item.track; });
    table.quiet(track == tracks.end() ? item.track : track->name);
    table.quiet(item.lead);
    table.number(fmt::format("{}", item.minutes));
  });
  if (workshop.agenda.empty()) return -1;
  table.totals();
  table.text("Total");
  table.skip();
  table.skip();
  table.number(fmt::format("{}", minutes));
  return pressed;
}

const model::Workshop& chosen_workshop(OnboardingView& state, const AgendaTimer& timer, const model::Onboarding& run) {
  if (state.workshop.empty() && timer.run() == run.id) state.workshop = timer.workshop();
  std::vector<ui::Option> options;
  std::vector<std::string> days;
  days.reserve(run.workshops.size());
  int selected = 0;
  for (const model::Workshop& one : run.workshops) {
    if (one.id == state.workshop) selected = static_cast<int>(options.size());
    options.push_back({one.title, days.emplace_back(one.on.to_string())});
  }
  ui::choice({.label = "Workshop", .width = 480}, options, selected);
  const model::Workshop& chosen = run.workshops[static_cast<std::size_t>(std::max(0, selected))];
  state.workshop = chosen.id;
  return chosen;
}

}  // namespace

void agenda_panel(View& view, const model::Onboarding& run) {
  OnboardingView& state = view.onboarding;
  AgendaTimer& timer = view.timer;
  if (run.workshops.empty()) {
    if (ui::empty_state(ui::Icon::calendar, "No workshop yet", "A workshop and its agenda are stated among the fields.",
                        "All fields"))
      view.onboarding_tab = OnboardingTab::document;
    return;
  }
  const model::Workshop& workshop = chosen_workshop(state, timer, run);
  if (timer.run() != run.id || timer.workshop() != workshop.id || timer.item() >= workshop.agenda.size())
    timer.choose(run.id, workshop.id, 0);
  ui::Columns columns("agenda", {1, 1.4F}, 320);
  columns.next();
  const model::AgendaItem* const item = timed_item(timer, run);
  if (item != nullptr) {
    clock_card(timer, workshop, *item);
    if (!item->track.empty() && ui::button("Show its items", {.icon = ui::Icon::filter})) {
      open_item(view, {});
      state.track = item->track;
    }
  }
  columns.next();
  const auto& stands = view.session.onboarding(run.id);
  const int pressed =
      agenda_table(workshop, stands ? stands->result.tracks : std::vector<onboarding::Readiness>(), timer);
  if (pressed >= 0) timer.choose(run.id, workshop.id, static_cast<std::size_t>(pressed));
}

void timer_line(View& view, const model::Onboarding& run) {
  const AgendaTimer& timer = view.timer;
  const model::AgendaItem* const item = timed_item(timer, run);
  if (item == nullptr || !timer.is_running()) return;
  Platform& platform = ui::current().platform();
  platform.wake_at(timer.next_second(platform.now()));
  const int left = seconds_left(timer, *item);
  ui::beside();
  ui::chip(fmt::format("{}: {}", item->title, left_text(left)), left < 0 ? ui::Tone::warning : ui::Tone::accent,
           ui::Icon::clock);
  const int place = static_cast<int>(timer.item());
  if (left < 0 && view.onboarding.told_over != place)
    ui::current().toast(fmt::format("The time of \"{}\" is over.", item->title), ui::Tone::warning);
  view.onboarding.told_over = left < 0 ? place : -1;
}

}  // namespace dealwright::web
