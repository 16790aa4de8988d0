#include "tests/web/bench_page/gallery.hpp"

#include <array>

#include <imgui.h>

#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/navigation.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {

void Gallery::draw() {
  const ui::Theme& t = ui::theme();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(t.space.wide, t.space.large));
  ImGui::Begin("##gallery", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBringToFrontOnFocus);
  ImGui::PopStyleVar();
  draw_head();
  {
    const ui::Region body("Widgets", {.padding = 2});
    switch (page) {
      case actions: {
        ui::Columns columns("actions", {1, 1}, 360);
        columns.next();
        draw_buttons();
        draw_navigation();
        columns.next();
        draw_feedback();
        break;
      }
      case data:
        draw_stats();
        draw_table();
        draw_chips();
        break;
      case charts: {
        ui::Columns columns("charts", {1, 1}, 360);
        columns.next();
        draw_time_charts();
        columns.next();
        draw_part_charts();
        break;
      }
      case icons: {
        ui::Columns columns("signs", {1, 1}, 360);
        columns.next();
        draw_type();
        columns.next();
        draw_icons();
        break;
      }
      default: {
        ui::Columns columns("fields", {1, 1, 1}, 280);
        columns.next();
        draw_fields();
        columns.next();
        draw_numbers();
        columns.next();
        draw_choices();
        break;
      }
    }
  }
  ImGui::End();
}

void Gallery::draw_head() {
  ui::Look look = ui::theme().look;
  ui::heading("Widgets", 1);
  int mode = look.mode == ui::Mode::dark ? 1 : 0;
  int density = look.density == ui::Density::compact ? 1 : 0;
  constexpr std::array<std::string_view, 2> modes = {"Light", "Dark"};
  constexpr std::array<std::string_view, 2> densities = {"Comfortable", "Compact"};
  ui::at_right(ui::segmented_width(modes) + ui::segmented_width(densities) + ui::theme().space.small);
  if (ui::segmented("Mode", modes, mode)) look.mode = mode == 1 ? ui::Mode::dark : ui::Mode::light;
  ui::beside();
  if (ui::segmented("Density", densities, density)) {
    look.density = density == 1 ? ui::Density::compact : ui::Density::comfortable;
  }
  constexpr std::array<ui::Tab, pages> tabs = {
      {{"Fields"}, {"Actions"}, {"Data", "3"}, {"Charts"}, {"Type and signs"}}};
  ui::tabs("Pages", tabs, page);
  ui::space(ui::theme().space.large);
  ui::current().set_look(look);
}

void Gallery::draw_icons() {
  const ui::Card card("Signs");
  const float left = ImGui::GetCursorPosX();
  const float right = left + ImGui::GetContentRegionAvail().x;
  for (int i = 1; i < ui::icons; ++i) {
    if (i > 1) ui::beside(20);
    if (ImGui::GetCursorPosX() + 20 > right) ImGui::NewLine();
    ui::icon(static_cast<ui::Icon>(i), ui::colours().text, {}, 20);
  }
  ui::space_large();
  for (int tone = 0; tone < ui::tones; ++tone) {
    if (tone > 0) ui::beside(20);
    ui::icon(ui::icon_of(static_cast<ui::Tone>(tone)), ui::theme().text_of(static_cast<ui::Tone>(tone)), {}, 32);
  }
}

void Gallery::draw_type() {
  const ui::Card card("Type");
  ui::text("4,830.00 EUR", ui::Type::display);
  ui::heading("Title of a panel", 1);
  ui::heading("Heading of a card", 2);
  ui::text("Label, or a word that stands out", ui::Type::strong);
  ui::text("Body: the quick brown fox prices a lazy dog, 0123456789.");
  ui::quiet("Quiet: what is said on the side.");
  ui::quiet("Caption: heads of columns, axes and hints", ui::Type::caption);
  ui::paragraph("Żółć, Ærøskøbing, Überstaď, € £ ¥ ₹ ₺ ₩ → ≤ ≥ − ½");
  ui::rule();
  ui::paragraph(
      "A paragraph takes as many lines as it needs. The price book says what a service costs; the deal says how much "
      "of it, "
      "for how long and with which discount; the guardrails say what may not happen.");
}

}  // namespace dealwright::web
