#pragma once
// A distribution prepared for drawing strips of it: by its quantile function, so that more of the uniform number is
// more of the value.

#include <vector>

#include "core/roi/distribution.hpp"
#include "core/roi/strip_kernels.hpp"

namespace dealwright::roi {

// Uniform, triangular and discrete values are exact up to rounding. The others are read from a table of cubics, whose
// error is below 5e-8 of high - low (PERT), 1e-7 of the standard deviation (normal), and 5e-7 of the standard deviation
// of the logarithm, times the value (lognormal).
class Sampler {
 public:
  // Of a sound distribution.
  explicit Sampler(const Distribution& distribution);

  // Whether there is but one value: then nothing is drawn.
  bool is_fixed() const { return form_ == Form::fixed; }
  double fixed_value() const { return values_.front(); }
  // No drawn value has a greater magnitude, but for rounding.
  double greatest_magnitude() const { return greatest_; }

  // The values of trials_per_strip centred numbers.
  void run(const StripKernels& kernels, double* out, const double* centred) const;
  // The same for a variable of its own, with room for as many numbers in `scratch`.
  void draw(const StripKernels& kernels, double* out, double* scratch, std::uint64_t seed, std::uint64_t strip,
            std::uint32_t variable) const;
  // Numbers whose order is that of the values, evenly spread over the ranks: the centred numbers themselves, or of a
  // discrete value the middle of those that it is drawn for.
  void rank(const StripKernels& kernels, double* out, const double* centred) const;

 private:
  enum class Form : std::uint8_t { fixed, linear, root, steps, table };

  void prepare(const Distribution& distribution);
  void prepare_steps(const Distribution& distribution);
  void prepare_pert(const Distribution& distribution);
  void prepare_normal(const Distribution& distribution);

  Form form_ = Form::fixed;
  double centre_ = 0;
  double scale_ = 0;
  RootNumbers root_;
  double greatest_ = 0;
  std::vector<double> values_;  // of fixed and steps; the cells of a table
  std::vector<double> thresholds_;
  std::vector<double> middles_;  // of steps
};

// The table of the standard normal distribution's quantiles, to an error of 1e-7.
std::vector<double> normal_quantile_table();
// For the kernel `bell`: the probability that it gives has a relative error below 1e-6 or lies within 2^-32.
std::vector<double> bell_table();

}  // namespace dealwright::roi
