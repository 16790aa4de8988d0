// Folders and files that cannot be read, or hold what is no document.

#include <filesystem>
#include <string>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/cli/programme.hpp"

namespace {

namespace fs = std::filesystem;
using tests::copy_of_programme;
using tests::has;
using tests::mistakes_of;
using tests::programme;

TEST_CASE("one bad file never hides the others") {
  const std::string folder = copy_of_programme();
  tests::write_text(folder + "/deals/a-broken.json", "{\"dealwright\": 1, \"kind\": \"deal\", ");
  tests::write_text(folder + "/deals/b-binary.json", std::string("\0\xff\xfe{", 4));
  tests::write_text(folder + "/deals/c-empty.json", "");
  tests::write_text(folder + "/deals/d-deep.json", std::string(100000, '['));
  fs::copy(folder + "/violations/too-cheap.json", folder + "/deals/z-too-cheap.json");
  const std::string outcome = mistakes_of(folder);
  for (const char* name : {"a-broken.json", "b-binary.json", "c-empty.json", "d-deep.json"})
    CHECK_MESSAGE(has(outcome, name), name);
  CHECK(has(outcome, "z-too-cheap.json:"));
  CHECK(has(outcome, "4 deals"));
}

TEST_CASE("paths that cannot be read are told, and the rest goes on") {
  const std::string folder = copy_of_programme();
  fs::create_directory(folder + "/deals/folder.json");
  REQUIRE(::symlink("nowhere", (folder + "/deals/dangling.json").c_str()) == 0);
  REQUIRE(::symlink("..", (folder + "/deals/loop").c_str()) == 0);
  tests::write_text(folder + "/deals/.hidden.json", "nonsense");
  tests::write_text(folder + "/deals/notes.txt", "nonsense");
  const std::string outcome = mistakes_of(folder + " " + folder + "/absent.json");
  CHECK(has(outcome, "dangling.json: error: cannot be read"));
  CHECK(has(outcome, "absent.json: error: cannot be read"));
  CHECK(has(outcome, "3 deals"));
  CHECK(!has(outcome, "hidden"));
}

TEST_CASE("what cannot be read is told once, however often it is met") {
  const std::string folder = copy_of_programme();
  REQUIRE(::symlink("nowhere", (folder + "/deals/dangling.json").c_str()) == 0);
  // The folder and the programme around it are both read, from inside by another spelling of the path.
  tests::Setting inside;
  inside.folder = folder + "/deals";
  for (const auto& outcome : {tests::run("check " + folder), tests::run("check . .. dangling.json", inside)}) {
    CHECK(outcome.exit_code == 2);
    const std::size_t first = outcome.out.find("dangling.json: error: cannot be read");
    REQUIRE(first != std::string::npos);
    CHECK(outcome.out.find("dangling.json: error", first + 1) == std::string::npos);
    CHECK(has(outcome.out, "1 mistake in the input"));
  }
  if (::geteuid() != 0) {
    fs::remove(folder + "/deals/dangling.json");
    fs::create_directory(folder + "/locked");
    ::chmod((folder + "/locked").c_str(), 0);
    CHECK(has(tests::run("check " + folder).out, "1 mistake in the input"));
    ::chmod((folder + "/locked").c_str(), 0700);
  }
}

TEST_CASE("a folder without documents, and one that cannot be read") {
  const std::string empty = tests::scratch_folder();
  const std::string outcome = mistakes_of(empty);
  CHECK(has(outcome, "holds no document"));
  if (::geteuid() != 0) {
    ::chmod(empty.c_str(), 0);
    const auto locked = tests::run("check " + empty);
    CHECK(locked.exit_code == 2);
    CHECK(has(locked.out, "cannot be read"));
    ::chmod(empty.c_str(), 0700);
  }
}

TEST_CASE("names that are not UTF-8 or try to steer the terminal") {
  const std::string folder = copy_of_programme();
  fs::rename(folder + "/violations/too-cheap.json", folder + "/deals/\xff\x1b[31m.json");
  const auto outcome = tests::run("check " + folder);
  CHECK(outcome.exit_code == 1);
  CHECK(!has(outcome.out, "\x1b"));
  CHECK(!has(outcome.out, "\xff"));
}

TEST_CASE("a document past the limit is refused without being read") {
  const std::string folder = copy_of_programme();
  tests::write_text(folder + "/deals/huge.json", "");
  fs::resize_file(folder + "/deals/huge.json", std::uintmax_t{65} << 20);
  const std::string outcome = mistakes_of(folder);
  CHECK(has(outcome, "huge.json: error: the file is too large"));
}

TEST_CASE("a device without an end is left, and told") {
  const auto ended = tests::run("check /dev/zero");
  CHECK(ended.exit_code == 2);
  CHECK(ended.out.find("too long") != std::string::npos);
}

}  // namespace
