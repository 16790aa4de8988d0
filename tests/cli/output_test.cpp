// Where results and messages go, and what becomes of a file that they go to.

#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <string>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/cli/programme.hpp"

namespace {

namespace fs = std::filesystem;
using tests::copy_of_programme;
using tests::has;
using tests::programme;

TEST_CASE("a full disk is told, and what was there stays") {
  tests::Setting full;
  full.out_to = "/dev/full";
  const auto outcome = tests::run("check " + programme, full);
  CHECK(outcome.exit_code == 2);
  CHECK(has(outcome.err, "standard output: error: cannot be written: No space left on device"));
  CHECK(tests::run("check " + programme + " --output /dev/full").exit_code == 2);

  // A file that may not grow past one block stands for a small disk.
  const std::string folder = tests::scratch_folder();
  tests::write_text(folder + "/report.json", "before");
  tests::Setting limited;
  limited.before = "ulimit -f 1;";
  const auto cut = tests::run("run " + programme + " --format json --output " + folder + "/report.json", limited);
  CHECK(cut.exit_code == 2);
  CHECK(has(cut.err, "report.json: error: cannot be written"));
  CHECK(tests::read_text(folder + "/report.json") == "before");
  CHECK(std::distance(fs::directory_iterator(folder), fs::directory_iterator()) == 1);
}

TEST_CASE("--output replaces a file as a whole and keeps its permissions and links") {
  const std::string folder = tests::scratch_folder();
  tests::write_text(folder + "/real", "before");
  ::chmod((folder + "/real").c_str(), 0640);
  REQUIRE(::symlink("real", (folder + "/link").c_str()) == 0);
  CHECK(tests::run("schema brand --output " + folder + "/link").exit_code == 0);
  CHECK(fs::is_symlink(folder + "/link"));
  CHECK(has(tests::read_text(folder + "/real"), "\"$schema\""));
  struct stat info {};
  REQUIRE(::stat((folder + "/real").c_str(), &info) == 0);
  CHECK((info.st_mode & 0777) == 0640);
  CHECK(tests::run("schema brand --output " + folder).exit_code == 2);
  CHECK(tests::run("schema brand --output " + folder + "/absent/file").exit_code == 2);
}

TEST_CASE("a command that fails leaves the file at --output as it is") {
  const std::string folder = copy_of_programme();
  const std::string wrong = R"({"dealwright": 1, "kind": "brand", "id": "b"})";
  tests::write_text(folder + "/wrong.json", wrong);
  const std::string kept = folder + "/kept.txt";
  tests::write_text(kept, "kept");
  const std::string deal = " nordic-home-growth " + programme;
  for (const std::string& arguments :
       {"fmt " + folder + "/wrong.json", "fmt " + programme, "fmt --check " + programme, "fmt --write " + programme,
        "fmt " + folder + "/absent.json", "init " + folder, "run " + programme + " --deal nosuch",
        "run " + programme + " --deal nosuch --format json", "run " + folder + "/wrong.json --format csv",
        "quote nosuch " + programme, "explain nosuch net " + programme, "explain" + deal + " nosuch",
        "solve nosuch " + programme, "solve" + deal + " --metric nosuch --target 1 --lever quantity",
        "solve" + deal + " --metric gross_margin --target 0.99 --lever deal_discount", std::string("schema nosuch"),
        "check " + programme + " --format nosuch"}) {
    CAPTURE(arguments);
    const auto outcome = tests::run(arguments + " --output " + kept);
    CHECK(outcome.exit_code == 2);
    CHECK(!outcome.err.empty());
    CHECK(tests::read_text(kept) == "kept");
  }
  CHECK(tests::run("fmt " + folder + "/wrong.json --output " + folder + "/wrong.json").exit_code == 2);
  CHECK(tests::read_text(folder + "/wrong.json") == wrong);
}

TEST_CASE("a reader that goes away is no failure") {
  const std::string folder = tests::scratch_folder();
  const std::string script = folder + "/script";
  tests::write_text(script,
                    "\"$DEALWRIGHT_BINARY\" run " + programme + " --format json | true\nexit ${PIPESTATUS[0]}\n");
  CHECK(std::system(("bash " + script + " 2>" + folder + "/err").c_str()) == 0);
  CHECK(tests::read_text(folder + "/err").empty());
}

TEST_CASE("colours follow --color and NO_COLOR") {
  const std::string path = programme + "/violations/too-cheap.json";
  CHECK(!has(tests::run("check " + path).out, "\x1b["));
  CHECK(has(tests::run("check " + path + " --color always").out, "\x1b[1;31merror"));
  CHECK(!has(tests::run("check " + path + " --color never").out, "\x1b["));
}

TEST_CASE("nothing is said on standard error where all is well") {
  CHECK(tests::run("check " + programme).err.empty());
  CHECK(tests::run("quote everything " + programme).err.empty());
}

}  // namespace
