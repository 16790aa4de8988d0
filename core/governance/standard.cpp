#include "core/governance/standard.hpp"

#include <fmt/format.h>

#include "core/governance/lookup.hpp"

namespace dealwright::governance {

namespace {

void check_bespoke(const model::ReferenceArchitecture& architecture, const std::vector<std::string>& bespoke,
                   Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < bespoke.size(); ++i) {
    const std::string pointer = fmt::format("/bespoke/{}", i);
    if (find_id(architecture.blocks, bespoke[i]) == nullptr) {
      Diagnostic diagnostic =
          mistake("customer.unknown_block", pointer,
                  fmt::format("\"{}\" is no building block of \"{}\"", bespoke[i], architecture.id));
      diagnostic.nearest = nearest_name(bespoke[i], ids_of(architecture.blocks));
      diagnostics.push_back(std::move(diagnostic));
      continue;
    }
    for (std::size_t before = 0; before < i; ++before) {
      if (bespoke[before] != bespoke[i]) continue;
      diagnostics.push_back(mistake("customer.block_twice", pointer,
                                    fmt::format("\"{}\" is stated above already", bespoke[i]), "each block once"));
      break;
    }
  }
}

// |share - bound|, with the share's weights in millionths below 2^37 for 100 blocks.
Ratio distance(Ratio share, Decimal bound) {
  const std::int64_t apart = share.numerator * Decimal::scale - bound.micro() * share.denominator;
  return {apart < 0 ? -apart : apart, share.denominator * Decimal::scale};
}

}  // namespace

Ratio standard_share(const model::ReferenceArchitecture& architecture, const std::vector<std::string>& bespoke) {
  Ratio share;
  for (const model::BuildingBlock& block : architecture.blocks) {
    share.denominator += block.weight.micro();
    if (!contains(bespoke, block.id)) share.numerator += block.weight.micro();
  }
  return share;
}

StandardVerdict standing_to_aim(const model::ReferenceArchitecture& architecture, Ratio share) {
  if (!share.has_value()) return StandardVerdict::no_value;
  if (compare(share, architecture.standard_from) < 0) return StandardVerdict::under;
  return compare(share, architecture.standard_to) > 0 ? StandardVerdict::over : StandardVerdict::within;
}

std::optional<StandardResult> standard_of(const model::Playbook& playbook, const model::Customer& customer,
                                          Diagnostics& diagnostics) {
  const auto* const architecture = find_id(playbook.architectures, customer.architecture);
  if (architecture == nullptr) {
    if (customer.architecture.empty() && !customer.bespoke.empty())
      diagnostics.push_back(mistake("customer.bespoke_of_nothing", "/bespoke",
                                    "bespoke blocks are stated without a reference architecture",
                                    "\"architecture\", whose blocks they are"));
    return std::nullopt;
  }
  check_bespoke(*architecture, customer.bespoke, diagnostics);
  StandardResult result;
  result.customer = customer.id;
  result.architecture = architecture->id;
  result.name = architecture->name;
  result.share = standard_share(*architecture, customer.bespoke);
  result.from = architecture->standard_from;
  result.to = architecture->standard_to;
  for (const model::BuildingBlock& block : architecture->blocks)
    result.blocks.push_back(
        {block.id, block.name, {block.weight.micro(), result.share.denominator}, contains(customer.bespoke, block.id)});
  result.verdict = standing_to_aim(*architecture, result.share);
  if (result.verdict == StandardVerdict::under) result.to_aim = distance(result.share, result.from);
  if (result.verdict == StandardVerdict::over) result.to_aim = distance(result.share, result.to);
  return result;
}

}  // namespace dealwright::governance
