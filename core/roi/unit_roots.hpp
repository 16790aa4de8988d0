#pragma once
// Every zero of a polynomial between 0 and 1.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/roi/root_finder.hpp"

namespace dealwright::roi {

// A polynomial has no more zeros in an interval than its Bernstein coefficients there have changes of sign, and as many
// less an even number (Lane and Riesenfeld, "Bounds on a polynomial", 1981): none or one is certain, an interval with
// more is halved by de Casteljau's scheme. What rounding may have done to a coefficient is bounded, and one below the
// bound counts as either sign. The differences of the coefficients tell the same of the derivative: where it has no
// zero, the signs at the ends decide; where it has one, the sign of the polynomial there.
class UnitRoots {
 public:
  // Appends the zeros x above `least` and below 1, at ln x. c[0], c[n] and the sum of c are not 0, n is at least 1;
  // `bernstein` are the coefficients of c on 0 to 1.
  void find(std::span<const double> c, std::span<const double> bernstein, bool is_sum_positive, double least,
            std::vector<Root>& roots);

 private:
  struct Interval {
    double low = 0, high = 1;
    double scale = 0;  // not below the sum of the magnitudes of the terms at `high`
    int depth = 0;
    bool is_scale_tight = false;
    bool is_positive_at_low = false, is_positive_at_high = false;
  };
  enum class Verdict : std::uint8_t { none, crosses, bends, zero, open };
  // Where the polynomial is zero to within the bound.
  struct Piece {
    double low = 0, high = 0;
  };

  double* row(std::size_t level);
  double error_bound(const Interval& interval) const;
  Verdict judge(Interval& interval, const double* b) const;
  void search(Interval interval, std::size_t level);
  Interval halve(Interval& interval, std::size_t level);
  void settle(Interval interval, Verdict verdict, std::span<const double> b);
  void settle_bend(double low, double high, bool is_positive, double extreme);
  void add_crossing(double low, double high, double start, bool is_positive_at_low);
  void add_pieces();
  void add_piece(Piece piece);
  bool find_extreme(const Piece& piece, double& extreme) const;

  std::span<const double> c_;
  double least_ = 0;
  std::vector<Root>* roots_ = nullptr;
  std::vector<double> rows_;
  std::vector<Piece> pieces_;
};

}  // namespace dealwright::roi
