#pragma once
// What the playbook says of ways to sell: capabilities that a partner may have, offer models, revenue models, types of
// partner, reference architectures.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/annotation.hpp"
#include "core/base/decimal.hpp"
#include "core/model/vocabulary.hpp"

namespace dealwright::model {

// Something a partner has or is able to, from 0 (not at all) to 1 (fully).
struct Capability {
  std::string id;
  std::string name;
  std::string question;
};
BOOST_DESCRIBE_STRUCT(Capability, (), (id, name, question))
constexpr auto notes_of(const Capability*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
      field("question", "Question").required().most(500),
  };
}

// Why a model suits, measured on one capability of the partner.
struct AdviceReason {
  std::string capability;
  Decimal weight;
  bool less_is_better = false;
  std::optional<Decimal> demands;
  std::string words;
};
BOOST_DESCRIBE_STRUCT(AdviceReason, (), (capability, weight, less_is_better, demands, words))
constexpr auto notes_of(const AdviceReason*) {
  return std::array{
      field("capability", "Capability").required().refers_to("playbook.capabilities"),
      field("weight", "Weight", Unit::quantity).required().range(0, 1000),
      field("less_is_better", "Less is better").help("The less of it, the more this model suits."),
      field("demands", "Demands", Unit::rate).range(0, 1).help("Under this level the model cannot be sold."),
      field("words", "Reason").required().most(500).help("As the partner reads it."),
  };
}

// What of a deal a model lets the partner earn, beside the deal as it is priced.
struct ModelEconomics {
  std::vector<ServiceLine> service_lines;
  Decimal referral_fee;
  bool spreads_implementation = false;
  Decimal price_factor = Decimal::whole(1);
  Decimal extra_cost;
};
BOOST_DESCRIBE_STRUCT(ModelEconomics, (),
                      (service_lines, referral_fee, spreads_implementation, price_factor, extra_cost))
constexpr auto notes_of(const ModelEconomics*) {
  return std::array{
      field("service_lines", "Service lines").most(8).help("The partner sells and delivers these; none stated: none."),
      field("referral_fee", "Referral fee", Unit::rate).range(0, 1).help("Once, of the annual contract value."),
      field("spreads_implementation", "Implementation in the fee")
          .help("One-off lines are billed evenly over the term."),
      field("price_factor", "Price factor", Unit::quantity).range(0, 10).help("On the monthly lines it sells."),
      field("extra_cost", "Cost on top", Unit::rate)
          .range(0, 1)
          .help("Of its monthly income: product governance, releases, account management."),
  };
}

struct OfferModelRule {
  OfferModel id = OfferModel::referral;
  std::string name;
  std::string what;
  std::string fits;
  std::string earns;
  std::string asks;
  std::optional<OfferModel> next;
  std::vector<AdviceReason> reasons;
  std::optional<ModelEconomics> economics;
};
BOOST_DESCRIBE_STRUCT(OfferModelRule, (), (id, name, what, fits, earns, asks, next, reasons, economics))
constexpr auto notes_of(const OfferModelRule*) {
  return std::array{
      field("id", "Offer model").required(),
      field("name", "Name").required(),
      field("what", "What it is").required().most(500),
      field("fits", "Fits").most(500),
      field("earns", "Earns").most(500),
      field("asks", "Demands").most(500),
      field("next", "Next model up"),
      field("reasons", "Reasons").most(50),
      field("economics", "Economics").help("For comparing models on one deal."),
  };
}

struct RevenueModelRule {
  RevenueModel id = RevenueModel::blended;
  std::string name;
  std::string shape;
  std::string fits;
  std::string risk;
  std::vector<OfferModel> offer_models;
  std::vector<AdviceReason> reasons;
  std::optional<ModelEconomics> economics;
};
BOOST_DESCRIBE_STRUCT(RevenueModelRule, (), (id, name, shape, fits, risk, offer_models, reasons, economics))
constexpr auto notes_of(const RevenueModelRule*) {
  return std::array{
      field("id", "Revenue model").required(),
      field("name", "Name").required(),
      field("shape", "Shape").required().most(500),
      field("fits", "Fits").most(500),
      field("risk", "Main risk").required().most(500),
      field("offer_models", "Offer models").most(4).help("The ones it goes with; none stated: all."),
      field("reasons", "Reasons").most(50),
      field("economics", "Economics").help("For comparing models on one deal."),
  };
}

struct PartnerTypeRule {
  PartnerType id = PartnerType::implementation_partner;
  std::string name;
  std::string natural_offer;
  OfferModel offer_model = OfferModel::white_label;
  RevenueModel revenue_model = RevenueModel::blended;
};
BOOST_DESCRIBE_STRUCT(PartnerTypeRule, (), (id, name, natural_offer, offer_model, revenue_model))
constexpr auto notes_of(const PartnerTypeRule*) {
  return std::array{
      field("id", "Type").required(),
      field("name", "Name").required(),
      field("natural_offer", "Natural offer").required().most(500),
      field("offer_model", "Offer model").required(),
      field("revenue_model", "Revenue model").required(),
  };
}

// One part of a reference architecture; its weight is its share of the work.
struct BuildingBlock {
  std::string id;
  std::string name;
  Decimal weight = Decimal::whole(1);
};
BOOST_DESCRIBE_STRUCT(BuildingBlock, (), (id, name, weight))
constexpr auto notes_of(const BuildingBlock*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
      field("weight", "Weight", Unit::quantity).range(0, 1000).help("Its share of the work, beside the others'."),
  };
}

struct ReferenceArchitecture {
  std::string id;
  std::string name;
  std::vector<Segment> segments;
  Tenancy tenancy = Tenancy::shared;
  std::optional<Complexity> complexity;
  std::string note;
  Decimal standard_from = Decimal::from_micro(700'000);
  Decimal standard_to = Decimal::from_micro(800'000);
  std::vector<BuildingBlock> blocks;
};
BOOST_DESCRIBE_STRUCT(ReferenceArchitecture, (),
                      (id, name, segments, tenancy, complexity, note, standard_from, standard_to, blocks))
constexpr auto notes_of(const ReferenceArchitecture*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
      field("segments", "Segments").required().most(6),
      field("tenancy", "Tenancy").required(),
      field("complexity", "Complexity").help("Of a delivery by it: who may sell it follows from certifications."),
      field("note", "Note").most(2000),
      field("standard_from", "Standard share from", Unit::rate)
          .range(0, 1)
          .help("Under it, each customer is an exception."),
      field("standard_to", "Standard share to", Unit::rate)
          .range(0, 1)
          .help("Over it, little is left for what sets the customer apart."),
      field("blocks", "Building blocks").required().most(100),
  };
}

// What a partner says of one capability.
struct CapabilityLevel {
  std::string capability;
  Decimal level;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(CapabilityLevel, (), (capability, level, note))
constexpr auto notes_of(const CapabilityLevel*) {
  return std::array{
      field("capability", "Capability").required().refers_to("playbook.capabilities"),
      field("level", "Level", Unit::rate).required().range(0, 1).help("0 not at all, 1 fully."),
      field("note", "Note").most(1000).help("What shows it."),
  };
}

}  // namespace dealwright::model
