#pragma once
// A report as one page by itself: HTML without scripts and without anything to load.

#include <string>
#include <string_view>

#include "core/report/table.hpp"

namespace dealwright::report {

// All up to the body's content, and all after it. The title is escaped.
std::string page_begin(std::string_view title);
std::string page_end();

// Text with HTML's own characters escaped; control characters as printable() has them.
std::string html_escaped(std::string_view text);
// The same with line ends kept.
std::string html_lines(std::string_view text);
// Title, head, rows. Empty where there are no rows.
std::string table_html(const Table& table);

}  // namespace dealwright::report
