#include "web/panels/guardrails_panel.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <imgui.h>

#include "core/guardrails/metrics.hpp"
#include "core/guardrails/phrases.hpp"
#include "core/report/check_report.hpp"
#include "core/report/figures.hpp"
#include "web/panels/tell_done.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/table.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

constexpr std::size_t most_brief = 3;  // findings above the lines of a deal, which must stay in reach

ui::Tone tone_of(model::RuleSeverity severity) {
  switch (severity) {
    case model::RuleSeverity::error:
      return ui::Tone::negative;
    case model::RuleSeverity::warning:
      return ui::Tone::warning;
    case model::RuleSeverity::info:
      break;
  }
  return ui::Tone::accent;
}

void apply(View& view, const model::Deal& deal, const guardrails::Finding& finding, const guardrails::Change& change) {
  // The deal is evaluated anew by the call, so what is said of the change is copied before.
  const std::string words = change.words;
  if (view.session.apply_way_out(deal.id, finding, change)) {
    tell_done(view.session, words);
  }
}

// Draws one change with its effect and a button. Returns whether it was applied: then the finding is gone.
bool change_row(View& view, const model::Deal& deal, const guardrails::Finding& finding, std::size_t at) {
  const auto& change = finding.ways_out[at];
  ImGui::PushID(static_cast<int>(at));
  ui::paragraph(change.words, ui::Type::strong);
  if (!change.advice.empty()) ui::quiet(change.advice);
  const std::string customer = change_text(change.tcv_before, change.tcv_after);
  const std::string partner = change_text(change.margin_before, change.margin_after);
  ui::paragraph(fmt::format("Customer pays {}, partner's margin {}.{}", customer.empty() ? "the same" : customer,
                            partner.empty() ? "the same" : partner, change.clears_all ? "" : " Other findings stay."),
                ui::Type::body, ui::theme().colours.text_quiet);
  const bool pressed = ui::button("Apply", {.kind = at == 0 ? ui::ButtonKind::primary : ui::ButtonKind::secondary,
                                            .icon = ui::Icon::check,
                                            .small = true,
                                            .help = change.words});
  ImGui::PopID();
  if (pressed) apply(view, deal, finding, change);
  return pressed;
}

// The component that a finding is about, "" where it is the whole deal. A service line is known by any of its
// components.
std::string component_of(const guardrails::Finding& finding, const pricing::PricedDeal& priced) {
  for (const auto& line : priced.lines) {
    if (finding.subject == "component " + line.component ||
        finding.subject == fmt::format("service line {}", report::word(line.service_line)))
      return line.component;
  }
  return {};
}

// Returns whether a way out was applied.
bool finding_block(View& view, const model::Deal& deal, const guardrails::Finding& finding, FindingsDetail detail,
                   bool is_complete) {
  ImGui::PushID(finding.rule.c_str());
  ImGui::PushID(finding.subject.c_str());
  const std::string& title = finding.title.empty() ? finding.rule : finding.title;
  ui::chip(report::word(finding.severity), tone_of(finding.severity));
  ui::beside();
  ui::text(title, ui::Type::strong);
  ui::paragraph(finding.message.empty() ? report::finding_line(finding) : finding.message);
  if (!finding.bound.empty()) {
    if (ui::link_number(title, guardrails::measured_text(finding), ui::Type::body, tone_of(finding.severity))) {
      view.ask(deal.id, title, finding.metric, component_of(finding, view.session.evaluation(deal.id)->pricing));
    }
  }
  bool applied = false;
  if (!is_complete) {
    ui::quiet("Looking for ways out…");
  } else if (finding.ways_out.empty()) {
    ui::quiet(finding.search_cut_short ? "The deal is too large for every way out to be tried."
                                       : "No single change clears it.");
  } else {
    const std::size_t shown = detail == FindingsDetail::brief ? 1 : finding.ways_out.size();
    for (std::size_t i = 0; i < shown && !applied; ++i) {
      ui::space_small();
      applied = change_row(view, deal, finding, i);
    }
    if (!applied && detail == FindingsDetail::brief && finding.ways_out.size() > 1) {
      ui::beside();
      const std::string more = fmt::format("{} more", finding.ways_out.size() - 1);
      if (ui::button(more, {.kind = ui::ButtonKind::quiet, .small = true})) view.tab = DealTab::guardrails;
    }
  }
  ImGui::PopID();
  ImGui::PopID();
  return applied;
}

