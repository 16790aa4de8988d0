#pragma once
// A customer's return as a page by itself, to hand over.

#include <string>
#include <string_view>

#include "core/roi/customer_return.hpp"

namespace dealwright::report {

// Figures, charts, and the tables by year and by month. The title is escaped.
std::string return_page(std::string_view title, const roi::CustomerReturn& found);

}  // namespace dealwright::report
