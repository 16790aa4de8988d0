#pragma once
// Which offer model and revenue model suit a partner, why, what blocks the next one, and the interview that it follows
// from.

#include "core/report/advice_report.hpp"
#include "web/panels/edit.hpp"

namespace dealwright::web {

// What is recommended, beside the partner's type and what it says that it sells.
void recommendation_cards(Edits<model::Partner>& edit, const model::Partner& partner,
                          const report::AdvisedPartner& advised);
// How each model suits, every reason, and what is missing for the next one.
void reasons_cards(const qualification::PartnerAdvice& advice);
// The capabilities that the playbook's models look at, each with a level to choose.
void capabilities_card(Edits<model::Partner>& edit, const model::Partner& partner, const model::Playbook& playbook,
                       const qualification::PartnerAdvice& advice);

}  // namespace dealwright::web
