#include "web/editor/form_model.hpp"

#include <algorithm>
#include <utility>

#include "core/document/collection.hpp"
#include "core/document/limits.hpp"
#include "core/document/writer.hpp"
#include "core/report/figures.hpp"
#include "web/app/pointer.hpp"

namespace dealwright::web {
namespace {

using document::FieldInfo;
using document::TypeInfo;
using document::TypeKind;

constexpr int long_text_bytes = 300;
constexpr std::size_t summarised = 3;  // values in a summary

std::string words_of(Unit unit) {
  switch (unit) {
    case Unit::months:
      return "months";
    case Unit::days:
      return "days";
    case Unit::hours:
      return "hours";
    case Unit::minutes:
      return "minutes";
    default:
      return {};
  }
}

// The currency of a document's amounts; none stated where it has none.
Currency currency_of(const TypeInfo& type, const void* document) {
  if (type.currency < 0) return {};
  return document::as<Currency>(type.fields[static_cast<std::size_t>(type.currency)].in(document));
}

// The value as a document states it, without quotes.
std::string plain_text(const FieldInfo& field, const TypeInfo& type, const void* value, Currency currency) {
  switch (type.kind) {
    case TypeKind::text:
      return document::as<std::string>(value);
    case TypeKind::boolean:
      return document::as<bool>(value) ? "true" : "false";
    case TypeKind::integer:
      return std::to_string(document::integer_at(type, value));
    case TypeKind::decimal: {
      const bool is_amount = field.note->unit_kind == Unit::money || field.note->unit_kind == Unit::unit_price;
      return document::as<Decimal>(value).to_string(is_amount && currency.is_stated() ? currency.digits() : 0);
    }
    case TypeKind::date:
      return document::as<Date>(value).to_string();
    case TypeKind::currency:
      return std::string(document::as<Currency>(value).code());
    case TypeKind::choice:
      return std::string(type.choices[document::choice_at(value)]);
    default:
      return {};
  }
}

// The same as people read it.
std::string shown_text(const FieldInfo& field, const TypeInfo& type, const void* value, Currency currency) {
  const std::string text = plain_text(field, type, value, currency);
  if (type.kind == TypeKind::decimal) {
    return field.note->unit_kind == Unit::rate ? report::percent(document::as<Decimal>(value)) : report::grouped(text);
  }
  return type.kind == TypeKind::choice ? report::spaced(text) : text;
}

bool is_group(const TypeInfo& type) {
  return type.kind == TypeKind::object || type.kind == TypeKind::list;
}

std::string name_in(const TypeInfo& type, const void* value) {
  const int at = type.find("name");
  if (at < 0 || type.fields[static_cast<std::size_t>(at)].type->kind != TypeKind::text) return {};
  return document::as<std::string>(type.fields[static_cast<std::size_t>(at)].in(value));
}

// The document that references of this one lead to: itself, or the one that its reference to the kind names.
const void* target_document(const FormSource& source, Kind kind) {
  if (kind == source.ref.kind) return source.document;
  for (const FieldInfo& field : kind_type(source.ref.kind).fields) {
    if (field.type->kind != TypeKind::text || field.note->reference == nullptr ||
        kind_name(kind) != field.note->reference)
      continue;
    const std::size_t at = find_document(source.programme, kind, document::as<std::string>(field.in(source.document)));
    return at == no_document ? nullptr : document_at(source.programme, kind, at);
  }
  return nullptr;
}

// What a reference may name, in document order, until `take` says that it has enough.
void for_each_target(const FormSource& source, std::string_view target,
                     FunctionRef<bool(const TypeInfo&, const void*, std::string_view id)> take) {
  const auto dot = target.find('.');
  const int at = document::kind_index(document::type_of<model::Programme>(), target.substr(0, dot));
  if (at < 0) return;
  const auto kind = static_cast<Kind>(at);
  if (dot == std::string_view::npos) {
    for (std::size_t index = 0; index < document_count(source.programme, kind); ++index) {
      const void* const document = document_at(source.programme, kind, index);
      if (take(kind_type(kind), document, document_id(kind, document))) return;
    }
    return;
  }
  const void* const document = target_document(source, kind);
  const int list_at = kind_type(kind).find(target.substr(dot + 1));
  if (document == nullptr || list_at < 0) return;
  const FieldInfo& list = kind_type(kind).fields[static_cast<std::size_t>(list_at)];
  for (std::size_t index = 0; index < list.type->list.size(list.in(document)); ++index) {
    const void* const element = list_item(*list.type, list.in(document), index);
    if (take(*list.type->element, element, element_key(*list.type->element, element))) return;
  }
}

class Rows {
 public:
  Rows(const FormSource& source, IsOpen is_open)
      : source_(source), is_open_(is_open), currency_(currency_of(kind_type(source.ref.kind), source.document)) {}

