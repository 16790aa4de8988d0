#include "core/document/merge_rows.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <string_view>

namespace dealwright::document {
namespace {

constexpr std::size_t none = MergeRow::none;

using Indices = std::vector<std::size_t>;

// The elements of one key.
struct Group {
  Indices base;
  Indices ours;
  Indices theirs;

  bool is_repeated() const { return base.size() > 1 || ours.size() > 1 || theirs.size() > 1; }
};

// In the order of the keys' bytes.
using Groups = std::map<std::string_view, Group, std::less<>>;

Groups groups_of(const MergeLists& lists) {
  Groups groups;
  for (std::size_t i = 0; i < lists.base_keys.size(); ++i) groups[lists.base_keys[i]].base.push_back(i);
  for (std::size_t i = 0; i < lists.our_keys.size(); ++i) groups[lists.our_keys[i]].ours.push_back(i);
  for (std::size_t i = 0; i < lists.their_keys.size(); ++i) groups[lists.their_keys[i]].theirs.push_back(i);
  return groups;
}

class Matching {
 public:
  Matching(const MergeLists& lists, bool keys_are_ids)
      : lists_(lists),
        element_(*lists.type->element),
        keys_are_ids_(keys_are_ids),
        ours_of_base_(lists.base_keys.size(), none),
        theirs_of_base_(lists.base_keys.size(), none),
        theirs_of_ours_(lists.our_keys.size(), none),
        base_of_ours_(lists.our_keys.size(), none),
        base_of_theirs_(lists.their_keys.size(), none),
        ours_of_theirs_(lists.their_keys.size(), none),
        rivals_(lists.their_keys.size(), none) {}

  std::vector<MergeRow> rows() {
    for (const auto& [key, group] : groups_of(lists_)) {
      pair_equal(lists_.base, group.base, ours_of_base_, lists_.ours, group.ours, base_of_ours_);
      pair_equal(lists_.base, group.base, theirs_of_base_, lists_.theirs, group.theirs, base_of_theirs_);
      pair_in_order(group.base, ours_of_base_, group.ours, base_of_ours_);
      pair_in_order(group.base, theirs_of_base_, group.theirs, base_of_theirs_);
      pair_added(group);
    }
    std::vector<MergeRow> rows;
    for (std::size_t i = 0; i < ours_of_base_.size(); ++i) {
      MergeRow row{i, ours_of_base_[i], theirs_of_base_[i]};
      row.is_kept = is_kept(row);
      rows.push_back(row);
    }
    for (std::size_t i = 0; i < base_of_ours_.size(); ++i)
      if (base_of_ours_[i] == none) rows.push_back({none, i, theirs_of_ours_[i]});
    for (std::size_t i = 0; i < base_of_theirs_.size(); ++i)
      if (base_of_theirs_[i] == none && ours_of_theirs_[i] == none) rows.push_back({none, none, i, rivals_[i]});
    return rows;
  }

 private:
  bool same(const void* a, std::size_t at_a, const void* b, std::size_t at_b) const {
    return equal(element_, list_item(*lists_.type, a, at_a), list_item(*lists_.type, b, at_b));
  }

  bool is_kept(const MergeRow& row) const {
    if (row.ours != none && row.theirs != none) return true;
    if (row.ours != none) return !same(lists_.base, row.base, lists_.ours, row.ours);
    if (row.theirs != none) return !same(lists_.base, row.base, lists_.theirs, row.theirs);
    return false;
  }

  void pair_equal(const void* a, const Indices& of_a, Indices& to_b, const void* b, const Indices& of_b,
                  Indices& to_a) const {
    for (const std::size_t i : of_a) {
      for (const std::size_t j : of_b) {
        if (to_b[i] != none || to_a[j] != none || !same(a, i, b, j)) continue;
        to_b[i] = j;
        to_a[j] = i;
      }
    }
  }

  static void pair_in_order(const Indices& of_a, Indices& to_b, const Indices& of_b, Indices& to_a) {
    auto next = of_b.begin();
    for (const std::size_t i : of_a) {
      if (to_b[i] != none) continue;
      while (next != of_b.end() && to_a[*next] != none) ++next;
      if (next == of_b.end()) return;
      to_b[i] = *next;
      to_a[*next] = i;
    }
  }

