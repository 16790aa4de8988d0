#pragma once
// What trials of a business case came to: text, Markdown, JSON.

#include <string>

#include "core/roi/case_simulation.hpp"

namespace dealwright::report {

std::string simulation_text(const roi::SimulatedReturn& found);
std::string simulation_markdown(const roi::SimulatedReturn& found);
std::string simulation_json(const roi::SimulatedReturn& found);

}  // namespace dealwright::report
