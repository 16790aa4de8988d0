// --charts FOLDER: what is written, and how the report refers to it.

#include <filesystem>
#include <string>

#include <doctest/doctest.h>

#include "tests/cli/programme.hpp"

namespace {

namespace fs = std::filesystem;
using tests::has;

const std::string returning = "tests/golden/returning --deal mill-stated --format markdown ";

TEST_CASE("charts stand beside the report, and it refers to them from where it stands") {
  const std::string folder = tests::scratch_folder();
  const std::string charts = " --charts " + folder + "/out/charts";
  CHECK(tests::run("run " + returning + charts + " --output " + folder + "/report.md").exit_code == 0);
  const std::string report = tests::read_text(folder + "/report.md");
  for (const char* name : {"months", "margins", "cumulative", "benefits"}) {
    CAPTURE(name);
    const std::string file = std::string("mill-stated-") + name + ".svg";
    CHECK(has(report, "](out/charts/" + file + ")"));
    CHECK(tests::read_text(folder + "/out/charts/" + file).starts_with("<svg "));
  }
  CHECK(tests::run("simulate " + returning + "--trials 500" + charts + " --output " + folder + "/out/charts/s.md")
            .exit_code == 0);
  CHECK(has(tests::read_text(folder + "/out/charts/s.md"), "](./mill-stated-histogram.svg)"));
  CHECK(tests::read_text(folder + "/out/charts/mill-stated-s-curve.svg").starts_with("<svg "));
  const auto plan = tests::run("plan tests/golden/planned --portfolio small --format markdown" + charts);
  CHECK(has(plan.out, "](" + folder + "/out/charts/small-cash.svg)"));
  for (const char* name : {"mrr", "movements", "delivery", "support", "cash"})
    CHECK(tests::exists(folder + "/out/charts/small-" + name + ".svg"));
}

TEST_CASE("charts are the same bytes as those within HTML, and the same with any number of jobs") {
  const std::string folder = tests::scratch_folder();
  const std::string simulate = "simulate " + returning + "--trials 20000 --seed 3 --charts " + folder;
  CHECK(tests::run(simulate + " --jobs 1").exit_code == 0);
  const std::string svg = tests::read_text(folder + "/mill-stated-histogram.svg");
  CHECK(tests::run(simulate + " --jobs 5").exit_code == 0);
  CHECK(tests::read_text(folder + "/mill-stated-histogram.svg") == svg);
  CHECK(has(tests::run("simulate tests/golden/returning --deal mill-stated --trials 20000 --seed 3 --format html").out,
            svg));
}

TEST_CASE("charts that cannot be written are told, and no report is written then") {
  const std::string folder = tests::scratch_folder();
  tests::write_text(folder + "/file", "kept");
  const auto outcome =
      tests::run("run " + returning + "--charts " + folder + "/file/charts --output " + folder + "/report.md");
  CHECK(outcome.exit_code == 2);
  CHECK(has(outcome.err, "cannot be made"));
  CHECK_FALSE(tests::exists(folder + "/report.md"));
  CHECK(tests::read_text(folder + "/file") == "kept");
}

}  // namespace
