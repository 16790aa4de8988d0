#include "core/document/tokens.hpp"

#include <string>

#include "core/document/limits.hpp"
#ifdef __EMSCRIPTEN__
#include "core/document/plain_tokens.hpp"
#else
#define SIMDJSON_EXCEPTIONS 0
#include <simdjson.h>
#endif

namespace dealwright::document {

#ifdef __EMSCRIPTEN__

struct TokenIndex::Parser {
  std::vector<std::uint32_t> offsets;
};

bool TokenIndex::build(std::string_view text) {
  size_ = 0;
  if (!plain_tokens(text, parser_->offsets)) return false;
  offsets_ = parser_->offsets.data();
  size_ = parser_->offsets.size() - 1;
  return true;
}

#else

struct TokenIndex::Parser {
  std::unique_ptr<simdjson::internal::dom_parser_implementation> stage;
  std::string copy;
};

bool TokenIndex::build(std::string_view text) {
  size_ = 0;
  if (text.empty()) return false;
  auto& stage = parser_->stage;
  if (!stage || stage->capacity() < text.size()) {
    const std::size_t doubled = stage ? 2 * stage->capacity() : std::size_t{16} << 10;
    const std::size_t capacity = doubled > text.size() ? doubled : text.size();
    const auto error = stage ? stage->set_capacity(capacity)
                             : simdjson::get_active_implementation()->create_dom_parser_implementation(
                                   capacity, static_cast<std::size_t>(most_depth), stage);
    if (error != simdjson::SUCCESS) {
      stage.reset();
      return false;
    }
  }
  // The portable kernel looks up to three bytes past a character that the end cuts off.
  const std::string_view tail = text.substr(text.size() < 3 ? 0 : text.size() - 3);
  std::string_view readable = text;
  for (const char c : tail) {
    if (static_cast<unsigned char>(c) < 0x80) continue;
    parser_->copy.assign(text);
    parser_->copy.append(3, ' ');
    readable = std::string_view(parser_->copy).substr(0, text.size());
    break;
  }
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(readable.data());
  if (stage->stage1(bytes, text.size(), simdjson::stage1_mode::regular) != simdjson::SUCCESS) return false;
  // Outside of strings the portable kernel does not look at UTF-8.
  static const bool is_portable = simdjson::get_active_implementation()->name() == "fallback";
  if (is_portable && !simdjson::validate_utf8(readable.data(), readable.size())) return false;
  offsets_ = stage->structural_indexes.get();
  size_ = stage->n_structural_indexes;
  return true;
}

#endif

TokenIndex::TokenIndex() : parser_(std::make_unique<Parser>()) {}
TokenIndex::~TokenIndex() = default;

std::size_t utf8_length(std::string_view text) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const auto continues = [&](std::size_t at) { return at < text.size() && (byte(at) & 0xC0u) == 0x80u; };
  if (text.empty()) return 0;
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return continues(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    if (!continues(1) || !continues(2)) return 0;
    if (first == 0xE0 && byte(1) < 0xA0) return 0;  // a longer form than needed
    if (first == 0xED && byte(1) > 0x9F) return 0;  // a surrogate
    return 3;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    if (!continues(1) || !continues(2) || !continues(3)) return 0;
    if (first == 0xF0 && byte(1) < 0x90) return 0;
    if (first == 0xF4 && byte(1) > 0x8F) return 0;  // beyond U+10FFFF
    return 4;
  }
  return 0;
}

namespace {

// Whether what is left of a text is the beginning of one character, and no more.
bool is_cut_character(std::string_view rest) {
  if (rest.size() > 3) return false;
  std::string whole(rest);
  for (const char last : {'\x80', '\xA0'}) {
    whole.resize(rest.size());
    for (int more = 0; more < 3; ++more) {
      whole += last;
      if (utf8_length(whole) == whole.size()) return true;
    }
  }
  return false;
}

}  // namespace

TextFault text_fault(std::string_view text) {
  bool in_string = false;
  std::size_t opened = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c >= 0x80) {
      const std::size_t length = utf8_length(text.substr(at));
      if (length == 0)
        return {at, "document.encoding", "the text is not UTF-8 here",
                in_string && is_cut_character(text.substr(at)) ? opened : 0};
      at += length;
      continue;
    }
    if (in_string && c < 0x20) {
      if (c == 0) return {at, "document.control_character", "a NUL byte stands in a text"};
      if (c == '\n' || c == '\r') return {opened, "document.syntax", "a text begins here and does not end on its line"};
      return {at, "document.control_character", "a raw control character stands in a text; write it as \\u00XX"};
    }
    if (in_string && c == '\\') {
      at += 2;
      continue;
    }
    if (!in_string && c == '\\') return {at, "document.syntax", "a backslash stands outside of a text"};
    if (c == '"') {
      in_string = !in_string;
      opened = at;
    }
    ++at;
  }
  if (in_string)
    return {opened, "document.syntax", "the text ends in the middle: the quotes that open here do not close", opened};
  return {0, "document.syntax", "this is not JSON, or memory does not suffice to read it"};
}

}  // namespace dealwright::document
