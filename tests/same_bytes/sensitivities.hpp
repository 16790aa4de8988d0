#pragma once

#include <string>
#include <vector>

#include "core/model/programme.hpp"
#include "core/pricing/result.hpp"

namespace dealwright::tests {

// A priced deal whose business case is sound.
struct PricedCase {
  const model::Deal* deal = nullptr;
  pricing::PricedDeal priced;
};

// Tornado, a two-way table and every break-even, as JSON and as a page.
std::string moved_case(const model::Programme& programme, const model::Deal& deal, const pricing::PricedDeal& priced);
// Each case beside the next of its currency, as JSON and as a page.
std::string compared_cases(const model::Programme& programme, const std::vector<PricedCase>& cases);

}  // namespace dealwright::tests
