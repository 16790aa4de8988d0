#include "web/panels/return_panel.hpp"

#include <array>

#include <fmt/format.h>
#include <imgui.h>

#include "core/report/figures.hpp"
#include "core/report/return_charts.hpp"
#include "core/report/return_page.hpp"
#include "core/report/return_tables.hpp"
#include "web/panels/case_inputs.hpp"
#include "web/panels/chart_card.hpp"
#include "web/panels/report_table.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

std::string irr_text(const roi::CustomerReturn& found) {
  std::string words;
  for (const Decimal rate : found.irr)
    words += (words.empty() ? "" : " and ") + to_percent(Ratio{rate.micro(), Decimal::scale});
  return words.empty() ? "none" : words;
}

void figures_card(View& view, const model::Deal& deal, const roi::CustomerReturn& found) {
  ui::Card card("return-figures", {.title = "Worth to the customer", .level = "case"});
  const auto figure = [&](const char* label, const std::string& value, const char* metric, ui::StatOptions options) {
    options.why = metric != nullptr;
    if (ui::stat(label, value, options)) view.ask(deal.id, label, metric);
    ui::space_small();
  };
  const bool is_loss = found.net.present.minor < 0;
  figure("Net present value", to_display(found.net.present), "customer_npv",
         {.detail = fmt::format("over {}, at {} a year", report::counted(found.horizon_months, "month", "months"),
                                report::percent(found.discount_rate)),
          .tone = is_loss ? ui::Tone::negative : ui::Tone::neutral});
  ui::Columns columns("figures", 2, 112, ui::theme().space.small);
  columns.next();
  figure("Return on investment", share_text(found.roi), "customer_roi", {.type = ui::Type::title});
  // "17.4 months" and, below it, "then below zero again".
  const auto payback = [&](const char* label, const roi::PaybackTime& time, const char* metric) {
    columns.next();
    const std::string words = report::payback_words(time, found.horizon_months);
    const std::size_t end = words.find(", ");
    const std::string detail = end == std::string::npos ? std::string() : words.substr(end + 2);
    figure(label, words.substr(0, end), metric, {.detail = detail, .type = ui::Type::title});
  };
  payback("Payback", found.payback, "customer_payback_months");
  columns.next();
  const std::string why = found.irr.empty() ? roi::diagnostic_of(found.irr_fault).message : "a year";
  figure("Internal rate of return", irr_text(found), nullptr, {.detail = why, .type = ui::Type::title});
  payback("Payback, discounted", found.discounted_payback, nullptr);
  if (found.care_share.numerator != 0)
    ui::remark(
        fmt::format("{} of the benefits come from more revenue: to be used with care.", share_text(found.care_share)));
}

void charts(const model::Deal& deal, const MoneyPictures& pictures) {
  ui::Columns columns("return-charts", 2, 380);
  columns.next();
  chart_card(pictures.charts[0],
             {.file = deal.id + "-cumulative", .height = 280, .level = "return", .table = &pictures.tables[1]});
  columns.next();
  chart_card(
      pictures.charts[1],
      {.file = deal.id + "-benefits", .height = 280, .level = "return", .empty = "No driver brings anything yet."});
}

void tables(View& view, const model::Deal& deal, const MoneyPictures& pictures, const roi::CustomerReturn& found) {
  static constexpr std::array<std::string_view, 2> steps{"Years", "Months"};
  int step = view.money.return_by_month ? 1 : 0;
  const report::Table& table = pictures.tables[static_cast<std::size_t>(step)];
  bool is_wanted = false;
  constexpr std::string_view label = "Export as a page";
  const ui::ButtonOptions options{.icon = ui::Icon::download, .help = "HTML, to print or to send"};
  const auto actions = [&] {
    const float y = ImGui::GetCursorPosY();
    is_wanted = ui::button(label, options);
    ui::beside();
    ImGui::SetCursorPosY(y);  // the title's line lies elsewhere
    ui::segmented("Rows", steps, step);
  };
  {
    ui::Card card("return-table", {.title = table.title,
                                   .actions = actions,
                                   .actions_width = ui::segmented_width(steps) + ui::button_width(label, options) +
                                                    ui::theme().space.small,
                                   .flush = true});
    report_table(table);
  }
  view.money.return_by_month = step == 1;
  if (!is_wanted) return;
  const std::string name = deal.id + "-return.html";
  ui::current().platform().save(name, report::return_page(deal.name.empty() ? deal.id : deal.name, found));
  ui::current().toast("The return was handed to you as " + name + ".", ui::Tone::positive);
}

void fields_link(View& view, const model::Deal& deal) {
  ui::quiet("One-off benefits, work of the customer's own people, other costs and correlations:");
  ui::beside();
  if (ui::link("all fields of the case")) view.open_at({Kind::deal, deal.id}, "/business_case");
}

}  // namespace

void return_panel(View& view, const model::Deal& deal) {
  if (!deal.business_case) {
    if (ui::empty_state(ui::Icon::coins, "No business case yet",
                        "What the deal saves and what it costs its customer, month by month, from what was measured.",
                        "Start a business case"))
      start_case(view, deal);
    return;
  }
  const auto* const customer = view.session.find<model::Customer>(deal.customer);
  if (customer == nullptr) {
    ui::empty_state(ui::Icon::coins, "No return yet", "The deal has no customer that there is.");
    return;
  }
  const CaseOf of{deal, *deal.business_case, *customer, view.session.find<model::Playbook>(customer->playbook)};
  const auto& study = view.session.case_study(deal.id);
  const Diagnostics mistakes = view.session.diagnostics({Kind::deal, deal.id});
  // What is being measured stays where it is when the first numbers make a return: the next ones are still to come.
  MoneyView::Measuring& measuring = view.money.measuring;
  const int frame = ImGui::GetFrameCount();
  if (measuring.deal != deal.id || frame > measuring.frame + 1) measuring.deal.clear();
  if (!study) measuring.deal = deal.id;
  measuring.frame = frame;
  if (!study) {
    ui::empty_state(ui::Icon::coins, "No return yet",
                    customer->baselines.empty() ? "Enter what was measured at the customer: the drivers follow from it."
                                                : "The diagnostics above say what is missing.");
    baselines_card(view, of);
    case_terms_card(view, of);
    case_drivers_card(view, of, mistakes);
    fields_link(view, deal);
    return;
  }
  const roi::CustomerReturn& found = study->found;
  MoneyPictures& pictures = view.money.returns;
  if (pictures.is_stale(deal.id, view.session.revision())) {
    pictures.charts = {report::cumulative_chart(found), report::benefits_chart(found)};
    pictures.tables = {report::return_table(found), report::cumulative_table(found)};
  }
  const bool is_measuring = !measuring.deal.empty();
  if (is_measuring) baselines_card(view, of);
  {
    ui::Columns columns("case", {1, 1.6F}, 280);
    columns.next();
    figures_card(view, deal, found);
    columns.next();
    case_terms_card(view, of);
  }
  charts(deal, pictures);
  case_drivers_card(view, of, mistakes);
  fields_link(view, deal);
  tables(view, deal, pictures, found);
  if (!is_measuring) baselines_card(view, of);
}

}  // namespace dealwright::web
