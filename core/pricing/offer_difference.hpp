#pragma once
// What a second offer brings its partner more or less than a first: by line and by service line.

#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "core/base/money.hpp"
#include "core/pricing/result.hpp"

namespace dealwright::pricing {

// In which of two offers something is.
enum class Presence : std::uint8_t { both, added, removed };
BOOST_DESCRIBE_ENUM(Presence, both, added, removed)

struct AmountChange {
  Money before;
  Money after;
  Money difference;  // after less before
};
BOOST_DESCRIBE_STRUCT(AmountChange, (), (before, after, difference))

struct OfferLineChange {
  std::string id;  // of the component, or the word of the service line
  std::string name;
  model::ServiceLine service_line = model::ServiceLine::platform;
  Presence presence = Presence::both;
  AmountChange tcv;
  AmountChange cost;
  AmountChange margin;  // of money: TCV less cost
};
BOOST_DESCRIBE_STRUCT(OfferLineChange, (), (id, name, service_line, presence, tcv, cost, margin))

struct OfferDifference {
  std::vector<OfferLineChange> lines;          // of the first offer in its order, then what the second adds
  std::vector<OfferLineChange> service_lines;  // in the order of the word list; the sums of their lines
  OfferLineChange total;                       // the sum of all lines
};
BOOST_DESCRIBE_STRUCT(OfferDifference, (), (lines, service_lines, total))

// Both in one currency. Lines belong together by their component; of several of one component by their order.
OfferDifference offer_difference(const PricedDeal& before, const PricedDeal& after);

}  // namespace dealwright::pricing
