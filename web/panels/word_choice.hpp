#pragma once
// A choice among the words of a closed list, as people read them.

#include <span>
#include <string_view>

#include "core/document/type.hpp"
#include "web/ui/widgets/field.hpp"

namespace dealwright::web {

// `before` stands before the words where it is stated: what is chosen where none of them is, and then `selected` is 0.
// `selected` is -1 where nothing of the list holds.
ui::FieldEdit word_choice(const ui::Field& field, std::span<const std::string_view> words, int& selected,
                          std::string_view before = {});

template <class Enum>
ui::FieldEdit word_choice(const ui::Field& field, Enum& value) {
  int selected = static_cast<int>(value);
  const auto edit = word_choice(field, document::type_of<Enum>().choices, selected);
  if (edit.changed && selected >= 0) value = static_cast<Enum>(selected);
  return edit;
}

}  // namespace dealwright::web
