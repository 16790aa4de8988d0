#pragma once
// Tables of reports as the runner prints them, drawn.

#include "core/base/function_ref.hpp"
#include "core/report/table.hpp"
#include "web/ui/theme.hpp"

namespace dealwright::web {

// The table alone; columns of words are as wide as their longest words ask for.
void report_table(const report::Table& table);
// The tone of each cell by its row and column: words must say the same.
void report_table(const report::Table& table, FunctionRef<ui::Tone(std::size_t, std::size_t)> tone);
// On a card under its title; nothing where it has no rows.
void report_card(const report::Table& table);

}  // namespace dealwright::web
