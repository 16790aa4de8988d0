#include "core/guardrails/known_words.hpp"

#include "tests/guardrails/fixtures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::guardrails;
using namespace dealwright::guardrails_test;

TEST_CASE("ids of rules that nothing in the programme has are told") {
  Whole whole;
  whole.book.packages.resize(1);
  whole.book.packages[0].id = "starter";
  model::Programme programme;
  programme.partners = {whole.partner};
  programme.customers = {whole.customer};
  programme.price_books = {whole.book};
  whole.one_of("component", {"platform", "storag"});
  whole.rules.rules[0].when = {{"partner", {}, {}, {"partner", "nobody"}},
                               {"currency", {}, {}, {"EUR", "EURO"}},
                               {"service_tier", {}, {}, {"standard", "premum"}},
                               {"package", {}, {}, {"", "startr"}},
                               {"customer", {}, {}, {"customers"}},
                               {"price_book", {}, {}, {"bok"}}};
  const auto diagnostics = unknown_words(whole.rules, programme);
  REQUIRE(diagnostics.size() == 7);
  CHECK_FALSE(has_errors(diagnostics));
  CHECK(diagnostics[0].pointer == "/rules/0/one_of/1");
  CHECK(diagnostics[0].nearest == "storage");
  CHECK(diagnostics[1].pointer == "/rules/0/when/0/one_of/1");
  CHECK(diagnostics[2].message == "no currency of this programme is called \"EURO\"");
  CHECK(diagnostics[3].message == "no service tier of this programme is called \"premum\"");
  CHECK(diagnostics[4].pointer == "/rules/0/when/3/one_of/1");
  CHECK(diagnostics[5].nearest == "customer");
  CHECK(diagnostics[6].nearest == "book");
  // Closed lists are checked where rules are prepared, and a programme without such documents knows nothing.
  whole.rules.rules[0].when = {{"tenancy", {}, {}, {"none"}}};
  CHECK(unknown_words(whole.rules, programme).size() == 1);
  programme.price_books.clear();
  CHECK(unknown_words(whole.rules, programme).empty());
}

}  // namespace
