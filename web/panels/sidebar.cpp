#include "web/panels/sidebar.hpp"

#include <array>

#include <fmt/format.h>
#include <imgui.h>

#include "web/panels/route.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/navigation.hpp"
#include "web/ui/widgets/text.hpp"
#include "web/ui/widgets/text_field.hpp"

namespace dealwright::web {
namespace {

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
                                               Group{Kind::brand, "Brands", ui::Icon::tag, false}};

void results(View& view, const std::string& query) {
  const auto hits = view.session.search(query);
  if (hits.empty()) {
    ui::quiet("Nothing is called so.");
    return;
  }
  std::optional<DocumentRef> pressed;
  for (const auto& hit : hits) {
    ImGui::PushID(to_string(hit.ref).c_str());
    if (ui::entry(hit.name, {.detail = kind_words(hit.ref.kind)})) pressed = hit.ref;
    if (!hit.excerpt.empty()) ui::quiet(hit.excerpt, ui::Type::caption);
    ImGui::PopID();
  }
  if (pressed) view.open(*pressed);
}

void group(View& view, const Group& of) {
  const auto documents = view.session.documents(of.kind);
  auto* storage = ImGui::GetStateStorage();
  const ImGuiID key = ImGui::GetID(of.title.data());
  bool open = storage->GetBool(key, of.open);
  const bool drawn = ui::disclosure(of.title, open, {.count = fmt::format("{}", documents.size())});
  storage->SetBool(key, open);
  if (!drawn) return;
  std::optional<DocumentRef> pressed;
  for (const auto& document : documents) {
    ImGui::PushID(document.ref.id.c_str());
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
      detail = "mistakes";
    }
    const bool selected = view.shown() == document.ref;
    if (ui::entry(document.name, {.icon = icon, .detail = detail, .selected = selected, .depth = 1, .tone = tone}))
      pressed = document.ref;
    ImGui::PopID();
  }
  if (pressed) view.open(*pressed);
}

}  // namespace

void sidebar(View& view) {
  if (ui::entry(view.session.open_name(), {.icon = ui::Icon::folder, .selected = view.place == Place::home}))
    view.place = Place::home;
  const auto diagnostics = view.session.diagnostics();
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
    return;
  }
  for (const auto& of : groups) group(view, of);
}

}  // namespace dealwright::web
