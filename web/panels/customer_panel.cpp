#include "web/panels/customer_panel.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <imgui.h>

#include "core/base/lookup.hpp"
#include "core/qualification/qualified.hpp"
#include "core/report/figures.hpp"
#include "core/report/qualification_report.hpp"
#include "web/panels/edit.hpp"
#include "web/panels/migration_card.hpp"
#include "web/ui/chart/chart.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/choice.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/table.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

using qualification::CriterionResult;
using qualification::TenancyResult;
using qualification::Verdict;

ui::Tone tone_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::shared:
    case Verdict::dedicated:
      return ui::Tone::positive;
    case Verdict::review:
      return ui::Tone::warning;
    case Verdict::open:
      break;
  }
  return ui::Tone::accent;
}

ui::Tone tone_of(qualification::TenancyFit fit) {
  return fit == qualification::TenancyFit::fits          ? ui::Tone::positive
         : fit == qualification::TenancyFit::contradicts ? ui::Tone::warning
                                                         : ui::Tone::neutral;
}

void set_answer(model::Customer& customer, const std::string& criterion, const std::string& answer) {
  if (!customer.qualification) customer.qualification.emplace();
  auto& answers = customer.qualification->answers;
  std::erase_if(answers,
                [&](const model::GivenAnswer& given) { return given.criterion == criterion && answer.empty(); });
  for (model::GivenAnswer& given : answers) {
    if (given.criterion != criterion) continue;
    given.answer = answer;
    return;
  }
  if (!answer.empty()) answers.push_back({criterion, answer, ""});
}

void verdict_card(const TenancyResult& result) {
  ui::Card card("verdict", {.title = "Shared or dedicated", .level = "qualification"});
  ui::chip(report::word(result.verdict), tone_of(result.verdict));
  ui::stat("Score", report::score_text(result), {.detail = report::verdict_reason(result)});
  ui::fact("Review band",
           fmt::format("{} to {}", report::percent(result.review_from), report::percent(result.review_to)));
  for (const auto& use : result.limits) {
    if (use.limit != result.first_limit || !result.first_limit_month) continue;
    ui::remark(*result.first_limit_month == 0
                   ? use.name + " is passed now."
                   : fmt::format("{} is passed in month {}.", use.name, *result.first_limit_month));
  }
}

// Where the score may still lie, in so little room that the questions stand in sight below it.
void open_card(const TenancyResult& result) {
  const auto open =
      std::count_if(result.criteria.begin(), result.criteria.end(), [](const auto& row) { return row.answer.empty(); });
  ui::Card card("verdict", {.title = "Shared or dedicated"});
  ui::chip(report::word(result.verdict), tone_of(result.verdict));
  ui::beside();
  ui::paragraph(fmt::format("{} of {} answers {} open; {}.", open, result.criteria.size(), open == 1 ? "is" : "are",
                            report::verdict_reason(result)));
  ui::remark(fmt::format("The score is {}, the review band {} to {}.", report::score_text(result),
                         report::percent(result.review_from), report::percent(result.review_to)));
}

// What each criterion adds, up to the score.
void picture_card(const TenancyResult& result) {
  std::vector<ui::WaterfallStep> steps;
  for (const CriterionResult& row : result.criteria)
    if (row.contribution.numerator != 0) steps.push_back({row.name, chart_percent(row.contribution), false});
  steps.push_back({"Score", chart_percent(result.score_least), true});
  ui::Card card("picture", {.title = "What the score is made of", .level = "qualification"});
  ui::waterfall_chart(
      {.name = "What the score is made of",
       .sentence = fmt::format("The score is {}: {}.", report::score_text(result), report::verdict_reason(result)),
       .height = 200,
       .unit = "%"},
      steps);
}

void question(Edits<model::Customer>& edit, const model::Criterion& criterion, const CriterionResult& row,
              bool is_next) {
  ImGui::PushID(criterion.id.c_str());
  if (criterion.measure != model::Measure::asked) {
    ui::fact(criterion.name, row.words);
    ui::remark(row.fact);
  } else {
    std::vector<std::string_view> labels{"Not answered"};
    int given = 0;
    for (const model::CriterionAnswer& answer : criterion.answers) {
      if (answer.id == row.answer) given = static_cast<int>(labels.size());
      labels.push_back(answer.name);
    }
    const std::string help = is_next ? criterion.question + " Ask this next: it settles most." : criterion.question;
    const auto chosen = ui::choice({.label = criterion.name, .help = help}, labels, given);
    const std::string answer = given <= 0 ? "" : criterion.answers[static_cast<std::size_t>(given) - 1].id;
    edit(chosen, criterion.id, answer,
         [id = criterion.id](model::Customer& to, const std::string& value) { set_answer(to, id, value); });
    if (row.forces_dedicated) ui::chip("forces dedicated", ui::Tone::warning);
    ui::remark(row.reason);
  }
  ImGui::PopID();
}

void interview_card(Edits<model::Customer>& edit, const model::Playbook& playbook, const TenancyResult& result) {
  ui::Card card("interview", {.title = "Interview", .detail = playbook.name});
  ui::Columns columns("questions", 2, 260);
  for (const CriterionResult& row : result.criteria) {
    columns.next();
    if (const auto* const criterion = find_id(playbook.criteria, row.criterion))
      question(edit, *criterion, row, row.criterion == result.ask_next);
    ui::space_small();
  }
}

