#pragma once
// The table of a described struct, built once a type.

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
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
#include "core/document/type_info.hpp"

namespace dealwright::document {

// The table of T, the same object at each call. T: bool, an integer, Decimal, std::string, Date, Month, Currency,
// Money, Exact, Ratio, a described enum of one byte, a described struct, or std::vector or std::optional of these. A
// struct cannot hold itself. Notes (notes_of) must name the described members in their order; that is checked at
// compile time.
template <class T>
const TypeInfo& type_of();

namespace detail {

template <class T>
constexpr std::string_view cpp_name() {
  std::string_view name = __PRETTY_FUNCTION__;
  name.remove_prefix(name.find("T = ") + 4);
  name = name.substr(0, name.find_first_of(";]"));
  const auto scope = name.rfind("::");
  return scope == std::string_view::npos ? name : name.substr(scope + 2);
}

struct Recipe;

// Of objects and choices.
struct Described {
  std::string_view cpp_name;
  std::size_t count = 0;                      // fields or choices
  const std::string_view* choices = nullptr;  // choices: the names
  const FieldNote* notes = nullptr;           // objects: of each field
  Recipe* const* types = nullptr;             // objects: of each field
};

// What a table is made from, and where it stands once it is made. Constants for every type and one function that reads
// them, for code of each type's own is what a page would load.
struct Recipe {
  union Details {
    const Described* described;  // objects and choices
    const ListOps* list;
    const OptionalOps* optional;
  };

  // Makes a default value, which is never destroyed; of an object it also puts where its fields are into `places`.
  using Make = const void* (*)(const void** places);

  std::atomic<const TypeInfo*> made;
  TypeKind kind;
  bool is_trivial;
  bool is_signed;
  std::uint32_t size;
  Make make;
  Recipe* element;  // lists and optionals
  Details details;
};

// The table of a recipe, made at the first call; threads may call it at once.
const TypeInfo& table_of(Recipe& recipe);

template <class T>
constexpr Recipe start_recipe();

template <class T>
inline constinit Recipe recipe = start_recipe<T>();

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
  std::array<Recipe*, Members<T>::count> types{};
  std::size_t at = 0;
  boost::mp11::mp_for_each<typename Members<T>::list>([&](auto member) {
    types[at++] = &recipe<std::remove_cvref_t<decltype(std::declval<const T&>().*member.pointer)>>;
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
constexpr bool choices_in_order() {
  bool same = true;
  std::size_t at = 0;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
      [&](auto enumerator) { same = same && static_cast<std::size_t>(enumerator.value) == at++; });
  return same;
}

// Elements are put in and taken out one by one, as the rest of the program does: growing by many at once would be code
// of its own for every list.
template <class T>
inline constexpr ListOps list_ops = {
    [](const void* list) { return as<T>(list).size(); },
    [](void* list, std::size_t size) {
      T& items = as<T>(list);
      while (items.size() > size) items.pop_back();
      while (items.size() < size) items.push_back(typename T::value_type());
    },
    [](const void* list) -> const void* { return as<T>(list).data(); },
    [](void* list) -> void* { return as<T>(list).data(); },
    [](void* list, void* other) { as<T>(list).swap(as<T>(other)); },
};

template <class T>
inline constexpr OptionalOps optional_ops = {
    [](const void* optional) -> const void* {
      const auto& value = as<T>(optional);
      return value ? std::addressof(*value) : nullptr;
    },
    [](void* optional) -> void* {
      auto& value = as<T>(optional);
      return value ? std::addressof(*value) : nullptr;
    },
    [](void* optional) -> void* {
      auto& value = as<T>(optional);
      return std::addressof(value ? *value : value.emplace());
    },
    [](void* optional) { as<T>(optional).reset(); },
};

template <class T>
inline constexpr Described described = [] {
  if constexpr (std::is_enum_v<T>) {
    return Described{cpp_name<T>(), enumerator_names<T>.size(), enumerator_names<T>.data()};
  } else {
    return Described{cpp_name<T>(), Members<T>::count, nullptr, stored_notes<T>.data(), member_types<T>.data()};
  }
}();

template <class T>
const void* make_value(const void** places) {
  const T* const value = new T();
  if constexpr (boost::describe::has_describe_members<T>::value && std::is_class_v<T>) {
    boost::mp11::mp_for_each<typename Members<T>::list>(
        [&](auto member) { *places++ = std::addressof(value->*member.pointer); });
  }
  return value;
}

template <class T>
constexpr Recipe start(TypeKind kind, Recipe* element = nullptr, Recipe::Details details = {}) {
  return {nullptr, kind,   std::is_trivially_copyable_v<T>, std::is_signed_v<T>, sizeof(T), make_value<T>,
          element, details};
}

template <class T>
constexpr Recipe start_recipe() {
  if constexpr (std::is_same_v<T, bool>) {
    return start<T>(TypeKind::boolean);
  } else if constexpr (std::is_integral_v<T>) {
    return start<T>(TypeKind::integer);
  } else if constexpr (std::is_same_v<T, Decimal>) {
    return start<T>(TypeKind::decimal);
  } else if constexpr (std::is_same_v<T, std::string>) {
    return start<T>(TypeKind::text);
  } else if constexpr (std::is_same_v<T, Date>) {
    return start<T>(TypeKind::date);
  } else if constexpr (std::is_same_v<T, Month>) {
    return start<T>(TypeKind::month);
  } else if constexpr (std::is_same_v<T, Currency>) {
    return start<T>(TypeKind::currency);
  } else if constexpr (std::is_same_v<T, Money>) {
    return start<T>(TypeKind::money);
  } else if constexpr (std::is_same_v<T, Exact>) {
    return start<T>(TypeKind::exact);
  } else if constexpr (std::is_same_v<T, Ratio>) {
    return start<T>(TypeKind::ratio);
  } else if constexpr (std::is_enum_v<T>) {
    static_assert(sizeof(T) == 1, "a choice is an enum of one byte");
    static_assert(enumerator_names<T>.size() <= 64, "a choice has at most 64 names");
    static_assert(choices_in_order<T>(), "the values of a choice are 0, 1, 2, ... in described order");
    return start<T>(TypeKind::choice, nullptr, {.described = &described<T>});
  } else if constexpr (IsVector<T>::value) {
    static_assert(!std::is_same_v<T, std::vector<bool>>, "std::vector<bool> has no elements to point at");
    return start<T>(TypeKind::list, &recipe<typename T::value_type>, {.list = &list_ops<T>});
  } else if constexpr (IsOptional<T>::value) {
    return start<T>(TypeKind::optional, &recipe<typename T::value_type>, {.optional = &optional_ops<T>});
  } else {
    static_assert(boost::describe::has_describe_members<T>::value, "the struct is not described");
    static_assert(Members<T>::count <= 64, "an object has at most 64 fields");
    static_assert(notes_match<T>(), "notes_of does not name the described members in their order");
    return start<T>(TypeKind::object, nullptr, {.described = &described<T>});
  }
}

}  // namespace detail

template <class T>
const TypeInfo& type_of() {
  return detail::table_of(detail::recipe<T>);
}

}  // namespace dealwright::document
