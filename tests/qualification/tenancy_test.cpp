#include "core/qualification/tenancy.hpp"

#include <string>

#include <doctest/doctest.h>

#include "core/qualification/qualified.hpp"
#include "tests/qualification/documents.hpp"

namespace dealwright::qualification {
namespace {

using qualification_test::documents_of;

// tests/golden/qualified: weights 3, 2 and 5, review from 40 to 60 %, one limit of 10,000 orders at peak.
struct Small {
  model::Programme programme = documents_of("tests/golden/qualified", {"playbook", "atlas", "cellar", "forge", "mill"});
  model::Playbook& playbook = programme.playbooks.front();

  model::Customer& customer(std::string_view id) {
    for (model::Customer& one : programme.customers)
      if (one.id == id) return one;
    FAIL("no such customer");
    return programme.customers.front();
  }
  TenancyResult result(std::string_view id) {
    Diagnostics found;
    auto out = qualify(playbook, customer(id), found);
    CHECK(found.empty());
    return out;
  }
};

TEST_CASE("a score on the band's last point is for review") {
  Small small;
  // (3 x 0.5 + 2 x 1 + 5 x 0.5) / 10 = 6 / 10; 3,000 orders x peak 2 = 6,000 of 10,000, above half.
  const TenancyResult atlas = small.result("atlas");
  CHECK(atlas.verdict == Verdict::review);
  CHECK_FALSE(atlas.forced);
  CHECK(to_percent(atlas.score_least) == "60.0 %");
  CHECK(to_percent(atlas.to_border) == "0.0 %");
  CHECK(to_percent(atlas.criteria[0].contribution) == "15.0 %");
  CHECK(to_percent(atlas.criteria[1].contribution) == "20.0 %");
  CHECK(to_percent(atlas.criteria[2].contribution) == "25.0 %");
  // A hair more and it is dedicated.
  small.playbook.tenancy.review_to = Decimal::from_micro(599'999);
  CHECK(small.result("atlas").verdict == Verdict::dedicated);
}

TEST_CASE("growth passes a limit in the first month above it") {
  Small small;
  // 2,000 at peak, doubled each year: 8,000 in month 24, 16,000 in month 36; 8,000 x (1 + 3 / 12) = 10,000 in month 27,
  // which is not above the limit.
  const TenancyResult cellar = small.result("cellar");
  CHECK(cellar.verdict == Verdict::shared);
  CHECK(cellar.first_limit == "peak-orders");
  CHECK(cellar.first_limit_month == 28);
  small.playbook.tenancy.horizon_months = 27;
  CHECK_FALSE(small.result("cellar").first_limit_month.has_value());
  small.customer("cellar").profile.orders_per_month = Decimal::whole(5001);
  CHECK(small.result("cellar").first_limit_month == 0);
}

TEST_CASE("an answer forces dedicated whatever the score") {
  Small small;
  const TenancyResult forge = small.result("forge");
  CHECK(forge.verdict == Verdict::dedicated);
  CHECK(forge.forced);
  CHECK(to_percent(forge.score_least) == "30.0 %");
  CHECK(forge.criteria[0].forces_dedicated);
  REQUIRE(forge.flips.size() == 2);
  // Without the changed code 0 of 10 points are left.
  CHECK(forge.flips[0].to == Verdict::shared);
  REQUIRE(forge.flips[0].changes.size() == 1);
  CHECK(forge.flips[0].changes[0].words == "Customisation: Changed code -> Configuration only");
}

TEST_CASE("open questions: what may still be, and which one to ask") {
  Small small;
  const TenancyResult mill = small.result("mill");
  CHECK(mill.verdict == Verdict::open);
  CHECK(to_percent(mill.score_least) == "0.0 %");
  // 3 x 0.5 + 2 x 1 of 10 without force.
  CHECK(to_percent(mill.score_greatest) == "35.0 %");
  // Each answer to it settles the case: 20 % or 35 % at most are shared, changed code is dedicated. After an answer
  // about integrations the code could still be changed.
  CHECK(mill.ask_next == "customisation");
  CHECK(mill.criteria[0].could_decide);
  small.customer("mill").qualification->answers.push_back({"customisation", "own", ""});
  const TenancyResult settled = small.result("mill");
  CHECK(settled.verdict == Verdict::shared);
  CHECK(settled.ask_next.empty());
  CHECK_FALSE(settled.criteria[1].could_decide);
}

TEST_CASE("wrong answers are told where they stand, and count as not given") {
  Small small;
  model::Customer& odd = small.customer("forge");
  odd.qualification->answers = {{"customisation", "cod", ""},
                                {"integrations", "edi", ""},
                                {"integrations", "approved", ""},
                                {"transactions", "over", ""}};
  Diagnostics found;
  const TenancyResult result = qualify(small.playbook, odd, found);
  REQUIRE(found.size() == 3);
  CHECK(found[0].pointer == "/qualification/answers/0/answer");
  CHECK(found[0].nearest == "code");
  CHECK(found[1].code == "customer.answered_twice");
  CHECK(found[1].pointer == "/qualification/answers/2/criterion");
  CHECK(found[2].code == "customer.answer_to_measured");
  CHECK(result.criteria[0].answer.empty());
  CHECK(result.criteria[1].answer == "edi");
  CHECK(result.criteria[2].answer == "inside");
}

TEST_CASE("a playbook that cannot be asked says why") {
  Small small;
  const auto code_at = [&](std::size_t count, const char* code, const char* pointer) {
    const Diagnostics found = check_playbook(small.playbook);
    REQUIRE(found.size() == count);
    CHECK(found.back().code == code);
    CHECK(found.back().pointer == pointer);
    CHECK(found.back().severity == Severity::error);
  };
  CHECK(check_playbook(small.playbook).empty());
  small.playbook.tenancy.review_from = Decimal::from_micro(700'000);
  code_at(1, "playbook.review_band", "/tenancy/review_from");
  small.playbook.tenancy = {};
  small.playbook.criteria[0].answers[1].above = Decimal::whole(1);
  code_at(1, "playbook.bound_of_asked", "/criteria/0/answers/1/above");
  small.playbook.criteria[0].answers[1].above.reset();
  small.playbook.criteria[2].answers[2].above = Decimal::from_micro(500'000);
  code_at(1, "playbook.bound_order", "/criteria/2/answers/2/above");
  small.playbook.criteria[2].answers[2].above.reset();
  code_at(1, "playbook.bound_missing", "/criteria/2/answers/2");
  small.playbook.criteria[2].answers[2].above = Decimal::whole(1);
  small.playbook.shared_limits[0].fact = "order_per_month";
  code_at(1, "playbook.unknown_fact", "/shared_limits/0/fact");
  CHECK(check_playbook(small.playbook).back().nearest == "orders_per_month");
  // Nobody is qualified by it.
  Diagnostics told;
  for (const auto& verdict : verdicts(small.programme, told)) CHECK_FALSE(verdict.has_value());
  CHECK(qualifications(small.programme).empty());
  REQUIRE(told.size() == 1);
  CHECK(told[0].file == "playbook/small");
}

TEST_CASE("how a deal's tenancy stands to the verdict") {
  using model::Tenancy;
  CHECK(fit_of(Verdict::shared, Tenancy::shared) == TenancyFit::fits);
  CHECK(fit_of(Verdict::shared, Tenancy::dedicated) == TenancyFit::contradicts);
  CHECK(fit_of(Verdict::dedicated, Tenancy::dedicated) == TenancyFit::fits);
  CHECK(fit_of(Verdict::dedicated, Tenancy::shared) == TenancyFit::contradicts);
  CHECK(fit_of(Verdict::review, Tenancy::shared) == TenancyFit::review);
  CHECK(fit_of(Verdict::open, Tenancy::dedicated) == TenancyFit::open);
  CHECK(fit_of(std::nullopt, Tenancy::dedicated) == TenancyFit::not_qualified);
}

}  // namespace
}  // namespace dealwright::qualification
