#include "web/panels/sidebar.hpp"

#include <array>

#include <fmt/format.h>
#include <imgui.h>

#include "web/panels/programme_menu.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/dialog.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/navigation.hpp"
#include "web/ui/widgets/text.hpp"
#include "web/ui/widgets/text_field.hpp"

namespace dealwright::web {
namespace {

constexpr const char* deletion = "Delete what could not be read";
constexpr std::size_t most_notices = 3;
constexpr std::size_t most_whole = 100;  // documents of a kind that are all drawn; of more only those in sight

struct Group {
  Kind kind;
  std::string_view title;
  ui::Icon icon;
  bool open;  // at first
};

constexpr std::array<Group, kind_count> groups{Group{Kind::deal, "Deals", ui::Icon::document, true},
                                               Group{Kind::customer, "Customers", ui::Icon::building, false},
                                               Group{Kind::partner, "Partners", ui::Icon::people, false},
                                               Group{Kind::price_book, "Price books", ui::Icon::book, true},
                                               Group{Kind::guardrails, "Guardrails", ui::Icon::shield, false},
                                               Group{Kind::onboarding, "Onboarding", ui::Icon::success, false},
                                               Group{Kind::portfolio, "Growth plans", ui::Icon::document, false},
                                               Group{Kind::success_plan, "Success plans", ui::Icon::document, false},
                                               Group{Kind::playbook, "Playbooks", ui::Icon::book, false},
                                               Group{Kind::brand, "Brands", ui::Icon::tag, false}};

void results(View& view, const std::string& query) {
  const auto hits = view.session.search(query);
  if (hits.empty()) {
    ui::quiet("No match.");
    return;
  }
  const SearchHit* pressed = nullptr;
  for (const auto& hit : hits) {
    ImGui::PushID(to_string(hit.ref).c_str());
    if (ui::entry(hit.name, {.detail = kind_words(hit.ref.kind)})) pressed = &hit;
    if (!hit.excerpt.empty()) {
      // Under the name, which has a ground of its own.
      ImGui::Indent(ui::theme().space.small);
      ui::quiet(hit.excerpt, ui::Type::caption);
      ImGui::Unindent(ui::theme().space.small);
    }
    ImGui::PopID();
  }
  if (pressed == nullptr) return;
  if (pressed->pointer.empty()) {
    view.open(pressed->ref);
  } else {
    view.open_at(pressed->ref, pressed->pointer);
  }
}

// Saved work that could not be read.
std::vector<FileOut> notices(Session& session) {
  std::vector<FileOut> files;
  const auto& told = session.notices();
  if (told.empty()) return files;
  const auto& unread = session.unread();
  ui::banner(unread.empty() ? "Something was changed as it was read." : "Not everything could be read.",
             ui::Tone::warning);
  ui::space_small();
  for (std::size_t i = 0; i < told.size() && i < most_notices; ++i)
    ui::paragraph(told[i].file + ": " + told[i].message, ui::Type::caption);
  if (told.size() > most_notices) ui::quiet(fmt::format("and {} more", told.size() - most_notices));
  if (!unread.empty() && ui::button("Export what could not be read", {.small = true, .width = -1})) {
    for (const auto& [id, text] : unread) files.push_back({id + "-unread.json", text});
  }
  bool dismisses = ui::button("Dismiss", {.kind = ui::ButtonKind::quiet, .small = true});
  if (dismisses && !unread.empty()) {
    ui::open_dialog(deletion);
    dismisses = false;
  }
  if (ui::Dialog dialog(deletion); dialog) {
    ui::paragraph("It goes from this browser for good. Export it first if you may need it.");
    dismisses = dialog.actions("Delete for good", ui::ButtonKind::danger);
  }
  if (dismisses) session.clear_notices();
  ui::space_large();
  return files;
}

// Whether it was pressed.
bool document_entry(const View& view, const Group& of, const DocumentEntry& document, bool selected) {
  ui::Tone tone = document.is_sound ? ui::Tone::neutral : ui::Tone::negative;
  ui::Icon icon = of.icon;
  std::string_view detail;
  if (of.kind == Kind::deal && document.is_sound) {
    const auto* evaluation = view.session.evaluation(document.ref.id);
    tone = verdict_of(evaluation).tone;
    if (tone == ui::Tone::negative) detail = "fails";
    icon = ui::icon_of(tone);
  } else if (!document.is_sound) {
    icon = ui::Icon::error;
    detail = "has errors";
  }
  ImGui::PushID(document.ref.id.c_str());
  const bool pressed =
      ui::entry(document.name, {.icon = icon, .detail = detail, .selected = selected, .depth = 1, .tone = tone});
  ImGui::PopID();
  return pressed;
}

void group(View& view, const Group& of) {
  const auto& documents = view.session.documents(of.kind);
  auto* storage = ImGui::GetStateStorage();
  const ImGuiID key = ImGui::GetID(of.title.data());
  bool open = storage->GetBool(key, of.open);
  const bool drawn = ui::disclosure(of.title, open, {.count = fmt::format("{}", documents.size())});
  storage->SetBool(key, open);
  if (!drawn) return;
  const bool adds = ui::entry("New " + kind_words(of.kind),
                              {.icon = ui::Icon::add, .disabled = !view.session.has_room(), .depth = 1});
  const auto shown = view.shown();
  std::optional<DocumentRef> pressed;
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(documents.size()));
  if (documents.size() <= most_whole) clipper.IncludeItemsByIndex(0, static_cast<int>(documents.size()));
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const DocumentEntry& document = documents[static_cast<std::size_t>(i)];
      if (document_entry(view, of, document, shown == document.ref)) pressed = document.ref;
    }
  }
  if (pressed) view.open(*pressed);
  if (adds) view.open(view.session.add(of.kind), DealTab::deal);
}

// The programme, and beside it what can be done with it.
void programme(View& view) {
  ui::Columns columns("programme", {5, 1}, 0, ui::theme().space.tight);
  columns.next();
  if (ui::entry(view.session.open_name(), {.icon = ui::Icon::folder, .selected = view.place == Place::home}))
    view.place = Place::home;
  columns.next();
  programme_menu(view);
}

}  // namespace

std::vector<FileOut> sidebar(View& view) {
  auto files = notices(view.session);
  programme(view);
  const auto& diagnostics = view.session.diagnostics();
  if (!diagnostics.empty()) {
    const std::string count = fmt::format("{}", diagnostics.size());
    if (ui::entry("Diagnostics", {.icon = ui::Icon::warning,
                                  .detail = count,
                                  .selected = view.place == Place::diagnostics,
                                  .tone = has_errors(diagnostics) ? ui::Tone::negative : ui::Tone::warning}))
      view.place = Place::diagnostics;
  }
  ui::space_small();
  ui::search_field({.label = "Search documents", .hint = "Search", .label_hidden = true}, view.query);
  ui::space_small();
  if (!view.query.empty()) {
    results(view, view.query);
    return files;
  }
  for (const auto& of : groups) group(view, of);
  return files;
}

}  // namespace dealwright::web
