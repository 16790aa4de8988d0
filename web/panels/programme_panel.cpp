#include "web/panels/programme_panel.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <imgui.h>

#include "core/base/stable_order.hpp"
#include "core/report/figures.hpp"
#include "web/panels/deal_panel.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/table.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

constexpr std::size_t most_whole = 100;  // rows that are all drawn

// A deal beside what is known of it.
struct Row {
  const model::Deal* deal;
  const report::DealEvaluation* evaluation;
  Verdict verdict;
  bool is_checked;  // as it is now, not as it was before the last edit
};

// Failing deals first, then those without a price, then those with warnings; otherwise in the order of the documents.
int urgency(const Row& row) {
  switch (row.verdict.tone) {
    case ui::Tone::negative:
      return 0;
    case ui::Tone::neutral:
      return 1;
    case ui::Tone::warning:
      return 2;
    default:
      return 3;
  }
}

std::vector<Row> rows_of(const View& view) {
  std::vector<Row> rows;
  const bool is_busy = view.session.busy();
  for (const auto& deal : view.session.programme().deals) {
    const auto* evaluation = view.session.evaluation(deal.id);
    const bool is_checked = !is_busy || view.session.freshness(deal.id) == Freshness::complete;
    rows.push_back({&deal, evaluation, verdict_of(evaluation), is_checked});
    if (!is_checked && (evaluation == nullptr || !evaluation->priced)) rows.back().verdict.word = "checking";
  }
  sort_stably(rows, [](const Row& a, const Row& b) { return urgency(a) < urgency(b); });
  return rows;
}

void counts(View& view, const std::vector<Row>& rows) {
  int checked = 0, failing = 0, unpriced = 0;
  for (const Row& row : rows) {
    checked += row.is_checked ? 1 : 0;
    failing += row.verdict.tone == ui::Tone::negative ? 1 : 0;
    unpriced += row.is_checked && (row.evaluation == nullptr || !row.evaluation->priced) ? 1 : 0;
  }
  const int deals = static_cast<int>(rows.size());
  int documents = 0;
  for (std::size_t kind = 0; kind < kind_count; ++kind)
    documents += static_cast<int>(document_count(view.session.programme(), static_cast<Kind>(kind)));
  const auto coverage = view.session.coverage();
  const auto stat = [](std::string_view label, int count, ui::Tone tone, std::string_view detail) {
    ui::Card card(label, {.level = "counts", .name = label});
    ui::stat(label, fmt::format("{}", count), {.detail = detail, .tone = tone});
  };
  const std::string progress = fmt::format("checking {} of {}", checked + 1, deals);
  const bool is_done = checked == deals;
  const bool all_hold = is_done && failing == 0 && unpriced == 0 && deals > 0;
  ui::Columns columns("counts", 4, 150);
  columns.next();
  stat("Deals", deals, ui::Tone::neutral, report::counted(documents, "document", "documents"));
  columns.next();
  stat("Failing", failing,
       failing > 0 ? ui::Tone::negative
       : all_hold  ? ui::Tone::positive
                   : ui::Tone::neutral,
       !is_done       ? std::string_view(progress)
       : failing > 0  ? "a guardrail is broken"
       : all_hold     ? "every guardrail holds"
       : unpriced > 0 ? "of those with a price"
                      : "");
  columns.next();
  stat("Not priced", unpriced, unpriced > 0 ? ui::Tone::warning : ui::Tone::neutral,
       unpriced > 0 ? "see their diagnostics" : "");
  columns.next();
  stat("Rules", coverage.rules, ui::Tone::neutral, report::counted(coverage.rule_checks, "check", "checks"));
}

std::string name_of(const View& view, Kind kind, const std::string& id) {
  const void* found = view.session.document({kind, id});
  return found == nullptr ? id : document_name(kind, found);
}

void deals_table(View& view, const std::vector<Row>& rows) {
  // A deal's name needs the room more than what also stands in the deal.
  const float room = ImGui::GetContentRegionAvail().x;
  const bool has_value = room >= 420, has_margin = room >= 500, has_payback = room >= 720, has_customer = room >= 760,
             has_partner = room >= 1040;
  std::vector<ui::Column> columns{{.head = "Deal", .weight = 2.7F}};
  if (has_customer) columns.push_back({.head = "Customer"});
  if (has_partner) columns.push_back({.head = "Partner"});
  if (has_value) columns.push_back({.head = "Contract value", .kind = ui::ColumnKind::number});
  if (has_margin) columns.push_back({.head = "Margin", .kind = ui::ColumnKind::number});
  if (has_payback) columns.push_back({.head = "Payback", .kind = ui::ColumnKind::number});
  columns.push_back({.head = "Guardrails", .kind = ui::ColumnKind::other, .width = 112});
  ui::Card card("deals", {.title = "Deals", .flush = true});
  // Many rows scroll within the table, which draws those in sight alone.
  const ui::Theme& t = ui::theme();
  const float height =
      rows.size() > most_whole ? std::max(8 * t.row_height, ImGui::GetContentRegionAvail().y - t.space.wide) : 0;
  ui::Table table("Deals", columns, {.height = height, .selectable = true, .empty = "There is no deal yet."});
  std::optional<DocumentRef> pressed;
  table.rows(static_cast<int>(rows.size()), [&](int i) {
    const Row& row = rows[static_cast<std::size_t>(i)];
    const model::Deal& deal = *row.deal;
    const bool is_priced = row.evaluation != nullptr && row.evaluation->priced;
    if (table.row(deal.id)) pressed = DocumentRef{Kind::deal, deal.id};
    table.text(deal.name.empty() ? deal.id : deal.name);
    if (has_customer) table.quiet(name_of(view, Kind::customer, deal.customer));
    if (has_partner) table.quiet(name_of(view, Kind::partner, deal.partner));
    if (has_value) table.number(is_priced ? to_display(row.evaluation->pricing.totals.tcv) : "");
    if (has_margin) table.number(is_priced ? share_text(row.evaluation->pricing.totals.margin) : "");
    if (has_payback) table.number(is_priced ? payback_text(row.evaluation->pricing) : "");
    table.chip(row.verdict.word, row.verdict.tone);
  });
  if (pressed) view.open(*pressed);
}

}  // namespace

void programme_panel(View& view) {
  ui::heading(view.session.open_name(), 1);
  ui::space_large();
  const auto rows = rows_of(view);
  counts(view, rows);
  deals_table(view, rows);
}

}  // namespace dealwright::web
