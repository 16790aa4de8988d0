#include "core/roi/order_statistics.hpp"

#include <algorithm>
#include <cmath>

namespace dealwright::roi {

namespace {

constexpr std::size_t lanes = 8;
constexpr std::size_t values_per_block = 1024;

// The sum of what `term` makes of the values of a block: every eighth together, then these.
template <class Term>
double block_sum(const double* values, std::size_t count, const Term& term) {
  double sums[lanes] = {};
  std::size_t i = 0;
  for (; i + lanes <= count; i += lanes)
    for (std::size_t lane = 0; lane < lanes; ++lane) sums[lane] += term(values[i + lane]);
  for (std::size_t lane = 0; i < count; ++i, ++lane) sums[lane] += term(values[i]);
  return ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
}

// Neighbours by twos, then these by twos, until one is left.
double pairwise_sum(std::vector<double>& parts) {
  if (parts.empty()) return 0;
  for (std::size_t count = parts.size(); count > 1; count = (count + 1) / 2) {
    for (std::size_t i = 0; i < count / 2; ++i) parts[i] = parts[2 * i] + parts[2 * i + 1];
    if (count % 2 == 1) parts[count / 2] = parts[count - 1];
  }
  return parts.front();
}

template <class Term>
double sum_of(std::span<const double> values, const Term& term) {
  std::vector<double> parts;
  parts.reserve(values.size() / values_per_block + 1);
  for (std::size_t first = 0; first < values.size(); first += values_per_block)
    parts.push_back(block_sum(values.data() + first, std::min(values_per_block, values.size() - first), term));
  return pairwise_sum(parts);
}

struct Range {
  double least = 0;
  double greatest = 0;
};

Range range_of(const double* values, std::size_t count) {
  Range a{values[0], values[0]}, b = a, c = a, d = a;  // four that need not wait for each other
  const auto widen = [](Range& range, double value) {
    range.least = std::min(range.least, value);
    range.greatest = std::max(range.greatest, value);
  };
  std::size_t i = 0;
  for (; i + 4 <= count; i += 4) {
    widen(a, values[i]);
    widen(b, values[i + 1]);
    widen(c, values[i + 2]);
    widen(d, values[i + 3]);
  }
  for (; i < count; ++i) widen(a, values[i]);
  return {std::min(std::min(a.least, b.least), std::min(c.least, d.least)),
          std::max(std::max(a.greatest, b.greatest), std::max(c.greatest, d.greatest))};
}

// Equal parts of a range, numbered from its lower end; more of a value never has a lower number. The greatest value may
// have the number of parts itself.
struct Parts {
  double low = 0;
  double scale = 0;

  Parts(const Range& range, std::size_t count)
      : low(range.least), scale(static_cast<double>(count) / (range.greatest - range.least)) {}