  void object(const TypeInfo& type, const void* value, const std::string& pointer, int depth,
              const std::vector<std::string_view>& only) {
    if (only.empty()) {
      for (const FieldInfo& field : type.fields) this->field(field, type, value, pointer, depth);
      return;
    }
    for (const std::string_view name : only) {
      const int at = type.find(name);
      if (at >= 0) field(type.fields[static_cast<std::size_t>(at)], type, value, pointer, depth);
    }
  }

  void elements(const FieldInfo& field, const TypeInfo& list, const void* value, const std::string& pointer,
                int depth) {
    const std::size_t size = list.list.size(value);
    for (std::size_t at = 0; at < size; ++at) {
      FormRow row;
      row.pointer = child_pointer(pointer, at);
      row.depth = depth;
      row.is_element = true;
      row.index = at;
      row.siblings = size;
      const void* const element = list_item(list, value, at);
      row.label = name_of_element(field, *list.element, element);
      if (row.label.empty()) row.label = report::titled(element_name(field, list)) + " " + std::to_string(at + 1);
      value_row(std::move(row), field, *list.element, element);
    }
  }

  std::vector<FormRow> take() { return std::move(rows_); }

 private:
  void field(const FieldInfo& field, const TypeInfo& owner, const void* object, const std::string& pointer, int depth) {
    if (field.applies.is_stated() && !holds(field.applies, owner, object)) return;
    FormRow row;
    row.pointer = child_pointer(pointer, field.name);
    row.depth = depth;
    row.label = field.note->label;
    row.help = field.note->help_text;
    row.is_required = field.note->is_required || (field.needed.is_stated() && holds(field.needed, owner, object));
    const void* value = field.in(object);
    const TypeInfo* type = field.type;
    if (type->kind == TypeKind::optional) {
      row.is_optional = true;
      value = type->optional.get(value);
      row.is_stated = value != nullptr;
      type = type->element;
    }
    set_missing(row, pointer, field.name);
    value_row(std::move(row), field, *type, value);
  }

  // `value` is null where an optional states none.
  void value_row(FormRow row, const FieldInfo& field, const TypeInfo& type, const void* value) {
    set_problem(row);
    if (is_group(type)) {
      group_row(std::move(row), field, type, value);
      return;
    }
    const FieldNote& note = *field.note;
    row.kind = kind_of_field(field, type, row.is_element);
    row.unit = note.unit_kind;
    if (value != nullptr) row.value = plain_text(field, type, value, currency_);
    if (row.kind == RowKind::number) {
      row.is_whole = type.kind == TypeKind::integer || note.unit_kind == Unit::count;
      if (note.has_min) row.least = Decimal::from_micro(note.min_micro);
      if (note.has_max) row.most = Decimal::from_micro(note.max_micro);
      const bool is_amount = note.unit_kind == Unit::money || note.unit_kind == Unit::unit_price;
      if (is_amount) row.currency = currency_;
      row.unit_words = is_amount ? std::string(currency_.code()) : words_of(note.unit_kind);
    }
    if (type.kind == TypeKind::text) {
      row.most_bytes = note.most_items > 0 && !row.is_element ? static_cast<std::size_t>(note.most_items)
                       : note.unit_kind == Unit::identifier   ? 64
                                                              : document::most_text_bytes;
    }
    set_options(row, field, type);
    rows_.push_back(std::move(row));
  }

