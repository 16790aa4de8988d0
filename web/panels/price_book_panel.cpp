#include "web/panels/price_book_panel.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>
#include <imgui.h>

#include "core/base/stable_order.hpp"
#include "core/pricing/lint.hpp"
#include "core/pricing/tiers.hpp"
#include "core/report/figures.hpp"
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

// What a component costs, in a few words: "490.00 flat", "3 tiers, graduated".
std::string price_words(const model::PriceBook& book, const model::Component& component) {
  const auto& price = component.price;
  switch (price.model) {
    case PriceModel::flat:
      return report::amount(price.amount, book.currency);
    case PriceModel::per_unit:
      return report::amount(price.unit, book.currency) + " each";
    case PriceModel::package:
      return fmt::format("{} per {}", report::amount(price.amount, book.currency), report::quantity(price.size));
    case PriceModel::percentage:
      return price.tiers.empty() ? report::percent(price.rate) : "by tiers";
    case PriceModel::graduated:
    case PriceModel::volume:
    case PriceModel::stairstep:
      break;
  }
  return report::counted(static_cast<long long>(price.tiers.size()), "tier", "tiers");
}

// Where the price jumps or bends: the ends of tiers, and a step beyond each.
std::vector<Decimal> quantities_of(const model::Price& price) {
  std::vector<Decimal> ends;
  for (const auto& tier : price.tiers) {
    if (tier.up_to) ends.push_back(*tier.up_to);
  }
  if (price.model == PriceModel::package) {
    for (int n = 1; n <= 6; ++n) ends.push_back(Decimal::from_micro(price.size.micro() * n));
  }
  const Decimal last = ends.empty() ? Decimal::whole(100) : ends.back();
  std::vector<Decimal> quantities{Decimal()};
  constexpr int parts = 60;
  const Decimal far = Decimal::from_micro(last.micro() / 2 * 3);
  for (int i = 1; i <= parts; ++i) quantities.push_back(Decimal::from_micro(far.micro() / parts * i));
  for (const Decimal end : ends) {
    quantities.push_back(end);
    quantities.push_back(Decimal::from_micro(end.micro() + Decimal::scale));
  }
  sort_stably(quantities, std::less<>());
  quantities.erase(std::unique(quantities.begin(), quantities.end()), quantities.end());
  return quantities;
}

double chart_value(const Exact& amount, Currency currency) {
  const auto minor = amount.to_minor(currency.digits(), Rounding::half_even);
  return minor ? web::chart_value(Money{*minor, currency}) : 0;
}

// What there is to say of every component, also of one without a curve or tiers.
void price_card(const model::PriceBook& book, const model::Component& component) {
  const std::string& name = component.name.empty() ? component.id : component.name;
  ui::Card card("price", {.title = name});
  ui::fact("Model", report::titled(report::word(component.price.model)));
  ui::fact("Price", fmt::format("{} {}", price_words(book, component), book.currency.code()));
  if (!component.cost.amount.is_zero()) ui::fact("Cost", report::amount(component.cost.amount, book.currency));
  if (!component.cost.unit.is_zero()) ui::fact("Cost of a unit", report::amount(component.cost.unit, book.currency));
}

