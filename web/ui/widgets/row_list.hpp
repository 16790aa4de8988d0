#pragma once
// A list of high rows of which one is selected, worked through by keys: for what is read from afar, and for rows that
// the caller paints. Only rows in sight are drawn, however many there are.

#include <optional>
#include <string>
#include <string_view>

#include "core/base/function_ref.hpp"
#include "web/ui/widgets/item.hpp"

namespace dealwright::web::ui {

// What a row says to those who do not see it.
struct RowWords {
  std::string name, value;
  std::string tip = {};  // at the pointer
};

struct RowListOptions {
  float height = 0;      // CSS pixels of the whole; the rows scroll within
  float row_height = 0;  // of each
  bool focus = false;    // in this frame the keyboard goes to the selected row
  int first = -1;        // the row that is in sight when the list comes up; -1: the first
  // Painted over the rows; it is given where the top of the first row is, in or out of sight.
  std::optional<FunctionRef<void(float)>> over = {};
};

struct RowListEvents {
  ImGuiID id = 0;        // owner of the keys below, for ImGui::IsKeyPressed()
  bool focused = false;  // has the keyboard: up, down, Home, End, page up and down, and Space are the list's
  bool changed = false;  // another row is selected
  int pressed = -1;      // by pointer or from the page; it is selected then
};

// `selected` is -1 where none is. Heads are never selected. `paint` draws a row on its ground and says what it is.
RowListEvents row_list(std::string_view name, const RowListOptions& options, int count, int& selected,
                       FunctionRef<bool(int)> is_head, FunctionRef<RowWords(int, const ImRect&)> paint);

}  // namespace dealwright::web::ui
