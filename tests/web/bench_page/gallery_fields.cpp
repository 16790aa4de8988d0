#include <array>

#include "tests/web/bench_page/gallery.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/choice.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/number_field.hpp"
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

}  // namespace dealwright::web
