#include "core/governance/check.hpp"

#include <array>
#include <string_view>

#include <doctest/doctest.h>

#include "tests/governance/conditions.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::governance;
using model::FactSource;
using tests::above;
using tests::below;
using tests::is;
using tests::small_playbook;

// What is wrong with the condition as the first of a risk.
Diagnostics of(const model::FactCondition& condition) {
  auto book = small_playbook();
  book.risks = {{"risk", "Risk", "", "", {condition}}};
  static constexpr std::array<std::string_view, 2> metrics = {"gross_margin", "term_months"};
  return check_governance(book, metrics);
}

TEST_CASE("conditions in order") {
  CHECK(of(above(FactSource::profile, "orders_per_month", Decimal::whole(1))).empty());
  CHECK(of(is(FactSource::answer, "load", {"isolated"})).empty());
  CHECK(of(is(FactSource::tenancy, "", {"shared", "dedicated"})).empty());
  CHECK(of(below(FactSource::capability, "desk", Decimal::whole(1))).empty());
  CHECK(of(below(FactSource::metric, "gross_margin", Decimal::whole(1))).empty());
  CHECK(of(is(FactSource::metric, "gross_margin", {"any"})).empty());
  CHECK(of(is(FactSource::control, "restore", {"missing"})).empty());
  CHECK(of(below(FactSource::standard, "", Decimal::whole(1))).empty());
}

TEST_CASE("names that are not there") {
  struct Row {
    model::FactCondition condition;
    const char* nearest;
    const char* message;
  };
  const Row rows[] = {
      {above(FactSource::profile, "order_per_month", Decimal::whole(1)), "orders_per_month",
       "\"order_per_month\" is no number of a customer's profile"},
      {is(FactSource::answer, "residencey", {"x"}), "residency", "\"residencey\" is no criterion of the playbook"},
      {above(FactSource::capability, "disk", Decimal::whole(0)), "desk", "\"disk\" is no capability of the playbook"},
      {above(FactSource::metric, "gros_margin", Decimal::whole(0)), "gross_margin", "\"gros_margin\" is no metric"},
      {is(FactSource::control, "restor", {"missing"}), "restore", "\"restor\" is no control of the playbook"},
  };
  for (const Row& row : rows) {
    const auto found = of(row.condition);
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == "playbook.unknown_fact");
    CHECK(found[0].pointer == "/risks/0/when/0/fact");
    CHECK(found[0].nearest == row.nearest);
    CHECK(found[0].message == row.message);
  }
  auto book = small_playbook();
  book.risks = {{"risk", "Risk", "", "", {above(FactSource::metric, "anything", Decimal::whole(0))}}};
  CHECK(check_governance(book).empty());
}

TEST_CASE("words that a fact never is") {
  const auto found = of(is(FactSource::control, "restore", {"missing", "in_palce"}));
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "playbook.unknown_word");
  CHECK(found[0].pointer == "/risks/0/when/0/is/1");
  CHECK(found[0].expected == "one of missing, planned, in_place, verified");
  CHECK(found[0].nearest == "in_place");
  CHECK(of(is(FactSource::answer, "residency", {"offerd"})).at(0).nearest == "offered");
  CHECK(of(is(FactSource::tenancy, "", {"dedicate"})).at(0).nearest == "dedicated");
}

TEST_CASE("conditions that never hold") {
  const auto only = [](const model::FactCondition& condition) {
    const auto found = of(condition);
    REQUIRE(found.size() == 1);
    return found[0];
  };
  CHECK(only(is(FactSource::profile, "products", {})).code == "playbook.condition_of_nothing");
  CHECK(only(is(FactSource::profile, "products", {})).expected == "\"above\" or \"below\"");
  CHECK(only(is(FactSource::metric, "term_months", {})).pointer == "/risks/0/when/0");
  CHECK(only(is(FactSource::profile, "products", {"many"})).code == "playbook.words_on_number");
  CHECK(only(is(FactSource::standard, "", {"low"})).pointer == "/risks/0/when/0/is/0");
  CHECK(only(above(FactSource::tenancy, "", Decimal::whole(1))).code == "playbook.bound_on_word");
  CHECK(only(below(FactSource::control, "restore", Decimal::whole(1))).pointer == "/risks/0/when/0/below");
  CHECK(only(is(FactSource::tenancy, "shared", {"shared"})).code == "playbook.fact_unused");
  CHECK(only(is(FactSource::control, "", {"missing"})).code == "playbook.fact_missing");
  auto empty = above(FactSource::profile, "products", Decimal::whole(5));
  empty.below = Decimal::whole(5);
  CHECK(only(empty).code == "playbook.nothing_between");
}

TEST_CASE("controls and aims are checked too") {
  auto book = small_playbook();
  book.controls[1].when = {is(FactSource::tenancy, "", {"dedicated"}), is(FactSource::tenancy, "", {})};
  book.architectures[0].standard_from = Decimal::from_micro(900'000);
  const auto found = check_governance(book);
  REQUIRE(found.size() == 2);
  CHECK(found[0].code == "playbook.standard_aim");
  CHECK(found[0].pointer == "/architectures/0/standard_from");
  CHECK(found[0].expected == "at most 0.8");
  CHECK(found[1].pointer == "/controls/1/when/1");
}

}  // namespace
