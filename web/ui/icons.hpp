#pragma once
// The app's own signs, drawn as strokes on a grid of 16 by 16: crisp at every size, coloured like the words beside
// them.

#include <cstdint>

#include <imgui.h>

#include "web/ui/colour.hpp"
#include "web/ui/theme.hpp"

namespace dealwright::web::ui {

enum class Icon : std::uint8_t {
  none,
  add,
  remove,
  close,
  check,
  chevron_left,
  chevron_right,
  chevron_up,
  chevron_down,
  arrow_up,
  arrow_down,
  arrow_right,
  sort,
  search,
  filter,
  menu,
  more,
  success,
  info,
  warning,
  error,
  question,
  document,
  documents,
  folder,
  download,
  upload,
  copy,
  link,
  undo,
  redo,
  refresh,
  edit,
  trash,
  drag,
  settings,
  sun,
  moon,
  calendar,
  clock,
  person,
  people,
  building,
  tag,
  book,
  shield,
  lock,
  flag,
  chart,
  table,
  coins,
  play,
  eye,
  star,
};
inline constexpr int icons = static_cast<int>(Icon::star) + 1;

// Centred at a place of the canvas; `size` is the side of the grid in CSS pixels.
void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, Colour colour);

// The sign that goes with a tone's colour.
Icon icon_of(Tone tone);

}  // namespace dealwright::web::ui
