#include "core/base/suggest.hpp"

#include <algorithm>
#include <vector>

namespace dealwright {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Edit distance with swaps of neighbours (optimal string alignment), or `limit` + 1 as soon as it must exceed `limit`.
std::size_t distance_up_to(std::size_t limit, std::string_view a, std::string_view b) {
  // Three rows of the table are enough: a swap looks two rows back.
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last.swap(last);
    last.swap(row);
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = lower(a[i - 1]) == lower(b[j - 1]);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0u : 1u)});
      if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1])) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
      least = std::min(least, row[j]);
    }
    if (least > limit) return limit + 1;  // no later cell is smaller: a swap, too, costs at least what a deletion did
  }
  return row[b.size()];
}

bool is_letter_or_digit(char c) {
  const char low = lower(c);
  return (low >= 'a' && low <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// Whether the name stands in the candidate with no letter or digit next to it.
bool has_as_words(std::string_view candidate, std::string_view name) {
  const auto is_same = [](char a, char b) { return lower(a) == lower(b); };
  for (auto from = candidate.begin();; ++from) {
    from = std::search(from, candidate.end(), name.begin(), name.end(), is_same);
    if (from == candidate.end()) return false;
    const auto to = from + static_cast<std::ptrdiff_t>(name.size());
    const bool begins = from == candidate.begin() || !is_letter_or_digit(from[-1]);
    if (begins && (to == candidate.end() || !is_letter_or_digit(*to))) return true;
  }
}

}  // namespace

std::string_view nearest_name(std::string_view name, std::span<const std::string_view> candidates) {
  if (name.empty()) return {};
  std::string_view nearest;
  std::size_t least = SIZE_MAX;
  for (const std::string_view candidate : candidates) {
    if (candidate.empty()) continue;
    const auto [shorter, longer] = std::minmax({name.size(), candidate.size()});
    const std::size_t allowed = std::max<std::size_t>(longer / 3, 1);
    const std::size_t limit = least == SIZE_MAX ? allowed : std::min(allowed, least - 1);
    if (longer - shorter > limit) continue;
    const std::size_t distance = distance_up_to(limit, name, candidate);
    if (distance <= limit) {
      least = distance;
      nearest = candidate;
      if (least == 0) break;
    }
  }
  if (least != SIZE_MAX || name.size() < 3) return nearest;
  const auto found = std::find_if(candidates.begin(), candidates.end(),
                                  [&](std::string_view candidate) { return has_as_words(candidate, name); });
  return found != candidates.end() ? *found : nearest;
}

}  // namespace dealwright