void price_curve(View& view, const model::PriceBook& book, const model::Component& component) {
  const auto* compiled = view.session.book(book.id);
  if (compiled == nullptr) return;
  const auto& price = component.price;
  if (price.model == PriceModel::percentage || price.model == PriceModel::flat) return;
  ui::Curve total{"Price", {}, {}}, before_it{"Cost", {}, {}};
  const bool costs = !component.cost.unit.is_zero() || !component.cost.amount.is_zero();
  for (const Decimal quantity : quantities_of(price)) {
    pricing::Asked asked;
    asked.billable = quantity;
    total.x.push_back(static_cast<double>(quantity.micro()) / Decimal::scale);
    total.y.push_back(chart_value(pricing::list_price(price, asked), book.currency));
    before_it.x.push_back(total.x.back());
    before_it.y.push_back(chart_value(
        Exact::from(component.cost.amount) + Exact::from(component.cost.unit) * Exact::from(quantity), book.currency));
  }
  std::vector<ui::Curve> curves{std::move(total)};
  if (costs) curves.push_back(std::move(before_it));
  std::vector<ui::ChartMark> marks;
  for (const auto& tier : price.tiers) {
    if (!tier.up_to) continue;
    const bool cliff = price.model != PriceModel::graduated;
    marks.push_back({report::quantity(*tier.up_to), static_cast<double>(tier.up_to->micro()) / Decimal::scale,
                     cliff ? ui::Tone::warning : ui::Tone::neutral});
  }
  ui::Card card("curve", {.title = "Price over quantity"});
  ui::curve_chart(
      {.name = fmt::format("Price of {} over quantity", component.name.empty() ? component.id : component.name),
       .sentence = price_words(book, component),
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
  ui::Card card("tiers",
                {.title = "Tiers", .detail = report::titled(report::word(component.price.model)), .flush = true});
  ui::Table table("Tiers", columns);
  const auto& tiers = component.price.tiers;
  table.rows(static_cast<int>(tiers.size()), [&](int i) {
    const auto t = static_cast<std::size_t>(i);
    const auto edit = [&](const ui::FieldEdit& done, const char* field,
                          const std::function<void(model::Tier&)>& change) {
      if (done.changed) {
        view.session.edit<model::PriceBook>(book.id, {}, fmt::format("{}/{}/{}/{}", book.id, component.id, i, field),
                                            [&](model::PriceBook& b) { change(b.components[at].price.tiers[t]); });
      }
      if (done.committed) view.session.end_edit();
    };
    table.row(fmt::format("{}", i));
    table.number(t == 0 || !tiers[t - 1].up_to ? "0" : "over " + report::quantity(*tiers[t - 1].up_to));
    if (tiers[t].up_to) {
      table.cell();
      Decimal up_to = *tiers[t].up_to;
      edit(ui::decimal_field(
               {.label = fmt::format("Up to, tier {}", i + 1), .label_hidden = true, .right_aligned = true}, up_to,
               above_zero()),
           "up_to", [&](model::Tier& tier) { tier.up_to = up_to; });
    } else {
      table.quiet("open");
    }
    table.cell();
    Decimal unit = tiers[t].unit;
    edit(ui::money_field(
             {.label = fmt::format("Unit price, tier {}", i + 1), .label_hidden = true, .right_aligned = true}, unit,
             book.currency, not_negative()),
         "unit", [&](model::Tier& tier) { tier.unit = unit; });
    table.cell();
    Decimal flat = tiers[t].flat;
    edit(
        ui::money_field({.label = fmt::format("Flat fee, tier {}", i + 1), .label_hidden = true, .right_aligned = true},
                        flat, book.currency, not_negative()),
        "flat", [&](model::Tier& tier) { tier.flat = flat; });
  });
}

std::size_t components_table(View& view, const model::PriceBook& book) {
  static constexpr std::array<ui::Column, 4> columns{
      ui::Column{.head = "Component", .weight = 1.8F}, ui::Column{.head = "Service line", .weight = 1.2F},
      ui::Column{.head = "Model"}, ui::Column{.head = "Price", .kind = ui::ColumnKind::number, .weight = 1.2F}};
  std::size_t selected = 0;
  for (std::size_t i = 0; i < book.components.size(); ++i) {
    if (book.components[i].id == view.component) selected = i;
  }
  ui::Card card("components", {.title = "Components", .detail = book.currency.code(), .flush = true});
  ui::Table table("Components", columns, {.selectable = true, .empty = "The price book has no components."});
  table.rows(static_cast<int>(book.components.size()), [&](int i) {
    const auto& component = book.components[static_cast<std::size_t>(i)];
    if (table.row(component.id, static_cast<std::size_t>(i) == selected)) {
      selected = static_cast<std::size_t>(i);
      view.component = component.id;
    }
    table.text(component.name.empty() ? component.id : component.name);
    table.quiet(report::titled(report::word(component.service_line)));
    table.quiet(report::titled(report::word(component.price.model)));
    table.number(price_words(book, component));
  });
  return selected;
}

}  // namespace

void price_book_panel(View& view, const model::PriceBook& book) {
  ui::Columns columns("price_book", {1.2F, 1}, 320);
  columns.next();
  const std::size_t selected = components_table(view, book);
  columns.next();
  if (book.components.empty()) return;
  const auto& component = book.components[selected];
  price_card(book, component);
  price_curve(view, book, component);
  tiers_table(view, book, selected);
}

}  // namespace dealwright::web
