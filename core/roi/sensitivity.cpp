#include "core/roi/sensitivity.hpp"

#include <algorithm>
#include <utility>

#include "core/base/stable_order.hpp"
#include "core/base/wide.hpp"
#include "core/roi/case_mistakes.hpp"

namespace dealwright::roi {

namespace {

// Evenly from low to high, rounded to six places half up.
std::vector<Decimal> steps_between(Decimal low, Decimal high, int steps) {
  std::vector<Decimal> values;
  const Int128 width = static_cast<Int128>(high.micro()) - low.micro();
  for (int i = 0; i < steps; ++i) {
    const Int128 part = (2 * width * i + (steps - 1)) / (2 * (steps - 1));
    values.push_back(Decimal::from_micro(low.micro() + static_cast<std::int64_t>(part)));
  }
  return values;
}

bool refuse(Diagnostics& diagnostics, const char* code, std::string message, std::string expected) {
  diagnostics.push_back(mistake(code, "/business_case", std::move(message), std::move(expected)));
  return false;
}

// The values of an axis; false where there is something wrong with them.
bool lay_out(const CaseVariation& variation, const AxisRequest& request, std::size_t input, std::vector<Decimal>& out,
             Diagnostics& diagnostics) {
  const VariedInput& varied = variation.inputs()[input];
  if (request.values.size() == 1 || (request.values.empty() && request.steps < 2))
    return refuse(diagnostics, "sensitivity.grid_of_one", "one value of \"" + varied.name + "\" makes no table",
                  "two values or more");
  if (request.values.size() > static_cast<std::size_t>(most_grid_steps) || request.steps > most_grid_steps)
    return refuse(diagnostics, "sensitivity.grid_too_large", "so many values of \"" + varied.name + "\" make no table",
                  "at most " + std::to_string(most_grid_steps));
  if (request.values.empty() && !varied.has_range())
    return refuse(diagnostics, "sensitivity.no_range",
                  "input \"" + varied.name + "\" has no range: it is " + varied.likely.to_string() + " for sure",
                  "\"low\" and \"high\" beside it in the business case, or the values to try");
  out = request.values.empty() ? steps_between(varied.low, varied.high, request.steps) : request.values;
  const Decimal least = variation.least(input), greatest = variation.greatest(input);
  for (const Decimal value : out)
    if (value < least || value > greatest)
      return refuse(diagnostics, "sensitivity.value_out_of_range",
                    "\"" + varied.name + "\" cannot be " + value.to_string(),
                    least.to_string() + " to " + greatest.to_string());
  return true;
}

bool is_below_zero(Money money) {
  return money.minor < 0;
}

}  // namespace

Tornado tornado(CaseVariation& variation, Diagnostics& diagnostics) {
  const auto money = [&](std::int64_t minor) { return Money{minor, variation.currency()}; };
  Tornado out;
  out.base = money(variation.worth().npv());
  for (std::size_t i = 0; i < variation.inputs().size(); ++i) {
    const VariedInput& input = variation.inputs()[i];
    if (!input.has_range()) continue;
    TornadoBar bar{input.name, input.kind != VariedKind::input, input.low, input.likely, input.high, {}, {}, {}};
    bool is_sound = variation.set(i, input.low);
    bar.npv_low = money(variation.worth().npv());
    is_sound = variation.set(i, input.high) && is_sound;
    bar.npv_high = money(variation.worth().npv());
    variation.reset(i);
    if (!is_sound) {
      refuse(diagnostics, "sensitivity.too_large",
             "input \"" + input.name + "\" has an end at which a month comes to more than can be reckoned with",
             "a narrower range");
      diagnostics.back().severity = Severity::warning;
      continue;
    }
    const auto [least, greatest] = std::minmax({bar.npv_low.minor, bar.npv_high.minor, out.base.minor});
    bar.spread = money(greatest - least);
    out.bars.push_back(std::move(bar));
  }
  sort_stably(out.bars, [](const TornadoBar& a, const TornadoBar& b) { return a.spread.minor > b.spread.minor; });
  return out;
}

std::optional<TwoWay> two_way(CaseVariation& variation, const AxisRequest& rows, const AxisRequest& columns,
                              Diagnostics& diagnostics) {
  const std::size_t none = variation.inputs().size();
  const std::size_t row_input = variation.find(rows.input, diagnostics);
  const std::size_t column_input = variation.find(columns.input, diagnostics);
  if (row_input == none || column_input == none) return std::nullopt;
  TwoWay out;
  if (row_input == column_input) {
    refuse(diagnostics, "sensitivity.same_input", "both sides of the table are \"" + rows.input + "\"",
           "two different inputs");
    return std::nullopt;
  }
  const bool has_rows = lay_out(variation, rows, row_input, out.rows, diagnostics);
  if (!lay_out(variation, columns, column_input, out.columns, diagnostics) || !has_rows) return std::nullopt;
  out.row_input = rows.input;
  out.column_input = columns.input;
  out.row_is_rate = variation.inputs()[row_input].kind != VariedKind::input;
  out.column_is_rate = variation.inputs()[column_input].kind != VariedKind::input;
  bool is_sound = true;
  for (const Decimal row : out.rows) {
    auto& npv = out.npv.emplace_back();
    auto& turns = out.turns.emplace_back();
    for (const Decimal column : out.columns) {
      // In this order whatever came before: of two inputs of one stream the other may have been too great.
      is_sound = (variation.set(row_input, row), variation.set(column_input, column)) &&
                 variation.set(row_input, row) && is_sound;
      const Money here{variation.worth().npv(), variation.currency()};
      const std::size_t place = npv.size();
      const bool turns_here =
          (place > 0 && is_below_zero(npv[place - 1]) != is_below_zero(here)) ||
          (out.npv.size() > 1 && is_below_zero(out.npv[out.npv.size() - 2][place]) != is_below_zero(here));
      npv.push_back(here);
      turns.push_back(turns_here ? 1 : 0);
    }
  }
  variation.reset(row_input);
  variation.reset(column_input);
  variation.reset(row_input);
  if (is_sound) return out;
  refuse(diagnostics, "sensitivity.too_large",
         "with \"" + rows.input + "\" and \"" + columns.input +
             "\" both at their ends a month comes to more than can be reckoned with",
         "smaller values");
  return std::nullopt;
}

}  // namespace dealwright::roi
