#include "core/report/models_report.hpp"

#include <utility>

#include <fmt/format.h>

#include "core/base/lookup.hpp"
#include "core/document/writer.hpp"
#include "core/report/chart_set.hpp"
#include "core/report/figures.hpp"
#include "core/report/return_tables.hpp"

namespace dealwright::report {
namespace {

using roi::ModelComparison;
using roi::ModelFigures;

Table models_table(const char* title, const ModelComparison& comparison, const std::vector<ModelFigures>& models) {
  Table table{fmt::format("{} ({})", title, comparison.currency.code()),
              {{"Model", false, "model"},
               {"First year", true, "first_year_income"},
               {"A month", true, "monthly_income"},
               {"Gross margin", true, "gross_margin"},
               {"Present value", true, "present"},
               {"Over referral", true, "over_referral"},
               {"Payback", true, "payback"}}};
  for (const ModelFigures& one : models) {
    const std::string payback =
        comparison.acquisition_cost ? payback_words(one.payback, comparison.horizon_months) : "n/a";
    table.add_row()
        .add(Cell{one.is_chosen ? one.name + ", this deal" : one.name, one.id, false})
        .money(one.first_year_income)
        .money(one.monthly_income)
        .money(one.gross_margin)
        .money(one.present)
        .add(one.over_referral ? money_cell(*one.over_referral) : empty_cell())
        .add(Cell{payback, payback, true});
  }
  return table;
}

Chart models_chart(const char* what, const ModelFigures* referral, const std::vector<ModelFigures>& models) {
  Chart chart;
  chart.kind = ChartKind::bars;
  chart.title = fmt::format("{}: present value of the gross margin", what);
  ChartSeries& series = chart.series.emplace_back(ChartSeries{"Present value", {}});
  const ModelFigures* best = nullptr;
  const auto add = [&](const ModelFigures& one) {
    chart.unit = one.present.currency.code();
    chart.labels.push_back(one.is_chosen ? one.name + ", this deal" : one.name);
    series.values.push_back(chart_value(one.present));
    if (best == nullptr || one.present.minor > best->present.minor) best = &one;
  };
  if (referral != nullptr) add(*referral);
  for (const ModelFigures& one : models)
    if (&one != referral) add(one);
  if (best == nullptr) return chart;
  chart.sentence = fmt::format("{} is worth most, {}.", best->name, to_display(best->present));
  if (referral != nullptr && best != referral)
    chart.sentence += fmt::format(" {} is worth {}.", referral->name, to_display(referral->present));
  return chart;
}

std::string setting(const ModelComparison& comparison) {
  return fmt::format("playbook {}, {}, {} a year, acquisition cost {}", comparison.playbook,
                     counted(comparison.horizon_months, "month", "months"), percent(comparison.discount_rate),
                     comparison.acquisition_cost ? to_display(*comparison.acquisition_cost) : "not stated");
}

}  // namespace

ModelsReport models_report(const model::Programme& programme, const Evaluation& evaluation, Diagnostics& diagnostics) {
  ModelsReport report;
  report.engine = evaluation.engine;
  for (const DealEvaluation& one : evaluation.deals) {
    const model::Deal* const deal = find_id(programme.deals, one.deal);
    if (!one.priced || deal == nullptr) continue;
    const model::Partner* const partner = find_id(programme.partners, deal->partner);
    const model::Customer* const customer = find_id(programme.customers, deal->customer);
    const model::Playbook* playbook = find_id(programme.playbooks, partner->playbook);
    if (playbook == nullptr) playbook = find_id(programme.playbooks, customer->playbook);
    Diagnostics found;
    if (playbook == nullptr) {
      Diagnostic& none = found.emplace_back();
      none.code = "partner.no_playbook";
      none.pointer = "/partner";
      none.message = fmt::format("partner \"{}\" names no playbook whose models could be compared", partner->id);
      none.expected = "\"playbook\" in its document";
    } else if (auto comparison = roi::compare_models(*deal, *partner, *playbook, one.pricing, found)) {
      report.deals.push_back(std::move(*comparison));
    }
    for (Diagnostic& diagnostic : found) {
      diagnostic.file = "deal/" + deal->id;
      diagnostics.push_back(std::move(diagnostic));
    }
  }
  return report;
}

std::vector<Table> model_tables(const ModelComparison& comparison) {
  return {models_table("Offer models", comparison, comparison.offer_models),
          models_table("Revenue models", comparison, comparison.revenue_models)};
}

std::vector<Chart> model_charts(const ModelComparison& comparison) {
  const bool has_referral = !comparison.offer_models.empty() && comparison.offer_models[0].over_referral.has_value();
  const ModelFigures* const referral = has_referral ? comparison.offer_models.data() : nullptr;
  return {models_chart("Offer models", referral, comparison.offer_models),
          models_chart("Revenue models", referral, comparison.revenue_models)};
}

std::string models_text(const ModelsReport& report) {
  std::string out;
  for (const ModelComparison& one : report.deals) {
    if (!out.empty()) out += '\n';
    out += fmt::format("{}\n  {}\n", printable(one.deal), printable(setting(one)));
    for (const Table& table : model_tables(one))
      if (!table.rows.empty()) out += '\n' + table_text(table);
  }
  return out;
}

std::string models_markdown(const ModelsReport& report) {
  std::string out;
  for (const ModelComparison& one : report.deals) {
    if (!out.empty()) out += '\n';
    out += fmt::format("## {}\n\n{}\n", markdown_escaped(one.deal), markdown_escaped(setting(one)));
    for (const Table& table : model_tables(one))
      if (!table.rows.empty()) out += '\n' + table_markdown(table);
  }
  return out;
}

std::string models_json(const ModelsReport& report) {
  return document::write_json(report);
}

}  // namespace dealwright::report
