#pragma once
// A customer (merchant): who it is and the facts that size its deployment.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/annotation.hpp"
#include "core/base/currency.hpp"
#include "core/base/decimal.hpp"
#include "core/model/automation.hpp"
#include "core/model/business_case.hpp"
#include "core/model/governance.hpp"
#include "core/model/tenancy.hpp"
#include "core/model/vocabulary.hpp"

namespace dealwright::model {

// Numbers that sizing rules of a price book may use, by the name of the field.
struct Profile {
  Decimal orders_per_month;
  Decimal order_lines_per_order = Decimal::whole(1);
  Decimal average_order_value;
  Decimal peak_factor = Decimal::whole(1);
  Decimal growth_per_year;
  Decimal products;
  Decimal sales_channels;
  Decimal integrations;
  Decimal warehouses;
  Decimal legal_entities = Decimal::whole(1);
  Decimal storage_gb;
  Decimal traffic_gb;
  Decimal environments = Decimal::whole(1);
  Decimal concurrent_sessions;
  Decimal compute_cores;
  Decimal tickets_per_month;
  Decimal recovery_point_minutes;
  Decimal recovery_time_minutes;
  Decimal users;
};
BOOST_DESCRIBE_STRUCT(Profile, (),
                      (orders_per_month, order_lines_per_order, average_order_value, peak_factor, growth_per_year,
                       products, sales_channels, integrations, warehouses, legal_entities, storage_gb, traffic_gb,
                       environments, concurrent_sessions, compute_cores, tickets_per_month, recovery_point_minutes,
                       recovery_time_minutes, users))
constexpr auto notes_of(const Profile*) {
  return std::array{
      field("orders_per_month", "Orders a month", Unit::quantity).min(0).help("In an average month."),
      field("order_lines_per_order", "Lines per order", Unit::quantity).min(0),
      field("average_order_value", "Average order value", Unit::money).min(0).help("In the customer's currency."),
      field("peak_factor", "Peak factor", Unit::quantity)
          .range(1, 100)
          .help("Orders of the busiest month over those of an average month."),
      field("growth_per_year", "Growth a year", Unit::rate).min(-1).max(10).help("Expected growth of orders."),
      field("products", "Products", Unit::quantity).min(0),
      field("sales_channels", "Sales channels", Unit::quantity).min(0).help("Storefronts and marketplaces."),
      field("integrations", "Integrations", Unit::quantity).min(0).help("Connected systems."),
      field("warehouses", "Warehouses", Unit::quantity).min(0),
      field("legal_entities", "Legal entities", Unit::quantity).min(0),
      field("storage_gb", "Storage in GB", Unit::quantity).min(0),
      field("traffic_gb", "Traffic in GB a month", Unit::quantity).min(0),
      field("environments", "Environments", Unit::quantity).min(0).help("Production included."),
      field("concurrent_sessions", "Concurrent sessions", Unit::quantity)
          .min(0)
          .help("Busiest hour; sizes workers, is never priced by itself."),
      field("compute_cores", "Compute cores", Unit::quantity).min(0).help("Of the server that is planned."),
      field("tickets_per_month", "Support tickets a month", Unit::quantity).min(0),
      field("recovery_point_minutes", "Data loss that can be borne", Unit::minutes).min(0).help("0: not stated."),
      field("recovery_time_minutes", "Outage that can be borne", Unit::minutes).min(0).help("0: not stated."),
      field("users", "Users", Unit::quantity).min(0).help("For information: users are never a priced unit."),
  };
}

struct Customer {
  std::string id;
  std::string name;
  std::string note;
  Segment segment = Segment::mid_market_merchant;
  std::string country;
  Currency currency;
  std::string partner;
  std::string playbook;
  Profile profile;
  std::optional<Qualification> qualification;
  std::string architecture;
  std::vector<std::string> bespoke;
  std::vector<ControlStatus> controls;
  std::vector<MeasuredBaseline> baselines;
  std::vector<ProcessState> processes;
};
BOOST_DESCRIBE_STRUCT(Customer, (),
                      (id, name, note, segment, country, currency, partner, playbook, profile, qualification,
                       architecture, bespoke, controls, baselines, processes))
constexpr auto notes_of(const Customer*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
      field("note", "Note").most(2000),
      field("segment", "Segment").required(),
      field("country", "Country").most(2).help("ISO 3166-1 code of two letters."),
      field("currency", "Currency").required(),
      field("partner", "Partner").refers_to("partner").help("The partner who owns the relationship."),
      field("playbook", "Playbook").refers_to("playbook").help("It is qualified by this one."),
      field("profile", "Profile").required(),
      field("qualification", "Qualification").help("Answers to the playbook's tenancy criteria."),
      field("architecture", "Reference architecture").refers_to("playbook.architectures"),
      field("bespoke", "Bespoke blocks").most(100).help("Building blocks that are not delivered as standard."),
      field("controls", "Controls").most(200),
      field("baselines", "Baselines").most(100).help("What was measured before anything changed."),
      field("processes", "Processes").most(50).help("How ready its areas of work are for automation."),
  };
}

}  // namespace dealwright::model
