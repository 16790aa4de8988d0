#include "core/document/locate.hpp"

#include <algorithm>
#include <string>

#include "core/document/scalars.hpp"

namespace dealwright::document {
namespace {

constexpr std::size_t nowhere = std::string_view::npos;

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

// Each takes the offset of something and gives the offset behind it; past the end where the text breaks off.
std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

std::size_t skip_string(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && text[at] != '"') at += text[at] == '\\' ? std::size_t{2} : std::size_t{1};
  return std::min(at + 1, text.size());
}

std::size_t skip_value(std::string_view text, std::size_t at) {
  std::size_t open = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"') {
      at = skip_string(text, at);
    } else if (c == '{' || c == '[') {
      ++open;
      ++at;
    } else if (c == '}' || c == ']') {
      if (open == 0) return at;
      --open;
      ++at;
    } else if (open == 0) {
      while (at < text.size() && !is_space(text[at]) && text[at] != ',' && text[at] != '}' && text[at] != ']') ++at;
    } else {
      ++at;
    }
    if (open == 0) return at;
  }
  return at;
}

// Offset of the value of a member of the object that begins at `at`.
std::size_t member(std::string_view text, std::size_t at, std::string_view name) {
  std::string key;
  std::size_t fault = 0;
  at = skip_space(text, at + 1);
  while (at < text.size() && text[at] == '"') {
    const std::size_t begin = at + 1;
    at = skip_string(text, at);
    const bool is_plain = unescape(text.substr(begin, at - begin - 1), key, fault) == StringFault::none;
    at = skip_space(text, at);
    if (at >= text.size() || text[at] != ':') return nowhere;
    at = skip_space(text, at + 1);
    if (is_plain && key == name) return at < text.size() ? at : nowhere;
    at = skip_space(text, skip_value(text, at));
    if (at >= text.size() || text[at] != ',') return nowhere;
    at = skip_space(text, at + 1);
  }
  return nowhere;
}

// Offset of an element of the list that begins at `at`.
std::size_t element(std::string_view text, std::size_t at, std::string_view index) {
  if (index.empty() || index.size() > 9 ||
      !std::all_of(index.begin(), index.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return nowhere;
  std::size_t left = 0;
  for (const char c : index) left = left * 10 + static_cast<std::size_t>(c - '0');
  at = skip_space(text, at + 1);
  for (; left > 0; --left) {
    at = skip_space(text, skip_value(text, at));
    if (at >= text.size() || text[at] != ',') return nowhere;
    at = skip_space(text, at + 1);
  }
  return at < text.size() && text[at] != ']' ? at : nowhere;
}

// A token of a JSON Pointer with its escapes resolved.
std::string decoded(std::string_view token) {
  std::string name;
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (token[i] == '~' && i + 1 < token.size() && (token[i + 1] == '0' || token[i + 1] == '1')) {
      name += token[++i] == '0' ? '~' : '/';
    } else {
      name += token[i];
    }
  }
  return name;
}

}  // namespace

Position position_at(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t line_begin = before.rfind('\n') + 1;  // 0 where there is none
  return {static_cast<int>(lines) + 1, static_cast<int>(before.size() - line_begin) + 1};
}

std::size_t offset_of(std::string_view text, std::string_view pointer) {
  std::size_t at = skip_space(text, text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  while (!pointer.empty()) {
    if (pointer.front() != '/' || at >= text.size()) return nowhere;
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    const std::string name = decoded(pointer.substr(1, end - 1));
    pointer.remove_prefix(end);
    if (text[at] == '{') {
      at = member(text, at, name);
    } else if (text[at] == '[') {
      at = element(text, at, name);
    } else {
      return nowhere;
    }
  }
  return at < text.size() ? at : nowhere;
}

Position locate(std::string_view text, std::string_view pointer) {
  const std::size_t offset = offset_of(text, pointer);
  return offset == nowhere ? Position{} : position_at(text, offset);
}

Position offset_by(Position inner, Position start) {
  if (inner.line == 0) return inner;
  return {start.line + inner.line - 1, inner.line == 1 ? start.column + inner.column - 1 : inner.column};
}

}  // namespace dealwright::document
