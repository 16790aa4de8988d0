#pragma once
// Deals side by side as text, Markdown, JSON and a page to print.

#include <string>

#include "core/report/chart.hpp"
#include "core/report/comparison.hpp"

namespace dealwright::report {

// From the net present value of the first deal, row by row, to that of a later one.
Chart difference_chart(const ComparedDeal& base, const ComparedDeal& other);

std::string comparison_text(const Comparison& comparison);
std::string comparison_markdown(const Comparison& comparison);
std::string comparison_html(const Comparison& comparison);
std::string comparison_json(const Comparison& comparison);

}  // namespace dealwright::report
