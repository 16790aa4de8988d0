#include "web/editor/form_edit.hpp"

#include <algorithm>
#include <vector>

#include "core/base/function_ref.hpp"
#include "web/app/pointer.hpp"
#include "web/editor/form_model.hpp"

namespace dealwright::web {
namespace {

using document::FieldInfo;
using document::TypeInfo;
using document::TypeKind;

// Edits the document at a pointer; refused where there is no such place.
EditResult edit_at(Session& session, const DocumentRef& ref, std::string_view pointer,
                   FunctionRef<void(const EditPlace&)> change) {
  const void* const document = session.document(ref);
  if (document != nullptr && !find_place(kind_type(ref.kind), document, pointer)) {
    Diagnostic diagnostic;
    diagnostic.code = "edit.pointer";
    diagnostic.pointer = pointer;
    diagnostic.message = "there is no such place in the document";
    return {false, {diagnostic}};
  }
  session.end_edit();
  return session.edit(ref, "", "", [&](void* value) { change(edit_place(kind_type(ref.kind), value, pointer)); });
}

std::vector<std::string> keys_of(const TypeInfo& list, const void* value) {
  std::vector<std::string> keys;
  for (std::size_t at = 0; at < list.list.size(value); ++at) {
    const void* const element = list_item(list, value, at);
    keys.push_back(list.element->kind == TypeKind::text ? document::as<std::string>(element)
                                                        : std::string(element_key(*list.element, element)));
  }
  return keys;
}

bool contains(const std::vector<std::string>& list, const std::string& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

std::string free_id(const std::vector<std::string>& taken, std::string base) {
  std::replace(base.begin(), base.end(), '_', '-');
  std::string id = base;
  for (int number = 2; contains(taken, id); ++number) id = base + "-" + std::to_string(number);
  return id;
}

// What is there to be referred to and not in the list yet, else the first; "" where there is nothing.
std::string free_reference(const FormSource& source, const char* target, const std::vector<std::string>& taken) {
  const auto options = reference_options(source, target);
  for (const FormOption& option : options) {
    if (!contains(taken, option.value)) return option.value;
  }
  return options.empty() ? std::string() : options.front().value;
}

}  // namespace

EditResult add_element(Session& session, const DocumentRef& ref, std::string_view list) {
  const Diagnostics none;
  const FormSource source{session.programme(), ref, session.document(ref), none};
  return edit_at(session, ref, list, [&](const EditPlace& place) {
    if (place.type->kind != TypeKind::list) return;
    const TypeInfo& type = *place.type;
    void* const items = place.value != nullptr ? place.value : place.slot_type->optional.emplace(place.slot);
    const std::vector<std::string> taken = keys_of(type, items);
    const std::size_t at = taken.size();
    type.list.resize(items, at + 1);
    void* const element = list_item(type, items, at);
    if (type.element->kind == TypeKind::text && place.field->note->reference != nullptr) {
      document::as<std::string>(element) = free_reference(source, place.field->note->reference, taken);
    } else if (type.element->kind == TypeKind::choice) {
      // The first word that the list does not hold.
      for (std::size_t word = 0; word < type.element->choices.size(); ++word) {
        document::as<std::uint8_t>(element) = static_cast<std::uint8_t>(word);
        bool is_taken = false;
        for (std::size_t other = 0; other < at; ++other)
          is_taken = is_taken || document::choice_at(list_item(type, items, other)) == word;
        if (!is_taken) break;
      }
    } else if (type.element->kind == TypeKind::object) {
      for (const FieldInfo& field : type.element->fields) {
        if (field.type->kind != TypeKind::text || !field.note->is_required) continue;
        auto& text = document::as<std::string>(field.in(element));
        if (field.note->reference != nullptr) {
          text = free_reference(source, field.note->reference, taken);
        } else if (field.note->unit_kind == Unit::identifier) {
          text = free_id(taken, type.element->name);
        }
      }
    }
  });
}

EditResult duplicate_element(Session& session, const DocumentRef& ref, std::string_view element) {
  return edit_at(session, ref, element, [&](const EditPlace& place) {
    if (!place.is_element() || place.is_end()) return;
    const TypeInfo& type = *place.list_type;
    const std::vector<std::string> taken = keys_of(type, place.list);
    const std::size_t last = taken.size();
    type.list.resize(place.list, last + 1);
    void* const copy = list_item(type, place.list, last);
    assign(*type.element, copy, list_item(type, place.list, place.index));
    if (type.element->kind == TypeKind::object && type.element->id >= 0) {
      const FieldInfo& id = type.element->fields[static_cast<std::size_t>(type.element->id)];
      auto& text = document::as<std::string>(id.in(copy));
      text = free_id(taken, text);
    }
    move_item(type, place.list, last, place.index + 1);
  });
}

EditResult remove_element(Session& session, const DocumentRef& ref, std::string_view element) {
  return edit_at(session, ref, element, [](const EditPlace& place) {
    if (place.is_element() && !place.is_end()) erase_item(*place.list_type, place.list, place.index);
  });
}

EditResult move_element(Session& session, const DocumentRef& ref, std::string_view element, std::size_t to) {
  return edit_at(session, ref, element, [to](const EditPlace& place) {
    if (!place.is_element() || place.is_end() || to >= place.list_type->list.size(place.list)) return;
    move_item(*place.list_type, place.list, place.index, to);
  });
}

EditResult set_stated(Session& session, const DocumentRef& ref, std::string_view pointer, bool is_stated) {
  return edit_at(session, ref, pointer, [is_stated](const EditPlace& place) {
    if (place.slot == nullptr || place.slot_type->kind != TypeKind::optional) return;
    if (is_stated) {
      place.slot_type->optional.emplace(place.slot);
    } else {
      place.slot_type->optional.reset(place.slot);
    }
  });
}

}  // namespace dealwright::web
