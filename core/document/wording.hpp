#pragma once
// The words in which diagnostics speak of types and values.

#include <span>
#include <string>
#include <string_view>

#include "core/document/scalars.hpp"
#include "core/document/type.hpp"

namespace dealwright::document {

// "\"text\""
std::string quoted(std::string_view text);

// At most 60 bytes of a text, cut between characters, without control characters.
std::string shortened(std::string_view text);

// "a price book", "an approval"
std::string with_article(std::string_view name);

// "a, b, c"
std::string joined(std::span<const std::string_view> names);

// "~" and "/" escaped for a JSON Pointer.
std::string escaped_pointer_token(std::string_view key);

// What a value of a type looks like: "a whole number", "one of shared, dedicated". The note, where there is one, makes
// it closer.
std::string expected_of(const TypeInfo& type, const FieldNote* note = nullptr);

// "0 to 1", "at least 0", "at most 120"
std::string range_of(const FieldNote& note);

// "at most 2 decimal places (EUR)"
std::string places_of(Currency currency);

// The name of a choice's or boolean's value.
std::string value_name(const FieldInfo& field, const void* value);

// The values of a condition: "graduated, volume or stairstep".
std::string condition_values(const FieldInfo& sibling, const SiblingCondition& condition);

const char* fault_code(StringFault fault);
const char* fault_message(StringFault fault);

}  // namespace dealwright::document
