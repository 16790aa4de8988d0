#pragma once
// Three-way merge: two values that were made from one base become one that holds what was done on both sides.

#include <cstdint>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "core/base/diagnostic.hpp"
#include "core/document/type.hpp"

namespace dealwright::document {

enum class ConflictKind : std::uint8_t {
  changed,            // both sides changed it, differently, or what only one changed does not go with the other's
  removed_by_ours,    // what theirs changed; the changed element is kept
  removed_by_theirs,  // what ours changed; the changed element is kept
  added_twice,        // under one id, differently; both are kept, theirs under a new id
  reordered,          // both sides changed the order of a list, differently
};
BOOST_DESCRIBE_ENUM(ConflictKind, changed, removed_by_ours, removed_by_theirs, added_twice, reordered)

// What a person must decide. Where the kind does not say otherwise, the merged value holds ours.
struct Conflict {
  ConflictKind kind = ConflictKind::changed;
  std::string pointer;  // in the merged value; of added_twice to the element with the new id
  std::string label;    // as diff() gives it: "Component orders > Price > Tier 2 > Unit price"
  std::string base;     // the values as canonical documents write them, without quotes; "" where there is none. Of
  std::string ours;     // reordered the keys in their order
  std::string theirs;

  friend bool operator==(const Conflict&, const Conflict&) = default;
};
BOOST_DESCRIBE_STRUCT(Conflict, (), (kind, pointer, label, base, ours, theirs))

// Merges two values with their base into `merged`, another value of the type, and gives the conflicts in the order of
// the fields. Every change of either side is in `merged` or in a conflict. What only one side changed is taken, also
// where the other changed its neighbours: the rule of diff3 (Khanna, Kunal and Pierce, "A formal investigation of
// diff3", 2007), applied to fields and elements instead of lines.
//
// Elements of lists are matched by their key: the field "id", else the first if it is a required text, date or month.
// Elements of which a key stands several times are matched where they are equal, the others in their order. What both
// added under one key is merged by field where the key is no id of its own. Lists of values (texts, days, choices) are
// sets where each stands once, else one value. Lists of structs without a key are matched by position where all three
// have one length, else they are one value. The order is that of ours, or of theirs where only theirs changed it; what
// the other side added stands behind the element that it followed there, and theirs behind ours.
//
// Where a field is left by that where its note says that it does not belong (applies), or is missing where it must be
// (needed), it and the field that decides on it are those of ours.
std::vector<Conflict> merge(const TypeInfo& type, const void* base, const void* ours, const void* theirs, void* merged);

template <class T>
struct Merged {
  T value;
  std::vector<Conflict> conflicts;
};

template <class T>
Merged<T> merge(const T& base, const T& ours, const T& theirs) {
  Merged<T> merged;
  merged.conflicts = merge(type_of<T>(), &base, &ours, &theirs, &merged.value);
  return merged;
}

// The conflict as an error without file: merge.changed, merge.removed, merge.added_twice, merge.reordered. The message
// holds all values in full, for the one that is not kept stands nowhere else.
Diagnostic to_diagnostic(const Conflict& conflict);

}  // namespace dealwright::document
