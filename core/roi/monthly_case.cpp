#include <algorithm>
#include <utility>

#include "core/roi/case_mistakes.hpp"
#include "core/roi/customer_return.hpp"
#include "core/roi/rounding.hpp"

namespace dealwright::roi {

namespace {

MonthlyRow empty_row(const BoundCase& bound) {
  MonthlyRow row;
  row.nominal.resize(static_cast<std::size_t>(bound.horizon) + 1);
  return row;
}

// What is delivered once with the start is initial; all else is paid in the month in which it is billed.
bool add_fees(const BoundCase& bound, const pricing::PricedDeal& priced, MonthlyCase& out) {
  MonthlyRow once = empty_row(bound);
  once.id = "fees_one_off";
  once.name = "Fees, one-off";
  MonthlyRow monthly = empty_row(bound);
  monthly.id = "fees_recurring";
  monthly.name = "Fees, recurring";
  const int last = std::min(bound.horizon, static_cast<int>(priced.schedule.size()));
  for (int month = 1; month <= last; ++month) {
    const auto at = static_cast<std::size_t>(month);
    monthly.nominal[at] = priced.schedule[at - 1].billings.minor;
  }
  for (const pricing::PricedLine& line : priced.lines) {
    if (line.charge != model::Charge::one_off || line.spans.empty()) continue;
    const int month = line.spans.front().from_period;
    if (month > bound.horizon) continue;
    monthly.nominal[static_cast<std::size_t>(month)] -= line.net_total.minor;
    once.nominal[month == 1 ? 0 : static_cast<std::size_t>(month)] += line.net_total.minor;
  }
  // A partial month at the term's end is a whole one when the deal goes on.
  if (bound.after_term == model::AfterTerm::renewed)
    for (int month = bound.term_months + 1; month <= bound.horizon; ++month)
      monthly.nominal[static_cast<std::size_t>(month)] = priced.totals.mrr_exit.minor;
  bool is_in_range = true;
  for (MonthlyRow* row : {&once, &monthly}) {
    for (const std::int64_t minor : row->nominal)
      is_in_range = is_in_range && minor <= greatest_month_minor && minor >= -greatest_month_minor;
    row->adjusted = row->nominal;
    out.costs.push_back(std::move(*row));
  }
  return is_in_range;
}

}  // namespace

std::optional<MonthlyRow> monthly_row(const BoundCase& bound, const CaseStream& stream) {
  MonthlyRow row = empty_row(bound);
  row.adjusted = row.nominal;
  row.id = stream.id;
  row.name = stream.name;
  row.with_care = stream.with_care;
  row.adjustment = stream.adjustment;
  double product = 1;
  for (const std::size_t input : stream.inputs) product *= to_double(bound.inputs[input].likely);
  for (std::size_t month = 0; month < row.nominal.size(); ++month) {
    const double amount = product * stream.parts[month];
    const auto nominal = to_minor(amount, bound.currency);
    const auto adjusted = to_minor(amount * to_double(stream.adjustment), bound.currency);
    if (!nominal || !adjusted || *nominal > greatest_month_minor || *adjusted > greatest_month_minor)
      return std::nullopt;
    row.nominal[month] = *nominal;
    row.adjusted[month] = *adjusted;
  }
  return row;
}

std::optional<MonthlyCase> monthly_case(const BoundCase& bound, const pricing::PricedDeal& priced,
                                        Diagnostics& diagnostics) {
  MonthlyCase out;
  const auto too_large = [&](const std::string& what) {
    diagnostics.push_back(mistake("case.too_large", "/business_case",
                                  what + " come to more in a month than can be reckoned with",
                                  "smaller numbers in the baselines or the business case"));
    return std::nullopt;
  };
  if (!add_fees(bound, priced, out)) return too_large("the deal's fees");
  for (const CaseStream& stream : bound.streams) {
    auto row = monthly_row(bound, stream);
    if (!row) return too_large("the amounts of \"" + stream.name + "\"");
    (stream.is_cost() ? out.costs : out.benefits).push_back(std::move(*row));
  }
  return out;
}

}  // namespace dealwright::roi
