#pragma once

#include <string>

#include "core/model/programme.hpp"
#include "core/pricing/result.hpp"

namespace dealwright::tests {

// A priced deal under every offer model and revenue model of its partner's playbook, as JSON; "" where there is none.
std::string compared_models(const model::Programme& programme, const model::Deal& deal,
                            const pricing::PricedDeal& priced);

}  // namespace dealwright::tests
