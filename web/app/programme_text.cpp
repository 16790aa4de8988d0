#include "web/app/programme_text.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "core/document/collection.hpp"
#include "core/document/model_types.hpp"
#include "core/document/reader.hpp"
#include "core/document/writer.hpp"
#include "web/app/documents.hpp"

namespace dealwright::web {
namespace {

// Whether a text whose mistakes these are says nothing but what the document holds: then the document, written again,
// has the same mistakes.
bool holds_all(const Diagnostics& mistakes, Kind kind, const void* document, document::Reader& reader) {
  if (mistakes.empty()) return true;
  const std::string text = document::write_canonical(kind_type(kind), document, kind_name(kind));
  Diagnostics again;
  reader.read(text, kind_type(kind), kind_name(kind), make_initial(kind).get(), again);
  return std::equal(
      mistakes.begin(), mistakes.end(), again.begin(), again.end(),
      [](const Diagnostic& a, const Diagnostic& b) { return a.code == b.code && a.message == b.message; });
}

class Loader {
 public:
  Loader(std::string_view text, const std::string& name, LoadedProgramme& out) : text_(text), name_(name), out_(out) {}

  void run() {
    std::vector<document::Span> documents;
    Diagnostics found;
    reader_.read_bundle(text_, document::type_of<model::ProgrammeHeader>(), "programme", &out_.header, documents, found,
                        {name_, {1, 1}, {}});
    tell_all(std::move(found));
    std::size_t counted = 0;
    document::Position start{1, 1};
    for (std::size_t at = 0; at < documents.size(); ++at) {
      const std::string_view before = text_.substr(counted, documents[at].begin - counted);
      start = document::offset_by(document::position_at(before, before.size()), start);
      counted = documents[at].begin;
      add(documents[at], at, start);
    }
  }

 private:
  void add(document::Span span, std::size_t at, document::Position start) {
    const auto& collection = document::type_of<model::Programme>();
    const std::string_view text = text_.substr(span.begin, span.end - span.begin);
    const std::string_view stated = document::peek_kind(text);
    const int kind_at = document::kind_index(collection, stated);
    const std::string pointer = "/documents/" + std::to_string(at);
    Diagnostics found;
    if (kind_at < 0) {
      // Let the library say what is wrong with it.
      document::Library<model::Programme> library;
      document::add_source(library, {name_, std::string(text)}, reader_, found);
      for (Diagnostic& diagnostic : found) {
        const document::Position place = document::offset_by({diagnostic.line, diagnostic.column}, start);
        diagnostic.line = place.line;
        diagnostic.column = place.column;
        diagnostic.pointer.insert(0, pointer);
      }
      tell_all(std::move(found));
      return;
    }
    const auto kind = static_cast<Kind>(kind_at);
    const auto document = make_initial(kind);
    reader_.read(text, kind_type(kind), stated, document.get(), found, {name_, start, pointer});
    if (!holds_all(found, kind, document.get(), reader_)) {
      tell_all(std::move(found));
      return;
    }
    const std::string id = document_id(kind, document.get());
    if (id.empty() || find_document(out_.documents, kind, id) != no_document) {
      set_document_id(kind, document.get(), unique_id(out_.documents, kind, id));
      Diagnostic diagnostic;
      diagnostic.severity = Severity::warning;
      diagnostic.code = "programme.renamed";
      diagnostic.file = name_;
      diagnostic.line = start.line;
      diagnostic.column = start.column;
      diagnostic.pointer = pointer + "/id";
      diagnostic.message =
          (id.empty() ? "a " + kind_words(kind) + " without an id" : "the id \"" + id + "\" is taken") +
          ": it is kept as \"" + document_id(kind, document.get()) + "\"";
      out_.diagnostics.push_back(std::move(diagnostic));
    }
    insert_document(out_.documents, kind, document_count(out_.documents, kind), document.get());
  }

  void tell_all(Diagnostics found) {
    out_.is_whole = out_.is_whole && !has_errors(found);
    std::move(found.begin(), found.end(), std::back_inserter(out_.diagnostics));
  }

  std::string_view text_;
  const std::string& name_;
  LoadedProgramme& out_;
  document::Reader reader_;
};

}  // namespace

LoadedProgramme load_programme(std::string_view text, const std::string& name) {
  LoadedProgramme out;
  Loader(text, name, out).run();
  return out;
}

model::ProgrammeHeader read_header(std::string_view text) {
  model::ProgrammeHeader header;
  std::vector<document::Span> documents;
  Diagnostics found;
  document::Reader().read_bundle(text, document::type_of<model::ProgrammeHeader>(), "programme", &header, documents,
                                 found);
  return header;
}

std::string write_programme(const model::Programme& documents, const model::ProgrammeHeader& header) {
  return document::write_bundle(document::type_of<model::Programme>(), &documents, header);
}

}  // namespace dealwright::web
