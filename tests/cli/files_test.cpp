// Files: folders and single files, standard input, broken and unreadable ones, a full disk, atomic writes.

#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <string>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/cli/runner.hpp"

namespace {

namespace fs = std::filesystem;

const std::string programme = "tests/golden/programme";

// A copy of the test programme that a test may change.
std::string copy_of_programme() {
  const std::string folder = tests::scratch_folder() + "/programme";
  fs::copy(programme, folder, fs::copy_options::recursive);
  return folder;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// The test programme as JSON lines: reference documents first.
std::string as_lines(int copies) {
  std::string lines;
  for (const char* path :
       {"brands/studio.json", "partners/studio.json", "customers/alpine-outdoor.json", "customers/nordic-home.json",
        "price_books/standard-2026.json", "guardrails/standard.json"}) {
    std::string text = tests::read_text(programme + "/" + path);
    for (char& c : text) c = c == '\n' ? ' ' : c;
    lines += text + "\n";
  }
  std::string deal = tests::read_text(programme + "/deals/alpine-outdoor-growth.json");
  for (char& c : deal) c = c == '\n' ? ' ' : c;
  const std::string id = "\"alpine-outdoor-growth\"";
  for (int i = 0; i < copies; ++i) {
    std::string one = deal;
    one.replace(one.find(id), id.size(), "\"deal-" + std::to_string(i) + "\"");
    lines += one + "\n";
  }
  return lines;
}

// Where the last line begins.
std::size_t last_line(const std::string& lines) {
  return lines.rfind('\n', lines.size() - 2) + 1;
}

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
  const auto outcome = tests::run("check " + folder);
  CHECK(outcome.exit_code == 2);
  CHECK(has(outcome.out, "/all.jsonl: error: there is no document [file.none]"));
  CHECK(has(outcome.out, "/blank.ndjson: error: there is no document [file.none]"));
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

TEST_CASE("one bad file never hides the others") {
  const std::string folder = copy_of_programme();
  tests::write_text(folder + "/deals/a-broken.json", "{\"dealwright\": 1, \"kind\": \"deal\", ");
  tests::write_text(folder + "/deals/b-binary.json", std::string("\0\xff\xfe{", 4));
  tests::write_text(folder + "/deals/c-empty.json", "");
  tests::write_text(folder + "/deals/d-deep.json", std::string(100000, '['));
  fs::copy(folder + "/violations/too-cheap.json", folder + "/deals/z-too-cheap.json");
  const auto outcome = tests::run("check " + folder);
  CHECK(outcome.exit_code == 2);
  for (const char* name : {"a-broken.json", "b-binary.json", "c-empty.json", "d-deep.json"})
    CHECK_MESSAGE(has(outcome.out, name), name);
  CHECK(has(outcome.out, "z-too-cheap.json:"));
  CHECK(has(outcome.out, "4 deals"));
}

TEST_CASE("paths that cannot be read are told, and the rest goes on") {
  const std::string folder = copy_of_programme();
  fs::create_directory(folder + "/deals/folder.json");
  REQUIRE(::symlink("nowhere", (folder + "/deals/dangling.json").c_str()) == 0);
  REQUIRE(::symlink("..", (folder + "/deals/loop").c_str()) == 0);
  tests::write_text(folder + "/deals/.hidden.json", "nonsense");
  tests::write_text(folder + "/deals/notes.txt", "nonsense");
  const auto outcome = tests::run("check " + folder + " " + folder + "/absent.json");
  CHECK(outcome.exit_code == 2);
  CHECK(has(outcome.out, "dangling.json: error: cannot be read"));
  CHECK(has(outcome.out, "absent.json: error: cannot be read"));
  CHECK(has(outcome.out, "3 deals"));
  CHECK(!has(outcome.out, "hidden"));
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
  const auto outcome = tests::run("check " + empty);
  CHECK(outcome.exit_code == 2);
  CHECK(has(outcome.out, "holds no document"));
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
  const auto outcome = tests::run("check " + folder);
  CHECK(outcome.exit_code == 2);
  CHECK(has(outcome.out, "huge.json: error: the file is too large"));
}

TEST_CASE("a line past the limit is skipped") {
  const std::string folder = tests::scratch_folder();
  const std::string lines = as_lines(2);
  const std::size_t last = last_line(lines);
  tests::write_text(folder + "/all.jsonl",
                    lines.substr(0, last) + std::string(std::size_t{66} << 20, ' ') + "{}\n" + lines.substr(last));
  const auto outcome = tests::run("check " + folder);
  CHECK(outcome.exit_code == 2);
  CHECK(has(outcome.out, "all.jsonl:8:1: error: the line is too long"));
  CHECK(has(outcome.out, "2 deals"));
}

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

TEST_CASE("a device without an end is left, and told") {
  const auto ended = tests::run("check /dev/zero");
  CHECK(ended.exit_code == 2);
  CHECK(ended.out.find("too long") != std::string::npos);
}

}  // namespace
