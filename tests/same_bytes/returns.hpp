#pragma once

#include <string>

#include "core/model/programme.hpp"
#include "core/pricing/result.hpp"

namespace dealwright::tests {

// What a few thousand trials of a deal's business case come to, as JSON; the deal is priced and its case is sound.
std::string simulated_case(const model::Programme& programme, const model::Deal& deal,
                           const pricing::PricedDeal& priced);

}  // namespace dealwright::tests