  void group_row(FormRow row, const FieldInfo& field, const TypeInfo& type, const void* value) {
    const bool is_list = type.kind == TypeKind::list;
    row.kind = is_list ? RowKind::list : RowKind::group;
    count_problems(row);
    if (value != nullptr && is_list) {
      row.count = type.list.size(value);
      const std::size_t most =
          field.note->most_items > 0 ? static_cast<std::size_t>(field.note->most_items) : document::most_list_items;
      row.can_add = row.count < most;
      row.add_label = "Add " + element_name(field, type);
      row.summary = list_summary(field, type, value);
    } else if (value != nullptr) {
      row.summary = summary_of(type, value, currency_);
    }
    // What is required, such as a component's price, or was switched on, is what its owner is about; the rest waits to
    // be asked for.
    const bool by_default = !row.is_element && !is_list && (row.is_required || row.is_optional);
    row.is_open = row.is_stated && is_open_(row.pointer, by_default);
    const bool opens = row.is_open && value != nullptr;
    const std::string pointer = row.pointer;
    const int depth = row.depth + 1;
    rows_.push_back(std::move(row));
    if (!opens) return;
    if (is_list) {
      elements(field, type, value, pointer, depth);
    } else {
      object(type, value, pointer, depth, {});
    }
  }

  static RowKind kind_of_field(const FieldInfo& field, const TypeInfo& type, bool is_element) {
    switch (type.kind) {
      case TypeKind::boolean:
        return RowKind::toggle;
      case TypeKind::integer:
      case TypeKind::decimal:
        return RowKind::number;
      case TypeKind::date:
        return RowKind::date;
      case TypeKind::currency:
        return RowKind::currency;
      case TypeKind::choice:
        return RowKind::choice;
      default:
        break;
    }
    if (field.note->reference != nullptr) return RowKind::reference;
    if (field.note->unit_kind == Unit::identifier && !is_element) return RowKind::identifier;
    if (field.note->unit_kind == Unit::colour) return RowKind::colour;
    return field.note->most_items > long_text_bytes && !is_element ? RowKind::long_text : RowKind::text;
  }

  void set_options(FormRow& row, const FieldInfo& field, const TypeInfo& type) const {
    if (row.kind == RowKind::choice) {
      if (row.is_optional) row.options.push_back({"", "None", {}});
      for (const std::string_view word : type.choices)
        row.options.push_back({std::string(word), report::titled(word), {}});
    } else if (row.kind == RowKind::currency) {
      for (const CurrencyInfo& one : Currency::all())
        row.options.push_back({std::string(one.code), std::string(one.code), std::string(one.name)});
    } else if (row.kind == RowKind::reference) {
      if (!row.is_required && !row.is_element) row.options.push_back({"", "None", {}});
      for (FormOption& option : reference_options(source_, field.note->reference))
        row.options.push_back(std::move(option));
      const bool is_known = row.value.empty() || std::any_of(row.options.begin(), row.options.end(),
                                                             [&](const FormOption& o) { return o.value == row.value; });
      if (!is_known) row.options.push_back({row.value, row.value, "is not there"});
    }
  }

  // "tier", "component" of a list of references to components.
  static std::string element_name(const FieldInfo& field, const TypeInfo& list) {
    if (list.element->kind == TypeKind::object) return report::spaced(list.element->name);
    std::string name = field.note->label;
    if (!name.empty() && name[0] >= 'A' && name[0] <= 'Z') name[0] = static_cast<char>(name[0] + 32);
    if (name.size() > 3 && name.ends_with("ies")) return name.substr(0, name.size() - 3) + "y";
    if (name.size() > 1 && name.back() == 's') name.pop_back();
    return list.element->kind == TypeKind::choice || field.note->reference != nullptr ? name : "item";
  }

  // Of an object its key, of anything else its value; what it refers to by its name. "" where it has neither.
  std::string name_of_element(const FieldInfo& list, const TypeInfo& type, const void* element) const {
    if (type.kind != TypeKind::object) return named(list, shown_text(list, type, element, currency_));
    std::string key(element_key(type, element));
    return type.id >= 0 || key.empty() ? key : named(type.fields.front(), std::move(key));
  }

  std::string named(const FieldInfo& field, std::string text) const {
    if (field.note->reference == nullptr) return text;
    for_each_target(source_, field.note->reference, [&](const TypeInfo& type, const void* value, std::string_view id) {
      if (id != text) return false;
      if (std::string name = name_in(type, value); !name.empty()) text = std::move(name);
      return true;
    });
    return text;
  }

