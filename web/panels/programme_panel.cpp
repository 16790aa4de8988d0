#include "web/panels/programme_panel.hpp"

#include <array>
#include <vector>

#include <fmt/format.h>
#include <imgui.h>

#include "core/base/stable_order.hpp"
#include "core/report/figures.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/table.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

void counts(View& view) {
  const auto coverage = view.session.coverage();
  const auto stat = [](std::string_view label, int count, ui::Tone tone, std::string_view detail) {
    ui::Card card(label, {.name = label});
    ui::stat(label, fmt::format("{}", count), {.detail = detail, .tone = tone});
  };
  ui::Columns columns("counts", 4, 150);
  columns.next();
  stat("Deals", coverage.deals, ui::Tone::neutral, report::counted(coverage.documents, "document", "documents"));
  columns.next();
  stat("Failing", coverage.failed_deals, coverage.failed_deals > 0 ? ui::Tone::negative : ui::Tone::positive,
       coverage.failed_deals > 0 ? "a guardrail is broken" : "every guardrail holds");
  columns.next();
  stat("Not priced", coverage.deals - coverage.deals_priced,
       coverage.deals > coverage.deals_priced ? ui::Tone::warning : ui::Tone::neutral, "see their diagnostics");
  columns.next();
  stat("Rules", coverage.rules, ui::Tone::neutral, report::counted(coverage.rule_checks, "check", "checks"));
}

// Failing deals first, then those with warnings, in the order of the documents.
std::vector<const model::Deal*> deals_by_urgency(const View& view) {
  std::vector<const model::Deal*> deals;
  for (const auto& deal : view.session.programme().deals) deals.push_back(&deal);
  const auto urgency = [&](const model::Deal* deal) {
    switch (verdict_of(view.session.evaluation(deal->id)).tone) {
      case ui::Tone::negative:
        return 0;
      case ui::Tone::neutral:
        return 1;
      case ui::Tone::warning:
        return 2;
      default:
        return 3;
    }
  };
  sort_stably(deals, [&](const auto* a, const auto* b) { return urgency(a) < urgency(b); });
  return deals;
}

std::string name_of(const View& view, Kind kind, const std::string& id) {
  const void* found = view.session.document({kind, id});
  return found == nullptr ? id : document_name(kind, found);
}

void deals_table(View& view) {
  static constexpr std::array<ui::Column, 7> columns{
      ui::Column{.head = "Deal", .weight = 2},
      ui::Column{.head = "Customer", .weight = 1.4F},
      ui::Column{.head = "Partner", .weight = 1.4F},
      ui::Column{.head = "Contract value", .kind = ui::ColumnKind::number, .weight = 1.2F},
      ui::Column{.head = "Margin", .kind = ui::ColumnKind::number, .width = 84},
      ui::Column{.head = "Payback", .kind = ui::ColumnKind::number, .width = 96},
      ui::Column{.head = "Guardrails", .kind = ui::ColumnKind::other, .width = 130}};
  const auto deals = deals_by_urgency(view);
  ui::Card card("deals", {.title = "Deals", .flush = true});
  ui::Table table("Deals", columns, {.selectable = true, .empty = "There is no deal yet."});
  std::optional<DocumentRef> pressed;
  table.rows(static_cast<int>(deals.size()), [&](int i) {
    const auto& deal = *deals[static_cast<std::size_t>(i)];
    const auto* evaluation = view.session.evaluation(deal.id);
    const bool is_priced = evaluation != nullptr && evaluation->priced;
    if (table.row(deal.id)) pressed = DocumentRef{Kind::deal, deal.id};
    table.text(deal.name.empty() ? deal.id : deal.name);
    table.quiet(name_of(view, Kind::customer, deal.customer));
    table.quiet(name_of(view, Kind::partner, deal.partner));
    table.number(is_priced ? to_display(evaluation->pricing.totals.tcv) : "");
    table.number(is_priced ? share_text(evaluation->pricing.totals.margin) : "");
    const auto month = is_priced ? evaluation->pricing.totals.payback_month : std::nullopt;
    table.number(!is_priced ? "" : !month ? "never" : *month == 0 ? "at once" : fmt::format("month {}", *month));
    const auto verdict = verdict_of(evaluation);
    table.chip(verdict.word, verdict.tone);
  });
  if (pressed) view.open(*pressed);
}

}  // namespace

void programme_panel(View& view) {
  ui::heading(view.session.open_name(), 1);
  ui::space_large();
  counts(view);
  deals_table(view);
}

}  // namespace dealwright::web
