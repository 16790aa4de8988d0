#pragma once
// Values set from text, judged by the reader of documents: what it refuses in a file is refused here in the same words.

#include <string_view>

#include "core/base/diagnostic.hpp"
#include "web/app/documents.hpp"

namespace dealwright::web {

// Sets the value at a JSON Pointer of a document from text as documents state it, without quotes; of objects and lists
// JSON. The element one past a list's last is added; the empty text empties
// an optional, and a text, day or currency that need not be stated. Returns what is wrong with it,
// with pointers from the root; then the document is as it was.
Diagnostics set_from_text(Kind kind, void* document, std::string_view pointer, std::string_view text);

// A diagnostic of what is not stated yet, which an edited document may leave open; the others name values that no
// document can hold.
bool is_incomplete(const Diagnostic& diagnostic);

// What an edit did, for the person who may undo it: "Deal discount of Fjordline: 10 % -> 8 %".
std::string edit_name(Kind kind, const void* before, const void* after);

}  // namespace dealwright::web
