#include "core/roi/sampler.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

#include <doctest/doctest.h>

#include "core/roi/normal.hpp"
#include "core/roi/random.hpp"
#include "tests/roi/models.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::roi;

using Strip = std::vector<double>;

// Centred numbers of every octave of both ends, their first and last values among them.
Strip every_octave() {
  Strip centred;
  for (std::size_t octave = 0; octave < octaves; ++octave) {
    for (int part = 0; part < 16; ++part) {
      const double whole = std::floor(std::ldexp(1 + part / 16.0, static_cast<int>(octave) - 1));
      const double distance = std::min(whole + 0.5, half_of_words - 0.5);
      centred.push_back(distance - half_of_words);
      centred.push_back(half_of_words - distance);
    }
  }
  REQUIRE(centred.size() == trials_per_strip);
  return centred;
}

double greatest_error(const Distribution& distribution, const Strip& centred) {
  const Sampler sampler(distribution);
  Strip values(trials_per_strip);
  sampler.run(portable_kernels(), values.data(), centred.data());
  double greatest = 0;
  for (std::size_t i = 0; i < centred.size(); ++i) {
    const double expected = quantile_of(distribution, centred[i] * 0x1p-32 + 0.5);
    const double size = distribution.kind == DistributionKind::lognormal ? expected : 1;
    greatest = std::max(greatest, std::fabs(values[i] - expected) / size);
    CHECK(std::fabs(values[i]) <= sampler.greatest_magnitude() * (1 + 1e-6));
  }
  return greatest;
}

TEST_CASE("A drawn number is that of its counter") {
  Strip drawn(trials_per_strip);
  for (const StripKernels* kernels : all_strip_kernels()) {
    for (const std::uint64_t strip : {std::uint64_t{0}, std::uint64_t{3}, (std::uint64_t{1} << 24) - 1}) {
      kernels->draw(drawn.data(), 0x123456789abcdefu, strip, 5);
      for (std::size_t i = 0; i < trials_per_strip; ++i) {
        const std::uint32_t word = random_word(0x123456789abcdefu, strip * trials_per_strip + i, 5);
        CHECK(drawn[i] == static_cast<double>(word) + 0.5 - half_of_words);
      }
    }
  }
}

TEST_CASE("Sampled values are those of the quantile function, within the stated errors") {
  Strip random(trials_per_strip);
  portable_kernels().draw(random.data(), 1, 2, 3);
  for (const Strip& centred : {every_octave(), random}) {
    CHECK(greatest_error(tests::distribution(DistributionKind::uniform, -3, 0, 5), centred) <= 2e-15);
    for (const double likely : {0.0, 0.4, 1.0})
      CHECK(greatest_error(tests::distribution(DistributionKind::triangular, 0, likely, 1), centred) <= 1e-15);
    for (const double likely : {0.0, 0.1, 0.5, 0.8, 1.0})
      CHECK(greatest_error(tests::distribution(DistributionKind::pert, 0, likely, 1), centred) <= 5e-8);
    CHECK(greatest_error(tests::discrete({{3, 1}, {1, 2}, {7, 0}, {2, 1}}), centred) == 0);
    CHECK(greatest_error(tests::distribution(DistributionKind::fixed, 0, 42, 0), centred) == 0);
    CHECK(greatest_error(tests::distribution(DistributionKind::pert, 6, 6, 6), centred) == 0);
    const double deviation = 1 / normal_quantile(0.9);
    CHECK(greatest_error(tests::distribution(DistributionKind::normal, -1, 0, 1), centred) <= 1e-7 * deviation);
    const Distribution lognormal = tests::distribution(DistributionKind::lognormal, 2, 0, 9);
    CHECK(greatest_error(lognormal, centred) <= 5e-7 * normal_numbers(lognormal).deviation);
  }
}

// The loops for newer processors compute what those for all compute.
TEST_CASE("Every processor gives the same bytes") {
  const Strip octaves_of_both = every_octave();
  Strip random(trials_per_strip);
  portable_kernels().draw(random.data(), 9, 8, 7);
  const RootNumbers root{0.25, 3, 9, -1, 3};
  const std::vector<double> normal_cells = normal_quantile_table();
  const std::vector<double> bell_cells = bell_table();
  const auto run = [&](const StripKernels& kernels, const Strip& centred) {
    std::vector<Strip> results(8, Strip(trials_per_strip));
    kernels.linear(results[0].data(), centred.data(), 5, 0.1);
    kernels.root(results[1].data(), centred.data(), root);
    kernels.table(results[2].data(), centred.data(), normal_cells.data());
    kernels.bell(results[3].data(), results[2].data(), bell_cells.data());
    kernels.scale(results[4].data(), results[1].data(), 0.7);
    kernels.add_scaled(results[4].data(), results[2].data(), 0.3);
    kernels.multiply(results[4].data(), results[0].data());
    kernels.draw_root(results[5].data(), 77, 5, 3, root);
    kernels.draw(results[6].data(), 77, 5, 3);
    const std::vector<double> values{1, 5, 6}, thresholds{-1e9, 1e9};
    kernels.steps(results[7].data(), centred.data(), values, thresholds);
    return results;
  };
  for (const Strip& centred : {octaves_of_both, random}) {
    const auto expected = run(portable_kernels(), centred);
    Strip in_two_steps(trials_per_strip);
    portable_kernels().root(in_two_steps.data(), expected[6].data(), root);
    CHECK(in_two_steps == expected[5]);
    for (const StripKernels* kernels : all_strip_kernels()) {
      const auto found = run(*kernels, centred);
      for (std::size_t i = 0; i < found.size(); ++i) {
        CAPTURE(i);
        CHECK(std::memcmp(found[i].data(), expected[i].data(), trials_per_strip * sizeof(double)) == 0);
      }
    }
  }
}

TEST_CASE("The bell table gives the probability of a normal number") {
  const std::vector<double> cells = bell_table();
  Strip normal(trials_per_strip), centred(trials_per_strip);
  for (std::size_t i = 0; i < trials_per_strip; ++i) normal[i] = (static_cast<double>(i) - 511.7) / 73;
  portable_kernels().bell(centred.data(), normal.data(), cells.data());
  for (std::size_t i = 0; i < trials_per_strip; ++i) {
    CAPTURE(normal[i]);
    const double tail = (half_of_words - std::fabs(centred[i])) * 0x1p-32;
    const double expected = normal_distribution(-std::fabs(normal[i]));
    CHECK(std::fabs(tail - expected) <= std::max(1e-6 * expected, 0x1p-32));
    CHECK((centred[i] < 0) == (normal[i] < 0));
    CHECK(std::fabs(centred[i]) <= half_of_words - 0.5);
  }
}

}  // namespace
