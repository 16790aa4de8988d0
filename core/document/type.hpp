#pragma once
// A described struct as a table: names, notes, offsets and operations, built once a type. Reading, writing, schema,
// diff, references and forms walk the table, so that each is written once and compiled once.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include "core/base/annotation.hpp"
#include "core/base/currency.hpp"
#include "core/base/date.hpp"
#include "core/base/decimal.hpp"
#include "core/base/exact.hpp"
#include "core/base/money.hpp"
#include "core/base/ratio.hpp"

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
  void* (*edit)(void* list) = nullptr;  // data() to be written to
  void (*swap)(void* list, std::size_t a, std::size_t b) = nullptr;
  void (*take)(void* to_item, void* from_item) = nullptr;  // moves the value of one element into another
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

// The table of T, the same object at each call. T: bool, an integer, Decimal, std::string, Date, Month, Currency,
// Money, Exact, Ratio, a described enum of one byte, a described struct, or std::vector or std::optional of these. A
// struct cannot hold itself. Notes (notes_of) must name the described members in their order; that is checked at
// compile time.
template <class T>
const TypeInfo& type_of();

// Walks over values by their table.
void restore(const TypeInfo& type, void* value);  // to the default, in place; texts and lists keep their memory
bool equal(const TypeInfo& type, const void* a, const void* b);
void assign(const TypeInfo& type, void* to, const void* from);
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

