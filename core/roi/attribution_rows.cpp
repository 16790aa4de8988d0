#include "core/roi/attribution_rows.hpp"

#include <array>
#include <utility>

#include "core/base/words.hpp"
#include "core/document/type.hpp"
#include "core/roi/elementary.hpp"
#include "core/roi/fee_parts.hpp"
#include "core/roi/rounding.hpp"

namespace dealwright::roi {

namespace {

constexpr std::size_t kinds = 4;
constexpr std::array<DifferenceKind, kinds> kind_of_stream{DifferenceKind::driver, DifferenceKind::one_off_benefit,
                                                           DifferenceKind::internal_effort, DifferenceKind::other_cost};

// Of a driver's input what stands behind its id; of anything else by its place.
std::string multiplier_name(const CaseStream& stream, std::size_t place, const BoundCase& bound) {
  if (stream.kind == StreamKind::driver) {
    const std::string& name = bound.inputs[stream.inputs[place]].name;
    return name.substr(name.rfind('.') + 1);
  }
  if (stream.kind != StreamKind::internal_effort) return "amount";
  return place == 0 ? "hours" : "hourly_rate";
}

AttributedRow stream_row(const BoundCase& own, const CaseStream& stream, const BoundCase& longer,
                         const CaseStream& longer_stream, Decimal growth) {
  AttributedRow row;
  row.kind = kind_of_stream[static_cast<std::size_t>(stream.kind)];
  row.id = stream.id;
  row.name = stream.name;
  row.key = stream.id.empty() ? stream.name : stream.id;
  row.is_cost = stream.is_cost();
  const auto laid_out = monthly_row(own, stream);
  row.present = laid_out ? present_value(laid_out->adjusted, own.discount) : 0;
  if (row.is_cost) row.present = -row.present;
  for (std::size_t i = 0; i < stream.inputs.size(); ++i)
    row.multipliers.push_back({multiplier_name(stream, i, own), own.inputs[stream.inputs[i]].likely, {}});
  row.multipliers.push_back({row.is_cost ? "risk" : "confidence", stream.adjustment, {}});
  row.timing = longer_stream.parts;
  if (stream.kind == StreamKind::driver) row.growth = growth;
  for (int month = 0; month <= longer.horizon; ++month)
    row.growth_by_month.push_back(month == 0 ? 1 : power(1 + to_double(row.growth), (month - 1) / 12));
  return row;
}

AttributedRow fee_row(const MonthlyRow& fees, DifferenceKind kind, const std::vector<double>& discount,
                      const std::vector<FeePart>& parts, const MonthlyRow& longer) {
  AttributedRow row;
  row.kind = kind;
  row.key = row.id = fees.id;
  row.name = fees.name;
  row.is_cost = true;
  row.present = -present_value(fees.adjusted, discount);
  std::vector<double> left(longer.adjusted.begin(), longer.adjusted.end());
  const auto words = document::type_of<model::ServiceLine>().choices;
  for (std::size_t s = 0; s < model::service_line_count; ++s) {
    ServiceLineFlow& flow = row.flows.emplace_back();
    flow.service_line = words[s];
    flow.months.assign(left.size(), 0);
    for (const FeePart& part : parts) {
      if (part.is_one_off != (kind == DifferenceKind::fees_one_off) || static_cast<std::size_t>(part.service_line) != s)
        continue;
      flow.is_there = true;
      for (std::size_t month = 0; month < left.size(); ++month) {
        flow.months[month] += static_cast<double>(part.months[month]);
        left[month] -= static_cast<double>(part.months[month]);
      }
    }
  }
  row.flows.push_back({"", true, std::move(left)});
  return row;
}

}  // namespace

std::optional<ScenarioRows> scenario_rows(const Scenario& scenario, int horizon, Diagnostics& diagnostics) {
  const auto own = bind_case(scenario.deal, scenario.customer, scenario.playbook, diagnostics);
  if (!own) return std::nullopt;
  const auto monthly = monthly_case(*own, scenario.priced, diagnostics);
  if (!monthly) return std::nullopt;
  model::Deal longer = scenario.deal;
  longer.business_case->horizon_months = horizon;
  longer.business_case->growth = Decimal();
  longer.business_case->growth_low.reset();
  longer.business_case->growth_high.reset();
  // What is amiss was told of the case as it stands; what lies after its own horizon is none of its mistakes.
  Diagnostics again;
  auto bound = bind_case(longer, scenario.customer, scenario.playbook, again);
  if (!bound) return std::nullopt;
  const auto longer_monthly = monthly_case(*bound, scenario.priced, again);
  if (!longer_monthly) {
    diagnostics.insert(diagnostics.end(), again.begin(), again.end());
    return std::nullopt;
  }
  ScenarioRows out;
  out.horizon = own->horizon;
  const std::vector<FeePart> parts = fee_parts(scenario.deal, scenario.priced, horizon);
  for (std::size_t i = 0; i < 2; ++i)
    out.rows.push_back(fee_row(monthly->costs[i],
                               i == 0 ? DifferenceKind::fees_one_off : DifferenceKind::fees_recurring, own->discount,
                               parts, longer_monthly->costs[i]));
  for (std::size_t i = 0; i < own->streams.size(); ++i)
    out.rows.push_back(
        stream_row(*own, own->streams[i], *bound, bound->streams[i], scenario.deal.business_case->growth));
  out.bound = std::move(*bound);
  return out;
}

std::vector<Multiplier> paired(const AttributedRow& before, const AttributedRow& after) {
  std::vector<Multiplier> pairs = before.multipliers;
  for (Multiplier& pair : pairs) pair.after = Decimal::whole(1);
  for (const Multiplier& other : after.multipliers) {
    Multiplier* match = nullptr;
    for (Multiplier& pair : pairs)
      if (pair.name == other.name) match = &pair;
    if (match == nullptr) match = &pairs.emplace_back(Multiplier{other.name, Decimal::whole(1), {}});
    match->after = other.before;
  }
  return pairs;
}

const char* timing_word(DifferenceKind kind) {
  return kind == DifferenceKind::driver ? "adoption" : "months";
}

double value_of(Decimal value) {
  return to_double(value);
}

bool is_other(const std::vector<double>& a, const std::vector<double>& b) {
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i] < b[i] || a[i] > b[i]) return true;
  return false;
}

}  // namespace dealwright::roi
