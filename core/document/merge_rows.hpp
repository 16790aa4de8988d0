#pragma once
// Which elements of three lists are the same one, and in which order they stand together.

#include <cstddef>
#include <string>
#include <vector>

#include "core/document/type.hpp"

namespace dealwright::document {

// One element in the base and on both sides, by its index there.
struct MergeRow {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  std::size_t base = none;
  std::size_t ours = none;
  std::size_t theirs = none;
  std::size_t rival = none;  // of what theirs added under an id under which ours added something else: index in ours
  bool is_kept = true;       // false: removed on one side and not changed on the other, or removed on both
};

// Lists of one type. The keys are those of the elements, in their order.
struct MergeLists {
  const TypeInfo* type = nullptr;
  const void* base = nullptr;
  const void* ours = nullptr;
  const void* theirs = nullptr;
  std::vector<std::string> base_keys;
  std::vector<std::string> our_keys;
  std::vector<std::string> their_keys;
};

// Whether a key stands twice in one of the lists.
bool has_repeated_keys(const MergeLists& lists);

// A row for each element: first those of the base, then those that ours added, then theirs. Where keys are ids, what
// both sides added under one id is one row only if it is equal.
std::vector<MergeRow> match_rows(const MergeLists& lists, bool keys_are_ids);

struct MergeOrder {
  std::vector<std::size_t> rows;  // indices of the rows that are kept
  bool is_conflict = false;       // both sides changed the order of what they have in common, differently
};

MergeOrder order_rows(const MergeLists& lists, const std::vector<MergeRow>& rows);

}  // namespace dealwright::document
