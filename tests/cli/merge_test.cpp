// Merging documents as a person and as git does it.

#include <filesystem>
#include <string>

#include <doctest/doctest.h>

#include "tests/cli/programme.hpp"

namespace {

namespace fs = std::filesystem;
using tests::has;

// Three copies of a document, which a test changes.
struct Copies {
  std::string folder = tests::scratch_folder();
  std::string original;

  explicit Copies(const std::string& path) : original(tests::read_text(path)) {
    for (const char* name : {"base", "ours", "theirs"}) put(name, original);
  }
  std::string path(const std::string& name) const { return folder + "/" + name; }
  void put(const std::string& name, const std::string& text) const { tests::write_text(path(name), text); }
  void replace(const std::string& name, const std::string& from, const std::string& to) const {
    std::string text = tests::read_text(path(name));
    REQUIRE(has(text, from));
    put(name, text.replace(text.find(from), from.size(), to));
  }
  tests::Outcome merge(const std::string& options = "") const {
    return tests::run("merge " + path("base") + " " + path("ours") + " " + path("theirs") + " " + options);
  }
};

const std::string run_path = "scenarios/onboardings/tatra-works-onboarding.json";

TEST_CASE("changes of both sides come together in canonical form") {
  const Copies copies(run_path);
  copies.replace("ours", "\"target\": \"2026-12-23\"", "\"target\": \"2027-01-15\"");
  copies.replace("theirs", "\"Peter Sloboda\"", "\"Petra Slobodová\"");
  const auto outcome = copies.merge();
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.err.empty());
  copies.replace("ours", "\"Peter Sloboda\"", "\"Petra Slobodová\"");
  CHECK(outcome.out == tests::read_text(copies.path("ours")));
}

TEST_CASE("a conflict is told, ours is kept and the file written") {
  const Copies copies(run_path);
  copies.replace("ours", "\"target\": \"2026-12-23\"", "\"target\": \"2027-01-15\"");
  copies.replace("theirs", "\"target\": \"2026-12-23\"", "\"target\": \"2027-02-01\"");
  copies.replace("theirs", "\"Peter Sloboda\"", "\"Petra Slobodová\"");
  const auto outcome = copies.merge("--output " + copies.path("ours"));
  CHECK(outcome.exit_code == 1);
  CHECK(outcome.out.empty());
  CHECK(has(outcome.err,
            "#/target: error: Target: ours has \"2027-01-15\", theirs \"2027-02-01\", the base "
            "\"2026-12-23\"; ours is kept"));
  CHECK(has(outcome.err, "[merge.changed]"));
  const std::string merged = tests::read_text(copies.path("ours"));
  CHECK(has(merged, "2027-01-15"));
  CHECK(has(merged, "Petra Slobodová"));
}

TEST_CASE("every kind of document, and an empty base") {
  for (const char* path : {"brands/studio.json", "deals/everything.json", "price_books/standard-2026.json"}) {
    CAPTURE(path);
    const Copies copies(tests::programme + "/" + path);
    CHECK(copies.merge().out == copies.original);
    copies.put("base", "");
    const auto outcome = copies.merge();
    CHECK(outcome.exit_code == 0);
    CHECK(outcome.out == copies.original);
  }
  const Copies copies(run_path);
  copies.put("base", "\n");
  CHECK(copies.merge().out == copies.original);
}

TEST_CASE("bad input leaves the file as it is") {
  const Copies copies(run_path);
  const auto refused = [&](const std::string& words) {
    const std::string before = tests::read_text(copies.path("ours"));
    const auto outcome = copies.merge("--output " + copies.path("ours"));
    CHECK(outcome.exit_code == 2);
    CHECK(outcome.out.empty());
    CHECK_MESSAGE(has(outcome.err, words), outcome.err);
    CHECK(tests::read_text(copies.path("ours")) == before);
  };
  copies.replace("theirs", "\"partner\": \"tatra-works\"", "\"partner\": \"mercier\"");
  refused("its partner is \"mercier\", the base's \"tatra-works\"");
  copies.put("theirs", copies.original);
  copies.replace("theirs", "\"id\": \"tatra-works-onboarding\"", "\"id\": \"another\"");
  refused("/id: error: is no copy of the document in");
  copies.put("theirs", tests::read_text(tests::programme + "/brands/studio.json"));
  refused("its kind is \"brand\", that one's \"onboarding\"");
  copies.put("theirs", "{");
  refused("theirs:1");
  copies.put("theirs", "");
  refused("theirs");
  copies.put("theirs", "{\"dealwright\": 1, \"kind\": \"programme\", \"id\": \"p\", \"documents\": []}");
  refused("does not hold one document");
  fs::remove(copies.path("theirs"));
  refused("theirs");
}

TEST_CASE("a result that would not be a right document is not written") {
  const Copies copies(run_path);
  // A workshop has room for 100 people: each side's 60 are right by themselves.
  const auto with_workshop = [&](const std::string& stem, int people) {
    std::string present;
    for (int i = 0; i < people; ++i) present += (i == 0 ? "\"" : ", \"") + stem + std::to_string(i) + "\"";
    return R"({"dealwright": 1, "kind": "onboarding", "id": "r", "name": "R", "playbook": "p", "template_id": "t",)"
           R"( "template_version": 1, "partner": "q", "start": "2026-01-05", "workshops": [{"id": "w", "title": "W",)"
           R"( "on": "2026-01-06", "present": [)" +
           present + "]}]}";
  };
  copies.put("base", with_workshop("", 0));
  copies.put("ours", with_workshop("ours ", 60));
  copies.put("theirs", with_workshop("theirs ", 60));
  const auto outcome = copies.merge();
  CHECK(outcome.exit_code == 2);
  CHECK(outcome.out.empty());
  CHECK(has(outcome.err, "the merged document:"));
  CHECK(has(outcome.err, "100"));
}

}  // namespace
