#include "web/panels/price_book_panel.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "core/base/stable_order.hpp"
#include "core/pricing/cost.hpp"
#include "core/pricing/tiers.hpp"
#include "core/report/figures.hpp"
#include "web/panels/edit.hpp"
#include "web/ui/chart/chart.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/number_field.hpp"
#include "web/ui/widgets/table.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

using model::PriceModel;

ui::NumberRules not_negative() {
  ui::NumberRules rules;
  rules.least = Decimal();
  return rules;
}

ui::NumberRules above_zero() {
  ui::NumberRules rules = not_negative();
  rules.least_excluded = true;
  return rules;
}

bool has_tiers(const model::Price& price) {
  return !price.tiers.empty() && price.model != PriceModel::percentage;
}

const std::string& name_of(const model::Component& component) {
  return component.name.empty() ? component.id : component.name;
}

std::string count_of_tiers(const std::vector<model::Tier>& tiers) {
  return report::counted(static_cast<long long>(tiers.size()), "tier", "tiers");
}

// A price in a few words: "490.00 EUR", "0.02 EUR each", "490.00 EUR per 10", "3 tiers"; in a table, whose title names
// the currency, without it: "3 tiers, graduated".
std::string price_words(const model::PriceBook& book, const model::Component& component, bool in_table) {
  const auto& price = component.price;
  const auto words = [&](Decimal amount) {
    std::string text = report::amount(amount, book.currency);
    if (!in_table) text.append(" ").append(book.currency.code());
    return text;
  };
  switch (price.model) {
    case PriceModel::flat:
      return words(price.amount);
    case PriceModel::per_unit:
      return words(price.unit) + " each";
    case PriceModel::package:
      return words(price.amount) + " per " + report::quantity(price.size);
    case PriceModel::percentage:
      return price.tiers.empty() ? report::percent(price.rate) : "by tiers";
    case PriceModel::graduated:
    case PriceModel::volume:
    case PriceModel::stairstep:
      break;
  }
  return count_of_tiers(price.tiers) + (in_table ? ", " + report::spaced(report::word(price.model)) : "");
}

// Where the price jumps or bends: the ends of tiers, and a step beyond each. What is too large for a number is left
// out.
std::vector<Decimal> quantities_of(const model::Price& price) {
  std::vector<Decimal> ends;
  const auto add = [](std::vector<Decimal>& to, std::optional<Decimal> quantity) {
    if (quantity) to.push_back(*quantity);
  };
  for (const auto& tier : price.tiers) add(ends, tier.up_to);
  if (price.model == PriceModel::package) {
    for (int n = 1; n <= 6; ++n) add(ends, Decimal::multiply(price.size, Decimal::whole(n)));
  }
  const Decimal last = ends.empty() ? Decimal::whole(100) : ends.back();
  const Decimal far = Decimal::multiply(last, Decimal::from_micro(Decimal::scale / 2 * 3)).value_or(last);
  std::vector<Decimal> quantities{Decimal()};
  constexpr int parts = 60;
  for (int i = 1; i <= parts; ++i) quantities.push_back(Decimal::from_micro(far.micro() / parts * i));
  for (const Decimal end : ends) {
    quantities.push_back(end);
    add(quantities, Decimal::add(end, Decimal::whole(1)));
  }
  sort_stably(quantities, std::less<>());
  quantities.erase(std::unique(quantities.begin(), quantities.end()), quantities.end());
  return quantities;
}

// What so many billed units cost the partner where they are sold at that price, without those that a boundary includes;
// nothing where the cost follows another meter or is too large.
std::optional<Money> cost_of(const pricing::Book& book, const model::Component& component, Decimal quantity,
                             Money price) {
  const auto& resolved = book.resolved_component(book.component(component.id));
  pricing::ActiveLine line;
  line.cost = &component.cost;
  line.resolved_cost = &resolved.cost;
  line.meter = resolved.meter;
  if (resolved.cost.role >= 0)
    line.hourly_cost = book.source().roles[static_cast<std::size_t>(resolved.cost.role)].hourly_cost;
  const auto metered = Decimal::multiply(quantity, component.units_per);
  if (!metered || pricing::costs_other_meter(line)) return std::nullopt;
  const auto parts = pricing::cost_of(line, pricing::cost_basis(line, *metered, {}), price.minor, {},
                                      price.currency.digits(), book.rounding());
  if (!parts) return std::nullopt;
  return Money{parts->total(), price.currency};
}

