#include "web/app/storage.hpp"

#include <algorithm>
#include <limits>

namespace dealwright::web {

void Autosave::changed(const std::string& key, double now, bool erase) {
  Item& item = items_[key];
  if (!item.is_changed) item.first_change = now;
  item.is_changed = true;
  item.erase = erase;
  item.due = std::min(now + pause, item.first_change + longest);
}

std::vector<Autosave::Due> Autosave::take_due(double now) {
  std::vector<Due> due;
  for (auto& [key, item] : items_) {
    if (!item.is_changed || item.is_in_flight || item.due > now) continue;
    item.is_changed = false;
    item.is_in_flight = true;
    due.push_back({key, item.erase});
  }
  return due;
}

void Autosave::done(const std::string& key, const std::string& error, double now) {
  const auto found = items_.find(key);
  if (found == items_.end()) return;
  Item& item = found->second;
  item.is_in_flight = false;
  if (error.empty()) {
    item.retry = 0;
    if (!item.is_changed) items_.erase(found);
    const bool has_failed =
        std::any_of(items_.begin(), items_.end(), [](const auto& entry) { return entry.second.retry > 0; });
    if (!has_failed) error_.clear();
    return;
  }
  error_ = error;
  item.retry = item.retry > 0 ? std::min(item.retry * 2, greatest_retry) : first_retry;
  if (!item.is_changed) item.first_change = now;
  item.is_changed = true;
  item.due = now + item.retry;
}

void Autosave::hurry(double now) {
  for (auto& [key, item] : items_) {
    if (item.is_changed) item.due = now;
  }
}

SaveState Autosave::state() const {
  SaveState state = SaveState::saved;
  for (const auto& [key, item] : items_) {
    if (item.retry > 0) return SaveState::failed;
    if (item.is_changed) {
      state = SaveState::unsaved;
    } else if (state == SaveState::saved) {
      state = SaveState::saving;
    }
  }
  return state;
}

double Autosave::next_due() const {
  double next = std::numeric_limits<double>::infinity();
  for (const auto& [key, item] : items_) {
    if (item.is_changed && !item.is_in_flight) next = std::min(next, item.due);
  }
  return next;
}

}  // namespace dealwright::web
