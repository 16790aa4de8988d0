#pragma once
// The charts of a report: what is common to building them, and how a report shows them.

#include <string>
#include <string_view>
#include <vector>

#include "core/base/money.hpp"
#include "core/report/chart.hpp"

namespace dealwright::report {

// A chart under the name that its file has: "cumulative".
struct NamedChart {
  std::string name;
  Chart chart;
};

// In major units; what no decimal number holds becomes the nearest that there is.
Decimal chart_value(Money amount);

// Where there are more series than can be told apart by colour, the greatest ones and the sum of all others, named
// "Others", in the order in which they are stated.
std::vector<ChartSeries> told_apart(std::vector<ChartSeries> series);

// Each as a figure with what it shows in words below it.
std::string charts_html(const std::vector<NamedChart>& charts);

// What --charts writes, and how Markdown refers to it.
struct ChartFile {
  std::string name;  // "case-1-cumulative.svg"
  std::string svg;
};
std::vector<ChartFile> chart_files(std::string_view subject, const std::vector<NamedChart>& charts);
// A picture a line; "" where `folder`, the way from the report to the charts, is "".
std::string charts_markdown(std::string_view subject, const std::vector<NamedChart>& charts, std::string_view folder);

}  // namespace dealwright::report