// What there is to say of every component, also of one without a curve or tiers. Parts of the cost have the names that
// they have in the document.
void price_card(const model::PriceBook& book, const model::Component& component) {
  ui::Card card("price", {.title = name_of(component)});
  ui::fact("Model", report::titled(report::word(component.price.model)));
  ui::fact("Price", price_words(book, component, false));
  const auto& cost = component.cost;
  const auto money = [&](std::string_view label, Decimal amount) {
    if (!amount.is_zero())
      ui::fact(label, fmt::format("{} {}", report::amount(amount, book.currency), book.currency.code()));
  };
  const auto words = [](std::string_view label, const std::string& value) {
    if (!value.empty()) ui::fact(label, value);
  };
  money("Wholesale amount", cost.amount);
  money("Wholesale unit price", cost.unit);
  words("Wholesale tiers", cost.tiers.empty() ? "" : count_of_tiers(cost.tiers));
  words("Cost meter", cost.meter);
  words("Hours", cost.hours.is_zero() ? "" : report::quantity(cost.hours));
  words("Hours per unit", cost.hours_per_unit.is_zero() ? "" : report::quantity(cost.hours_per_unit));
  words("Role", cost.role);
  money("Third-party amount", cost.third_party);
  words("Third-party rate", cost.third_party_rate.is_zero() ? "" : report::percent(cost.third_party_rate));
  words("Variants", component.variants.empty() ? "" : fmt::format("{}", component.variants.size()));
}

void price_curve(View& view, const model::PriceBook& book, const model::Component& component) {
  const auto* compiled = view.session.book(book.id);
  if (compiled == nullptr) return;
  const auto& price = component.price;
  if (price.model == PriceModel::percentage || price.model == PriceModel::flat) return;
  ui::Curve prices{"Price", {}, {}}, costs{"Cost", {}, {}};
  bool has_cost = false;
  for (const Decimal quantity : quantities_of(price)) {
    pricing::Asked asked;
    asked.billable = quantity;
    const auto minor = pricing::list_price(price, asked).to_minor(book.currency.digits(), compiled->rounding());
    if (!minor) continue;
    const Money list{*minor, book.currency};
    const double x = static_cast<double>(quantity.micro()) / Decimal::scale;
    prices.x.push_back(x);
    prices.y.push_back(chart_value(list));
    const auto cost = cost_of(*compiled, component, quantity, list);
    if (!cost) continue;
    has_cost = has_cost || cost->minor != 0;
    costs.x.push_back(x);
    costs.y.push_back(chart_value(*cost));
  }
  std::vector<ui::Curve> curves{std::move(prices)};
  if (has_cost) curves.push_back(std::move(costs));
  std::vector<ui::ChartMark> marks;
  for (const auto& tier : price.tiers) {
    if (!tier.up_to) continue;
    const bool cliff = price.model != PriceModel::graduated;
    marks.push_back({report::quantity(*tier.up_to), static_cast<double>(tier.up_to->micro()) / Decimal::scale,
                     cliff ? ui::Tone::warning : ui::Tone::neutral});
  }
  ui::Card card("curve", {.title = has_cost ? "Price and cost over quantity" : "Price over quantity"});
  ui::curve_chart({.name = fmt::format("Price of {} over quantity", name_of(component)),
                   .sentence = price_words(book, component, false),
                   .height = 260,
                   .unit = book.currency.code()},
                  "Billed units", curves, marks);
}

