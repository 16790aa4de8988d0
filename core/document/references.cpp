#include "core/document/references.hpp"

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "core/base/suggest.hpp"
#include "core/document/wording.hpp"

namespace dealwright::document {
namespace {

constexpr std::string_view no_document = "there is no ";

class ReferenceCheck {
 public:
  ReferenceCheck(const TypeInfo& collection, const void* documents, const LibraryIndex& index, const TypeInfo& type,
                 const void* document, std::string_view text, const Origin& origin, Diagnostics& diagnostics)
      : collection_(collection),
        documents_(documents),
        index_(index),
        type_(type),
        document_(document),
        text_(text),
        origin_(origin),
        diagnostics_(diagnostics) {}

  bool run() {
    object(type_, document_);
    return good_;
  }

 private:
  // One step down: a field of an object, or where `field` is null an element of a list.
  struct Step {
    const FieldInfo* field;
    std::size_t index;
  };

  // A document that references of this one lead to: itself, or the one that its reference to a kind names.
  struct Target {
    int kind = -1;
    const TypeInfo* type = nullptr;
    const void* document = nullptr;  // null where there is none to look into, which is told elsewhere
  };

  void object(const TypeInfo& type, const void* value) {
    for (const FieldInfo& field : type.fields) {
      if (field.note->reference == nullptr && !field.type->has_references) continue;
      path_.push_back({&field, 0});
      this->value(field, *field.type, field.in(value));
      path_.pop_back();
    }
  }

  void value(const FieldInfo& field, const TypeInfo& type, const void* value) {
    switch (type.kind) {
      case TypeKind::object:
        object(type, value);
        break;
      case TypeKind::list: {
        const std::size_t size = type.list.size(value);
        path_.push_back({nullptr, 0});
        for (std::size_t i = 0; i < size; ++i) {
          path_.back().index = i;
          this->value(field, *type.element, list_item(type, value, i));
        }
        path_.pop_back();
        break;
      }
      case TypeKind::optional:
        if (const void* const inner = type.optional.get(value)) this->value(field, *type.element, inner);
        break;
      case TypeKind::text:
        if (field.note->reference != nullptr && !as<std::string>(value).empty())
          reference(field.note->reference, as<std::string>(value));
        break;
      default:
        break;
    }
  }

  void reference(std::string_view to, const std::string& id) {
    const std::size_t dot = to.find('.');
    if (dot == std::string_view::npos) {
      document_reference(to, id);
    } else {
      element_reference(to.substr(0, dot), to.substr(dot + 1), id);
    }
  }

  void document_reference(std::string_view kind_name, const std::string& id) {
    const int kind = kind_index(collection_, kind_name);
    if (kind < 0) return;
    if (static_cast<std::size_t>(kind) < index_.ids.size() && index_.ids[static_cast<std::size_t>(kind)].count(id) != 0)
      return;
    std::vector<std::string_view> known;
    if (static_cast<std::size_t>(kind) < index_.ids.size())
      for (const auto& [name, entry] : index_.ids[static_cast<std::size_t>(kind)]) known.push_back(name);
    Diagnostic& diagnostic = complain(std::string(no_document) + words(kind_name) + " " + quoted(id));
    diagnostic.expected = "the id of " + with_article(kind_name);
    diagnostic.nearest = nearest_name(id, known);
  }

  void element_reference(std::string_view kind_name, std::string_view list_name, const std::string& id) {
    const Target& target = target_of(kind_name);
    if (target.document == nullptr) return;
    const int at = target.type->find(list_name);
    if (at < 0) return;
    const FieldInfo& list = target.type->fields[static_cast<std::size_t>(at)];
    const TypeInfo& element = *list.type->element;
    if (element.id < 0) return;
    const FieldInfo& id_field = element.fields[static_cast<std::size_t>(element.id)];
    const void* const items = list.in(target.document);
    const std::size_t size = list.type->list.size(items);
    for (std::size_t i = 0; i < size; ++i)
      if (as<std::string>(id_field.in(list_item(*list.type, items, i))) == id) return;
    std::vector<std::string_view> known;
    for (std::size_t i = 0; i < size; ++i)
      known.push_back(as<std::string>(id_field.in(list_item(*list.type, items, i))));
    const FieldInfo& owner_id = target.type->fields[static_cast<std::size_t>(target.type->id)];
    Diagnostic& diagnostic =
        complain("the " + words(kind_name) + " " + quoted(as<std::string>(owner_id.in(target.document))) + " has no " +
                 words(element.name) + " " + quoted(id));
    diagnostic.expected = "the id of one of its " + words(list_name);
    diagnostic.nearest = nearest_name(id, known);
  }

