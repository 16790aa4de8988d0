#include "core/roi/case_variation.hpp"

#include <algorithm>
#include <utility>

#include "core/base/wide.hpp"
#include "core/roi/case_mistakes.hpp"
#include "core/roi/rounding.hpp"

namespace dealwright::roi {

namespace {

bool is_share(std::string_view name) {
  return name.ends_with(".improvement") || name.ends_with(".saving");
}

}  // namespace

CaseVariation::CaseVariation(const BoundCase& bound, const MonthlyCase& monthly, const VariedRanges& ranges)
    : bound_(bound) {
  for (const MonthlyRow& row : monthly.costs)
    if (std::string_view(row.id).starts_with("fees_")) fees_.push_back(row.adjusted);
  for (const auto& fees : fees_) rows_.push_back({true, fees, 0});
  // A case that was laid out by month can be laid out again.
  for (const CaseStream& stream : bound_.streams) {
    auto row = monthly_row(bound_, stream);
    rows_.push_back({stream.is_cost(), row ? std::move(row->adjusted) : std::vector<std::int64_t>(), 0});
    likely_parts_.push_back(stream.parts);
  }
  for (Row& row : rows_) discount(row);
  add_inputs(ranges);
}

void CaseVariation::add_inputs(const VariedRanges& ranges) {
  for (const CaseInput& input : bound_.inputs) {
    const auto same = std::count_if(inputs_.begin(), inputs_.end(), [&](const VariedInput& other) {
      return other.name == input.name || other.name.starts_with(input.name + " (");
    });
    inputs_.push_back({VariedKind::input, input.name, input.low, input.likely, input.high, is_share(input.name)});
    if (same > 0) inputs_.back().name += " (" + std::to_string(same + 1) + ")";
  }
  for (const std::size_t input : bound_.growth) inputs_[input].kind = VariedKind::growth;
  const std::int64_t rate = bound_.discount_rate.micro();
  constexpr std::int64_t two_points = Decimal::scale / 50;
  inputs_.push_back({VariedKind::discount_rate, "discount_rate",
                     ranges.discount_low.value_or(Decimal::from_micro(std::max<std::int64_t>(rate - two_points, 0))),
                     bound_.discount_rate,
                     ranges.discount_high.value_or(Decimal::from_micro(std::min(rate + two_points, Decimal::scale))),
                     true});
  inputs_.push_back({VariedKind::fees, "fees", ranges.fees_low.value_or(Decimal::from_micro(900'000)),
                     Decimal::whole(1), ranges.fees_high.value_or(Decimal::from_micro(1'100'000)), false});
}

std::size_t CaseVariation::find(std::string_view name, Diagnostics& diagnostics) const {
  std::vector<std::string_view> names;
  std::string expected;
  for (const VariedInput& input : inputs_) {
    if (input.name == name) return names.size();
    names.emplace_back(input.name);
    expected += (expected.empty() ? "one of " : ", ") + input.name;
  }
  diagnostics.push_back(mistake("sensitivity.unknown_input", "/business_case",
                                "the business case has no input \"" + std::string(name) + "\"", expected));
  diagnostics.back().nearest = nearest_name(name, names);
  return names.size();
}

bool CaseVariation::set_fees(Decimal multiple) {
  for (std::size_t i = 0; i < fees_.size(); ++i) {
    for (std::size_t month = 0; month < fees_[i].size(); ++month) {
      const Int128 minor =
          divide_rounded(static_cast<Int128>(fees_[i][month]) * multiple.micro(), Decimal::scale, Rounding::half_up);
      if (minor > greatest_month_minor || minor < -greatest_month_minor) return false;
      rows_[i].adjusted[month] = static_cast<std::int64_t>(minor);
    }
    discount(rows_[i]);
  }
  return true;
}

bool CaseVariation::set(std::size_t input, Decimal value) {
  if (inputs_[input].kind == VariedKind::fees) return set_fees(value);
  if (inputs_[input].kind == VariedKind::discount_rate) {
    bound_.discount = discount_factors(value, bound_.convention, bound_.horizon);
    for (Row& row : rows_) discount(row);
    return true;
  }
  bound_.inputs[input].likely = value;
  const bool is_growth = inputs_[input].kind == VariedKind::growth;
  for (std::size_t i = 0; i < bound_.streams.size(); ++i) {
    const CaseStream& stream = bound_.streams[i];
    const bool uses_it = is_growth
                             ? !stream.adoption.empty()
                             : std::find(stream.inputs.begin(), stream.inputs.end(), input) != stream.inputs.end();
    if (!uses_it) continue;
    if (is_growth) regrow(i);
    if (!set_row(i)) return false;
  }
  return true;
}

bool CaseVariation::set_row(std::size_t stream) {
  auto changed = monthly_row(bound_, bound_.streams[stream]);
  if (!changed) return false;
  Row& row = rows_[fees_.size() + stream];
  row.adjusted = std::move(changed->adjusted);
  discount(row);
  return true;
}

// Where all growth is as likely, the very parts of the case: a product in another order may end in another cent.
void CaseVariation::regrow(std::size_t stream) {
  CaseStream& one = bound_.streams[stream];
  const bool is_likely = std::all_of(bound_.growth.begin(), bound_.growth.end(), [&](std::size_t input) {
    return bound_.inputs[input].likely == inputs_[input].likely;
  });
  one.parts = likely_parts_[stream];
  if (is_likely) return;
  double growth = 1;
  for (std::size_t month = 1; month < one.parts.size(); ++month) {
    if (month > 12 && month % 12 == 1) growth *= 1 + to_double(bound_.inputs[bound_.growth[month / 12 - 1]].likely);
    one.parts[month] = one.adoption[month] * growth;
  }
}

CaseWorth CaseVariation::worth() const {
  CaseWorth worth;
  for (const Row& row : rows_) (row.is_cost ? worth.costs : worth.benefits) += row.present;
  return worth;
}

Payback CaseVariation::payback() const {
  std::vector<double> net(bound_.discount.size());
  for (std::size_t month = 0; month < net.size(); ++month) {
    std::int64_t minor = 0;
    for (const Row& row : rows_) minor += row.is_cost ? -row.adjusted[month] : row.adjusted[month];
    net[month] = static_cast<double>(minor);
  }
  return simple_payback(net);
}

Decimal CaseVariation::least(std::size_t input) const {
  return Decimal::whole(inputs_[input].kind == VariedKind::growth ? -1 : 0);
}

Decimal CaseVariation::greatest(std::size_t input) const {
  if (inputs_[input].kind == VariedKind::growth) return Decimal::whole(10);
  if (inputs_[input].is_share) return Decimal::whole(1);
  double per_one = 1;  // the greatest month in minor units where the input is 1
  if (inputs_[input].kind == VariedKind::fees) {
    for (const auto& fees : fees_)
      for (const std::int64_t minor : fees)
        per_one = std::max(per_one, static_cast<double>(minor < 0 ? -minor : minor));
  }
  for (const CaseStream& stream : bound_.streams) {
    if (std::find(stream.inputs.begin(), stream.inputs.end(), input) == stream.inputs.end()) continue;
    double month = static_cast<double>(bound_.currency.minor_per_major());
    for (const std::size_t other : stream.inputs)
      if (other != input) month *= to_double(bound_.inputs[other].likely);
    double part = 0;
    for (const double one : stream.parts) part = std::max(part, one);
    per_one = std::max(per_one, month * part * std::max(1.0, to_double(stream.adjustment)));
  }
  // A little less than what fits, for the product is rounded on its way; a Decimal holds up to 9.2 10^12.
  const double most = std::min(9e12, 0.999999 * static_cast<double>(greatest_month_minor) / per_one);
  return to_decimal(most).value_or(Decimal::whole(1));
}

}  // namespace dealwright::roi
