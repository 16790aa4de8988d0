#include "core/document/cursor.hpp"

#include <algorithm>
#include <array>

#include "core/base/stable_order.hpp"
#include "core/document/limits.hpp"
#include "core/document/scalars.hpp"
#include "core/document/wording.hpp"

namespace dealwright::document {

bool Cursor::open(std::string_view text, const Origin& origin, int depth) {
  text_ = text;
  origin_ = origin;
  at_ = 0;
  count_ = 0;
  depth_ = 0;
  stopped_ = false;
  cut_ = {};
  found_.clear();
  found_at_.clear();
  const std::size_t steps = static_cast<std::size_t>(depth) + 2;
  if (path_.size() < steps) path_.resize(steps);

  if (text.size() > most_bytes) {
    complain(0, "document.too_large", "the text has " + std::to_string(text.size()) + " bytes").expected =
        "at most 64 MiB";
  } else if (text.starts_with(byte_order_mark)) {
    complain(0, "document.byte_order_mark", "the text begins with a byte order mark").expected = "UTF-8 without it";
  } else if (text.substr(0, 2) == "\xFE\xFF" || text.substr(0, 2) == "\xFF\xFE") {
    complain(0, "document.encoding", "the text is UTF-16").expected = "UTF-8";
  } else if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    complain(0, "document.syntax", "the text is empty").expected = "a JSON object";
  } else {
    if (!tokens_.build(text)) {
      const TextFault fault = text_fault(text);
      if (fault.cut == 0 || !tokens_.build(text.substr(0, fault.cut))) {
        complain(fault.offset, fault.code, fault.message);
        return false;
      }
      cut_ = fault;
    }
    offsets_ = tokens_.offsets();
    count_ = tokens_.size();
    return true;
  }
  return false;
}

bool Cursor::end_members(char close) {
  if (peek() == ',') {
    const std::size_t comma = offset();
    ++at_;
    if (peek() != close) {
      stop_unexpected(close == '}' ? "a field" : "a value");
      return false;
    }
    complain(comma, "document.syntax", std::string("a comma stands before \"") + close + "\"");
  }
  if (peek() == close) {
    ++at_;
  } else {
    stop_unexpected(close == '}' ? "\",\" or \"}\"" : "\",\" or \"]\"");
  }
  return false;
}

bool Cursor::stop_at_colon() {
  stop_unexpected("\":\"");
  return false;
}

