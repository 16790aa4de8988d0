#pragma once
// What many results come to: quantiles, moments, shares and a histogram, in the same bytes however they were computed.
// Values are finite, of a magnitude up to 1e300.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dealwright::roi {

// The quantiles of the values at the given probabilities (0 to 1, in ascending order) by linear interpolation between
// order statistics: with n values, at place (n - 1) p, counted from 0 (Hyndman and Fan, "Sample quantiles in
// statistical packages", The American Statistician 50, 1996, definition 7). P10 is that of 0.1: one chance in ten of
// being lower. Empty where there are no values. Linear time.
std::vector<double> quantiles(std::span<const double> values, std::span<const double> probabilities);

struct Moments {
  double mean = 0;
  double deviation = 0;       // standard deviation, with n - 1; 0 of fewer than two values
  double standard_error = 0;  // of the mean: deviation / sqrt(n)
  double least = 0;
  double greatest = 0;
};

// Sums are taken pairwise (Higham, "The accuracy of floating point summation", 1993), in an order that the number of
// values alone decides. All 0 where there are no values.
Moments moments(std::span<const double> values);

// The share of the values that are above the bound; 0 where there are none.
double share_above(std::span<const double> values, double bound);
// The share of the trials that are paid back by the end of the period; 0 where there are none.
double share_paid_back(std::span<const std::uint16_t> payback, std::uint16_t period);

struct Histogram {
  double low = 0;    // where the first bin begins
  double width = 0;  // of each bin; 0 where all values are the same, which then are in one bin
  std::vector<std::uint64_t> counts;
};

// Between the least and the greatest value, both of which are in a bin; each bin has its lower bound, the last one its
// upper as well. No bins where there are no values. `bins` is 1 to 4096.
Histogram histogram(std::span<const double> values, std::size_t bins);

// A point of the S-curve: with this probability a value is at most that much.
struct CurvePoint {
  double value = 0;
  double probability = 0;
};

// The quantiles at as many probabilities, evenly from 0 to 1. `points` is 2 to 1001; none where there are no values.
std::vector<CurvePoint> s_curve(std::span<const double> values, std::size_t points);

}  // namespace dealwright::roi
