#include "web/app/documents.hpp"

#include <algorithm>
#include <utility>

#include "core/document/collection.hpp"
#include "web/app/search.hpp"

namespace dealwright::web {
namespace {

using document::FieldInfo;
using document::TypeInfo;
using document::TypeKind;

static_assert(boost::mp11::mp_size<document::detail::Members<model::Programme>::list>::value == kind_count);

constexpr std::size_t most_id_bytes = 64;

const TypeInfo& collection() {
  return document::type_of<model::Programme>();
}

const FieldInfo& list_of(Kind kind) {
  return collection().fields[static_cast<std::size_t>(kind)];
}

template <class T>
std::shared_ptr<void> copy_of(const void* document) {
  return document == nullptr ? std::make_shared<T>() : std::make_shared<T>(*static_cast<const T*>(document));
}

// Calls `use` with every text that refers to a document of the kind; stops where it returns true.
template <class Value, class Use>
bool each_reference(const FieldInfo& field, const TypeInfo& type, Value* value, std::string_view kind, const Use& use) {
  switch (type.kind) {
    case TypeKind::object:
      for (const FieldInfo& inner : type.fields) {
        if (inner.note->reference == nullptr && !inner.type->has_references) continue;
        if (each_reference(inner, *inner.type, inner.in(value), kind, use)) return true;
      }
      return false;
    case TypeKind::list:
      for (std::size_t at = 0; at < type.list.size(value); ++at) {
        if (each_reference(field, *type.element, list_item(type, value, at), kind, use)) return true;
      }
      return false;
    case TypeKind::optional:
      if (type.optional.get(value) == nullptr) return false;
      if constexpr (std::is_const_v<Value>) {
        return each_reference(field, *type.element, type.optional.get(value), kind, use);
      } else {
        return each_reference(field, *type.element, type.optional.edit(value), kind, use);
      }
    case TypeKind::text:
      return field.note->reference != nullptr && kind == field.note->reference && use(document::as<std::string>(value));
    default:
      return false;
  }
}

}  // namespace

std::string_view kind_name(Kind kind) {
  return list_of(kind).note->label;
}

std::string kind_words(Kind kind) {
  std::string words(kind_name(kind));
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

const TypeInfo& kind_type(Kind kind) {
  return *list_of(kind).type->element;
}

std::string to_string(const DocumentRef& ref) {
  return std::string(kind_name(ref.kind)) + "/" + ref.id;
}

DocumentRef parse_ref(std::string_view text) {
  const auto slash = text.find('/');
  const int kind = document::kind_index(collection(), text.substr(0, slash));
  if (slash == std::string_view::npos || kind < 0) return {};
  return {static_cast<Kind>(kind), std::string(text.substr(slash + 1))};
}

std::shared_ptr<void> make_copy(Kind kind, const void* document) {
  switch (kind) {
    case Kind::brand:
      return copy_of<model::Brand>(document);
    case Kind::partner:
      return copy_of<model::Partner>(document);
    case Kind::customer:
      return copy_of<model::Customer>(document);
    case Kind::price_book:
      return copy_of<model::PriceBook>(document);
    case Kind::guardrails:
      return copy_of<model::Guardrails>(document);
    case Kind::playbook:
      return copy_of<model::Playbook>(document);
    case Kind::onboarding:
      return copy_of<model::Onboarding>(document);
    case Kind::portfolio:
      return copy_of<model::Portfolio>(document);
    case Kind::success_plan:
      return copy_of<model::SuccessPlan>(document);
    case Kind::deal:
      break;
  }
  return copy_of<model::Deal>(document);
}

std::shared_ptr<void> make_initial(Kind kind) {
  return make_copy(kind, nullptr);
}

Snapshot make_snapshot(Kind kind, const void* document) {
  return make_copy(kind, document);
}

std::size_t memory_of(const TypeInfo& type, const void* value) {
  // Texts up to this length stand in the object itself.
  constexpr std::size_t inner_text = 15;
  std::size_t bytes = 0;
  switch (type.kind) {
    case TypeKind::object:
      for (const FieldInfo& field : type.fields) bytes += memory_of(*field.type, field.in(value)) - field.type->size;
      break;
    case TypeKind::list:
      for (std::size_t at = 0; at < type.list.size(value); ++at)
        bytes += memory_of(*type.element, list_item(type, value, at));
      break;
    case TypeKind::optional:
      if (const void* inner = type.optional.get(value)) bytes = memory_of(*type.element, inner) - type.element->size;
      break;
    case TypeKind::text: {
      const std::size_t length = document::as<std::string>(value).size();
      bytes = length > inner_text ? length + 1 : 0;
      break;
    }
    default:
      break;
  }
  return bytes + type.size;
}

std::size_t document_count(const model::Programme& programme, Kind kind) {
  const FieldInfo& list = list_of(kind);
  return list.type->list.size(list.in(&programme));
}

std::size_t programme_size(const model::Programme& programme) {
  std::size_t size = 0;
  for (std::size_t kind = 0; kind < kind_count; ++kind) size += document_count(programme, static_cast<Kind>(kind));
  return size;
}

const void* document_at(const model::Programme& programme, Kind kind, std::size_t index) {
  const FieldInfo& list = list_of(kind);
  return list_item(*list.type, list.in(&programme), index);
}

void* document_at(model::Programme& programme, Kind kind, std::size_t index) {
  const FieldInfo& list = list_of(kind);
  return list_item(*list.type, list.in(&programme), index);
}

void insert_document(model::Programme& programme, Kind kind, std::size_t index, const void* document) {
  const FieldInfo& list = list_of(kind);
  void* const documents = list.in(&programme);
  const std::size_t last = list.type->list.size(documents);
  list.type->list.resize(documents, last + 1);
  assign(*list.type->element, list_item(*list.type, documents, last), document);
  move_item(*list.type, documents, last, index);
}

void erase_document(model::Programme& programme, Kind kind, std::size_t index) {
  const FieldInfo& list = list_of(kind);
  erase_item(*list.type, list.in(&programme), index);
}

std::size_t find_document(const model::Programme& programme, Kind kind, std::string_view id) {
  const std::size_t count = document_count(programme, kind);
  for (std::size_t at = 0; at < count; ++at) {
    if (document_id(kind, document_at(programme, kind, at)) == id) return at;
  }
  return no_document;
}

const std::string& document_id(Kind kind, const void* document) {
  const TypeInfo& type = kind_type(kind);
  return document::as<std::string>(type.fields[static_cast<std::size_t>(type.id)].in(document));
}

const std::string& document_name(Kind kind, const void* document) {
  const TypeInfo& type = kind_type(kind);
  const int name = type.find("name");
  if (name >= 0) {
    const auto& text = document::as<std::string>(type.fields[static_cast<std::size_t>(name)].in(document));
    if (!text.empty()) return text;
  }
  return document_id(kind, document);
}

void set_document_id(Kind kind, void* document, std::string id) {
  const TypeInfo& type = kind_type(kind);
  document::as<std::string>(type.fields[static_cast<std::size_t>(type.id)].in(document)) = std::move(id);
}

std::string unique_id(const model::Programme& programme, Kind kind, std::string_view wish) {
  std::string base;
  for (const char c : folded(wish)) {
    const bool is_kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    if (is_kept) {
      base += c;
    } else if (!base.empty() && base.back() != '-') {
      base += '-';
    }
  }
  if (base.size() > most_id_bytes) base.resize(most_id_bytes);
  while (!base.empty() && base.back() == '-') base.pop_back();
  if (base.empty()) base = kind_name(kind);
  std::string id = base;
  for (int number = 2; find_document(programme, kind, id) != no_document; ++number) {
    const std::string suffix = "-" + std::to_string(number);
    id = base.substr(0, most_id_bytes - suffix.size()) + suffix;
  }
  return id;
}

void settle(const TypeInfo& type, void* value) {
  switch (type.kind) {
    case TypeKind::object:
      for (const FieldInfo& field : type.fields) {
        if (field.applies.is_stated() && !holds(field.applies, type, value)) {
          restore(*field.type, field.in(value));
        } else {
          settle(*field.type, field.in(value));
        }
      }
      break;
    case TypeKind::list:
      if (type.element->kind != TypeKind::object) break;
      for (std::size_t at = 0; at < type.list.size(value); ++at) settle(*type.element, list_item(type, value, at));
      break;
    case TypeKind::optional:
      if (void* inner = type.optional.edit(value)) settle(*type.element, inner);
      break;
    default:
      break;
  }
}

bool refers_to(const TypeInfo& type, const void* value, Kind kind, std::string_view id) {
  return each_reference(type.fields.front(), type, value, kind_name(kind),
                        [&](const std::string& text) { return text == id; });
}

bool rename_references(const TypeInfo& type, void* value, Kind kind, std::string_view from, std::string_view to) {
  bool is_renamed = false;
  each_reference(type.fields.front(), type, value, kind_name(kind), [&](std::string& text) {
    if (text == from) {
      text = to;
      is_renamed = true;
    }
    return false;
  });
  return is_renamed;
}

}  // namespace dealwright::web
