#include "core/onboarding/ids.hpp"

#include <bit>
#include <cstdint>

#include "core/base/suggest.hpp"

namespace dealwright::onboarding {

namespace {

constexpr int most_suggestions = 100;

// FNV-1a (Fowler, Noll and Vo), with the high half mixed into the low one that picks the slot.
std::uint64_t hash_of(std::string_view id) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return hash ^ (hash >> 32);
}

}  // namespace

IdIndex::IdIndex(std::vector<std::string_view> ids) : ids_(std::move(ids)) {
  slots_.assign(std::bit_ceil(2 * ids_.size() + 1), -1);
  for (std::size_t i = 0; i < ids_.size(); ++i)
    if (int& slot = slots_[slot_of(ids_[i])]; slot < 0) slot = static_cast<int>(i);
}

std::size_t IdIndex::slot_of(std::string_view id) const {
  const std::size_t last = slots_.size() - 1;
  std::size_t at = static_cast<std::size_t>(hash_of(id)) & last;
  while (slots_[at] >= 0 && ids_[static_cast<std::size_t>(slots_[at])] != id) at = (at + 1) & last;
  return at;
}

int IdIndex::find(std::string_view id) const {
  return slots_[slot_of(id)];
}

std::string IdIndex::nearest(std::string_view id) {
  if (asked_ >= most_suggestions) return {};
  ++asked_;
  return std::string(nearest_name(id, ids_));
}

Diagnostic told(Severity severity, const char* code, std::string pointer, std::string message, std::string expected) {
  Diagnostic diagnostic;
  diagnostic.severity = severity;
  diagnostic.code = code;
  diagnostic.pointer = std::move(pointer);
  diagnostic.message = std::move(message);
  diagnostic.expected = std::move(expected);
  return diagnostic;
}

}  // namespace dealwright::onboarding
