#include "core/roi/model_comparison.hpp"

#include <algorithm>
#include <utility>

#include "core/document/type.hpp"
#include "core/roi/case_mistakes.hpp"

namespace dealwright::roi {

namespace {

class Comparer {
 public:
  Comparer(const model::Deal& deal, const model::PartnerEconomics& economics, const pricing::PricedDeal& priced)
      : deal_(deal),
        economics_(economics),
        priced_(priced),
        cost_(acquisition_cost_of(deal, economics)),
        discounts_(year_discounts(economics.discount_rate, economics.horizon_months)) {}

  // Nothing is added where the rule states no economics.
  void add(std::string_view id, const std::string& name, bool is_chosen,
           const std::optional<model::ModelEconomics>& economics, std::vector<ModelFigures>& to) {
    if (!economics) return;
    const auto flows = partner_flows(priced_, deal_.term_months, economics_, &*economics);
    fits = fits && flows;
    if (!flows) return;
    ModelFigures& out = to.emplace_back();
    out.id = id;
    out.name = name;
    out.is_chosen = is_chosen;
    std::int64_t income = 0, margin = 0;
    for (std::size_t month = 0; month < flows->fees.size(); ++month) {
      margin += flows->margin(month);
      if (month <= 12) income += flows->income(month);
    }
    std::int64_t present = of(flows->fees) - of(flows->extra_costs);
    for (const PartnerMonths& row : flows->rows) present += of(row.income) - of(row.cost);
    out.first_year_income = money(income);
    out.monthly_income = money(monthly_income(*flows));
    out.gross_margin = money(margin);
    out.present = money(present);
    out.payback = acquisition_payback(*flows, cost_);
  }

  std::optional<Money> acquisition_cost() const { return cost_; }

  bool fits = true;

 private:
  Money money(std::int64_t minor) const { return {minor, priced_.currency}; }
  std::int64_t of(const std::vector<std::int64_t>& months) const { return present_value_minor(months, discounts_); }

  std::int64_t monthly_income(const PartnerFlows& flows) const {
    const auto month = static_cast<std::size_t>(std::min(deal_.term_months, economics_.horizon_months));
    std::int64_t sum = 0;
    for (const PartnerMonths& row : flows.rows) sum += row.mrr.empty() ? 0 : row.mrr[month];
    return sum;
  }

  const model::Deal& deal_;
  const model::PartnerEconomics& economics_;
  const pricing::PricedDeal& priced_;
  std::optional<Money> cost_;
  std::vector<double> discounts_;
};

template <class E>
std::string_view id_of(E value) {
  return document::type_of<E>().choices[static_cast<std::size_t>(value)];
}

}  // namespace

std::optional<ModelComparison> compare_models(const model::Deal& deal, const model::Partner& partner,
                                              const model::Playbook& playbook, const pricing::PricedDeal& priced,
                                              Diagnostics& diagnostics) {
  if (!partner.economics) {
    diagnostics.push_back(mistake("partner.no_economics", "/partner",
                                  "partner \"" + partner.id + "\" states no economics to compare models by",
                                  "\"economics\" in the partner's document"));
    return std::nullopt;
  }
  Comparer comparer(deal, *partner.economics, priced);
  ModelComparison out;
  out.deal = deal.id;
  out.playbook = playbook.id;
  out.currency = priced.currency;
  out.horizon_months = partner.economics->horizon_months;
  out.discount_rate = partner.economics->discount_rate;
  out.acquisition_cost = comparer.acquisition_cost();
  for (const bool is_baseline : {true, false})
    for (const model::OfferModelRule& rule : playbook.offer_models)
      if ((rule.id == model::OfferModel::referral) == is_baseline)
        comparer.add(id_of(rule.id), rule.name, rule.id == deal.offer_model, rule.economics, out.offer_models);
  for (const model::RevenueModelRule& rule : playbook.revenue_models)
    comparer.add(id_of(rule.id), rule.name, rule.id == deal.revenue_model, rule.economics, out.revenue_models);
  if (!comparer.fits) {
    diagnostics.push_back(mistake("partner_return.too_large", "",
                                  "what a model earns comes to more in a month than can be reckoned with",
                                  "smaller prices, costs, factors or a smaller expansion"));
    return std::nullopt;
  }
  if (out.offer_models.empty() && out.revenue_models.empty()) {
    diagnostics.push_back(mistake("playbook.no_model_economics", "/partner",
                                  "playbook \"" + playbook.id + "\" does not say what its models let a partner earn",
                                  "\"economics\" of its offer models and revenue models"));
    return std::nullopt;
  }
  if (out.offer_models.empty() || out.offer_models[0].id != id_of(model::OfferModel::referral)) return out;
  const std::int64_t baseline = out.offer_models[0].present.minor;
  for (auto* const models : {&out.offer_models, &out.revenue_models})
    for (ModelFigures& one : *models) one.over_referral = Money{one.present.minor - baseline, priced.currency};
  return out;
}

}  // namespace dealwright::roi
