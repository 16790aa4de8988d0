#include "tests/cli/runner.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tests {
namespace {

namespace fs = std::filesystem;

// Removes all scratch folders when the program ends.
struct Scratch {
  fs::path root;
  int count = 0;
  Scratch() {
    std::string name = (fs::temp_directory_path() / "dealwright-cli-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    root = name;
  }
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(root, ignored);
  }
};

Scratch& scratch() {
  static Scratch one;
  return one;
}

std::string program() {
  const char* path = std::getenv("DEALWRIGHT_BINARY");
  REQUIRE_MESSAGE(path != nullptr, "DEALWRIGHT_BINARY names the runner; ctest sets it");
  return fs::absolute(path).string();
}

}  // namespace

Outcome run(const std::string& arguments, const Setting& setting) {
  const std::string folder = scratch_folder();
  write_text(folder + "/in", setting.input);
  const std::string out = setting.out_to.empty() ? folder + "/out" : setting.out_to;
  std::string command;
  if (!setting.folder.empty()) command += "cd '" + setting.folder + "' || exit 99; ";
  command += setting.before;
  // An odd zone and language show what leaks from them.
  command +=
      " env -i PATH=/usr/bin:/bin TZ=Pacific/Kiritimati LANG=tr_TR.UTF-8 COLUMNS=40 TERM=xterm "
      "ASAN_OPTIONS=detect_leaks=0 '" +
      program() + "' " + arguments + " <'" + folder + "/in' >'" + out + "' 2>'" + folder + "/err'";
  const int status = std::system(command.c_str());
  Outcome outcome;
  outcome.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  if (setting.out_to.empty()) outcome.out = read_text(out);
  outcome.err = read_text(folder + "/err");
  return outcome;
}

std::string scratch_folder() {
  const fs::path path = scratch().root / std::to_string(++scratch().count);
  fs::create_directory(path);
  return path.string();
}

std::string read_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void write_text(const std::string& path, const std::string& text) {
  fs::create_directories(fs::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

bool exists(const std::string& path) {
  return fs::exists(path);
}

void check_golden(const std::string& name, const std::string& text) {
  const std::string path = "tests/golden/" + name;
  const char* bless = std::getenv("DEALWRIGHT_BLESS");
  if (bless != nullptr && std::string(bless) == "1") {
    if (read_text(path) != text) write_text(path, text);
    return;
  }
  if (read_text(path) == text) return;
  const std::string folder = scratch_folder();
  write_text(folder + "/now", text);
  const std::string command = "diff -u '" + path + "' '" + folder + "/now' >'" + folder + "/diff' 2>&1";
  static_cast<void>(std::system(command.c_str()));
  FAIL_CHECK("differs from " << path << "; where that is meant, run `make bless` and look at the change\n"
                             << read_text(folder + "/diff"));
}

}  // namespace tests
