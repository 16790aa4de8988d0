#pragma once
// What panels ask the session to change.

#include <memory>
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
  struct Change {
    virtual ~Change() = default;
    virtual void make(void* document) const = 0;
  };
  void add(const ui::FieldEdit& edit, std::string_view key, std::unique_ptr<Change> change);

 private:
  struct Edit {
    ui::FieldEdit edit;
    std::string key;
    std::unique_ptr<Change> change;
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
    if (edit.changed || edit.committed) add(edit, key, std::make_unique<Put<Value, Set>>(value, set));
  }

 private:
  template <class Value, class Set>
  struct Put : Change {
    Put(const Value& value_put, Set set_value) : value(value_put), set(set_value) {}
    void make(void* document) const override { set(*static_cast<T*>(document), value); }
    Value value;
    Set set;
  };
};

}  // namespace dealwright::web
