#include "web/platform/packed_documents.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace dealwright::web {

static constexpr std::string_view line_ends("\n\0", 2);

std::string unpacked_documents(std::string_view packed) {
  const std::string_view frame = packed.substr(0, packed.find('\0'));
  std::size_t unread = std::min(frame.size() + 1, packed.size());  // where the next key's values begin
  std::map<std::string_view, std::size_t> next;                    // by key: where its next value begins
  std::vector<std::string_view> enclosing;
  std::string_view key;
  std::string out;
  out.reserve(packed.size());
  for (std::size_t at = 0; at < frame.size();) {
    const std::size_t stop = std::min(frame.find_first_of("\"$[]{}", at), frame.size());
    out += frame.substr(at, stop - at);
    if (stop == frame.size()) break;
    const char letter = frame[stop];
    at = stop + 1;
    if (letter == '$') {
      const auto [found, is_new] = next.try_emplace(key, unread);
      const std::string_view column = packed.substr(found->second);
      const std::string_view value = column.substr(0, column.find_first_of(line_ends));
      out += value;
      if (is_new) unread = std::min(unread + std::min(column.find('\0'), column.size()) + 1, packed.size());
      found->second = std::min(found->second + value.size() + 1, packed.size());
      continue;
    }
    if (letter == '"') {
      at = std::min(frame.find('"', at), frame.size() - 1) + 1;
      key = frame.substr(stop, at - stop);
    } else if (letter == '{' || letter == '[') {
      enclosing.push_back(key);
    } else if (!enclosing.empty()) {
      key = enclosing.back();
      enclosing.pop_back();
    }
    out += frame.substr(stop, at - stop);
  }
  return out;
}

}  // namespace dealwright::web
