#pragma once
// Many documents read together: from single documents, bundles and JSON lines.

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/diagnostic.hpp"
#include "core/document/reader.hpp"
#include "core/document/type.hpp"
#include "core/model/programme_header.hpp"

namespace dealwright::document {

// A text and the name its diagnostics give it.
struct Source {
  std::string name;
  std::string text;
  bool is_lines = false;  // holds a document a line, also where its name does not say so
};

// One document: which it is, and where its text stands.
struct Entry {
  std::uint8_t kind = 0;    // index of the collection's field
  std::uint32_t index = 0;  // in that list
  std::uint32_t source = 0;
  std::size_t begin = 0;  // bytes [begin, end) of the source's text
  std::size_t end = 0;
  Position start{1, 1};  // of `begin`: counting lines from the source's first for each document takes too long
};

// The header of a programme and the source that states it.
struct Header {
  model::ProgrammeHeader value;
  std::uint32_t source = 0;
};

// All of a library but the documents themselves.
struct LibraryIndex {
  static constexpr std::uint32_t unread = UINT32_MAX;

  std::vector<Source> sources;
  std::vector<Entry> entries;
  std::vector<Header> headers;
  // By kind: id -> entry; `unread` where the document has mistakes, so that it is known but not among the documents.
  std::vector<std::map<std::string, std::uint32_t, std::less<>>> ids;
  // A document was left out of which not even kind and id could be read: references that lead nowhere may mean it.
  bool has_unnamed = false;
};

// P: a described struct whose members are lists of documents; the label of a member's note is the kind.
template <class P>
struct Library : LibraryIndex {
  P documents;
};

// Index of the collection's field for a kind, or -1.
int kind_index(const TypeInfo& collection, std::string_view kind);

// Reads one document, a bundle ({"dealwright": 1, "kind": "programme", "documents": [...]}) or, where the source is one
// of lines or its name ends in .jsonl or .ndjson, either of them a line. Documents with mistakes are left out and told
// in `diagnostics`; they never hide the others. Of two documents of one kind and id the first stays, and a diagnostic
// names both places. Returns whether there was no mistake.
bool add_source(const TypeInfo& collection, void* documents, LibraryIndex& index, Source source, Reader& reader,
                Diagnostics& diagnostics);

template <class P>
bool add_source(Library<P>& library, Source source, Reader& reader, Diagnostics& diagnostics) {
  return add_source(type_of<P>(), &library.documents, library, std::move(source), reader, diagnostics);
}

// That a document has the id of another of its kind. The places are those of the two ids.
Diagnostic duplicate_document(std::string_view kind, std::string_view id, std::string_view file, Position place,
                              std::string_view first_file, Position first_place);

// Moves all of `from` behind what `to` holds, as if its sources had been added to `to`.
void append(const TypeInfo& collection, void* to_documents, LibraryIndex& to, void* from_documents, LibraryIndex& from,
            Diagnostics& diagnostics);

template <class P>
void append(Library<P>& to, Library<P>&& from, Diagnostics& diagnostics) {
  append(type_of<P>(), &to.documents, to, &from.documents, from, diagnostics);
}

// The document of an entry, a value of kind_type(collection, entry.kind).
const void* document_of(const TypeInfo& collection, const void* documents, const Entry& entry);
const TypeInfo& kind_type(const TypeInfo& collection, std::size_t kind);

// All documents as one canonical bundle, by kind and in the order of their lists.
std::string write_bundle(const TypeInfo& collection, const void* documents, const model::ProgrammeHeader& header);
// The same on one line, without a line end.
std::string write_bundle_line(const TypeInfo& collection, const void* documents, const model::ProgrammeHeader& header);

template <class P>
std::string write_bundle(const Library<P>& library) {
  return write_bundle(type_of<P>(), &library.documents,
                      library.headers.empty() ? model::ProgrammeHeader{} : library.headers.front().value);
}

}  // namespace dealwright::document
