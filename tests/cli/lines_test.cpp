// Documents a line, from files, pipes and standard input.

#include <filesystem>
#include <string>

#include <doctest/doctest.h>

#include "tests/cli/programme.hpp"

namespace {

namespace fs = std::filesystem;
using tests::as_lines;
using tests::has;
using tests::last_line;
using tests::mistakes_of;
using tests::programme;

TEST_CASE("a pipe is read once and as a whole") {
  const std::string deal = fs::absolute(programme + "/violations/too-cheap.json").string();
  const std::string folder = tests::scratch_folder();
  tests::write_text(folder + "/lines", as_lines(3000));
  const auto piped = [&](const std::string& name, const std::string& from, const std::string& arguments) {
    tests::Setting setting;
    const std::string pipe = folder + "/" + name;
    setting.before = "rm -f " + pipe + "; mkfifo " + pipe + "; cat " + from + " > " + pipe + " & timeout 60";
    return tests::run(arguments + " " + pipe, setting);
  };
  const auto one = piped("deal", deal, "check " + programme);
  CHECK(one.exit_code == 1);
  CHECK(has(one.out, folder + "/deal:15:15: error: margin"));
  CHECK(has(one.out, " 4 deals,"));
  for (const char* name : {"lines-of-deals", "deals.jsonl"}) {
    const auto lines = piped(name, folder + "/lines", "check");
    CHECK(lines.exit_code == 0);
    CHECK(has(lines.out, " 3,000 deals,"));
  }
  CHECK(piped("deal", deal, "quote").exit_code == 2);  // nothing it refers to
  tests::write_text(folder + "/blank", "\n \n");
  CHECK(has(piped("blank.jsonl", folder + "/blank", "check").out, "error: there is no document [file.none]"));
  CHECK(has(piped("deal", deal, "fmt").out, "\"id\": \"too-cheap\""));
  const auto back = piped("deal", deal, "fmt --write");
  CHECK(back.exit_code == 2);
  CHECK(has(back.err, "cannot be written back"));
}

TEST_CASE("a file of lines without any is told") {
  const std::string folder = tests::scratch_folder();
  tests::write_text(folder + "/all.jsonl", "");
  tests::write_text(folder + "/blank.ndjson", "\n  \n");
  const std::string outcome = mistakes_of(folder);
  CHECK(has(outcome, "/all.jsonl: error: there is no document [file.none]"));
  CHECK(has(outcome, "/blank.ndjson: error: there is no document [file.none]"));
}

TEST_CASE("a bundle on a line is a bundle, in files and on standard input") {
  std::string documents;
  const std::string lines = as_lines(5);
  for (const char c : lines.substr(0, lines.size() - 1)) documents += c == '\n' ? ',' : c;
  const std::string bundle = R"({"dealwright":1,"kind":"programme","id":"all","documents":[)" + documents + "]}\n";
  const std::string folder = tests::scratch_folder();
  tests::write_text(folder + "/all.jsonl", bundle);
  tests::Setting setting;
  setting.input = bundle;
  for (const auto& outcome : {tests::run("check " + folder), tests::run("check -", setting)}) {
    CHECK(outcome.exit_code == 0);
    CHECK(has(outcome.out, " 5 deals,"));
  }
  const std::string brand = R"({"dealwright": 1, "kind": "brand", "id": "b", "name": "B"})";
  setting.input = bundle + brand + "\n";
  const auto formatted = tests::run("fmt -", setting);
  CHECK(formatted.exit_code == 0);
  CHECK(formatted.out.starts_with(R"({"dealwright": 1, "kind": "programme", "id": "all", "documents": [{"kind": )"));
  CHECK(formatted.out.ends_with("}]}\n" + brand + "\n"));
  CHECK(tests::run("fmt --check -", {formatted.out, {}, {}, {}}).exit_code == 0);
}

TEST_CASE("standard input: lines, one document, documents in the wrong order") {
  tests::Setting setting;
  setting.input = as_lines(40);
  const auto lines = tests::run("check -", setting);
  CHECK(lines.exit_code == 0);
  CHECK(has(lines.out, "40 deals"));

  setting.input = tests::read_text(programme + "/violations/too-cheap.json");
  const auto one = tests::run("check " + programme + "/price_books " + programme + "/partners " + programme +
                                  "/customers " + programme + "/guardrails -",
                              setting);
  CHECK(one.exit_code == 1);
  CHECK(has(one.out, "standard input:"));

  const std::string all = as_lines(1);
  setting.input = all.substr(last_line(all)) + all;
  const auto wrong = tests::run("check -", setting);
  CHECK(wrong.exit_code == 2);
  CHECK(has(wrong.out, "after the first deal"));

  setting.input.clear();
  CHECK(tests::run("check -", setting).exit_code == 2);
}

TEST_CASE("a file of lines gives the same as its documents, whatever the threads") {
  const std::string folder = tests::scratch_folder();
  tests::write_text(folder + "/all.jsonl", as_lines(1500));
  const auto one = tests::run("check --format json --today 2026-01-01 --jobs 1 " + folder);
  const auto four = tests::run("check --format json --today 2026-01-01 --jobs 4 " + folder);
  CHECK(one.exit_code == 0);
  CHECK(one.out == four.out);
  CHECK(has(one.out, "\"deals\": 1500"));
}

TEST_CASE("a line past the limit is skipped") {
  const std::string folder = tests::scratch_folder();
  const std::string lines = as_lines(2);
  const std::size_t last = last_line(lines);
  tests::write_text(folder + "/all.jsonl",
                    lines.substr(0, last) + std::string(std::size_t{66} << 20, ' ') + "{}\n" + lines.substr(last));
  const std::string outcome = mistakes_of(folder);
  CHECK(has(outcome, "all.jsonl:8:1: error: the line is too long"));
  CHECK(has(outcome, "2 deals"));
}

// A sanitizer takes more address space than any limit would leave it.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool can_limit_memory = false;
#elif defined(__has_feature)
constexpr bool can_limit_memory = !__has_feature(address_sanitizer);
#else
constexpr bool can_limit_memory = true;
#endif

TEST_CASE("where the system gives no more threads, those there are do the work" * doctest::skip(!can_limit_memory)) {
  const std::string folder = tests::scratch_folder();
  tests::write_text(folder + "/all.jsonl", as_lines(200));
  // Room for the work, but not for the stacks of so many threads.
  tests::Setting limited;
  limited.before = "ulimit -v 200000;";
  const auto outcome = tests::run("check --jobs 256 " + folder, limited);
  CHECK(outcome.exit_code == 0);
  CHECK(has(outcome.out, "200 deals"));
  CHECK(outcome.err.empty());
}

}  // namespace
