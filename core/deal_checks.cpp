#include "core/deal_checks.hpp"

#include <string>
#include <utility>

#include "core/pricing/lines.hpp"

namespace dealwright {

void check_deal(const model::Deal& deal, const model::Customer& customer, const model::PriceBook& book,
                Diagnostics& diagnostics) {
  const auto warn = [&](const char* code, std::string pointer, std::string message, std::string expected) {
    diagnostics.push_back(
        {Severity::warning, code, {}, 0, 0, std::move(pointer), std::move(message), std::move(expected), {}});
  };
  const bool too_early = book.effective_from.is_stated() && deal.start < book.effective_from;
  const bool too_late = book.effective_to.is_stated() && book.effective_to < deal.start;
  if (deal.start.is_stated() && (too_early || too_late)) {
    warn("deal.start_outside_book", "/start",
         "the deal starts on " + deal.start.to_string() + ", when price book \"" + book.id + "\" is not valid",
         "a day from " + book.effective_from.to_string() +
             (book.effective_to.is_stated() ? " to " + book.effective_to.to_string() : ""));
  }
  const int periods = pricing::period_count(deal);
  const auto in_term = [&] { return "months 1 to " + std::to_string(periods); };
  if (deal.free_months && deal.free_months->from_month + deal.free_months->months - 1 > periods) {
    const bool none = deal.free_months->from_month > periods;
    warn("deal.free_months_after_term", none ? "/free_months/from_month" : "/free_months/months",
         none ? "the free months begin after the term has ended, so nothing is free"
              : "the free months go on after the term has ended, so not all of them count",
         in_term());
  }
  for (std::size_t i = 0; i < deal.lines.size(); ++i) {
    for (std::size_t s = 0; s < deal.lines[i].ramp.size(); ++s) {
      if (deal.lines[i].ramp[s].from_month <= periods) continue;
      warn("deal.ramp_after_term", "/lines/" + std::to_string(i) + "/ramp/" + std::to_string(s) + "/from_month",
           "the segment begins after the term has ended, so it never holds", in_term());
    }
  }
  if (!customer.partner.empty() && customer.partner != deal.partner) {
    warn("deal.customer_of_another_partner", "/customer",
         "customer \"" + customer.id + "\" belongs to partner \"" + customer.partner + "\"",
         "a customer of partner \"" + deal.partner + "\"");
  }
}

}  // namespace dealwright
