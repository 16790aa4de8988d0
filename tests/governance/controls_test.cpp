#include "core/governance/controls.hpp"

#include <doctest/doctest.h>

#include "tests/governance/conditions.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::governance;
using model::ControlState;
using model::FactSource;
using tests::above;
using tests::is;
using tests::small_playbook;

// restore and audit of every customer; network of dedicated or large customers; privacy of none here.
model::Playbook playbook() {
  auto book = small_playbook();
  model::Control network;
  network.id = "network";
  network.name = "Network segmentation";
  network.when = {is(FactSource::tenancy, "", {"dedicated"}),
                  above(FactSource::profile, "orders_per_month", Decimal::whole(1000))};
  model::Control privacy;
  privacy.id = "privacy";
  privacy.when = {is(FactSource::answer, "residency", {"isolated"})};
  book.controls.push_back(network);
  book.controls.push_back(privacy);
  return book;
}

Facts facts_of(const model::Customer& customer, model::Tenancy sold) {
  Facts facts;
  add_customer_facts(playbook(), customer, sold, nullptr, facts);
  return facts;
}

TEST_CASE("controls of a dedicated customer") {
  model::Customer customer;
  customer.id = "shop";
  customer.profile.orders_per_month = Decimal::whole(2000);
  const auto day = *Date::from(2026, 3, 1);
  customer.controls = {{"restore", ControlState::verified, "Ada", "protocol 7", day},
                       {"network", ControlState::planned, "Bo", "", {}},
                       {"privacy", ControlState::in_place, "", "", {}}};
  Diagnostics diagnostics;
  const auto result = controls_of(playbook(), customer, facts_of(customer, model::Tenancy::dedicated), diagnostics);
  CHECK(diagnostics.empty());
  REQUIRE(result.controls.size() == 4);
  const auto& restore = result.controls[0];
  CHECK(restore.required);
  CHECK(restore.required_by == std::vector<std::string>{"every customer"});
  CHECK(restore.state == ControlState::verified);
  CHECK(restore.owner == model::Party::provider);
  CHECK(restore.person == "Ada");
  CHECK(restore.evidence_asked == "Protocol of the last restore");
  CHECK(restore.evidence == "protocol 7");
  CHECK(restore.on == day);
  const auto& audit = result.controls[1];
  CHECK(audit.state == ControlState::missing);
  CHECK_FALSE(audit.stated);
  CHECK(audit.owner == model::Party::partner);
  const auto& network = result.controls[2];
  CHECK(network.required_by == std::vector<std::string>{"tenancy is dedicated", "Orders a month above 1,000"});
  CHECK(network.state == ControlState::planned);
  // Stated though it is not required: shown, but not counted.
  const auto& privacy = result.controls[3];
  CHECK_FALSE(privacy.required);
  CHECK(privacy.state == ControlState::in_place);
  CHECK(result.counts.required == 3);
  CHECK(result.counts.in_place == 1);
  CHECK(result.counts.verified == 1);
}

TEST_CASE("controls of a small shared customer") {
  model::Customer customer;
  Diagnostics diagnostics;
  Facts facts = facts_of(customer, model::Tenancy::shared);
  const auto result = controls_of(playbook(), customer, facts, diagnostics);
  CHECK_FALSE(result.controls[2].required);
  CHECK_FALSE(result.controls[2].state);
  CHECK(result.counts.required == 2);
  CHECK(result.counts.in_place == 0);
  // Only what is required is known to be missing.
  CHECK_FALSE(holds(is(FactSource::control, "audit", {"missing"}), facts));
  add_missing_controls(result, facts);
  CHECK(holds(is(FactSource::control, "audit", {"missing"}), facts));
  CHECK_FALSE(holds(is(FactSource::control, "network", {"missing"}), facts));
}

TEST_CASE("mistakes in what a customer states") {
  model::Customer customer;
  customer.controls = {{"restore", ControlState::verified, "", "", {}},
                       {"restore", ControlState::missing, "", "", {}},
                       {"audit", ControlState::in_place, "", "", {}}};
  Diagnostics diagnostics;
  const auto result = controls_of(playbook(), customer, facts_of(customer, model::Tenancy::shared), diagnostics);
  REQUIRE(diagnostics.size() == 2);
  CHECK(diagnostics[0].code == "customer.verified_without_evidence");
  CHECK(diagnostics[0].pointer == "/controls/0");
  CHECK(diagnostics[1].code == "customer.control_twice");
  CHECK(diagnostics[1].pointer == "/controls/1/control");
  CHECK(result.controls[0].state == ControlState::in_place);
  CHECK(result.counts.in_place == 2);
  CHECK(result.counts.verified == 0);
}

}  // namespace
