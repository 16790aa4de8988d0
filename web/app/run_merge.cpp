#include "web/app/run_merge.hpp"

#include <algorithm>
#include <utility>

#include "core/document/diff.hpp"
#include "core/document/model_types.hpp"
#include "core/document/reader.hpp"
#include "core/document/writer.hpp"
#include "core/onboarding/merge.hpp"
#include "web/app/pointer.hpp"

namespace dealwright::web {
namespace {

const document::TypeInfo& run_type() {
  return document::type_of<model::Onboarding>();
}

// The element or field that a conflict is settled as a whole with: an item's state, reason and days go together.
std::string_view whole_of(std::string_view pointer) {
  std::size_t slashes = 0;
  for (std::size_t at = 0; at < pointer.size(); ++at)
    if (pointer[at] == '/' && ++slashes == 3) return pointer.substr(0, at);
  return pointer;
}

// Puts what stands at a pointer of `to` as it is in `from`; elements are found by their key.
void take(model::Onboarding& to, const model::Onboarding& from, std::string_view pointer) {
  const EditPlace into = edit_place(run_type(), &to, pointer);
  if (!into || into.slot == nullptr) return;
  if (!into.is_element()) {
    const PointerPlace same = find_place(run_type(), &from, pointer);
    if (same && same.slot != nullptr) document::assign(*into.slot_type, into.slot, same.slot);
    return;
  }
  const PointerPlace list = find_place(run_type(), &from, parent_pointer(pointer));
  const std::string_view key = element_key(*into.type, into.value);
  for (std::size_t at = 0; list && at < list.type->list.size(list.value); ++at) {
    const void* const element = document::list_item(*list.type, list.value, at);
    if (element_key(*into.type, element) == key) return document::assign(*into.type, into.value, element);
  }
}

}  // namespace

model::Onboarding RunMerge::chosen() const {
  model::Onboarding run = ours;
  for (const RunConflict& one : conflicts)
    if (one.can_choose && one.take_theirs) take(run, theirs, one.pointer);
  return run;
}

std::optional<RunMerge> merge_copies(const model::Onboarding& ours, const model::Onboarding& theirs,
                                     std::span<const model::Onboarding> bases) {
  const model::Onboarding* base = nullptr;
  std::size_t least = 0;
  for (const model::Onboarding& one : bases) {
    if (!onboarding::unrelated_runs(one, ours, theirs).empty()) continue;
    const std::size_t differences = document::diff(one, theirs).size();
    if (base != nullptr && differences > least) continue;
    base = &one;
    least = differences;
  }
  RunMerge merge;
  merge.has_base = base != nullptr;
  const model::Onboarding blank = onboarding::blank_copy_of(ours);
  if (base == nullptr) base = &blank;
  onboarding::MergedRun mine = onboarding::merge_runs(*base, ours, theirs);
  onboarding::MergedRun others = onboarding::merge_runs(*base, theirs, ours);
  if (!mine.run || !others.run) return std::nullopt;
  merge.ours = *std::move(mine.run);
  merge.theirs = *std::move(others.run);
  for (document::Conflict& one : mine.conflicts) {
    const std::string whole(whole_of(one.pointer));
    // The rule of states tells its conflicts behind all others.
    auto into = std::find_if(merge.conflicts.begin(), merge.conflicts.end(),
                             [&](const RunConflict& known) { return known.pointer == whole; });
    if (into == merge.conflicts.end()) into = merge.conflicts.insert(into, RunConflict{whole, {}, false, false});
    into->can_choose |= one.kind == document::ConflictKind::changed;
    into->conflicts.push_back(std::move(one));
  }
  return merge;
}

void add_copy(std::vector<model::Onboarding>& copies, const model::Onboarding& run) {
  std::erase_if(copies, [&](const model::Onboarding& one) { return document::equal(run_type(), &one, &run); });
  const auto of_run = [&](const model::Onboarding& one) { return one.id == run.id; };
  if (std::count_if(copies.begin(), copies.end(), of_run) >= most_copies_of_run)
    copies.erase(std::find_if(copies.begin(), copies.end(), of_run));
  copies.push_back(run);
}

std::string write_copies(std::span<const model::Onboarding> copies) {
  std::string text;
  for (const model::Onboarding& one : copies) text += document::write_line(one) + "\n";
  return text;
}

std::vector<model::Onboarding> read_copies(std::string_view text) {
  std::vector<model::Onboarding> copies;
  document::Reader reader;
  Diagnostics ignored;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (!reader.read(text.substr(0, end), copies.emplace_back(), ignored)) copies.pop_back();
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return copies;
}

}  // namespace dealwright::web
