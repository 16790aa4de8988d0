#include "core/document/merge.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "core/base/words.hpp"
#include "core/document/merge_rows.hpp"
#include "core/document/wording.hpp"
#include "core/document/writer.hpp"

namespace dealwright::document {
namespace {

constexpr std::size_t none = MergeRow::none;
constexpr std::size_t most_id_bytes = 64;  // of an identifier

// The field by which elements of a list are matched, or null.
const FieldInfo* key_of(const TypeInfo& element) {
  if (element.kind != TypeKind::object || element.fields.empty()) return nullptr;
  if (element.id >= 0) return &element.fields[static_cast<std::size_t>(element.id)];
  const FieldInfo& first = element.fields.front();
  const TypeKind kind = first.type->kind;
  const bool can_tell = kind == TypeKind::text || kind == TypeKind::date || kind == TypeKind::month;
  return can_tell && first.note->is_required ? &first : nullptr;
}

std::string label_of(const FieldInfo& field) {
  return field.note->label[0] != '\0' ? std::string(field.note->label) : titled(field.name);
}

// A text, date, currency, list or optional that holds nothing.
bool states_nothing(const TypeInfo& type, const void* value) {
  switch (type.kind) {
    case TypeKind::text:
      return as<std::string>(value).empty();
    case TypeKind::date:
      return !as<Date>(value).is_stated();
    case TypeKind::currency:
      return !as<Currency>(value).is_stated();
    case TypeKind::list:
      return type.list.size(value) == 0;
    case TypeKind::optional:
      return type.optional.get(value) == nullptr;
    default:
      return false;
  }
}

// As canonical documents write it, without quotes; "" where there is nothing.
std::string text_of(const FieldInfo& field, const TypeInfo& type, const void* value, Currency currency) {
  if (value == nullptr || states_nothing(type, value)) return {};
  if (type.kind == TypeKind::text) return as<std::string>(value);
  if (type.kind == TypeKind::optional) return text_of(field, *type.element, type.optional.get(value), currency);
  FieldInfo part = field;
  part.type = &type;
  std::string text;
  append_value(text, part, value, currency);
  if (text.size() >= 2 && text.front() == '"') text = text.substr(1, text.size() - 2);
  return text;
}

// A place in the merged value.
struct Place {
  std::string pointer;
  std::string outer;  // label of what it stands in
  std::string label;

  Place member(const FieldInfo& field) const {
    return {pointer + "/" + std::string(field.name), label, joined(label, label_of(field))};
  }
  // An element is named in place of its list: "Component orders", not "Components > Component orders".
  Place item(std::size_t at, const std::string& name) const {
    return {pointer + "/" + std::to_string(at), label, joined(outer, name)};
  }
  static std::string joined(const std::string& outer, const std::string& inner) {
    return outer.empty() ? inner : outer + " > " + inner;
  }
};

// The same place on each side; null: it is not there.
struct Sides {
  const void* base = nullptr;
  const void* ours = nullptr;
  const void* theirs = nullptr;

  Sides member(const FieldInfo& field) const { return {field.in(base), field.in(ours), field.in(theirs)}; }
};

struct Currencies {
  Currency base;
  Currency ours;
  Currency theirs;
};

class Merging {
 public:
  // `merged` holds ours, here and in all that follows.
  void object(const TypeInfo& type, const Sides& sides, void* merged, const Place& place, Currencies currencies) {
    if (type.currency >= 0) {
      const Sides of = sides.member(type.fields[static_cast<std::size_t>(type.currency)]);
      currencies = {as<Currency>(of.base), as<Currency>(of.ours), as<Currency>(of.theirs)};
    }
    for (const FieldInfo& field : type.fields)
      value(field, *field.type, sides.member(field), field.in(merged), place.member(field), currencies);
    if (type.has_conditions) keep_conditions(type, sides, merged, place, currencies);
  }

  std::vector<Conflict> conflicts;

 private:
  void value(const FieldInfo& field, const TypeInfo& type, const Sides& sides, void* merged, const Place& place,
             Currencies currencies) {
    if (equal(type, sides.theirs, sides.base) || equal(type, sides.ours, sides.theirs)) return;
    if (equal(type, sides.ours, sides.base)) return assign(type, merged, sides.theirs);
    if (type.kind == TypeKind::object) return object(type, sides, merged, place, currencies);
    if (type.kind == TypeKind::list && list(field, type, sides, merged, place, currencies)) return;
    if (type.kind == TypeKind::optional) {
      const Sides inner{type.optional.get(sides.base), type.optional.get(sides.ours), type.optional.get(sides.theirs)};
      if (inner.base != nullptr && inner.ours != nullptr && inner.theirs != nullptr)
        return value(field, *type.element, inner, type.optional.edit(merged), place, currencies);
    }
    tell(ConflictKind::changed, field, type, sides, place, currencies);
  }