bool Cursor::is_sound_scalar() {
  const char c = peek();
  const std::string_view word = c == '\0' ? std::string_view() : token();
  if (c == '"') {
    std::size_t fault = 0;
    const std::string_view body = string_body();
    if (body.find('\\') == std::string_view::npos) return true;
    const StringFault what = unescape(body, unescaped_, fault);
    if (what == StringFault::none) return true;
    complain(offset() + 1 + fault, fault_code(what), fault_message(what));
    return false;
  }
  if (word == "true" || word == "false" || word == "null" || is_number(word)) return true;
  const bool is_word =
      (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '+' || c == '.';
  if (!is_word || word.find('"') != std::string_view::npos) {
    stop_unexpected("a value");
    return false;
  }
  complain(offset(), "document.syntax", quoted(shortened(word)) + " is not JSON").expected =
      "a number, a text in double quotes, true or false";
  return false;
}

bool Cursor::skip_scalar() {
  const char c = peek();
  if (c == '}' || c == ']' || c == ',' || c == ':') {
    stop_unexpected("a value");
    return false;
  }
  is_sound_scalar();
  if (stopped_) return false;
  ++at_;
  return true;
}

void Cursor::skip_value() {
  std::array<bool, static_cast<std::size_t>(most_depth)> is_list{};
  std::size_t depth = 0;
  const auto take_key = [&] {
    if (peek() != '"') {
      stop_unexpected("a field name in double quotes");
      return false;
    }
    is_sound_scalar();
    ++at_;
    return take_colon();
  };
  do {
    const char c = peek();
    if (c == '{' || c == '[') {
      if (depth_ + depth >= static_cast<std::size_t>(most_depth)) {
        complain(offset(), "document.too_deep", "objects and lists are nested deeper than 64");
        stopped_ = true;
        at_ = count_;
        return;
      }
      is_list[depth++] = c == '[';
      ++at_;
      if (peek() == (c == '[' ? ']' : '}')) {
        ++at_;
        --depth;
      } else {
        if (c == '{' && !take_key()) return;
        continue;
      }
    } else if (!skip_scalar()) {
      return;
    }
    while (depth > 0 && !next_member(is_list[depth - 1] ? ']' : '}')) {
      if (stopped_) return;
      --depth;
    }
    if (depth > 0 && !is_list[depth - 1] && !take_key()) return;
  } while (depth > 0);
}

Diagnostic& Cursor::complain(std::size_t offset, const char* code, std::string message) {
  if (found_.size() == most_diagnostics) return unheard_ = Diagnostic();
  found_at_.push_back(offset);
  Diagnostic& diagnostic = found_.emplace_back();
  diagnostic.code = code;
  diagnostic.message = std::move(message);
  diagnostic.pointer = pointer();
  return diagnostic;
}

bool Cursor::complain_type(const TypeInfo& type) {
  const char c = peek();
  const bool is_container = c == '{' || c == '[';
  if (!is_container && (c == '\0' || c == '}' || c == ']' || c == ',' || c == ':')) {
    stop_unexpected("a value");
    return false;
  }
  if (!is_container && !is_sound_scalar()) {
    if (!stopped_) ++at_;
    return false;
  }
  if (c == 'n') {
    complain(offset(), "document.wrong_type", subject() + " is null").expected = "a value, or no such field";
  } else {
    complain(offset(), "document.wrong_type", subject() + " is " + found()).expected =
        expected_of(type, field() != nullptr ? field()->note : nullptr);
  }
  skip_value();
  return false;
}

// The text is not JSON here; what follows cannot be read.
void Cursor::stop(std::size_t offset, std::string message, std::string expected) {
  if (!stopped_) complain(offset, "document.syntax", std::move(message)).expected = std::move(expected);
  stopped_ = true;
  at_ = count_;
}

void Cursor::stop_unexpected(const char* expected) {
  if (at_ >= count_ && cut_.cut != 0) {
    if (!stopped_) complain(cut_.offset, cut_.code, cut_.message);
    stopped_ = true;
    return;
  }
  if (at_ >= count_) return stop(text_.size(), "the text ends in the middle", expected);
  const char c = peek();
  if (c == '\0') return stop(offset(), "a NUL byte stands here", expected);
  if (c == '/') return stop(offset(), "a comment stands here; JSON has none", expected);
  if (c == '\'') return stop(offset(), "a text stands in single quotes; JSON takes double quotes", expected);
  const std::string_view word = c == '"' ? string_body() : token();
  stop(offset(), quoted(shortened(word)) + " is not expected here", expected);
}

void Cursor::close() {
  if (stopped_) return;
  if (at_ < count_) {
    complain(offset(), "document.trailing_text", "text follows the end of the document");
  } else if (cut_.cut != 0) {
    stop_unexpected("");
  }
}

void Cursor::hand_over(Diagnostics& diagnostics, bool is_other) {
  std::size_t counted = 0;
  int line = 1;
  std::size_t line_begin = 0;
  for (const std::size_t i :
       stable_order(found_.size(), [&](std::size_t a, std::size_t b) { return found_at_[a] < found_at_[b]; })) {
    Diagnostic& diagnostic = found_[i];
    for (; counted < found_at_[i]; ++counted) {
      if (text_[counted] != '\n') continue;
      ++line;
      line_begin = counted + 1;
    }
    const Position place = offset_by({line, static_cast<int>(found_at_[i] - line_begin) + 1}, origin_.start);
    diagnostic.file = origin_.file;
    diagnostic.line = place.line;
    diagnostic.column = place.column;
    const bool is_about_root = diagnostic.code == "document.kind" || diagnostic.code == "document.version";
    if (!is_other || is_about_root) diagnostics.push_back(std::move(diagnostic));
  }
}

std::string Cursor::pointer() const {
  std::string text(origin_.pointer);
  for (std::size_t i = 0; i < depth_; ++i) {
    text += '/';
    if (path_[i].field != nullptr) {
      text += path_[i].field->name;
    } else {
      text += std::to_string(path_[i].index);
    }
  }
  return text;
}

std::string Cursor::subject() const {
  if (depth_ == 0) return "the document";
  const Step& last = path_[depth_ - 1];
  if (last.field != nullptr) return quoted(last.field->name);
  const std::string item = "item " + std::to_string(last.index + 1);
  return depth_ > 1 && path_[depth_ - 2].field != nullptr ? item + " of " + quoted(path_[depth_ - 2].field->name)
                                                          : item;
}

std::string Cursor::found() const {
  switch (peek()) {
    case '{':
      return "an object";
    case '[':
      return "a list";
    case '"':
      return "the text " + quoted(shortened(string_body()));
    case 't':
    case 'f':
      return std::string(token());
    default:
      return "the number " + shortened(token());
  }
}

}  // namespace dealwright::document
