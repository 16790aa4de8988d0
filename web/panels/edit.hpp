#pragma once
// What panels ask the session to change.

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/app/session.hpp"
#include "web/ui/widgets/field.hpp"

namespace dealwright::web {

// Says why an edit was refused: its field shows the value that stayed, and nothing else tells. Returns whether it was
// made.
bool tell(const EditResult& result);

// The edits that a panel's fields ask of one document in one frame. They are made when this goes out of scope: until
// then the panel reads the document and its results, which an edit replaces.
class PendingEdits {
 public:
  PendingEdits(Session& session, DocumentRef ref) : session_(session), ref_(std::move(ref)) {}
  ~PendingEdits();
  PendingEdits(const PendingEdits&) = delete;
  PendingEdits& operator=(const PendingEdits&) = delete;

  // A field is one command while it has the keyboard; `key` tells the document's fields apart.
  void add(const ui::FieldEdit& edit, std::string_view key, std::function<void(void*)> change);

 private:
  struct Edit {
    ui::FieldEdit edit;
    std::string key;
    std::function<void(void*)> change;
  };
  Session& session_;
  DocumentRef ref_;
  std::vector<Edit> edits_;
};

// The same for documents of one kind. `set` puts the value, which is copied, into the document.
template <class T>
class Edits : PendingEdits {
 public:
  Edits(Session& session, const T& document) : PendingEdits(session, {kind_of<T>, document.id}) {}

  template <class Value, class Set>
  void operator()(const ui::FieldEdit& edit, std::string_view key, const Value& value, Set set) {
    if (edit.changed || edit.committed)
      add(edit, key, [value, set](void* document) { set(*static_cast<T*>(document), value); });
  }
};

}  // namespace dealwright::web
