// Deals are read after the plans that name them, or not at all.

#include <string>

#include <doctest/doctest.h>

#include "tests/cli/runner.hpp"

namespace {

bool has(const std::string& text, const char* part) {
  return text.find(part) != std::string::npos;
}

// Paths of tests/golden/reviewed without its deal.
std::string without_deal() {
  std::string paths;
  for (const char* const name : {"brand", "customer", "partner", "plan", "playbook", "price-book"})
    paths += std::string(" tests/golden/reviewed/") + name + ".json";
  return paths;
}

std::string deal_line(const std::string& id) {
  return R"({"dealwright":1,"kind":"deal","id":")" + id +
         R"(","partner":"miller","customer":"mill","price_book":"book","currency":"EUR","tenancy":"shared",)" +
         R"("start":"2026-01-01","term_months":24,"lines":[{"component":"platform"}]})" + "\n";
}

TEST_CASE("a plan finds its deal in a stream, and is told where it does not") {
  const auto found = tests::run("check - --today 2026-08-03" + without_deal(), {deal_line("mill-deal"), {}, {}, {}});
  CHECK(found.exit_code == 0);
  const auto lost = tests::run("check - --today 2026-08-03" + without_deal(), {deal_line("mill-dael"), {}, {}, {}});
  CHECK(lost.exit_code == 2);
  CHECK(has(lost.out, "there is no deal \"mill-deal\""));
  CHECK(has(lost.out, "did you mean \"mill-dael\"?"));
}

TEST_CASE("a deal that is checked by itself says nothing of the plans around it") {
  const auto one = tests::run("check scenarios/violations/margin-peak.json --today 2026-11-20");
  CHECK(one.exit_code == 1);
  CHECK_FALSE(has(one.out, "there is no deal"));
}

TEST_CASE("what the partner keeps to itself is nowhere in a hand-over of the reference programme") {
  for (const char* const format : {"text", "markdown", "html", "json"}) {
    const auto shared = tests::run(std::string("review scenarios --today 2026-11-20 --format ") + format);
    CHECK(shared.exit_code == 0);
    CHECK(has(shared.out, "Atelier Noir"));
    CHECK_FALSE(has(shared.out, "sponsor has left"));
    CHECK_FALSE(has(shared.out, "enewal risk"));
    CHECK_FALSE(has(shared.out, "ross margin"));
    CHECK_FALSE(has(shared.out, "gross_margin"));
  }
}

}  // namespace
