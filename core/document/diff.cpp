#include "core/document/diff.hpp"

#include <algorithm>
#include <optional>

#include "core/base/stable_order.hpp"
#include "core/base/words.hpp"
#include "core/document/writer.hpp"

namespace dealwright::document {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

// The field by which elements of a list are matched, or null.
const FieldInfo* key_of(const TypeInfo& element) {
  if (element.kind != TypeKind::object || element.fields.empty()) return nullptr;
  if (element.id >= 0) return &element.fields[static_cast<std::size_t>(element.id)];
  const FieldInfo& first = element.fields.front();
  return first.type->kind == TypeKind::text && first.note->is_required ? &first : nullptr;
}

std::vector<std::string_view> keys_of(const TypeInfo& list, const FieldInfo& key, const void* value) {
  std::vector<std::string_view> keys;
  for (std::size_t i = 0; i < list.list.size(value); ++i)
    keys.push_back(as<std::string>(key.in(list_item(list, value, i))));
  return keys;
}

// For each of `from` the index of the same key in `to`, or none. Nothing where a key stands twice in either.
std::optional<std::vector<std::size_t>> match(const std::vector<std::string_view>& from,
                                              const std::vector<std::string_view>& to) {
  const auto repeats = [](std::vector<std::string_view> keys) {
    sort_stably(keys, std::less<>());
    return std::adjacent_find(keys.begin(), keys.end()) != keys.end();
  };
  if (repeats(from) || repeats(to)) return std::nullopt;
  const std::vector<std::size_t> order =
      stable_order(to.size(), [&](std::size_t a, std::size_t b) { return to[a] < to[b]; });
  std::vector<std::size_t> matched;
  for (const std::string_view key : from) {
    const auto place = std::lower_bound(order.begin(), order.end(), key,
                                        [&](std::size_t i, std::string_view wanted) { return to[i] < wanted; });
    matched.push_back(place != order.end() && to[*place] == key ? *place : none);
  }
  return matched;
}

// Which of the indices, none aside, do not belong to a longest increasing run of them.
std::vector<bool> out_of_order(const std::vector<std::size_t>& indices) {
  std::vector<std::size_t> tails;  // positions of the smallest ends of runs by length
  std::vector<std::size_t> previous(indices.size(), none);
  for (std::size_t i = 0; i < indices.size(); ++i) {
    if (indices[i] == none) continue;
    const auto place = std::lower_bound(tails.begin(), tails.end(), indices[i],
                                        [&](std::size_t tail, std::size_t wanted) { return indices[tail] < wanted; });
    if (place != tails.begin()) previous[i] = *(place - 1);
    if (place == tails.end()) {
      tails.push_back(i);
    } else {
      *place = i;
    }
  }
  std::vector<bool> moved(indices.size());
  for (std::size_t i = 0; i < indices.size(); ++i) moved[i] = indices[i] != none;
  for (std::size_t i = tails.empty() ? none : tails.back(); i != none; i = previous[i]) moved[i] = false;
  return moved;
}

std::string label_of(const FieldInfo& field) {
  return field.note->label[0] != '\0' ? std::string(field.note->label) : titled(field.name);
}

bool states_nothing(const TypeInfo& type, const void* value) {
  switch (type.kind) {
    case TypeKind::text:
      return as<std::string>(value).empty();
    case TypeKind::date:
      return !as<Date>(value).is_stated();
    case TypeKind::currency:
      return !as<Currency>(value).is_stated();
    default:
      return false;
  }
}

// A place in both values.
struct Place {
  std::string before;  // pointers
  std::string after;
  std::string outer;  // label of what it stands in
  std::string label;

  Place member(const FieldInfo& field) const {
    const std::string pointer = "/" + std::string(field.name);
    return {before + pointer, after + pointer, label, joined(label, label_of(field))};
  }
  // An element is named in place of its list: "Component orders", not "Components > Component orders".
  Place item(std::size_t before_index, std::size_t after_index, const std::string& name) const {
    return {before + "/" + std::to_string(before_index), after + "/" + std::to_string(after_index), label,
            joined(outer, name)};
  }
  static std::string joined(const std::string& outer, const std::string& inner) {
    return outer.empty() ? inner : outer + " > " + inner;
  }
};

struct Currencies {
  Currency before;
  Currency after;
};

class Comparison {
 public:
  void object(const TypeInfo& type, const void* before, const void* after, const Place& place, Currencies currencies) {
    if (type.currency >= 0) {
      const FieldInfo& field = type.fields[static_cast<std::size_t>(type.currency)];
      currencies = {as<Currency>(field.in(before)), as<Currency>(field.in(after))};
    }
    for (const FieldInfo& field : type.fields)
      value(field, *field.type, field.in(before), field.in(after), place.member(field), currencies);
  }

