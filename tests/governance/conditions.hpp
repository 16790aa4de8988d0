#pragma once
// Conditions and a small playbook that they are about.

#include <string>
#include <utility>
#include <vector>

#include "core/model/playbook.hpp"

namespace dealwright::tests {

inline model::FactCondition is(model::FactSource source, std::string fact, std::vector<std::string> words) {
  return {source, std::move(fact), {}, {}, std::move(words)};
}
inline model::FactCondition above(model::FactSource source, std::string fact, Decimal bound) {
  return {source, std::move(fact), bound, {}, {}};
}
inline model::FactCondition below(model::FactSource source, std::string fact, Decimal bound) {
  return {source, std::move(fact), {}, bound, {}};
}

// The criteria residency (asked) and load (measured), two capabilities, two controls of every customer, and one
// architecture of three blocks with the weights 2, 1 and 3.
inline model::Playbook small_playbook() {
  model::Playbook book;
  book.id = "programme";
  book.capabilities = {{"desk", "Support desk", ""}, {"cloud", "Cloud operations", ""}};
  model::Criterion residency;
  residency.id = "residency";
  residency.name = "Data residency";
  residency.answers.resize(2);
  residency.answers[0].id = "offered";
  residency.answers[0].name = "Offered region";
  residency.answers[1].id = "isolated";
  residency.answers[1].name = "Contractual isolation";
  model::Criterion load = residency;
  load.id = "load";
  load.name = "Load";
  load.measure = model::Measure::use;
  book.criteria = {residency, load};
  model::Control restore;
  restore.id = "restore";
  restore.name = "Tested restore";
  restore.area = "Resilience";
  restore.evidence = "Protocol of the last restore";
  model::Control audit;
  audit.id = "audit";
  audit.name = "Audit log";
  audit.owner = model::Party::partner;
  book.controls = {restore, audit};
  model::ReferenceArchitecture stack;
  stack.id = "stack";
  stack.name = "Standard stack";
  stack.blocks = {{"shop", "Shop", Decimal::whole(2)},
                  {"stock", "Stock", Decimal::whole(1)},
                  {"finance", "Finance", Decimal::whole(3)}};
  book.architectures = {stack};
  return book;
}

}  // namespace dealwright::tests
