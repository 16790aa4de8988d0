#pragma once
// References between documents: every field whose note says refers_to names something that exists.

#include <string_view>

#include "core/base/diagnostic.hpp"
#include "core/document/collection.hpp"

namespace dealwright::document {

// The code of a reference that leads nowhere.
inline constexpr const char* dangling_reference = "document.dangling_reference";

// Checks one document against a library. `text` is its own text, for the positions, and `origin` where that stands. A
// reference to a document that is known but unread is not told again. Returns whether there was no mistake.
bool check_references(const TypeInfo& collection, const void* documents, const LibraryIndex& index,
                      const TypeInfo& type, const void* document, std::string_view text, const Origin& origin,
                      Diagnostics& diagnostics);

// Checks every document of a library.
bool check_references(const TypeInfo& collection, const void* documents, const LibraryIndex& index,
                      Diagnostics& diagnostics);

template <class P>
bool check_references(const Library<P>& library, Diagnostics& diagnostics) {
  return check_references(type_of<P>(), &library.documents, library, diagnostics);
}

// A document that is not in the library, such as one of a stream.
template <class P, class T>
bool check_references(const Library<P>& library, const T& document, std::string_view text, const Origin& origin,
                      Diagnostics& diagnostics) {
  return check_references(type_of<P>(), &library.documents, library, type_of<T>(), &document, text, origin,
                          diagnostics);
}

// Leaves out what is told twice: a diagnostic that says the same of the same place as an earlier one, and what anybody
// who follows a reference says of one that check_references() told to lead nowhere.
void drop_retold(Diagnostics& diagnostics);

// Tells references to one document that is not there as one diagnostic with their number: for where a document was left
// out that may be the one, so that its mistake alone is to be mended.
void merge_dangling(Diagnostics& diagnostics);

}  // namespace dealwright::document
