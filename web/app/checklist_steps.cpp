#include "web/app/checklist_steps.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "core/report/figures.hpp"

namespace dealwright::web {
namespace {

using model::ItemState;

auto record_at(model::Onboarding& run, const std::string& item) {
  return std::find_if(run.items.begin(), run.items.end(),
                      [&](const model::ItemRecord& record) { return record.item == item; });
}

model::ItemRecord& record_of(model::Onboarding& run, const std::string& item) {
  if (const auto found = record_at(run, item); found != run.items.end()) return *found;
  model::ItemRecord& record = run.items.emplace_back();
  record.item = item;
  return record;
}

}  // namespace

const model::ItemRecord* find_record(const model::Onboarding& run, std::string_view item) {
  for (const model::ItemRecord& record : run.items)
    if (record.item == item) return &record;
  return nullptr;
}

ItemState recorded_state(const model::Onboarding& run, std::string_view item) {
  const model::ItemRecord* const record = find_record(run, item);
  return record == nullptr ? ItemState::to_do : record->state;
}

std::optional<ItemState> state_after(ItemState state) {
  switch (state) {
    case ItemState::to_do:
    case ItemState::blocked:
      return ItemState::in_progress;
    case ItemState::in_progress:
      return ItemState::done;
    case ItemState::done:
    case ItemState::not_applicable:
      break;
  }
  return std::nullopt;
}

std::optional<ItemState> state_before(ItemState state) {
  switch (state) {
    case ItemState::done:
      return ItemState::in_progress;
    case ItemState::in_progress:
    case ItemState::blocked:
    case ItemState::not_applicable:
      return ItemState::to_do;
    case ItemState::to_do:
      break;
  }
  return std::nullopt;
}

void set_item_state(model::Onboarding& run, const std::string& item, ItemState state, std::string reason, Date today) {
  model::ItemRecord& record = record_of(run, item);
  const bool has_reason = state == ItemState::blocked || state == ItemState::not_applicable;
  const bool is_begun = state == ItemState::in_progress || state == ItemState::done;
  record.state = state;
  record.reason = has_reason ? std::move(reason) : std::string();
  if (is_begun && !record.started.is_stated()) record.started = today;
  if (state == ItemState::to_do) record.started = Date();
  record.finished = state == ItemState::done ? std::max(today, record.started) : Date();
  if (state == ItemState::to_do && record.person.empty() && record.evidence.empty())
    run.items.erase(record_at(run, item));
}

void add_evidence(model::Onboarding& run, const std::string& item, std::string evidence) {
  record_of(run, item).evidence.push_back(std::move(evidence));
}

void add_note(model::Onboarding& run, model::Note note) {
  const auto is_taken = [&](const std::string& id) {
    return std::any_of(run.notes.begin(), run.notes.end(), [&](const model::Note& one) { return one.id == id; });
  };
  for (int number = 1;; ++number) {
    note.id = fmt::format("{}-{}", report::word(note.kind), number);
    if (!is_taken(note.id)) break;
  }
  run.notes.push_back(std::move(note));
}

}  // namespace dealwright::web
