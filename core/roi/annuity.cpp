#include "core/roi/annuity.hpp"

#include <cmath>
#include <cstddef>

#include "core/roi/elementary.hpp"

namespace dealwright::roi {

namespace {

// The equation is present `of_present` + payment `of_payment` + future `of_future` = 0, stated at whichever end of the
// time keeps all three small.
struct Weights {
  double of_present = 1;
  double of_payment = 0;
  double of_future = 1;
};

Weights weights_of(const Annuity& terms) {
  const double growth = terms.periods * logarithm_of_one_plus(terms.rate);
  Weights weights;
  (growth > 0 ? weights.of_future : weights.of_present) = exponential(-std::abs(growth));
  // Without a loss of digits where the rate is close to zero; the limit there is the number of periods.
  const double change = std::abs(exponential_less_one(-std::abs(growth)));
  weights.of_payment = std::abs(terms.rate) > 0 ? change / std::abs(terms.rate) : terms.periods;
  if (terms.due == Due::begin) weights.of_payment *= 1 + terms.rate;
  return weights;
}

Fault fault_of_amounts(double first, double second) {
  if (const Fault fault = fault_of_amount(first); fault != Fault::none) return fault;
  return fault_of_amount(second);
}

Fault fault_of_time(const Annuity& terms) {
  if (const Fault fault = fault_of_rate(terms.rate); fault != Fault::none) return fault;
  return terms.periods > 0 && terms.periods <= longest_horizon ? Fault::none : Fault::bad_term;
}

Fault first_of(Fault fault, Fault other) {
  return fault != Fault::none ? fault : other;
}

bool is_whole(double periods) {
  return !(std::floor(periods) < periods);
}

// What is owed after the last payment. Due at the begin, a period follows it before `future` is reached.
double final_balance(const Annuity& terms) {
  return -terms.future / (terms.due == Due::begin ? 1 + terms.rate : 1);
}

// What is owed after so many payments: looking ahead where a look back would multiply its errors by the growth.
double balance_after(const Annuity& terms, double payment, int payments) {
  if (payments == 0) return terms.present;
  if (payments >= terms.periods) return final_balance(terms);
  // Seen from a payment, the others lie at the end of the periods that follow it, or that went before.
  Annuity part = terms;
  part.due = Due::end;
  part.payment = payment;
  part.future = -final_balance(terms);
  if (terms.rate > 0) {
    part.periods = terms.periods - payments;
    return present_value_of(part).value;
  }
  if (terms.due == Due::begin) {
    part.present = terms.present + payment;
    part.periods = payments - 1;
    if (payments == 1) return part.present;
  } else {
    part.periods = payments;
  }
  return -future_value_of(part).value;
}

double interest_on(const Annuity& terms, double balance, int period) {
  return terms.due == Due::begin && period == 1 ? 0 : -balance * terms.rate;
}

Answer part_of(const Annuity& terms, int period, bool is_interest) {
  const Answer payment = payment_of(terms);
  if (!payment.has_value()) return payment;
  if (!is_whole(terms.periods) || period < 1 || period > terms.periods) return {0, Fault::bad_term};
  const double interest = interest_on(terms, balance_after(terms, payment.value, period - 1), period);
  return answer_of(is_interest ? interest : payment.value - interest);
}

double half_away_from_zero(double amount) {
  return amount < 0 ? -std::floor(0.5 - amount) : std::floor(0.5 + amount);
}

}  // namespace

Answer payment_of(const Annuity& terms) {
  const Fault fault = first_of(fault_of_amounts(terms.present, terms.future), fault_of_time(terms));
  if (fault != Fault::none) return {0, fault};
  const Weights weights = weights_of(terms);
  return answer_of(-(terms.present * weights.of_present + terms.future * weights.of_future) / weights.of_payment);
}

Answer present_value_of(const Annuity& terms) {
  const Fault fault = first_of(fault_of_amounts(terms.payment, terms.future), fault_of_time(terms));
  if (fault != Fault::none) return {0, fault};
  const Weights weights = weights_of(terms);
  return answer_of(-(terms.payment * weights.of_payment + terms.future * weights.of_future) / weights.of_present);
}

Answer future_value_of(const Annuity& terms) {
  const Fault fault = first_of(fault_of_amounts(terms.payment, terms.present), fault_of_time(terms));
  if (fault != Fault::none) return {0, fault};
  const Weights weights = weights_of(terms);
  return answer_of(-(terms.payment * weights.of_payment + terms.present * weights.of_present) / weights.of_future);
}

Answer periods_of(const Annuity& terms) {
  const Fault fault = first_of(first_of(fault_of_amounts(terms.present, terms.future), fault_of_amount(terms.payment)),
                               fault_of_rate(terms.rate));
  if (fault != Fault::none) return {0, fault};
  if (!(std::abs(terms.rate) > 0)) {
    if (!(std::abs(terms.payment) > 0)) return {0, Fault::no_solution};
    return answer_of(-(terms.present + terms.future) / terms.payment);
  }
  // (1 + rate)^periods is the ratio of the two; its logarithm without a loss of digits where it is close to 1.
  const double perpetual = terms.payment * (terms.due == Due::begin ? 1 + terms.rate : 1);
  const double after = perpetual - terms.future * terms.rate, before = perpetual + terms.present * terms.rate;
  if (!(after > 0 && before > 0) && !(after < 0 && before < 0)) return {0, Fault::no_solution};
  const double gain = -(terms.future + terms.present) * terms.rate / before;
  return answer_of(logarithm_of_one_plus(gain) / logarithm_of_one_plus(terms.rate));
}

Answer interest_of(const Annuity& terms, int period) {
  return part_of(terms, period, true);
}

Answer principal_of(const Annuity& terms, int period) {
  return part_of(terms, period, false);
}

AmortisationSchedule amortisation_schedule(const Annuity& terms, InstalmentRounding rounding) {
  AmortisationSchedule schedule;
  const Answer level = payment_of(terms);
  schedule.fault = level.fault;
  if (schedule.fault == Fault::none && !is_whole(terms.periods)) schedule.fault = Fault::bad_term;
  if (schedule.fault != Fault::none) return schedule;
  const bool is_rounded = rounding == InstalmentRounding::whole_units;
  const double payment = is_rounded ? half_away_from_zero(level.value) : level.value;
  const int periods = static_cast<int>(terms.periods);
  schedule.instalments.reserve(static_cast<std::size_t>(periods));
  double balance = terms.present;
  for (int period = 1; period <= periods; ++period) {
    Instalment next;
    next.payment = payment;
    next.interest = interest_on(terms, balance, period);
    if (is_rounded) next.interest = half_away_from_zero(next.interest);
    next.principal = next.payment - next.interest;
    next.balance = is_rounded ? balance + next.principal : balance_after(terms, payment, period);
    if (period == periods) {
      next.balance = is_rounded ? half_away_from_zero(final_balance(terms)) : final_balance(terms);
      next.principal = next.balance - balance;
      next.payment = next.principal + next.interest;
    }
    balance = next.balance;
    schedule.interest += next.interest;
    schedule.instalments.push_back(next);
  }
  return schedule;
}

}  // namespace dealwright::roi
