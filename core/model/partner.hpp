#pragma once
// A partner and its brand.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/annotation.hpp"
#include "core/base/currency.hpp"
#include "core/base/decimal.hpp"
#include "core/model/advice.hpp"
#include "core/model/business_case.hpp"
#include "core/model/governance.hpp"
#include "core/model/vocabulary.hpp"

namespace dealwright::model {

// What an hour of a role costs this partner, in one currency; replaces the price book's figure.
struct PartnerRole {
  std::string role;
  Currency currency;
  Decimal hourly_cost;
};
BOOST_DESCRIBE_STRUCT(PartnerRole, (), (role, currency, hourly_cost))
constexpr auto notes_of(const PartnerRole*) {
  return std::array{
      field("role", "Role").required().help("Id of a role of the price books."),
      field("currency", "Currency").required(),
      field("hourly_cost", "Hourly cost", Unit::money).required().min(0),
  };
}

// Who holds the three things that are the partner's.
struct Ownership {
  Party brand = Party::partner;
  Party price = Party::partner;
  Party relationship = Party::partner;
};
BOOST_DESCRIBE_STRUCT(Ownership, (), (brand, price, relationship))
constexpr auto notes_of(const Ownership*) {
  return std::array{
      field("brand", "Brand").help("Whose brand the customer sees."),
      field("price", "Price").help("Who sets the price that the customer pays."),
      field("relationship", "Relationship").help("Who holds contract, invoice and renewal."),
  };
}

// How a partner does once it is live; what is not known is not stated.
struct PartnerHealth {
  std::optional<int> days_to_first_deal;
  std::optional<int> days_to_first_go_live;
  std::optional<Decimal> support_quality;
  std::optional<Decimal> renewal_rate;
  std::optional<Decimal> expansion;
};
BOOST_DESCRIBE_STRUCT(PartnerHealth, (),
                      (days_to_first_deal, days_to_first_go_live, support_quality, renewal_rate, expansion))
constexpr auto notes_of(const PartnerHealth*) {
  return std::array{
      field("days_to_first_deal", "Time to first deal", Unit::days).range(0, 3650),
      field("days_to_first_go_live", "Time to first go-live", Unit::days).range(0, 3650),
      field("support_quality", "Support quality", Unit::rate)
          .range(0, 1)
          .help("Share of tickets closed within the service level."),
      field("renewal_rate", "Renewal rate", Unit::rate).range(0, 1),
      field("expansion", "Expansion revenue", Unit::rate)
          .range(0, 10)
          .help("Income from existing customers, over that of a year before, less one."),
  };
}

// What winning one customer costs a partner, in one currency.
struct AcquisitionCost {
  Currency currency;
  Decimal amount;
};
BOOST_DESCRIBE_STRUCT(AcquisitionCost, (), (currency, amount))
constexpr auto notes_of(const AcquisitionCost*) {
  return std::array{
      field("currency", "Currency").required(),
      field("amount", "Amount", Unit::money).required().min(0).help("Marketing, sales and pre-sales work."),
  };
}

// What a partner knows of its customers as a whole: what its return on one deal is found by.
struct PartnerEconomics {
  int horizon_months = 36;
  Decimal discount_rate = Decimal::from_micro(100'000);
  Decimal churn;
  Decimal uplift;
  Decimal expansion;
  std::vector<AcquisitionCost> acquisition_costs;
  std::optional<Estimate> delivery_hours;
};
BOOST_DESCRIBE_STRUCT(PartnerEconomics, (),
                      (horizon_months, discount_rate, churn, uplift, expansion, acquisition_costs, delivery_hours))
constexpr auto notes_of(const PartnerEconomics*) {
  return std::array{
      field("horizon_months", "Horizon", Unit::months).range(12, 120),
      field("discount_rate", "Discount rate a year", Unit::rate).range(0, 1),
      field("churn", "Churn a month", Unit::rate).range(0, 1).help("Of customers, once their term has ended."),
      field("uplift", "Uplift a year", Unit::rate).range(0, 1).help("Of prices, at each anniversary after the term."),
      field("expansion", "Expansion a year", Unit::rate)
          .range(0, 10)
          .help("Of what a customer buys, at each anniversary; it costs as much as what it buys already."),
      field("acquisition_costs", "Acquisition costs").most(50).help("For one customer won."),
      field("delivery_hours", "Delivery hours").help("Hours that deliveries took, over those that were planned."),
  };
}

struct Partner {
  std::string id;
  std::string name;
  std::string note;
  PartnerType type = PartnerType::implementation_partner;
  OfferModel offer_model = OfferModel::white_label;
  std::string country;
  std::string brand;
  Ownership owns;
  std::vector<PartnerRole> roles;
  std::string playbook;
  std::vector<CapabilityLevel> capabilities;
  std::vector<DutyHolder> duties;
  std::vector<DecisionHolder> decisions;
  std::optional<PartnerHealth> health;
  std::optional<PartnerEconomics> economics;
};
BOOST_DESCRIBE_STRUCT(Partner, (),
                      (id, name, note, type, offer_model, country, brand, owns, roles, playbook, capabilities, duties,
                       decisions, health, economics))
constexpr auto notes_of(const Partner*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
      field("note", "Note").most(2000),
      field("type", "Type").required(),
      field("offer_model", "Offer model").required(),
      field("country", "Country").most(2).help("ISO 3166-1 code of two letters."),
      field("brand", "Brand").refers_to("brand").help("Brand pack of its proposals."),
      field("owns", "Ownership"),
      field("roles", "Role costs").most(200),
      field("playbook", "Playbook").refers_to("playbook").help("It is advised and governed by this one."),
      field("capabilities", "Capabilities").most(100),
      field("duties", "Duties").most(200).help("Who is accountable; one that is not listed is a gap."),
      field("decisions", "Decision rights").most(200),
      field("health", "Health").help("Once it is live."),
      field("economics", "Economics").help("What its return on a deal is found by."),
  };
}

struct Brand {
  std::string id;
  std::string name;
  std::string logo;
  std::string accent;
  std::string legal;
  std::string contact;
};
BOOST_DESCRIBE_STRUCT(Brand, (), (id, name, logo, accent, legal, contact))
constexpr auto notes_of(const Brand*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required().help("The name that customers see."),
      field("logo", "Logo").most(512).help("File beside the document."),
      field("accent", "Accent colour", Unit::colour),
      field("legal", "Legal text").most(20000).help("Stands at the foot of a proposal."),
      field("contact", "Contact").most(500),
  };
}

}  // namespace dealwright::model
