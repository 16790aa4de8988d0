#pragma once

#include <string>

#include "core/base/date.hpp"
#include "core/base/diagnostic.hpp"
#include "core/model/programme.hpp"

namespace dealwright::tests {

// Reviews with all that is kept inside, their pages, and the ranked automations.
std::string reviews_of(const model::Programme& programme, Date today, Diagnostics& diagnostics);

}  // namespace dealwright::tests