  // Hands the parts of all values to `use`, in their order: found for a block at a time, side by side.
  template <class Use>
  void of_each(std::span<const double> values, const Use& use) const {
    std::int32_t parts[values_per_block];
    for (std::size_t first = 0; first < values.size(); first += values_per_block) {
      const double* const block = values.data() + first;
      const std::size_t count = std::min(values_per_block, values.size() - first);
      for (std::size_t i = 0; i < count; ++i) parts[i] = static_cast<std::int32_t>((block[i] - low) * scale);
      for (std::size_t i = 0; i < count; ++i) use(static_cast<std::size_t>(parts[i]), block[i], i % 2);
    }
  }
};

// Values that differ by less count as the same.
constexpr double least_range = 1e-290;
constexpr std::size_t part_count = 4096;
constexpr std::size_t few = 48;

void insertion_sort(std::vector<double>& values) {
  for (std::size_t i = 1; i < values.size(); ++i) {
    const double value = values[i];
    std::size_t place = i;
    for (; place > 0 && value < values[place - 1]; --place) values[place] = values[place - 1];
    values[place] = value;
  }
}

// Finds the values at ascending places of the sorted values: counts how many fall into each of equal parts of their
// range, and then looks only into the parts where the places are.
void select(std::span<const double> values, std::span<const std::size_t> places, std::size_t before, double* found) {
  const Range range = range_of(values.data(), values.size());
  if (!(range.greatest - range.least > least_range)) {
    std::fill(found, found + places.size(), range.least);
    return;
  }
  if (values.size() <= few) {
    std::vector<double> sorted(values.begin(), values.end());
    insertion_sort(sorted);
    for (std::size_t i = 0; i < places.size(); ++i) found[i] = sorted[places[i] - before];
    return;
  }
  const Parts part_of(range, part_count);
  constexpr std::size_t numbers = part_count + 1;
  // Neighbouring values often fall into the same part: two counts keep one from waiting for the other.
  std::vector<std::uint32_t> counts(2 * numbers);
  part_of.of_each(values, [&](std::size_t part, double, std::size_t side) { ++counts[side * numbers + part]; });

  struct Wanted {
    std::size_t first_place = 0;  // of `places`
    std::size_t places = 0;
    std::size_t before = 0;
    std::vector<double> values;
  };
  std::vector<Wanted> wanted;
  std::vector<std::uint16_t> wanted_of(numbers);  // one more than the index in `wanted`
  std::size_t place = 0;
  std::size_t passed = before;
  for (std::size_t part = 0; part < numbers && place < places.size(); ++part) {
    const std::size_t count = counts[part] + counts[numbers + part];
    const std::size_t first_place = place;
    while (place < places.size() && places[place] < passed + count) ++place;
    if (place > first_place) {
      Wanted& one = wanted.emplace_back();
      one.first_place = first_place;
      one.places = place - first_place;
      one.before = passed;
      one.values.reserve(count);
      wanted_of[part] = static_cast<std::uint16_t>(wanted.size());
    }
    passed += count;
  }
  part_of.of_each(values, [&](std::size_t part, double value, std::size_t) {
    if (const std::uint16_t index = wanted_of[part]; index != 0) wanted[index - 1u].values.push_back(value);
  });
  for (const Wanted& one : wanted)
    select(one.values, places.subspan(one.first_place, one.places), one.before, found + one.first_place);
}

}  // namespace

std::vector<double> quantiles(std::span<const double> values, std::span<const double> probabilities) {
  if (values.empty()) return {};
  const auto last = static_cast<double>(values.size() - 1);
  std::vector<std::size_t> places;  // that of each probability and the next one
  for (const double probability : probabilities) {
    const auto place = static_cast<std::size_t>(last * probability);
    for (const std::size_t one : {place, std::min(place + 1, values.size() - 1)})
      if (places.empty() || places.back() < one) places.push_back(one);
  }
  std::vector<double> found(places.size());
  select(values, places, 0, found.data());
  std::vector<double> result;
  const auto at = [&](std::size_t place) {
    return found[static_cast<std::size_t>(std::lower_bound(places.begin(), places.end(), place) - places.begin())];
  };
  for (const double probability : probabilities) {
    const double exact = last * probability;
    const auto place = static_cast<std::size_t>(exact);
    const double low = at(place);
    const double high = at(std::min(place + 1, values.size() - 1));
    result.push_back(low + (high - low) * (exact - static_cast<double>(place)));
  }
  return result;
}

Moments moments(std::span<const double> values) {
  Moments result;
  if (values.empty()) return result;
  const auto count = static_cast<double>(values.size());
  const Range range = range_of(values.data(), values.size());
  result.least = range.least;
  result.greatest = range.greatest;
  // Above the least value, so that values which are all the same have themselves as their mean.
  result.mean = range.least + sum_of(values, [&](double value) { return value - range.least; }) / count;
  if (values.size() < 2) return result;
  const double squares = sum_of(values, [&](double value) { return (value - result.mean) * (value - result.mean); });
  result.deviation = std::sqrt(squares / (count - 1));
  result.standard_error = result.deviation / std::sqrt(count);
  return result;
}

double share_above(std::span<const double> values, double bound) {
  if (values.empty()) return 0;
  std::size_t count = 0;
  for (const double value : values) count += value > bound ? 1 : 0;
  return static_cast<double>(count) / static_cast<double>(values.size());
}

double share_paid_back(std::span<const std::uint16_t> payback, std::uint16_t period) {
  if (payback.empty()) return 0;
  std::size_t count = 0;
  for (const std::uint16_t one : payback) count += one <= period ? 1 : 0;
  return static_cast<double>(count) / static_cast<double>(payback.size());
}

Histogram histogram(std::span<const double> values, std::size_t bins) {
  Histogram result;
  if (values.empty()) return result;
  const Range range = range_of(values.data(), values.size());
  result.low = range.least;
  if (!(range.greatest - range.least > least_range)) {
    result.counts = {values.size()};
    return result;
  }
  result.counts.resize(std::min(std::max<std::size_t>(bins, 1), part_count));
  result.width = (range.greatest - range.least) / static_cast<double>(result.counts.size());
  const Parts part_of(range, result.counts.size());
  const std::size_t last = result.counts.size() - 1;
  part_of.of_each(values, [&](std::size_t part, double, std::size_t) { ++result.counts[std::min(part, last)]; });
  return result;
}

std::vector<CurvePoint> s_curve(std::span<const double> values, std::size_t points) {
  const std::size_t count = std::min<std::size_t>(std::max<std::size_t>(points, 2), 1001);
  std::vector<double> probabilities;
  for (std::size_t i = 0; i < count; ++i)
    probabilities.push_back(static_cast<double>(i) / static_cast<double>(count - 1));
  std::vector<CurvePoint> curve;
  for (const double value : quantiles(values, probabilities)) curve.push_back({value, probabilities[curve.size()]});
  return curve;
}

}  // namespace dealwright::roi
