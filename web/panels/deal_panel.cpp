#include "web/panels/deal_panel.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <imgui.h>

#include "core/document/type.hpp"
#include "core/guardrails/metrics.hpp"
#include "core/guardrails/phrases.hpp"
#include "core/report/figures.hpp"
#include "web/panels/edit.hpp"
#include "web/panels/guardrails_panel.hpp"
#include "web/panels/word_choice.hpp"
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

// What states nothing beyond its defaults need not be stated.
template <class T>
void drop_if_initial(std::optional<T>& value) {
  const T initial;
  if (value && document::equal(document::type_of<T>(), &*value, &initial)) value.reset();
}

void term_fields(View& view, const model::Deal& deal) {
  Edits edit(view.session, deal);
  const auto* book = view.session.find<model::PriceBook>(deal.price_book);
  ui::Columns columns("terms", 3, 96, ui::theme().space.small);

  columns.next();
  Decimal discount = deal.discount;
  edit(ui::rate_field({.label = "Deal discount", .unit = "%"}, discount, between(ui::NumberKind::rate, 0, 1)),
       "discount", discount, [](model::Deal& d, Decimal to) { d.discount = to; });
  columns.next();
  std::int64_t months = deal.term_months;
  edit(ui::whole_field({.label = "Term", .unit = "months"}, months, between(ui::NumberKind::whole, 1, 120)),
       "term_months", months, [](model::Deal& d, std::int64_t to) { d.term_months = static_cast<int>(to); });
  columns.next();
  Date start = deal.start;
  edit(ui::date_field({.label = "Start"}, start), "start", start, [](model::Deal& d, Date to) { d.start = to; });

  columns.next();
  auto billing = deal.billing;
  edit(word_choice({.label = "Billing"}, billing), "billing", billing, [](model::Deal& d, auto to) { d.billing = to; });
  columns.next();
  std::int64_t days = deal.payment_days;
  edit(ui::whole_field({.label = "Payment", .unit = "days"}, days, between(ui::NumberKind::whole, 0, 365)),
       "payment_days", days, [](model::Deal& d, std::int64_t to) { d.payment_days = static_cast<int>(to); });
  columns.next();
  auto tenancy = deal.tenancy;
  edit(word_choice({.label = "Tenancy"}, tenancy), "tenancy", tenancy, [](model::Deal& d, auto to) { d.tenancy = to; });

  columns.next();
  std::vector<std::string_view> tiers{"Package's"};
  int tier = 0;
  if (book != nullptr) {
    for (const auto& stated : book->service_tiers) {
      if (stated.id == deal.service_tier) tier = static_cast<int>(tiers.size());
      tiers.push_back(stated.name.empty() ? stated.id : stated.name);
    }
  }
  const auto chosen = ui::choice({.label = "Service tier"}, tiers, tier);
  const std::string tier_id = tier <= 0 ? std::string() : book->service_tiers[static_cast<std::size_t>(tier) - 1].id;
  edit(chosen, "service_tier", tier_id, [](model::Deal& d, const std::string& to) { d.service_tier = to; });
  // On the way to another rate or number of months a typed value is zero at times: what else is stated stays.
  columns.next();
  Decimal uplift = deal.uplift ? deal.uplift->rate : Decimal();
  edit(ui::rate_field({.label = "Uplift a year", .unit = "%"}, uplift, between(ui::NumberKind::rate, 0, 1)), "uplift",
       uplift, [](model::Deal& d, Decimal to) {
         if (!d.uplift) d.uplift.emplace();
         d.uplift->rate = to;
         drop_if_initial(d.uplift);
       });
  columns.next();
  std::int64_t free_months = deal.free_months ? deal.free_months->months : 0;
  edit(ui::whole_field({.label = "Free months", .unit = "months"}, free_months, between(ui::NumberKind::whole, 0, 120)),
       "free_months", free_months, [](model::Deal& d, std::int64_t to) {
         if (!d.free_months) d.free_months.emplace();
         d.free_months->months = static_cast<int>(to);
         drop_if_initial(d.free_months);
       });
}

// A line as it is shown: as it was priced, or, where the deal is not, as the deal states it.
struct LineShown {
  std::string component, name, service_line;
  int own = -1;  // its index in the deal; -1: the package brings it
  const pricing::PricedLine* priced = nullptr;
};

