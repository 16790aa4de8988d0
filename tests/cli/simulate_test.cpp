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

// Ctrl-C may come before the trials or after them, where it ends the program as ever or changes nothing: it is tried
// until it comes in between.
TEST_CASE("Ctrl-C ends the trials cleanly and writes nothing") {
  const std::string folder = tests::scratch_folder();
  const std::string report = folder + "/report.json";
  tests::write_text(report, "before");
  bool is_cancelled = false;
  for (int attempt = 1; attempt <= 60 && !is_cancelled; ++attempt) {
    tests::Setting setting;
    setting.before = "timeout --preserve-status --signal=INT 0." + std::string(attempt < 10 ? "0" : "") +
                     std::to_string(attempt % 100) + " ";
    const auto outcome = tests::run(
        "simulate tests/golden/returning --deal mill-stated --format json --trials 10000000 --jobs 1 --output " +
            report,
        setting);
    is_cancelled = outcome.exit_code == 2;
    if (outcome.exit_code == 0) {
      tests::write_text(report, "before");
      continue;
    }
    CHECK(outcome.out.empty());
    CHECK(tests::read_text(report) == "before");
    if (!is_cancelled) continue;
    CHECK(outcome.err.find("error: cancelled after ") != std::string::npos);
    CHECK(outcome.err.find("of 10,000,000 trials; nothing is written") != std::string::npos);
  }
  CHECK(is_cancelled);
}

}  // namespace