  const Target& target_of(std::string_view kind_name) {
    const int kind = kind_index(collection_, kind_name);
    for (const Target& known : targets_)
      if (known.kind == kind) return known;
    Target target;
    target.kind = kind;
    if (kind >= 0) {
      const auto at = static_cast<std::size_t>(kind);
      target.type = &kind_type(collection_, at);
      if (target.type == &type_) {
        target.document = document_;
      } else if (const std::string* const id = named_document(kind_name); id != nullptr && at < index_.ids.size()) {
        const auto entry = index_.ids[at].find(*id);
        if (entry != index_.ids[at].end() && entry->second != LibraryIndex::unread)
          target.document = document_of(collection_, documents_, index_.entries[entry->second]);
      }
    }
    return targets_.emplace_back(target);
  }

  // The id by which this document refers to a document of a kind; null where it does not.
  const std::string* named_document(std::string_view kind_name) const {
    for (const FieldInfo& field : type_.fields)
      if (field.type->kind == TypeKind::text && field.note->reference != nullptr && kind_name == field.note->reference)
        return &as<std::string>(field.in(document_));
    return nullptr;
  }

  static std::string words(std::string_view name) {
    return with_article(name).substr(with_article(name).find(' ') + 1);
  }

  Diagnostic& complain(std::string message) {
    good_ = false;
    std::string pointer;
    for (const Step& step : path_) {
      pointer += '/';
      pointer += step.field != nullptr ? std::string(step.field->name) : std::to_string(step.index);
    }
    const Position place = offset_by(locate(text_, pointer), origin_.start);
    Diagnostic& diagnostic = diagnostics_.emplace_back();
    diagnostic.code = dangling_reference;
    diagnostic.file = origin_.file;
    diagnostic.line = place.line;
    diagnostic.column = place.column;
    diagnostic.pointer = std::string(origin_.pointer) + pointer;
    diagnostic.message = std::move(message);
    return diagnostic;
  }

  const TypeInfo& collection_;
  const void* documents_;
  const LibraryIndex& index_;
  const TypeInfo& type_;
  const void* document_;
  std::string_view text_;
  const Origin& origin_;
  Diagnostics& diagnostics_;
  std::vector<Step> path_;
  std::vector<Target> targets_;
  bool good_ = true;
};

}  // namespace

bool check_references(const TypeInfo& collection, const void* documents, const LibraryIndex& index,
                      const TypeInfo& type, const void* document, std::string_view text, const Origin& origin,
                      Diagnostics& diagnostics) {
  return ReferenceCheck(collection, documents, index, type, document, text, origin, diagnostics).run();
}

bool check_references(const TypeInfo& collection, const void* documents, const LibraryIndex& index,
                      Diagnostics& diagnostics) {
  bool good = true;
  for (const Entry& entry : index.entries) {
    const Source& source = index.sources[entry.source];
    const std::string_view text = std::string_view(source.text).substr(entry.begin, entry.end - entry.begin);
    const Origin origin{source.name, entry.start, {}};
    const bool is_good = check_references(collection, documents, index, kind_type(collection, entry.kind),
                                          document_of(collection, documents, entry), text, origin, diagnostics);
    good = good && is_good;
  }
  return good;
}

void drop_retold(Diagnostics& diagnostics) {
  using Place = std::tuple<std::string, int, int, std::string>;
  const auto place_of = [](const Diagnostic& d) { return Place(d.file, d.line, d.column, d.pointer); };
  std::set<Place> told;
  for (const Diagnostic& diagnostic : diagnostics)
    if (diagnostic.code == dangling_reference) told.insert(place_of(diagnostic));
  std::set<std::tuple<Place, std::string, std::string>> seen;
  std::erase_if(diagnostics, [&](const Diagnostic& diagnostic) {
    if (diagnostic.line == 0) return false;
    Place place = place_of(diagnostic);
    if (diagnostic.code != dangling_reference && told.count(place) != 0) return true;
    return !seen.emplace(std::move(place), diagnostic.code, diagnostic.message).second;
  });
}

void merge_dangling(Diagnostics& diagnostics) {
  // The message names kind and id.
  std::map<std::string, int> counts;
  const auto is_meant = [](const Diagnostic& diagnostic) {
    return diagnostic.code == dangling_reference && diagnostic.message.starts_with(no_document);
  };
  for (const Diagnostic& diagnostic : diagnostics)
    if (is_meant(diagnostic)) ++counts[diagnostic.message];
  std::erase_if(diagnostics, [&](Diagnostic& diagnostic) {
    if (!is_meant(diagnostic)) return false;
    int& count = counts[diagnostic.message];
    if (count == 0) return true;
    const int references = std::exchange(count, 0);
    if (references > 1)
      diagnostic.message += ": this is the first of " + std::to_string(references) + " references to it";
    return false;
  });
}

}  // namespace dealwright::document
