#pragma once
// A described struct as a table: names, notes, offsets and operations. Reading, writing, schema, diff, references and
// forms walk the table, so that each is written once and compiled once.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/annotation.hpp"

namespace dealwright::document {

enum class TypeKind : std::uint8_t {
  boolean,
  integer,   // of 1, 2, 4 or 8 bytes
  decimal,   // Decimal
  text,      // std::string
  date,      // Date
  month,     // Month
  currency,  // Currency
  money,     // Money; results only
  exact,     // Exact; results only
  ratio,     // Ratio; results only
  choice,    // described enum of one byte with the values 0, 1, 2, ...
  object,    // described struct
  list,      // std::vector
  optional,  // std::optional
};

struct TypeInfo;

// "sibling=value|value" of a note, resolved.
struct SiblingCondition {
  int sibling = -1;          // index of the field; -1: there is no condition
  std::uint64_t values = 0;  // bit n: it holds where the sibling (choice or boolean) has the value n

  bool is_stated() const { return sibling >= 0; }
};

struct FieldInfo {
  std::string_view name;
  const FieldNote* note = nullptr;  // never null; of a struct without notes it has only the name
  const TypeInfo* type = nullptr;
  std::uint32_t offset = 0;
  std::uint32_t plain_size = 0;  // bytes of the value where it is copied by them, else 0
  SiblingCondition applies;      // the field belongs only where it holds
  SiblingCondition needed;       // the field must be there where it holds

  const void* in(const void* object) const { return static_cast<const char*>(object) + offset; }
  void* in(void* object) const { return static_cast<char*>(object) + offset; }
};

namespace detail {

// Names are short: comparing them in place is quicker than calling memcmp.
inline bool same_bytes(const char* a, const char* b, std::size_t size) {
  const auto differ = [&](std::size_t at) {
    std::uint64_t left = 0;
    std::uint64_t right = 0;
    std::memcpy(&left, a + at, 8);
    std::memcpy(&right, b + at, 8);
    return left != right;
  };
  if (size < 8) {
    for (std::size_t i = 0; i < size; ++i)
      if (a[i] != b[i]) return false;
    return true;
  }
  for (std::size_t at = 0; at + 8 < size; at += 8)
    if (differ(at)) return false;
  return !differ(size - 8);
}

}  // namespace detail

struct ListOps {
  std::size_t (*size)(const void* list) = nullptr;
  void (*resize)(void* list, std::size_t size) = nullptr;
  const void* (*data)(const void* list) = nullptr;
  void* (*edit)(void* list) = nullptr;              // data() to be written to
  void (*swap)(void* list, void* other) = nullptr;  // whole lists
};

struct OptionalOps {
  const void* (*get)(const void* optional) = nullptr;  // null where empty
  void* (*edit)(void* optional) = nullptr;             // null where empty
  void* (*emplace)(void* optional) = nullptr;          // the value there is, or a new one
  void (*reset)(void* optional) = nullptr;
};

struct TypeInfo {
  TypeInfo();
  ~TypeInfo();
  TypeInfo(const TypeInfo&) = delete;
  TypeInfo& operator=(const TypeInfo&) = delete;

  TypeKind kind = TypeKind::object;
  bool is_trivial = false;        // copied by its bytes
  bool is_signed = false;         // integers
  std::uint32_t size = 0;         // in bytes
  int depth = 0;                  // objects and lists nested in it, itself included
  std::string name;               // objects and choices: the C++ name in lower case, "price_book"
  const void* initial = nullptr;  // a default-constructed value

  std::vector<FieldInfo> fields;              // objects, in described order
  std::span<const std::string_view> choices;  // choices: the names, by value
  const TypeInfo* element = nullptr;          // lists and optionals
  ListOps list;
  OptionalOps optional;

  // Objects: what the walks ask often.
  std::uint64_t required = 0;             // bit n: field n is required
  std::uint64_t all = 0;                  // bit n: there is a field n
  bool has_conditions = false;            // some field has applies or needed
  bool has_references = false;            // some field in it refers to something
  int id = -1;                            // index of the field of unit identifier named "id"; -1: none
  int currency = -1;                      // index of the field "currency" of kind currency; -1: none
  std::vector<std::uint32_t> signatures;  // of the fields' names

  // Index of the field of that name, or -1. `expected` is tried first, then those that follow, then those before.
  int find(std::string_view key, std::size_t expected = 0) const {
    if (key.empty()) return -1;
    const std::uint32_t wanted = signature(key);
    const std::size_t count = signatures.size();
    for (std::size_t i = expected; i < count; ++i)
      if (signatures[i] == wanted && is_named(i, key)) return static_cast<int>(i);
    for (std::size_t i = 0; i < expected && i < count; ++i)
      if (signatures[i] == wanted && is_named(i, key)) return static_cast<int>(i);
    return -1;
  }

  // Length and three letters of a name that is not empty: tells most names apart by one comparison.
  static std::uint32_t signature(std::string_view key) {
    const auto letter = [&](std::size_t at) { return std::uint32_t{static_cast<unsigned char>(key[at])}; };
    const std::size_t last = key.size() - 1;
    return static_cast<std::uint32_t>(key.size() & 0xFF) | letter(0) << 8 | letter(last / 2) << 16 | letter(last) << 24;
  }

 private:
  bool is_named(std::size_t i, std::string_view key) const {
    const std::string_view known = fields[i].name;
    return known.size() == key.size() && detail::same_bytes(known.data(), key.data(), key.size());
  }
};

// Walks over values by their table.
void restore(const TypeInfo& type, void* value);  // to the default, in place; texts and lists keep their memory
bool equal(const TypeInfo& type, const void* a, const void* b);
void assign(const TypeInfo& type, void* to, const void* from);
void swap_values(const TypeInfo& type, void* a, void* b);
bool is_initial(const FieldInfo& field, const TypeInfo& owner, const void* object);  // the field equals its default

// Whether a field of a condition's object has one of its values.
bool holds(const SiblingCondition& condition, const TypeInfo& owner, const void* object);

// The integer at `value`, and the value of a choice.
std::int64_t integer_at(const TypeInfo& type, const void* value);
// False, and nothing changed, where the type cannot hold it.
bool set_integer(const TypeInfo& type, void* value, std::int64_t to);
inline std::uint8_t choice_at(const void* value) {
  return *static_cast<const std::uint8_t*>(value);
}

inline const void* list_item(const TypeInfo& list, const void* value, std::size_t at) {
  return static_cast<const char*>(list.list.data(value)) + at * list.element->size;
}
inline void* list_item(const TypeInfo& list, void* value, std::size_t at) {
  return static_cast<char*>(list.list.edit(value)) + at * list.element->size;
}

void move_item(const TypeInfo& list, void* value, std::size_t from, std::size_t to);  // it ends at index `to`
void erase_item(const TypeInfo& list, void* value, std::size_t at);

template <class T>
const T& as(const void* value) {
  return *static_cast<const T*>(value);
}
template <class T>
T& as(void* value) {
  return *static_cast<T*>(value);
}

}  // namespace dealwright::document
