#include "web/panels/deal_panel.hpp"

#include <array>
#include <functional>

#include <fmt/format.h>
#include <imgui.h>

#include "core/report/figures.hpp"
#include "web/panels/guardrails_panel.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/choice.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/number_field.hpp"
#include "web/ui/widgets/table.hpp"
#include "web/ui/widgets/text.hpp"
#include "web/ui/widgets/text_field.hpp"

namespace dealwright::web {
namespace {

// Edits one deal; every field is one command while it has the keyboard.
class DealEdits {
 public:
  DealEdits(Session& session, const model::Deal& deal) : session_(session), id_(deal.id) {}

  void operator()(const ui::FieldEdit& edit, const std::string& key, const std::function<void(model::Deal&)>& change) {
    if (edit.changed) session_.edit<model::Deal>(id_, {}, "deal/" + id_ + "/" + key, change);
    if (edit.committed) session_.end_edit();
  }

 private:
  Session& session_;
  std::string id_;
};

ui::NumberRules between(ui::NumberKind kind, int least, int most) {
  ui::NumberRules rules;
  rules.kind = kind;
  rules.least = Decimal::whole(least);
  rules.most = Decimal::whole(most);
  return rules;
}

ui::NumberRules not_negative_or_none() {
  ui::NumberRules rules;
  rules.least = Decimal();
  rules.optional = true;
  return rules;
}

template <class Enum>
ui::FieldEdit word_choice(const ui::Field& field, Enum& value) {
  const auto& words = document::type_of<Enum>().choices;
  std::vector<std::string> labels;
  labels.reserve(words.size());
  for (const auto word : words) labels.push_back(report::titled(word));
  const std::vector<std::string_view> views(labels.begin(), labels.end());
  int selected = static_cast<int>(value);
  const auto edit = ui::choice(field, views, selected);
  if (edit.changed && selected >= 0) value = static_cast<Enum>(selected);
  return edit;
}

void term_fields(View& view, const model::Deal& deal) {
  DealEdits edit(view.session, deal);
  const auto* book = view.session.find<model::PriceBook>(deal.price_book);
  ui::Columns columns("terms", 3, 150);

  columns.next();
  Decimal discount = deal.discount;
  edit(ui::rate_field({.label = "Deal discount", .unit = "%"}, discount, between(ui::NumberKind::rate, 0, 1)),
       "discount", [&](model::Deal& d) { d.discount = discount; });
  columns.next();
  std::int64_t months = deal.term_months;
  edit(ui::whole_field({.label = "Term", .unit = "months"}, months, between(ui::NumberKind::whole, 1, 120)),
       "term_months", [&](model::Deal& d) { d.term_months = static_cast<int>(months); });
  columns.next();
  Date start = deal.start;
  edit(ui::date_field({.label = "Start"}, start), "start", [&](model::Deal& d) { d.start = start; });

  columns.next();
  auto billing = deal.billing;
  edit(word_choice({.label = "Billing"}, billing), "billing", [&](model::Deal& d) { d.billing = billing; });
  columns.next();
  std::int64_t days = deal.payment_days;
  edit(ui::whole_field({.label = "Payment", .unit = "days"}, days, between(ui::NumberKind::whole, 0, 365)),
       "payment_days", [&](model::Deal& d) { d.payment_days = static_cast<int>(days); });
  columns.next();
  auto tenancy = deal.tenancy;
  edit(word_choice({.label = "Tenancy"}, tenancy), "tenancy", [&](model::Deal& d) { d.tenancy = tenancy; });

  columns.next();
  std::vector<std::string_view> tiers{"From the package"};
  int tier = 0;
  if (book != nullptr) {
    for (const auto& stated : book->service_tiers) {
      if (stated.id == deal.service_tier) tier = static_cast<int>(tiers.size());
      tiers.push_back(stated.name.empty() ? stated.id : stated.name);
    }
  }
  edit(ui::choice({.label = "Service tier"}, tiers, tier), "service_tier", [&](model::Deal& d) {
    d.service_tier = tier <= 0 ? std::string() : book->service_tiers[static_cast<std::size_t>(tier) - 1].id;
  });
  columns.next();
  Decimal uplift = deal.uplift ? deal.uplift->rate : Decimal();
  edit(ui::rate_field({.label = "Uplift a year", .unit = "%"}, uplift, between(ui::NumberKind::rate, 0, 1)), "uplift",
       [&](model::Deal& d) {
         if (uplift.is_zero()) {
           d.uplift.reset();
         } else {
           if (!d.uplift) d.uplift.emplace();
           d.uplift->rate = uplift;
         }
       });
  columns.next();
  std::int64_t free_months = deal.free_months ? deal.free_months->months : 0;
  edit(ui::whole_field({.label = "Free months", .unit = "months"}, free_months, between(ui::NumberKind::whole, 0, 120)),
       "free_months", [&](model::Deal& d) {
         if (free_months == 0) {
           d.free_months.reset();
         } else {
           if (!d.free_months) d.free_months.emplace();
           d.free_months->months = static_cast<int>(free_months);
         }
       });
}

// The line of a deal that a priced line comes from: its own, or -1 for one that the package brings.
void line_row(View& view, const model::Deal& deal, const pricing::PricedLine& line, ui::Table& table) {
  DealEdits edit(view.session, deal);
  table.row(line.component);
  table.text(line.name);
  table.quiet(report::titled(report::word(line.service_line)));
  const auto* own = line.deal_line >= 0 ? &deal.lines[static_cast<std::size_t>(line.deal_line)] : nullptr;
  const auto at = static_cast<std::size_t>(line.deal_line);
  if (own != nullptr) {
    table.cell();
    std::optional<Decimal> quantity = own->quantity;
    const std::string sized = line.spans.empty() ? "" : report::quantity(line.spans.front().waterfall.metered);
    edit(ui::number_field(
             {.label = "Quantity of " + line.name, .hint = sized, .label_hidden = true, .right_aligned = true},
             quantity, not_negative_or_none()),
         line.component + "/quantity", [&](model::Deal& d) { d.lines[at].quantity = quantity; });
    table.cell();
    Decimal discount = own->discount;
    edit(ui::rate_field({.label = "Discount of " + line.name, .unit = "%", .label_hidden = true, .right_aligned = true},
                        discount, between(ui::NumberKind::rate, 0, 1)),
         line.component + "/discount", [&](model::Deal& d) { d.lines[at].discount = discount; });
  } else {
    table.number(line.spans.empty() ? "" : report::quantity(line.spans.front().waterfall.metered));
    table.quiet("in the package");
  }
  if (table.link_number(report::amount(line.list_total)))
    view.ask(deal.id, "List price of " + line.name, "list", line.component);
  if (table.link_number(report::amount(line.net_total)))
    view.ask(deal.id, "Net price of " + line.name, "net", line.component);
  const bool has_margin = line.net_total.minor > 0;
  const Ratio margin = has_margin ? Ratio{line.net_total.minor - line.cost_total.minor, line.net_total.minor} : Ratio{};
  if (table.link_number(share_text(margin),
                        line.cost_total.minor > line.net_total.minor ? ui::Tone::negative : ui::Tone::neutral))
    view.ask(deal.id, "Margin of " + line.name, "component_margin", line.component);
}

void lines_card(View& view, const model::Deal& deal, const report::DealEvaluation& evaluation) {
  const auto& pricing = evaluation.pricing;
  const std::string code(pricing.currency.code());
  const std::string list_head = "List " + code;
  const std::string net_head = "Net " + code;
  const std::array<ui::Column, 7> columns{
      ui::Column{.head = "Component", .weight = 2.2F},
      ui::Column{.head = "Service line", .weight = 1.4F},
      ui::Column{.head = "Quantity", .kind = ui::ColumnKind::number, .width = 110},
      ui::Column{.head = "Discount", .kind = ui::ColumnKind::number, .width = 104},
      ui::Column{.head = list_head, .kind = ui::ColumnKind::number, .help = "Over the term, uplift included"},
      ui::Column{.head = net_head, .kind = ui::ColumnKind::number, .help = "Over the term, after all discounts"},
      ui::Column{.head = "Margin", .kind = ui::ColumnKind::number, .width = 84}};
  ui::Card card("lines", {.title = "Lines", .flush = true});
  ui::Table table("Lines", columns, {.empty = "Nothing is sold yet."});
  table.rows(static_cast<int>(pricing.lines.size()),
             [&](int i) { line_row(view, deal, pricing.lines[static_cast<std::size_t>(i)], table); });
  table.totals();
  table.text("Total");
  table.skip();
  table.skip();
  table.number(share_text(pricing.totals.effective_discount));
  table.number(report::amount(pricing.totals.list_total));
  table.number(report::amount(pricing.totals.tcv));
  table.number(share_text(pricing.totals.margin));
}

void add_line(View& view, const model::Deal& deal, const report::DealEvaluation& evaluation) {
  const auto* book = view.session.find<model::PriceBook>(deal.price_book);
  if (book == nullptr) return;
  std::vector<ui::Option> options;
  std::vector<std::string> ids;
  for (const auto& component : book->components) {
    bool is_sold = false;
    for (const auto& line : evaluation.pricing.lines) is_sold = is_sold || line.component == component.id;
    if (is_sold) continue;
    options.push_back({component.name.empty() ? component.id : component.name, component.id});
    ids.push_back(component.id);
  }
  if (options.empty()) return;
  int chosen = -1;
  const auto edit =
      ui::choice({.label = "Add a component", .hint = "Choose from the price book", .width = 320}, options, chosen);
  if (!edit.changed || chosen < 0) return;
  const std::string id = ids[static_cast<std::size_t>(chosen)];
  view.session.edit<model::Deal>(deal.id, "Add " + std::string(options[static_cast<std::size_t>(chosen)].label), {},
                                 [&](model::Deal& d) { d.lines.emplace_back().component = id; });
}

}  // namespace

void deal_figures(View& view, const model::Deal& deal) {
  const auto* evaluation = view.session.evaluation(deal.id);
  if (evaluation == nullptr || !evaluation->priced) {
    ui::empty_state(ui::Icon::coins, "Not priced", "The diagnostics say what keeps this deal from being priced.");
    return;
  }
  const auto& t = evaluation->pricing.totals;
  const auto figure = [&](std::string_view label, const std::string& value, const char* metric,
                          const ui::StatOptions& options) {
    ui::StatOptions asked = options;
    asked.why = true;
    if (ui::stat(label, value, asked)) view.ask(deal.id, std::string(label), metric);
    ui::space_small();
  };
  {
    ui::Card card("figures", {.title = "What it comes to"});
    figure("Total contract value", to_display(t.tcv), "tcv",
           {.detail = "over " + report::counted(deal.term_months, "month", "months")});
    ui::Columns columns("figures", 2, 72);
    columns.next();
    figure("Monthly, at exit", report::amount(t.mrr_exit), "mrr_exit", {.type = ui::Type::title});
    columns.next();
    figure("Once", report::amount(t.one_off_total), "one_off_total", {.type = ui::Type::title});
    columns.next();
    const bool is_loss = t.gross_margin.minor < 0;
    figure("Gross margin", share_text(t.margin), "gross_margin",
           {.detail = report::amount(t.gross_margin),
            .tone = is_loss ? ui::Tone::negative : ui::Tone::neutral,
            .type = ui::Type::title});
    columns.next();
    figure("Margin at peak", share_text(t.peak_margin), "peak_margin", {.type = ui::Type::title});
    columns.next();
    figure("Discount", share_text(t.effective_discount), "effective_discount",
           {.detail = report::amount(t.discount_total), .type = ui::Type::title});
    columns.next();
    const std::string payback =
        t.payback_month ? *t.payback_month == 0 ? std::string("at once") : fmt::format("month {}", *t.payback_month)
                        : std::string("not in the term");
    figure("Payback", payback, "payback_months", {.type = ui::Type::title});
  }
}

void deal_panel(View& view, const model::Deal& deal) {
  const auto* evaluation = view.session.evaluation(deal.id);
  {
    ui::Columns columns("deal", {2.2F, 1}, 200);
    columns.next();
    {
      ui::Card card("Terms");
      term_fields(view, deal);
    }
    columns.next();
    deal_figures(view, deal);
  }
  // A deal with findings has them above what they are about.
  const bool has_findings = evaluation != nullptr && !evaluation->findings.empty();
  if (has_findings) findings_card(view, deal, FindingsDetail::brief);
  if (evaluation != nullptr && evaluation->priced) {
    lines_card(view, deal, *evaluation);
    add_line(view, deal, *evaluation);
    ui::space_large();
  }
  if (!has_findings) findings_card(view, deal, FindingsDetail::brief);
}

}  // namespace dealwright::web
