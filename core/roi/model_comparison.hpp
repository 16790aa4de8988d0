#pragma once
// The same deal under each offer model and each revenue model of the playbook (docs/partner-returns.md, "Models").

#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/money.hpp"
#include "core/model/playbook.hpp"
#include "core/roi/partner_return.hpp"

namespace dealwright::roi {

// Expected, as in a partner's return.
struct ModelFigures {
  std::string id;
  std::string name;
  bool is_chosen = false;              // it is the deal's
  Money first_year_income;             // initial and months 1 to 12
  Money monthly_income;                // in the last whole month of the term, without true-ups
  Money gross_margin;                  // over the horizon
  Money present;                       // value of the gross margin
  PaybackTime payback;                 // of the acquisition cost; unknown where none is stated
  std::optional<Money> over_referral;  // present value less that of the referral; absent where nothing is said of that
};
BOOST_DESCRIBE_STRUCT(ModelFigures, (),
                      (id, name, is_chosen, first_year_income, monthly_income, gross_margin, present, payback,
                       over_referral))

struct ModelComparison {
  std::string deal;
  std::string playbook;
  Currency currency;
  int horizon_months = 0;
  Decimal discount_rate;
  std::optional<Money> acquisition_cost;
  std::vector<ModelFigures> offer_models;    // the referral first, then in the playbook's order
  std::vector<ModelFigures> revenue_models;  // in the playbook's order
};
BOOST_DESCRIBE_STRUCT(ModelComparison, (),
                      (deal, playbook, currency, horizon_months, discount_rate, acquisition_cost, offer_models,
                       revenue_models))

// Of the models whose economics the playbook states. Nothing, with the reason in `diagnostics`, where the partner has
// no economics (partner.no_economics), the playbook says nothing of any model (playbook.no_model_economics), or a month
// comes to more than can be reckoned with (partner_return.too_large).
std::optional<ModelComparison> compare_models(const model::Deal& deal, const model::Partner& partner,
                                              const model::Playbook& playbook, const pricing::PricedDeal& priced,
                                              Diagnostics& diagnostics);

}  // namespace dealwright::roi
