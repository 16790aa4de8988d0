#pragma once
// Guardrails: rules that hold deals inside bounds, as data.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/annotation.hpp"
#include "core/base/currency.hpp"
#include "core/base/decimal.hpp"
#include "core/model/vocabulary.hpp"

namespace dealwright::model {

// Narrows a rule to the deals or lines it is meant for: all conditions must hold.
struct Condition {
  std::string metric;
  std::optional<Decimal> min;
  std::optional<Decimal> max;
  std::vector<std::string> one_of;
};
BOOST_DESCRIBE_STRUCT(Condition, (), (metric, min, max, one_of))
constexpr auto notes_of(const Condition*) {
  return std::array{
      field("metric", "Metric").required().help("Any metric of rules, such as tenancy, service_line or tcv."),
      field("min", "At least", Unit::quantity),
      field("max", "At most", Unit::quantity),
      field("one_of", "One of").most(100),
  };
}

// A bound that applies once a role has approved the deal.
struct RoleLimit {
  std::string role;
  std::optional<Decimal> min;
  std::optional<Decimal> max;
};
BOOST_DESCRIBE_STRUCT(RoleLimit, (), (role, min, max))
constexpr auto notes_of(const RoleLimit*) {
  return std::array{
      field("role", "Role", Unit::identifier).required(),
      field("min", "At least", Unit::quantity),
      field("max", "At most", Unit::quantity),
  };
}

struct WayOut {
  Lever lever = Lever::deal_discount;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(WayOut, (), (lever, text))
constexpr auto notes_of(const WayOut*) {
  return std::array{
      field("lever", "Lever").required().help("The number of the deal to change; how much is solved."),
      field("text", "Text").help("Advice shown with the solved change."),
  };
}

struct Rule {
  std::string id;
  std::string title;
  RuleSeverity severity = RuleSeverity::error;
  std::string metric;
  RuleBase base = RuleBase::none;
  std::optional<Decimal> min;
  std::optional<Decimal> max;
  std::vector<std::string> one_of;
  bool forbidden = false;
  std::vector<RoleLimit> by_role;
  std::vector<Condition> when;
  std::string message;
  std::vector<WayOut> ways_out;
};
BOOST_DESCRIBE_STRUCT(Rule, (),
                      (id, title, severity, metric, base, min, max, one_of, forbidden, by_role, when, message,
                       ways_out))
constexpr auto notes_of(const Rule*) {
  return std::array{
      field("id", "Id", Unit::identifier).required().help("Stable: reports name it."),
      field("title", "Title").required(),
      field("severity", "Severity").help("Only errors fail a check."),
      field("metric", "Metric").required().help("What is measured, such as gross_margin."),
      field("base", "Measured against").help("For a price floor: list or cost; the bound is then a multiple of it."),
      field("min", "At least", Unit::quantity),
      field("max", "At most", Unit::quantity),
      field("one_of", "One of").most(100).help("Allowed words."),
      field("forbidden", "Forbidden").help("The metric must be zero, or false."),
      field("by_role", "Limits by role").most(20).help("Wider bounds once a role has approved the deal."),
      field("when", "When").most(20).help("The deals or lines it is meant for."),
      field("message", "Message").help("Why the rule exists; {value}, {bound} and {subject} are filled in."),
      field("ways_out", "Ways out").most(13).help("What may be changed to clear it, in order of preference."),
  };
}

struct Guardrails {
  std::string id;
  std::string name;
  std::string note;
  Currency currency;
  std::vector<Rule> rules;
};
BOOST_DESCRIBE_STRUCT(Guardrails, (), (id, name, note, currency, rules))
constexpr auto notes_of(const Guardrails*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name"),
      field("note", "Note").most(2000),
      field("currency", "Currency")
          .help("Of bounds in money; rules with such bounds skip deals in another currency. Absent: any."),
      field("rules", "Rules").required().most(500),
  };
}

}  // namespace dealwright::model
