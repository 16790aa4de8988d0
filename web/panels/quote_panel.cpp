#include "web/panels/quote_panel.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <imgui.h>

#include "core/report/figures.hpp"
#include "web/ui/chart/chart.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/table.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

// What each stage takes off or adds over the term, in minor units, in the order of the waterfall. Each stage of each
// span is rounded for the picture; list, true-up and net are the exact totals.
struct Stages {
  std::int64_t agreed = 0, term = 0, prepay = 0, volume = 0, line = 0, deal = 0, free = 0, bounds = 0;
};

Stages stages_of(const pricing::PricedDeal& priced) {
  Stages sum;
  const int digits = priced.currency.digits();
  for (const auto& line : priced.lines) {
    for (const auto& span : line.spans) {
      const auto& w = span.waterfall;
      const auto add = [&](std::int64_t& stage, const Exact& before, const Exact& after) {
        const bool partial = span.days != 0;
        const auto minor =
            (after - before).to_minor(digits, Rounding::half_even, partial ? span.days : 1, partial ? span.of_days : 1);
        stage += minor.value_or(0) * span.periods();
      };
      add(sum.agreed, w.after_uplift, w.after_agreed);
      add(sum.term, w.after_agreed, w.after_term);
      add(sum.prepay, w.after_term, w.after_prepay);
      add(sum.volume, w.after_prepay, w.after_volume);
      add(sum.line, w.after_volume, w.after_line);
      add(sum.deal, w.after_line, w.after_deal);
      add(w.free ? sum.free : sum.bounds, w.after_deal, w.after_bounds);
    }
  }
  return sum;
}

void waterfall_card(View& view, const model::Deal& deal, const pricing::PricedDeal& priced) {
  const auto stages = stages_of(priced);
  const auto& t = priced.totals;
  std::vector<ui::WaterfallStep> steps{{"List", chart_value(t.list_total), true}};
  const auto step = [&](const char* label, std::int64_t minor) {
    if (minor != 0) steps.push_back({label, chart_value(Money{minor, priced.currency}), false});
  };
  step("Agreed", stages.agreed);
  step("Term", stages.term);
  step("Prepaid", stages.prepay);
  step("Volume", stages.volume);
  step("Lines", stages.line);
  step("Deal", stages.deal);
  step("Free", stages.free);
  step("Bounds", stages.bounds);
  step("True-up", t.true_up_total.minor);
  steps.push_back({"Net", chart_value(t.tcv), true});
  const Ratio off = t.effective_discount;
  const bool is_more = off.numerator < 0;
  const std::string sentence =
      fmt::format("From a list price of {} to a net of {}, {} {}.", to_display(t.list_total), to_display(t.tcv),
                  share_text({is_more ? -off.numerator : off.numerator, off.denominator}), is_more ? "more" : "less");
  ui::Card card("waterfall",
                {.title = "From list to net", .detail = "For you, not for the customer", .level = "quote"});
  ui::waterfall_chart({.name = "From list to net", .sentence = sentence, .height = 260, .unit = priced.currency.code()},
                      steps);
  if (ui::stat("Net", to_display(t.tcv), {.why = true, .type = ui::Type::strong}))
    view.ask(deal.id, "Total contract value", "tcv");
}

