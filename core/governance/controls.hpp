#pragma once
// Which controls a customer's deployment must have, by what, and how far they are in place.

#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/date.hpp"
#include "core/base/diagnostic.hpp"
#include "core/governance/facts.hpp"
#include "core/model/customer.hpp"
#include "core/model/playbook.hpp"

namespace dealwright::governance {

struct ControlResult {
  std::string control;
  std::string name;
  std::string area;
  bool required = false;
  std::vector<std::string> required_by;      // "every customer", or each condition that holds: "tenancy is dedicated"
  std::optional<model::ControlState> state;  // missing where it is required and not stated; absent where neither
  bool stated = false;                       // the customer's document states it
  model::Party owner = model::Party::provider;
  std::string person;          // who owns it there
  std::string evidence_asked;  // what would show that it holds
  std::string evidence;        // where it is shown
  Date on;
};
BOOST_DESCRIBE_STRUCT(ControlResult, (),
                      (control, name, area, required, required_by, state, stated, owner, person, evidence_asked,
                       evidence, on))

// Of the controls that are required.
struct ControlCounts {
  int required = 0;
  int in_place = 0;  // or verified
  int verified = 0;
};
BOOST_DESCRIBE_STRUCT(ControlCounts, (), (required, in_place, verified))

struct ControlsResult {
  std::string customer;
  std::vector<ControlResult> controls;  // all of the playbook, in its order
  ControlCounts counts;
};
BOOST_DESCRIBE_STRUCT(ControlsResult, (), (customer, controls, counts))

// The playbook's controls for one customer; `facts` are those of the customer, of its deals and of its partner. A
// control without conditions is required of every customer, another where any of its conditions holds. What is wrong in
// the customer's statements is appended to `diagnostics`, with pointers inside the customer's document: a verified
// control without evidence, which counts as in place only, and one that is stated twice, of which the first counts.
ControlsResult controls_of(const model::Playbook& playbook, const model::Customer& customer, const Facts& facts,
                           Diagnostics& diagnostics);

// Appends that the controls are missing which are required and not stated, so that risks see them.
void add_missing_controls(const ControlsResult& controls, Facts& facts);

}  // namespace dealwright::governance
