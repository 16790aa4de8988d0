#pragma once
// Level payments: what finances an amount, period by period.
//
// All quantities are bound by the equation of spreadsheets' PMT family (OASIS, "OpenDocument 1.2 part 2: OpenFormula",
// 6.12.20 FV to 6.12.41 RATE), with rate the rate of one period and due = 1 where payments fall on the begin of a
// period:
//   present (1 + rate)^periods + payment (1 + rate due) ((1 + rate)^periods - 1) / rate + future = 0
// Money received is positive, money paid negative: a loan has a present value above 0 and a payment below.

#include <cstdint>
#include <vector>

#include <boost/describe/enum.hpp>

#include "core/roi/answer.hpp"

namespace dealwright::roi {

enum class Due : std::uint8_t { end, begin };
BOOST_DESCRIBE_ENUM(Due, end, begin)

struct Annuity {
  double rate = 0;     // of one period, as a fraction, above least_rate and up to greatest_rate
  double periods = 0;  // above 0 and up to longest_horizon; need not be whole, except where `period` is asked for
  double payment = 0;
  double present = 0;
  double future = 0;
  Due due = Due::end;
};

// Each reads all members but the one that it returns. Relative error some 10^-14 of the greatest term.
Answer payment_of(const Annuity& terms);        // PMT
Answer present_value_of(const Annuity& terms);  // PV
Answer future_value_of(const Annuity& terms);   // FV
// NPER; negative where the equation holds at so many periods before. no_solution where no number of periods does, such
// as a payment that is below the interest.
Answer periods_of(const Annuity& terms);

// The parts of the payment of one period, 1 to `periods`, which must be whole: its interest and what lowers the balance
// (IPMT, PPMT). The payment is computed from the other terms. Due at the begin, the first has no interest.
Answer interest_of(const Annuity& terms, int period);
Answer principal_of(const Annuity& terms, int period);

struct Instalment {
  double payment = 0;  // all of them with the sign that they have in an Annuity: below 0 of a loan
  double interest = 0;
  double principal = 0;
  double balance = 0;  // owed after it, above 0 of a loan
};

enum class InstalmentRounding : std::uint8_t {
  none,
  whole_units,  // payment and interest half away from zero; amounts are then stated in minor units of a currency
};
BOOST_DESCRIBE_ENUM(InstalmentRounding, none, whole_units)

struct AmortisationSchedule {
  std::vector<Instalment> instalments;  // one a period; empty where there is a fault
  double interest = 0;                  // the sum of their interests, from first to last
  Fault fault = Fault::none;
};

// The instalments that bring `present` to -`future` in a whole number of periods (due at the begin, to what becomes
// -`future` a period after the last payment). The last one pays what is left, so
// that the balance ends there exactly, whatever was rounded before.
AmortisationSchedule amortisation_schedule(const Annuity& terms, InstalmentRounding rounding);

}  // namespace dealwright::roi
