#pragma once
// Changes that the solver finds, and deals with them made.

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "core/document/model_types.hpp"
#include "core/document/reader.hpp"
#include "core/document/writer.hpp"
#include "tests/guardrails/fixtures.hpp"

namespace dealwright::guardrails_test {

// The only change of a lever for the only finding, or nothing.
inline std::optional<guardrails::Change> way_out(Guarded& guarded, model::Lever lever) {
  guarded.rules.rules.front().ways_out = {{lever, "advice"}};
  const auto finding = guarded.finding(true);
  REQUIRE(finding.ways_out.size() <= 1);
  if (finding.ways_out.empty()) return std::nullopt;
  CHECK(finding.ways_out.front().lever == lever);
  CHECK(finding.ways_out.front().advice == "advice");
  return finding.ways_out.front();
}

// Parsed JSON with fractions as texts of six places, which documents take for numbers: no double is written back.
inline nlohmann::json parsed(const std::string& text) {
  return nlohmann::json::parse(
      text,
      [](int, nlohmann::json::parse_event_t, nlohmann::json& value) {
        if (value.is_number_float()) value = std::to_string(value.get<double>());  // six places
        return true;
      },
      false);
}

// The deal with the change made in its document, the way a person would make it.
inline model::Deal edited(const model::Deal& deal, const std::string& pointer, const std::string& to) {
  auto document = parsed(document::write_line(deal));
  const nlohmann::json::json_pointer place(pointer);
  if (to.empty()) {
    document[place.parent_pointer()].erase(std::stoul(place.back()));
  } else {
    const auto value = parsed(to);
    document[place] = value.is_discarded() ? nlohmann::json(to) : value;
  }
  model::Deal changed;
  Diagnostics diagnostics;
  document::Reader reader;
  const bool read = reader.read(document.dump(), changed, diagnostics);
  for (const auto& diagnostic : diagnostics) MESSAGE(to_line(diagnostic));
  REQUIRE(read);
  return changed;
}

}  // namespace dealwright::guardrails_test