// "at least 25.0 %", "one of shared, dedicated", "never".
std::string bound_words(const model::Rule& rule, Currency currency) {
  const auto* metric = guardrails::find_metric(rule.metric);
  if (metric == nullptr) return {};
  if (rule.forbidden) return "never";
  std::string words;
  const auto add = [&](std::string_view before, const std::optional<Decimal>& bound) {
    if (!bound) return;
    words.append(words.empty() ? "" : ", ").append(before).append(guardrails::bound_text(*metric, *bound, currency));
  };
  add("at least ", rule.min);
  add("at most ", rule.max);
  for (const auto& word : rule.one_of) words.append(words.empty() ? "one of " : ", ").append(report::spaced(word));
  return words;
}

}  // namespace

void rules_card(View& view, const model::Guardrails& document) {
  static constexpr std::array<ui::Column, 3> columns{
      ui::Column{.head = "Rule", .weight = 1.4F}, ui::Column{.head = "Bound"},
      ui::Column{.head = "Severity", .kind = ui::ColumnKind::other, .width = 112}};
  ui::Card card("rules", {.title = "Rules", .flush = true});
  ui::Table table("Rules", columns, {.selectable = true, .empty = "It has no rules yet."});
  table.rows(static_cast<int>(document.rules.size()), [&](int i) {
    const auto& rule = document.rules[static_cast<std::size_t>(i)];
    if (table.row(rule.id)) view.revealed = fmt::format("/rules/{}", i);
    table.text(rule.title.empty() ? rule.id : rule.title);
    table.quiet(bound_words(rule, document.currency));
    table.chip(report::word(rule.severity), tone_of(rule.severity));
  });
}

void findings_card(View& view, const model::Deal& deal, FindingsDetail detail) {
  const auto* evaluation = view.session.evaluation(deal.id);
  if (evaluation == nullptr || !evaluation->priced) return;
  const bool is_complete = view.session.freshness(deal.id) == Freshness::complete;
  const auto verdict = verdict_of(evaluation);
  ui::Card card("guardrails", {.title = "Guardrails",
                               .actions = [&] { ui::chip(verdict.word, verdict.tone); },
                               .actions_width = ui::chip_width(verdict.word, true)});
  if (evaluation->findings.empty()) {
    ui::text("Every guardrail holds.");
    return;
  }
  const std::size_t found = evaluation->findings.size();
  const std::size_t shown = detail == FindingsDetail::brief ? std::min(found, most_brief) : found;
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) {
      ui::space_small();
      ui::rule();
      ui::space_small();
    }
    // Applying a change replaces the findings.
    if (finding_block(view, deal, evaluation->findings[i], detail, is_complete)) return;
  }
  if (shown == found) return;
  ui::space_small();
  if (ui::button(fmt::format("All {} findings", found), {.small = true})) view.tab = DealTab::guardrails;
}

void guardrails_panel(View& view, const model::Deal& deal) {
  ui::Columns columns("guardrails", {1.6F, 1}, 260);
  columns.next();
  findings_card(view, deal, FindingsDetail::full);
  columns.next();
  ui::Card card("Rules that apply");
  for (const auto& document : view.session.programme().guardrails) {
    if (!deal.guardrails.empty() &&
        std::find(deal.guardrails.begin(), deal.guardrails.end(), document.id) == deal.guardrails.end())
      continue;
    // A document of bounds in another currency says nothing about this deal.
    if (document.currency.is_stated() && document.currency != deal.currency) continue;
    ImGui::PushID(document.id.c_str());
    if (ui::entry(document.name.empty() ? document.id : document.name,
                  {.icon = ui::Icon::shield,
                   .detail = report::counted(static_cast<long long>(document.rules.size()), "rule", "rules")}))
      view.open({Kind::guardrails, document.id});
    ImGui::PopID();
  }
}

}  // namespace dealwright::web
