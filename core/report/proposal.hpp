#pragma once
// The customer's proposal in the partner's brand: prices, boundaries, terms and service levels. It has no place for
// cost, margin, the provider, internal ids, approvals or guardrails, so that none can slip in.

#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/date.hpp"
#include "core/base/money.hpp"
#include "core/model/customer.hpp"
#include "core/model/deal.hpp"
#include "core/model/partner.hpp"
#include "core/model/price_book.hpp"
#include "core/pricing/result.hpp"
#include "core/report/table.hpp"

namespace dealwright::report {

// A price over some months of the term, both ends inclusive, counted from 1.
struct ProposalPrice {
  int from_month = 1;
  int to_month = 1;
  std::string quantity;  // that the price is for: "12,000 orders" a whole month, or once; "" where it follows none
  Money price;           // a month, or once
  std::string remark;    // "free", "17 of 31 days"; else ""
};
BOOST_DESCRIBE_STRUCT(ProposalPrice, (), (from_month, to_month, quantity, price, remark))

struct ProposalLine {
  std::string name;
  std::string boundary;  // "includes 5,000 orders a month, then 0.020 per order"
  std::vector<ProposalPrice> prices;
  Money total;  // over the term
};
BOOST_DESCRIBE_STRUCT(ProposalLine, (), (name, boundary, prices, total))

struct ProposalYear {
  int year = 1;
  std::string months;  // "2026-01 to 2026-12"
  Money total;
};
BOOST_DESCRIBE_STRUCT(ProposalYear, (), (year, months, total))

struct ServiceLevel {
  std::string name;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(ServiceLevel, (), (name, value))

// What a service tier promises, in the order and words customers read it.
std::vector<ServiceLevel> service_levels_of(const model::ServiceTier& tier);

struct Proposal {
  std::string brand;
  std::string contact;
  std::string accent;  // "#rrggbb" or ""
  std::string logo;    // file beside the brand, or ""
  std::string title;
  std::string customer;
  Date date;  // not stated: none is shown
  Currency currency;
  std::string package;
  Date start;
  Date end;
  int term_months = 0;
  std::vector<ProposalLine> monthly;
  std::vector<ProposalLine> once;
  std::optional<Money> first_month;  // all monthly prices of the first whole month in which nothing is free
  Money monthly_total;               // over the term, without shortfall
  Money once_total;
  Money shortfall;  // expected under the minimum commitment, at the quantities above
  Money total;
  std::vector<ProposalYear> years;
  std::vector<std::string> terms;
  std::string service_tier;
  std::vector<ServiceLevel> service_levels;
  std::string legal;
};
BOOST_DESCRIBE_STRUCT(Proposal, (),
                      (brand, contact, accent, logo, title, customer, date, currency, package, start, end, term_months,
                       monthly, once, first_month, monthly_total, once_total, shortfall, total, years, terms,
                       service_tier, service_levels, legal))

// The documents a proposal speaks from. `brand` may be null: the partner's name stands for it.
struct ProposalSources {
  const model::Deal& deal;
  const model::Customer& customer;
  const model::Partner& partner;
  const model::Brand* brand;
  const model::PriceBook& price_book;
};

Proposal make_proposal(const ProposalSources& sources, const pricing::PricedDeal& priced, Date today);

std::string proposal_text(const Proposal& proposal);
std::string proposal_markdown(const Proposal& proposal);
std::string proposal_json(const Proposal& proposal);

}  // namespace dealwright::report