void tiers_table(View& view, const model::PriceBook& book, std::size_t at) {
  const auto& component = book.components[at];
  if (!has_tiers(component.price)) return;
  static constexpr std::array<ui::Column, 4> columns{ui::Column{.head = "From", .kind = ui::ColumnKind::number},
                                                     ui::Column{.head = "Up to", .kind = ui::ColumnKind::number},
                                                     ui::Column{.head = "Unit price", .kind = ui::ColumnKind::number},
                                                     ui::Column{.head = "Flat fee", .kind = ui::ColumnKind::number}};
  Edits edits(view.session, book);
  ui::NumberRules price = not_negative();
  price.kind = ui::NumberKind::money;
  price.shown_places = book.currency.digits();
  ui::NumberRules fee = price;
  fee.places = book.currency.digits();
  const std::string detail =
      fmt::format("{}, {}", report::titled(report::word(component.price.model)), book.currency.code());
  ui::Card card("tiers", {.title = "Tiers", .detail = detail, .flush = true});
  ui::Table table("Tiers", columns);
  const auto& tiers = component.price.tiers;
  table.rows(static_cast<int>(tiers.size()), [&](int i) {
    const auto t = static_cast<std::size_t>(i);
    const auto edit = [&](const ui::FieldEdit& done, const char* field, auto member, const Decimal& value) {
      edits(done, fmt::format("{}/{}/{}", component.id, i, field), value,
            [at, t, member](model::PriceBook& b, Decimal to) { b.components[at].price.tiers[t].*member = to; });
    };
    table.row(fmt::format("{}", i));
    table.number(t == 0 || !tiers[t - 1].up_to ? "0" : "over " + report::quantity(*tiers[t - 1].up_to));
    if (tiers[t].up_to) {
      table.cell();
      Decimal up_to = *tiers[t].up_to;
      edit(ui::decimal_field(
               {.label = fmt::format("Up to, tier {}", i + 1), .label_hidden = true, .right_aligned = true}, up_to,
               above_zero()),
           "up_to", &model::Tier::up_to, up_to);
    } else {
      table.quiet("open");
    }
    table.cell();
    Decimal unit = tiers[t].unit;
    edit(ui::decimal_field(
             {.label = fmt::format("Unit price, tier {}", i + 1), .label_hidden = true, .right_aligned = true}, unit,
             price),
         "unit", &model::Tier::unit, unit);
    table.cell();
    Decimal flat = tiers[t].flat;
    edit(
        ui::decimal_field(
            {.label = fmt::format("Flat fee, tier {}", i + 1), .label_hidden = true, .right_aligned = true}, flat, fee),
        "flat", &model::Tier::flat, flat);
  });
}

struct Selection {
  std::size_t component = 0;
  bool is_new = false;  // made in this frame
};

Selection components_table(View& view, const model::PriceBook& book) {
  static constexpr std::array<ui::Column, 3> columns{ui::Column{.head = "Component", .weight = 1.85F},
                                                     ui::Column{.head = "Service line"},
                                                     ui::Column{.head = "Price", .kind = ui::ColumnKind::number}};
  Selection selected;
  for (std::size_t i = 0; i < book.components.size(); ++i) {
    if (book.components[i].id == view.component) selected.component = i;
  }
  ui::Card card("components", {.title = "Components", .detail = book.currency.code(), .flush = true});
  ui::Table table("Components", columns, {.selectable = true, .empty = "The price book has no components."});
  table.rows(static_cast<int>(book.components.size()), [&](int i) {
    const auto& component = book.components[static_cast<std::size_t>(i)];
    if (table.row(component.id, static_cast<std::size_t>(i) == selected.component)) {
      selected = {static_cast<std::size_t>(i), true};
      view.component = component.id;
    }
    table.text(name_of(component));
    table.quiet(report::titled(report::word(component.service_line)));
    table.number(price_words(book, component, true));
  });
  return selected;
}

}  // namespace

void price_book_panel(View& view, const model::PriceBook& book) {
  ui::Columns columns("price_book", {1.5F, 1}, 320);
  columns.next();
  const Selection selected = components_table(view, book);
  columns.next();
  if (book.components.empty()) return;
  // What was asked for would be out of sight below the whole table.
  if (selected.is_new && !columns.side_by_side()) ImGui::SetScrollHereY(0);
  const auto& component = book.components[selected.component];
  price_card(book, component);
  price_curve(view, book, component);
  tiers_table(view, book, selected.component);
}

}  // namespace dealwright::web
