#include "web/panels/simulation_panel.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <imgui.h>

#include "core/base/lookup.hpp"
#include "core/base/wide.hpp"
#include "core/report/figures.hpp"
#include "core/report/simulation_charts.hpp"
#include "core/report/simulation_report.hpp"
#include "core/report/variance_chart.hpp"
#include "web/panels/case_inputs.hpp"
#include "web/panels/chart_card.hpp"
#include "web/panels/edit.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/slider.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

constexpr double slice = 0.006;  // seconds of trials in a frame

constexpr std::array<std::uint64_t, 3> trial_counts{10'000, 100'000, SimulationRun::most_trials};
constexpr std::array<std::string_view, 3> trial_names{"10,000", "100,000", "1,000,000"};

std::string count_text(std::uint64_t count) {
  return report::grouped(fmt::format("{}", count));
}

// "97 of 100 trials end above zero."
std::string chance_words(Ratio share) {
  if (!share.has_value() || share.numerator == 0) return "No trial ends above zero.";
  if (share.numerator == share.denominator) return "Every trial ends above zero.";
  const auto of_100 =
      divide_rounded_short(static_cast<std::int64_t>(share.numerator) * 100, share.denominator, Rounding::half_up);
  if (of_100 < 1) return "Fewer than 1 of 100 trials end above zero.";
  if (of_100 > 99) return "More than 99 of 100 trials end above zero.";
  return fmt::format("{} of 100 trials end above zero.", of_100);
}

Money percentile(const roi::SimulatedReturn& found, int percent) {
  for (const roi::Percentile& one : found.percentiles)
    if (one.percent == percent) return one.npv;
  return found.mean;
}

void trials_line(View& view, const SimulationRun& run) {
  SimulationWish& wish = view.money.wish;
  int chosen =
      static_cast<int>(std::find(trial_counts.begin(), trial_counts.end(), wish.trials) - trial_counts.begin());
  ui::quiet("Trials", ui::Type::caption);
  if (ui::segmented("Trials", trial_names, chosen)) wish.trials = trial_counts[static_cast<std::size_t>(chosen)];
  if (run.is_done()) return;
  const std::string words = fmt::format("{} of {} trials", count_text(run.done()), count_text(run.wanted()));
  if (run.is_cancelled()) {
    ui::remark("Stopped at " + words + ": the figures are of these.");
    return;
  }
  if (ui::button("Stop", {.icon = ui::Icon::close, .small = true})) view.session.cancel_simulation();
  ui::beside();
  ui::progress(words, static_cast<float>(run.done()) / static_cast<float>(std::max<std::uint64_t>(1, run.wanted())));
  ui::current().platform().wake();
}

void figures_card(View& view, const SimulationRun& run, const roi::SimulatedReturn& found) {
  ui::Card card("simulated", {.title = "How sure it is"});
  {
    ui::Columns columns("figures", {1.6F, 1, 1, 1, 1.4F}, 120, ui::theme().space.medium);
    columns.next();
    const bool is_likely = found.positive.numerator * 2 >= found.positive.denominator;
    ui::stat("Probability of a positive NPV", share_text(found.positive),
             {.detail = chance_words(found.positive), .tone = is_likely ? ui::Tone::positive : ui::Tone::negative});
    const auto figure = [&](const char* label, Money value, const char* detail) {
      columns.next();
      ui::stat(label, report::amount(value), {.detail = detail, .type = ui::Type::title});
    };
    figure("P10", percentile(found, 10), "1 in 10 is lower");
    figure("P50", percentile(found, 50), "half are lower");
    figure("P90", percentile(found, 90), "1 in 10 is higher");
    columns.next();
    ui::stat(fmt::format("Payback within {}", report::counted(found.within_months, "month", "months")),
             share_text(found.paid_back), {.type = ui::Type::title});
    Decimal months = Decimal::whole(found.within_months);
    if (ui::slider({.label = "Months", .label_hidden = true}, months,
                   {Decimal::whole(1), Decimal::whole(std::max(2, found.horizon_months)), Decimal::whole(1), false}))
      view.money.wish.within_months = static_cast<int>(months.micro() / Decimal::scale);
  }
  if (found.inputs.empty())
    ui::remark("No input has a range, so every trial is the same. Give drivers a low and a high.");
  trials_line(view, run);
}

void move_improvement(model::Deal& deal, const std::string& driver, const std::vector<std::string>& counted,
                      const model::Estimate& from, Decimal to) {
  if (!deal.business_case) return;
  auto& estimate = stated_driver(*deal.business_case, driver, counted).improvement;
  if (!estimate) estimate = from;
  estimate->likely = to;
}

