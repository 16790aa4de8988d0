#pragma once
// Somebody else's copy of an onboarding run made one with the copy that is here.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/merge.hpp"
#include "core/model/onboarding.hpp"

namespace dealwright::web {

// What both sides changed differently, of one element of the run or one field of its own: they are chosen together.
struct RunConflict {
  std::string pointer;  // of that element or field
  std::vector<document::Conflict> conflicts;
  bool can_choose = false;   // else both are kept
  bool take_theirs = false;  // the caller's choice
};

struct RunMerge {
  bool has_base = false;     // a copy is known from which both were made
  model::Onboarding ours;    // merged, with ours where both changed the same
  model::Onboarding theirs;  // merged, with theirs there
  std::vector<RunConflict> conflicts;

  // The merged run with what was chosen.
  model::Onboarding chosen() const;
};

// Merges the two copies of one run over the nearest to theirs of the `bases`, which are former states of ours, the
// oldest first. Where there is none of them, what only one copy holds is kept and what differs is a conflict. Nothing
// where the copies are not of one run.
std::optional<RunMerge> merge_copies(const model::Onboarding& ours, const model::Onboarding& theirs,
                                     std::span<const model::Onboarding> bases);

// Copies of runs as they went out or came in, each a former state of the run that is here. Their list is bounded: of
// one run the last `most_copies_of_run` stay.
inline constexpr std::ptrdiff_t most_copies_of_run = 8;
void add_copy(std::vector<model::Onboarding>& copies, const model::Onboarding& run);
// The text that they are stored as: a document a line. What cannot be read of it is left out: a merge then asks more.
std::string write_copies(std::span<const model::Onboarding> copies);
std::vector<model::Onboarding> read_copies(std::string_view text);

}  // namespace dealwright::web
