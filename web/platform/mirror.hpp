#pragma once
// What the canvas shows, told to the page: each item becomes an element with role, name, value, state and place, so
// that screen readers, find-in-page and tests meet the same app as the eye.

#include <cstdint>
#include <string>

namespace dealwright::web {

// The roles of WAI-ARIA that the widgets use.
enum class Role : std::uint8_t {
  text,
  heading,
  button,
  link,
  checkbox,
  radio,
  textbox,
  spinbutton,
  combobox,
  listbox,
  option,
  tab,
  menuitem,
  table,
  row,
  cell,
  columnheader,
  status,
  alert,
  dialog,
  image,
  treeitem,
  group,
  region,
  slider,
};

struct MirrorItem {
  std::uint32_t id = 0;      // ImGui id: the same from frame to frame
  std::uint32_t parent = 0;  // id of the region, dialog, table or row that holds it; 0: the page
  Role role = Role::text;
  std::string name, value, description;
  bool disabled = false, focused = false, invalid = false;
  bool multiline = false;                                  // text boxes: their text may have several lines
  std::int8_t checked = -1, expanded = -1, selected = -1;  // -1: does not apply; 0, 1
  std::uint8_t level = 0;                                  // headings
  float x = 0, y = 0, width = 0, height = 0;               // CSS pixels
};

}  // namespace dealwright::web
