#include "core/roi/order_statistics.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <initializer_list>
#include <vector>

#include <doctest/doctest.h>

#include "core/roi/random.hpp"

namespace {

using namespace dealwright::roi;

const std::vector<double> asked{0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1};

// Sorted, and then by the definition.
std::vector<double> slow_quantiles(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  std::vector<double> result;
  for (const double p : asked) {
    const double place = static_cast<double>(values.size() - 1) * p;
    const auto low = static_cast<std::size_t>(place);
    const double next = values[std::min(low + 1, values.size() - 1)];
    result.push_back(values[low] + (next - values[low]) * (place - static_cast<double>(low)));
  }
  return result;
}

// What quantile(c(1, 2, 4, 8, 16), ...) gives in R, whose default is type 7: places 0.4, 1 and 3.6 of the sorted
// values.
TEST_CASE("Quantiles of a few values") {
  const std::vector<double> values{8, 1, 16, 2, 4};
  const std::vector<double> probabilities{0.1, 0.25, 0.5, 0.9};
  const std::vector<double> found = quantiles(values, probabilities);
  CHECK(found == std::vector<double>{1.4, 2, 4, 8 + 8 * (4 * 0.9 - 3)});
  CHECK(quantiles({values.data(), 1}, asked) == std::vector<double>(asked.size(), 8));
  CHECK(quantiles({}, asked).empty());
}

TEST_CASE("Quantiles are those of sorting, whatever the values") {
  for (const std::size_t count : {2u, 7u, 48u, 49u, 1000u, 4097u, 20011u}) {
    CAPTURE(count);
    std::vector<double> even, wide, rough, steps, same(count, 3.25), outlier;
    for (std::size_t i = 0; i < count; ++i) {
      const double u = unit_of(random_word(5, i, 1));
      even.push_back(u * 1000 - 500);
      wide.push_back(std::ldexp(u, static_cast<int>(600 * unit_of(random_word(5, i, 2))) - 300));
      rough.push_back(i % 3 == 0 ? -wide.back() : wide.back());
      steps.push_back(std::floor(u * 4));
      outlier.push_back(i == count / 2 ? 1e30 : u);
    }
    for (const auto* values : {&even, &wide, &rough, &steps, &same, &outlier})
      CHECK(quantiles(*values, asked) == slow_quantiles(*values));
  }
}

// 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squares of the differences 32, of which 7 to a degree of freedom.
TEST_CASE("Moments by hand") {
  const std::vector<double> values{2, 4, 4, 4, 5, 5, 7, 9};
  const Moments found = moments(values);
  CHECK(found.mean == 5);
  CHECK(std::fabs(found.deviation - std::sqrt(32.0 / 7)) < 1e-15);
  CHECK(std::fabs(found.standard_error - std::sqrt(32.0 / 7 / 8)) < 1e-15);
  CHECK(found.least == 2);
  CHECK(found.greatest == 9);
  const Moments one = moments({values.data(), 1});
  CHECK(one.mean == 2);
  CHECK(one.deviation == 0);
  CHECK(moments({}).standard_error == 0);
  const std::vector<double> same(1000, 0.1);
  CHECK(moments(same).mean == 0.1);
  CHECK(moments(same).deviation == 0);
}

// 1 + 1e16 is 1e16 to a plain sum, one after the other.
TEST_CASE("Sums do not lose the small beside the large") {
  std::vector<double> values(100001, 1);
  values[0] = 1e16;
  CHECK(moments(values).mean == (1e16 + 1e5) / 100001);
}

TEST_CASE("Shares") {
  const std::vector<double> values{-1, 0, 1, 2};
  CHECK(share_above(values, 0) == 0.5);
  CHECK(share_above({}, 0) == 0);
  const std::vector<std::uint16_t> payback{0, 12, 13, 0xffff};
  CHECK(share_paid_back(payback, 12) == 0.5);
  CHECK(share_paid_back(payback, 36) == 0.75);
  CHECK(share_paid_back({}, 36) == 0);
}

TEST_CASE("Histogram") {
  const std::vector<double> values{0, 1, 1, 2.5, 5, 9.5, 10};
  const Histogram found = histogram(values, 5);
  CHECK(found.low == 0);
  CHECK(found.width == 2);
  CHECK(found.counts == std::vector<std::uint64_t>{3, 1, 1, 0, 2});
  CHECK(histogram({}, 5).counts.empty());
  const std::vector<double> same(9, 4);
  CHECK(histogram(same, 5).counts == std::vector<std::uint64_t>{9});
  CHECK(histogram(same, 5).width == 0);
  CHECK(histogram(values, 0).counts.size() == 1);
}

TEST_CASE("S-curve") {
  const std::vector<double> values{10, 0, 5};
  const auto curve = s_curve(values, 5);
  REQUIRE(curve.size() == 5);
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK(curve[i].probability == static_cast<double>(i) / 4);
    CHECK(curve[i].value == 2.5 * static_cast<double>(i));
  }
  CHECK(s_curve({}, 5).empty());
}

}  // namespace
