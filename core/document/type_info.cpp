#include "core/document/type_info.hpp"

#include <algorithm>
#include <cstring>

#include "core/base/exact.hpp"
#include "core/base/money.hpp"
#include "core/base/ratio.hpp"

namespace dealwright::document {
namespace {

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

void swap_values(const TypeInfo& type, void* a, void* b) {
  if (a == b) return;
  if (type.is_trivial) {
    auto* const bytes = static_cast<unsigned char*>(a);
    std::swap_ranges(bytes, bytes + type.size, static_cast<unsigned char*>(b));
    return;
  }
  switch (type.kind) {
    case TypeKind::text:
      as<std::string>(a).swap(as<std::string>(b));
      break;
    case TypeKind::object:
      for (const FieldInfo& field : type.fields) swap_values(*field.type, field.in(a), field.in(b));
      break;
    case TypeKind::list:
      type.list.swap(a, b);
      break;
    case TypeKind::optional: {
      const bool has_a = type.optional.get(a) != nullptr;
      const bool has_b = type.optional.get(b) != nullptr;
      if (!has_a && !has_b) break;
      swap_values(*type.element, type.optional.emplace(a), type.optional.emplace(b));
      if (!has_a) type.optional.reset(b);
      if (!has_b) type.optional.reset(a);
      break;
    }
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
  const auto swap_with = [&](std::size_t next) {
    swap_values(*list.element, list_item(list, value, from), list_item(list, value, next));
    from = next;
  };
  while (from < to) swap_with(from + 1);
  while (from > to) swap_with(from - 1);
}

void erase_item(const TypeInfo& list, void* value, std::size_t at) {
  const std::size_t last = list.list.size(value) - 1;
  move_item(list, value, at, last);
  list.list.resize(value, last);
}

}  // namespace dealwright::document