// What is likely, to be moved within its range, and the terms: the trials follow in the same frame.
void sliders_card(View& view, const CaseOf& of) {
  Edits edit(view.session, of.deal);
  const auto counted = counted_drivers(of);
  ui::Card card("what-if",
                {.title = "What if", .detail = "Moves what is likely. Ranges are on Return.", .level = "trials"});
  const auto rate = [&](const char* label, const char* key, Decimal value, int least, int most,
                        Decimal model::BusinessCase::*member) {
    edit(ui::slider({.label = label}, value,
                    {Decimal::from_micro(least * 10'000), Decimal::from_micro(most * 10'000),
                     Decimal::from_micro(5'000), true}),
         key, value, [member](model::Deal& deal, Decimal to) { (*deal.business_case).*member = to; });
  };
  for (const std::string& id : counted) {
    const auto* const driver = of.playbook == nullptr ? nullptr : find_id(of.playbook->value_drivers, id);
    if (driver == nullptr) continue;
    const auto* const use = find_driver(of.stated, id);
    const model::Estimate& estimate = use != nullptr && use->improvement ? *use->improvement : driver->improvement;
    const Decimal low = estimate.low.value_or(estimate.likely), high = estimate.high.value_or(estimate.likely);
    if (!(low < high)) continue;
    Decimal likely = estimate.likely;
    const Decimal step = Decimal::from_micro(high.micro() - low.micro() >= 100'000 ? 5'000 : 500);
    edit(ui::slider({.label = driver->name}, likely, {low, high, step, true}), id + "/improvement", likely,
         [id, counted, from = driver->improvement](model::Deal& deal, Decimal to) {
           move_improvement(deal, id, counted, from, to);
         });
  }
  rate("Discount rate a year", "discount_rate", of.stated.discount_rate, 0, 30, &model::BusinessCase::discount_rate);
  rate("Growth a year", "growth", of.stated.growth, -20, 50, &model::BusinessCase::growth);
  rate("Risk on costs", "cost_risk", of.stated.cost_risk, 0, 100, &model::BusinessCase::cost_risk);
}

void export_line(const model::Deal& deal, const roi::SimulatedReturn& found) {
  if (!ui::button("Export as Markdown", {.icon = ui::Icon::download})) return;
  roi::SimulatedReturn named = found;
  named.deal = deal.id;
  const std::string name = deal.id + "-simulation.md";
  ui::current().platform().save(name, report::simulation_markdown(named));
  ui::current().toast("The simulation was handed to you as " + name + ".", ui::Tone::positive);
}

}  // namespace

void simulation_panel(View& view, const model::Deal& deal) {
  const SimulationRun* const run = view.session.simulate(deal.id, view.money.wish, slice);
  const auto& study = view.session.case_study(deal.id);
  const auto* const customer = view.session.find<model::Customer>(deal.customer);
  if (run == nullptr || !study || customer == nullptr) {
    if (ui::empty_state(ui::Icon::chart, "Nothing to try out yet", "The deal has no business case that counts.",
                        "Go to Return"))
      view.tab = DealTab::customer_return;
    return;
  }
  if (!run->result()) {
    ui::empty_state(ui::Icon::chart, "It cannot be tried out", run->problem());
    return;
  }
  const roi::SimulatedReturn& shown = *run->result();
  MoneyPictures& pictures = view.money.simulations;
  if (pictures.is_stale(deal.id, run->number()))
    pictures.charts = {report::histogram_chart(shown), report::s_curve_chart(shown),
                       report::variance_chart(shown, study->bound)};
  figures_card(view, *run, shown);
  const CaseOf of{deal, *deal.business_case, *customer, view.session.find<model::Playbook>(customer->playbook)};
  {
    ui::Columns columns("trials", {1, 2}, 280);
    const auto histogram = [&] { chart_card(pictures.charts[0], {.file = deal.id + "-simulation", .height = 250}); };
    // Where there is room for one only, the sliders follow what they move.
    const bool is_beside = columns.side_by_side();
    columns.next();
    if (!is_beside) histogram();
    sliders_card(view, of);
    columns.next();
    if (is_beside) histogram();
    chart_card(pictures.charts[1], {.file = deal.id + "-s-curve", .height = 200});
  }
  chart_card(
      pictures.charts[2],
      {.file = deal.id + "-variance", .height = 120, .empty = "No input has a range, so nothing makes it unsure."});
  export_line(deal, shown);
}

}  // namespace dealwright::web
