#pragma once
// The beta distribution on [0, 1] behind PERT: alpha = 1 + 4 p and beta = 5 - 4 p for a peak at p.

#include <array>
#include <cstddef>

namespace dealwright::roi {

class PertQuantile {
 public:
  // `peak` lies between 0 and 1, both included.
  explicit PertQuantile(double peak);

  // The probability of at most x, 0 <= x <= 1, to 1e-13; the lesser of it and its complement to a relative error of
  // 1e-12 as well.
  double probability(double x) const;

  struct Point {
    double value = 0;  // of which the probability is the one asked for, to 1e-12 of the value
    double slope = 0;  // of the value over the probability
  };
  // `probability` lies strictly between 0 and 1. Starts from the point found before, so that neighbours come fast.
  Point at(double probability);
  // The distance of the value to 1, and its slope, by the probability of lying above: both keep their places where they
  // are small.
  Point at_complement(double complement);

 private:
  // One half of [0, 1] as seen from its end: the probability of at most x is x^alpha times a polynomial of x, by the
  // binomial series of the density (DLMF 8.17.7), of which x <= 1/2 needs no more than these terms.
  static constexpr std::size_t terms = 56;
  struct Half {
    double alpha = 1;
    std::array<double, terms> density{};
    std::array<double, terms> sum{};
  };
  struct Value {
    double probability = 0;  // of at most x
    double density = 0;
  };
  // The point that was found last.
  struct Known {
    double x = 0.5;
    double probability = 0.5;
    double density = 1;
  };
  struct Side {
    Half half;
    Known known;
  };
  static Value evaluate(const Half& half, double x);
  static Point solve(Side& near, const Side& far, double probability);

  Side low_;
  Side high_;
};

}  // namespace dealwright::roi
