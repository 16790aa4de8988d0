#pragma once
// The forms of single values in documents.

#include <string>
#include <string_view>

namespace dealwright::document {

// Lower-case letters, digits, "-", "_" and ".", 1 to 64 of them.
bool is_identifier(std::string_view text);

// "#rrggbb"
bool is_colour(std::string_view text);

// JSON number syntax.
bool is_number(std::string_view text);

enum class StringFault { none, bad_escape, lone_surrogate, control_character };

// Resolves the escapes of what stands between the quotes of a JSON string. Escaped control characters other than tab,
// newline and carriage return are faults: they would reach terminals and reports. `fault_at` is where in `raw` a fault
// is.
StringFault unescape(std::string_view raw, std::string& out, std::size_t& fault_at);

}  // namespace dealwright::document
