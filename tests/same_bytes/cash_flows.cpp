#include "tests/same_bytes/cash_flows.hpp"

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "core/roi/annuity.hpp"
#include "core/roi/elementary.hpp"
#include "core/roi/net_present_value.hpp"
#include "core/roi/payback.hpp"
#include "core/roi/rate_of_return.hpp"
#include "core/roi/rates.hpp"
#include "tests/support/draw.hpp"

namespace dealwright::tests {

namespace {

using namespace roi;

// A line of words and bits.
class Line {
 public:
  explicit Line(std::string_view name) : text_(name) {}

  Line& add(double figure) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &figure, sizeof bits);
    text_ += ' ';
    for (int shift = 60; shift >= 0; shift -= 4) text_ += "0123456789abcdef"[(bits >> shift) & 15];
    return *this;
  }
  Line& add(Fault fault) {
    text_ += fault == Fault::none ? "" : " " + diagnostic_of(fault).code;
    return *this;
  }
  Line& add(const Answer& answer) { return add(answer.fault).add(answer.value); }
  Line& add(const Payback& payback) {
    text_ += ' ' + std::to_string(static_cast<int>(payback.status)) + ' ' + std::to_string(payback.first_whole_period);
    return add(payback.fault).add(payback.periods);
  }
  Line& add(const RatesOfReturn& found) {
    for (const RateOfReturn& one : found.rates) {
      add(one.rate);
      if (one.is_multiple) text_ += '*';
    }
    return add(found.fault);
  }
  std::string end() { return text_ + "\n"; }

 private:
  std::string text_;
};

double drawn_between(Draw& draw, double least, double greatest) {
  return least + (greatest - least) * (static_cast<double>(draw.next() >> 11) * 0x1p-53);
}

std::vector<double> drawn_flows(Draw& draw) {
  std::vector<double> flows(static_cast<std::size_t>(draw.number(1, draw.chance(5) ? 601 : 61)));
  const int negative = draw.number(2, 60);
  for (double& flow : flows) {
    flow = static_cast<double>(draw.whole(0, 1000000)) / 100;
    if (draw.chance(negative)) flow = -flow;
  }
  flows[0] = -flows[0];
  return flows;
}

std::string elementary(std::uint64_t index) {
  Draw draw(21, index);
  const double x = drawn_between(draw, -700, 700), y = drawn_between(draw, -1, 1), above = exponential(x);
  return Line("elementary")
      .add(above)
      .add(exponential_less_one(y))
      .add(logarithm(above))
      .add(logarithm_of_one_plus(y))
      .add(real_power(1 + y, x))
      .add(power(1 + y, draw.number(-60, 60)))
      .end();
}

std::string periodic(std::uint64_t index) {
  Draw draw(22, index);
  const std::vector<double> flows = drawn_flows(draw);
  const double rate = drawn_between(draw, -0.5, 1);
  Line line("flows");
  for (const RateConvention convention : {RateConvention::effective, RateConvention::nominal}) {
    line.add(monthly_rate(rate, convention)).add(monthly_net_present_value(flows, rate, convention));
  }
  line.add(annual_net_present_value(flows, rate)).add(simple_payback(flows)).add(discounted_payback(flows, rate));
  return line.add(rates_of_return(flows)).add(modified_rate_of_return(flows, rate, 0.05)).end();
}

std::string dated(std::uint64_t index) {
  Draw draw(23, index);
  std::vector<DatedFlow> flows;
  Date day = *Date::from(2024, 1, 31);
  for (const double amount : drawn_flows(draw)) {
    flows.push_back({day, amount});
    day = day.plus_days(draw.number(0, 45));
    if (flows.size() == 61) break;
  }
  return Line("dated").add(dated_net_present_value(flows, 0.08)).add(dated_rates_of_return(flows)).end();
}

std::string annuity(std::uint64_t index) {
  Draw draw(24, index);
  Annuity terms;
  terms.rate = drawn_between(draw, -0.02, 0.1);
  terms.periods = draw.number(1, 120);
  terms.present = static_cast<double>(draw.whole(0, 10000000));
  terms.future = static_cast<double>(draw.whole(-1000000, 1000000));
  terms.due = draw.chance(50) ? Due::end : Due::begin;
  terms.payment = payment_of(terms).value;
  Line line("annuity");
  line.add(terms.payment).add(present_value_of(terms)).add(future_value_of(terms)).add(periods_of(terms));
  const int period = draw.number(1, static_cast<int>(terms.periods));
  line.add(interest_of(terms, period)).add(principal_of(terms, period)).add(rates_of(terms));
  for (const InstalmentRounding rounding : {InstalmentRounding::none, InstalmentRounding::whole_units}) {
    const AmortisationSchedule schedule = amortisation_schedule(terms, rounding);
    line.add(schedule.interest).add(schedule.instalments.back().payment);
  }
  return line.end();
}

// Zeros that lie on each other, where rounding decides most.
std::string multiple(int times) {
  std::vector<double> flows = {1};
  for (int i = 0; i < times; ++i) {
    flows.push_back(0);
    for (std::size_t k = flows.size() - 1; k > 0; --k) flows[k] -= 1.1 * flows[k - 1];
  }
  return Line("multiple").add(rates_of_return(flows)).end();
}

}  // namespace

std::string cash_flow_figures() {
  std::string text;
  for (std::uint64_t index = 0; index < 2000; ++index) text += elementary(index) + periodic(index) + annuity(index);
  for (std::uint64_t index = 0; index < 200; ++index) text += dated(index);
  for (int times = 1; times <= 20; ++times) text += multiple(times);
  return text;
}

}  // namespace dealwright::tests
