#pragma once
// Looks over success plans, and what a playbook lays down about them.

#include <string>

#include "core/base/date.hpp"
#include "core/base/diagnostic.hpp"
#include "core/model/customer.hpp"
#include "core/model/deal.hpp"
#include "core/model/playbook.hpp"
#include "core/model/success.hpp"

namespace dealwright::success {

// What is wrong in a success plan beyond what the reader tells; pointers are inside its document. Errors:
// success.no_playbook (its customer names none), success.other_customer (the deal is of another),
// success.unknown_baseline and success.unknown_signal (the nearest is named), success.stated_twice,
// success.quarter_order (out of order, or less than three months apart), success.target_is_baseline. Warnings:
// success.before_go_live (an actual of a quarter that begins before it), success.quarter_in_future (it begins after
// `today`; none where the day is not stated). `deal` is null where deals are not looked at, `playbook` where there is
// none.
Diagnostics check_success(const model::SuccessPlan& plan, const model::Customer& customer, const model::Deal* deal,
                          const model::Playbook* playbook, Date today);

// The part of it about a deal of that customer: for where deals are read after plans.
Diagnostics check_contract(const model::SuccessPlan& plan, const std::string& customer_of_deal);

// What is wrong in a playbook's health signals, expansion triggers and bands; pointers are inside its document. Errors:
// playbook.signal_range (poor and good are the same), playbook.trigger_without_bound, playbook.band_order.
Diagnostics check_rules(const model::Playbook& playbook);

}  // namespace dealwright::success
