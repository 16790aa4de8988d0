#include "web/panels/gallery.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include <imgui.h>

#include "web/ui/chart/chart.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/choice.hpp"
#include "web/ui/widgets/dialog.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/navigation.hpp"
#include "web/ui/widgets/number_field.hpp"
#include "web/ui/widgets/text.hpp"
#include "web/ui/widgets/text_field.hpp"

namespace dealwright::web {

namespace {

constexpr std::array<std::string_view, 10> countries = {"Austria", "Belgium", "Denmark",     "Germany", "Finland",
                                                        "France",  "Italy",   "Netherlands", "Norway",  "Sweden"};
constexpr std::array<ui::Option, 3> models = {{{"White label", "the partner's brand on the standard platform"},
                                               {"OEM", "inside the partner's own product"},
                                               {"Hybrid", "", true}}};

ui::NumberRules share() {
  ui::NumberRules rules;
  rules.least = Decimal();
  rules.most = Decimal::whole(1);
  rules.step = Decimal::from_micro(5'000);
  return rules;
}

}  // namespace

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

void Gallery::draw_fields() {
  const ui::Card card("Words");
  ui::text_field({.label = "Customer", .required = true}, name_);
  ui::text_field({.label = "Reference", .help = "As it stands on the customer's order.", .hint = "PO-2026-0001"},
                 empty_);
  ui::text_field({.label = "Identifier", .problem = "Is used by another deal."}, name_);
  ui::text_field({.label = "Closed", .disabled = true}, name_);
  ui::text_area({.label = "Notes"}, notes_, 3);
  ui::search_field({.label = "Search documents"}, search_);
  ui::search_field({.label = "Search services"}, found_);
}

void Gallery::draw_numbers() {
  const ui::Card card("Numbers and days");
  const Currency euro = *Currency::from_code("EUR");
  ui::money_field({.label = "Monthly fee"}, amount_, euro);
  ui::money_field({.label = "Price of an order", .help = "Up to six places."}, unit_price_, euro);
  ui::rate_field({.label = "Discount"}, rate_, share());
  ui::rate_field(
      {.label = "Uplift", .problem = "Is above the 10 % that the guardrails allow.", .severity = ui::Tone::warning},
      over_, share());
  {
    ui::Columns columns("pair", {1, 1});
    columns.next();
    ui::whole_field({.label = "Term", .unit = "months"}, months_,
                    {.least = Decimal::whole(1), .most = Decimal::whole(120)});
    columns.next();
    ui::decimal_field({.label = "Effort", .unit = "hours"}, hours_, {.least = Decimal()});
  }
  ui::number_field({.label = "Minimum", .hint = "None"}, unstated_, {.optional = true});
  ui::date_field({.label = "Starts"}, start_);
  ui::date_field({.label = "Ends", .disabled = true}, none_, true);
}

void Gallery::draw_choices() {
  const ui::Card card("Choices");
  ui::choice({.label = "Country"}, countries, country_);
  ui::choice({.label = "Offer model"}, models, model_);
  ui::choice({.label = "Price book", .problem = "A deal needs a price book."}, countries, unchosen_);
  ui::choice({.label = "Region", .disabled = true}, countries, country_);
  ui::radio({.label = "Revenue model"}, models, model_);
  ui::space_small();
  ui::toggle({.label = "Renews by itself", .help = "For twelve months, unless somebody cancels."}, on_);
  ui::toggle({.label = "Dedicated database"}, off_);
  ui::toggle({.label = "Locked by the price book", .disabled = true}, on_);
  ui::checkbox({.label = "Backups are tested"}, ticked_);
  ui::checkbox({.label = "Support desk is staffed", .problem = "Is needed for white label."}, unticked_);
  ui::checkbox({.label = "Not for this partner", .disabled = true}, ticked_);
}

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

void Gallery::draw_time_charts() {
  std::vector<std::string> months;
  ui::Series net{.name = "Net", .values = {}};
  ui::Series cost{.name = "Cost", .values = {}};
  ui::Series hosting{.name = "Hosting", .values = {}};
  ui::Series support{.name = "Support", .values = {}};
  ui::Series success{.name = "Success", .values = {}};
  ui::Band band{.name = "Ten of a hundred lower, ten higher", .low = {}, .middle = {}, .high = {}};
  constexpr int count = 24;
  for (int i = 0; i < count; ++i) {
    months.push_back(start_.plus_months(i).to_string().substr(0, 7));
    const double ramp = i < 6 ? 0.6 + 0.07 * i : 1.0 + (i >= 12 ? 0.04 : 0);
    net.values.push_back(4830 * ramp);
    cost.values.push_back(3310 * ramp * (i % 12 == 0 ? 1.35 : 1));
    hosting.values.push_back(1240 * ramp);
    support.values.push_back(870 * ramp);
    success.values.push_back(i == 0 ? -400 : 420 * ramp);
    band.low.push_back(200.0 * i - 2200 - 26.0 * i);
    band.middle.push_back(200.0 * i - 2000);
    band.high.push_back(200.0 * i - 1900 + 40.0 * i);
  }
  {
    const ui::Card card("Net and cost by month");
    const ui::Series both[] = {net, cost};
    ui::line_chart({.name = "Net and cost by month",
                    .sentence = "Net rises from 2,898 to 5,023 EUR over 24 months; cost stays below it.",
                    .unit = "EUR"},
                   months, both);
  }
  {
    const ui::Card card("Cumulated result");
    ui::band_chart(
        {.name = "Cumulated result", .sentence = "The result passes zero after eleven months.", .unit = "EUR"}, months,
        band);
  }
  {
    const ui::Card card("Net by service line");
    const ui::Series parts[] = {hosting, support, success};
    ui::stacked_bar_chart({.name = "Net by service line", .sentence = "Hosting is the largest part.", .unit = "EUR"},
                          months, parts);
  }
  {
    const ui::Card card("By year");
    const std::vector<std::string> years = {"2026", "2027", "2028"};
    const ui::Series bars[] = {{.name = "Net", .values = {28980, 58900, 60276}},
                               {.name = "Margin", .values = {9120, 17890, -2400}}};
    ui::bar_chart({.name = "Net and margin by year", .sentence = "Net doubles in 2027.", .height = 180, .unit = "EUR"},
                  years, bars);
  }
}

void Gallery::draw_part_charts() {
  {
    const ui::Card card("From list to net");
    const ui::WaterfallStep steps[] = {{"List price", 6210, true}, {"Ramp", -480, false}, {"Term", -310.5, false},
                                       {"Volume", -124.2, false},  {"Deal", -621, false}, {"True-up", 155.7, false},
                                       {"Net", 4830, true}};
    ui::waterfall_chart(
        {
            .name = "From list price to net",
            .sentence = "6,210 EUR list price, 4,830 EUR net.",
            .unit = "",
        },
        steps);
  }
  {
    const ui::Card card("What moves the margin");
    const ui::TornadoBar bars[] = {{"Orders a month", 24.1, 39.6, "-20 %", "+20 %"},
                                   {"Deal discount", 36.2, 26.4, "0 %", "15 %"},
                                   {"Cost of hosting", 34.9, 28.7, "-10 %", "+10 %"},
                                   {"Term", 30.2, 32.4, "24", "48"},
                                   {"Uplift", 31.0, 31.9, "0 %", "3 %"}};
    ui::tornado_chart({.name = "What moves the margin",
                       .sentence = "Orders a month move the margin most: 24.1 to 39.6 %.",
                       .unit = "%"},
                      31.4, bars);
  }
  {
    const ui::Card card("Simulated margin");
    std::vector<double> edges;
    std::vector<double> counts;
    for (int i = 0; i <= 24; ++i) edges.push_back(20 + i);
    for (int i = 0; i < 24; ++i) counts.push_back(1200.0 / (1 + 0.09 * (i - 11) * (i - 11)) - 60 * (i % 3));
    const ui::ChartMark marks[] = {{"Least 25 %", 25, ui::Tone::negative},
                                   {"P10", 26.2, ui::Tone::neutral},
                                   {"P50", 31.4, ui::Tone::accent},
                                   {"P90", 38.2, ui::Tone::neutral}};
    ui::histogram({.name = "Simulated margin",
                   .sentence = "Half of 10,000 trials reach 31.4 %; one in ten stays below 26.2 %.",
                   .unit = "%"},
                  edges, counts, marks);
  }
  {
    const ui::Card card("Price of orders");
    const ui::Curve curves[] = {
        {.name = "Volume", .x = {0, 10000, 10000, 50000, 50000, 120000}, .y = {10, 20, 16, 80, 60, 144}},
        {.name = "Graduated", .x = {0, 10000, 50000, 120000}, .y = {10, 20, 68, 138}}};
    const ui::ChartMark marks[] = {{"Cliff", 50000, ui::Tone::warning}, {"This deal", 65000, ui::Tone::accent}};
    ui::curve_chart({.name = "Price of orders a month",
                     .sentence = "Past 50,000 orders the price falls from 80 to 60 EUR.",
                     .unit = "EUR"},
                    "orders", curves, marks);
  }
  {
    const ui::Card card("Small and empty");
    const std::vector<double> trend = {3.1, 3.4, 3.2, 3.9, 4.2, 4.1, 4.83};
    ui::text("Net monthly");
    ui::beside();
    ui::sparkline("Net monthly over seven months", trend);
    ui::line_chart({.name = "Not simulated", .height = 96, .empty = "Run the simulation to see its result."}, {}, {});
  }
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
