#pragma once
// What could be automated at a customer, and how ready its areas of work are for it.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "core/base/annotation.hpp"
#include "core/base/decimal.hpp"
#include "core/model/business_case.hpp"

namespace dealwright::model {

// An area of the customer's work: order handling, finance, returns.
struct ProcessArea {
  std::string id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(ProcessArea, (), (id, name))
constexpr auto notes_of(const ProcessArea*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
  };
}

// How good the data of an area is and how settled its work, from 0 (not at all) to 1 (fully).
struct ProcessState {
  std::string area;
  Decimal data_quality;
  Decimal maturity;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(ProcessState, (), (area, data_quality, maturity, note))
constexpr auto notes_of(const ProcessState*) {
  return std::array{
      field("area", "Area").required().refers_to("playbook.process_areas"),
      field("data_quality", "Data quality", Unit::rate).required().range(0, 1).help("0 unusable, 1 complete."),
      field("maturity", "Process maturity", Unit::rate).required().range(0, 1).help("0 each time anew, 1 settled."),
      field("note", "Note").most(1000).help("What shows it."),
  };
}

enum class AutomationKind : std::uint8_t { workflow, ai };
BOOST_DESCRIBE_ENUM(AutomationKind, workflow, ai)

// A month's labour is volume x per unit x rate, as of a value driver.
struct Automation {
  std::string id;
  std::string name;
  std::string description;
  AutomationKind kind = AutomationKind::workflow;
  std::string area;
  std::string volume;
  std::string per_unit;
  std::string rate;
  Estimate saving;
  Decimal confidence = Decimal::whole(1);
  std::string ramp;
  Decimal least_data_quality;
  Decimal least_maturity;
  std::vector<std::string> after;
  std::string first;
  Decimal setup_hours;
  Decimal running_hours;
};
BOOST_DESCRIBE_STRUCT(Automation, (),
                      (id, name, description, kind, area, volume, per_unit, rate, saving, confidence, ramp,
                       least_data_quality, least_maturity, after, first, setup_hours, running_hours))
constexpr auto notes_of(const Automation*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
      field("description", "Description").most(500),
      field("kind", "Kind").required(),
      field("area", "Area").required().refers_to("playbook.process_areas"),
      field("volume", "Volume").required().refers_to("playbook.baselines").help("How much there is of it in a month."),
      field("per_unit", "Per unit").refers_to("playbook.baselines").help("Hours for each; absent: 1."),
      field("rate", "Rate").refers_to("playbook.baselines").help("Cost of an hour; absent: 1."),
      field("saving", "Saving").required().help("Share of the labour once all is in use, at most 1."),
      field("confidence", "Confidence", Unit::rate).range(0, 1).help("Share that counts, for risk."),
      field("ramp", "Adoption").refers_to("playbook.adoption_ramps").help("Absent: all of it from the first month."),
      field("least_data_quality", "Least data quality", Unit::rate).range(0, 1).help("Under it: not yet."),
      field("least_maturity", "Least process maturity", Unit::rate).range(0, 1).help("Under it: not yet."),
      field("after", "After").most(20).refers_to("playbook.automations").help("What must run before."),
      field("first", "What comes first").most(500).help("As the customer reads it where it is not yet time."),
      field("setup_hours", "Hours to set up", Unit::hours).range(0, 10'000).help("Of the customer's people, once."),
      field("running_hours", "Hours a month", Unit::hours).range(0, 1'000).help("Of the customer's people."),
  };
}

}  // namespace dealwright::model
