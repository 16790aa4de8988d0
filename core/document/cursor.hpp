#pragma once
// The reader's place in a text: its tokens, the way down to the value at hand, and the mistakes found so far.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/diagnostic.hpp"
#include "core/document/locate.hpp"
#include "core/document/tokens.hpp"
#include "core/document/type.hpp"

namespace dealwright::document {

class Cursor {
 public:
  // Opens a text whose values are nested no deeper than `depth`. False, and told, where it cannot be cut into tokens.
  // Of a file that breaks off within quotes the tokens before them are read; their end is then told by close(), or
  // where they are not enough.
  bool open(std::string_view text, const Origin& origin, int depth);

  // The token at the cursor: its first byte, NUL at the end of the text, where it begins, and all of it.
  char peek() const { return at_ < count_ ? text_[offsets_[at_]] : '\0'; }
  std::size_t offset() const { return at_ < count_ ? offsets_[at_] : text_.size(); }
  std::string_view token() const {
    const std::size_t begin = offsets_[at_];
    std::size_t end = offsets_[at_ + 1];
    while (end > begin + 1 && is_space(text_[end - 1])) --end;
    return {text_.data() + begin, end - begin};
  }
  // What stands between the quotes of the string at the cursor; the index leaves no string without its second quote.
  std::string_view string_body() const {
    const std::string_view whole = token();
    return whole.size() < 2 ? std::string_view() : std::string_view(whole.data() + 1, whole.size() - 2);
  }
  bool is_stopped() const { return stopped_; }
  std::string_view text() const { return text_; }
  // Where the token `back` places before the cursor begins.
  std::size_t offset_before(std::size_t back) const { return offsets_[at_ - back]; }

  void advance() { ++at_; }
  // After a member: whether another follows. Else the cursor is past the bracket, or it is told that none is there.
  bool next_member(char close) {
    if (peek() == ',' && at_ + 1 < count_ && text_[offsets_[at_ + 1]] != close) {
      ++at_;
      return true;
    }
    return end_members(close);
  }
  bool take_colon() {
    if (peek() != ':') return stop_at_colon();
    ++at_;
    return true;
  }
  // Goes past a value of any form; tells where it is not JSON.
  void skip_value();
  // Whether the scalar at the cursor is JSON; tells where it is not. Leaves a string without its escapes in
  // unescaped().
  bool is_sound_scalar();
  const std::string& unescaped() const { return unescaped_; }

  // Down to a member or into a list, and up again.
  void enter(const FieldInfo& field) { path_[depth_++] = {&field, 0}; }
  void enter_list() { path_[depth_++] = {nullptr, 0}; }
  void set_index(std::size_t index) { path_[depth_ - 1].index = index; }
  void leave() { --depth_; }
  // The field at hand; null where it is an element of a list, or the whole text.
  const FieldInfo* field() const { return depth_ > 0 ? path_[depth_ - 1].field : nullptr; }

  // Tells a mistake at a byte of the text, of the value at hand; the caller adds what is expected. What is beyond
  // most_diagnostics is not kept.
  Diagnostic& complain(std::size_t offset, const char* code, std::string message);
  // Tells that the value at the cursor has another type, and goes past it. Always false.
  bool complain_type(const TypeInfo& type);
  // Tells that the text is not JSON here and ends the reading.
  void stop_unexpected(const char* expected);
  // After the last value: tells what follows it.
  void close();
  std::size_t complaints() const { return found_.size(); }
  // Moves what was found behind `diagnostics`, by position and with lines and columns; where `is_other`, only that the
  // text has another kind or version.
  void hand_over(Diagnostics& diagnostics, bool is_other);

  std::string pointer() const;
  // What a message is about: "\"discount\"", "item 2 of \"tiers\"".
  std::string subject() const;
  // What stands at the cursor: "a list", "the text \"abc\"".
  std::string found() const;

 private:
  // One step down: a field of an object, or where `field` is null an element of a list.
  struct Step {
    const FieldInfo* field = nullptr;
    std::size_t index = 0;
  };

  static bool is_space(char c) {
    return static_cast<unsigned char>(c) <= ' ' && (c == ' ' || c == '\n' || c == '\r' || c == '\t');
  }
  bool end_members(char close);
  bool stop_at_colon();
  bool skip_scalar();
  void stop(std::size_t offset, std::string message, std::string expected);

  TokenIndex tokens_;
  std::string_view text_;
  Origin origin_;
  const std::uint32_t* offsets_ = nullptr;
  std::size_t count_ = 0;
  std::size_t at_ = 0;
  bool stopped_ = false;  // the text is not JSON from here on
  TextFault cut_;         // its `cut` is not 0 where the text breaks off behind the last token
  std::vector<Step> path_;
  std::size_t depth_ = 0;  // of path_
  std::string unescaped_;
  Diagnostics found_;
  std::vector<std::size_t> found_at_;  // offsets of found_
  Diagnostic unheard_;                 // takes what is beyond most_diagnostics
};

}  // namespace dealwright::document
