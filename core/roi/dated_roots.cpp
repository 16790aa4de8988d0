#include "core/roi/dated_roots.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>

#include "core/base/stable_order.hpp"
#include "core/roi/elementary.hpp"

namespace dealwright::roi {

namespace {

constexpr int deepest = 60;
constexpr double widest_cluster = 1e-4;
constexpr double rounding = 0x1p-48;  // of the terms of Taylor's formula, relative to their magnitudes

bool is_certain(const Sample& sample) {
  return std::abs(sample.value) > sample.noise;
}

class Search {
 public:
  // Times are taken from the middle one, which multiplies the sum by a factor above 0 and bounds its derivatives
  // closest.
  Search(std::span<const double> amounts, std::span<const double> years, std::vector<Root>& roots)
      : c_(amounts), longest_(0.5 * years.back()), roots_(roots) {
    for (const double year : years) {
      time_.push_back(year - longest_);
      slope_.push_back(-time_.back() * c_[slope_.size()]);
    }
  }

  void run(double low, double high, bool is_single) {
    const bool is_positive_at_low = value_at(low).value > 0, is_positive_at_high = value_at(high).value > 0;
    if (is_single) {
      if (is_positive_at_low != is_positive_at_high) add_crossing(low, high, is_positive_at_low);
      return;
    }
    search({low, high, is_positive_at_low, is_positive_at_high, 0});
    join_clusters();
  }

 private:
  struct Interval {
    double low = 0, high = 0;
    bool is_positive_at_low = false, is_positive_at_high = false;
    int depth = 0;
  };
  enum class Verdict : std::uint8_t { none, monotone, bends, open };

  Sample value_at(double s) const { return sample_of_dated(c_, time_, s); }
  Sample slope_at(double s) const { return sample_of_dated(slope_, time_, s); }

  Verdict judge(const Interval& interval) const {
    const double middle = 0.5 * (interval.low + interval.high), half = 0.5 * (interval.high - interval.low);
    double value = 0, slope = 0, bend = 0, scale = 0, third = 0;
    for (std::size_t i = 0; i < c_.size(); ++i) {
      const double term = c_[i] * exponential(-middle * time_[i]);
      value += term;
      slope -= term * time_[i];
      bend += term * time_[i] * time_[i];
      scale += std::abs(term);
      third += std::abs(term * time_[i] * time_[i] * time_[i]);
    }
    third *= exponential(half * longest_);
    const double noise = rounding * (1 + std::abs(middle) * longest_) * scale;
    const double bend_range = half * third + noise * longest_ * longest_;
    const double slope_range = half * (std::abs(bend) + half * third / 2) + noise * longest_;
    const double value_range = half * (std::abs(slope) + half * (std::abs(bend) / 2 + half * third / 6)) + noise;
    if (std::abs(value) > value_range) return Verdict::none;
    if (std::abs(slope) > slope_range) return Verdict::monotone;
    return std::abs(bend) > bend_range ? Verdict::bends : Verdict::open;
  }

  // What rounding hides between the zeros of a cluster has been told piece by piece.
  void join_clusters() {
    sort_stably(roots_, [](const Root& a, const Root& b) { return a.place < b.place; });
    std::size_t kept = 0;
    for (std::size_t i = 1; i < roots_.size(); ++i) {
      Root& last = roots_[kept];
      const Root& next = roots_[i];
      if ((last.is_multiple || next.is_multiple) && next.place - last.place <= widest_cluster) {
        last = {0.5 * (last.place + next.place), true};
      } else {
        roots_[++kept] = next;
      }
    }
    if (!roots_.empty()) roots_.resize(kept + 1);
  }

  void search(Interval interval) {
    while (true) {
      const Verdict verdict = judge(interval);
      if (verdict != Verdict::open) return settle(interval, verdict);
      Interval left;
      if (interval.depth >= deepest || !halve(interval, left)) {
        roots_.push_back({0.5 * (interval.low + interval.high), true});
        return;
      }
      search(left);
    }
  }

  // False where the sum is zero all over the interval as far as rounding lets one see.
  bool halve(Interval& interval, Interval& left) {
    for (const double share : {0.5, 0.375, 0.5625}) {
      const double middle = interval.low + share * (interval.high - interval.low);
      const Sample sample = value_at(middle);
      const bool has_slope = std::abs(sample.slope) > 0x1p20 * sample.noise * longest_;
      if (!is_certain(sample) && !has_slope) continue;
      ++interval.depth;
      left = interval;
      left.high = interval.low = middle;
      left.is_positive_at_high = interval.is_positive_at_low = sample.value > 0;
      if (is_certain(sample)) return true;
      // A zero just at the middle: the halves are open there, with the signs that they have beside it.
      roots_.push_back({middle - sample.value / sample.slope, false});
      interval.is_positive_at_low = sample.slope > 0;
      left.is_positive_at_high = sample.slope < 0;
      return true;
    }
    return false;
  }

  void settle(const Interval& interval, Verdict verdict) {
    if (verdict == Verdict::none) return;
    if (interval.is_positive_at_low != interval.is_positive_at_high) {
      add_crossing(interval.low, interval.high, interval.is_positive_at_low);
      return;
    }
    if (verdict != Verdict::bends) return;
    const bool is_rising = slope_at(interval.low).value > 0;
    if (is_rising == (slope_at(interval.high).value > 0)) return;
    const double extreme = crossing([this](double s) { return slope_at(s); }, interval.low, interval.high,
                                    0.5 * (interval.low + interval.high), is_rising);
    const Sample sample = value_at(extreme);
    if (!is_certain(sample)) {
      roots_.push_back({extreme, true});
    } else if ((sample.value > 0) != interval.is_positive_at_low) {
      add_crossing(interval.low, extreme, interval.is_positive_at_low);
      add_crossing(extreme, interval.high, !interval.is_positive_at_low);
    }
  }

  void add_crossing(double low, double high, bool is_positive_at_low) {
    roots_.push_back(
        {crossing([this](double s) { return value_at(s); }, low, high, 0.5 * (low + high), is_positive_at_low), false});
  }

  std::span<const double> c_;
  double longest_;
  std::vector<double> time_, slope_;
  std::vector<Root>& roots_;
};

}  // namespace

void find_dated_roots(std::span<const double> amounts, std::span<const double> years, double low, double high,
                      bool is_single, std::vector<Root>& roots) {
  Search(amounts, years, roots).run(low, high, is_single);
}

}  // namespace dealwright::roi
