#pragma once
// Draws the tables of reports, so that the screen shows what the runner prints.

#include <string_view>

#include "core/report/table.hpp"

namespace dealwright::web {

void report_table(std::string_view name, const report::Table& table);

}  // namespace dealwright::web
