#pragma once
// A programme: every document that is read together.

#include <array>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/annotation.hpp"
#include "core/model/customer.hpp"
#include "core/model/deal.hpp"
#include "core/model/guardrails.hpp"
#include "core/model/onboarding.hpp"
#include "core/model/partner.hpp"
#include "core/model/playbook.hpp"
#include "core/model/portfolio.hpp"
#include "core/model/price_book.hpp"
#include "core/model/success.hpp"

namespace dealwright::model {

// One list a kind of document; the note's name is the member, its label the kind as documents state it.
struct Programme {
  std::vector<Brand> brands;
  std::vector<Partner> partners;
  std::vector<Customer> customers;
  std::vector<PriceBook> price_books;
  std::vector<Guardrails> guardrails;
  std::vector<Deal> deals;
  std::vector<Playbook> playbooks;
  std::vector<Onboarding> onboardings;
  std::vector<Portfolio> portfolios;
  std::vector<SuccessPlan> success_plans;
};
BOOST_DESCRIBE_STRUCT(Programme, (),
                      (brands, partners, customers, price_books, guardrails, deals, playbooks, onboardings, portfolios,
                       success_plans))
constexpr auto notes_of(const Programme*) {
  return std::array{
      field("brands", "brand"),          field("partners", "partner"),
      field("customers", "customer"),    field("price_books", "price_book"),
      field("guardrails", "guardrails"), field("deals", "deal"),
      field("playbooks", "playbook"),    field("onboardings", "onboarding"),
      field("portfolios", "portfolio"),  field("success_plans", "success_plan"),
  };
}

}  // namespace dealwright::model
