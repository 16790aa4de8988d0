#include "core/report/comparison.hpp"

#include <utility>

#include <fmt/format.h>

#include "core/roi/positive_share.hpp"

namespace dealwright::report {
namespace {

constexpr std::uint64_t seed = 1;

std::optional<ComparedReturn> compared_return(const roi::Scenario& one, std::uint64_t trials, Diagnostics& found) {
  const auto bound = roi::bind_case(one.deal, one.customer, one.playbook, found);
  if (!bound) return std::nullopt;
  const auto monthly = roi::monthly_case(*bound, one.priced, found);
  if (!monthly) return std::nullopt;
  roi::CustomerReturn full = roi::customer_return(*bound, *monthly);
  ComparedReturn out;
  out.horizon_months = full.horizon_months;
  out.discount_rate = full.discount_rate;
  out.convention = full.convention;
  out.npv = full.net.present;
  out.roi = full.roi;
  out.irr = std::move(full.irr);
  out.irr_fault = full.irr_fault;
  out.payback = full.payback;
  out.positive = roi::positive_share(*bound, *monthly, trials, seed);
  return out;
}

ComparedDeal compared_deal(const roi::Scenario& one) {
  const pricing::Totals& totals = one.priced.totals;
  ComparedDeal out;
  out.id = one.deal.id;
  out.customer = one.customer.id;
  out.mrr_start = totals.mrr_start;
  out.mrr_exit = totals.mrr_exit;
  out.tcv = totals.tcv;
  out.cost = totals.cost_total;
  out.gross_margin = totals.gross_margin;
  out.margin = totals.margin;
  return out;
}

void add_note(Comparison& out, std::string note) {
  for (const std::string& told : out.notes)
    if (told == note) return;
  out.notes.push_back(std::move(note));
}

bool add_deal(const roi::Scenario& one, const roi::Scenario& base, Comparison& out, Diagnostics& found) {
  ComparedDeal deal = compared_deal(one);
  if (one.deal.business_case) {
    deal.customer_return = compared_return(one, out.trials, found);
    if (!deal.customer_return) return false;
  } else {
    add_note(out, fmt::format("{} has no business case, so nothing is known of what it is worth to the customer.",
                              one.deal.id));
  }
  if (!out.deals.empty()) {
    deal.offer = pricing::offer_difference(base.priced, one.priced);
    if (deal.customer_return && base.deal.business_case) {
      Diagnostics again;  // what is wrong in either case is told above
      deal.attribution = roi::attribution(base, one, again);
    }
    if (one.customer.id != base.customer.id)
      add_note(out, fmt::format("{} is of customer {}, {} of {}: differences of the customers count among the causes.",
                                base.deal.id, base.customer.id, one.deal.id, one.customer.id));
  }
  out.deals.push_back(std::move(deal));
  return true;
}

}  // namespace

std::optional<Comparison> comparison(std::span<const roi::Scenario> scenarios, std::uint64_t trials,
                                     Diagnostics& diagnostics) {
  Comparison out;
  out.currency = scenarios.front().deal.currency;
  out.trials = trials;
  bool is_sound = true;
  for (const roi::Scenario& one : scenarios) {
    if (one.deal.currency == out.currency) continue;
    is_sound = false;
    Diagnostic& mixed = diagnostics.emplace_back();
    mixed.code = "compare.currency";
    mixed.file = "deal/" + one.deal.id;
    mixed.pointer = "/currency";
    mixed.message = fmt::format("deal \"{}\" is in {}, deal \"{}\" in {}: amounts of two currencies do not compare",
                                one.deal.id, one.deal.currency.code(), scenarios.front().deal.id, out.currency.code());
    mixed.expected = "deals of one currency";
  }
  if (!is_sound) return std::nullopt;
  for (const roi::Scenario& one : scenarios) {
    Diagnostics found;
    is_sound = add_deal(one, scenarios.front(), out, found) && is_sound;
    for (Diagnostic& diagnostic : found) {
      diagnostic.file = "deal/" + one.deal.id;
      diagnostics.push_back(std::move(diagnostic));
    }
  }
  return is_sound ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace dealwright::report