void flips_card(const TenancyResult& result) {
  ui::Card card("The fewest answers that would turn it");
  if (result.flips.empty()) ui::remark("No change of the given answers does.");
  for (const auto& flip : result.flips) {
    ui::text(report::titled(report::word(flip.to)), ui::Type::strong);
    for (const auto& change : flip.changes) ui::paragraph(change.words);
    ui::space_small();
  }
}

void limits_card(const TenancyResult& result) {
  if (result.limits.empty()) return;
  static constexpr std::array<ui::Column, 5> columns{ui::Column{.head = "Limit", .weight = 2.2F, .wraps = true},
                                                     ui::Column{.head = "Used", .kind = ui::ColumnKind::number},
                                                     ui::Column{.head = "Most", .kind = ui::ColumnKind::number},
                                                     ui::Column{.head = "Use", .kind = ui::ColumnKind::number},
                                                     ui::Column{.head = "Passed"}};
  ui::Card card("limits", {.title = "Shared limits", .flush = true});
  ui::Table table("Shared limits", columns);
  table.rows(static_cast<int>(result.limits.size()), [&](int i) {
    const auto& use = result.limits[static_cast<std::size_t>(i)];
    const bool is_over = use.passed_in_month == 0;
    table.row(use.name);
    table.text(use.name);
    table.number(report::quantity(use.used));
    table.number(report::quantity(use.most));
    table.number(to_percent(use.use), is_over ? ui::Tone::negative : ui::Tone::neutral);
    table.text(!use.passed_in_month ? ""
               : is_over            ? "now"
                                    : fmt::format("month {}", *use.passed_in_month),
               use.passed_in_month ? ui::Tone::warning : ui::Tone::neutral);
  });
}

void deals_card(View& view, const model::Customer& customer, const TenancyResult& result) {
  std::vector<const model::Deal*> deals;
  for (const model::Deal& deal : view.session.programme().deals)
    if (deal.customer == customer.id) deals.push_back(&deal);
  if (deals.empty()) return;
  static constexpr std::array<ui::Column, 3> columns{
      ui::Column{.head = "Deal", .weight = 2.2F}, ui::Column{.head = "Tenancy"}, ui::Column{.head = "", .width = 130}};
  std::string pressed;
  {
    ui::Card card("deals", {.title = "Deals", .flush = true});
    ui::Table table("Deals", columns, {.selectable = true});
    table.rows(static_cast<int>(deals.size()), [&](int i) {
      const model::Deal& deal = *deals[static_cast<std::size_t>(i)];
      const auto fit = qualification::fit_of(result.verdict, deal.tenancy);
      if (table.row(deal.id)) pressed = deal.id;
      table.text(deal.name.empty() ? deal.id : deal.name);
      table.quiet(report::word(deal.tenancy));
      table.chip(report::spaced(report::word(fit)), tone_of(fit));
    });
  }
  if (!pressed.empty()) view.open({Kind::deal, pressed});
}

// Returns whether the customer was given the playbook: then it is another document.
bool offer_playbook(View& view, const model::Customer& customer) {
  const auto& playbooks = view.session.programme().playbooks;
  if (playbooks.empty()) return false;
  const std::string id = playbooks.front().id;
  if (!ui::empty_state(ui::Icon::question, "Not qualified yet", "A few questions say whether the shared platform fits.",
                       "Begin the interview"))
    return false;
  view.session.edit<model::Customer>(customer.id, "Interview begun", "", [&](model::Customer& to) {
    if (to.playbook.empty()) to.playbook = id;
    if (!to.qualification) to.qualification.emplace();
  });
  return true;
}

}  // namespace

void customer_panel(View& view, const model::Customer& customer) {
  const auto* const playbook = view.session.find<model::Playbook>(customer.playbook);
  const auto& result = view.session.qualification(customer.id);
  if (playbook == nullptr || !result) {
    offer_playbook(view, customer);
    return;
  }
  // Made when all is drawn: an edit moves what is drawn from.
  Edits edit(view.session, customer);
  // Until the last question is answered the interview stays where it is, though the verdict may be clear before.
  const bool asks_first = std::any_of(result->criteria.begin(), result->criteria.end(),
                                      [](const CriterionResult& row) { return row.answer.empty(); });
  if (asks_first) {
    open_card(*result);
    interview_card(edit, *playbook, *result);
    picture_card(*result);
  } else {
    ui::Columns columns("qualification", {1, 1.7F}, 280);
    columns.next();
    verdict_card(*result);
    columns.next();
    picture_card(*result);
  }
  {
    ui::Columns columns("explained", {1.7F, 1}, 280);
    columns.next();
    limits_card(*result);
    columns.next();
    flips_card(*result);
  }
  deals_card(view, customer, *result);
  if (const auto& migration = view.session.migration(customer.id)) migration_card(*migration);
  if (!asks_first) interview_card(edit, *playbook, *result);
}

}  // namespace dealwright::web
