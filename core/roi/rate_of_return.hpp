#pragma once
// The rates at which flows of money are worth nothing today.

#include <cstdint>
#include <span>
#include <vector>

#include <boost/describe/enum.hpp>

#include "core/roi/annuity.hpp"
#include "core/roi/answer.hpp"
#include "core/roi/unit_roots.hpp"

namespace dealwright::roi {

enum class RateStatus : std::uint8_t { none, one, many };
BOOST_DESCRIBE_ENUM(RateStatus, none, one, many)

struct RateOfReturn {
  double rate = 0;  // of one period, or of a year where flows are dated; to 10^-12 where it is not multiple
  // The net present value touches zero there, or has zeros so close together that a change of the flows in their last
  // two bits decides on them: such zeros are told once.
  bool is_multiple = false;
};

struct RatesOfReturn {
  RateStatus status = RateStatus::none;
  std::vector<RateOfReturn> rates;  // every one above least_rate and up to greatest_rate, from the lowest up
  Fault fault = Fault::no_flows;    // why there is none; none where there is one
};

// IRR: rates at which the flows, of which the first is at time 0 and the others follow a period apart, have a net
// present value of zero. flows[0] may be zero; a rate of exactly zero is told as 0 where the flows sum to zero to
// within their last two bits. Time grows with the square of the periods: some 5 microseconds for 60 of random signs.
RatesOfReturn rates_of_return(std::span<const double> flows);

// XIRR: the same for dated flows at actual days over 365.
RatesOfReturn dated_rates_of_return(std::span<const DatedFlow> flows);

// RATE of an annuity: the rates that fulfil its equation (see annuity.hpp) over a whole number of periods.
RatesOfReturn rates_of(const Annuity& terms);

// MIRR (Lin, "The modified internal rate of return and investment criterion", 1976, as spreadsheets have it): what is
// paid is discounted at the finance rate, what is received grows at the reinvestment rate up to the last period.
// no_sign_change where nothing is paid or nothing received, or there is but one flow.
Answer modified_rate_of_return(std::span<const double> flows, double finance_rate, double reinvestment_rate);

// The same as rates_of_return for many flows in turn, without asking for memory each time.
class RateFinder {
 public:
  const RatesOfReturn& find(std::span<const double> flows);

 private:
  void find_single(bool is_sum_positive);
  void find_all(bool is_sum_positive);
  void add_roots(bool is_discount);

  RatesOfReturn result_;
  std::vector<double> c_, reversed_, forward_, backward_;
  std::vector<Root> roots_;
  UnitRoots isolation_;
};

}  // namespace dealwright::roi
