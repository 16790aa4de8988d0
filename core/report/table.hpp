#pragma once
// A table as data, and as aligned text, Markdown and CSV. Every tabular output is one of these.

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/decimal.hpp"
#include "core/base/money.hpp"
#include "core/base/ratio.hpp"

namespace dealwright::report {

// What stands in a cell: for people, and for programs (CSV).
struct Cell {
  std::string shown;
  std::string plain;
  bool number = false;  // right-aligned; never taken for a formula
};

Cell text_cell(std::string_view text);
Cell money_cell(Money value);       // "1,249.50" / "1249.50"
Cell percent_cell(Ratio value);     // "35.2 %" / "0.352113"; "n/a" / "" where it has no value
Cell quantity_cell(Decimal value);  // "5,000" / "5000"
Cell count_cell(long long value);
Cell empty_cell();

// A row of cells. What adds one gives the row again, for the next one.
struct Row {
  std::vector<Cell> cells;

  Row& add(Cell cell);
  // As the functions of that name above.
  Row& text(std::string_view text);
  Row& money(Money value);
  Row& percent(Ratio value);
  Row& quantity(Decimal value);
  Row& count(long long value);
  Row& blank();

  std::size_t size() const { return cells.size(); }
  const Cell& operator[](std::size_t at) const { return cells[at]; }
};

struct Column {
  std::string head;
  bool number = false;
  std::string key = {};
};

// A column that is known when the program is written.
struct Heading {
  const char* head;
  bool number = false;
  const char* key = "";
};

struct Table {
  std::string title;
  std::vector<Column> columns;
  std::vector<Row> rows;
  bool has_total = false;  // the last row sums the others: ruled off for people, left out of CSV

  Table() = default;
  // `sums`: the last row is to be a total.
  Table(std::string_view name, std::initializer_list<Heading> headings, bool sums = false);

  // Begins a row.
  Row& add_row();
};

// Cells a text takes in a terminal: combining marks none, East Asian wide characters two.
int display_width(std::string_view text);
// The text with control characters and marks that turn the direction of writing replaced by "?", so that a document can
// neither break a table nor steer a terminal. What is not UTF-8 is replaced as well.
std::string printable(std::string_view text);

// Title, head, rows; columns two spaces apart, long texts wrapped to 140 columns in all. Empty where there are no rows.
std::string table_text(const Table& table);
std::string table_markdown(const Table& table);
// RFC 4180 with a head line; lines end with CR LF. A text that a spreadsheet would take for a formula gets an
// apostrophe in front.
std::string table_csv(const Table& table);

// One field of a CSV line, quoted where it must be.
std::string csv_field(std::string_view text, bool number);
// Text with Markdown's own characters escaped; line ends become spaces.
std::string markdown_escaped(std::string_view text);
// Words wrapped at `width` columns, every line indented.
std::string wrapped(std::string_view text, int width, int indent);

}  // namespace dealwright::report
