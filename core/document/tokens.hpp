#pragma once
// Where the tokens of a JSON text begin.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace dealwright::document {

// Finds the first byte of each brace, bracket, comma, colon, string and other scalar, by simdjson's first stage, which
// also checks UTF-8 and that strings close; in the browser by plain_tokens(). Keeps its memory from one text to the
// next.
class TokenIndex {
 public:
  TokenIndex();
  ~TokenIndex();
  TokenIndex(const TokenIndex&) = delete;
  TokenIndex& operator=(const TokenIndex&) = delete;

  // False where the text is empty, is not UTF-8, has a string that does not close or holds a raw control character, or
  // memory does not suffice; text_fault() says which. The text is at most most_bytes long.
  bool build(std::string_view text);

  // Offsets, one more than size(): the last is the length of the text.
  const std::uint32_t* offsets() const { return offsets_; }
  std::size_t size() const { return size_; }

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
  const std::uint32_t* offsets_ = nullptr;
  std::size_t size_ = 0;
};

// What keeps a text from being cut into tokens, told by a plain scan, so that it reads the same whatever the processor.
struct TextFault {
  std::size_t offset = 0;
  const char* code = "";
  const char* message = "";
  // Where the end of the file cuts off what stands in quotes: the first quote, before which the text is sound. Else 0.
  std::size_t cut = 0;
};
TextFault text_fault(std::string_view text);

// Bytes of the UTF-8 character at the beginning of `text`: 1 to 4, or 0 where there is none.
std::size_t utf8_length(std::string_view text);

}  // namespace dealwright::document
