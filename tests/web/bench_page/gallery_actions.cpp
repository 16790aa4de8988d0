#include <array>

#include "tests/web/bench_page/gallery.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/dialog.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/navigation.hpp"
#include "web/ui/widgets/text.hpp"
#include "web/ui/widgets/text_field.hpp"

namespace dealwright::web {

void Gallery::draw_buttons() {
  const ui::Card card("Buttons");
  ui::button("Save", {.kind = ui::ButtonKind::primary, .shortcut = "Ctrl+S"});
  ui::beside();
  ui::button("Compare");
  ui::beside();
  ui::button("Cancel", {.kind = ui::ButtonKind::quiet});
  ui::beside();
  if (ui::button("Delete", {.kind = ui::ButtonKind::danger, .icon = ui::Icon::trash}))
    ui::open_dialog("Delete this deal?");
  ui::button("Export", {.icon = ui::Icon::download, .help = "Writes the document as the runner reads it."});
  ui::beside();
  ui::button("Pinned", {.icon = ui::Icon::star, .selected = true});
  ui::beside();
  ui::button("Publish", {.kind = ui::ButtonKind::primary, .disabled = true});
  ui::beside();
  ui::button("Small", {.small = true});
  {
    const ui::Toolbar toolbar("Edit");
    ui::icon_button(ui::Icon::undo, "Undo", {.kind = ui::ButtonKind::quiet, .shortcut = "Ctrl+Z"});
    ui::beside(2);
    ui::icon_button(ui::Icon::redo, "Redo", {.kind = ui::ButtonKind::quiet, .disabled = true});
    ui::beside(2);
    ui::icon_button(ui::Icon::filter, "Filter", {.kind = ui::ButtonKind::quiet, .selected = true});
    ui::beside(2);
    const bool more = ui::icon_button(ui::Icon::more, "More");
    if (ui::Menu menu("More actions", more); menu) {
      menu.item("Duplicate", ui::Icon::copy, "Ctrl+D");
      menu.item("Move", ui::Icon::folder);
      menu.item("Delete", ui::Icon::trash, {}, true);
    }
  }
  constexpr std::array<std::string_view, 4> billings = {"Monthly", "Quarterly", "Annual", "Prepaid"};
  ui::segmented("Billing", billings, billing_);
}

void Gallery::draw_navigation() {
  const ui::Card card("Ways");
  constexpr std::array<std::string_view, 3> parts = {"Northbyte Partners", "Fjordline Outdoor", "Web shop 2026"};
  ui::breadcrumb(parts);
  constexpr std::array<ui::Step, 4> steps = {
      {{"Customer", true}, {"Fit", true, "Two answers are missing."}, {"Price"}, {"Review"}}};
  if (const int pressed = ui::stepper("Deal", steps, step_); pressed >= 0) step_ = pressed;
  constexpr std::array<ui::Tab, 4> list = {{{"Quote"}, {"Schedule"}, {"Guardrails", "2", ui::Tone::negative}, {"Why"}}};
  ui::tabs("Deal", list, tab_);
  ui::space_small();
  if (ui::disclosure("Hosting", open_, {.detail = "1,240.00 EUR", .count = "3"})) {
    ui::fact("Net monthly", "1,240.00");
    ui::fact("Cost monthly", "868.00");
    ui::fact("Margin", "30 %", ui::Tone::positive);
  }
  ui::disclosure("Support", closed_, {.detail = "310.00 EUR"});
  ui::rule();
  ui::entry("Deals", {.icon = ui::Icon::coins, .detail = "12", .selected = true});
  ui::entry("Price books", {.icon = ui::Icon::book, .detail = "3"});
  ui::entry("Guardrails", {.icon = ui::Icon::shield});
  ui::link("Where this comes from");
}

void Gallery::draw_feedback() {
  {
    const ui::Card card("Messages");
    ui::banner("The price book changed while this deal was open.", ui::Tone::neutral, "Show");
    ui::banner("Every guardrail is met.", ui::Tone::positive);
    ui::banner("The discount is close to the limit of 15 %.", ui::Tone::warning);
    if (ui::banner("Margin is 18 %; the least is 25 %.", ui::Tone::negative, "Mend")) {
      ui::current().toast("Discount of Web shop 2026: 20 % to 8 %", ui::Tone::positive, {"Undo", [] {}});
    }
    ui::space_small();
    ui::progress("Simulating 10,000 trials", 0.62F);
    ui::space_small();
    ui::progress("Reading documents", 0.08F);
  }
  {
    const ui::Card card("Nothing here", {.name = "Nothing here"});
    if (ui::empty_state(ui::Icon::documents, "No deals yet",
                        "Deals of this partner stand here, with what they earn and what stops them.", "New deal")) {
      ui::current().toast("Deal created", ui::Tone::neutral);
    }
  }
  if (ui::Dialog dialog("Delete this deal?", {.detail = "Web shop 2026 of Fjordline Outdoor."}); dialog) {
    ui::paragraph("It goes from this programme; Undo brings it back as long as the page is open.");
    ui::text_field({.label = "Reason", .hint = "For the history"}, empty_);
    dialog.actions("Delete", ui::ButtonKind::danger);
  }
}

}  // namespace dealwright::web
