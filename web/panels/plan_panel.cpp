#include "web/panels/plan_panel.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/report/figures.hpp"
#include "core/report/plan_charts.hpp"
#include "core/report/plan_tables.hpp"
#include "core/report/team_chart.hpp"
#include "web/panels/chart_card.hpp"
#include "web/panels/report_table.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

using portfolio::PlanResult;

// Needed, overcommitted, free.
constexpr std::array<ui::Tone, 3> team_tones{ui::Tone::accent, ui::Tone::negative, ui::Tone::neutral};

// In the order of `charts`; the waterfalls of the years follow.
enum Picture : std::uint8_t { mrr, cash, delivery, support, first_year };

void make(const PlanResult& plan, bool by_month, MoneyPictures& pictures) {
  pictures.charts = {report::mrr_chart(plan), report::cash_chart(plan),
                     report::team_chart(plan, plan.delivery, "Delivery"),
                     report::team_chart(plan, plan.support, "Support")};
  for (std::size_t year = 0; year < plan.years.size(); ++year)
    pictures.charts.push_back(report::movements_chart(plan.years[year], fmt::format("year {}", year + 1)));
  const std::size_t yearly = report::plan_tables(plan, false).size();
  pictures.tables = report::plan_tables(plan, by_month);
  // Those by month stand behind those by year.
  if (by_month)
    pictures.tables.erase(pictures.tables.begin(), pictures.tables.begin() + static_cast<std::ptrdiff_t>(yearly));
  pictures.lines = report::plan_lines(plan);
}

void figures_card(const PlanResult& plan) {
  ui::Card card("plan-figures", {.title = "Growth plan", .detail = report::plan_head(plan)});
  ui::Columns columns("figures", 6, 120, ui::theme().space.small);
  const auto figure = [&](std::string_view label, const std::string& value, std::string_view detail, ui::Tone tone) {
    columns.next();
    ui::stat(label, value, {.detail = detail, .tone = tone, .type = ui::Type::title});
  };
  const auto month = [&](const std::optional<int>& at) {
    return at ? plan.total.from.plus(*at - 1).to_string() : std::string("not in this plan");
  };
  const auto loss = [](bool is_loss) { return is_loss ? ui::Tone::negative : ui::Tone::neutral; };
  figure("Recurring a month", report::amount(plan.total.mrr.closing), "at the end", ui::Tone::neutral);
  figure("Customers", report::quantity(Decimal::whole(plan.total.customers.closing.micro() / Decimal::scale)), "",
         ui::Tone::neutral);
  figure("Recurring share", share_text(plan.total.recurring_share), "of all income", ui::Tone::neutral);
  figure("Breaks even", month(plan.break_even), "no loss from then on", loss(!plan.break_even));
  figure("Pays back", month(plan.payback), "cash not negative", loss(!plan.payback));
  figure("Needs at most", report::amount(Money{-plan.least_cash.minor, plan.least_cash.currency}), "to be financed",
         ui::Tone::neutral);
}

// What the plan says in words, and what it warns of.
void words_card(const std::vector<std::string>& lines, const PlanStudy& study) {
  ui::Card card("plan-words", {.title = "In words", .level = "plan"});
  for (const std::string& line : lines) ui::paragraph(line + ".");
  ui::space_small();
  for (const Diagnostic& one : study.told) {
    ui::chip("watch", ui::Tone::warning);
    ui::beside();
    ui::paragraph(one.message);
  }
}

void phases_card(const PlanResult& plan) {
  if (plan.phases.empty()) return;
  ui::Card card("phases", {.title = "Phases and gates", .level = "plan"});
  for (const auto& phase : plan.phases) {
    const bool is_open = phase.opened > 0;
    ui::text(phase.name.empty() ? phase.phase : phase.name, ui::Type::strong);
    ui::beside();
    ui::chip(is_open ? "from " + plan.total.from.plus(phase.opened - 1).to_string() : "not in this plan",
             is_open ? ui::Tone::positive : ui::Tone::warning);
    if (is_open && phase.earliest > 0 && phase.earliest < phase.opened)
      ui::remark(fmt::format("It waits for its gate; it could begin in {}.",
                             plan.total.from.plus(phase.earliest - 1).to_string()));
    for (const auto& condition : phase.gate)
      ui::paragraph(fmt::format("{}: {}", condition.met ? "Holds" : "Missing", to_words(condition)), ui::Type::body,
                    ui::theme().text_of(condition.met ? ui::Tone::neutral : ui::Tone::warning));
    ui::space_small();
  }
}

void movements(View& view, const std::string& id, const PlanResult& plan, const MoneyPictures& pictures) {
  std::vector<std::string> names;
  for (std::size_t year = 0; year < plan.years.size(); ++year) names.push_back(fmt::format("Year {}", year + 1));
  const std::vector<std::string_view> labels(names.begin(), names.end());
  int& year = view.money.plan_year;
  year = std::clamp(year, 0, static_cast<int>(names.size()) - 1);
  const int shown = year;
  chart_card(pictures.charts[static_cast<std::size_t>(first_year + shown)],
             {.file = fmt::format("{}-movements-{}", id, shown + 1),
              .level = "money",
              .choice = "Year of the movements",
              .choices = labels,
              .chosen = names.size() > 1 ? &year : nullptr});
}

}  // namespace

void plan_panel(View& view, const model::Portfolio& portfolio) {
  const auto& study = view.session.plan(portfolio.id);
  if (!study || !study->plan || study->plan->months.empty()) {
    const bool is_told = study && !study->told.empty();
    ui::empty_state(ui::Icon::chart, "No plan yet",
                    is_told ? to_words(study->told.front()) : "The diagnostics say what keeps it from being computed.");
    return;
  }
  const PlanResult& plan = *study->plan;
  const std::string& id = portfolio.id;
  MoneyPictures& pictures = view.money.plans;
  const std::uint64_t state = 2 * view.session.revision() + (view.money.plan_by_month ? 1 : 0);
  if (pictures.is_stale(id, state)) make(plan, view.money.plan_by_month, pictures);
  figures_card(plan);
  chart_card(pictures.charts[mrr], {.file = id + "-mrr", .height = 280});
  {
    ui::Columns columns("plan-money", 2, 380);
    columns.next();
    movements(view, id, plan, pictures);
    columns.next();
    chart_card(pictures.charts[cash],
               {.file = id + "-cash", .height = 240 + ui::theme().control_height, .level = "money"});
  }
  {
    ui::Columns columns("plan-people", 2, 380);
    columns.next();
    chart_card(pictures.charts[delivery],
               {.file = id + "-delivery", .level = "people", .empty = "Nobody delivers.", .tones = team_tones});
    columns.next();
    chart_card(pictures.charts[support],
               {.file = id + "-support", .level = "people", .empty = "Nobody supports.", .tones = team_tones});
  }
  {
    ui::Columns columns("plan-words", 2, 380);
    columns.next();
    words_card(pictures.lines, *study);
    columns.next();
    phases_card(plan);
  }
  static constexpr std::array<std::string_view, 2> steps{"Years", "Months"};
  int step = view.money.plan_by_month ? 1 : 0;
  ui::segmented("Rows", steps, step);
  ui::space_small();
  for (const report::Table& table : pictures.tables) report_card(table);
  view.money.plan_by_month = step == 1;
}

}  // namespace dealwright::web