  std::string list_summary(const FieldInfo& field, const TypeInfo& list, const void* value) const {
    std::string out;
    const std::size_t size = list.list.size(value);
    for (std::size_t at = 0; at < std::min(size, summarised); ++at) {
      const void* const element = list_item(list, value, at);
      const std::string text = name_of_element(field, *list.element, element);
      if (text.empty()) return {};
      if (!out.empty()) out += ", ";
      out += text;
    }
    return size > summarised ? out + ", \xe2\x80\xa6" : out;
  }

  static void take(FormRow& row, const Diagnostic& diagnostic, std::string text) {
    if (!row.problem.empty() && row.severity >= diagnostic.severity) return;
    row.problem = std::move(text);
    row.severity = diagnostic.severity;
  }

  void set_problem(FormRow& row) const {
    for (const Diagnostic& diagnostic : source_.diagnostics) {
      if (diagnostic.pointer == row.pointer && diagnostic.code != "document.missing")
        take(row, diagnostic, to_words(diagnostic));
    }
  }

  // What is missing is told of the object that should state it.
  void set_missing(FormRow& row, const std::string& owner, std::string_view name) const {
    const std::string begin = "\"" + std::string(name) + "\" is missing";
    for (const Diagnostic& diagnostic : source_.diagnostics) {
      if (diagnostic.code == "document.missing" && diagnostic.pointer == owner && diagnostic.message.starts_with(begin))
        take(row, diagnostic, "This is needed");
    }
  }

  void count_problems(FormRow& row) const {
    for (const Diagnostic& diagnostic : source_.diagnostics) {
      const bool is_inside = diagnostic.pointer == row.pointer || diagnostic.pointer.starts_with(row.pointer + "/");
      if (!is_inside) continue;
      ++row.problems;
      row.has_errors = row.has_errors || diagnostic.severity == Severity::error;
    }
  }

  const FormSource& source_;
  IsOpen is_open_;
  Currency currency_;
  std::vector<FormRow> rows_;
};

}  // namespace

std::vector<FormOption> reference_options(const FormSource& source, std::string_view target) {
  std::vector<FormOption> out;
  for_each_target(source, target, [&](const TypeInfo& type, const void* value, std::string_view id) {
    const std::string name = name_in(type, value);
    out.push_back({std::string(id), name.empty() ? std::string(id) : name, std::string(name.empty() ? "" : id)});
    return false;
  });
  return out;
}

std::string summary_of(const TypeInfo& type, const void* value, Currency currency) {
  if (type.kind != TypeKind::object) return {};
  if (std::string name = name_in(type, value); !name.empty()) return name;
  std::string out;
  std::size_t told = 0;
  const std::string_view key = element_key(type, value);
  for (const FieldInfo& field : type.fields) {
    const void* inner = field.in(value);
    const TypeInfo* inner_type = field.type;
    if (inner_type->kind == TypeKind::optional) {
      inner = inner_type->optional.get(inner);
      inner_type = inner_type->element;
    }
    if (inner == nullptr || is_group(*inner_type) || told == summarised) continue;
    if (!field.note->is_required && !field.needed.is_stated() && is_initial(field, type, value)) continue;
    if (field.applies.is_stated() && !holds(field.applies, type, value)) continue;
    const std::string text = shown_text(field, *inner_type, inner, currency);
    if (text.empty() || text == key) continue;
    if (!out.empty()) out += ", ";
    // Words speak for themselves; numbers need to be named.
    const bool is_number = inner_type->kind == TypeKind::decimal || inner_type->kind == TypeKind::integer;
    out += is_number || inner_type->kind == TypeKind::boolean ? std::string(field.note->label) + " " + text : text;
    ++told;
  }
  return out;
}

std::vector<FormRow> form_rows(const FormSource& source, std::string_view root, IsOpen is_open,
                               const std::vector<std::string_view>& fields) {
  if (source.document == nullptr) return {};
  const PointerPlace place = find_place(kind_type(source.ref.kind), source.document, root);
  if (!place || place.value == nullptr) return {};
  Rows rows(source, is_open);
  if (place.type->kind == TypeKind::object) {
    rows.object(*place.type, place.value, std::string(root), 0, fields);
  } else if (place.type->kind == TypeKind::list) {
    rows.elements(*place.field, *place.type, place.value, std::string(root), 0);
  }
  return rows.take();
}

}  // namespace dealwright::web
