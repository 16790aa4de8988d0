#include "core/governance/duties.hpp"

#include <doctest/doctest.h>

#include "core/governance/check.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::governance;
using model::Layer;
using model::Owned;
using model::Party;

model::Playbook playbook() {
  model::Playbook book;
  book.duties = {{"sells", "Selling", Layer::commercial, Party::partner, Owned::relationship},
                 {"hosts", "Hosting", Layer::cloud_operations, Party::provider, Owned::nothing},
                 {"supports", "Support", Layer::customer_success, Party::partner, Owned::nothing},
                 {"invoices", "Invoicing", Layer::commercial, Party::partner, Owned::price}};
  book.decision_rights = {{"scope", "Scope change", Party::partner, "In writing."},
                          {"release", "Release approval", Party::provider, "By the calendar."},
                          {"retention", "Data retention", Party::customer, ""}};
  return book;
}

TEST_CASE("duties: held, gap, twice, differing, in conflict") {
  model::Partner partner;
  partner.duties = {{"sells", Party::partner, "Two people."},
                    {"supports", Party::partner, "First line."},
                    {"supports", Party::third_party, "At night."},
                    {"invoices", Party::provider, ""},
                    {"elsewhere", Party::provider, ""}};
  Diagnostics diagnostics;
  const auto result = duties_of(playbook(), partner, diagnostics);
  REQUIRE(result.duties.size() == 4);
  CHECK(result.duties[0].holding == Holding::held);
  CHECK(result.duties[0].note == "Two people.");
  CHECK_FALSE(result.duties[0].differs);
  CHECK_FALSE(result.duties[0].channel_conflict);
  CHECK(result.duties[1].holding == Holding::gap);
  CHECK(result.duties[1].accountable.empty());
  CHECK_FALSE(result.duties[1].differs);
  CHECK(result.duties[2].holding == Holding::twice);
  CHECK(result.duties[2].accountable == std::vector<Party>{Party::partner, Party::third_party});
  CHECK(result.duties[2].note == "First line.");
  CHECK(result.duties[2].differs);
  CHECK_FALSE(result.duties[2].channel_conflict);
  CHECK(result.duties[3].holding == Holding::held);
  CHECK(result.duties[3].differs);
  CHECK(result.duties[3].channel_conflict);
  REQUIRE(result.conflicts.size() == 1);
  CHECK(result.conflicts[0].of == Owned::price);
  CHECK(result.conflicts[0].duty == "invoices");
  CHECK(result.conflicts[0].words == "The provider holds the duty \"Invoicing\", which protects the partner's price.");
  CHECK(result.counts.duties == 4);
  CHECK(result.counts.gaps == 1);
  CHECK(result.counts.twice == 1);
  CHECK(result.counts.differ == 2);
  CHECK(result.counts.channel_conflicts == 1);
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].severity == Severity::warning);
  CHECK(diagnostics[0].code == "partner.duty_twice");
  CHECK(diagnostics[0].pointer == "/duties/2/duty");
}

TEST_CASE("a duty that protects nothing may be the provider's, one that protects something the customer's") {
  model::Partner partner;
  partner.duties = {{"hosts", Party::provider, ""}, {"sells", Party::customer, ""}};
  Diagnostics diagnostics;
  const auto result = duties_of(playbook(), partner, diagnostics);
  CHECK(result.conflicts.empty());
  CHECK_FALSE(result.duties[1].differs);
  CHECK(result.duties[0].differs);
  CHECK(diagnostics.empty());
}

TEST_CASE("brand, price and relationship in other hands") {
  model::Partner partner;
  partner.owns = {Party::provider, Party::partner, Party::third_party};
  Diagnostics diagnostics;
  const auto result = duties_of(playbook(), partner, diagnostics);
  REQUIRE(result.conflicts.size() == 2);
  CHECK(result.conflicts[0].of == Owned::brand);
  CHECK(result.conflicts[0].duty == "");
  CHECK(result.conflicts[0].words == "The provider holds the brand, which is the partner's.");
  CHECK(result.conflicts[1].holder == Party::third_party);
  CHECK(result.conflicts[1].words == "The third party holds the relationship, which is the partner's.");
  CHECK(result.counts.channel_conflicts == 2);
}

TEST_CASE("decisions: held, by default, twice") {
  model::Partner partner;
  partner.decisions = {
      {"scope", Party::customer, "Steering group."}, {"release", Party::provider, ""}, {"release", Party::partner, ""}};
  Diagnostics diagnostics;
  const auto result = duties_of(playbook(), partner, diagnostics);
  REQUIRE(result.decisions.size() == 3);
  CHECK(result.decisions[0].decides == std::vector<Party>{Party::customer});
  CHECK(result.decisions[0].differs);
  CHECK(result.decisions[0].note == "Steering group.");
  CHECK_FALSE(result.decisions[0].by_default);
  CHECK(result.decisions[1].holding == Holding::twice);
  CHECK(result.decisions[1].note == "By the calendar.");
  CHECK(result.decisions[2].holding == Holding::gap);
  CHECK(result.decisions[2].by_default);
  CHECK(result.decisions[2].decides == std::vector<Party>{Party::customer});
  CHECK_FALSE(result.decisions[2].differs);
  CHECK(result.counts.decisions_by_default == 1);
  CHECK(result.counts.decisions_twice == 1);
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].code == "partner.decision_twice");
  CHECK(diagnostics[0].pointer == "/decisions/2/decision");
}

TEST_CASE("what of a split of duties must be settled") {
  model::Partner partner;
  partner.owns.brand = Party::provider;
  partner.duties = {{"supports", Party::partner, ""}, {"invoices", Party::provider, ""}};
  Diagnostics ignored;
  const auto found = check_duties(duties_of(playbook(), partner, ignored), partner);
  REQUIRE(found.size() == 4);
  CHECK(to_line(found[0]) ==
        "#/owns/brand: warning: channel conflict: The provider holds the brand, which is the partner's. (expected "
        "\"partner\") [partner.channel_conflict]");
  CHECK(found[1].pointer == "/duties/1/accountable");
  CHECK(found[1].severity == Severity::warning);
  CHECK(to_line(found[2]) ==
        "#/duties: warning: nobody holds the duty \"Selling\" (sells), which protects the partner's relationship "
        "(expected one accountable party; usually the partner) [partner.duty_gap]");
  CHECK(found[3].severity == Severity::info);
  CHECK(found[3].message == "nobody holds the duty \"Hosting\" (hosts)");
}

}  // namespace
