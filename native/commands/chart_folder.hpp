#pragma once
// --charts FOLDER: the charts of a Markdown report, beside it.

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "core/base/diagnostic.hpp"
#include "core/report/chart_set.hpp"
#include "native/commands/options.hpp"

namespace dealwright::native {

// Adds the option. Where it is stated for another format than Markdown, idle_charts() says so; else it gives "".
void add_charts(CLI::App& command, std::string& folder);
std::string idle_charts(const std::string& folder, const CommonOptions& options);

// The way from the report, which goes to --output or else into the current folder, to the charts; "" where none are
// wanted.
std::string way_to_charts(const std::string& folder, const CommonOptions& options);

// Writes each file as a whole or not at all; makes the folder where it is not there. Ends with the first that cannot be
// written.
Diagnostics write_charts(const std::string& folder, const std::vector<report::ChartFile>& files);

}  // namespace dealwright::native
