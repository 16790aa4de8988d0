#pragma once
// Words and figures that are read, not operated.

#include <string>
#include <string_view>

#include "web/ui/icons.hpp"
#include "web/ui/ui.hpp"

namespace dealwright::web::ui {

// One line; longer than the room there is, it ends in an ellipsis and shows itself whole at the pointer.
void text(std::string_view words, Type type = Type::body);
void text(std::string_view words, Type type, Colour colour);
// Secondary words, in a quiet colour.
void quiet(std::string_view words, Type type = Type::body);
// As many lines as it takes.
void paragraph(std::string_view words, Type type = Type::body);
void paragraph(std::string_view words, Type type, Colour colour);
// Secondary words on as many lines.
void remark(std::string_view words);
// The words with the ends of lines that `width` asks for. "71.0 %" and 1,234.50 stay whole; what has no space may be
// wider.
std::string broken_lines(std::string_view words, Type type, float width);
// level 1 (title of a panel) to 3 (of a part of a card).
void heading(std::string_view words, int level = 2);
// A sign alone; `name` is what it says to those who do not see it, "" where words beside it say the same.
void icon(Icon sign, Colour colour, std::string_view name = {}, float size = 16);
// "Label    value" in one line, the value right-aligned; a total is set in Type::strong.
void fact(std::string_view label, std::string_view value, Tone tone = Tone::neutral, Type type = Type::body);

// A figure that can be asked where it comes from; dotted underline at the pointer, Enter asks too. `name` says what the
// figure is ("Net monthly"). Returns whether it was asked.
bool link_number(std::string_view name, std::string_view figure, Type type = Type::body, Tone tone = Tone::neutral);
// Words that lead somewhere; returns whether they were followed.
bool link(std::string_view words);

// What the last item is, while the pointer rests on it or the keyboard has brought the focus to it.
void tooltip(std::string_view words);

// The number of CSS pixels that words take.
float width_of(std::string_view words, Type type = Type::body);

}  // namespace dealwright::web::ui
