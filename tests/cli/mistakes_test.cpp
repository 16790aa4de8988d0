// Mistakes in documents: each is told once, at its place, with the words it has everywhere, and counted once.

#include <filesystem>
#include <string>

#include <doctest/doctest.h>

#include "tests/cli/programme.hpp"

namespace {

namespace fs = std::filesystem;

using tests::copy_of_programme;
using tests::has;
using tests::on_one_line;
using tests::programme;

const std::string deal_path = "/deals/alpine-outdoor-growth.json";
const std::string book_path = "/price_books/standard-2026.json";

// A copy of the test programme with a text of one of its files replaced by another.
std::string programme_with(const std::string& path, const std::string& from, const std::string& to) {
  const std::string folder = copy_of_programme();
  std::string text = tests::read_text(folder + path);
  REQUIRE(text.find(from) != std::string::npos);
  tests::write_text(folder + path, text.replace(text.find(from), from.size(), to));
  return folder;
}

int count(const std::string& text, const std::string& part) {
  int found = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++found;
  return found;
}

TEST_CASE("a price book with a mistake is there: no deal says that it is not") {
  for (const char* wrong : {"\"currency\": 5", "\"currency\": \"EUR"}) {
    CAPTURE(wrong);
    const std::string folder = programme_with(book_path, "\"currency\": \"EUR\"", wrong);
    const auto check = tests::run("check " + folder);
    CHECK(check.exit_code == 2);
    CHECK(count(check.out, " error: ") == 1);
    CHECK(has(check.out, "standard-2026.json:8:"));
    CHECK(has(check.out, "3 deals (1 priced)"));
    CHECK(has(check.out, "price_book/standard-2026: info: 2 deals are not priced, as this price book has mistakes"));
    CHECK(has(check.out, "1 mistake in the input."));
    CHECK(!has(check.out, "every guardrail holds"));
    CHECK(!has(check.out, "warning"));  // of names in guardrails that only this price book holds
    for (const char* command : {"run ", "quote alpine-outdoor-growth ", "solve alpine-outdoor-growth "}) {
      const auto other = tests::run(command + folder);
      CHECK(other.exit_code == 2);
      CHECK(count(other.err, " error: ") == 1);
    }
  }
}

TEST_CASE("a price book that cannot be used says how many deals it leaves unpriced") {
  const std::string folder =
      programme_with(book_path, "\"charge\": \"monthly\"", "\"meter\": \"nosuch\", \"charge\": \"monthly\"");
  const std::string note = "standard-2026.json:1:1: info: 2 deals are not priced, as this price book has mistakes";
  const auto check = tests::run("check " + folder);
  CHECK(check.exit_code == 2);
  CHECK(has(check.out, "3 deals (1 priced)"));
  CHECK(has(check.out, note));
  CHECK(count(check.out, "not priced") == 1);
  const auto run = tests::run("run " + folder);
  CHECK(run.exit_code == 2);
  CHECK(has(run.err, note));
  // A deal that is told to be there twice is counted once.
  fs::copy(folder + deal_path, folder + "/deals/copy.json");
  CHECK(has(tests::run("check " + folder).out, note));
  fs::remove(folder + "/deals/copy.json");
  fs::remove(folder + deal_path);
  CHECK(has(tests::run("check " + folder).out, "info: 1 deal is not priced"));
}

TEST_CASE("a price book that cannot be read at all is missed once, not by each of its deals") {
  const std::string book = tests::read_text(programme + book_path);
  // By its byte order mark it is still known which it is.
  const std::string marked = programme_with(book_path, "{", "\xEF\xBB\xBF{");
  const auto known = tests::run("check " + marked);
  CHECK(count(known.out, " error: ") == 1);
  CHECK(has(known.out, "[document.byte_order_mark]"));

  const std::string empty = programme_with(book_path, book, "");
  const std::string unreadable = programme_with(book_path, "{", "{");
  fs::remove(unreadable + book_path);
  fs::create_symlink("nowhere", unreadable + book_path);
  for (const std::string& folder : {empty, unreadable}) {
    for (const char* command : {"check ", "run ", "quote alpine-outdoor-growth "}) {
      CAPTURE(command);
      const auto outcome = tests::run(command + folder);
      CHECK(outcome.exit_code == 2);
      CHECK(count(outcome.out + outcome.err, " error: ") == 2);
      // Two of the three deals are priced from it.
      CHECK(count(outcome.out + outcome.err, "there is no price book \"standard-2026\": this is the first of 2 ") == 1);
    }
  }
}

// A copy of a folder of documents with a text of one of its files replaced by another.
std::string folder_with(const std::string& folder, const std::string& file, const std::string& from,
                        const std::string& to) {
  const std::string copy = tests::scratch_folder() + "/changed";
  fs::remove_all(copy);
  fs::copy(folder, copy, fs::copy_options::recursive);
  std::string text = tests::read_text(copy + file);
  REQUIRE(text.find(from) != std::string::npos);
  tests::write_text(copy + file, text.replace(text.find(from), from.size(), to));
  return copy;
}

TEST_CASE("a customer whose playbook has a mistake has answered all the same") {
  const std::string folder =
      folder_with("scenarios", "/playbooks/commerce.json", "\"id\": \"commerce\",",
                  "\"id\": \"commerce\", \"tenancy\": {\"review_from\": 0.9, \"review_to\": 0.1},");
  const auto outcome = tests::run("qualify " + folder + " --customer koti-living");
  CHECK(outcome.exit_code == 2);
  CHECK(!has(outcome.err, "states no"));
  CHECK(has(outcome.err,
            "info: customer \"koti-living\" is not qualified, as its playbook \"commerce\" is not there or "
            "has mistakes [customer.not_qualified]"));
}

TEST_CASE("a package of no price book is a warning at the playbook, with the nearest name") {
  const std::string folder = folder_with("scenarios", "/playbooks/commerce.json", "\"dedicated_package\": \"private\"",
                                         "\"dedicated_package\": \"privat\"");
  for (const char* command : {"check ", "qualify "}) {
    const auto outcome = tests::run(command + folder);
    const std::string told = outcome.out + outcome.err;
    CHECK(has(told,
              "warning: no price book of this programme has a package \"privat\" to move to (did you mean "
              "\"private\"?) [playbook.unknown_package]"));
    CHECK(!has(told, "migration.no_package"));
  }
}

TEST_CASE("a customer of another partner is told whose it is") {
  const auto outcome = tests::run("govern scenarios --partner inntal --customer koti-living");
  CHECK(outcome.exit_code == 2);
  CHECK(has(outcome.err, "customer \"koti-living\" is of partner \""));
  CHECK(!has(outcome.err, "\"koti-living\" is of partner \"inntal\""));
}

TEST_CASE("a day before 1900 is a day, but not one that is counted") {
  CHECK(has(tests::run("check scenarios --today 1800-01-01").err,
            "\"1800-01-01\" is not a day of the years 1900 to 2199"));
}

TEST_CASE("fits are explained down to answers, architectures and certificates, each at its place") {
  const auto explained = [](const char* metric) {
    return tests::run(std::string("explain case-4-medikaro ") + metric + " scenarios").out;
  };
  const std::string certified = explained("certification_fit");
  CHECK(has(certified, "Certification: beyond complexity"));
  CHECK(has(certified.substr(0, certified.find('\n')), "medikaro.json:7:15 /customer]"));
  CHECK(has(certified, "Complex deliveries: not held, lacks "));
  CHECK(has(certified, "2 of 3 held"));
  const std::string tenancy = explained("tenancy_fit");
  CHECK(
      has(tenancy, "Verdict on the customer: dedicated, score 89.5 % = forced by Transactions, Performance isolation"));
  CHECK(has(explained("delivery_complexity"), "/architectures/"));
}

TEST_CASE("no line of a table is over 140 columns") {
  for (const char* command : {"govern scenarios", "govern scenarios --review", "onboarding scenarios",
                              "qualify scenarios", "advise scenarios"}) {
    CAPTURE(command);
    const std::string out = tests::run(std::string(command) + (std::string(command).find("govern") == 0 ||
                                                                       std::string(command).find("onb") == 0
                                                                   ? " --today 2026-11-22"
                                                                   : ""))
                                .out;
    REQUIRE(!out.empty());
    std::size_t begin = 0, longest = 0;
    for (std::size_t end; (end = out.find('\n', begin)) != std::string::npos; begin = end + 1) {
      // Columns: bytes that begin a character.
      std::size_t columns = 0;
      for (std::size_t at = begin; at < end; ++at)
        columns += (static_cast<unsigned char>(out[at]) & 0xc0U) != 0x80U ? 1U : 0U;
      longest = std::max(longest, columns);
    }
    CHECK(longest <= 140);
  }
}

TEST_CASE("a deal with a mistake is there") {
  const std::string folder = programme_with("/deals/everything.json", "\"term_months\": ", "\"term_months\": 9");
  for (const std::string& arguments : {"quote everything " + folder, "explain everything net " + folder,
                                       "solve everything " + folder, "run " + folder + " --deal everything"}) {
    CAPTURE(arguments);
    const auto outcome = tests::run(arguments);
    CHECK(outcome.exit_code == 2);
    CHECK(count(outcome.err, " error: ") == 1);
    CHECK(has(outcome.err, "everything.json:13:18: error: \"term_months\" is "));
  }
  // Its id is still the nearest to a misspelt one.
  CHECK(has(tests::run("run " + folder + " --deal everythin").err, "did you mean \"everything\"?"));
  // Another file's mistake does not hide that this one holds no deal.
  CHECK(has(tests::run("quote " + folder + "/customers/alpine-outdoor.json").err, "the file holds no deal"));
  CHECK(!has(tests::run("quote " + folder + "/deals/everything.json").err, "the file holds no deal"));
}

TEST_CASE("a proposal of a deal that fails a guardrail says so on standard error, and only there") {
  // It fails the rules margin, service_line_margin of support and discount: three of severity error.
  const std::string path = programme + "/violations/too-cheap.json";
  const auto check = tests::run("check " + path);
  CHECK(has(check.out, ": 3 errors, 1 warning"));
  const auto quote = tests::run("quote " + path);
  CHECK(quote.exit_code == 0);
  CHECK(quote.err == path + ":1:1: warning: this deal fails 3 guardrails: see dealwright check [quote.guardrail]\n");
  CHECK(!has(quote.out, "guardrail"));
}

TEST_CASE("a reference that leads nowhere is told once") {
  const std::string folder = programme_with(deal_path, "\"partner\": \"studio\"", "\"partner\": \"nobody\"");
  for (const char* command : {"run ", "check ", "quote alpine-outdoor-growth ", "explain alpine-outdoor-growth net "}) {
    CAPTURE(command);
    const auto outcome = tests::run(command + folder);
    CHECK(outcome.exit_code == 2);
    CHECK(count(outcome.out + outcome.err, "there is no partner \"nobody\"") == 1);
  }
  tests::Setting setting;
  setting.input = tests::read_text(folder + deal_path);
  const auto input = tests::run("check " + folder + "/partners -", setting);
  CHECK(input.exit_code == 2);
  CHECK(count(input.out, "there is no partner \"nobody\"") == 1);
  CHECK(has(input.out, "1 deal (0 priced)"));
  CHECK(has(input.out, "1 mistake in the input."));

  // Lines and packages refer into the price book, which whoever prices them finds too.
  const std::string line = programme_with(deal_path, "\"component\": \"", "\"component\": \"no-");
  const std::string package = programme_with(book_path, "\"components\": [\"", "\"components\": [\"no-");
  for (const std::string& wrong : {line, package}) {
    for (const char* command : {"run ", "check "}) {
      const auto outcome = tests::run(command + wrong);
      CHECK(outcome.exit_code == 2);
      CHECK(count(outcome.out + outcome.err, "\"no-") == 1);
    }
  }
}

TEST_CASE("an id that two deals have is told alike wherever they stand, and the second is not evaluated") {
  const std::string deal = tests::read_text(programme + deal_path);
  const std::string folder = programme_with("/programme.json", "{", "{");
  tests::write_text(folder + "/deals/b.jsonl", on_one_line(deal) + on_one_line(deal));
  tests::write_text(folder + "/deals/c.json",
                    R"({"dealwright": 1, "kind": "programme", "id": "more", "documents": [)" + deal + "]}");
  const auto check = tests::run("check " + folder);
  const auto run = tests::run("run " + folder);
  CHECK(check.exit_code == 2);
  const std::string mistakes = check.out.substr(0, check.out.find("\n\n") + 1);
  CHECK(count(mistakes, "\n") == 3);
  CHECK(mistakes == run.err);
  CHECK(has(mistakes, "b.jsonl:2:"));
  CHECK(has(mistakes, ": error: a deal \"alpine-outdoor-growth\" is also in " + folder + deal_path + ":4:9"));
  CHECK(has(mistakes, "[document.duplicate_document]"));
  const auto once = tests::run("check " + programme);
  const std::string counted =
      once.out.substr(once.out.find("3 deals"), once.out.find(", every") - once.out.find("3 deals"));
  CHECK(has(check.out, counted + ". 3 mistakes in the input."));
}

TEST_CASE("of two deals of one id the first of the input counts, whatever the threads") {
  const std::string folder = programme_with("/programme.json", "{", "{");
  const std::string deal = on_one_line(tests::read_text(folder + "/violations/too-cheap.json"));
  std::string lines;
  for (int i = 0; i < 600; ++i) {
    std::string one = deal;
    one.replace(one.find("\"too-cheap\""), 11, "\"deal-" + std::to_string(i % 300) + "\"");
    lines += one;
  }
  tests::write_text(folder + "/deals/all.jsonl", lines);
  const auto one = tests::run("check --jobs 1 --format json --today 2026-01-01 " + folder + "/deals/all.jsonl");
  const auto four = tests::run("check --jobs 4 --format json --today 2026-01-01 " + folder + "/deals/all.jsonl");
  CHECK(one.exit_code == 2);
  CHECK(one.out == four.out);
  CHECK(has(one.out, "\"deals\": 300,"));
  CHECK(has(one.out, "\"deals_priced\": 300,"));
  CHECK(has(one.out, "\"failed_deals\": 300,"));
  CHECK(count(one.out, "\"document.duplicate_document\"") == 300);
  // The first half of the lines alone gives the same findings.
  tests::write_text(folder + "/deals/all.jsonl", lines.substr(0, lines.size() / 2));
  const auto half = tests::run("check --jobs 1 --format json --today 2026-01-01 " + folder + "/deals/all.jsonl");
  CHECK(half.exit_code == 1);
  CHECK(half.out.substr(half.out.find("\"findings\"")) == one.out.substr(one.out.find("\"findings\"")));
}

}  // namespace
