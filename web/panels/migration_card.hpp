#pragma once
// A customer's way from the shared platform to a dedicated deployment.

#include "core/qualification/migration.hpp"

namespace dealwright::web {

// When a shared limit is passed and which one; for each deal that moves the step of its price as a picture, its figures
// and its service levels.
void migration_card(const qualification::MigrationResult& result);

}  // namespace dealwright::web
