#include "core/roi/unit_roots.hpp"

#include <algorithm>
#include <cmath>

#include "core/base/stable_order.hpp"
#include "core/roi/bernstein.hpp"
#include "core/roi/elementary.hpp"

namespace dealwright::roi {

namespace {

constexpr double unit = 0x1p-53;
constexpr int deepest = 60;

// Changes of sign, at most: a number within the bound may have either.
struct Changes {
  int most = 0;
  bool is_open = false;
};

class Counter {
 public:
  explicit Counter(double bound) : bound_(bound) {}

  void add(double number) {
    if (std::abs(number) > bound_) return add_sign(number > 0);
    changes_.is_open = true;
    if (has_sign_) add_sign(!is_positive_);
  }
  void add_sign(bool is_positive) {
    changes_.most += static_cast<int>(has_sign_ && is_positive != is_positive_);
    has_sign_ = true;
    is_positive_ = is_positive;
  }
  Changes changes() const { return changes_; }

 private:
  double bound_;
  Changes changes_;
  bool has_sign_ = false, is_positive_ = false;
};

double scale_at(std::span<const double> coefficients, double x) {
  const double* c = coefficients.data();
  double scale = 0;
  for (std::size_t k = coefficients.size(); k-- > 0;) scale = scale * x + std::abs(c[k]);
  return scale;
}

std::vector<double> derivative_of(std::span<const double> c) {
  std::vector<double> derivative(c.size() - 1);
  for (std::size_t k = 1; k < c.size(); ++k) derivative[k - 1] = static_cast<double>(k) * c[k];
  return derivative;
}

bool is_certain(const Sample& sample) {
  return std::abs(sample.value) > sample.noise;
}

// Where the polygon through the coefficients crosses zero for the last time, as a share of the interval.
double polygon_crossing(std::span<const double> b) {
  const std::size_t n = b.size() - 1;
  for (std::size_t i = n; i-- > 0;) {
    if ((b[i] > 0) == (b[i + 1] > 0)) continue;
    return (static_cast<double>(i) + b[i] / (b[i] - b[i + 1])) / static_cast<double>(n);
  }
  return 0.5;
}

}  // namespace

void UnitRoots::find(std::span<const double> c, std::span<const double> bernstein, bool is_sum_positive, double least,
                     std::vector<Root>& roots) {
  c_ = c;
  least_ = least;
  roots_ = &roots;
  pieces_.clear();
  std::copy(bernstein.begin(), bernstein.end(), row(0));
  Interval whole;
  whole.scale = scale_at(c, 1);
  whole.is_scale_tight = true;
  whole.is_positive_at_low = c.front() > 0;
  whole.is_positive_at_high = is_sum_positive;
  search(whole, 0);
  add_pieces();
}

double* UnitRoots::row(std::size_t level) {
  if (rows_.size() < (level + 1) * c_.size()) rows_.resize((level + 1) * c_.size());
  return rows_.data() + level * c_.size();
}

// Each coefficient is a sum of positive shares of the first ones, whose errors with those of n sums and of as many in
// each halving add up; as Bernstein coefficients of the sum of magnitudes they are greatest at the high end.
double UnitRoots::error_bound(const Interval& interval) const {
  return ((5.0 + 2.0 * interval.depth) * static_cast<double>(c_.size()) + 8) * unit * interval.scale;
}

UnitRoots::Verdict UnitRoots::judge(Interval& interval, const double* b) const {
  const std::size_t n = c_.size() - 1;
  const bool is_change = interval.is_positive_at_low != interval.is_positive_at_high;
  while (true) {
    const double bound = error_bound(interval);
    Counter values(bound), differences(2 * bound);
    values.add_sign(interval.is_positive_at_low);
    for (std::size_t i = 1; i < n; ++i) values.add(b[i]);
    values.add_sign(interval.is_positive_at_high);
    const Changes of_values = values.changes();
    if (of_values.most < 2) return is_change ? Verdict::crosses : Verdict::none;

    for (std::size_t i = 1; i <= n; ++i) differences.add(b[i] - b[i - 1]);
    const Changes of_slope = differences.changes();
    if (!of_slope.is_open && of_slope.most < 2) {
      if (is_change) return Verdict::crosses;
      return of_slope.most == 0 ? Verdict::none : Verdict::bends;
    }
    if (!of_values.is_open && !of_slope.is_open) return Verdict::open;
    if (interval.is_scale_tight) {
      const bool is_zero = std::all_of(b, b + n + 1, [bound](double one) { return std::abs(one) <= bound; });
      return is_zero || interval.depth >= deepest ? Verdict::zero : Verdict::open;
    }
    interval.scale = scale_at(c_, interval.high);
    interval.is_scale_tight = true;
  }
}

void UnitRoots::search(Interval interval, std::size_t level) {
  while (interval.high > least_) {
    const Verdict verdict = judge(interval, row(level));
    if (verdict != Verdict::open) return settle(interval, verdict, {row(level), c_.size()});
    const Interval left = halve(interval, level);
    search(left, level + 1);
  }
}

// The left half goes to the next level and is returned, the right one takes the place of the whole.
UnitRoots::Interval UnitRoots::halve(Interval& interval, std::size_t level) {
  const std::size_t size = c_.size();
  const std::span<double> left_b(row(level + 1), size), right_b(row(level), size);
  halve_bernstein(right_b, left_b);

  const double middle = 0.5 * (interval.low + interval.high);
  ++interval.depth;
  const double bound = error_bound(interval);
  Interval left = interval;
  left.high = interval.low = middle;
  left.is_scale_tight = false;
  left.is_positive_at_high = interval.is_positive_at_low = left_b.back() > 0;
  if (std::abs(left_b.back()) > bound) return left;
  const Sample sample = sample_of_powers(c_, middle);
  left.is_positive_at_high = interval.is_positive_at_low = sample.value > 0;
  if (is_certain(sample)) return left;

  // A zero just at the middle: the halves are open there, with the signs that they have beside it.
  const auto is_beyond = [bound](double one) { return std::abs(one) > bound; };
  const auto before = std::find_if(left_b.rbegin(), left_b.rend(), is_beyond);
  const auto after = std::find_if(right_b.begin(), right_b.end(), is_beyond);
  left.is_positive_at_high = before == left_b.rend() ? left.is_positive_at_low : *before > 0;
  interval.is_positive_at_low = after == right_b.end() ? interval.is_positive_at_high : *after > 0;
  if (std::abs(sample.slope) > 16 * static_cast<double>(size) * sample.noise) {
    roots_->push_back({logarithm(middle) - sample.value / sample.slope, false});
  } else {
    pieces_.push_back({middle, middle});
  }
  return left;
}

void UnitRoots::settle(Interval interval, Verdict verdict, std::span<const double> b) {
  if (verdict == Verdict::none) return;
  if (verdict == Verdict::zero) {
    pieces_.push_back({std::max(interval.low, least_), interval.high});
    return;
  }
  const double start = interval.low + (interval.high - interval.low) * polygon_crossing(b);
  if (interval.low < least_) {
    interval.low = least_;
    interval.is_positive_at_low = sample_of_powers(c_, least_).value > 0;
    if (verdict == Verdict::bends && interval.is_positive_at_low != interval.is_positive_at_high) {
      verdict = Verdict::crosses;
    }
  }
  if (verdict == Verdict::crosses) {
    if (interval.is_positive_at_low == interval.is_positive_at_high) return;  // the zero lies below the least
    add_crossing(logarithm(interval.low), logarithm(interval.high), logarithm(start), interval.is_positive_at_low);
    return;
  }
  const std::vector<double> derivative = derivative_of(c_);
  const bool is_rising = sample_of_powers(derivative, interval.low).value > 0;
  if (is_rising == (sample_of_powers(derivative, interval.high).value > 0)) return;
  const double low = logarithm(interval.low), high = logarithm(interval.high);
  const auto slope_at = [&](double place) { return sample_of_powers(derivative, exponential(place)); };
  const double extreme = crossing(slope_at, low, high, 0.5 * (low + high), is_rising);
  settle_bend(low, high, interval.is_positive_at_high, extreme);
}

// Between the places, given as logarithms and with the same sign at both, it has one extreme.
void UnitRoots::settle_bend(double low, double high, bool is_positive, double extreme) {
  const Sample sample = sample_of_powers(c_, exponential(extreme));
  if (!is_certain(sample)) {
    roots_->push_back({extreme, true});
  } else if ((sample.value > 0) != is_positive) {
    add_crossing(low, extreme, 0.5 * (low + extreme), is_positive);
    add_crossing(extreme, high, 0.5 * (extreme + high), !is_positive);
  }
}

void UnitRoots::add_crossing(double low, double high, double start, bool is_positive_at_low) {
  const auto value_at = [this](double place) { return sample_of_powers(c_, exponential(place)); };
  if (!(start > low && start < high)) start = 0.5 * (low + high);
  roots_->push_back({crossing(value_at, low, high, start, is_positive_at_low), false});
}

void UnitRoots::add_pieces() {
  sort_stably(pieces_, [](const Piece& a, const Piece& b) { return a.low < b.low; });
  for (std::size_t i = 0; i < pieces_.size();) {
    Piece piece = pieces_[i++];
    while (i < pieces_.size() && pieces_[i].low <= piece.high) piece.high = std::max(piece.high, pieces_[i++].high);
    add_piece(piece);
  }
}

void UnitRoots::add_piece(Piece piece) {
  // Zeros found at its edges are of the same cluster: those as far away as the piece is wide.
  const double low = logarithm(piece.low), high = logarithm(piece.high), margin = high - low + 4 * unit;
  const auto is_near = [&](const Root& root) { return root.place >= low - margin && root.place <= high + margin; };
  bool is_near_another = false;
  for (const Root& root : *roots_) {
    if (!is_near(root)) continue;
    is_near_another = true;
    piece.low = std::min(piece.low, exponential(root.place));
    piece.high = std::max(piece.high, exponential(root.place));
  }
  double extreme = 0.5 * (low + high);
  const bool is_multiple = find_extreme(piece, extreme);
  if (is_near_another && !is_multiple) return;
  roots_->erase(std::remove_if(roots_->begin(), roots_->end(), is_near), roots_->end());
  const Sample at_low = sample_of_powers(c_, piece.low), at_high = sample_of_powers(c_, piece.high);
  const bool is_change = (at_low.value > 0) != (at_high.value > 0);
  if (is_multiple || is_change || !is_certain(at_low) || !is_certain(at_high)) {
    roots_->push_back({extreme, true});
  } else {
    settle_bend(low, high, at_high.value > 0, extreme);
  }
}

// A zero of m-fold multiplicity is a simple one of the derivative of order m - 1, and only that tells where it is.
bool UnitRoots::find_extreme(const Piece& piece, double& extreme) const {
  const double low = logarithm(piece.low), high = logarithm(piece.high);
  bool is_multiple = false;
  std::vector<double> derivative(c_.begin(), c_.end());
  for (int order = 1; order <= 4 && derivative.size() > 1; ++order) {
    derivative = derivative_of(derivative);
    const Sample at_low = sample_of_powers(derivative, piece.low), at_high = sample_of_powers(derivative, piece.high);
    const bool is_change = (at_low.value > 0) != (at_high.value > 0);
    if (!is_change || !is_certain(at_low) || !is_certain(at_high)) continue;
    const auto value_at = [&](double place) { return sample_of_powers(derivative, exponential(place)); };
    const double candidate = crossing(value_at, low, high, extreme, at_low.value > 0);
    if (is_certain(sample_of_powers(c_, exponential(candidate)))) continue;
    extreme = candidate;
    is_multiple = true;
  }
  return is_multiple;
}

}  // namespace dealwright::roi
