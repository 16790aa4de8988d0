#pragma once
// Who answers for what, which controls hold, which risks are watched: the playbook's rows, and what partners and
// customers state of them.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "core/base/annotation.hpp"
#include "core/base/date.hpp"
#include "core/base/decimal.hpp"
#include "core/model/vocabulary.hpp"

namespace dealwright::model {

// The three things that are the partner's; a duty of one of them held by the provider is a channel conflict.
enum class Owned : std::uint8_t { nothing, brand, price, relationship };
BOOST_DESCRIBE_ENUM(Owned, nothing, brand, price, relationship)

enum class Layer : std::uint8_t {
  commercial,
  solution_delivery,
  cloud_operations,
  customer_success,
  governance_and_security
};
BOOST_DESCRIBE_ENUM(Layer, commercial, solution_delivery, cloud_operations, customer_success, governance_and_security)

struct Duty {
  std::string id;
  std::string name;
  Layer layer = Layer::commercial;
  Party usual = Party::partner;
  Owned protects = Owned::nothing;
};
BOOST_DESCRIBE_STRUCT(Duty, (), (id, name, layer, usual, protects))
constexpr auto notes_of(const Duty*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
      field("layer", "Layer").required(),
      field("usual", "Usually").required().help("Who is accountable where nothing else is agreed."),
      field("protects", "Protects").help("The provider must not hold it: it is the partner's."),
  };
}

struct DecisionRight {
  std::string id;
  std::string name;
  Party usual = Party::partner;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(DecisionRight, (), (id, name, usual, note))
constexpr auto notes_of(const DecisionRight*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
      field("usual", "Usually").required().help("Who decides where nothing else is agreed."),
      field("note", "Note").most(1000),
  };
}

enum class FactSource : std::uint8_t {
  profile,     // a number of the customer's profile, by its name
  answer,      // the answer to a criterion of the tenancy qualification, by the criterion's id
  tenancy,     // the tenancy that is sold: shared, dedicated
  capability,  // a level of the partner, by the capability's id
  metric,      // a metric of guardrails, of any of the deals
  control,     // the state of a control, by its id
  standard,    // the share of standard blocks in the solution
};
BOOST_DESCRIBE_ENUM(FactSource, profile, answer, tenancy, capability, metric, control, standard)

// Holds where the fact is known and stands on the named side of the bound, or is one of the words.
struct FactCondition {
  FactSource source = FactSource::profile;
  std::string fact;
  std::optional<Decimal> above;
  std::optional<Decimal> below;
  std::vector<std::string> is;
};
BOOST_DESCRIBE_STRUCT(FactCondition, (), (source, fact, above, below, is))
constexpr auto notes_of(const FactCondition*) {
  return std::array{
      field("source", "Source").required(),
      field("fact", "Fact").help("Its name or id; of the tenancy and the standard share none."),
      field("above", "Above", Unit::quantity).help("It holds where the fact is more."),
      field("below", "Below", Unit::quantity).help("It holds where the fact is less."),
      field("is", "Is one of").most(50),
  };
}

struct Control {
  std::string id;
  std::string name;
  std::string area;
  Party owner = Party::provider;
  std::string evidence;
  std::vector<FactCondition> when;
};
BOOST_DESCRIBE_STRUCT(Control, (), (id, name, area, owner, evidence, when))
constexpr auto notes_of(const Control*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
      field("area", "Area").help("Heading under which it is listed."),
      field("owner", "Owner").required(),
      field("evidence", "Evidence").required().most(500).help("What shows that it holds."),
      field("when", "Required when").most(20).help("Any of these; none stated: of every customer."),
  };
}

struct Risk {
  std::string id;
  std::string name;
  std::string effect;
  std::string mitigation;
  std::vector<FactCondition> when;
};
BOOST_DESCRIBE_STRUCT(Risk, (), (id, name, effect, mitigation, when))
constexpr auto notes_of(const Risk*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
      field("effect", "Effect").required().most(500),
      field("mitigation", "Mitigation").required().most(500),
      field("when", "Raised when").required().most(20).help("Any of these."),
  };
}

// An area that the quarterly review goes through, and what it looks at.
struct PolicyArea {
  std::string id;
  std::string name;
  std::vector<std::string> questions;
};
BOOST_DESCRIBE_STRUCT(PolicyArea, (), (id, name, questions))
constexpr auto notes_of(const PolicyArea*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
      field("questions", "Questions").most(50),
  };
}

struct DutyHolder {
  std::string duty;
  Party accountable = Party::partner;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(DutyHolder, (), (duty, accountable, note))
constexpr auto notes_of(const DutyHolder*) {
  return std::array{
      field("duty", "Duty").required().refers_to("playbook.duties"),
      field("accountable", "Accountable").required(),
      field("note", "Note").most(1000),
  };
}

struct DecisionHolder {
  std::string decision;
  Party decides = Party::partner;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(DecisionHolder, (), (decision, decides, note))
constexpr auto notes_of(const DecisionHolder*) {
  return std::array{
      field("decision", "Decision").required().refers_to("playbook.decision_rights"),
      field("decides", "Decides").required(),
      field("note", "Note").most(1000),
  };
}

enum class ControlState : std::uint8_t { missing, planned, in_place, verified };
BOOST_DESCRIBE_ENUM(ControlState, missing, planned, in_place, verified)

struct ControlStatus {
  std::string control;
  ControlState state = ControlState::missing;
  std::string owner;
  std::string evidence;
  Date on;
};
BOOST_DESCRIBE_STRUCT(ControlStatus, (), (control, state, owner, evidence, on))
constexpr auto notes_of(const ControlStatus*) {
  return std::array{
      field("control", "Control").required().refers_to("playbook.controls"),
      field("state", "State").required(),
      field("owner", "Owner").help("The person."),
      field("evidence", "Evidence").most(1000).help("Where it is shown; needed once it is verified."),
      field("on", "On").help("Day of the state."),
  };
}

}  // namespace dealwright::model
