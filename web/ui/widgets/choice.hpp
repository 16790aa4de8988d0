#pragma once
// One of several, or yes or no.

#include <span>
#include <string_view>

#include "web/ui/widgets/field.hpp"

namespace dealwright::web::ui {

struct Option {
  std::string_view label;
  std::string_view detail = {};  // quiet, behind it
  bool disabled = false;
};

// A field that opens a list. `selected` is -1 where none is; a list of more than eight can be searched by typing.
FieldEdit choice(const Field& field, std::span<const Option> options, int& selected);
FieldEdit choice(const Field& field, std::span<const std::string_view> labels, int& selected);

// A switch, its label behind it; what it sets takes effect at once.
FieldEdit toggle(const Field& field, bool& value);
FieldEdit checkbox(const Field& field, bool& value);
// All options in sight, one chosen.
FieldEdit radio(const Field& field, std::span<const Option> options, int& selected);

}  // namespace dealwright::web::ui
