#pragma once
// Tables of words and figures. Numbers stand right-aligned in figures of one width; the head stays in sight.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/function_ref.hpp"
#include "web/ui/icons.hpp"
#include "web/ui/ui.hpp"

namespace dealwright::web::ui {

enum class ColumnKind : std::uint8_t { text, number, other };

struct Column {
  std::string_view head;
  ColumnKind kind = ColumnKind::text;
  float width = 0;  // CSS pixels; 0: its share of what is left, by weight
  float weight = 1;
  std::string_view help = {};  // at the head
  bool sortable = false;
  bool wraps = false;  // words on as many lines as they take, where rows do not scroll within the table
};

struct Sorting {
  int column = -1;
  bool descending = false;
  friend bool operator==(const Sorting&, const Sorting&) = default;
};

struct TableOptions {
  float height = 0;         // CSS pixels, then it scrolls within; 0: as its rows
  int frozen = 0;           // columns that stay in sight while it scrolls sideways
  bool selectable = false;  // rows can be pressed and reached by the keyboard
  bool wide = false;        // columns keep their widths and the table scrolls sideways
  Sorting* sorting = nullptr;
  std::string_view empty = {};  // said where it has no rows
};

// Table table("Lines", columns, {...});
// table.rows(count, [&](int i) { if (table.row(id_of(i), i == selected)) ...; table.text(...); table.number(...); });
class Table {
 public:
  Table(std::string_view name, std::span<const Column> columns, const TableOptions& options = {});
  ~Table();
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  // Calls `draw` for the rows in sight, where it scrolls; for all, where it does not. Each begins with row().
  void rows(int count, FunctionRef<void(int)> draw);
  // `id` tells rows apart; a row is named after the words or figure of its first cell. Returns whether it was pressed.
  bool row(std::string_view id, bool selected = false);
  // The last row, set off and in semibold.
  void totals();

  // The cells of a row, in order.
  void text(std::string_view words, Tone tone = Tone::neutral);
  void quiet(std::string_view words);
  void number(std::string_view figure, Tone tone = Tone::neutral);
  // A figure that can be asked where it comes from; returns whether it was.
  bool link_number(std::string_view figure, Tone tone = Tone::neutral);
  void chip(std::string_view word, Tone tone);
  // A cell that the caller fills with widgets of its own; a field's `label_hidden` is in place here.
  void cell();
  void skip();

 private:
  void head();
  bool next_cell();
  void state_cell(std::string_view words);
  void draw_words(std::string_view words, Colour colour);
  // A row holds cells only: what a cell holds is stated between these. next_cell(), row() and the end of the table end
  // it.
  void begin_cell();
  void end_cell();
  void end_row();
  bool fits_figures(float width, float padding, float words, float scale) const;
  bool is_fitted(int index) const;
  float kept_width(int index) const;
  void keep_widths();
  struct FigureFit {
    Type type;
    float width;
  };
  // How a figure is set in its cell; remembers the column's longest.
  FigureFit fit_figure(std::string_view figure);
  void draw_figure(std::string_view figure, Colour colour);

  std::span<const Column> columns_;
  TableOptions options_;
  std::string name_;
  ImGuiID id_ = 0;
  ImGuiID row_id_ = 0;
  ImGuiID height_key_ = 0;  // of the row's height in the frame before
  ImGuiID keys_ = 0;        // of the widths that are kept for the next frame
  int row_ = 0;
  int column_ = -1;
  float row_top_ = 0;
  float row_height_ = 0;  // with the lines of what wraps
  bool open_ = false;
  bool strong_ = false;
  bool had_rows_ = false;
  bool row_grouped_ = false;
  bool cell_grouped_ = false;
  bool fits_ = false;
  float scale_ = 1;             // of figures where there is little room
  std::vector<float> longest_;  // figure of each column in this frame
};

}  // namespace dealwright::web::ui
