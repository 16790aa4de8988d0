#include "core/document/collection.hpp"

#include <algorithm>
#include <utility>

#include "core/base/suggest.hpp"
#include "core/document/limits.hpp"
#include "core/document/model_types.hpp"
#include "core/document/scalars.hpp"
#include "core/document/wording.hpp"
#include "core/document/writer.hpp"

namespace dealwright::document {
namespace {

constexpr std::string_view programme_kind = "programme";

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

std::string_view id_of(const TypeInfo& type, const void* document) {
  if (type.id < 0) return {};
  return as<std::string>(type.fields[static_cast<std::size_t>(type.id)].in(document));
}

// "a.json:3:5"
std::string place_name(std::string_view file, Position place) {
  return std::string(file) + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

// Where the id of the document stands in these bytes of a source's text, which begin at `start`.
Position id_place(const Source& source, Span span, Position start) {
  const std::string_view text = std::string_view(source.text).substr(span.begin, span.end - span.begin);
  return offset_by(locate(text, "/id"), start);
}

// The id that a text states which could not be read as far as that; "" where it states none.
std::string_view stated_id(std::string_view text) {
  const std::size_t at = offset_of(text, "/id");
  if (at == std::string_view::npos || text[at] != '"') return {};
  const std::size_t end = text.find('"', at + 1);
  if (end == std::string_view::npos) return {};
  const std::string_view id = text.substr(at + 1, end - at - 1);
  return is_identifier(id) ? id : std::string_view();
}

// An object without any field, to see whether a text of no known kind is JSON at all.
const TypeInfo& nothing_known() {
  static const auto* const type = [] {
    auto* const made = new TypeInfo;
    made->name = "document";
    made->depth = 1;
    return made;
  }();
  return *type;
}

class Adder {
 public:
  Adder(const TypeInfo& collection, void* documents, LibraryIndex& index, Diagnostics& diagnostics)
      : collection_(collection), documents_(documents), index_(index), diagnostics_(diagnostics) {
    if (index_.ids.size() < collection.fields.size()) index_.ids.resize(collection.fields.size());
  }

  // Reads the document in bytes [span.begin, span.end) of a source.
  bool add(Reader& reader, std::uint32_t source, Span span, const Origin& origin) {
    const std::string_view text =
        std::string_view(index_.sources[source].text).substr(span.begin, span.end - span.begin);
    const std::string_view stated = peek_kind(text);
    const int kind = kind_index(collection_, stated);
    if (kind < 0) {
      index_.has_unnamed = true;
      return tell_kind(reader, text, stated, origin);
    }
    const FieldInfo& field = collection_.fields[static_cast<std::size_t>(kind)];
    void* const list = field.in(documents_);
    const std::size_t size = field.type->list.size(list);
    field.type->list.resize(list, size + 1);
    void* const document = list_item(*field.type, list, size);
    const bool good = reader.read(text, *field.type->element, stated, document, diagnostics_, origin);
    std::string id(id_of(*field.type->element, document));
    if (!good) {
      if (id.empty()) id = stated_id(text);
      if (!id.empty()) index_.ids[static_cast<std::size_t>(kind)].emplace(id, LibraryIndex::unread);
      index_.has_unnamed = index_.has_unnamed || id.empty();
    } else if (enter(static_cast<std::size_t>(kind), id, source, span, origin.start)) {
      return true;
    }
    field.type->list.resize(list, size);
    return false;
  }

  // Makes the document that was put last into a kind's list known; false, and told, where its id is taken.
  bool enter(std::size_t kind, const std::string& id, std::uint32_t source, Span span, Position start) {
    const FieldInfo& field = collection_.fields[kind];
    const auto entry = static_cast<std::uint32_t>(index_.entries.size());
    const auto [known, is_first] = index_.ids[kind].emplace(id, entry);
    if (!is_first && known->second != LibraryIndex::unread) {
      const Entry& first = index_.entries[known->second];
      const Source& here = index_.sources[source];
      const Source& there = index_.sources[first.source];
      diagnostics_.push_back(duplicate_document(field.note->label, id, here.name, id_place(here, span, start),
                                                there.name, id_place(there, {first.begin, first.end}, first.start)));
      return false;
    }
    known->second = entry;
    const std::size_t last = field.type->list.size(field.in(documents_)) - 1;
    index_.entries.push_back(
        {static_cast<std::uint8_t>(kind), static_cast<std::uint32_t>(last), source, span.begin, span.end, start});
    return true;
  }

 private:
  bool tell_kind(Reader& reader, std::string_view text, std::string_view stated, const Origin& origin) {
    Diagnostics found;
    reader.read_object(text, nothing_known(), nullptr, found, origin);
    bool is_told = false;
    for (Diagnostic& diagnostic : found) {
      if (diagnostic.code == "document.unknown_key") continue;
      is_told = true;
      diagnostics_.push_back(std::move(diagnostic));
    }
    if (is_told) return false;
    std::vector<std::string_view> kinds;
    for (const FieldInfo& field : collection_.fields) kinds.emplace_back(field.note->label);
    if (origin.pointer.empty()) kinds.push_back(programme_kind);
    Position place = locate(text, "/kind");
    const bool is_stated = place.line != 0;
    if (!is_stated) place = locate(text, "");
    place = offset_by(place, origin.start);
    Diagnostic& diagnostic = diagnostics_.emplace_back();
    diagnostic.code = is_stated ? "document.kind" : "document.missing";
    diagnostic.file = origin.file;
    diagnostic.line = place.line;
    diagnostic.column = place.column;
    diagnostic.pointer = std::string(origin.pointer) + (is_stated ? "/kind" : "");
    diagnostic.message = !is_stated       ? "\"kind\" is missing"
                         : stated.empty() ? "the kind is not a word"
                                          : quoted(shortened(stated)) + " is not a kind of document";
    diagnostic.expected = "one of " + joined(kinds);
    diagnostic.nearest = nearest_name(stated, kinds);
    return false;
  }

  const TypeInfo& collection_;
  void* documents_;
  LibraryIndex& index_;
  Diagnostics& diagnostics_;
};

bool add_bundle(Adder& adder, Reader& reader, LibraryIndex& index, std::uint32_t source, Span span, Position start,
                Diagnostics& diagnostics) {
  const Source& from = index.sources[source];
  const std::string_view text = std::string_view(from.text).substr(span.begin, span.end - span.begin);
  Header header;
  header.source = source;
  std::vector<Span> documents;
  bool good = reader.read_bundle(text, type_of<model::ProgrammeHeader>(), programme_kind, &header.value, documents,
                                 diagnostics, {from.name, start, {}});
  if (good) index.headers.push_back(std::move(header));
  index.has_unnamed = index.has_unnamed || !good;  // what a text that breaks off held is not known
  std::size_t counted = 0;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const std::string_view before = text.substr(counted, documents[i].begin - counted);
    start = offset_by(position_at(before, before.size()), start);
    counted = documents[i].begin;
    const std::string pointer = "/documents/" + std::to_string(i);
    const Span document{span.begin + documents[i].begin, span.begin + documents[i].end};
    good = adder.add(reader, source, document, {from.name, start, pointer}) && good;
  }
  return good;
}

// A document or a bundle.
bool add_text(Adder& adder, Reader& reader, LibraryIndex& index, std::uint32_t source, Span span, Position start,
              Diagnostics& diagnostics) {
  const Source& from = index.sources[source];
  const std::string_view text = std::string_view(from.text).substr(span.begin, span.end - span.begin);
  if (peek_kind(text) == programme_kind) return add_bundle(adder, reader, index, source, span, start, diagnostics);
  return adder.add(reader, source, span, {from.name, start, {}});
}

bool add_lines(Adder& adder, Reader& reader, LibraryIndex& index, std::uint32_t source, Diagnostics& diagnostics) {
  const std::string_view text = index.sources[source].text;
  bool good = true;
  std::size_t begin = 0;
  for (int line = 1; begin < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (text.substr(begin, end - begin).find_first_not_of(" \t\r") != std::string_view::npos)
      good = add_text(adder, reader, index, source, {begin, end}, {line, 1}, diagnostics) && good;
    begin = end + 1;
  }
  return good;
}

}  // namespace

int kind_index(const TypeInfo& collection, std::string_view kind) {
  for (std::size_t i = 0; i < collection.fields.size(); ++i)
    if (kind == collection.fields[i].note->label) return static_cast<int>(i);
  return -1;
}

const TypeInfo& kind_type(const TypeInfo& collection, std::size_t kind) {
  return *collection.fields[kind].type->element;
}

const void* document_of(const TypeInfo& collection, const void* documents, const Entry& entry) {
  const FieldInfo& field = collection.fields[entry.kind];
  return list_item(*field.type, field.in(documents), entry.index);
}

bool add_source(const TypeInfo& collection, void* documents, LibraryIndex& index, Source source, Reader& reader,
                Diagnostics& diagnostics) {
  const auto at = static_cast<std::uint32_t>(index.sources.size());
  index.sources.push_back(std::move(source));
  const Source& added = index.sources.back();
  Adder adder(collection, documents, index, diagnostics);
  if (added.is_lines || ends_with(added.name, ".jsonl") || ends_with(added.name, ".ndjson"))
    return add_lines(adder, reader, index, at, diagnostics);
  return add_text(adder, reader, index, at, {0, added.text.size()}, {1, 1}, diagnostics);
}

void append(const TypeInfo& collection, void* to_documents, LibraryIndex& to, void* from_documents, LibraryIndex& from,
            Diagnostics& diagnostics) {
  const auto first_source = static_cast<std::uint32_t>(to.sources.size());
  for (Source& source : from.sources) to.sources.push_back(std::move(source));
  for (Header& header : from.headers) {
    header.source += first_source;
    to.headers.push_back(std::move(header));
  }
  Adder adder(collection, to_documents, to, diagnostics);
  for (const Entry& entry : from.entries) {
    const FieldInfo& field = collection.fields[entry.kind];
    void* const list = field.in(to_documents);
    const std::size_t size = field.type->list.size(list);
    void* const document = list_item(*field.type, field.in(from_documents), entry.index);
    const std::string id(id_of(*field.type->element, document));
    field.type->list.resize(list, size + 1);
    field.type->list.take(list_item(*field.type, list, size), document);
    if (!adder.enter(entry.kind, id, entry.source + first_source, {entry.begin, entry.end}, entry.start))
      field.type->list.resize(list, size);
  }
  for (std::size_t kind = 0; kind < from.ids.size(); ++kind)
    for (const auto& [id, entry] : from.ids[kind])
      if (entry == LibraryIndex::unread) to.ids[kind].emplace(id, LibraryIndex::unread);
  to.has_unnamed = to.has_unnamed || from.has_unnamed;
  restore(collection, from_documents);
  from = LibraryIndex();
}

Diagnostic duplicate_document(std::string_view kind, std::string_view id, std::string_view file, Position place,
                              std::string_view first_file, Position first_place) {
  Diagnostic diagnostic;
  diagnostic.code = "document.duplicate_document";
  diagnostic.file = file;
  diagnostic.line = place.line;
  diagnostic.column = place.column;
  diagnostic.pointer = "/id";
  diagnostic.message = with_article(kind) + " " + quoted(id) + " is also in " + place_name(first_file, first_place);
  diagnostic.expected = "an id of its own";
  return diagnostic;
}

std::string write_bundle_line(const TypeInfo& collection, const void* documents, const model::ProgrammeHeader& header) {
  std::string line = write_line(type_of<model::ProgrammeHeader>(), &header, programme_kind);
  line.pop_back();
  line += ", \"documents\": [";
  bool follows = false;
  for (const FieldInfo& field : collection.fields) {
    const void* const list = field.in(documents);
    for (std::size_t i = 0; i < field.type->list.size(list); ++i) {
      if (follows) line += ", ";
      follows = true;
      append_document(line, *field.type->element, list_item(*field.type, list, i), field.note->label);
    }
  }
  return line += "]}";
}

std::string write_bundle(const TypeInfo& collection, const void* documents, const model::ProgrammeHeader& header) {
  return layout(write_bundle_line(collection, documents, header));
}

}  // namespace dealwright::document
