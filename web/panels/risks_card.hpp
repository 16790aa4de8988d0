#pragma once
// The risks that are raised: by what, at which value, what they do, and what is done about them.

#include <string_view>
#include <vector>

#include "core/governance/risks.hpp"
#include "web/panels/view.hpp"

namespace dealwright::web {

// `none` is said where there is no risk. A deal whose metric raised one can be opened.
void risks_card(View& view, std::string_view title, const std::vector<governance::RaisedRisk>& risks,
                std::string_view none);

}  // namespace dealwright::web
