#pragma once
// A partner and its brand.

#include <array>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/annotation.hpp"
#include "core/base/currency.hpp"
#include "core/base/decimal.hpp"
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
};
BOOST_DESCRIBE_STRUCT(Partner, (), (id, name, note, type, offer_model, country, brand, owns, roles))
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
