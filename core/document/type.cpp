#include "core/document/type.hpp"

#include <algorithm>
#include <cstring>

namespace dealwright::document {
namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

// "model=graduated|volume" as the sibling's index and a set of its values.
SiblingCondition resolve(const TypeInfo& owner, std::string_view text) {
  SiblingCondition condition;
  const auto equals = text.find('=');
  condition.sibling = owner.find(text.substr(0, equals));
  if (condition.sibling < 0) return condition;
  const TypeInfo& sibling = *owner.fields[static_cast<std::size_t>(condition.sibling)].type;
  std::string_view rest = text.substr(equals + 1);
  while (!rest.empty()) {
    const auto bar = std::min(rest.find('|'), rest.size());
    const std::string_view value = rest.substr(0, bar);
    rest.remove_prefix(std::min(bar + 1, rest.size()));
    if (sibling.kind == TypeKind::boolean) condition.values |= std::uint64_t{1} << (value == "true" ? 1 : 0);
    for (std::size_t i = 0; i < sibling.choices.size(); ++i)
      if (sibling.choices[i] == value) condition.values |= std::uint64_t{1} << i;
  }
  return condition;
}

template <class T>
std::int64_t load(const void* value) {
  return static_cast<std::int64_t>(as<T>(value));
}

template <class T>
bool store(void* value, std::int64_t to) {
  const T narrow = static_cast<T>(to);
  if (static_cast<std::int64_t>(narrow) != to || (narrow < 0) != (to < 0)) return false;
  as<T>(value) = narrow;
  return true;
}

}  // namespace

TypeInfo::TypeInfo() = default;
TypeInfo::~TypeInfo() = default;

namespace detail {

std::string snake_case(std::string_view cpp_name) {
  std::string name;
  for (std::size_t i = 0; i < cpp_name.size(); ++i) {
    if (is_upper(cpp_name[i]) && i > 0) name += '_';
    name += is_upper(cpp_name[i]) ? static_cast<char>(cpp_name[i] - 'A' + 'a') : cpp_name[i];
  }
  return name;
}

namespace {

// Resolves conditions and fills what is derived from the fields.
void finish_object(TypeInfo& owner) {
  for (std::size_t i = 0; i < owner.fields.size(); ++i) {
    const FieldInfo& field = owner.fields[i];
    const std::uint64_t bit = std::uint64_t{1} << i;
    owner.signatures.push_back(TypeInfo::signature(field.name));
    owner.all |= bit;
    if (field.note->is_required) owner.required |= bit;
    owner.has_references = owner.has_references || field.note->reference != nullptr || field.type->has_references;
    if (field.type->depth > owner.depth) owner.depth = field.type->depth;
    if (field.name == "id" && field.note->unit_kind == Unit::identifier) owner.id = static_cast<int>(i);
    if (field.name == "currency" && field.type->kind == TypeKind::currency) owner.currency = static_cast<int>(i);
  }
  ++owner.depth;
  for (FieldInfo& field : owner.fields) {
    if (field.note->applies != nullptr) field.applies = resolve(owner, field.note->applies);
    if (field.note->needed != nullptr) field.needed = resolve(owner, field.note->needed);
    owner.has_conditions = owner.has_conditions || field.applies.is_stated() || field.needed.is_stated();
  }
}

}  // namespace

void add_fields(TypeInfo& owner, std::span<const FieldNote> notes, const TypeOf* types, const void* const* places,
                const void* object) {
  owner.fields.reserve(notes.size());
  for (std::size_t i = 0; i < notes.size(); ++i) {
    FieldInfo& field = owner.fields.emplace_back();
    field.name = notes[i].name;
    field.note = &notes[i];
    field.type = &types[i]();
    field.offset = static_cast<std::uint32_t>(static_cast<const char*>(places[i]) - static_cast<const char*>(object));
    if (field.type->is_trivial) field.plain_size = field.type->size;
  }
  finish_object(owner);
}

}  // namespace detail

void restore(const TypeInfo& type, void* value) {
  if (type.is_trivial) {
    std::memcpy(value, type.initial, type.size);
    return;
  }
  switch (type.kind) {
    case TypeKind::text:
      as<std::string>(value) = as<std::string>(type.initial);
      break;
    case TypeKind::list:
      type.list.resize(value, 0);
      break;
    case TypeKind::optional:
      type.optional.reset(value);
      break;
    case TypeKind::object:
      for (const FieldInfo& field : type.fields) assign(*field.type, field.in(value), field.in(type.initial));
      break;
    default:
      break;  // the others are trivial
  }
}

