#include "core/report/table.hpp"

#include <algorithm>
#include <cstdint>

#include "core/report/figures.hpp"

namespace dealwright::report {
namespace {

struct CodePoint {
  std::uint32_t value = 0;
  std::size_t bytes = 1;
  bool valid = false;
};

// The code point that begins the text; an invalid one is one byte long.
CodePoint first_code_point(std::string_view text) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return {lead, 1, true};
  const std::size_t bytes = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || text.size() < bytes) return {};
  std::uint32_t value = lead & (0x7fu >> bytes);
  for (std::size_t at = 1; at < bytes; ++at) {
    if ((byte(at) & 0xc0u) != 0x80u) return {};
    value = value << 6 | (byte(at) & 0x3fu);
  }
  const bool overlong = (bytes == 3 && value < 0x800) || (bytes == 4 && value < 0x10000);
  const bool surrogate = value >= 0xd800 && value < 0xe000;
  if (overlong || surrogate || value > 0x10ffff) return {};
  return {value, bytes, true};
}

bool in(std::uint32_t value, std::uint32_t first, std::uint32_t last) {
  return value >= first && value <= last;
}

// Widths of the blocks that names in documents use; Unicode Standard Annex 11 lists them all.
int width_of(std::uint32_t c) {
  if (in(c, 0x300, 0x36f) || in(c, 0x200b, 0x200d) || in(c, 0xfe00, 0xfe0f)) return 0;
  const bool wide = in(c, 0x1100, 0x115f) || in(c, 0x2e80, 0xa4cf) || in(c, 0xac00, 0xd7a3) || in(c, 0xf900, 0xfaff) ||
                    in(c, 0xfe30, 0xfe6f) || in(c, 0xff00, 0xff60) || in(c, 0xffe0, 0xffe6) ||
                    in(c, 0x1f300, 0x1faff) || in(c, 0x20000, 0x3fffd);
  return wide ? 2 : 1;
}

bool is_control(std::uint32_t c) {
  return c < 0x20 || in(c, 0x7f, 0x9f) || in(c, 0x200e, 0x200f) || in(c, 0x2028, 0x202e) || in(c, 0x2066, 0x2069);
}

void append_spaces(std::string& out, int count) {
  out.append(static_cast<std::size_t>(std::max(count, 0)), ' ');
}

void append_padded(std::string& out, std::string_view text, int width, bool right) {
  if (right) append_spaces(out, width - display_width(text));
  out += text;
  if (!right) append_spaces(out, width - display_width(text));
}

void trim_right(std::string& out) {
  while (out.ends_with(' ')) out.pop_back();
}

// What a line of a table takes at most in a terminal, where the columns of numbers leave room for that.
constexpr int text_columns = 140;

// No column of texts is made narrower.
constexpr int least_width = 12;

// Takes from the widest columns of texts until a line fits.

void narrow(const Table& table, std::vector<int>& widths) {
  int over = -text_columns;
  for (const int width : widths) over += width + 2;
  for (; over > 0; --over) {
    int* widest = nullptr;
    for (std::size_t column = 0; column < widths.size(); ++column) {
      if (table.columns[column].number || widths[column] <= least_width) continue;
      if (widest == nullptr || widths[column] > *widest) widest = &widths[column];
    }
    if (widest == nullptr) return;
    --*widest;
  }
}

// The lines of a cell of that width, at least one. A word that fits none is broken.
std::vector<std::string> cell_lines(std::string_view text, int width) {
  std::vector<std::string> lines(1);
  if (display_width(text) <= width) {
    lines.back() = text;
    return lines;
  }
  int used = 0;
  while (!text.empty()) {
    std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    const auto begin_line = [&] {
      lines.emplace_back();
      used = 0;
    };
    if (used > 0 && used + 1 + display_width(word) > width) begin_line();
    if (used > 0) lines.back() += ' ', ++used;
    while (!word.empty()) {
      const std::string_view letter = word.substr(0, first_code_point(word).bytes);
      if (used + display_width(letter) > width) begin_line();
      lines.back() += letter;
      used += display_width(letter);
      word.remove_prefix(letter.size());
    }
  }
  return lines;
}

}  // namespace

Cell text_cell(std::string_view text) {
  return {printable(text), std::string(text), false};
}

Cell money_cell(Money value) {
  return {amount(value), to_string(value), true};
}

Cell percent_cell(Ratio value) {
  return {to_percent(value), to_string(value), true};
}

Cell quantity_cell(Decimal value) {
  return {quantity(value), value.to_string(), true};
}

Cell count_cell(long long value) {
  return {grouped(std::to_string(value)), std::to_string(value), true};
}

Cell empty_cell() {
  return {};
}

Row& Row::add(Cell cell) {
  cells.push_back(std::move(cell));
  return *this;
}

Row& Row::text(std::string_view text) {
  return add(text_cell(text));
}

Row& Row::money(Money value) {
  return add(money_cell(value));
}

Row& Row::percent(Ratio value) {
  return add(percent_cell(value));
}

Row& Row::quantity(Decimal value) {
  return add(quantity_cell(value));
}

Row& Row::count(long long value) {
  return add(count_cell(value));
}

