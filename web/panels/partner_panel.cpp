#include "web/panels/partner_panel.hpp"

#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <imgui.h>

#include "core/report/figures.hpp"
#include "core/report/governance_tables.hpp"
#include "web/panels/advice_cards.hpp"
#include "web/panels/duties_cards.hpp"
#include "web/panels/edit.hpp"
#include "web/panels/report_table.hpp"
#include "web/panels/risks_card.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/navigation.hpp"
#include "web/ui/widgets/table.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

// What there is without a playbook to go by.
void nothing_known(View& view, const model::Partner& partner) {
  const auto& playbooks = view.session.programme().playbooks;
  const bool is_there = view.session.find<model::Playbook>(partner.playbook) != nullptr;
  if (is_there || playbooks.empty()) {
    ui::empty_state(ui::Icon::question, "Not advised yet",
                    is_there ? "The partner or its playbook has errors: their diagnostics say what to mend."
                             : "A playbook says what suits partners and what they answer for. Add or import one.");
    return;
  }
  const std::string id = playbooks.front().id;
  if (ui::empty_state(ui::Icon::question, "Not advised yet",
                      "A playbook says what suits the partner, and what it answers for.",
                      "Use " + document_name(Kind::playbook, &playbooks.front())))
    tell(view.session.edit<model::Partner>(partner.id, "Playbook chosen", "",
                                           [&](model::Partner& to) { to.playbook = id; }));
}

void health_card(const model::Partner& partner) {
  const report::Table health = report::health_table(partner.health);
  ui::Card card("health", {.title = "Health", .level = "standing"});
  if (health.rows.empty())
    return ui::paragraph("Nothing is measured yet. Once the partner is live, state it under Health below.");
  for (const auto& row : health.rows) {
    ui::fact(row[0].shown, row[1].shown);
    for (const auto& note : model::notes_of(static_cast<const model::PartnerHealth*>(nullptr)))
      if (row[0].shown == note.label && *note.help_text != '\0') ui::remark(note.help_text);
  }
}

std::vector<const model::Deal*> deals_of(const View& view, const model::Partner& partner) {
  std::vector<const model::Deal*> deals;
  for (const model::Deal& deal : view.session.programme().deals)
    if (deal.partner == partner.id) deals.push_back(&deal);
  return deals;
}

void customers_card(View& view, const report::GovernedPartner& governed) {
  static constexpr std::array<ui::Column, 5> columns{ui::Column{.head = "Customer", .weight = 2.2F},
                                                     ui::Column{.head = "Required", .kind = ui::ColumnKind::number},
                                                     ui::Column{.head = "In place", .kind = ui::ColumnKind::number},
                                                     ui::Column{.head = "Verified", .kind = ui::ColumnKind::number},
                                                     ui::Column{.head = "Risks", .kind = ui::ColumnKind::number}};
  ui::Card card("customers", {.title = "Customers", .detail = "Controls and risks", .flush = true});
  ui::Table table("Customers", columns, {.selectable = true, .empty = "No customer names it, and it has no deal."});
  table.rows(static_cast<int>(governed.customers.size()), [&](int i) {
    const auto& customer = governed.customers[static_cast<std::size_t>(i)];
    const auto& counts = customer.controls.counts;
    if (table.row(customer.customer)) view.open({Kind::customer, customer.customer});
    table.text(customer.name);
    table.number(fmt::format("{}", counts.required));
    table.number(fmt::format("{}", counts.in_place),
                 counts.in_place < counts.required ? ui::Tone::warning : ui::Tone::neutral);
    table.number(fmt::format("{}", counts.verified));
    table.number(fmt::format("{}", customer.risks.size()),
                 customer.risks.empty() ? ui::Tone::neutral : ui::Tone::warning);
  });
}

void deals_card(View& view, const model::Partner& partner) {
  static constexpr std::array<ui::Column, 4> columns{
      ui::Column{.head = "Deal", .weight = 2.4F}, ui::Column{.head = "Customer"},
      ui::Column{.head = "Margin", .kind = ui::ColumnKind::number, .width = 88},
      ui::Column{.head = "Guardrails", .kind = ui::ColumnKind::other, .width = 112}};
  const auto deals = deals_of(view, partner);
  ui::Card card("deals", {.title = "Deals", .flush = true});
  ui::Table table("Deals", columns, {.selectable = true, .empty = "It has no deal yet."});
  table.rows(static_cast<int>(deals.size()), [&](int i) {
    const model::Deal& deal = *deals[static_cast<std::size_t>(i)];
    const auto* const evaluation = view.session.evaluation(deal.id);
    const auto* const customer = view.session.find<model::Customer>(deal.customer);
    const Verdict verdict = verdict_of(evaluation);
    if (table.row(deal.id)) view.open({Kind::deal, deal.id});
    table.text(document_name(Kind::deal, &deal));
    table.quiet(customer == nullptr ? deal.customer : document_name(Kind::customer, customer));
    table.number(evaluation != nullptr && evaluation->priced ? share_text(evaluation->pricing.totals.margin) : "");
    table.chip(verdict.word, verdict.tone);
  });
}

