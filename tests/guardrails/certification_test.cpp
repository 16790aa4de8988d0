#include "core/guardrails/certification.hpp"

#include "tests/guardrails/fixtures.hpp"

namespace dealwright::guardrails_test {
namespace {

using model::Complexity;
using model::Tenancy;
using onboarding::CertificationResult;

CertificationResult certification(std::string name, Complexity complexity, std::vector<Tenancy> tenancies,
                                  std::string_view discount, bool held = true) {
  CertificationResult one;
  one.certification = name;
  one.name = std::move(name);
  one.complexity = complexity;
  one.tenancies = std::move(tenancies);
  one.discount = decimal(discount);
  one.held = held;
  return one;
}

// Whole is sold on the shared platform at 28,800 of 30,000: a discount of 4 %.
struct Certified : Whole {
  std::vector<CertificationResult> certifications;

  Certified() {
    partner.name = "Studio";
    one_of("certification_fit", {"covered"});
    background.complexity = Complexity::mid_market;
  }
  std::vector<guardrails::Finding> look(bool solve = false) {
    background.certifications = certifications;
    return findings(solve);
  }
  guardrails::Finding only() {
    auto found = look();
    REQUIRE(found.size() == 1);
    return found.front();
  }
};

TEST_CASE("a partner that nothing certifies is not measured") {
  Certified deal;
  CHECK(deal.look().empty());
  deal.rules.rules[0].one_of = {"not_certified"};
  CHECK(deal.look().empty());
  // Nor does a condition on it hold.
  deal.rules.rules.clear();
  deal.at_most("term_months", "1").when.push_back({"certification_fit", {}, {}, {"covered"}});
  CHECK(deal.look().empty());
}

TEST_CASE("a deal within a certification, to its edges") {
  Certified deal;
  deal.certifications = {certification("Mid", Complexity::mid_market, {Tenancy::shared}, "0.04")};
  CHECK(deal.look().empty());
  deal.certifications[0].complexity = Complexity::complex;
  CHECK(deal.look().empty());
  deal.certifications[0].discount = decimal("0.039999");
  CHECK(deal.only().value == "beyond discount");
}

TEST_CASE("none held") {
  Certified deal;
  auto near = certification("Mid", Complexity::mid_market, {Tenancy::shared}, "0.1", false);
  near.missing = {"review"};
  near.closed_gates = {"technical", "delivery"};
  auto far = certification("Complex", Complexity::complex, {Tenancy::shared}, "0.15", false);
  far.missing = {"a", "b", "c", "d", "e", "f"};
  deal.certifications = {far, near};
  const auto found = deal.only();
  CHECK(found.value == "not certified");
  CHECK(found.pointer == "/partner");
  CHECK(found.message ==
        "Certification of the deal is not certified, must be covered. Studio holds no certification yet. \"Mid\" would "
        "cover the deal; it lacks the gates \"technical\", \"delivery\" and the item \"review\".");
  deal.certifications = {far};
  CHECK(deal.only().message.ends_with(
      "\"Complex\" would cover the deal; it lacks the items \"a\", \"b\", \"c\", \"d\" and 2 more."));
  far.tenancies = {Tenancy::dedicated};
  deal.certifications = {far};
  CHECK(deal.only().message.ends_with("None of its certifications would cover the deal."));
}

TEST_CASE("too complex, and a delivery of which nothing is known") {
  Certified deal;
  auto mid = certification("Mid", Complexity::mid_market, {Tenancy::shared}, "0.1", false);
  mid.missing = {"review"};
  deal.certifications = {certification("Small", Complexity::small, {Tenancy::shared}, "0.1"), mid};
  auto found = deal.only();
  CHECK(found.value == "beyond complexity");
  CHECK(found.pointer == "/customer");
  CHECK(
      found.message.find("The delivery's complexity is mid market, and Studio is certified up to small. \"Mid\" would "
                         "cover the deal; it lacks the item \"review\".") != std::string::npos);
  deal.background.complexity.reset();
  found = deal.only();
  CHECK(found.value == "complexity unknown");
  CHECK(found.message.find("would cover") == std::string::npos);
}

TEST_CASE("the other tenancy, and the way out") {
  Certified deal;
  deal.rules.rules[0].ways_out.push_back({model::Lever::tenancy, ""});
  deal.certifications = {certification("Small", Complexity::small, {Tenancy::shared}, "0.1"),
                         certification("Mid", Complexity::mid_market, {Tenancy::dedicated}, "0.1")};
  const auto found = deal.look(true);
  REQUIRE(found.size() == 1);
  CHECK(found[0].value == "beyond tenancy");
  CHECK(found[0].pointer == "/tenancy");
  CHECK(found[0].message.find("The tenancy is shared, for which Studio is not certified where the delivery's "
                              "complexity is mid market.") != std::string::npos);
  REQUIRE(found[0].ways_out.size() == 1);
  CHECK(found[0].ways_out[0].to == "dedicated");
}

TEST_CASE("too great a discount, and the least change that clears it") {
  Certified deal;
  deal.rules.rules[0].ways_out.push_back({model::Lever::deal_discount, ""});
  // 5 % off 28,800 leaves 27,360 of 30,000: 8.8 %.
  deal.deal.discount = decimal("0.05");
  deal.certifications = {certification("Other", Complexity::mid_market, {Tenancy::shared}, "0.05"),
                         certification("Mid", Complexity::mid_market, {Tenancy::shared}, "0.07"),
                         certification("Dedicated", Complexity::complex, {Tenancy::dedicated}, "0.2")};
  const auto found = deal.look(true);
  REQUIRE(found.size() == 1);
  CHECK(found[0].value == "beyond discount");
  CHECK(found[0].message.find("The discount is 8.8 %, and Studio is certified for at most 7.0 %.") !=
        std::string::npos);
  // At most 7 % off 30,000 is a total of at least 27,900, at most 3.125 % off 28,800. In steps of 0.01 %: 3.12 %.
  REQUIRE(found[0].ways_out.size() == 1);
  CHECK(found[0].ways_out[0].to == "0.0312");
}

}  // namespace
}  // namespace dealwright::guardrails_test
