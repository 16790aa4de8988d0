#include "core/document/type.hpp"

#include <algorithm>
#include <array>
#include <atomic>

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

// "PriceBook" -> "price_book".
std::string snake_case(std::string_view cpp_name) {
  std::string name;
  for (std::size_t i = 0; i < cpp_name.size(); ++i) {
    if (is_upper(cpp_name[i]) && i > 0) name += '_';
    name += is_upper(cpp_name[i]) ? static_cast<char>(cpp_name[i] - 'A' + 'a') : cpp_name[i];
  }
  return name;
}

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

// Fields in described order; `places` and `object` tell where they are in it.
void add_fields(TypeInfo& owner, const detail::Described& described, const void* const* places, const void* object) {
  owner.fields.reserve(described.count);
  for (std::size_t i = 0; i < described.count; ++i) {
    FieldInfo& field = owner.fields.emplace_back();
    field.note = &described.notes[i];
    field.name = field.note->name;
    field.type = &detail::table_of(*described.types[i]);
    field.offset = static_cast<std::uint32_t>(static_cast<const char*>(places[i]) - static_cast<const char*>(object));
    if (field.type->is_trivial) field.plain_size = field.type->size;
  }
  finish_object(owner);
}

// Never destroyed: whatever ends later may still use it.
const TypeInfo* make_table(const detail::Recipe& recipe) {
  auto* const info = new TypeInfo;
  info->kind = recipe.kind;
  info->is_trivial = recipe.is_trivial;
  info->is_signed = recipe.is_signed;
  info->size = recipe.size;
  std::array<const void*, 64> places{};  // as many fields as an object may have
  info->initial = recipe.make(places.data());
  if (recipe.element != nullptr) {
    info->element = &detail::table_of(*recipe.element);
    info->depth = info->element->depth;
    info->has_references = info->element->has_references;
  }
  switch (recipe.kind) {
    case TypeKind::choice:
      info->choices = {recipe.details.described->choices, recipe.details.described->count};
      info->name = snake_case(recipe.details.described->cpp_name);
      break;
    case TypeKind::object:
      info->name = snake_case(recipe.details.described->cpp_name);
      add_fields(*info, *recipe.details.described, places.data(), info->initial);
      break;
    case TypeKind::list:
      ++info->depth;
      info->list = *recipe.details.list;
      break;
    case TypeKind::optional:
      info->optional = *recipe.details.optional;
      break;
    default:
      break;
  }
  return info;
}

}  // namespace

namespace detail {

const TypeInfo& table_of(Recipe& recipe) {
  const TypeInfo* made = recipe.made.load(std::memory_order_acquire);
  if (made != nullptr) return *made;
  // The parts first, so that making one table never waits for another.
  if (recipe.element != nullptr) table_of(*recipe.element);
  if (recipe.kind == TypeKind::object)
    for (std::size_t i = 0; i < recipe.details.described->count; ++i) table_of(*recipe.details.described->types[i]);
  // A few microseconds, once a type: not worth what a page would load for a mutex and its errors.
  static std::atomic_flag making;
  while (making.test_and_set(std::memory_order_acquire)) {
  }
  made = recipe.made.load(std::memory_order_relaxed);
  if (made == nullptr) {
    made = make_table(recipe);
    recipe.made.store(made, std::memory_order_release);
  }
  making.clear(std::memory_order_release);
  return *made;
}

}  // namespace detail

}  // namespace dealwright::document
