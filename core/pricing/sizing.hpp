#pragma once
// The quantity of each meter from the customer's profile (docs/pricing.md, "Quantity").

#include <optional>
#include <span>
#include <vector>

#include "core/base/decimal.hpp"
#include "core/model/customer.hpp"
#include "core/pricing/book.hpp"

namespace dealwright::pricing {

// What a term adds: value x factor / per, rounded half up to 6 places; nothing where it does not fit. `quantities` are
// those of the meters that it may name.
std::optional<Decimal> term_quantity(const ResolvedTerm& term, const model::Profile& profile,
                                     std::span<const Decimal> quantities);

// Sets quantities[i] to the average-month quantity of meter i; meters without sizing get 0. Returns the index of the
// first meter whose quantity does not fit a Decimal, or -1.
int size_meters(const Book& book, const model::Profile& profile, std::vector<Decimal>& quantities);

// The greatest, last or total reading, as the meter bills; nothing where the total does not fit. `readings` is not
// empty.
std::optional<Decimal> combine_readings(model::MeterBills bills, std::span<const Decimal> readings);

// The quantity in a month of peak trading: times the peak factor, rounded half up to 6 places, for a meter that follows
// the peak and does not hold it already. Nothing where it does not fit.
std::optional<Decimal> at_peak(const model::Meter& meter, Decimal quantity, Decimal peak_factor);

// Value rounded up to a multiple of step (positive); nothing where it does not fit.
std::optional<Decimal> round_up(Decimal value, Decimal step);

}  // namespace dealwright::pricing
