#include "web/panels/success_panel.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <imgui.h>

#include "core/report/figures.hpp"
#include "core/report/review_sections.hpp"
#include "web/panels/chart_card.hpp"
#include "web/panels/edit.hpp"
#include "web/panels/report_table.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/number_field.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

using success::SuccessResult;

// As customers get it: without what is internal.
report::Review for_customer(report::Review review) {
  review.internal.reset();
  return review;
}

void make(const report::Review& review, MoneyPictures& pictures) {
  report::Review shown = for_customer(review);
  shown.next_steps.clear();  // they have a card of their own
  pictures.sections = report::review_sections(shown);
  // So have the figures of the first section's first table.
  auto& tables = pictures.sections.front().tables;
  tables.erase(tables.begin());
}

void hand_out(const model::SuccessPlan& plan, const report::Review& review, bool as_page) {
  const report::ReviewReport report{{for_customer(review)}};
  const std::string name = plan.id + (as_page ? "-review.html" : "-review.md");
  ui::current().platform().save(name, as_page ? report::review_html(report) : report::review_markdown(report));
  ui::current().toast("The review was handed to you as " + name + ".", ui::Tone::positive);
}

void figures_card(const model::SuccessPlan& plan, const report::Review& review) {
  const SuccessResult& result = review.result;
  constexpr std::string_view page = "Export as a page", markdown = "Export as Markdown";
  const ui::ButtonOptions options{.icon = ui::Icon::download, .small = true};
  bool as_page = false, as_markdown = false;
  {
    ui::Card card("success-figures",
                  {.title = review.title, .detail = fmt::format("{}, {}", review.contract, review.date.to_string())});
    as_page = ui::button(page, options);
    // On a phone they stand below each other.
    const float both = ui::button_width(page, options) + ui::button_width(markdown, options);
    if (ImGui::GetContentRegionAvail().x > both + ui::theme().space.small) ui::beside();
    as_markdown = ui::button(markdown, options);
    ui::space_small();
    ui::Columns columns("figures", 6, 140, ui::theme().space.small);
    const auto figure = [&](std::string_view label, const std::string& value, const std::string& detail,
                            ui::Tone tone = ui::Tone::neutral) {
      columns.next();
      ui::stat(label, value, {.detail = detail, .tone = tone, .type = ui::Type::title});
      ui::space_small();
    };
    for (const success::PhaseResult& phase : result.phases)
      if (phase.phase == result.phase)
        figure("Phase", phase.name, phase.from ? "since " + phase.from->to_string() : "");
    static constexpr std::array<ui::Tone, 4> bands{ui::Tone::neutral, ui::Tone::negative, ui::Tone::warning,
                                                   ui::Tone::positive};
    const success::HealthResult& health = result.health;
    const bool is_read = health.score.has_value();
    figure("Health", is_read ? to_percent(health.score, 0) : "not known",
           is_read ? report::spaced(report::word(health.band)) : "nothing was read",
           bands[static_cast<std::size_t>(health.band)]);
    if (review.internal && review.internal->renewal) {
      const auto risk = review.internal->renewal->risk;
      static constexpr std::array<ui::Tone, 3> risks{ui::Tone::positive, ui::Tone::warning, ui::Tone::negative};
      figure("Renewal risk", std::string(report::word(risk)), "the term ends " + result.term_end.to_string(),
             risks[static_cast<std::size_t>(risk)]);
    }
    const success::ValueQuarter& value = result.value.total;
    const bool has_value = result.value.status.empty();
    figure("Value realised", has_value ? report::amount(value.realised) : "not known",
           has_value ? "of " + to_display(value.promised) + " promised" : result.value.status);
    const auto met = std::count_if(result.targets.begin(), result.targets.end(),
                                   [](const auto& one) { return one.state == success::TargetState::met; });
    figure("Targets met", fmt::format("{} of {}", met, result.targets.size()), "");
    figure("Backlog", fmt::format("{} open", result.backlog.size()),
           result.overdue > 0 ? fmt::format("{} overdue", result.overdue) : "",
           result.overdue > 0 ? ui::Tone::warning : ui::Tone::neutral);
  }
  if (as_page || as_markdown) hand_out(plan, review, as_page);
}

void lines_card(const char* title, std::string_view detail, const std::vector<std::string>& lines, const char* empty) {
  ui::Card card(title, {.title = title, .detail = detail, .level = "steps"});
  for (const std::string& line : lines) ui::paragraph(line);
  if (lines.empty()) ui::paragraph(empty);
}

void set_actual(model::SuccessQuarter& quarter, const std::string& baseline, std::optional<Decimal> value) {
  auto& actuals = quarter.actuals;
  const auto at = std::find_if(actuals.begin(), actuals.end(),
                               [&](const model::QuarterActual& one) { return one.baseline == baseline; });
  if (at == actuals.end()) {
    if (value) actuals.push_back({baseline, *value, {}});
  } else if (value) {
    at->value = *value;
  } else {
    actuals.erase(at);
  }
}

