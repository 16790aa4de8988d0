#include "web/panels/sensitivity_panel.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/report/figures.hpp"
#include "web/panels/chart_card.hpp"
#include "web/panels/report_table.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/choice.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

constexpr std::array<int, 5> step_counts{3, 5, 7, 9, 15};
constexpr std::array<std::string_view, 5> step_names{"3", "5", "7", "9", "15"};

// In the order of `tables`.
enum Picture : std::uint8_t { tornado, break_even, two_way };

// "12 of 25 values lie below zero." and how the change of sign is marked.
std::string sign_words(const SensitivityStudy& study) {
  std::size_t below = 0, all = 0;
  for (const auto& row : study.report.two_way->npv)
    for (const Money npv : row) {
      ++all;
      below += npv.minor < 0 ? 1 : 0;
    }
  if (below == 0) return "Every value is zero or more: no pair of these turns the return into a loss.";
  if (below == all) return "Every value lies below zero: no pair of these makes the return pay.";
  std::string words = fmt::format("{} of {} values lie below zero.", below, all);
  if (report::has_turns(study.report)) (words += ' ') += report::turn_note;
  return words;
}

void make(const SensitivityStudy& study, MoneyPictures& pictures) {
  const report::SensitivityReport& found = study.report;
  pictures.charts = {report::tornado_chart(found)};
  pictures.tables = {report::tornado_table(found), report::break_even_table(found)};
  report::Table& table = pictures.tables[break_even];
  table.columns.back().head = "Status";
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    table.rows[i].cells.back().shown = roi::words_of(found.break_even[i].status);
  if (!found.two_way) return;
  pictures.tables.push_back(report::two_way_table(found));
  report::Column& row = pictures.tables[two_way].columns.front();
  row.head = found.two_way->row_input;
  row.number = false;  // it names the row
  pictures.lines = {sign_words(study)};
}

void input_choice(std::string_view label, const SensitivityStudy& study, std::size_t chosen, std::size_t other,
                  std::string& wish) {
  std::vector<ui::Option> options;
  std::vector<std::size_t> places;
  int selected = -1;
  for (std::size_t i = 0; i < study.inputs.size(); ++i) {
    if (!study.inputs[i].has_range) continue;
    if (i == chosen) selected = static_cast<int>(options.size());
    options.push_back({.label = study.inputs[i].name, .disabled = i == other});
    places.push_back(i);
  }
  if (ui::choice({.label = label}, options, selected) && selected >= 0)
    wish = study.inputs[places[static_cast<std::size_t>(selected)]].id;
}

void two_way_card(View& view, const SensitivityStudy& study, const MoneyPictures& pictures) {
  const auto& found = study.report.two_way;
  TwoWayWish wish = study.wish;
  if (study.rows < study.inputs.size()) wish.rows = study.inputs[study.rows].id;
  if (study.columns < study.inputs.size()) wish.columns = study.inputs[study.columns].id;
  {
    ui::Card card("two-way", {.title = "Two inputs together",
                              .detail = "The net present value for each pair of values from low to high, all other "
                                        "inputs as likely."});
    {
      ui::Columns columns("axes", {2, 2, 1.6F}, 220, ui::theme().space.medium);
      columns.next();
      input_choice("Down", study, study.rows, study.columns, wish.rows);
      columns.next();
      input_choice("Across", study, study.columns, study.rows, wish.columns);
      columns.next();
      ui::quiet("Values of each", ui::Type::caption);
      int steps = static_cast<int>(std::find(step_counts.begin(), step_counts.end(), wish.steps) - step_counts.begin());
      if (ui::segmented("Values of each", step_names, steps)) wish.steps = step_counts[static_cast<std::size_t>(steps)];
    }
    if (found) ui::paragraph(pictures.lines.front());
    for (const Diagnostic& one : study.told) ui::remark(to_words(one));
  }
  if (found) {
    const report::Table& table = pictures.tables[two_way];
    ui::Card card("grid", {.title = table.title, .flush = true});
    report_table(table, [&](std::size_t row, std::size_t column) {
      if (column == 0) return ui::Tone::neutral;
      if (found->turns[row][column - 1] != 0) return ui::Tone::warning;
      return found->npv[row][column - 1].minor < 0 ? ui::Tone::negative : ui::Tone::neutral;
    });
  }
  if (!(wish == study.wish)) view.money.two_way = std::move(wish);
}

}  // namespace

void sensitivity_panel(View& view, const model::Deal& deal) {
  const auto& study = view.session.sensitivity(deal.id, view.money.two_way);
  if (!study) {
    if (ui::empty_state(ui::Icon::chart, "Nothing to vary yet", "The deal has no business case that counts.",
                        "Go to Return"))
      view.tab = DealTab::customer_return;
    return;
  }
  const TwoWayWish& wish = study->wish;
  MoneyPictures& pictures = view.money.sensitivities;
  if (pictures.is_stale(fmt::format("{}\n{}\n{}\n{}", deal.id, wish.rows, wish.columns, wish.steps),
                        view.session.revision()))
    make(*study, pictures);
  const auto bars = static_cast<float>(study->report.tornado.bars.size());
  chart_card(pictures.charts.front(),
             {.file = deal.id + "-tornado", .height = 72 + 26 * bars, .table = &pictures.tables[tornado]});
  {
    const report::Table& table = pictures.tables[break_even];
    ui::Card card(
        "break-even",
        {.title = table.title, .detail = "Where each input must stand, all others as likely.", .flush = true});
    report_table(table, [&](std::size_t row, std::size_t column) {
      constexpr std::size_t now = 4;
      return column == now && !study->report.break_even[row].is_reached ? ui::Tone::warning : ui::Tone::neutral;
    });
  }
  two_way_card(view, *study, pictures);
}

}  // namespace dealwright::web
