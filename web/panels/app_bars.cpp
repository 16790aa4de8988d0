// What frames the content: the bar above with its buttons, a deal's title and tabs, lasting messages, the line below.

#include <array>
#include <vector>

#include <fmt/format.h>
#include <imgui.h>

#include "web/panels/app_state.hpp"
#include "web/panels/document_menu.hpp"
#include "web/panels/route.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/navigation.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

constexpr int tool_count = 5;  // of the header's buttons, without the rows' and a document's menu

std::string short_print(const std::string& fingerprint) {
  constexpr std::size_t shown = 12;
  return fingerprint.substr(0, shown);
}

std::string_view words_of(SaveState state) {
  switch (state) {
    case SaveState::saved:
      return "Saved in this browser";
    case SaveState::unsaved:
    case SaveState::saving:
      return "Saving…";
    case SaveState::failed:
      break;
  }
  return "Not saved";
}

}  // namespace

void App::State::header() {
  if (is_narrow()) {
    if (ui::icon_button(ui::Icon::menu, "Documents")) sidebar_open = !sidebar_open;
    ui::beside();
  }
  const auto shown = view.shown();
  // Under a finger rows are as high as they are, and there is no room for one button more.
  const bool has_density = !ui::theme().look.touch;
  const float tools =
      static_cast<float>(tool_count + (has_density ? 1 : 0) + (shown ? 1 : 0)) * ui::theme().control_height;
  const std::string kind = shown ? titled_kind(shown->kind) : "";
  const std::string name = title_of(view);
  std::vector<std::string_view> parts{session.open_name()};
  if (shown) parts.push_back(kind);
  if (view.place != Place::home) parts.push_back(name);
  // Where the buttons take all the room, the title below says where one is.
  constexpr float least_trail = 200;
  if (ImGui::GetContentRegionAvail().x - tools >= least_trail && ui::breadcrumb(parts, tools) >= 0) view.go_home();

  ui::at_right(tools);
  const std::string undo_words = session.can_undo() ? fmt::format("Undo: {}", session.undo_name()) : "Nothing to undo";
  const std::string redo_words = session.can_redo() ? fmt::format("Redo: {}", session.redo_name()) : "Nothing to redo";
  if (ui::icon_button(
          ui::Icon::undo, "Undo",
          {.kind = ui::ButtonKind::quiet, .disabled = !session.can_undo(), .help = undo_words, .shortcut = "Ctrl+Z"}))
    tell_history("Undone", session.undo());
  ui::beside(0);
  if (ui::icon_button(
          ui::Icon::redo, "Redo",
          {.kind = ui::ButtonKind::quiet, .disabled = !session.can_redo(), .help = redo_words, .shortcut = "Ctrl+Y"}))
    tell_history("Redone", session.redo());
  ui::beside(0);
  if (ui::icon_button(ui::Icon::upload, "Import documents")) platform.pick_files(".json,.jsonl", true);
  ui::beside(0);
  if (ui::icon_button(ui::Icon::download, shown ? "Export this document" : "Export the programme")) {
    if (shown) {
      platform.save(session.export_name(*shown), session.export_document(*shown));
      session.handed_out(*shown);
    } else {
      hand_out();
    }
  }
  ui::beside(0);
  ui::Look look = ui.theme().look;
  const bool is_dark = look.mode == ui::Mode::dark;
  if (ui::icon_button(is_dark ? ui::Icon::sun : ui::Icon::moon, is_dark ? "Light colours" : "Dark colours")) {
    look.mode = is_dark ? ui::Mode::light : ui::Mode::dark;
    ui.set_look(look);
  }
  if (has_density) {
    ui::beside(0);
    const bool is_compact = look.density == ui::Density::compact;
    if (ui::icon_button(ui::Icon::table, is_compact ? "Comfortable rows" : "Compact rows")) {
      look.density = is_compact ? ui::Density::comfortable : ui::Density::compact;
      ui.set_look(look);
    }
  }
  if (!shown) return;
  ui::beside(0);
  document_menu(view, *shown);
}

