#pragma once
// How a component is priced and what it costs.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/annotation.hpp"
#include "core/base/decimal.hpp"
#include "core/model/vocabulary.hpp"

namespace dealwright::model {

// One tier of a graduated, volume, stairstep or graduated percentage price, or of a tiered cost.
struct Tier {
  std::optional<Decimal> up_to;  // inclusive; absent: open
  Decimal unit;
  Decimal rate;
  Decimal flat;
  std::optional<Decimal> block;  // units sold together; started blocks count
};
BOOST_DESCRIBE_STRUCT(Tier, (), (up_to, unit, rate, flat, block))
constexpr auto notes_of(const Tier*) {
  return std::array{
      field("up_to", "Up to", Unit::quantity)
          .min_micros(1)
          .help("Last quantity of the tier, inclusive. The last tier has none: it is open."),
      field("unit", "Unit price", Unit::unit_price)
          .min(0)
          .help("Price of one billed unit, or of one block where a block size is stated."),
      field("rate", "Rate", Unit::rate)
          .range(0, 1)
          .help("Share of the metered money that falls in the tier (percentage prices)."),
      field("flat", "Flat fee", Unit::money).min(0).help("Charged once when the tier is entered."),
      field("block", "Block size", Unit::quantity)
          .min_micros(1)
          .help("Units sold together within the tier; a started block counts as one."),
  };
}

struct Price {
  PriceModel model = PriceModel::flat;
  Decimal amount;
  Decimal unit;
  Decimal size;
  std::vector<Tier> tiers;
  Decimal rate;
  std::vector<std::string> of;
  std::string events;
  Decimal event_fee;
  std::optional<Decimal> least;
  std::optional<Decimal> most;
  FlatAtZero flat_at_zero = FlatAtZero::charge;
};
BOOST_DESCRIBE_STRUCT(Price, (),
                      (model, amount, unit, size, tiers, rate, of, events, event_fee, least, most, flat_at_zero))
constexpr auto notes_of(const Price*) {
  return std::array{
      field("model", "Price model").required().help("How the price follows from the quantity."),
      field("amount", "Amount", Unit::money)
          .min(0)
          .needed_when("model=flat|package")
          .help("Price a month, or once; for packages the price of one package."),
      field("unit", "Unit price", Unit::unit_price)
          .min(0)
          .needed_when("model=per_unit")
          .help("Price of one billed unit."),
      field("size", "Package size", Unit::quantity)
          .min_micros(1)
          .needed_when("model=package")
          .help("Units in one package; a started package counts."),
      field("tiers", "Tiers")
          .most(100)
          .needed_when("model=graduated|volume|stairstep")
          .only_when("model=graduated|volume|stairstep|percentage")
          .help("Bounds rise strictly; the last tier is open."),
      field("rate", "Rate", Unit::rate)
          .range(0, 1)
          .only_when("model=percentage")
          .help("Share of the named components or of the metered money; tiers state their own."),
      field("of", "Of components")
          .most(200)
          .refers_to("price_book.components")
          .only_when("model=percentage")
          .help("Components whose net price the rate is taken of; none: the component's own meter of money."),
      field("events", "Events meter")
          .refers_to("price_book.meters")
          .only_when("model=percentage")
          .help("Meter that counts the events which the fee and the least and greatest amount apply to."),
      field("event_fee", "Fee per event", Unit::unit_price)
          .min(0)
          .only_when("model=percentage")
          .help("Added for each event."),
      field("least", "Least per event", Unit::unit_price)
          .min(0)
          .only_when("model=percentage")
          .help("Least amount for one event."),
      field("most", "Most per event", Unit::unit_price)
          .min(0)
          .only_when("model=percentage")
          .help("Greatest amount for one event."),
      field("flat_at_zero", "Flat fee at zero")
          .only_when("model=graduated|volume|stairstep|percentage")
          .help("Whether the first tier's flat fee is charged at quantity zero."),
  };
}

// What a component costs the partner. Parts that are absent are zero.
struct Cost {
  Decimal amount;
  Decimal unit;
  std::vector<Tier> tiers;
  std::string meter;
  Decimal hours;
  Decimal hours_per_unit;
  std::string role;
  Decimal third_party;
  Decimal third_party_rate;
};
BOOST_DESCRIBE_STRUCT(Cost, (),
                      (amount, unit, tiers, meter, hours, hours_per_unit, role, third_party, third_party_rate))
constexpr auto notes_of(const Cost*) {
  return std::array{
      field("amount", "Wholesale amount", Unit::money)
          .min(0)
          .help("What the provider charges the partner a month, or once."),
      field("unit", "Wholesale unit price", Unit::unit_price)
          .min(0)
          .help("What the provider charges for each metered unit, included units too."),
      field("tiers", "Wholesale tiers").most(100).help("Wholesale price by graduated tiers of the metered quantity."),
      field("meter", "Cost meter")
          .refers_to("price_book.meters")
          .help("Meter that the unit cost and hours per unit follow, where it is not the component's own."),
      field("hours", "Hours", Unit::hours).range(0, 100000).help("Work a month, or once."),
      field("hours_per_unit", "Hours per unit", Unit::hours).range(0, 100000).help("Work for each metered unit."),
      field("role", "Role").refers_to("price_book.roles").help("Whose hours; needed where hours are stated."),
      field("third_party", "Third-party amount", Unit::money).min(0).help("Fees of others a month, or once."),
      field("third_party_rate", "Third-party rate", Unit::rate)
          .range(0, 1)
          .help("Fees of others as a share of the net price."),
  };
}

}  // namespace dealwright::model
