#include "core/qualification/advice.hpp"

#include <string>

#include <doctest/doctest.h>

#include "tests/support/draw.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::qualification;
using model::OfferModel;
using model::RevenueModel;

Decimal hundredths(int value) {
  return Decimal::from_micro(value * 10'000);
}

model::AdviceReason reason(const char* capability, int weight) {
  return {capability, Decimal::whole(weight), false, {}, std::string("because of ") + capability};
}

model::AdviceReason less(const char* capability, int weight) {
  auto made = reason(capability, weight);
  made.less_is_better = true;
  return made;
}

model::AdviceReason demands(const char* capability, int weight, int level) {
  auto made = reason(capability, weight);
  made.demands = hundredths(level);
  return made;
}

model::OfferModelRule offer(OfferModel id, std::optional<OfferModel> next, std::vector<model::AdviceReason> reasons) {
  model::OfferModelRule rule;
  rule.id = id;
  rule.next = next;
  rule.reasons = std::move(reasons);
  return rule;
}

model::RevenueModelRule revenue(RevenueModel id, std::vector<OfferModel> goes_with,
                                std::vector<model::AdviceReason> reasons) {
  model::RevenueModelRule rule;
  rule.id = id;
  rule.offer_models = std::move(goes_with);
  rule.reasons = std::move(reasons);
  return rule;
}

model::Playbook playbook() {
  model::Playbook book;
  book.id = "programme";
  book.capabilities = {{"desk", "Support desk", "Is there a support desk?"},
                       {"ip", "Vertical IP", "Is there repeatable IP?"},
                       {"releases", "Release management", "Are releases managed?"},
                       {"cloud", "Cloud operations", "How mature?"}};
  book.offer_models = {
      offer(OfferModel::referral, OfferModel::white_label, {less("desk", 2)}),
      offer(OfferModel::white_label, OfferModel::oem, {demands("desk", 3, 50), reason("cloud", 1)}),
      offer(OfferModel::oem, {}, {demands("ip", 4, 60), demands("releases", 2, 50), demands("desk", 1, 50)}),
  };
  book.revenue_models = {
      revenue(RevenueModel::oem_embedded, {OfferModel::oem}, {reason("ip", 1)}),
      revenue(RevenueModel::managed_white_label, {OfferModel::white_label}, {reason("cloud", 1)}),
      revenue(RevenueModel::blended, {}, {reason("desk", 1)}),
  };
  book.partner_types = {{model::PartnerType::digital_agency, "Digital agency", "White-label shops",
                         OfferModel::white_label, RevenueModel::managed_white_label}};
  return book;
}

model::Partner partner(std::vector<model::CapabilityLevel> levels) {
  model::Partner made;
  made.id = "studio";
  made.type = model::PartnerType::digital_agency;
  made.offer_model = OfferModel::referral;
  made.capabilities = std::move(levels);
  return made;
}

PartnerAdvice advice(const model::Playbook& book, const model::Partner& who) {
  Diagnostics diagnostics;
  PartnerAdvice result = advise(book, who, diagnostics);
  CHECK(diagnostics.empty());
  return result;
}

bool is_worth(Ratio ratio, std::int64_t numerator, std::int64_t denominator) {
  return ratio.has_value() && compare(ratio, Ratio{numerator, denominator}) == 0;
}

TEST_CASE("advice by hand") {
  const auto result = advice(playbook(), partner({{"desk", hundredths(80), "six people"},
                                                  {"ip", hundredths(90), ""},
                                                  {"releases", hundredths(20), ""},
                                                  {"cloud", hundredths(40), ""}}));
  REQUIRE(result.offers.size() == 3);
  // Referral: the less desk the better, 1 - 0.8 = 0.2.
  CHECK(is_worth(result.offers[0].suits.score, 2, 10));
  CHECK(result.offers[0].suits.reasons[0].level == hundredths(80));
  CHECK(result.offers[0].suits.reasons[0].fit == hundredths(20));
  CHECK(result.offers[0].suits.reasons[0].note == "six people");
  CHECK(result.offers[0].suits.reasons[0].name == "Support desk");
  CHECK(result.offers[0].suits.reasons[0].words == "because of desk");
  // White label: (3 x 0.8 + 1 x 0.4) / 4 = 0.7.
  CHECK(is_worth(result.offers[1].suits.score, 7, 10));
  CHECK(is_worth(result.offers[1].suits.reasons[0].contribution, 6, 10));
  CHECK(is_worth(result.offers[1].suits.reasons[1].contribution, 1, 10));
  CHECK_FALSE(result.offers[1].suits.blocked);
  // OEM: (4 x 0.9 + 2 x 0.2 + 1 x 0.8) / 7 = 4.8 / 7 = 24 / 35; releases lack 0.5 - 0.2.
  CHECK(is_worth(result.offers[2].suits.score, 24, 35));
  CHECK(result.offers[2].suits.blocked);
  REQUIRE(result.offers[2].suits.missing.size() == 1);
  CHECK(result.offers[2].suits.missing[0].capability == "releases");
  CHECK(result.offers[2].suits.missing[0].name == "Release management");
  CHECK(result.offers[2].suits.missing[0].lacks == hundredths(30));
  CHECK(result.recommended == OfferModel::white_label);
  CHECK_FALSE(result.baseline);
  CHECK(result.runner_up == OfferModel::referral);
  REQUIRE(result.next);
  CHECK(result.next->model == OfferModel::oem);
  REQUIRE(result.next->missing.size() == 1);
  CHECK(result.next->missing[0].capability == "releases");
  CHECK(result.stated == OfferModel::referral);
  CHECK_FALSE(result.stated_agrees);
  CHECK(result.open.empty());
  // Of the revenue models the embedded one goes with OEM only; desk 0.8 beats cloud 0.4.
  REQUIRE(result.revenues.size() == 2);
  CHECK(result.revenues[0].model == RevenueModel::managed_white_label);
  CHECK(result.recommended_revenue == RevenueModel::blended);
  CHECK(result.runner_up_revenue == RevenueModel::managed_white_label);
  REQUIRE(result.natural);
  CHECK(result.natural->offer == "White-label shops");
  CHECK(result.natural->offer_agrees);
  CHECK_FALSE(result.natural->revenue_agrees);
}

TEST_CASE("what is not stated counts neither way and blocks where it is demanded") {
  const auto result = advice(playbook(), partner({{"desk", hundredths(50), ""}, {"ip", hundredths(100), ""}}));
  // White label: the desk alone, 3 x 0.5 of 3; a level that meets the demand is enough.
  CHECK(is_worth(result.offers[1].suits.score, 1, 2));
  CHECK_FALSE(result.offers[1].suits.blocked);
  CHECK(result.offers[1].suits.open == std::vector<std::string>{"cloud"});
  CHECK_FALSE(result.offers[1].suits.reasons[1].level);
  CHECK_FALSE(result.offers[1].suits.reasons[1].contribution.has_value());
  // OEM: (4 + 0.5) / 5 = 0.9, the best, but releases are not stated.
  CHECK(is_worth(result.offers[2].suits.score, 9, 10));
  REQUIRE(result.offers[2].suits.missing.size() == 1);
  CHECK_FALSE(result.offers[2].suits.missing[0].level);
  CHECK_FALSE(result.offers[2].suits.missing[0].lacks);
  // Referral, 1 - 0.5, is worth as much as white label and stands before it.
  CHECK(result.recommended == OfferModel::referral);
  CHECK(result.runner_up == OfferModel::white_label);
  REQUIRE(result.next);
  CHECK(result.next->model == OfferModel::white_label);
  CHECK(result.next->missing.empty());
  REQUIRE(result.open.size() == 2);
  CHECK(result.open[0].capability == "releases");
  CHECK(result.open[1].question == "How mature?");
}

TEST_CASE("a partner that states nothing") {
  const auto result = advice(playbook(), partner({}));
  CHECK_FALSE(result.offers[0].suits.score.has_value());
  CHECK(result.recommended == OfferModel::referral);  // the only one that demands nothing
  CHECK_FALSE(result.baseline);
  CHECK_FALSE(result.runner_up);
}

TEST_CASE("referral is the baseline where everything is blocked") {
  auto book = playbook();
  book.offer_models.erase(book.offer_models.begin());
  const auto result = advice(book, partner({{"desk", hundredths(49), ""}}));
  CHECK(result.recommended == OfferModel::referral);
  CHECK(result.baseline);
  CHECK_FALSE(result.runner_up);
  CHECK_FALSE(result.next);
  book.offer_models.clear();
  const auto none = advice(book, partner({}));
  CHECK_FALSE(none.recommended);
  CHECK_FALSE(none.baseline);
  CHECK(none.revenues.empty());
}

TEST_CASE("a score comes before none") {
  auto book = playbook();
  book.offer_models = {offer(OfferModel::referral, {}, {}), offer(OfferModel::hybrid, {}, {reason("ip", 1)})};
  const auto result = advice(book, partner({{"ip", hundredths(0), ""}}));
  CHECK(result.recommended == OfferModel::hybrid);
  CHECK(result.runner_up == OfferModel::referral);
}

TEST_CASE("mistakes of the partner and of the playbook") {
  Diagnostics diagnostics;
  const auto result =
      advise(playbook(), partner({{"desk", hundredths(80), ""}, {"desk", hundredths(10), ""}}), diagnostics);
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].code == "partner.capability_twice");
  CHECK(diagnostics[0].pointer == "/capabilities/1/capability");
  CHECK(result.offers[1].suits.reasons[0].level == hundredths(80));

  auto book = playbook();
  CHECK(check_advice(book).empty());
  book.offer_models[2].next = OfferModel::hybrid;
  book.offer_models.push_back(offer(OfferModel::oem, OfferModel::oem, {}));
  book.revenue_models.push_back(book.revenue_models[0]);
  book.partner_types.push_back(book.partner_types[0]);
  const auto found = check_advice(book);
  REQUIRE(found.size() == 5);
  CHECK(found[0].pointer == "/offer_models/3/id");
  CHECK(found[0].message == "offer model \"oem\" is stated above already");
  CHECK(found[1].pointer == "/revenue_models/3/id");
  CHECK(found[2].pointer == "/partner_types/1/id");
  CHECK(found[3].pointer == "/offer_models/2/next");
  CHECK(found[3].message == "the playbook has no offer model \"hybrid\"");
  CHECK(found[3].expected == "one of referral, white_label");
  CHECK(found[4].message == "\"oem\" is its own next model");
  CHECK(advice(book, partner({})).offers.size() == 3);
}

