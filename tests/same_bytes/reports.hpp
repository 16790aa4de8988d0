#pragma once

#include <string>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/diagnostic.hpp"
#include "core/model/programme.hpp"

namespace dealwright::tests {

// What the runner can say about customers, partners and onboarding runs of a programme, in each of its formats, in a
// fixed order.
std::vector<std::string> reports_of(const model::Programme& documents, Date today, Diagnostics& diagnostics);

}  // namespace dealwright::tests
