#pragma once
// The form of any described value as rows: what is asked, in which field, with which bounds, choices and problems. Made
// anew each frame from the value; nothing here draws.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/diagnostic.hpp"
#include "core/base/function_ref.hpp"
#include "core/document/type.hpp"
#include "web/app/documents.hpp"

namespace dealwright::web {

enum class RowKind : std::uint8_t {
  text,
  long_text,   // of more than 300 bytes at most: several lines
  identifier,  // the id of the document or element
  colour,
  number,  // decimal or integer
  toggle,
  choice,     // of a closed list
  reference,  // the id of another document, or of an element of one
  currency,
  date,
  group,  // an object: its rows follow, one deeper, where it is open
  list,   // its elements follow, one deeper, where it is open
};

struct FormOption {
  std::string value;  // as a document states it; "" for none
  std::string label;
  std::string detail;
};

struct FormRow {
  RowKind kind = RowKind::text;
  std::string pointer;
  int depth = 0;
  std::string label;
  std::string help;
  bool is_required = false;  // also where a sibling's value makes it needed
  bool is_optional = false;  // it can be left unstated, apart from its value
  bool is_stated = true;     // false: an optional that states nothing

  // Elements of lists, of whatever kind: they can be removed and moved.
  bool is_element = false;
  std::size_t index = 0;
  std::size_t siblings = 1;  // elements of the list

  // Groups and lists.
  bool is_open = false;
  std::size_t count = 0;     // elements
  bool can_add = false;      // the list takes one more
  std::string add_label;     // "Add tier"
  std::string summary;       // of what is in it, in one line
  std::size_t problems = 0;  // in it, at any depth
  bool has_errors = false;   // some of them are errors

  // Numbers.
  Unit unit = Unit::none;
  bool is_whole = false;
  std::optional<Decimal> least;
  std::optional<Decimal> most;
  Currency currency;       // of money
  std::string unit_words;  // "EUR", "months"; "" for rates and plain numbers

  std::size_t most_bytes = 0;       // texts
  std::vector<FormOption> options;  // choices, references, currencies
  std::string value;                // as a document states it, without quotes; "" where it states nothing

  // What is wrong with the value, the worst first; "" where nothing is.
  std::string problem;
  Severity severity = Severity::error;
};

struct FormSource {
  const model::Programme& programme;
  DocumentRef ref;
  const void* document = nullptr;
  const Diagnostics& diagnostics;  // of the document
};

// Whether a group or list is open; `by_default` is what the form suggests.
using IsOpen = FunctionRef<bool(const std::string& pointer, bool by_default)>;

// The rows below the value at `root` ("": the document). Fields that do not apply have none. `fields`, where it is not
// empty, names the only fields of the root to be shown, in its order. No rows where there is no such value.
std::vector<FormRow> form_rows(const FormSource& source, std::string_view root, IsOpen is_open,
                               const std::vector<std::string_view>& fields = {});

// What a reference may name: the documents of the kind, or the elements of the list in the document it leads to.
std::vector<FormOption> reference_options(const FormSource& source, std::string_view target);

// One line of what an object says: its name, else its first stated values; "" where it says nothing.
std::string summary_of(const document::TypeInfo& type, const void* value, Currency currency);

}  // namespace dealwright::web
