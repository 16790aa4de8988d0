#include "web/platform/packed_documents.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace dealwright::web {

namespace {

constexpr std::size_t usual_keys = 128;

// A key's values.
struct Column {
  std::string_view unread;
  bool is_met = false;
  bool is_text = false;
};

// Takes what stands before the separator, and the separator, off the text.
std::string_view take(std::string_view& text, char separator) {
  const std::string_view taken = text.substr(0, text.find(separator));
  text.remove_prefix(std::min(taken.size() + 1, text.size()));
  return taken;
}

}  // namespace

std::string unpacked_documents(std::string_view packed) {
  std::vector<std::string_view> keys;
  for (std::string_view names = take(packed, '\0'); !names.empty();) keys.push_back(take(names, '\n'));
  const std::string_view frame = take(packed, '\0');
  std::vector<Column> columns(keys.size() + 1);  // the last one is that of no key
  std::vector<std::size_t> enclosing;
  std::size_t key = keys.size(), more = 0;
  std::string out;
  const auto add_value = [&] {
    Column& column = columns[key];
    if (!column.is_met) {
      column.unread = take(packed, '\0');
      column.is_met = true;
      column.is_text = column.unread.starts_with('"');
      column.unread = column.unread.substr(std::min<std::size_t>(1, column.unread.size()));
    }
    if (column.is_text) out += '"';
    out += take(column.unread, '\n');
    if (column.is_text) out += '"';
  };
  for (std::size_t at = 0; at < frame.size(); ++at) {
    const char letter = frame[at];
    const std::size_t code = static_cast<unsigned char>(letter);
    if (code < 32) {
      more = usual_keys * code;
      continue;
    }
    const bool is_end = letter == '}' || letter == ']';
    if (!is_end && !out.empty() && std::string_view("{[:").find(out.back()) == std::string_view::npos) out += ',';
    if (code >= usual_keys) {
      key = std::min(more + code - usual_keys, keys.size());
      more = 0;
      if (key == keys.size()) break;
      out += '"';
      out += keys[key];
      out += "\":";
      if (at + 1 == frame.size() || (frame[at + 1] != '{' && frame[at + 1] != '[')) add_value();
    } else if (letter == '$') {
      add_value();
    } else {
      out += letter;
      if (!is_end) {
        enclosing.push_back(key);
      } else if (!enclosing.empty()) {
        key = enclosing.back();
        enclosing.pop_back();
      }
    }
  }
  return out;
}

}  // namespace dealwright::web