std::vector<LineShown> lines_of(const model::Deal& deal, const model::PriceBook* book,
                                const report::DealEvaluation* evaluation) {
  std::vector<LineShown> lines;
  if (evaluation != nullptr && evaluation->priced) {
    for (const auto& line : evaluation->pricing.lines)
      lines.push_back(
          {line.component, line.name, report::titled(report::word(line.service_line)), line.deal_line, &line});
    return lines;
  }
  for (const auto& line : deal.lines) {
    LineShown& shown = lines.emplace_back();
    shown.component = line.component;
    shown.name = line.name.empty() ? line.component : line.name;
    shown.own = static_cast<int>(lines.size()) - 1;
    if (book == nullptr) continue;
    for (const auto& component : book->components) {
      if (component.id != line.component) continue;
      if (line.name.empty() && !component.name.empty()) shown.name = component.name;
      shown.service_line = report::titled(report::word(component.service_line));
    }
  }
  return lines;
}

// Columns of the lines that there is room for.
struct ShownColumns {
  bool service_line, list;
};

void line_row(View& view, const model::Deal& deal, const LineShown& line, ShownColumns shown, Edits<model::Deal>& edit,
              ui::Table& table) {
  table.row(line.component);
  table.text(line.name);
  if (shown.service_line) table.quiet(line.service_line);
  const auto* priced = line.priced;
  const bool is_sized = priced != nullptr && !priced->spans.empty();
  const std::string sized = is_sized ? report::quantity(priced->spans.front().waterfall.metered) : "";
  if (line.own >= 0) {
    const auto at = static_cast<std::size_t>(line.own);
    table.cell();
    std::optional<Decimal> quantity = deal.lines[at].quantity;
    edit(ui::number_field(
             {.label = "Quantity of " + line.name, .hint = sized, .label_hidden = true, .right_aligned = true},
             quantity, not_negative_or_none()),
         line.component + "/quantity", quantity,
         [at](model::Deal& d, std::optional<Decimal> to) { d.lines[at].quantity = to; });
    table.cell();
    Decimal discount = deal.lines[at].discount;
    edit(ui::rate_field({.label = "Discount of " + line.name, .unit = "%", .label_hidden = true, .right_aligned = true},
                        discount, between(ui::NumberKind::rate, 0, 1)),
         line.component + "/discount", discount, [at](model::Deal& d, Decimal to) { d.lines[at].discount = to; });
  } else {
    table.number(sized);
    table.quiet("in the package");
  }
  if (priced == nullptr) return;
  if (shown.list && table.link_number(report::amount(priced->list_total)))
    view.ask(deal.id, "List price of " + line.name, "list", line.component);
  if (table.link_number(report::amount(priced->net_total)))
    view.ask(deal.id, "Net price of " + line.name, "net", line.component);
  const bool has_margin = priced->net_total.minor > 0;
  const Ratio margin =
      has_margin ? Ratio{priced->net_total.minor - priced->cost_total.minor, priced->net_total.minor} : Ratio{};
  if (table.link_number(share_text(margin),
                        priced->cost_total.minor > priced->net_total.minor ? ui::Tone::negative : ui::Tone::neutral))
    view.ask(deal.id, "Margin of " + line.name, "component_margin", line.component);
}

void lines_card(View& view, const model::Deal& deal, const report::DealEvaluation* evaluation,
                const std::vector<LineShown>& lines) {
  const std::string code(deal.currency.code());
  const std::string list_head = "List " + code;
  const std::string net_head = "Net " + code;
  // Where there is little room, what the price book and the quote tell too gives way.
  const float room = ImGui::GetContentRegionAvail().x;
  const ShownColumns shown{room >= 800, room >= 720};
  std::vector<ui::Column> columns{{.head = "Component", .weight = 1.85F}};
  if (shown.service_line) columns.push_back({.head = "Service line"});
  columns.push_back({.head = "Quantity", .kind = ui::ColumnKind::number, .width = 96});
  columns.push_back({.head = "Discount", .kind = ui::ColumnKind::number, .width = 100});
  if (shown.list)
    columns.push_back({.head = list_head, .kind = ui::ColumnKind::number, .help = "Over the term, uplift included"});
  columns.push_back({.head = net_head, .kind = ui::ColumnKind::number, .help = "Over the term, after all discounts"});
  columns.push_back({.head = "Margin", .kind = ui::ColumnKind::number});
  Edits edit(view.session, deal);
  ui::Card card("lines", {.title = "Lines", .flush = true});
  ui::Table table("Lines", columns, {.empty = "Nothing is sold yet."});
  table.rows(static_cast<int>(lines.size()),
             [&](int i) { line_row(view, deal, lines[static_cast<std::size_t>(i)], shown, edit, table); });
  if (evaluation == nullptr || !evaluation->priced) return;
  const auto& totals = evaluation->pricing.totals;
  table.totals();
  table.text("Total");
  if (shown.service_line) table.skip();
  table.skip();
  table.number(share_text(totals.effective_discount));
  if (shown.list) table.number(report::amount(totals.list_total));
  table.number(report::amount(totals.tcv));
  table.number(share_text(totals.margin));
}

