#pragma once
// A partner: what suits it, who answers for what, how it does, its customers, deals and onboarding, and the quarterly
// review.

#include "web/panels/view.hpp"

namespace dealwright::web {

void partner_panel(View& view, const model::Partner& partner);

}  // namespace dealwright::web
