#include <array>

#include "tests/web/bench_page/gallery.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/navigation.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {

void Gallery::draw_stats() {
  ui::Columns columns("stats", 4, 180);
  columns.next();
  {
    const ui::Card card("net", {.level = "stats", .name = "Net monthly"});
    ui::stat("Net monthly", "4,830.00",
             {.delta = "+2.1 %", .delta_tone = ui::Tone::positive, .detail = "against list", .why = true});
  }
  columns.next();
  {
    const ui::Card card("margin", {.level = "stats", .name = "Margin"});
    ui::stat("Margin", "31.4 %", {.delta = "1.6 points left", .delta_tone = ui::Tone::warning, .why = true});
  }
  columns.next();
  {
    const ui::Card card("total", {.level = "stats", .name = "Contract value"});
    ui::stat("Contract value, 36 months", "173,880.00 EUR", {.detail = "EUR, before tax", .why = true});
  }
  columns.next();
  {
    const ui::Card card("fails", {.level = "stats", .name = "Guardrails"});
    ui::stat("Guardrails", "2 failed", {.detail = "of 14", .tone = ui::Tone::negative});
    ui::meter("Discount against its limit", 0.62F, 0.75F, ui::Tone::warning);
  }
}

void Gallery::draw_table() {
  struct Line {
    std::string_view service, meter, status, quantity, net, margin;
    ui::Tone tone;
  };
  constexpr std::array<Line, 5> lines = {
      {{"Platform", "flat", "Passes", "1", "490.00", "42 %", ui::Tone::positive},
       {"Infrastructure", "orders", "Near its limit", "20,000", "1,240.00", "30 %", ui::Tone::warning},
       {"Managed hosting with a name that is too long for its column", "instances", "Passes", "2", "868.40", "35 %",
        ui::Tone::positive},
       {"Support", "hours", "Fails", "7.5", "-71.10", "-4 %", ui::Tone::negative},
       {"Success", "visits", "Waived", "1", "2,302.70", "28 %", ui::Tone::neutral}}};
  constexpr std::array<ui::Column, 6> columns = {
      {{.head = "Service", .weight = 2},
       {.head = "Meter", .weight = 1},
       {.head = "Status", .kind = ui::ColumnKind::other, .weight = 1.2F},
       {.head = "Quantity", .kind = ui::ColumnKind::number},
       {.head = "Net monthly", .kind = ui::ColumnKind::number, .help = "After every discount.", .sortable = true},
       {.head = "Margin", .kind = ui::ColumnKind::number, .sortable = true}}};
  const ui::Card card("Lines", {.title = "Lines",
                                .actions = [] { ui::button("Add line", {.icon = ui::Icon::add, .small = true}); },

                                .actions_width = ui::button_width("Add line", {.icon = ui::Icon::add, .small = true}),
                                .flush = true});
  ui::Table table("Lines", columns, {.selectable = true, .sorting = &sorting_});
  table.rows(static_cast<int>(lines.size()), [&](int i) {
    const Line& line = lines[static_cast<std::size_t>(i)];
    if (table.row(line.service, i == row_)) row_ = i;
    table.text(line.service);
    table.quiet(line.meter);
    table.chip(line.status, line.tone);
    table.number(line.quantity);
    table.link_number(line.net);
    table.number(line.margin, line.tone == ui::Tone::negative ? ui::Tone::negative : ui::Tone::neutral);
  });
  table.totals();
  table.text("Total");
  table.skip();
  table.skip();
  table.skip();
  table.number("4,830.00");
  table.number("31.4 %");
}

void Gallery::draw_chips() {
  ui::Columns columns("chips", {1, 1}, 320);
  columns.next();
  {
    const ui::Card card("Chips and badges");
    ui::chip("Draft");
    ui::beside();
    ui::chip("Offered", ui::Tone::accent);
    ui::beside();
    ui::chip("Passes", ui::Tone::positive);
    ui::beside();
    ui::chip("Near its limit", ui::Tone::warning);
    ui::beside();
    ui::chip("Fails", ui::Tone::negative);
    ui::beside();
    ui::chip("Locked", ui::Tone::neutral, ui::Icon::lock);
    ui::badge("3");
    ui::beside();
    ui::badge("12", ui::Tone::accent);
    ui::beside();
    ui::badge("2", ui::Tone::negative, "2 findings");
    ui::beside();
    ui::text("beside words");
    ui::beside();
    ui::icon(ui::Icon::shield, ui::colours().text_quiet, "Guarded");
    ui::text("Net monthly");
    ui::beside();
    ui::link_number("Net monthly", "4,830.00");
  }
  columns.next();
  {
    const ui::Card card("Empty table", {.title = "Empty table", .flush = true});
    constexpr std::array<ui::Column, 2> heads = {
        {{.head = "Document"}, {.head = "Findings", .kind = ui::ColumnKind::number}}};
    const ui::Table table("Empty", heads, {.empty = "No document has a finding."});
  }
}

}  // namespace dealwright::web
