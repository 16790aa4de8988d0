#include "core/document/plain_tokens.hpp"

#include "core/document/tokens.hpp"

namespace dealwright::document {

namespace {

bool is_operator(unsigned char c) {
  return c == '{' || c == '}' || c == '[' || c == ']' || c == ',' || c == ':';
}

bool is_space(unsigned char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

// The offset behind a string whose first quote is at `at`; npos where it does not end or holds what it may not.
std::size_t behind_string(std::string_view text, std::size_t at) {
  for (++at; at < text.size();) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c == '"') return at + 1;
    if (c < 0x20) return std::string_view::npos;
    if (c == '\\') ++at;
    if (at >= text.size()) break;
    const std::size_t length = utf8_length(text.substr(at));
    if (length == 0 || static_cast<unsigned char>(text[at]) < 0x20) return std::string_view::npos;
    at += length;
  }
  return std::string_view::npos;
}

}  // namespace

bool plain_tokens(std::string_view text, std::vector<std::uint32_t>& offsets) {
  offsets.clear();
  bool in_scalar = false;   // the byte before belongs to a number or a word
  bool is_escaped = false;  // outside of strings no backslash is valid, but it takes the meaning of a quote behind it
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<unsigned char>(text[at]);
    const bool was_escaped = is_escaped;
    is_escaped = c == '\\' && !was_escaped;
    if (is_space(c)) {
      in_scalar = false;
      ++at;
      continue;
    }
    if (!in_scalar || is_operator(c)) offsets.push_back(static_cast<std::uint32_t>(at));
    if (is_operator(c)) {
      in_scalar = false;
      ++at;
    } else if (c == '"' && !was_escaped) {
      in_scalar = false;
      at = behind_string(text, at);
      if (at == std::string_view::npos) return false;
    } else {
      in_scalar = true;
      const std::size_t length = utf8_length(text.substr(at));
      if (length == 0) return false;
      at += length;
    }
  }
  const bool has_tokens = !offsets.empty();
  offsets.push_back(static_cast<std::uint32_t>(text.size()));
  return has_tokens;
}

}  // namespace dealwright::document
