// The same seed gives the same bytes, whatever the number of threads.

#include <string>

#include <doctest/doctest.h>

#include "tests/cli/runner.hpp"

namespace {

std::string simulated(const std::string& options) {
  const auto outcome =
      tests::run("simulate tests/golden/returning --deal mill-stated --format json --trials 50001 " + options);
  CHECK(outcome.exit_code == 0);
  return outcome.out;
}

TEST_CASE("simulate gives the same bytes with any number of jobs, and others with another seed") {
  const std::string one = simulated("--seed 42 --jobs 1");
  CHECK(simulated("--seed 42 --jobs 2") == one);
  CHECK(simulated("--seed 42 --jobs 7") == one);
  CHECK(simulated("--seed 42 --jobs 64") == one);
  CHECK(simulated("--seed 43 --jobs 2") != one);
}

}  // namespace
