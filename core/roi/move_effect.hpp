#pragma once
// What moving a customer from the shared platform to a deployment of its own does to the value of a deal.

#include <optional>

#include <boost/describe/class.hpp>

#include "core/base/money.hpp"
#include "core/qualification/migration.hpp"
#include "core/roi/partner_flows.hpp"

namespace dealwright::roi {

struct MoveEffect {
  int month = 0;        // of the crossing: the first with the deployment of its own is the month after it
  Money fee;            // 0 where none can be charged
  Money move_cost;      // of the move, to the partner
  Money margin_before;  // gross margin a month on the shared platform, at the quantities of the crossing
  Money margin_after;   // and in the first month after it
  int months = 0;       // of the moved deal
  Money value_kept;     // gross margin of the moved deal in them, with fee and cost of the move
  Money until;          // expected gross margin up to the crossing, within the horizon
  Money lifetime;       // with the move over the horizon, expected
  Money lifetime_present;
};
BOOST_DESCRIBE_STRUCT(MoveEffect, (),
                      (month, fee, move_cost, margin_before, margin_after, months, value_kept, until, lifetime,
                       lifetime_present))

// `month`: of the crossing, 0 or more. Months up to it are as in `flows`; after it the moved deal earns what it does in
// its first month from those who are left, for its term, and after that goes on as any deal does. Nothing where the
// crossing is not within the horizon, or a month is beyond greatest_month_minor.
std::optional<MoveEffect> move_effect(const PartnerFlows& flows, int term_months,
                                      const model::PartnerEconomics& economics, int month,
                                      const qualification::MigrationStep& step);

}  // namespace dealwright::roi
