#include "tests/pricing/reference/quantity.hpp"

#include <algorithm>
#include <optional>

#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

namespace dealwright::reference {

namespace {

std::optional<Decimal> fact(const model::Profile& profile, const std::string& name) {
  std::optional<Decimal> value;
  boost::mp11::mp_for_each<boost::describe::describe_members<model::Profile, boost::describe::mod_public>>(
      [&](auto member) {
        if (name == member.name) value = profile.*member.pointer;
      });
  return value;
}

Rational term(const Documents& documents, const model::SizingTerm& term) {
  const auto number = fact(documents.customer.profile, term.of);
  const Rational value = number ? exact(*number) : sized(documents, term.of);
  return round_to_six_places(value * exact(term.factor) / exact(term.per));
}

Rational peak_factor(const Documents& documents) {
  return exact(documents.customer.profile.peak_factor);
}

// Meters that bill the peak or are sized at it hold it already.
bool grows_at_peak(const model::Meter& meter) {
  return meter.follows_peak && meter.bills != model::MeterBills::peak && !(meter.sizing && meter.sizing->at_peak);
}

Rational at_view(const Documents& documents, const model::Meter& meter, const Rational& quantity, View view) {
  if (view != View::peak || !grows_at_peak(meter)) return quantity;
  return round_to_six_places(quantity * peak_factor(documents));
}

Rational together(const std::vector<Decimal>& readings, model::MeterBills bills) {
  if (bills == model::MeterBills::last) return exact(readings.back());
  if (bills == model::MeterBills::peak) return exact(*std::max_element(readings.begin(), readings.end()));
  Rational sum = 0;
  for (const auto reading : readings) sum += exact(reading);
  return sum;
}

Rational convert(const model::Component& component, const Rational& metered) {
  return round_to_six_places(metered / exact(component.units_per));
}

Rational convert_and_round(const model::Component& component, const Rational& metered) {
  const Rational converted = convert(component, metered);
  return component.unit_rounding == model::UnitRounding::up ? Rational(round_up(converted)) : converted;
}

Rational included_of(const Documents& documents, const LineOfDeal& line) {
  if (line.from_package && !line.component->meter.empty()) {
    for (const auto& boundary : package_of(documents)->fair_use) {
      if (boundary.meter == line.component->meter) return convert(*line.component, exact(boundary.included));
    }
  }
  if (line.variant && line.variant->included) return exact(*line.variant->included);
  return exact(line.component->included);
}

}  // namespace

Rational sized(const Documents& documents, const std::string& meter_id) {
  const auto* meter = find_meter(documents.book, meter_id);
  if (!meter->sizing) return 1;
  const auto& rule = *meter->sizing;
  Rational quantity = exact(rule.base);
  for (const auto& one : rule.terms) quantity += term(documents, one);
  if (rule.at_peak) quantity = round_to_six_places(quantity * peak_factor(documents));
  if (rule.limit_base || !rule.limit_terms.empty()) {
    Rational limit = exact(rule.limit_base.value_or(Decimal()));
    for (const auto& one : rule.limit_terms) limit += term(documents, one);
    if (quantity > limit) quantity = limit;
  }
  if (rule.step) quantity = round_up(quantity / exact(*rule.step)) * exact(*rule.step);
  if (rule.at_least && quantity < exact(*rule.at_least)) quantity = exact(*rule.at_least);
  return quantity < 0 ? Rational(0) : quantity;
}

Rational sized(const Documents& documents, const std::string& meter_id, View view) {
  return at_view(documents, *find_meter(documents.book, meter_id), sized(documents, meter_id), view);
}

Quantities quantities_of(const Documents& documents, const LineOfDeal& line, int period, View view) {
  const auto& component = *line.component;
  const auto* meter = component.meter.empty() ? nullptr : find_meter(documents.book, component.meter);
  const auto* segment = line.segment(period);
  Quantities result;
  if (segment && segment->quantity) {
    result.metered = exact(*segment->quantity);
  } else if (line.line && line.line->quantity) {
    result.metered = exact(*line.line->quantity);
  } else if (line.line && !line.line->readings.empty()) {
    result.metered = together(line.line->readings, meter->bills);
    for (const auto reading : line.line->readings) {
      result.readings.push_back(convert_and_round(component, at_view(documents, *meter, exact(reading), view)));
    }
  } else if (meter) {
    result.metered = sized(documents, component.meter);
  } else {
    result.metered = 1;
  }
  if (meter) result.metered = at_view(documents, *meter, result.metered, view);
  result.converted = convert_and_round(component, result.metered);
  if (!line.is_percentage_of_components()) result.included = included_of(documents, line);
  result.billable = result.converted > result.included ? Rational(result.converted - result.included) : Rational(0);
  result.count = meter ? Rational(1) : result.metered;
  return result;
}

}  // namespace dealwright::reference
