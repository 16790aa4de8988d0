#include "tests/report/offer.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::report_test;
using model::DiscountKind;

// The step that a discount of the net is told to come from.
std::string source(Offer& offer, std::string_view label) {
  const auto tree = offer.explained("net");
  const auto* found = find(tree, label);
  REQUIRE(found != nullptr);
  REQUIRE(found->children.size() == 1);
  return found->children[0].label + " " + found->children[0].pointer;
}

TEST_CASE("of discount steps with one rate the one in force is named") {
  Offer offer;
  offer.sell(component("a", flat("1000")));
  offer.deal.term_months = 36;
  const Decimal rate = decimal("0.05");
  offer.book.discounts = {{"term-12", DiscountKind::term, 12, {}, {}, rate, {}},
                          {"term-36", DiscountKind::term, 36, {}, {}, rate, {}},
                          {"term-48", DiscountKind::term, 48, {}, {}, rate, {}},
                          {"volume-100", DiscountKind::volume, 0, {}, decimal("100"), rate, {}},
                          {"volume-900", DiscountKind::volume, 0, {}, decimal("900"), rate, {}},
                          {"volume-2000", DiscountKind::volume, 0, {}, decimal("2000"), rate, {}},
                          {"prepay-other", DiscountKind::prepay, 0, model::Billing::prepaid, {}, rate, {}},
                          {"prepay", DiscountKind::prepay, 0, model::Billing::monthly, {}, rate, {}}};
  CHECK(source(offer, "Term discount") == "term-36 /discounts/1/rate");
  CHECK(source(offer, "Volume discount") == "volume-900 /discounts/4/rate");
  CHECK(source(offer, "Prepayment discount") == "prepay /discounts/7/rate");
}

}  // namespace
