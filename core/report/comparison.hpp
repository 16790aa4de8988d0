#pragma once
// Deals side by side, the first as the base: their figures, and what makes the customer's net present value and the
// partner's margin differ.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/pricing/offer_difference.hpp"
#include "core/roi/attribution.hpp"

namespace dealwright::report {

inline constexpr std::size_t most_compared = 4;

// What the deal is worth to its customer.
struct ComparedReturn {
  int horizon_months = 0;
  Decimal discount_rate;
  model::CaseConvention convention = model::CaseConvention::annual;
  Money npv;
  Ratio roi;
  std::vector<Decimal> irr;
  roi::Fault irr_fault = roi::Fault::none;
  roi::PaybackTime payback;
  Ratio positive;  // trials with a net present value above 0; no value where none were made
};
BOOST_DESCRIBE_STRUCT(ComparedReturn, (),
                      (horizon_months, discount_rate, convention, npv, roi, irr, irr_fault, payback, positive))

struct ComparedDeal {
  std::string id;
  std::string customer;
  Money mrr_start;
  Money mrr_exit;
  Money tcv;
  Money cost;
  Money gross_margin;
  Ratio margin;
  std::optional<ComparedReturn> customer_return;  // none: no business case
  // Against the first deal; the first has none.
  std::optional<pricing::OfferDifference> offer;
  std::optional<roi::Attribution> attribution;  // where both have a business case
};
BOOST_DESCRIBE_STRUCT(ComparedDeal, (),
                      (id, customer, mrr_start, mrr_exit, tcv, cost, gross_margin, margin, customer_return, offer,
                       attribution))

struct Comparison {
  Currency currency;
  std::uint64_t trials = 0;  // with seed 1
  std::vector<ComparedDeal> deals;
  std::vector<std::string> notes;
};
BOOST_DESCRIBE_STRUCT(Comparison, (), (currency, trials, deals, notes))

// Two to most_compared scenarios; without a business case a deal is compared in what the partner gets alone. `trials`
// may be 0. Nothing where currencies differ or a case has mistakes, which is appended to `diagnostics` with "deal/id"
// as the file.
std::optional<Comparison> comparison(std::span<const roi::Scenario> scenarios, std::uint64_t trials,
                                     Diagnostics& diagnostics);

}  // namespace dealwright::report
