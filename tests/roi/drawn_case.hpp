#pragma once
// Business cases drawn at random, of one customer and playbook; and their return, the slow way.

#include "core/base/wide.hpp"
#include "core/roi/customer_return.hpp"
#include "tests/roi/case_fixtures.hpp"
#include "tests/support/draw.hpp"

namespace dealwright::tests {

inline model::Estimate drawn_estimate(Draw& draw, std::int64_t least, std::int64_t greatest) {
  model::Estimate one;
  one.likely = Decimal::from_micro(draw.whole(least, greatest));
  if (draw.chance(70)) one.low = Decimal::from_micro(draw.whole(least / 2, one.likely.micro()));
  if (draw.chance(70)) one.high = Decimal::from_micro(draw.whole(one.likely.micro(), greatest));
  return one;
}

// Fees that change month by month, up to three drivers, benefits, efforts and costs; any horizon, rate and convention.
inline Case drawn_case(Draw& draw) {
  Case one = small_case();
  model::BusinessCase& stated = one.stated();
  one.customer.profile.orders_per_month = Decimal::whole(draw.whole(1, 3000));
  one.customer.baselines.push_back({"error-cost", draw.decimal(30, 2), "", {}});
  stated.horizon_months = draw.number(12, 48);
  one.deal.term_months = draw.number(6, 40);
  one.priced.schedule.resize(static_cast<std::size_t>(std::min(36, one.deal.term_months)));
  const std::int64_t fee = draw.whole(0, 200'000);
  for (pricing::PeriodRow& row : one.priced.schedule)
    row.billings.minor = fee + draw.whole(0, 999) + (row.period == 1 ? 500'000 : row.period == 2 ? 300'000 : 0);
  one.priced.totals.mrr_exit.minor = fee;
  stated.discount_rate = draw.decimal(1, 3);
  stated.convention = draw.one_of({model::CaseConvention::annual, model::CaseConvention::monthly});
  stated.after_term = draw.one_of({model::AfterTerm::renewed, model::AfterTerm::ended});
  stated.live_from = draw.number(1, 14);
  stated.growth = Decimal::from_micro(draw.whole(-300'000, 400'000));
  stated.cost_risk = draw.decimal(1, 2);
  if (draw.chance(50)) stated.confidence = draw.decimal(1, 2);
  if (draw.chance(50)) stated.ramp = "usual";
  stated.drivers.clear();
  for (const char* driver : {"reconciliation", "errors", "sales"}) {
    if (!draw.chance(70) && !stated.drivers.empty()) continue;
    model::CaseDriver& use = stated.drivers.emplace_back();
    use.driver = driver;
    if (draw.chance(60)) use.volume = drawn_estimate(draw, 0, 500'000'000);
    if (draw.chance(60)) use.improvement = drawn_estimate(draw, 0, 1'000'000);
    if (draw.chance(30)) use.confidence = draw.decimal(1, 3);
  }
  stated.internal_efforts = {{"Key users", drawn_estimate(draw, 0, 300'000'000), draw.decimal(90, 2), 0, {}}};
  if (draw.chance(60))
    stated.one_off_benefits = {{"Old system sold", draw.decimal(9000, 2), {}, {}, draw.number(0, 12), {}}};
  if (draw.chance(60)) stated.other_costs = {{"Scanners", draw.decimal(900, 2), {}, {}, 1, draw.number(1, 12)}};
  return one;
}

// The return as `run` has it, of documents as they stand.
inline roi::CustomerReturn return_of(const Case& one) {
  Diagnostics found;
  return *roi::customer_return(one.deal, one.customer, &one.playbook, one.priced, found);
}

// The document with one input set for sure; the discount rate and the fees as well.
inline Case with_input(Case one, const std::string& name, Decimal value) {
  model::BusinessCase& stated = one.stated();
  const model::Estimate sure{{}, value, {}};
  for (model::CaseDriver& use : stated.drivers) {
    if (name == use.driver + ".volume") use.volume = sure;
    if (name == use.driver + ".per_unit") use.per_unit = sure;
    if (name == use.driver + ".rate") use.rate = sure;
    if (name == use.driver + ".improvement") use.improvement = sure;
  }
  for (model::InternalEffort& effort : stated.internal_efforts) {
    if (name == effort.name) effort.hours = sure;
    if (name == effort.name + ".hourly_rate") effort.hourly_rate = value;
  }
  for (auto* list : {&stated.one_off_benefits, &stated.other_costs})
    for (model::CaseAmount& amount : *list)
      if (name == amount.name) amount.amount = value;
  if (name == "discount_rate") stated.discount_rate = value;
  if (name != "fees") return one;
  // Month by month, each part rounded half away from zero.
  const auto scaled = [&](std::int64_t minor) {
    const Int128 twice = 2 * static_cast<Int128>(minor) * value.micro();
    return static_cast<std::int64_t>((twice + Decimal::scale) / (2 * Decimal::scale));
  };
  std::int64_t once[] = {0, one.priced.lines[0].net_total.minor, one.priced.lines[1].net_total.minor};
  for (pricing::PricedLine& line : one.priced.lines) line.net_total.minor = scaled(line.net_total.minor);
  for (pricing::PeriodRow& row : one.priced.schedule) {
    const std::int64_t part = row.period <= 2 ? once[row.period] : 0;
    row.billings.minor = scaled(row.billings.minor - part) + scaled(part);
  }
  one.priced.totals.mrr_exit.minor = scaled(one.priced.totals.mrr_exit.minor);
  return one;
}

}  // namespace dealwright::tests
