#pragma once
// Which way to sell and which way to be paid suit a partner, why, and what keeps it from the next step.

#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/diagnostic.hpp"
#include "core/base/ratio.hpp"
#include "core/model/partner.hpp"
#include "core/model/playbook.hpp"

namespace dealwright::qualification {

// What one reason adds to a model.
struct ReasonResult {
  std::string capability;
  std::string name;  // of the capability
  std::string words;
  Decimal weight;
  bool less_is_better = false;
  std::optional<Decimal> level;  // the partner's, 0 to 1; absent: not stated
  std::string note;              // what the partner shows for it
  std::optional<Decimal> fit;    // the level, or 1 - level where less is better; absent where there is no level
  Ratio contribution;            // weight x fit over all known weights; no value where there is no level
};
BOOST_DESCRIBE_STRUCT(ReasonResult, (),
                      (capability, name, words, weight, less_is_better, level, note, fit, contribution))

// A capability that a model demands and the partner does not show.
struct MissingCapability {
  std::string capability;
  std::string name;
  Decimal demands;               // the least level, 0 to 1
  std::optional<Decimal> level;  // the partner's; absent: not stated
  std::optional<Decimal> lacks;  // demands - level; absent where the level is not stated
};
BOOST_DESCRIBE_STRUCT(MissingCapability, (), (capability, name, demands, level, lacks))

// How well a model suits. The score is the weighted mean of the fits, sum of weight x fit over sum of weights, 0 to 1,
// exact. A reason whose capability the partner does not state counts in neither sum; without any weight the score has
// no value.
struct Suitability {
  Ratio score;
  bool blocked = false;  // something is missing
  std::vector<ReasonResult> reasons;
  std::vector<MissingCapability> missing;
  std::vector<std::string> open;  // capabilities that are not stated, each once
};
BOOST_DESCRIBE_STRUCT(Suitability, (), (score, blocked, reasons, missing, open))

struct OfferAdvice {
  model::OfferModel model = model::OfferModel::referral;
  std::string name;
  std::string what;
  std::string fits;
  std::string earns;
  std::string asks;
  Suitability suits;
};
BOOST_DESCRIBE_STRUCT(OfferAdvice, (), (model, name, what, fits, earns, asks, suits))

struct RevenueAdvice {
  model::RevenueModel model = model::RevenueModel::blended;
  std::string name;
  std::string shape;
  std::string fits;
  std::string risk;
  Suitability suits;
};
BOOST_DESCRIBE_STRUCT(RevenueAdvice, (), (model, name, shape, fits, risk, suits))

// The next model up from the one that is recommended.
struct NextOffer {
  model::OfferModel model = model::OfferModel::referral;
  std::string name;
  std::vector<MissingCapability> missing;  // empty: it may be sold today
};
BOOST_DESCRIBE_STRUCT(NextOffer, (), (model, name, missing))

// What partners of this type usually sell.
struct NaturalOffer {
  std::string type;  // its name
  std::string offer;
  model::OfferModel offer_model = model::OfferModel::white_label;
  model::RevenueModel revenue_model = model::RevenueModel::blended;
  bool offer_agrees = false;  // with the recommendation
  bool revenue_agrees = false;
};
BOOST_DESCRIBE_STRUCT(NaturalOffer, (), (type, offer, offer_model, revenue_model, offer_agrees, revenue_agrees))

// A capability of the playbook that the partner does not state.
struct OpenCapability {
  std::string capability;
  std::string name;
  std::string question;
};
BOOST_DESCRIBE_STRUCT(OpenCapability, (), (capability, name, question))

struct PartnerAdvice {
  std::string partner;
  std::string playbook;
  std::vector<OfferAdvice> offers;  // in the playbook's order
  // The best score among those that are not blocked; of equals the first, and one without a score after those that have
  // one. Referral where all are blocked; nothing where the playbook has no offer models.
  std::optional<model::OfferModel> recommended;
  bool baseline = false;                       // referral is recommended for want of anything else
  std::optional<model::OfferModel> runner_up;  // the second best of those not blocked
  std::optional<NextOffer> next;
  std::optional<NaturalOffer> natural;  // nothing where the playbook does not know the partner's type
  model::OfferModel stated = model::OfferModel::white_label;  // what the partner's document says it sells
  bool stated_agrees = false;
  std::vector<RevenueAdvice> revenues;                     // those that go with the recommended offer model
  std::optional<model::RevenueModel> recommended_revenue;  // nothing where all of them are blocked
  std::optional<model::RevenueModel> runner_up_revenue;
  std::vector<OpenCapability> open;
};
BOOST_DESCRIBE_STRUCT(PartnerAdvice, (),
                      (partner, playbook, offers, recommended, baseline, runner_up, next, natural, stated,
                       stated_agrees, revenues, recommended_revenue, runner_up_revenue, open))

// What is wrong in the advice part of a playbook: models and types that are stated twice, a next model that is not
// there. Pointers are inside the playbook. Advice is given all the same: the first of two counts, and a next model that
// is not there is left out.
Diagnostics check_advice(const model::Playbook& playbook);

// Advises a partner. Weights are 0 to 1000, levels and demands 0 to 1, as documents are read. What is wrong in the
// partner's statements is appended to `diagnostics`, with pointers inside the partner's document; of a capability that
// is stated twice the first level counts.
PartnerAdvice advise(const model::Playbook& playbook, const model::Partner& partner, Diagnostics& diagnostics);

}  // namespace dealwright::qualification
