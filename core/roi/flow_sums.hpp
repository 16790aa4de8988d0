#pragma once
// Sums of flows at a discount, with all that a search for their zeros asks for.

#include <span>

namespace dealwright::roi {

// A sum of terms at one place, and its derivative by the logarithm of what the terms are powers of. A common factor
// above 0 of all of it changes nothing that is asked of it.
struct Sample {
  double value = 0;
  double slope = 0;
  double scale = 0;        // the sum of the magnitudes of the terms
  double scale_slope = 0;  // its derivative
  double noise = 0;        // changes of the flows in their last two bits may change the value by that much
};

// c[0] + c[1] x + c[2] x^2 + ... for x from 0 to 1. The value is computed as if with twice the precision and rounded
// then (Graillat, Langlois and Louvet, "Compensated Horner scheme", 2005), so that its sign is right down to flows
// that cancel to the last bit.
Sample sample_of_powers(std::span<const double> c, double x);

// What is spent at time[i] years, discounted: sum of c[i] e^(-s time[i]), derived by s.
Sample sample_of_dated(std::span<const double> c, std::span<const double> time, double s);

}  // namespace dealwright::roi