bool equal(const TypeInfo& type, const void* a, const void* b) {
  switch (type.kind) {
    case TypeKind::boolean:
    case TypeKind::integer:
    case TypeKind::decimal:
    case TypeKind::date:
    case TypeKind::month:
    case TypeKind::currency:
    case TypeKind::choice:
      return std::memcmp(a, b, type.size) == 0;  // none of these has padding
    case TypeKind::text:
      return as<std::string>(a) == as<std::string>(b);
    case TypeKind::money:
      return as<Money>(a) == as<Money>(b);
    case TypeKind::exact:
      return Exact::compare(as<Exact>(a), as<Exact>(b)) == 0;
    case TypeKind::ratio:
      return as<Ratio>(a) == as<Ratio>(b);
    case TypeKind::object:
      for (const FieldInfo& field : type.fields)
        if (!equal(*field.type, field.in(a), field.in(b))) return false;
      return true;
    case TypeKind::list: {
      const std::size_t size = type.list.size(a);
      if (size != type.list.size(b)) return false;
      for (std::size_t i = 0; i < size; ++i)
        if (!equal(*type.element, list_item(type, a, i), list_item(type, b, i))) return false;
      return true;
    }
    case TypeKind::optional: {
      const void* const left = type.optional.get(a);
      const void* const right = type.optional.get(b);
      if (left == nullptr || right == nullptr) return left == right;
      return equal(*type.element, left, right);
    }
  }
  return false;
}

void assign(const TypeInfo& type, void* to, const void* from) {
  if (to == from) return;
  if (type.is_trivial) {
    std::memcpy(to, from, type.size);
    return;
  }
  switch (type.kind) {
    case TypeKind::text:
      as<std::string>(to) = as<std::string>(from);
      break;
    case TypeKind::object:
      for (const FieldInfo& field : type.fields) assign(*field.type, field.in(to), field.in(from));
      break;
    case TypeKind::list: {
      const std::size_t size = type.list.size(from);
      type.list.resize(to, size);
      for (std::size_t i = 0; i < size; ++i) assign(*type.element, list_item(type, to, i), list_item(type, from, i));
      break;
    }
    case TypeKind::optional:
      if (const void* const value = type.optional.get(from)) {
        assign(*type.element, type.optional.emplace(to), value);
      } else {
        type.optional.reset(to);
      }
      break;
    default:
      break;  // the others are trivial
  }
}

bool is_initial(const FieldInfo& field, const TypeInfo& owner, const void* object) {
  return equal(*field.type, field.in(object), field.in(owner.initial));
}

bool holds(const SiblingCondition& condition, const TypeInfo& owner, const void* object) {
  const FieldInfo& sibling = owner.fields[static_cast<std::size_t>(condition.sibling)];
  const std::uint8_t value = choice_at(sibling.in(object));  // a boolean is one byte too
  return value < 64 && (condition.values >> value & 1) != 0;
}

std::int64_t integer_at(const TypeInfo& type, const void* value) {
  switch (type.size) {
    case 1:
      return type.is_signed ? load<std::int8_t>(value) : load<std::uint8_t>(value);
    case 2:
      return type.is_signed ? load<std::int16_t>(value) : load<std::uint16_t>(value);
    case 4:
      return type.is_signed ? load<std::int32_t>(value) : load<std::uint32_t>(value);
    default:
      return type.is_signed ? load<std::int64_t>(value) : load<std::uint64_t>(value);
  }
}

bool set_integer(const TypeInfo& type, void* value, std::int64_t to) {
  switch (type.size) {
    case 1:
      return type.is_signed ? store<std::int8_t>(value, to) : store<std::uint8_t>(value, to);
    case 2:
      return type.is_signed ? store<std::int16_t>(value, to) : store<std::uint16_t>(value, to);
    case 4:
      return type.is_signed ? store<std::int32_t>(value, to) : store<std::uint32_t>(value, to);
    default:
      return type.is_signed ? store<std::int64_t>(value, to) : store<std::uint64_t>(value, to);
  }
}

void move_item(const TypeInfo& list, void* value, std::size_t from, std::size_t to) {
  for (; from < to; ++from) list.list.swap(value, from, from + 1);
  for (; from > to; --from) list.list.swap(value, from, from - 1);
}

void erase_item(const TypeInfo& list, void* value, std::size_t at) {
  const std::size_t last = list.list.size(value) - 1;
  move_item(list, value, at, last);
  list.list.resize(value, last);
}

}  // namespace dealwright::document