void App::State::deal_header(const model::Deal& deal) {
  const auto* evaluation = session.evaluation(deal.id);
  const auto verdict = verdict_of(evaluation);
  ui::heading(deal.name.empty() ? deal.id : deal.name, 1);
  ui::chip(verdict.word, verdict.tone);
  ui::beside();
  const void* customer = session.document({Kind::customer, deal.customer});
  const void* partner = session.document({Kind::partner, deal.partner});
  ui::quiet(fmt::format("{} for {}", partner != nullptr ? document_name(Kind::partner, partner) : deal.partner,
                        customer != nullptr ? document_name(Kind::customer, customer) : deal.customer));
  ui::space_small();
  const std::string found =
      evaluation != nullptr && !evaluation->findings.empty() ? fmt::format("{}", evaluation->findings.size()) : "";
  const std::array<ui::Tab, deal_tabs> list{
      ui::Tab{.label = "Deal"},       ui::Tab{.label = "Quote"},
      ui::Tab{.label = "Schedule"},   ui::Tab{.label = "Margins"},
      ui::Tab{.label = "Return"},     ui::Tab{.label = "Partner"},
      ui::Tab{.label = "Simulation"}, ui::Tab{.label = "Sensitivity"},
      ui::Tab{.label = "Compare"},    ui::Tab{.label = "Guardrails", .count = found, .tone = verdict.tone},
      ui::Tab{.label = "All fields"}};
  int tab = static_cast<int>(view.tab);
  if (ui::tabs("Parts of the deal", list, tab)) view.tab = static_cast<DealTab>(tab);
  ui::space_large();
}

void App::State::banners() {
  const bool is_unsaved = session.save_state() == SaveState::failed;
  if (is_unsaved) {
    const std::string words = "Not saved. " + session.save_error();
    if (!told_unsaved) platform.announce(words, true);
    if (ui::banner(words, ui::Tone::negative, "Export the programme")) hand_out();
    ui::space_large();
  }
  told_unsaved = is_unsaved;
  if (update_ready && ui::banner("A newer release is ready.", ui::Tone::accent, "Load it")) {
    session.hurry_storage();
    store();
    platform.take_update();
  }
  if (update_ready) ui::space_large();
}

void App::State::status() {
  const auto failed = session.save_state() == SaveState::failed;
  ui::text(words_of(session.save_state()), ui::Type::caption,
           failed ? ui.theme().text_of(ui::Tone::negative) : ui.theme().colours.text_quiet);
  const auto shown = view.shown();
  if (!shown || shown->kind != Kind::deal) return;
  const auto prints = session.fingerprints(shown->id);
  if (!prints) return;
  const std::string words =
      fmt::format("Fingerprint {} > {}", short_print(prints->inputs), short_print(prints->outputs));
  ui::at_right(ui::width_of(words, ui::Type::caption));
  ui::quiet(words, ui::Type::caption);
  ui::tooltip(fmt::format("SHA-256 of what goes in {} and of what comes out {}, as the runner prints them",
                          prints->inputs, prints->outputs));
}

// Over everything while files are held above the page.
void App::State::drop_target() const {
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  const ui::Theme& t = ui.theme();
  ImDrawList& over = *ImGui::GetForegroundDrawList();
  over.AddRectFilled({0, 0}, size, (t.colours.canvas & ~IM_COL32_A_MASK) | 0xD8U << IM_COL32_A_SHIFT);
  over.AddRect({8, 8}, {size.x - 8, size.y - 8}, t.colours.accent, 8, 0, 2);
  constexpr std::string_view words = "Drop documents or a bundle to import them";
  const ImVec2 extent = ImGui::CalcTextSize(words.data(), words.data() + words.size());
  over.AddText({(size.x - extent.x) / 2, (size.y - extent.y) / 2}, t.colours.text, words.data(),
               words.data() + words.size());
}

}  // namespace dealwright::web