// Whole hundredths and whole weights, so that each score is a fraction of small integers worked out anew here.
TEST_CASE("the best of drawn models is the best by cross-multiplication") {
  const char* const names[] = {"a", "b", "c", "d"};
  const OfferModel ids[] = {OfferModel::referral, OfferModel::white_label, OfferModel::oem, OfferModel::hybrid};
  for (std::uint64_t round = 0; round < 300; ++round) {
    tests::Draw draw(7, round);
    int level[4];
    bool known[4];
    std::vector<model::CapabilityLevel> levels;
    for (int i = 0; i < 4; ++i) {
      level[i] = draw.number(0, 10) * 10;
      known[i] = draw.chance(80);
      if (known[i]) levels.push_back({names[i], hundredths(level[i]), ""});
    }
    model::Playbook book;
    int best = -1;
    std::int64_t best_sum = 0;
    std::int64_t best_weights = 0;
    for (int m = 0; m < 4; ++m) {
      std::vector<model::AdviceReason> reasons;
      std::int64_t sum = 0;
      std::int64_t weights = 0;
      bool blocked = false;
      for (int i = 0; i < 4; ++i) {
        auto one = reason(names[i], draw.number(1, 4));
        one.less_is_better = draw.chance(30);
        if (draw.chance(20)) one.demands = hundredths(draw.number(1, 9) * 10);
        if (known[i]) {
          const std::int64_t weight = one.weight.micro() / 1'000'000;
          sum += weight * (one.less_is_better ? 100 - level[i] : level[i]);
          weights += weight;
        }
        if (one.demands && (!known[i] || level[i] * 10'000 < one.demands->micro())) blocked = true;
        reasons.push_back(one);
      }
      book.offer_models.push_back(offer(ids[m], {}, reasons));
      const bool better = best < 0 || (weights > 0 && best_weights == 0) || sum * best_weights > best_sum * weights;
      if (!blocked && better) {
        best = m;
        best_sum = sum;
        best_weights = weights;
      }
    }
    const auto result = advice(book, partner(levels));
    CHECK(result.baseline == (best < 0));
    CHECK(result.recommended == (best < 0 ? OfferModel::referral : ids[best]));
    if (best < 0 || best_weights == 0) continue;
    const Suitability& suits = result.offers[static_cast<std::size_t>(best)].suits;
    CHECK(is_worth(suits.score, best_sum, best_weights * 100));
    std::int64_t contributions = 0;
    for (const ReasonResult& row : suits.reasons)
      if (row.contribution.has_value()) contributions += row.contribution.numerator;
    CHECK(contributions == suits.score.numerator);
  }
}

}  // namespace
