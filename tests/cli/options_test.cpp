// Options that would be of no effect, and values that make no sense: each is a mistake in the call, not a silence.

#include <string>

#include <doctest/doctest.h>

#include "tests/cli/programme.hpp"

namespace {

using tests::programme;

// What the command line is refused with.
std::string refusal(const std::string& arguments) {
  const auto outcome = tests::run(arguments);
  CAPTURE(arguments);
  CHECK(outcome.exit_code == 2);
  CHECK(outcome.out.empty());
  return outcome.err;
}

std::string refused_goal(const std::string& options) {
  return refusal("solve nordic-home-growth " + programme + " --metric " + options);
}

TEST_CASE("options that a metric does not take") {
  const std::string whole = " is of the whole deal: leave out --line [usage]\n";
  CHECK(refused_goal("gross_margin --target 40% --lever line_price --line support") ==
        "error: metric gross_margin" + whole);
  CHECK(refused_goal("gross_margin --target 40% --lever line_price --line nosuch") ==
        "error: metric gross_margin" + whole);
  CHECK(refusal("explain everything tcv " + programme + " --line support") == "error: tcv" + whole);
  CHECK(tests::run("explain everything component_margin " + programme + " --line support").exit_code == 0);
  CHECK(refused_goal("gross_margin --target 40% --lever deal_discount --base cost") ==
        "error: --base is for metric price [usage]\n");
  CHECK(refusal("solve nordic-home-growth " + programme + " --base cost").starts_with("--base requires --metric\n"));
}

TEST_CASE("options that a format does not take") {
  CHECK(refusal("run " + programme + " --format text --table margins") ==
        "error: --table is for --format csv [usage]\n");
  CHECK(refusal("run " + programme + " --table lines") == "error: --table is for --format csv [usage]\n");
  const std::string by = "error: --by is for text, Markdown, HTML and --format csv --table schedule [usage]\n";
  CHECK(refusal("run " + programme + " --format json --by month") == by);
  CHECK(refusal("run " + programme + " --format csv --by month") == by);
  CHECK(refusal("explain everything tcv " + programme + " --format json --depth 2") ==
        "error: --depth is for text and Markdown [usage]\n");
}

TEST_CASE("targets that a metric cannot have") {
  CHECK(refused_goal("payment_days --target 10% --lever payment_days") ==
        "error: payment_days is no rate, so its target is not in per cent (expected a number) [usage]\n");
  CHECK(refused_goal("tcv --target 40% --lever deal_discount") ==
        "error: tcv is no rate, so its target is not in per cent (expected an amount such as 1200.00) [usage]\n");
  CHECK(refused_goal("gross_margin --target 40 --lever deal_discount") ==
        "error: --target: gross_margin can never be 40 (expected 0.4 for 40 %) [usage]\n");
  CHECK(refused_goal("payment_days --target 10.5 --lever payment_days") ==
        "error: --target: payment_days is bounded by whole numbers, not by 10.5 (expected a whole number) [usage]\n");
  // The deal is in EUR, which has two places.
  CHECK(refused_goal("tcv --target 100.001 --lever deal_discount") ==
        "error: --target: 100.001 has more places than EUR has (expected at most 2 places) [usage]\n");
}

TEST_CASE("a lever that a deal has no place for") {
  // The deal states no free months.
  CHECK(refused_goal("gross_margin --target 40% --lever free_months") ==
        "error: there is nothing in this deal that lever free_months could change [solve.none]\n");
}

TEST_CASE("what a command does not know") {
  CHECK(refusal("run " + programme + " --tabel lines") ==
        "error: run has no option \"--tabel\" (expected what dealwright run --help lists; did you mean \"--table\"?) "
        "[usage]\n");
  CHECK(refusal("solve x --lver=quantity") ==
        "error: solve has no option \"--lver\" (expected what dealwright solve --help lists; did you mean "
        "\"--lever\"?) [usage]\n");
  CHECK(refusal("init a b") == "error: init takes no further argument \"b\" [usage]\n");
  const auto empty = tests::run("check ''");
  CHECK(empty.exit_code == 2);
  CHECK(empty.out.starts_with("error: a path is empty (expected a file, a folder or -) [usage]\n"));
}

}  // namespace
