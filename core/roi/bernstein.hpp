#pragma once
// Polynomials by their Bernstein coefficients, which have the signs that the polynomial has.

#include <span>

namespace dealwright::roi {

// From the coefficients c[k] of powers x^k up to x^n: those of Bernstein's polynomials of degree n on 0 to 1, and the
// same for the polynomial whose coefficients stand the other way round. One pass of n^2/2 sums gives both.
void bernstein_coefficients(std::span<const double> c, std::span<double> forward, std::span<double> backward);

// Of a polynomial's coefficients on an interval: those on its right half in their place, those on its left half in
// `left` (de Casteljau's scheme at one half). Errors grow by one rounding a degree.
void halve_bernstein(std::span<double> coefficients, std::span<double> left);

}  // namespace dealwright::roi
