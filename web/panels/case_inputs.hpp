#pragma once
// What goes into a business case, as fields: its terms, its drivers, the customer's baselines.

#include "web/panels/view.hpp"

namespace dealwright::web {

// A deal with its business case, and whom it is for.
struct CaseOf {
  const model::Deal& deal;
  const model::BusinessCase& stated;
  const model::Customer& customer;
  const model::Playbook* playbook = nullptr;  // null: the customer names none that there is
};

void case_terms_card(View& view, const CaseOf& of);
// A row a driver, each number to be typed; those that are not stated count as measured. Another one can be added.
void case_drivers_card(View& view, const CaseOf& of, const Diagnostics& mistakes);
// What was measured at the customer, from the playbook's list.
void baselines_card(View& view, const CaseOf& of);

// The drivers that count: those that are stated, else all but revenue's whose baselines are measured.
std::vector<std::string> counted_drivers(const CaseOf& of);
// What the case states of a driver; null where it states nothing.
const model::CaseDriver* find_driver(const model::BusinessCase& stated, const std::string& driver);
// What the case says of a driver, in the place of what it leaves to others. Where it states no drivers at all, those
// that count are stated first, so that none of them gets lost.
model::CaseDriver& stated_driver(model::BusinessCase& to, const std::string& driver,
                                 const std::vector<std::string>& counted);

// Gives the deal a business case, and its customer a playbook where it names none. Returns whether it was made.
bool start_case(View& view, const model::Deal& deal);

}  // namespace dealwright::web
