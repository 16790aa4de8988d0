#pragma once
// Where something stands in a text.

#include <cstddef>
#include <string_view>

namespace dealwright::document {

// What some programs put before a text that is UTF-8. Such a text is refused, but what it is about can be told.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct Position {
  int line = 0;    // 1-based; 0 where unknown
  int column = 0;  // 1-based, in bytes; 0 where unknown

  friend bool operator==(const Position&, const Position&) = default;
};

// Where a text comes from, for its diagnostics.
struct Origin {
  std::string_view file;  // as the caller names it
  Position start{1, 1};   // where the text begins in that file
  std::string_view
      pointer;  // where it stands in a larger document ("/documents/3"); such a text need not state "dealwright"
};

// Bytes [begin, end) of a text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Line and column of a byte; past the end: of the end.
Position position_at(std::string_view text, std::size_t offset);

// Offset of the value at a JSON Pointer (RFC 6901) in a text, std::string_view::npos where there is none. The text must
// be JSON as far as that value.
std::size_t offset_of(std::string_view text, std::string_view pointer);

// Line and column of the value at a JSON Pointer; {0, 0} where there is none.
Position locate(std::string_view text, std::string_view pointer);

// Position of `inner` within a text in which it begins at `start`.
Position offset_by(Position inner, Position start);

}  // namespace dealwright::document