  void pair_added(const Group& group) {
    Indices ours;
    Indices theirs;
    for (const std::size_t i : group.ours)
      if (base_of_ours_[i] == none) ours.push_back(i);
    for (const std::size_t i : group.theirs)
      if (base_of_theirs_[i] == none) theirs.push_back(i);
    pair_equal(lists_.ours, ours, theirs_of_ours_, lists_.theirs, theirs, ours_of_theirs_);
    if (ours.empty() || theirs.empty() || group.is_repeated()) return;
    if (!keys_are_ids_) {
      pair_in_order(ours, theirs_of_ours_, theirs, ours_of_theirs_);
    } else if (ours_of_theirs_[theirs.front()] == none) {
      rivals_[theirs.front()] = ours.front();
    }
  }

  const MergeLists& lists_;
  const TypeInfo& element_;
  bool keys_are_ids_;
  // Where the element of one list stands in another, or none.
  Indices ours_of_base_;
  Indices theirs_of_base_;
  Indices theirs_of_ours_;
  Indices base_of_ours_;
  Indices base_of_theirs_;
  Indices ours_of_theirs_;
  Indices rivals_;
};

// The rows by the index of their elements on one side; none where a row is not kept.
Indices rows_of_side(const std::vector<MergeRow>& rows, std::size_t size, std::size_t MergeRow::*side) {
  Indices of_side(size, none);
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].is_kept && rows[i].*side != none) of_side[rows[i].*side] = i;
  return of_side;
}

// Of these rows those that are in all three lists. Rows of the base come in its order, so that the list has been
// reordered where they do not rise.
Indices in_common(const Indices& side, const std::vector<MergeRow>& rows) {
  Indices common;
  for (const std::size_t row : side)
    if (row != none && rows[row].base != none && rows[row].ours != none && rows[row].theirs != none)
      common.push_back(row);
  return common;
}

}  // namespace

bool has_repeated_keys(const MergeLists& lists) {
  const Groups groups = groups_of(lists);
  return std::any_of(groups.begin(), groups.end(), [](const auto& entry) { return entry.second.is_repeated(); });
}

std::vector<MergeRow> match_rows(const MergeLists& lists, bool keys_are_ids) {
  return Matching(lists, keys_are_ids).rows();
}

MergeOrder order_rows(const MergeLists& lists, const std::vector<MergeRow>& rows) {
  const Indices ours = rows_of_side(rows, lists.our_keys.size(), &MergeRow::ours);
  const Indices theirs = rows_of_side(rows, lists.their_keys.size(), &MergeRow::theirs);
  const Indices our_common = in_common(ours, rows);
  const Indices their_common = in_common(theirs, rows);
  const bool ours_moved = !std::is_sorted(our_common.begin(), our_common.end());
  const bool theirs_moved = !std::is_sorted(their_common.begin(), their_common.end());
  const bool theirs_lead = theirs_moved && !ours_moved;

  MergeOrder order;
  order.is_conflict = ours_moved && theirs_moved && our_common != their_common;
  std::vector<bool> is_placed(rows.size(), false);
  for (const std::size_t row : theirs_lead ? theirs : ours) {
    if (row == none) continue;
    order.rows.push_back(row);
    is_placed[row] = true;
  }
  const auto is_own_addition = [&](std::size_t row) {
    return !theirs_lead && rows[row].base == none && rows[row].theirs == none;
  };
  std::size_t before = none;  // the row that stands before on the side that follows
  for (const std::size_t row : theirs_lead ? ours : theirs) {
    if (row == none) continue;
    if (!is_placed[row]) {
      auto place = order.rows.begin();
      if (before != none) place = std::find(order.rows.begin(), order.rows.end(), before) + 1;
      while (place != order.rows.end() && is_own_addition(*place)) ++place;
      order.rows.insert(place, row);
      is_placed[row] = true;
    }
    before = row;
  }
  return order;
}

}  // namespace dealwright::document
