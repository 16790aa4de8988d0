#pragma once
// How much of a customer's solution is standard, against what its reference architecture aims at.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "core/base/diagnostic.hpp"
#include "core/base/ratio.hpp"
#include "core/model/customer.hpp"
#include "core/model/playbook.hpp"

namespace dealwright::governance {

enum class StandardVerdict : std::uint8_t {
  under,    // the customer is an exception
  within,   // the bounds included
  over,     // little is left for what sets the customer apart
  no_value  // the blocks have no weight
};
BOOST_DESCRIBE_ENUM(StandardVerdict, under, within, over, no_value)

struct BlockResult {
  std::string block;
  std::string name;
  Ratio share;  // of the work
  bool is_bespoke = false;
};
BOOST_DESCRIBE_STRUCT(BlockResult, (), (block, name, share, is_bespoke))

struct StandardResult {
  std::string customer;
  std::string architecture;
  std::string name;
  Ratio share;
  Decimal from;  // the aim
  Decimal to;
  StandardVerdict verdict = StandardVerdict::no_value;
  Ratio to_aim;  // distance to the nearer bound of the aim, 0 or more; no value where it is within or has no value
  std::vector<BlockResult> blocks;
};
BOOST_DESCRIBE_STRUCT(StandardResult, (), (customer, architecture, name, share, from, to, verdict, to_aim, blocks))

// The weights of the blocks that are not bespoke over those of all, exact; no value where they sum to nothing. Ids that
// are no block count for nothing.
Ratio standard_share(const model::ReferenceArchitecture& architecture, const std::vector<std::string>& bespoke);

// How a share stands to the architecture's aim.
StandardVerdict standing_to_aim(const model::ReferenceArchitecture& architecture, Ratio share);

// The customer's solution against its architecture; nothing where it has none or the playbook does not have it. Bespoke
// ids that are no block of it, that are stated twice, or that stand without an architecture are appended to
// `diagnostics`, with pointers inside the customer's document.
std::optional<StandardResult> standard_of(const model::Playbook& playbook, const model::Customer& customer,
                                          Diagnostics& diagnostics);

}  // namespace dealwright::governance