void onboarding_card(View& view, const governance::ReviewSheet& sheet) {
  if (sheet.onboarding.empty()) return;
  static constexpr std::array<ui::Column, 5> columns{
      ui::Column{.head = "Run", .weight = 2}, ui::Column{.head = "Ready", .kind = ui::ColumnKind::number, .width = 80},
      ui::Column{.head = "Next gate", .weight = 1.2F}, ui::Column{.head = "Forecast", .width = 104},
      ui::Column{.head = "Certified", .weight = 1.4F}};
  ui::Card card("onboarding", {.title = "Onboarding", .flush = true});
  ui::Table table("Onboarding", columns, {.selectable = true});
  table.rows(static_cast<int>(sheet.onboarding.size()), [&](int i) {
    const auto& run = sheet.onboarding[static_cast<std::size_t>(i)];
    std::string certified;
    for (const std::string& one : run.certifications) certified += (certified.empty() ? "" : ", ") + one;
    if (table.row(run.run)) view.open({Kind::onboarding, run.run});
    table.text(run.name);
    table.number(share_text(run.readiness));
    table.quiet(run.gate.empty() ? "all passed" : run.gate);
    table.quiet(run.forecast.is_stated() ? run.forecast.to_string() : "");
    table.text(certified);
  });
}

void save_review(const View& view, const model::Partner& partner, const governance::ReviewSheet& sheet) {
  const std::string name = fmt::format("{}-review-{}.md", partner.id, sheet.quarter);
  ui::current().platform().save(name, view.session.review_markdown(partner.id));
  ui::current().toast("The review was handed to you as " + name + ".", ui::Tone::positive);
}

void review_card(View& view, const model::Partner& partner, const report::GovernedPartner& governed) {
  const governance::ReviewSheet& sheet = *governed.review;
  constexpr std::string_view label = "Export as Markdown";
  const ui::ButtonOptions options{.icon = ui::Icon::download, .small = true};
  bool exports = false;
  {
    ui::Card card("review", {.title = "Quarterly review",
                             .detail = sheet.quarter,
                             .actions = [&] { exports = ui::button(label, options); },
                             .actions_width = ui::button_width(label, options)});
    const report::GovernanceSection section = report::review_section(governed);
    for (const std::string& line : section.lines) ui::paragraph(line);
    if (ui::disclosure("The sheet", view.review_shown, {.detail = sheet.on.to_string()})) {
      for (const report::Table& table : section.tables) {
        if (table.rows.empty()) continue;
        ui::heading(table.title, 3);
        report_table(table);
        ui::space_small();
      }
    }
  }
  if (exports) save_review(view, partner, sheet);
}

}  // namespace

void partner_panel(View& view, const model::Partner& partner) {
  const auto* const playbook = view.session.find<model::Playbook>(partner.playbook);
  const auto& advised = view.session.advice(partner.id);
  const auto& governed = view.session.governance(partner.id);
  if (playbook == nullptr || !advised || !governed) {
    deals_card(view, partner);
    nothing_known(view, partner);
    return;
  }
  // Made when all is drawn: an edit moves what is drawn from.
  Edits edit(view.session, partner);
  const bool asks_first = partner.capabilities.empty();
  if (asks_first) capabilities_card(edit, partner, *playbook, advised->advice);
  recommendation_cards(edit, partner, *advised);
  reasons_cards(advised->advice);
  if (!asks_first) capabilities_card(edit, partner, *playbook, advised->advice);
  ui::heading("Governance");
  ui::space_small();
  ownership_card(edit, partner, governed->duties);
  duties_cards(edit, governed->duties);
  {
    ui::Columns columns("standing", 2, 300);
    columns.next();
    health_card(partner);
    columns.next();
    risks_card(view, "Risks of the partner itself", governed->risks, "No risk is raised by what it states of itself.");
  }
  ui::heading("Business");
  ui::space_small();
  customers_card(view, *governed);
  deals_card(view, partner);
  if (governed->review) {
    onboarding_card(view, *governed->review);
    review_card(view, partner, *governed);
  }
}

}  // namespace dealwright::web
