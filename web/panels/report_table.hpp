#pragma once
// Tables of reports as the runner prints them, drawn.

#include "core/report/table.hpp"

namespace dealwright::web {

// The table alone; columns of words are as wide as their longest words ask for.
void report_table(const report::Table& table);
// On a card under its title; nothing where it has no rows.
void report_card(const report::Table& table);

}  // namespace dealwright::web
