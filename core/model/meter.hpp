#pragma once
// What is counted, and how it is sized from facts about the customer.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/annotation.hpp"
#include "core/base/decimal.hpp"
#include "core/model/vocabulary.hpp"

namespace dealwright::model {

// One term of a sizing rule: value of a customer fact or another meter x factor / per, rounded half up to 6 places.
struct SizingTerm {
  std::string of;
  Decimal factor = Decimal::whole(1);
  Decimal per = Decimal::whole(1);
};
BOOST_DESCRIBE_STRUCT(SizingTerm, (), (of, factor, per))
constexpr auto notes_of(const SizingTerm*) {
  return std::array{
      field("of", "Of")
          .required()
          .help("A number of the customer's profile, such as orders_per_month, or the id of another meter."),
      field("factor", "Factor", Unit::quantity).help("Multiplies the value."),
      field("per", "Per", Unit::quantity).min_micros(1).help("Divides the value."),
  };
}

// quantity = max(at_least, round_up(min(limit, (base + terms) x peak factor where asked), step))
struct Sizing {
  Decimal base;
  std::vector<SizingTerm> terms;
  bool at_peak = false;
  std::optional<Decimal> limit_base;
  std::vector<SizingTerm> limit_terms;
  std::optional<Decimal> step;
  std::optional<Decimal> at_least;
};
BOOST_DESCRIBE_STRUCT(Sizing, (), (base, terms, at_peak, limit_base, limit_terms, step, at_least))
constexpr auto notes_of(const Sizing*) {
  return std::array{
      field("base", "Base", Unit::quantity),
      field("terms", "Terms").most(50).help("Added to the base."),
      field("at_peak", "At peak")
          .help("Multiply by the customer's peak factor: peak trading, not the average, sizes compute."),
      field("limit_base", "Limit base", Unit::quantity).help("Greatest quantity, before the limit terms are added."),
      field("limit_terms", "Limit terms").most(50).help("Added to the limit base; the quantity never exceeds the sum."),
      field("step", "Step", Unit::quantity).min_micros(1).help("Rounds up to a multiple of this."),
      field("at_least", "At least", Unit::quantity).min(0),
  };
}

struct Meter {
  std::string id;
  std::string name;
  std::string unit;
  MeterBills bills = MeterBills::sum;
  bool follows_peak = false;
  bool money = false;
  std::optional<Sizing> sizing;
};
BOOST_DESCRIBE_STRUCT(Meter, (), (id, name, unit, bills, follows_peak, money, sizing))
constexpr auto notes_of(const Meter*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name"),
      field("unit", "Unit").help("What one unit is: \"order\", \"GB\", \"environment\"."),
      field("bills", "Bills").help("What of a period's readings is billed: their sum, the last, or the peak."),
      field("follows_peak", "Follows peak")
          .help("In a peak month the quantity is multiplied by the customer's peak factor."),
      field("money", "Metered money")
          .help("It counts money, such as order value, in the book's currency; a percentage of what is metered needs "
                "it."),
      field("sizing", "Sizing")
          .help("How the quantity follows from the customer's profile; absent: the deal states it."),
  };
}

}  // namespace dealwright::model
