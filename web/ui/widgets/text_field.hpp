#pragma once
// Fields of words.

#include <cstddef>
#include <string>

#include "web/ui/widgets/field.hpp"

namespace dealwright::web::ui {

// All is selected as it gets the focus; Escape brings back what was there.
FieldEdit text_field(const Field& field, std::string& value, std::size_t most_bytes = 4096);
// Several lines; `lines` high.
FieldEdit text_area(const Field& field, std::string& value, int lines = 3, std::size_t most_bytes = 65536);
// Words that narrow a list. `changed` with every letter; a cross empties it.
FieldEdit search_field(const Field& field, std::string& value);

}  // namespace dealwright::web::ui
