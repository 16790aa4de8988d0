#pragma once
// Described struct -> JSON text.

#include <cstdint>
#include <string>
#include <string_view>

#include "core/document/type.hpp"

namespace dealwright::document {

// The canonical text of a document: {"dealwright": 1, "kind": ..., fields in described order}. Fields that equal their
// default are left out unless they are required or needed; a required text, date or currency that states nothing is
// left out too (the reader then says that it is missing). An object or list stands on one line where it fits into
// most_columns, else one member a line, indented by 2; the root never stands on one line. Ends with a newline.
std::string write_canonical(const TypeInfo& type, const void* value, std::string_view kind);

// The same on one line, without a newline: for JSON lines and fingerprints.
std::string write_line(const TypeInfo& type, const void* value, std::string_view kind);

template <class T>
std::string write_canonical(const T& value) {
  return write_canonical(type_of<T>(), &value, type_of<T>().name);
}
template <class T>
std::string write_line(const T& value) {
  return write_line(type_of<T>(), &value, type_of<T>().name);
}

enum class JsonStyle : std::uint8_t {
  line,       // one line, without a newline
  canonical,  // the layout of canonical documents, with a final newline
};

// A described struct without header: all fields, only empty optionals left out. Money is a decimal string ("1249.50"),
// Exact a decimal string with all digits, Ratio a decimal string of six places or null where it has no value; dates and
// currencies that state nothing are null.
std::string write_json(const TypeInfo& type, const void* value, JsonStyle style);

template <class T>
std::string write_json(const T& value, JsonStyle style = JsonStyle::canonical) {
  return write_json(type_of<T>(), &value, style);
}

// The same on one line, without a newline, behind what `out` holds.
void append_json(std::string& out, const TypeInfo& type, const void* value);

// A document's fields as in its canonical form, on one line, without "dealwright" and, where `kind` is empty, without
// "kind".
void append_document(std::string& out, const TypeInfo& type, const void* value, std::string_view kind);

// The value of one field as canonical documents write it, on one line. `currency` is the one in force where it stands.
void append_value(std::string& out, const FieldInfo& field, const void* value, Currency currency);

// Text as a JSON string, with quotes; only what JSON demands is escaped.
void append_string(std::string& out, std::string_view text);

// JSON text on one line (", " and ": " between its parts), in canonical layout, with a final newline.
std::string layout(std::string_view line);

}  // namespace dealwright::document
