#include "web/panels/partner_return_panel.hpp"

#include <array>

#include <fmt/format.h>

#include "core/guardrails/metrics.hpp"
#include "core/guardrails/phrases.hpp"
#include "core/report/figures.hpp"
#include "core/report/models_report.hpp"
#include "core/report/partner_return_tables.hpp"
#include "core/report/return_tables.hpp"
#include "web/panels/chart_card.hpp"
#include "web/panels/report_table.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

constexpr std::array<std::string_view, 2> model_files{"-offer-models", "-revenue-models"};

void figures_card(View& view, const model::Deal& deal, const roi::PartnerReturn& found) {
  std::string detail =
      fmt::format("{}, over {}, at {} a year", found.currency.code(),
                  report::counted(found.horizon_months, "month", "months"), report::percent(found.discount_rate));
  if (found.horizon_months > found.term_months)
    detail += fmt::format("; {} of customers are expected to be left at the end",
                          to_percent(Ratio{found.retained.micro(), Decimal::scale}));
  ui::Card card("partner-figures", {.title = "Worth to the partner", .detail = detail});
  ui::Columns columns("figures", 5, 150, ui::theme().space.small);
  // A loss is told from a gain by its tone, too.
  const auto figure = [&](const char* label, const std::string& value, const std::string& below, bool is_loss,
                          const char* metric) {
    columns.next();
    const ui::StatOptions options{.detail = below,
                                  .why = metric != nullptr,
                                  .tone = is_loss ? ui::Tone::negative : ui::Tone::neutral,
                                  .type = ui::Type::title};
    if (ui::stat(label, value, options)) view.ask(deal.id, label, metric);
    ui::space_small();
  };
  const roi::YearAmounts& margin = found.total.margin;
  figure("Lifetime value", report::amount(margin.present),
         fmt::format("today; {} in all, {} of income", report::amount(margin.total), share_text(found.total.share)),
         margin.present.minor < 0, nullptr);
  figure("Net present value", report::amount(found.net_present_value),
         found.acquisition_cost ? "less " + report::amount(*found.acquisition_cost) + " to win the customer"
                                : "no acquisition cost is stated",
         found.net_present_value.minor < 0, "partner_lifetime_margin");
  const guardrails::Value multiple{found.ltv_to_cac.numerator, found.ltv_to_cac.denominator, {}};
  figure("LTV / CAC", guardrails::value_text(*guardrails::find_metric("partner_ltv_to_cac"), multiple, found.currency),
         "lifetime value over acquisition cost", false, "partner_ltv_to_cac");
  figure("Acquisition payback",
         found.acquisition_cost ? report::payback_words(found.acquisition_payback, found.horizon_months) : "n/a", "",
         found.acquisition_payback.status == roi::PaybackStatus::never, nullptr);
  if (const auto& once = found.implementation) {
    figure("Implementation margin", share_text(once->share), report::amount(once->margin) + " of one-off work",
           once->margin.minor < 0, nullptr);
  } else {
    figure("Implementation margin", "n/a", "no one-off work", false, nullptr);
  }
}

// The models beside each other, or why they are not.
void models(View& view, const model::Deal& deal, const MoneyPictures& pictures) {
  const auto& study = view.session.models(deal.id);
  if (pictures.charts.empty()) {
    ui::Card card("Offer and revenue models");
    ui::paragraph(study && !study->told.empty()
                      ? to_words(study->told.front())
                      : "A playbook says what each model lets a partner earn: name one in the partner's document.");
    return;
  }
  ui::Columns columns("models", 2, 380);
  for (std::size_t at = 0; at < pictures.charts.size(); ++at) {
    columns.next();
    chart_card(pictures.charts[at], {.file = deal.id + std::string(model_files[at]),
                                     .height = 260,
                                     .level = "models",
                                     .empty = "The playbook says nothing of these models."});
  }
}

}  // namespace

void partner_return_panel(View& view, const model::Deal& deal) {
  const auto* const evaluation = view.session.evaluation(deal.id);
  const auto* const partner = view.session.find<model::Partner>(deal.partner);
  if (evaluation == nullptr || !evaluation->priced || partner == nullptr) {
    ui::empty_state(ui::Icon::coins, "Not priced", "The diagnostics say what keeps this deal from being priced.");
    return;
  }
  if (!evaluation->partner_return) {
    const bool is_stated = partner->economics.has_value();
    const std::string id = partner->id;
    if (ui::empty_state(ui::Icon::coins, "No return yet",
                        is_stated ? "The diagnostics above say what keeps it from being found."
                                  : "It follows from the partner's economics: what winning a customer costs, how long "
                                    "customers stay, how many hours deliveries take.",
                        is_stated ? "" : "State the partner's economics"))
      view.open_at({Kind::partner, id}, "/economics");
    return;
  }
  const roi::PartnerReturn& found = *evaluation->partner_return;
  MoneyPictures& pictures = view.money.partners;
  if (pictures.is_stale(deal.id, view.session.revision())) {
    pictures.tables = {report::partner_return_table(found), report::partner_mrr_table(found),
                       report::delivery_table(found), report::move_table(found)};
    if (const auto& study = view.session.models(deal.id); study && study->found) {
      pictures.charts = report::model_charts(*study->found);
      for (report::Table& table : report::model_tables(*study->found)) pictures.tables.push_back(std::move(table));
    }
  }
  figures_card(view, deal, found);
  for (std::size_t at = 0; at < pictures.tables.size(); ++at) {
    if (at == 4) models(view, deal, pictures);
    report_card(pictures.tables[at]);
  }
  if (pictures.charts.empty()) models(view, deal, pictures);
}

}  // namespace dealwright::web