  std::vector<Change> changes;

 private:
  void value(const FieldInfo& field, const TypeInfo& type, const void* before, const void* after, const Place& place,
             Currencies currencies) {
    if (equal(type, before, after)) return;
    if (type.kind == TypeKind::object) return object(type, before, after, place, currencies);
    if (type.kind == TypeKind::list) return list(field, type, before, after, place, currencies);
    if (type.kind == TypeKind::optional) {
      const void* const left = type.optional.get(before);
      const void* const right = type.optional.get(after);
      if (left != nullptr && right != nullptr) return value(field, *type.element, left, right, place, currencies);
      return tell(field, *type.element, left, right, place, currencies);
    }
    tell(field, type, states_nothing(type, before) ? nullptr : before, states_nothing(type, after) ? nullptr : after,
         place, currencies);
  }

  void list(const FieldInfo& field, const TypeInfo& type, const void* before, const void* after, const Place& place,
            Currencies currencies) {
    const std::size_t before_size = type.list.size(before);
    const std::size_t after_size = type.list.size(after);
    const FieldInfo* const key = key_of(*type.element);
    std::vector<std::string_view> before_keys;
    std::vector<std::string_view> after_keys;
    std::optional<std::vector<std::size_t>> matched;
    if (key != nullptr) {
      before_keys = keys_of(type, *key, before);
      after_keys = keys_of(type, *key, after);
      matched = match(after_keys, before_keys);
    }
    const bool is_keyed = matched.has_value();
    std::vector<std::size_t> origins(after_size, none);  // of the elements after: where they stood before
    if (is_keyed) {
      origins = *matched;
    } else {
      for (std::size_t i = 0; i < std::min(before_size, after_size); ++i) origins[i] = i;
    }
    const std::string one = type.element->kind == TypeKind::object ? titled(type.element->name) : label_of(field);
    const auto name = [&](const std::vector<std::string_view>& keys, std::size_t i) {
      return one + " " + (is_keyed ? std::string(keys[i]) : std::to_string(i + 1));
    };
    std::vector<bool> is_kept(before_size, false);
    for (const std::size_t origin : origins)
      if (origin != none) is_kept[origin] = true;
    for (std::size_t i = 0; i < before_size; ++i) {
      if (!is_kept[i])
        tell(field, *type.element, list_item(type, before, i), nullptr, place.item(i, i, name(before_keys, i)),
             currencies);
    }
    const std::vector<bool> moved = out_of_order(origins);
    for (std::size_t i = 0; i < after_size; ++i) {
      const void* const item = list_item(type, after, i);
      if (origins[i] == none) {
        tell(field, *type.element, nullptr, item, place.item(i, i, name(after_keys, i)), currencies);
        continue;
      }
      const Place there = place.item(origins[i], i, name(after_keys, i));
      if (moved[i])
        changes.push_back(
            {ChangeKind::moved, there.after, there.label, std::to_string(origins[i] + 1), std::to_string(i + 1)});
      value(field, *type.element, list_item(type, before, origins[i]), item, there, currencies);
    }
  }

  // Null: there is nothing on that side.
  void tell(const FieldInfo& field, const TypeInfo& type, const void* before, const void* after, const Place& place,
            Currencies currencies) {
    Change change;
    change.kind = before == nullptr ? ChangeKind::added : after == nullptr ? ChangeKind::removed : ChangeKind::changed;
    change.pointer = after == nullptr ? place.before : place.after;
    change.label = place.label;
    if (before != nullptr) change.before = text_of(field, type, before, currencies.before);
    if (after != nullptr) change.after = text_of(field, type, after, currencies.after);
    changes.push_back(std::move(change));
  }

  static std::string text_of(const FieldInfo& field, const TypeInfo& type, const void* value, Currency currency) {
    if (type.kind == TypeKind::text) return as<std::string>(value);
    FieldInfo part = field;
    part.type = &type;
    std::string text;
    append_value(text, part, value, currency);
    if (text.size() >= 2 && text.front() == '"') text = text.substr(1, text.size() - 2);
    return text;
  }
};

}  // namespace

std::vector<Change> diff(const TypeInfo& type, const void* before, const void* after) {
  Comparison comparison;
  comparison.object(type, before, after, {}, {});
  return std::move(comparison.changes);
}

std::string to_line(const Change& change) {
  switch (change.kind) {
    case ChangeKind::added:
      return change.label + ": added " + change.after;
    case ChangeKind::removed:
      return change.label + ": removed " + change.before;
    case ChangeKind::moved:
      return change.label + ": moved from " + change.before + " to " + change.after;
    case ChangeKind::changed:
      break;
  }
  return change.label + ": " + change.before + " -> " + change.after;
}

}  // namespace dealwright::document
