#pragma once
// What trials of a business case came to: text, Markdown, HTML, JSON.

#include <string>
#include <string_view>

#include "core/roi/case_simulation.hpp"

namespace dealwright::report {

std::string simulation_text(const roi::SimulatedReturn& found);
// With the trials of each bin; where there is a folder of charts, with links to them: `charts` is the way from the
// report to it.
std::string simulation_markdown(const roi::SimulatedReturn& found, std::string_view charts = {});
// One page by itself, with the charts in it.
std::string simulation_html(const roi::SimulatedReturn& found);
std::string simulation_json(const roi::SimulatedReturn& found);

}  // namespace dealwright::report