// What was measured in the latest quarter, and the way to the next one.
void quarter_card(View& view, Edits<model::SuccessPlan>& edit, const model::SuccessPlan& plan,
                  const SuccessResult& result, Date today) {
  const model::SuccessQuarter* const latest = plan.quarters.empty() ? nullptr : &plan.quarters.back();
  const Date next = latest != nullptr ? latest->from.plus_months(3) : plan.go_live.value_or(today);
  constexpr std::string_view label = "Add a quarter";
  const std::string help = (next > today ? "Its three months begin on " : "Three months from ") + next.to_string();
  const ui::ButtonOptions options{.icon = ui::Icon::add, .disabled = next > today, .small = true, .help = help};
  bool adds = false;
  {
    ui::Card card("quarter", {.title = "Latest quarter",
                              .detail = latest != nullptr ? report::quarter_words(latest->from) : "none yet",
                              .actions = [&] { adds = ui::button(label, options); },
                              .actions_width = ui::button_width(label, options)});
    if (plan.targets.empty()) {
      ui::paragraph("No target yet: say what the customer wants to reach, and by when.");
      if (ui::link("Add the first target")) view.open_at({Kind::success_plan, plan.id}, "/targets");
    } else if (latest == nullptr) {
      ui::paragraph("Add the first three months, then state what was measured in them.");
    }
    ui::Columns columns("actuals", 4, 180, ui::theme().space.medium);
    for (const success::TargetResult& target : result.targets) {
      if (latest == nullptr) break;
      columns.next();
      std::optional<Decimal> value;
      for (const model::QuarterActual& one : latest->actuals)
        if (one.baseline == target.baseline) value = one.value;
      ui::NumberRules rules;
      rules.least = Decimal();
      rules.optional = true;
      edit(ui::number_field({.label = target.name, .help = target.unit, .hint = "not measured"}, value, rules),
           "actuals/" + target.baseline, value,
           [id = target.baseline](model::SuccessPlan& to, std::optional<Decimal> now) {
             if (!to.quarters.empty()) set_actual(to.quarters.back(), id, now);
           });
    }
  }
  if (adds)
    edit({.changed = true, .committed = true}, "quarters", next,
         [](model::SuccessPlan& to, Date from) { to.quarters.emplace_back().from = from; });
}

// `charts` counts those of the whole review.
void section(const model::SuccessPlan& plan, const report::Section& of, int& charts) {
  if (!of.charts.empty()) {
    ui::Columns columns(of.title, of.charts.size() == 1 ? 1 : 2, 380);
    for (const report::Chart& chart : of.charts) {
      columns.next();
      const std::string file = fmt::format("{}-chart-{}", plan.id, ++charts);
      chart_card(chart, {.file = file, .height = 200, .level = of.title});
    }
  }
  ui::Card card(of.title);
  for (const std::string& line : of.lines) ui::paragraph(line);
  for (const report::Table& table : of.tables) {
    if (table.rows.empty()) continue;
    ui::space(ui::theme().space.medium);
    ui::heading(table.title, 3);
    report_table(table);
  }
}

void no_review(View& view, const model::SuccessPlan& plan, const std::optional<ReviewStudy>& study) {
  const bool is_begun = !plan.customer.empty() && !plan.deal.empty();
  const auto wrong = [&] {
    if (study)
      for (const Diagnostic& one : study->told)
        if (one.severity == Severity::error) return to_words(one);
    return std::string("The diagnostics say what keeps it from being reviewed.");
  };
  const std::string id = plan.id;
  if (ui::empty_state(ui::Icon::document, "No review yet",
                      is_begun ? wrong() : "State whose plan it is, and the deal that it is measured against.",
                      is_begun ? "" : "State the customer"))
    view.open_at({Kind::success_plan, id}, "/customer");
}

}  // namespace

void success_panel(View& view, const model::SuccessPlan& plan) {
  const auto& study = view.session.review(plan.id);
  if (!study || !study->review) return no_review(view, plan, study);
  const report::Review& review = *study->review;
  MoneyPictures& pictures = view.money.reviews;
  if (pictures.is_stale(plan.id, view.session.revision())) make(review, pictures);
  // Made when all is drawn: an edit moves what is drawn from.
  Edits edit(view.session, plan);
  figures_card(plan, review);
  {
    ui::Columns columns("steps", {2, 1}, 260);
    columns.next();
    lines_card("Next steps", "", review.next_steps, "Nothing is due.");
    columns.next();
    lines_card(
        "Renewal", "Not for the customer",
        review.internal && review.internal->renewal ? review.internal->renewal->reasons : std::vector<std::string>(),
        "Nothing speaks against it.");
  }
  quarter_card(view, edit, plan, review.result, review.date);
  int charts = 0;
  for (const report::Section& one : pictures.sections) section(plan, one, charts);
}

}  // namespace dealwright::web
