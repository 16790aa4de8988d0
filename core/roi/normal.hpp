#pragma once
// The standard normal distribution, with the same last bit everywhere. Arguments are finite.

namespace dealwright::roi {

// 1 / sqrt(2 pi) e^(-x^2 / 2), to a relative error of 1e-15; 0 where it would be below the least normal double.
double normal_density(double x);

// The probability of at most x, to a relative error of 1e-15 in both tails, down to x = -37 (Cody, "Rational Chebyshev
// approximations for the error function", Mathematics of Computation 23, 1969, as arranged in his algorithm 715, 1993).
double normal_distribution(double x);

// The x of which normal_distribution() is `probability`, to a relative error of 1e-15 (Wichura, "Algorithm AS 241: the
// percentage points of the normal distribution", Applied Statistics 37, 1988, PPND16). `probability` lies strictly
// between 0 and 1; one that does not counts as the nearest double that does.
double normal_quantile(double probability);

}  // namespace dealwright::roi
