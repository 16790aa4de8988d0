#pragma once
// The migration path from the shared platform to a dedicated deployment, in words and rows.

#include <string>
#include <vector>

#include "core/qualification/migration.hpp"
#include "core/report/table.hpp"

namespace dealwright::report {

// One figure or service level of a deal before and after its move; "" where a side has none.
struct MigrationRow {
  std::string name;
  std::string before;
  std::string after;
  std::string change;
};

// When the first shared limit is passed, which one, and when the move begins; and where nothing moves for want of a
// shared deal. One or two sentences.
std::string crossing_words(const qualification::MigrationResult& result);

// What becomes of a deal: what the move changes a month, keeps and leaves behind, or why it cannot be made. One or two
// sentences.
std::string path_words(const qualification::MigrationPath& path);

// Figures of a month before and after, then the fee and the value kept, in the deal's currency. Empty where the deal
// does not move.
std::vector<MigrationRow> migration_figures(const qualification::MigrationPath& path);

// The service tier, and what it promises where that is not the same before and after; `change` is "". Empty where the
// deal does not move.
std::vector<MigrationRow> migration_levels(const qualification::MigrationPath& path);

// What becomes of the shared deals, if any, then figures and service levels of each that moves.
std::vector<Table> migration_tables(const qualification::MigrationResult& result);

}  // namespace dealwright::report
