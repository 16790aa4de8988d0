#pragma once
// Every document as its canonical text, and what reading that text says: the diagnostics that the runner gives.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/diagnostic.hpp"
#include "core/document/collection.hpp"
#include "core/document/reader.hpp"
#include "web/app/documents.hpp"

namespace dealwright::web {

struct DocumentCheck {
  std::string text;         // canonical, as it is exported; lines of diagnostics are of it
  Diagnostics diagnostics;  // of reading it; `file` is "kind/id"
  bool is_sound = false;    // no error: it takes part in evaluation
};

// Texts and diagnostics are kept by place and renewed one document at a time.
class Checks {
 public:
  explicit Checks(const model::Programme& programme) : programme_(programme) {}

  // All documents anew. Where the text that they were read from had no mistake, neither has the one that they are
  // written to, and each waits until it is asked for: a programme is shown sooner.
  void reset(bool without_mistakes = false);
  void document_changed(Kind kind, std::size_t index);
  // The same where the document was checked before it was put in its place.
  void set(Kind kind, std::size_t index, DocumentCheck check);
  void document_inserted(Kind kind, std::size_t index);
  void document_erased(Kind kind, std::size_t index);

  const DocumentCheck& of(Kind kind, std::size_t index) const;
  // Without writing the text.
  bool is_sound(Kind kind, std::size_t index) const { return at(kind, index).is_sound; }
  const Diagnostics& diagnostics(Kind kind, std::size_t index) const { return at(kind, index).diagnostics; }
  // What a document refers to that is not there. Holds until a document changes.
  const Diagnostics& references(Kind kind, std::size_t index) const;

  // What reading a value's canonical text says of it.
  DocumentCheck check(Kind kind, const void* document) const;

 private:
  DocumentCheck& at(Kind kind, std::size_t index) const { return checks_[static_cast<std::size_t>(kind)][index]; }
  void index_ids() const;
  // Whether the index has the document of that place under its id, as one to refer to.
  bool is_indexed(Kind kind, std::size_t index) const;
  void find_references(Kind kind, std::size_t index) const;

  const model::Programme& programme_;
  mutable std::vector<DocumentCheck> checks_[kind_count];  // without a text where that was not asked for yet
  mutable document::Reader reader_;
  mutable std::shared_ptr<void> scratch_[kind_count];
  mutable document::LibraryIndex index_;  // ids only
  mutable bool ids_are_known_ = false;    // then `references_` are those of the documents as they are
  mutable std::vector<Diagnostics> references_[kind_count];
};

// Line and column of the value at a pointer of a canonical text, or of the nearest object around it where the text
// leaves the value to its default.
document::Position line_of(std::string_view text, std::string_view pointer);

}  // namespace dealwright::web
