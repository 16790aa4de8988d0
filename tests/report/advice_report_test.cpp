#include "core/report/advice_report.hpp"

#include <doctest/doctest.h>

namespace {

using namespace dealwright;
using namespace dealwright::report;
using model::OfferModel;
using model::RevenueModel;

Decimal hundredths(int value) {
  return Decimal::from_micro(value * 10'000);
}

model::AdviceReason reason(const char* capability, int weight, std::optional<Decimal> demands, const char* words) {
  return {capability, Decimal::whole(weight), false, demands, words};
}

// White label on the desk (weight 3) and the cloud (weight 1); OEM demands 60 % of own IP.
model::Programme programme() {
  model::Playbook book;
  book.id = "book";
  book.capabilities = {{"desk", "Support desk", "Is there a desk?"},
                       {"ip", "Own IP", "Is it repeatable?"},
                       {"cloud", "Cloud operations", "How mature?"}};
  model::OfferModelRule white;
  white.id = OfferModel::white_label;
  white.name = "White label";
  white.next = OfferModel::oem;
  white.reasons = {reason("desk", 3, {}, "A desk answers"), reason("cloud", 1, {}, "Somebody runs it")};
  model::OfferModelRule oem;
  oem.id = OfferModel::oem;
  oem.name = "OEM";
  oem.reasons = {reason("ip", 1, hundredths(60), "The IP is its own")};
  book.offer_models = {white, oem};
  model::RevenueModelRule blended;
  blended.id = RevenueModel::blended;
  blended.name = "Blended";
  blended.reasons = {reason("desk", 1, {}, "The desk is paid for")};
  book.revenue_models = {blended};
  book.partner_types = {{model::PartnerType::digital_agency, "Digital agency", "An embedded product", OfferModel::oem,
                         RevenueModel::blended}};
  model::Partner partner;
  partner.id = "studio";
  partner.name = "Studio";
  partner.type = model::PartnerType::digital_agency;
  partner.offer_model = OfferModel::white_label;
  partner.playbook = "book";
  partner.capabilities = {{"desk", hundredths(80), ""}, {"ip", hundredths(40), ""}};
  model::Programme programme;
  programme.playbooks = {book};
  programme.partners = {partner};
  return programme;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("one partner: recommendation, reasons, what blocks the next model, the natural offer") {
  Diagnostics found;
  const AdviceReport report = advice_report(programme(), {}, "1", found);
  CHECK(found.empty());
  const std::string text = advice_text(report);
  CHECK(text.rfind("Studio: White label, paid as Blended\n", 0) == 0);
  CHECK(has(text, "  It says that it sells White label: as recommended.\n"));
  CHECK(has(text, "  Natural for its type, Digital agency: An embedded product.\n"));
  CHECK(has(text, "  Its offer model, OEM, differs; its revenue model, Blended, agrees.\n"));
  CHECK(has(text, "  The next model up is OEM.\n"));
  // 60 % are demanded and 40 % there: 20 % are lacking.
  CHECK(has(text, "What blocks OEM"));
  CHECK(has(text, "Own IP 40 %, must be 60 %"));
  const std::string markdown = advice_markdown(report);
  CHECK(has(markdown, "## Studio: White label, paid as Blended\n"));
  CHECK(has(markdown, "| Own IP | 40 % | 60 % | 20 % |"));
  // The cloud is not stated: the desk is all that is weighed, 3 x 0.8 / 3 = 80 %.
  CHECK(has(markdown, "| A desk answers | Support desk | 80 % | 3 | 80.0 % |"));
  CHECK(has(markdown, "| Somebody runs it | Cloud operations | not stated | 1 |"));
  CHECK(has(markdown, "| White label | 80.0 % | recommended |"));
  CHECK(has(markdown, "| Cloud operations | How mature? |"));
}

TEST_CASE("of several partners a table comes first") {
  model::Programme two = programme();
  two.partners.push_back(two.partners[0]);
  two.partners[1].id = "works";
  two.partners[1].name = "Works";
  Diagnostics found;
  CHECK(has(advice_markdown(advice_report(two, {}, "1", found)),
            "| Studio | White label | 80.0 % |  | Blended | OEM | Own IP |\n"));
  const AdviceReport asked = advice_report(two, {"works"}, "1", found);
  REQUIRE(asked.partners.size() == 1);
  CHECK(asked.partners[0].name == "Works");
  CHECK_FALSE(has(advice_text(asked), "Partners"));
}

TEST_CASE("a partner without a playbook is left out, and what is wrong is told of its document") {
  model::Programme wrong = programme();
  wrong.partners.push_back(wrong.partners[0]);
  wrong.partners[1].id = "works";
  wrong.partners[1].playbook = "";
  wrong.partners[0].capabilities.push_back({"desk", hundredths(10), ""});
  wrong.playbooks[0].offer_models[1].next = OfferModel::hybrid;
  Diagnostics found;
  CHECK(advice_report(wrong, {}, "1", found).partners.size() == 1);
  REQUIRE(found.size() == 2);
  CHECK(found[0].file == "playbook/book");
  CHECK(found[0].pointer == "/offer_models/1/next");
  CHECK(found[1].file == "partner/studio");
  CHECK(found[1].pointer == "/capabilities/2/capability");
}

TEST_CASE("JSON names the engine and holds the advice") {
  Diagnostics found;
  const std::string json = advice_json(advice_report(programme(), {}, "1.2.3", found));
  CHECK(has(json, "1.2.3"));
  CHECK(has(json, "\"recommended\": \"white_label\""));
}

}  // namespace
