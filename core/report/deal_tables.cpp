#include "core/report/deal_tables.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/report/figures.hpp"

namespace dealwright::report {
namespace {

Ratio margin_of(Money net, Money cost) {
  // A margin on no revenue has no value.
  return net.minor > 0 ? Ratio{net.minor - cost.minor, net.minor} : Ratio{};
}

std::string titled_with(std::string_view title, Currency currency) {
  return fmt::format("{} ({})", title, currency.code());
}

Cell payback_cell(const pricing::Totals& totals) {
  if (!totals.payback.has_value()) return {"not within the term", "", true};
  if (totals.payback.numerator == 0) return {"at once", "0", true};
  const std::string months = dealwright::to_string(totals.payback);
  Decimal exact;
  std::string shown = months;
  if (Decimal::parse(months, exact) == DecimalError::none) {
    // Tenths of a month, rounded half up.
    const auto tenths = (exact.micro() + 50'000) / 100'000;
    shown = fmt::format("{}.{} months", tenths / 10, tenths % 10);
  }
  return {shown, months, true};
}

std::string quantities(const pricing::PricedLine& line) {
  if (line.spans.empty()) return {};
  const Decimal first = line.spans.front().waterfall.metered, last = line.spans.back().waterfall.metered;
  return first == last ? quantity(first) : fmt::format("{} to {}", quantity(first), quantity(last));
}

std::string months_of(const pricing::PricedLine& line) {
  if (line.spans.empty()) return "-";
  const int from = line.spans.front().from_period, to = line.spans.back().to_period;
  return line.charge == model::Charge::one_off || from == to ? std::to_string(from) : fmt::format("{}-{}", from, to);
}

std::string years_label(const std::vector<pricing::PeriodRow>& schedule, std::size_t from, std::size_t to) {
  return fmt::format("{} to {}", schedule[from].month.to_string(), schedule[to].month.to_string());
}

}  // namespace

std::vector<Figure> figures_of(const pricing::Totals& t) {
  return {
      {"mrr_start", "MRR at start", money_cell(t.mrr_start)},
      {"mrr_exit", "MRR at exit", money_cell(t.mrr_exit)},
      {"arr", "ARR", money_cell(t.arr)},
      {"acv", "ACV", money_cell(t.acv)},
      {"tcv", "Total contract value", money_cell(t.tcv)},
      {"one_off_total", "One-off total", money_cell(t.one_off_total)},
      {"recurring_total", "Recurring total", money_cell(t.recurring_total)},
      {"list_total", "List total", money_cell(t.list_total)},
      {"discount_total", "Discount", money_cell(t.discount_total)},
      {"effective_discount", "Effective discount", percent_cell(t.effective_discount)},
      {"true_up_total", "True-ups", money_cell(t.true_up_total)},
      {"cost_total", "Cost", money_cell(t.cost_total)},
      {"gross_margin", "Gross margin", money_cell(t.gross_margin)},
      {"margin", "Gross margin, share", percent_cell(t.margin)},
      {"peak_net", "Peak month, net", money_cell(t.peak_net)},
      {"peak_cost", "Peak month, cost", money_cell(t.peak_cost)},
      {"peak_margin", "Peak month, margin", percent_cell(t.peak_margin)},
      {"payback", "Payback of one-off cost", payback_cell(t)},
      {"standard_share", "Standard share", percent_cell(t.standard_share)},
  };
}

Table totals_table(const DealEvaluation& deal) {
  Table table{titled_with("Totals", deal.pricing.currency), {{"", false, "figure"}, {"", true, "value"}}};
  for (Figure& figure : figures_of(deal.pricing.totals)) {
    table.add_row().add(Cell{figure.label, figure.key, false}).add(std::move(figure.value));
  }
  return table;
}

Table lines_table(const DealEvaluation& deal) {
  Table table{titled_with("Lines over the term", deal.pricing.currency),
              {{"Component", false, "component"},
               {"Name", false, "name"},
               {"Service line", false, "service_line"},
               {"Charge", false, "charge"},
               {"Months", true, "months"},
               {"Quantity", true, "quantity"},
               {"List", true, "list"},
               {"Net", true, "net"},
               {"Cost", true, "cost"},
               {"Margin", true, "margin"}},
              true};
  for (const pricing::PricedLine& line : deal.pricing.lines) {
    const std::string quantity = quantities(line);
    const std::string_view service_line = word(line.service_line), charge = word(line.charge);
    table.add_row()
        .text(line.component)
        .text(line.name)
        .add(Cell{spaced(service_line), std::string(service_line)})
        .add(Cell{spaced(charge), std::string(charge)})
        .add(Cell{months_of(line), months_of(line), true})
        .add(Cell{quantity,
                  quantity.find(" to ") == std::string::npos && !line.spans.empty()
                      ? line.spans.front().waterfall.metered.to_string()
                      : quantity,
                  true})
        .money(line.list_total)
        .money(line.net_total)
        .money(line.cost_total)
        .percent(margin_of(line.net_total, line.cost_total));
  }
  const pricing::Totals& totals = deal.pricing.totals;
  table.add_row()
      .text("Total")
      .blank()
      .blank()
      .blank()
      .blank()
      .blank()
      .money(totals.list_total)
      .money(totals.tcv)
      .money(totals.cost_total)
      .percent(totals.margin);
  return table;
}

Table margins_table(const DealEvaluation& deal) {
  Table table{titled_with("Margins by service line", deal.pricing.currency),
              {{"Service line", false, "service_line"},
               {"List", true, "list"},
               {"Net", true, "net"},
               {"Cost", true, "cost"},
               {"Gross margin", true, "gross_margin"},
               {"Margin", true, "margin"},
               {"Hours", true, "hours"}},
              true};
  std::int64_t hours = 0;
  for (const pricing::ServiceLineMargin& row : deal.pricing.service_lines) {
    const std::string_view name = word(row.service_line);
    table.add_row()
        .add(Cell{titled(name), std::string(name)})
        .money(row.list)
        .money(row.net)
        .money(row.cost)
        .money(row.gross_margin)
        .percent(row.margin)
        .quantity(row.hours);
    hours += row.hours.micro();
  }
  const pricing::Totals& totals = deal.pricing.totals;
  table.add_row()
      .text("Total")
      .money(totals.list_total)
      .money(totals.tcv)
      .money(totals.cost_total)
      .money(totals.gross_margin)
      .percent(totals.margin)
      .quantity(Decimal::from_micro(hours));
  return table;
}

Table schedule_table(const DealEvaluation& deal, ScheduleStep step) {
  const auto& schedule = deal.pricing.schedule;
  const bool by_year = step == ScheduleStep::year;
  Table table{titled_with(by_year ? "Schedule by year" : "Schedule by month", deal.pricing.currency),
              {{by_year ? "Year" : "Month", true, by_year ? "year" : "period"},
               {by_year ? "Months" : "Of", false, by_year ? "months" : "month"},
               {"Bookings", true, "bookings"},
               {"Billings", true, "billings"},
               {"Revenue", true, "revenue"},
               {"Cost", true, "cost"},
               {"Gross margin", true, "gross_margin"}},
              true};
  const auto row = [&](Cell first, const std::string& label, std::size_t from, std::size_t to) {
    pricing::PeriodRow sum;
    for (std::size_t at = from; at < to; ++at) {
      sum.bookings.minor += schedule[at].bookings.minor;
      sum.billings.minor += schedule[at].billings.minor;
      sum.revenue.minor += schedule[at].revenue.minor;
      sum.cost.minor += schedule[at].cost.minor;
    }
    const auto cell = [&](std::int64_t minor) { return money_cell(Money{minor, deal.pricing.currency}); };
    table.add_row()
        .add(std::move(first))
        .text(label)
        .add(cell(sum.bookings.minor))
        .add(cell(sum.billings.minor))
        .add(cell(sum.revenue.minor))
        .add(cell(sum.cost.minor))
        .add(cell(sum.revenue.minor - sum.cost.minor));
  };
  const std::size_t stride = by_year ? 12 : 1;
  for (std::size_t from = 0; from < schedule.size(); from += stride) {
    const std::size_t to = std::min(from + stride, schedule.size());
    row(count_cell(static_cast<long long>(from / stride) + 1),
        by_year ? years_label(schedule, from, to - 1) : schedule[from].month.to_string(), from, to);
  }
  row(empty_cell(), "Total", 0, schedule.size());
  return table;
}

Table findings_table(const DealEvaluation& deal) {
  Table table{"Findings",
              {{"Severity", false, "severity"},
               {"Rule", false, "rule"},
               {"Subject", false, "subject"},
               {"Value", true, "value"},
               {"Bound", true, "bound"},
               {"Way out", false, "way_out"},
               {"Message", false, "message"}}};
  for (const guardrails::Finding& finding : deal.findings) {
    table.add_row()
        .text(word(finding.severity))
        .text(finding.rule)
        .text(finding.subject)
        .text(finding.value)
        .text(finding.bound)
        .text(finding.ways_out.empty() ? "" : finding.ways_out.front().words)
        .text(finding.message.empty() ? finding.title : finding.message);
  }
  return table;
}

int count(const DealEvaluation& deal, model::RuleSeverity severity) {
  return static_cast<int>(
      std::count_if(deal.findings.begin(), deal.findings.end(),
                    [&](const guardrails::Finding& finding) { return finding.severity == severity; }));
}

std::string verdict(const DealEvaluation& deal) {
  if (!deal.priced) return "not priced";
  const int errors = count(deal, model::RuleSeverity::error), warnings = count(deal, model::RuleSeverity::warning);
  const std::string extra = warnings > 0 ? counted(warnings, "warning", "warnings") : "";
  if (errors > 0)
    return fmt::format("fails: {}{}", counted(errors, "error", "errors"), warnings > 0 ? ", " + extra : "");
  return warnings > 0 ? "passes with " + extra : "passes";
}

}  // namespace dealwright::report
