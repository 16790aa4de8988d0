#include "core/governance/controls.hpp"

#include <fmt/format.h>

#include "core/governance/lookup.hpp"

namespace dealwright::governance {

namespace {

using model::ControlState;
using model::ControlStatus;

const ControlStatus* status_of(const model::Customer& customer, std::string_view control) {
  for (const ControlStatus& status : customer.controls)
    if (status.control == control) return &status;
  return nullptr;
}

void check_statuses(const model::Customer& customer, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < customer.controls.size(); ++i) {
    const ControlStatus& status = customer.controls[i];
    const std::string pointer = fmt::format("/controls/{}", i);
    if (status_of(customer, status.control) != &status) {
      diagnostics.push_back(mistake("customer.control_twice", pointer + "/control",
                                    fmt::format("\"{}\" is stated above already", status.control), "one state"));
      continue;
    }
    if (counted_state(status) != status.state)
      diagnostics.push_back(mistake("customer.verified_without_evidence", pointer,
                                    fmt::format("\"{}\" is verified, but nothing shows it", status.control),
                                    "\"evidence\", or the state in_place"));
  }
}

std::vector<std::string> reasons_for(const model::Playbook& playbook, const model::Control& control,
                                     const Facts& facts) {
  if (control.when.empty()) return {"every customer"};
  std::vector<std::string> reasons;
  for (const model::FactCondition& condition : control.when) {
    const auto found = holding(condition, facts);
    if (!found.empty()) reasons.push_back(condition_words(playbook, condition, found.front()));
  }
  return reasons;
}

}  // namespace

ControlsResult controls_of(const model::Playbook& playbook, const model::Customer& customer, const Facts& facts,
                           Diagnostics& diagnostics) {
  ControlsResult result;
  result.customer = customer.id;
  check_statuses(customer, diagnostics);
  for (const model::Control& control : playbook.controls) {
    ControlResult& row = result.controls.emplace_back();
    row.control = control.id;
    row.name = control.name;
    row.area = control.area;
    row.owner = control.owner;
    row.evidence_asked = control.evidence;
    row.required_by = reasons_for(playbook, control, facts);
    row.required = !row.required_by.empty();
    if (row.required) row.state = ControlState::missing;
    if (const ControlStatus* const status = status_of(customer, control.id)) {
      row.stated = true;
      row.state = counted_state(*status);
      row.person = status->owner;
      row.evidence = status->evidence;
      row.on = status->on;
    }
    if (!row.required) continue;
    ++result.counts.required;
    result.counts.in_place += *row.state >= ControlState::in_place ? 1 : 0;
    result.counts.verified += *row.state == ControlState::verified ? 1 : 0;
  }
  return result;
}

void add_missing_controls(const ControlsResult& controls, Facts& facts) {
  for (const ControlResult& row : controls.controls) {
    if (!row.required || row.stated) continue;
    KnownFact fact;
    fact.source = model::FactSource::control;
    fact.fact = row.control;
    fact.word = word_of(ControlState::missing);
    facts.push_back(std::move(fact));
  }
}

}  // namespace dealwright::governance
