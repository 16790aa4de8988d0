#pragma once
// Where a customer stands after the sale, on a day.

#include "core/base/diagnostic.hpp"
#include "core/model/customer.hpp"
#include "core/model/deal.hpp"
#include "core/model/playbook.hpp"
#include "core/success/result.hpp"

namespace dealwright::success {

// The documents that a plan is read with: its customer, the contract, and the customer's playbook.
struct Sources {
  const model::SuccessPlan& plan;
  const model::Customer& customer;
  const model::Deal& deal;
  const model::Playbook& playbook;
};

// For plans without errors (check_success()). Quarters that begin after `today`, which must be stated, are left out.
// Appends what is wrong in the deal's business case, with pointers inside the deal.
SuccessResult success_of(const Sources& sources, Date today, Diagnostics& diagnostics);

}  // namespace dealwright::success
