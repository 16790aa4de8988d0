#include "web/app/programme_text.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "core/document/collection.hpp"
#include "core/document/model_types.hpp"
#include "core/document/reader.hpp"
#include "web/app/documents.hpp"
#include "web/app/value_text.hpp"

namespace dealwright::web {
namespace {

bool is_unreadable(const Diagnostic& diagnostic) {
  return diagnostic.severity == Severity::error && !is_incomplete(diagnostic);
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
    for (std::size_t at = 0; at < documents.size(); ++at) add(documents[at], at);
  }

 private:
  void add(document::Span span, std::size_t at) {
    const auto& collection = document::type_of<model::Programme>();
    const std::string_view text = text_.substr(span.begin, span.end - span.begin);
    const std::string_view stated = document::peek_kind(text);
    const int kind_at = document::kind_index(collection, stated);
    const std::string pointer = "/documents/" + std::to_string(at);
    const document::Position start = document::position_at(text_, span.begin);
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
    const bool is_kept = std::none_of(found.begin(), found.end(), is_unreadable);
    tell(std::move(found));
    if (!is_kept) return;
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

  // What is only missing is told by the checks of the document that is kept.
  void tell(Diagnostics found) {
    std::erase_if(found, [](const Diagnostic& diagnostic) { return !is_unreadable(diagnostic); });
    tell_all(std::move(found));
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

std::string write_programme(const model::Programme& documents, const model::ProgrammeHeader& header) {
  return document::write_bundle(document::type_of<model::Programme>(), &documents, header);
}

}  // namespace dealwright::web
