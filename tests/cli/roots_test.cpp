// Where a programme begins and what belongs to it: roots, what they leave out, and what lies in none.

#include <filesystem>
#include <string>

#include <doctest/doctest.h>

#include "tests/cli/programme.hpp"

namespace {

namespace fs = std::filesystem;
using tests::copy_of_programme;
using tests::has;
using tests::programme;

TEST_CASE("a deal below a root is checked with the root's other documents") {
  const auto outcome = tests::run("check " + programme + "/violations/too-cheap.json");
  CHECK(outcome.exit_code == 1);
  CHECK(has(outcome.out, "violations/too-cheap.json:"));
  CHECK(has(outcome.out, "1 deal,"));
  CHECK(!has(outcome.out, "nordic-home-growth"));
}

TEST_CASE("no path is the programme around the folder") {
  tests::Setting setting;
  setting.folder = fs::absolute(programme + "/deals").string();
  const auto outcome = tests::run("check", setting);
  CHECK(outcome.exit_code == 0);
  CHECK(has(outcome.out, "3 deals,"));
}

TEST_CASE("what a root excludes is left out, unless it is named") {
  CHECK(tests::run("check " + programme).exit_code == 0);
  CHECK(tests::run("check " + programme + "/violations").exit_code == 1);
  CHECK(tests::run("check tests/golden/programme/violations/too-cheap.json").exit_code == 1);
}

TEST_CASE("what a root excludes is left out however the path is spelt") {
  const std::string folder = copy_of_programme();
  fs::create_directory(folder + "/deals/2026");
  fs::rename(folder + "/deals/everything.json", folder + "/deals/2026/everything.json");
  tests::write_text(
      folder + "/programme.json",
      R"({"dealwright": 1, "kind": "programme", "id": "p", "exclude": ["./deals/nordic*", "deals/2026/", "violations"]})");
  // Of the three deals one is left.
  for (const char* spelling : {"/deals", "//deals", "/deals/", "/./deals", "/partners/../deals"}) {
    CAPTURE(spelling);
    CHECK(has(tests::run("check " + folder + spelling).out, " 1 deal,"));
  }
  tests::Setting inside;
  inside.folder = folder + "/deals";
  for (const char* path : {".", "./", "../deals", "..", "", "$PWD"}) {
    CAPTURE(path);
    CHECK(has(tests::run("check " + std::string(path), inside).out, " 1 deal,"));
  }
  // A folder that is given itself is read.
  CHECK(has(tests::run("check 2026", inside).out, " 1 deal,"));
}

TEST_CASE("no path and no programme around is a mistake, not a walk below the folder") {
  const std::string folder = copy_of_programme();
  fs::remove(folder + "/programme.json");
  tests::Setting inside;
  inside.folder = folder;
  const std::string before = tests::read_text(folder + "/brands/studio.json") + " ";
  tests::write_text(folder + "/brands/studio.json", before);
  for (const char* command : {"check", "run", "quote everything", "fmt --write", "run --deal everything"}) {
    CAPTURE(command);
    const auto outcome = tests::run(command, inside);
    CHECK(outcome.exit_code == 2);
    CHECK(has(outcome.out + outcome.err, "error: no path is given, and no programme.json marks"));
    CHECK(!has(outcome.out + outcome.err, "there is no deal"));
  }
  CHECK(tests::read_text(folder + "/brands/studio.json") == before);
}

TEST_CASE("where references dangle for want of a root, that is told") {
  const std::string folder = copy_of_programme();
  fs::remove(folder + "/programme.json");
  const std::string note = "/deals: info: there is no programme.json around it";
  for (const char* command : {"check ", "run "}) {
    const auto missing = tests::run(command + folder + "/deals");
    CHECK(missing.exit_code == 2);
    CHECK(has(missing.out + missing.err, note));
  }
  CHECK(!has(tests::run("check " + folder).out, "no programme.json"));

  // One that is there and marks none is told itself, once.
  const std::string bundle = R"({"dealwright": 1, "kind": "programme", "id": "p", "documents": [{"id": "x"}]})";
  for (const std::string& text : {std::string("nonsense"), bundle}) {
    tests::write_text(folder + "/programme.json", text);
    const auto marked = tests::run("check " + folder + "/deals " + folder + "/partners");
    CHECK(has(marked.out, "/programme.json: warning: marks no programme's root"));
    CHECK(marked.out.find("[input.no_root]") == marked.out.rfind("[input.no_root]"));
    CHECK(!has(marked.out, note));
    // Where it is read, its own mistakes are enough.
    CHECK(!has(tests::run("check " + folder).out, "[input.no_root]"));
  }
}

}  // namespace
