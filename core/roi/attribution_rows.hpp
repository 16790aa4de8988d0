#pragma once
// The rows of a business case taken apart into what may differ from another case.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/roi/attribution.hpp"

namespace dealwright::roi {

struct Multiplier {
  std::string name;
  Decimal before = Decimal::whole(1);
  Decimal after = Decimal::whole(1);
};

// What a service line bills in months 0 to the longer horizon, in minor units.
struct ServiceLineFlow {
  std::string service_line;  // "" of what is of none
  bool is_there = false;
  std::vector<double> months;
};

struct AttributedRow {
  DifferenceKind kind = DifferenceKind::driver;
  std::string key;  // rows of both sides belong together by it
  std::string id;
  std::string name;
  bool is_cost = false;
  std::int64_t present = 0;             // as the return has it, below 0 of a cost
  std::vector<Multiplier> multipliers;  // `before` alone is set
  std::vector<double> timing;           // of a stream: months 0 to the longer horizon, without growth
  Decimal growth;                       // a year
  std::vector<double> growth_by_month;
  std::vector<ServiceLineFlow> flows;  // of fees: one of every service line, then of none
};

struct ScenarioRows {
  BoundCase bound;  // to the longer horizon, without growth
  int horizon = 0;  // of its own
  std::vector<AttributedRow> rows;
};

// Everything to `horizon` months, which is not below the scenario's own.
std::optional<ScenarioRows> scenario_rows(const Scenario& scenario, int horizon, Diagnostics& diagnostics);

// The multipliers of both rows by their names; 1 where one of them has none of that name.
std::vector<Multiplier> paired(const AttributedRow& before, const AttributedRow& after);

// "adoption" of a driver, "months" of anything else.
const char* timing_word(DifferenceKind kind);
double value_of(Decimal value);
// Whether two lists of one length differ anywhere.
bool is_other(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace dealwright::roi