  // False where the list is one value.
  bool list(const FieldInfo& field, const TypeInfo& type, const Sides& sides, void* merged, const Place& place,
            Currencies currencies) {
    const TypeInfo& element = *type.element;
    const FieldInfo* const key = key_of(element);
    const bool by_position = key == nullptr && element.kind == TypeKind::object;
    const auto keys = [&](const void* of, Currency currency) {
      std::vector<std::string> texts;
      for (std::size_t i = 0; i < type.list.size(of); ++i) {
        const void* const item = list_item(type, of, i);
        texts.push_back(by_position      ? std::to_string(i + 1)
                        : key != nullptr ? text_of(*key, *key->type, key->in(item), currency)
                                         : text_of(field, element, item, currency));
      }
      return texts;
    };
    const MergeLists lists{&type,
                           sides.base,
                           sides.ours,
                           sides.theirs,
                           keys(sides.base, currencies.base),
                           keys(sides.ours, currencies.ours),
                           keys(sides.theirs, currencies.theirs)};
    if (by_position &&
        (lists.our_keys.size() != lists.base_keys.size() || lists.their_keys.size() != lists.base_keys.size()))
      return false;
    if (element.kind != TypeKind::object && has_repeated_keys(lists)) return false;

    const std::vector<MergeRow> rows = match_rows(lists, element.id >= 0);
    const MergeOrder order = order_rows(lists, rows);
    if (order.is_conflict)
      conflicts.push_back({ConflictKind::reordered, place.pointer, place.label, all_of(lists.base_keys),
                           all_of(lists.our_keys), all_of(lists.their_keys)});
    const std::string one = element.kind == TypeKind::object ? titled(element.name) : label_of(field);
    std::vector<std::string> new_ids;
    type.list.resize(merged, order.rows.size());
    for (std::size_t at = 0; at < order.rows.size(); ++at) {
      const MergeRow& row = rows[order.rows[at]];
      const auto in = [&](const void* of, std::size_t index) {
        return index == none ? nullptr : list_item(type, of, index);
      };
      Sides items{in(sides.base, row.base), in(sides.ours, row.ours), in(sides.theirs, row.theirs)};
      void* const item = list_item(type, merged, at);
      assign(element, item, items.ours != nullptr ? items.ours : items.theirs);
      std::string name = row.ours != none ? lists.our_keys[row.ours] : lists.their_keys[row.theirs];
      if (row.rival != none) {
        name = new_id(name, lists, new_ids);
        as<std::string>(key->in(item)) = name;
        items.ours = in(sides.ours, row.rival);
      }
      item_merged(row, field, element, items, item, place.item(at, one + " " + name), currencies);
    }
    return true;
  }

  // An element that is kept, after it was taken over from ours, else theirs.
  void item_merged(const MergeRow& row, const FieldInfo& field, const TypeInfo& type, const Sides& items, void* merged,
                   const Place& place, Currencies currencies) {
    if (row.rival != none) return tell(ConflictKind::added_twice, field, type, items, place, currencies);
    if (items.ours != nullptr && items.theirs != nullptr) {
      const void* const base = items.base != nullptr ? items.base : type.initial;
      return value(field, type, {base, items.ours, items.theirs}, merged, place, currencies);
    }
    if (items.base == nullptr) return;
    const bool by_ours = items.ours == nullptr;
    tell(by_ours ? ConflictKind::removed_by_ours : ConflictKind::removed_by_theirs, field, type, items, place,
         currencies);
  }