void add_line(View& view, const model::Deal& deal, const model::PriceBook* book, const std::vector<LineShown>& lines) {
  std::vector<ui::Option> options;
  std::vector<std::string> ids;
  if (book != nullptr) {
    for (const auto& component : book->components) {
      const bool is_sold = std::any_of(lines.begin(), lines.end(),
                                       [&](const LineShown& line) { return line.component == component.id; });
      if (is_sold) continue;
      options.push_back({component.name.empty() ? component.id : component.name, component.id});
      ids.push_back(component.id);
    }
  }
  int chosen = -1;
  const auto edit = ui::choice({.label = "Add a component",
                                .hint = book == nullptr   ? "The deal has no price book"
                                        : options.empty() ? "All of the price book is sold"
                                                          : "Choose from the price book",
                                .disabled = options.empty(),
                                .width = 320},
                               options, chosen);
  if (!edit.changed || chosen < 0) return;
  const std::string id = ids[static_cast<std::size_t>(chosen)];
  tell(view.session.edit<model::Deal>(deal.id, "Add " + std::string(options[static_cast<std::size_t>(chosen)].label),
                                      {}, [&](model::Deal& d) { d.lines.emplace_back().component = id; }));
}

}  // namespace

std::string payback_text(const pricing::PricedDeal& priced) {
  const Ratio months = priced.totals.payback;
  if (months.has_value() && months.numerator == 0) return "at once";
  const guardrails::Value value{months.has_value() ? months.numerator : 1, months.denominator, {}};
  return guardrails::value_text(*guardrails::find_metric("payback_months"), value, priced.currency);
}

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
    ui::Card card("figures", {.title = "What it comes to", .level = "deal"});
    figure("Total contract value", to_display(t.tcv), "tcv",
           {.detail = "over " + report::counted(deal.term_months, "month", "months")});
    ui::Columns columns("figures", 2, 112, ui::theme().space.small);
    columns.next();
    figure("Monthly, at exit", report::amount(t.mrr_exit), "mrr_exit", {.type = ui::Type::title});
    columns.next();
    figure("One-off", report::amount(t.one_off_total), "one_off_total", {.type = ui::Type::title});
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
    figure("Payback", payback_text(evaluation->pricing), "payback_months",
           {.type = t.payback_month ? ui::Type::title : ui::Type::caption});
  }
}

void deal_panel(View& view, const model::Deal& deal) {
  const auto* evaluation = view.session.evaluation(deal.id);
  {
    // The figures need their room first.
    constexpr float narrow = 800;
    ui::Columns columns("deal", {ImGui::GetContentRegionAvail().x < narrow ? 1.4F : 2.2F, 1}, 200);
    columns.next();
    {
      ui::Card card("terms", {.title = "Terms", .level = "deal"});
      term_fields(view, deal);
    }
    columns.next();
    deal_figures(view, deal);
  }
  // A deal with findings has them above what they are about.
  const bool has_findings = evaluation != nullptr && !evaluation->findings.empty();
  if (has_findings) findings_card(view, deal, FindingsDetail::brief);
  {
    const auto* book = view.session.find<model::PriceBook>(deal.price_book);
    const auto lines = lines_of(deal, book, evaluation);
    lines_card(view, deal, evaluation, lines);
    add_line(view, deal, book, lines);
    ui::space_large();
  }
  if (!has_findings) findings_card(view, deal, FindingsDetail::brief);
}

}  // namespace dealwright::web