Row& Row::blank() {
  return add(empty_cell());
}

Table::Table(std::string_view name, std::initializer_list<Heading> headings, bool sums) : title(name), has_total(sums) {
  for (const Heading& heading : headings) columns.push_back({heading.head, heading.number, heading.key});
}

Row& Table::add_row() {
  return rows.emplace_back();
}

int display_width(std::string_view text) {
  int width = 0;
  while (!text.empty()) {
    const CodePoint next = first_code_point(text);
    width += next.valid ? width_of(next.value) : 1;
    text.remove_prefix(next.bytes);
  }
  return width;
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const CodePoint next = first_code_point(text);
    if (next.valid && !is_control(next.value)) {
      out += text.substr(0, next.bytes);
    } else {
      out += next.valid && (next.value == '\n' || next.value == '\t') ? ' ' : '?';
    }
    text.remove_prefix(next.bytes);
  }
  return out;
}

std::string table_text(const Table& table) {
  if (table.rows.empty()) return {};
  std::vector<int> widths;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    int width = display_width(table.columns[column].head);
    for (const auto& row : table.rows) width = std::max(width, display_width(row[column].shown));
    widths.push_back(width);
  }
  narrow(table, widths);
  std::string out = table.title;
  if (!out.empty()) out += '\n';
  const auto append_row = [&](const auto& text_of) {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 1;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      cells.push_back(cell_lines(text_of(column), widths[column]));
      height = std::max(height, cells.back().size());
    }
    for (std::size_t at = 0; at < height; ++at) {
      std::string line;
      for (std::size_t column = 0; column < table.columns.size(); ++column) {
        line += "  ";
        const bool goes_on = at < cells[column].size();
        append_padded(line, goes_on ? cells[column][at] : "", widths[column], table.columns[column].number);
      }
      trim_right(line);
      out += line + '\n';
    }
  };
  const bool has_head =
      std::any_of(table.columns.begin(), table.columns.end(), [](const Column& c) { return !c.head.empty(); });
  if (has_head) append_row([&](std::size_t column) -> std::string_view { return table.columns[column].head; });
  for (std::size_t at = 0; at < table.rows.size(); ++at) {
    if (table.has_total && at + 1 == table.rows.size()) {
      std::string rule;
      append_row([&](std::size_t column) -> std::string_view {
        const bool summed = table.columns[column].number && !table.rows[at][column].shown.empty();
        rule.assign(static_cast<std::size_t>(summed ? widths[column] : 0), '-');
        return rule;
      });
    }
    append_row([&](std::size_t column) -> std::string_view { return table.rows[at][column].shown; });
  }
  return out;
}

std::string table_markdown(const Table& table) {
  if (table.rows.empty()) return {};
  std::string out;
  if (!table.title.empty()) out += "### " + markdown_escaped(table.title) + "\n\n";
  out += '|';
  for (const Column& column : table.columns) out += ' ' + markdown_escaped(column.head) + " |";
  out += "\n|";
  for (const Column& column : table.columns) out += column.number ? " ---: |" : " --- |";
  out += '\n';
  for (std::size_t at = 0; at < table.rows.size(); ++at) {
    const bool bold = table.has_total && at + 1 == table.rows.size();
    out += '|';
    for (const Cell& cell : table.rows[at].cells) {
      const std::string text = markdown_escaped(cell.shown);
      out += bold && !text.empty() ? " **" + text + "** |" : ' ' + text + " |";
    }
    out += '\n';
  }
  return out;
}

std::string csv_field(std::string_view text, bool number) {
  std::string value(text);
  constexpr std::string_view formula_starts = "=+-@\t\r\n";
  if (!number && !value.empty() && formula_starts.find(value[0]) != std::string_view::npos) value.insert(0, 1, '\'');
  if (value.find_first_of(",\"\r\n") == std::string::npos) return value;
  std::string quoted = "\"";
  for (const char c : value) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string table_csv(const Table& table) {
  std::string out;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    if (column > 0) out += ',';
    out += csv_field(table.columns[column].key, false);
  }
  out += "\r\n";
  const std::size_t rows = table.rows.size() - (table.has_total && !table.rows.empty() ? 1 : 0);
  for (std::size_t at = 0; at < rows; ++at) {
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      if (column > 0) out += ',';
      out += csv_field(table.rows[at][column].plain, table.rows[at][column].number);
    }
    out += "\r\n";
  }
  return out;
}

std::string markdown_escaped(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    if (std::string_view("\\`*_{}[]<>#|~&").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string wrapped(std::string_view text, int width, int indent) {
  std::string out, line;
  const auto flush = [&] {
    if (line.empty()) return;
    append_spaces(out, indent);
    out += line + '\n';
    line.clear();
  };
  std::size_t at = 0;
  while (at < text.size()) {
    if (text[at] == '\n') {
      flush();
      ++at;
      continue;
    }
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    const std::string word = printable(text.substr(at, end - at));
    if (!line.empty() && indent + display_width(line) + 1 + display_width(word) > width) flush();
    line += (line.empty() ? "" : " ") + word;
    at = end;
  }
  flush();
  return out;
}

}  // namespace dealwright::report
