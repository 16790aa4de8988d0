#pragma once
// A small deal with every service line that metrics ask for, and rules to hold against it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "core/guardrails/phrases.hpp"
#include "core/guardrails/rules.hpp"
#include "core/guardrails/solve.hpp"
#include "tests/pricing/fixtures.hpp"

namespace dealwright::guardrails_test {

using pricing_test::component;
using pricing_test::decimal;
using pricing_test::flat;
using pricing_test::per_unit;

// A deal with rules, priced and checked.
struct Guarded : pricing_test::Case {
  model::Guardrails rules;
  guardrails::Background background;

  Guarded() { rules.id = "rules"; }

  model::Rule& rule(std::string_view metric) {
    auto& added = rules.rules.emplace_back();
    added.id = "rule-" + std::to_string(rules.rules.size());
    added.title = "Title";
    added.metric = metric;
    return added;
  }
  model::Rule& at_least(std::string_view metric, std::string_view bound) {
    auto& added = rule(metric);
    added.min = decimal(bound);
    return added;
  }
  model::Rule& at_most(std::string_view metric, std::string_view bound) {
    auto& added = rule(metric);
    added.max = decimal(bound);
    return added;
  }
  model::Rule& one_of(std::string_view metric, std::vector<std::string> words) {
    auto& added = rule(metric);
    added.one_of = std::move(words);
    return added;
  }

  // Prices the deal and calls `use` with its facts.
  template <class Use>
  auto with_facts(Use use) {
    price();
    const pricing::Book compiled(book);
    const guardrails::UsersPriced users(compiled);
    const pricing::Context context{deal, partner, customer, compiled};
    return use(guardrails::Facts{context, priced, users, background});
  }

  // Findings of the rules and of the product's own, with their ways out where asked.
  std::vector<guardrails::Finding> findings(bool solve = false) {
    return with_facts([&](const guardrails::Facts& facts) {
      const guardrails::RuleSet set(rules);
      for (const auto& diagnostic : set.diagnostics()) {
        if (diagnostic.severity == Severity::error) MESSAGE(to_line(diagnostic));
      }
      REQUIRE_FALSE(has_errors(set.diagnostics()));
      const std::vector<const guardrails::RuleSet*> sets{&set};
      std::vector<guardrails::Breach> breaches;
      applied = guardrails::apply(sets, facts, breaches);
      CHECK(guardrails::fails(sets, facts) ==
            (!breaches.empty() && breaches.front().rule->source->severity == model::RuleSeverity::error));
      std::vector<guardrails::Finding> found;
      pricing::Pricer pricer;
      guardrails::Solver solver(pricer);
      for (const auto& breach : breaches) {
        auto& finding = found.emplace_back(to_finding(breach, facts));
        if (solve) finding.ways_out = solver.ways_out(sets, facts, breach);
      }
      return found;
    });
  }
  int applied = 0;  // rules, in the last call of findings()

  bool passes() { return findings().empty(); }

  // The only finding.
  guardrails::Finding finding(bool solve = false) {
    auto found = findings(solve);
    REQUIRE(found.size() == 1);
    return found.front();
  }
};

// A year in EUR, a month in brackets:
//   platform  list 12,000 (1,000), 10 % off: net 10,800 (900), cost 4,800 (400)
//   storage   100 GB at 2.00: net 2,400 (200), cost 1.50 a GB: 1,800 (150); three times both at peak
//   servers   net 3,600 (300), cost 10 for each 1,000 of 5,000 orders: 600 (50); three times that cost at peak
//   support   net 6,000 (500), 5 hours a month at 60: cost 3,600 (300), 60 hours
//   setup     once 6,000, 50 hours at 80: cost 4,000; not standard
// TCV 28,800, cost 14,800, list 30,000. Committed: 1,500 a month, 18,000 in all.
struct Whole : Guarded {
  Whole() {
    using model::ServiceLine;
    customer.profile.orders_per_month = decimal("5000");
    customer.profile.peak_factor = decimal("3");
    customer.segment = model::Segment::b2b_wholesaler;
    customer.country = "AT";
    partner.type = model::PartnerType::digital_agency;
    book.roles = {{"agent", "", decimal("60")}, {"consultant", "", decimal("80")}};
    book.service_tiers.resize(2);
    book.service_tiers[0].id = "standard";
    book.service_tiers[1].id = "premium";
    book.meters.resize(2);
    book.meters[0].id = "gb";
    book.meters[0].follows_peak = true;
    book.meters[1].id = "compute";
    book.meters[1].follows_peak = true;
    book.meters[1].sizing.emplace().terms.push_back({"orders_per_month", decimal("1"), decimal("1000")});
    deal.service_tier = "standard";

    auto platform = component("platform", flat("1000"));
    platform.cost.amount = decimal("400");
    sell(platform).discount = decimal("0.1");

    auto storage = component("storage", per_unit("2"));
    storage.service_line = ServiceLine::infrastructure;
    storage.meter = "gb";
    storage.cost.unit = decimal("1.5");
    sell(storage).quantity = decimal("100");

    auto servers = component("servers", flat("300"));
    servers.service_line = ServiceLine::infrastructure;
    servers.cost.unit = decimal("10");
    servers.cost.meter = "compute";
    sell(servers);

    auto support = component("support", flat("500"));
    support.service_line = ServiceLine::support;
    support.cost.hours = decimal("5");
    support.cost.role = "agent";
    sell(support);

    auto setup = component("setup", flat("6000"), model::Charge::one_off);
    setup.service_line = ServiceLine::implementation;
    setup.standard = false;
    setup.cost.hours = decimal("50");
    setup.cost.role = "consultant";
    sell(setup);

    deal.commitment =
        model::Commitment{decimal("1500"), model::CommitmentPeriod::month, model::CommitmentBasis::after_discount};
  }
};

}  // namespace dealwright::guardrails_test
