#include "core/document/scalars.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace dealwright::document {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::optional<std::uint32_t> hex4(std::string_view raw, std::size_t at) {
  if (at + 4 > raw.size()) return std::nullopt;
  std::uint32_t value = 0;
  for (const char c : raw.substr(at, 4)) {
    std::uint32_t digit = 0;
    if (is_digit(c)) {
      digit = static_cast<std::uint32_t>(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      digit = static_cast<std::uint32_t>(c - 'a') + 10;
    } else if (c >= 'A' && c <= 'F') {
      digit = static_cast<std::uint32_t>(c - 'A') + 10;
    } else {
      return std::nullopt;
    }
    value = value * 16 + digit;
  }
  return value;
}

void append_utf8(std::string& out, std::uint32_t code) {
  const auto byte = [&](std::uint32_t value) { out.push_back(static_cast<char>(static_cast<unsigned char>(value))); };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xC0 | (code >> 6));
    byte(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    byte(0xE0 | (code >> 12));
    byte(0x80 | ((code >> 6) & 0x3F));
    byte(0x80 | (code & 0x3F));
  } else {
    byte(0xF0 | (code >> 18));
    byte(0x80 | ((code >> 12) & 0x3F));
    byte(0x80 | ((code >> 6) & 0x3F));
    byte(0x80 | (code & 0x3F));
  }
}

}  // namespace

bool is_identifier(std::string_view text) {
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-' || c == '_' || c == '.';
  });
}

bool is_colour(std::string_view text) {
  return text.size() == 7 && text[0] == '#' && std::all_of(text.begin() + 1, text.end(), [](char c) {
           return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
         });
}

bool is_number(std::string_view text) {
  std::size_t at = 0;
  const auto digits = [&] {
    const std::size_t from = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    return at - from;
  };
  if (at < text.size() && text[at] == '-') ++at;
  const bool leading_zero = at < text.size() && text[at] == '0';
  const std::size_t whole = digits();
  if (whole == 0 || (leading_zero && whole > 1)) return false;
  if (at < text.size() && text[at] == '.') {
    ++at;
    if (digits() == 0) return false;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    if (digits() == 0) return false;
  }
  return at == text.size();
}

StringFault unescape(std::string_view raw, std::string& out, std::size_t& fault_at) {
  out.clear();
  std::size_t at = 0;
  while (at < raw.size()) {
    const std::size_t backslash = std::min(raw.find('\\', at), raw.size());
    out.append(raw.substr(at, backslash - at));
    at = backslash;
    if (at == raw.size()) break;
    fault_at = at;
    const char c = at + 1 < raw.size() ? raw[at + 1] : '\0';
    at += 2;
    switch (c) {
      case '"':
      case '\\':
      case '/':
        out.push_back(c);
        break;
      case 'n':
        out.push_back('\n');
        break;
      case 't':
        out.push_back('\t');
        break;
      case 'r':
        out.push_back('\r');
        break;
      case 'b':
      case 'f':
        return StringFault::control_character;
      case 'u': {
        auto code = hex4(raw, at);
        if (!code) return StringFault::bad_escape;
        at += 4;
        if (*code >= 0xDC00 && *code <= 0xDFFF) return StringFault::lone_surrogate;
        if (*code >= 0xD800 && *code <= 0xDBFF) {
          if (raw.substr(at, 2) != "\\u") return StringFault::lone_surrogate;
          const auto low = hex4(raw, at + 2);
          if (!low) return StringFault::bad_escape;
          if (*low < 0xDC00 || *low > 0xDFFF) return StringFault::lone_surrogate;
          code = 0x10000 + ((*code - 0xD800) << 10) + (*low - 0xDC00);
          at += 6;
        }
        const bool is_plain_break = *code == '\n' || *code == '\t' || *code == '\r';
        if ((*code < 0x20 && !is_plain_break) || (*code >= 0x7F && *code < 0xA0)) return StringFault::control_character;
        append_utf8(out, *code);
        break;
      }
      default:
        return StringFault::bad_escape;
    }
  }
  return StringFault::none;
}

}  // namespace dealwright::document