namespace detail {

template <class T>
constexpr std::string_view cpp_name() {
  std::string_view name = __PRETTY_FUNCTION__;
  name.remove_prefix(name.find("T = ") + 4);
  name = name.substr(0, name.find_first_of(";]"));
  const auto scope = name.rfind("::");
  return scope == std::string_view::npos ? name : name.substr(scope + 2);
}

// "PriceBook" -> "price_book".
std::string snake_case(std::string_view cpp_name);

using TypeOf = const TypeInfo& (*)();

// Adds the fields of an object: their notes, types and places in it, in one order and of one length. One function and
// tables for every struct, for code of each one's own is what a page would load.
void add_fields(TypeInfo& owner, std::span<const FieldNote> notes, const TypeOf* types, const void* const* places,
                const void* object);

template <class T>
concept HasNotes = requires(const T* p) {
  notes_of(p);
};

template <class T>
struct Members {
  using list = boost::describe::describe_members<T, boost::describe::mod_any_access>;
  static constexpr std::size_t count = boost::mp11::mp_size<list>::value;
};

template <class T>
constexpr auto notes() {
  if constexpr (HasNotes<T>) {
    return notes_of(static_cast<const T*>(nullptr));
  } else {
    std::array<FieldNote, Members<T>::count> bare{};
    std::size_t at = 0;
    boost::mp11::mp_for_each<typename Members<T>::list>([&](auto member) { bare[at++].name = member.name; });
    return bare;
  }
}

template <class T>
inline constexpr auto stored_notes = notes<T>();

template <class T>
inline constexpr auto member_types = [] {
  std::array<TypeOf, Members<T>::count> types{};
  std::size_t at = 0;
  boost::mp11::mp_for_each<typename Members<T>::list>([&](auto member) {
    types[at++] = &type_of<std::remove_cvref_t<decltype(std::declval<const T&>().*member.pointer)>>;
  });
  return types;
}();

template <class T>
constexpr bool notes_match() {
  if (stored_notes<T>.size() != Members<T>::count) return false;
  bool same = true;
  std::size_t at = 0;
  boost::mp11::mp_for_each<typename Members<T>::list>(
      [&](auto member) { same = same && std::string_view(stored_notes<T>[at++].name) == member.name; });
  return same;
}

template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

template <class T>
inline constexpr auto enumerator_names = [] {
  using Enumerators = boost::describe::describe_enumerators<T>;
  std::array<std::string_view, boost::mp11::mp_size<Enumerators>::value> names{};
  std::size_t at = 0;
  boost::mp11::mp_for_each<Enumerators>([&](auto enumerator) { names[at++] = enumerator.name; });
  return names;
}();

template <class T>
void make_choice(TypeInfo& info) {
  using Enumerators = boost::describe::describe_enumerators<T>;
  static_assert(sizeof(T) == 1, "a choice is an enum of one byte");
  static_assert(boost::mp11::mp_size<Enumerators>::value <= 64, "a choice has at most 64 names");
  info.kind = TypeKind::choice;
  info.name = snake_case(cpp_name<T>());
  info.choices = enumerator_names<T>;
  constexpr bool in_order = [] {
    bool same = true;
    std::size_t at = 0;
    boost::mp11::mp_for_each<Enumerators>(
        [&](auto enumerator) { same = same && static_cast<std::size_t>(enumerator.value) == at++; });
    return same;
  }();
  static_assert(in_order, "the values of a choice are 0, 1, 2, ... in described order");
}

template <class T>
void make_list(TypeInfo& info) {
  static_assert(!std::is_same_v<T, std::vector<bool>>, "std::vector<bool> has no elements to point at");
  info.kind = TypeKind::list;
  info.element = &type_of<typename T::value_type>();
  info.depth = info.element->depth + 1;
  info.has_references = info.element->has_references;
  info.list.size = [](const void* list) { return as<T>(list).size(); };
  info.list.resize = [](void* list, std::size_t size) { as<T>(list).resize(size); };
  info.list.data = [](const void* list) -> const void* { return as<T>(list).data(); };
  info.list.edit = [](void* list) -> void* { return as<T>(list).data(); };
  info.list.swap = [](void* list, std::size_t a, std::size_t b) {
    using std::swap;
    swap(as<T>(list)[a], as<T>(list)[b]);
  };
  info.list.take = [](void* to, void* from) {
    as<typename T::value_type>(to) = std::move(as<typename T::value_type>(from));
  };
}

template <class T>
void make_optional(TypeInfo& info) {
  info.kind = TypeKind::optional;
  info.element = &type_of<typename T::value_type>();
  info.depth = info.element->depth;
  info.has_references = info.element->has_references;
  info.optional.get = [](const void* optional) -> const void* {
    const auto& value = as<T>(optional);
    return value ? std::addressof(*value) : nullptr;
  };
  info.optional.edit = [](void* optional) -> void* {
    auto& value = as<T>(optional);
    return value ? std::addressof(*value) : nullptr;
  };
  info.optional.emplace = [](void* optional) -> void* {
    auto& value = as<T>(optional);
    return std::addressof(value ? *value : value.emplace());
  };
  info.optional.reset = [](void* optional) { as<T>(optional).reset(); };
}

template <class T>
void make_object(TypeInfo& info, const T& object) {
  static_assert(boost::describe::has_describe_members<T>::value, "the struct is not described");
  static_assert(Members<T>::count <= 64, "an object has at most 64 fields");
  static_assert(notes_match<T>(), "notes_of does not name the described members in their order");
  info.kind = TypeKind::object;
  info.name = snake_case(cpp_name<T>());
  std::array<const void*, Members<T>::count> places{};
  std::size_t at = 0;
  boost::mp11::mp_for_each<typename Members<T>::list>([&](auto member) { places[at++] = &(object.*member.pointer); });
  add_fields(info, stored_notes<T>, member_types<T>.data(), places.data(), &object);
}

template <class T>
void make_type(TypeInfo& info, const T& initial) {
  info.size = sizeof(T);
  info.is_trivial = std::is_trivially_copyable_v<T>;
  info.initial = &initial;
  if constexpr (std::is_same_v<T, bool>) {
    info.kind = TypeKind::boolean;
  } else if constexpr (std::is_integral_v<T>) {
    info.kind = TypeKind::integer;
    info.is_signed = std::is_signed_v<T>;
  } else if constexpr (std::is_same_v<T, Decimal>) {
    info.kind = TypeKind::decimal;
  } else if constexpr (std::is_same_v<T, std::string>) {
    info.kind = TypeKind::text;
  } else if constexpr (std::is_same_v<T, Date>) {
    info.kind = TypeKind::date;
  } else if constexpr (std::is_same_v<T, Month>) {
    info.kind = TypeKind::month;
  } else if constexpr (std::is_same_v<T, Currency>) {
    info.kind = TypeKind::currency;
  } else if constexpr (std::is_same_v<T, Money>) {
    info.kind = TypeKind::money;
  } else if constexpr (std::is_same_v<T, Exact>) {
    info.kind = TypeKind::exact;
  } else if constexpr (std::is_same_v<T, Ratio>) {
    info.kind = TypeKind::ratio;
  } else if constexpr (std::is_enum_v<T>) {
    make_choice<T>(info);
  } else if constexpr (IsVector<T>::value) {
    make_list<T>(info);
  } else if constexpr (IsOptional<T>::value) {
    make_optional<T>(info);
  } else {
    make_object<T>(info, initial);
  }
}

template <class T>
struct Built {
  T initial{};
  TypeInfo info;
  Built() { make_type<T>(info, initial); }
};

}  // namespace detail

template <class T>
const TypeInfo& type_of() {
  static const auto* const built = new detail::Built<T>;  // never destroyed: whatever ends later may still use it
  return built->info;
}

}  // namespace dealwright::document
