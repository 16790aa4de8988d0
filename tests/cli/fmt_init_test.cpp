// What `fmt --write` and `init` write.

#include <filesystem>
#include <string>

#include <doctest/doctest.h>

#include "tests/cli/programme.hpp"

namespace {

namespace fs = std::filesystem;
using tests::copy_of_programme;
using tests::has;

TEST_CASE("fmt --write makes every file canonical and changes nothing else") {
  const std::string folder = copy_of_programme();
  const std::string path = folder + "/brands/studio.json";
  const std::string canonical = tests::read_text(path);
  std::string squeezed = canonical;
  std::erase(squeezed, '\n');
  tests::write_text(path, squeezed);
  const auto check = tests::run("fmt --check " + folder);
  CHECK(check.exit_code == 2);
  CHECK(has(check.err, "brands/studio.json: error: is not in canonical form"));
  CHECK(check.out.empty());
  CHECK(tests::run("fmt --write " + folder).exit_code == 0);
  CHECK(tests::read_text(path) == canonical);
  CHECK(tests::run("fmt --check " + folder).exit_code == 0);
  CHECK(tests::run("fmt " + folder).exit_code == 2);

  tests::write_text(path, "{\"dealwright\": 1, \"kind\": \"brand\"}");
  CHECK(tests::run("fmt --write " + folder).exit_code == 2);
  CHECK(tests::read_text(path) == "{\"dealwright\": 1, \"kind\": \"brand\"}");
}

TEST_CASE("init writes a programme that passes check and is canonical, and overwrites nothing") {
  const std::string folder = tests::scratch_folder() + "/mine";
  const auto made = tests::run("init " + folder);
  CHECK(made.exit_code == 0);
  const auto check = tests::run("check " + folder);
  CHECK(check.exit_code == 0);
  CHECK(!has(check.out, "warning"));
  CHECK(has(check.out, "2 deals"));
  CHECK(tests::run("fmt --check " + folder).exit_code == 0);

  // What its README tells to type.
  tests::Setting inside;
  inside.folder = folder;
  const std::string readme = tests::read_text(folder + "/README.md");
  int commands = 0;
  for (std::size_t at = 0; (at = readme.find("\ndealwright ", at)) != std::string::npos; ++at) {
    const std::size_t begin = at + std::string("\ndealwright ").size();
    const std::string arguments = readme.substr(begin, readme.find('\n', begin) - begin);
    CAPTURE(arguments);
    CHECK(tests::run(arguments, inside).exit_code == 0);
    ++commands;
  }
  CHECK(commands == 5);

  tests::write_text(folder + "/README.md", "mine");
  CHECK(tests::run("init " + folder).exit_code == 2);
  CHECK(tests::read_text(folder + "/README.md") == "mine");
}

TEST_CASE("init on a full disk leaves nothing behind") {
  const std::string folder = tests::scratch_folder();
  fs::create_directory(folder + "/there");
  // Files that may not grow past a block let the first through and stop a later one.
  tests::Setting limited;
  limited.before = "ulimit -f 2;";
  for (const char* name : {"/absent", "/there"}) {
    CAPTURE(name);
    const auto cut = tests::run("init " + folder + name, limited);
    CHECK(cut.exit_code == 2);
    CHECK(cut.out.empty());
    CHECK(has(cut.err, "error: cannot be written"));
    CHECK(!has(cut.err, "README.md"));
  }
  CHECK(!fs::exists(folder + "/absent"));
  CHECK(fs::is_empty(folder + "/there"));
  CHECK(tests::run("init " + folder + "/there").exit_code == 0);
}

}  // namespace
