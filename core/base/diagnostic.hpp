#pragma once
// What is wrong with an input, told to the person who must fix it.

#include <cstdint>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

namespace dealwright {

enum class Severity : std::uint8_t { info, warning, error };
BOOST_DESCRIBE_ENUM(Severity, info, warning, error)

struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;      // stable, dotted: "document.unknown_key", "price_book.tier_order"
  std::string file;      // as the caller named it; "" where there is none
  int line = 0;          // 1-based; 0 where unknown
  int column = 0;        // 1-based, in bytes; 0 where unknown
  std::string pointer;   // JSON Pointer (RFC 6901) inside the document
  std::string message;   // what is wrong: "\"servce_line\" is not a field of a component"
  std::string expected;  // what would be right: "one of platform, infrastructure, ..."; "" where the message says it
  std::string nearest;   // the nearest valid name; "" where there is none

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};
BOOST_DESCRIBE_STRUCT(Diagnostic, (), (severity, code, file, line, column, pointer, message, expected, nearest))

using Diagnostics = std::vector<Diagnostic>;

bool has_errors(const Diagnostics& diagnostics);

// What is wrong and what would be right, for a person who is at the place: "... is 0; expected 1 to 120. Did you mean
// \"x\"?"
std::string to_words(const Diagnostic& diagnostic);

// One line for a terminal or a log: "deals/a.json:12:5: error: ... (expected ...; did you mean \"x\"?) [code]". Where
// the line is unknown, the pointer stands in its place: "a.json#/price_book: error: ...". Control characters are
// written as \u00xx.
std::string to_line(const Diagnostic& diagnostic);

}  // namespace dealwright