void prices_table(const char* title, const std::vector<report::ProposalLine>& lines, Currency currency, bool monthly) {
  if (lines.empty()) return;
  const std::string price_head = monthly ? fmt::format("A month, {}", currency.code()) : std::string(currency.code());
  const bool has_quantity = std::any_of(lines.begin(), lines.end(), [](const report::ProposalLine& line) {
    return std::any_of(line.prices.begin(), line.prices.end(),
                       [](const auto& price) { return !price.quantity.empty(); });
  });
  std::vector<ui::Column> columns{{.head = "Service", .weight = 2.4F}, {.head = monthly ? "Months" : "Month"}};
  if (has_quantity) columns.push_back({.head = "Quantity", .weight = 1.4F});
  columns.push_back({.head = price_head, .kind = ui::ColumnKind::number});
  // A price that is paid once is its own total.
  const bool has_total = monthly || std::any_of(lines.begin(), lines.end(), [](const report::ProposalLine& line) {
                           return line.prices.size() != 1 || line.prices.front().price.minor != line.total.minor;
                         });
  if (has_total) columns.push_back({.head = "Over the term", .kind = ui::ColumnKind::number});
  ui::Card card(title, {.title = title, .flush = true});
  ui::Table table(title, columns);
  struct Row {
    const report::ProposalLine* line;
    std::size_t price;
  };
  std::vector<Row> rows;
  for (const auto& line : lines) {
    for (std::size_t i = 0; i < line.prices.size(); ++i) rows.push_back({&line, i});
  }
  table.rows(static_cast<int>(rows.size()), [&](int i) {
    const auto& row = rows[static_cast<std::size_t>(i)];
    const auto& price = row.line->prices[row.price];
    const std::string months = price.from_month == price.to_month
                                   ? fmt::format("{}", price.from_month)
                                   : fmt::format("{} to {}", price.from_month, price.to_month);
    table.row(row.line->name + ", " + months);
    table.text(row.price == 0 ? row.line->name : "");
    table.quiet(months);
    if (has_quantity) table.text(price.quantity);
    table.number(price.remark.empty() ? report::amount(price.price)
                                      : fmt::format("{} ({})", report::amount(price.price), price.remark));
    if (has_total) table.number(row.price == 0 ? report::amount(row.line->total) : "");
  });
}

void paper(const report::Proposal& proposal) {
  ui::Card card(
      "proposal",
      {.title = proposal.title.empty() ? "Proposal" : proposal.title, .detail = proposal.brand, .level = "quote"});
  ui::fact("For", proposal.customer);
  if (!proposal.package.empty()) ui::fact("Package", proposal.package);
  ui::fact("Term", fmt::format("{}, from {} to {}", report::counted(proposal.term_months, "month", "months"),
                               proposal.start.to_string(), proposal.end.to_string()));
  if (proposal.first_month) ui::fact("First full month", to_display(*proposal.first_month));
  ui::fact("Monthly services over the term", to_display(proposal.monthly_total));
  ui::fact("One-off", to_display(proposal.once_total));
  if (proposal.shortfall.minor != 0) ui::fact("Shortfall under the commitment", to_display(proposal.shortfall));
  ui::rule();
  ui::fact("Total", to_display(proposal.total), ui::Tone::neutral, ui::Type::strong);
}

void what_is_included(const report::Proposal& proposal) {
  ui::Card card("What is included");
  for (const auto* lines : {&proposal.monthly, &proposal.once}) {
    for (const auto& line : *lines) {
      if (line.boundary.empty()) continue;
      ui::text(line.name, ui::Type::strong);
      ui::paragraph(line.boundary);
      ui::space_small();
    }
  }
  for (const auto& level : proposal.service_levels) ui::fact(level.name, level.value);
}

}  // namespace

void quote_panel(View& view, const model::Deal& deal) {
  const auto& proposal = view.session.proposal(deal.id);
  const auto* evaluation = view.session.evaluation(deal.id);
  if (!proposal || evaluation == nullptr) {
    ui::empty_state(ui::Icon::document, "No proposal yet", "The deal has to be priced first.");
    return;
  }
  {
    ui::Columns columns("quote", {1.7F, 1}, 280);
    columns.next();
    paper(*proposal);
    columns.next();
    waterfall_card(view, deal, evaluation->pricing);
  }
  prices_table("Monthly services", proposal->monthly, proposal->currency, true);
  prices_table("One-off services", proposal->once, proposal->currency, false);
  ui::Columns columns("words", {1.7F, 1}, 280);
  columns.next();
  what_is_included(*proposal);
  columns.next();
  ui::Card card("Terms");
  for (const auto& term : proposal->terms) ui::paragraph(term);
  if (!proposal->legal.empty()) ui::quiet(proposal->legal);
}

}  // namespace dealwright::web