  // Both sides were right by themselves, so that what is wrong together is told and falls back to ours.
  void keep_conditions(const TypeInfo& type, const Sides& sides, void* merged, const Place& place,
                       Currencies currencies) {
    const auto fall_back = [&](const FieldInfo& field) {
      const Sides of = sides.member(field);
      if (equal(*field.type, field.in(merged), of.ours)) return false;
      assign(*field.type, field.in(merged), of.ours);
      const Place there = place.member(field);
      std::erase_if(conflicts, [&](const Conflict& one) {
        return one.pointer == there.pointer || one.pointer.starts_with(there.pointer + "/");
      });
      tell(ConflictKind::changed, field, *field.type, of, there, currencies);
      return true;
    };
    for (bool again = true; again;) {
      again = false;
      for (const FieldInfo& field : type.fields) {
        const bool is_out_of_place =
            field.applies.is_stated() && !holds(field.applies, type, merged) && !is_initial(field, type, merged);
        const bool is_missing = field.needed.is_stated() && holds(field.needed, type, merged) &&
                                states_nothing(*field.type, field.in(merged));
        if (is_out_of_place) again = fall_back(sibling(type, field.applies)) || again;
        if (is_missing) again = fall_back(sibling(type, field.needed)) || again;
        if (is_out_of_place || is_missing) again = fall_back(field) || again;
      }
    }
  }

  static const FieldInfo& sibling(const TypeInfo& type, const SiblingCondition& condition) {
    return type.fields[static_cast<std::size_t>(condition.sibling)];
  }

  // The id with a number behind it that no element of any side has.
  static std::string new_id(const std::string& id, const MergeLists& lists, std::vector<std::string>& given) {
    const auto is_in = [](const std::vector<std::string>& ids, const std::string& wanted) {
      return std::find(ids.begin(), ids.end(), wanted) != ids.end();
    };
    for (int number = 2;; ++number) {
      const std::string end = "-" + std::to_string(number);
      std::string made = id.substr(0, most_id_bytes - end.size()) + end;
      if (is_in(lists.base_keys, made) || is_in(lists.our_keys, made) || is_in(lists.their_keys, made) ||
          is_in(given, made))
        continue;
      given.push_back(made);
      return made;
    }
  }

  static std::string all_of(const std::vector<std::string>& keys) {
    return joined(std::vector<std::string_view>(keys.begin(), keys.end()));
  }

  void tell(ConflictKind kind, const FieldInfo& field, const TypeInfo& type, const Sides& sides, const Place& place,
            Currencies currencies) {
    conflicts.push_back({kind, place.pointer, place.label, text_of(field, type, sides.base, currencies.base),
                         text_of(field, type, sides.ours, currencies.ours),
                         text_of(field, type, sides.theirs, currencies.theirs)});
  }
};

std::string told(const std::string& value) {
  return value.empty() ? "nothing" : quoted(value);
}

}  // namespace

std::vector<Conflict> merge(const TypeInfo& type, const void* base, const void* ours, const void* theirs,
                            void* merged) {
  assign(type, merged, ours);
  Merging merging;
  merging.object(type, {base, ours, theirs}, merged, {}, {});
  return std::move(merging.conflicts);
}

Diagnostic to_diagnostic(const Conflict& conflict) {
  Diagnostic diagnostic;
  diagnostic.pointer = conflict.pointer;
  const std::string values = "ours has " + told(conflict.ours) + ", theirs " + told(conflict.theirs) + ", the base " +
                             told(conflict.base) + "; ";
  diagnostic.message = conflict.label + ": ";
  switch (conflict.kind) {
    case ConflictKind::changed:
      diagnostic.code = "merge.changed";
      diagnostic.message += values + "ours is kept";
      diagnostic.expected = "the value that is to hold";
      break;
    case ConflictKind::removed_by_ours:
      diagnostic.code = "merge.removed";
      diagnostic.message += "ours removed it, theirs changed it from " + told(conflict.base) + " to " +
                            told(conflict.theirs) + "; theirs is kept";
      diagnostic.expected = "the element, or its removal";
      break;
    case ConflictKind::removed_by_theirs:
      diagnostic.code = "merge.removed";
      diagnostic.message += "theirs removed it, ours changed it from " + told(conflict.base) + " to " +
                            told(conflict.ours) + "; ours is kept";
      diagnostic.expected = "the element, or its removal";
      break;
    case ConflictKind::added_twice:
      diagnostic.code = "merge.added_twice";
      diagnostic.message += "both sides added another one under the same id, ours " + told(conflict.ours) +
                            ", theirs " + told(conflict.theirs) + "; both are kept, theirs under this id";
      diagnostic.expected = "both, or one of them";
      break;
    case ConflictKind::reordered:
      diagnostic.code = "merge.reordered";
      diagnostic.message += "both sides changed the order; " + values + "the order of ours is kept";
      diagnostic.expected = "the order that is to hold";
      break;
  }
  return diagnostic;
}

}  // namespace dealwright::document
