#include "core/report/page.hpp"

#include <fmt/format.h>

namespace dealwright::report {
namespace {

constexpr std::string_view page_style = R"(<style>
body { font: 11pt/1.4 system-ui, sans-serif; color: #1a1a1a; background: #fff; max-width: 60em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.5em; margin: 1.5em 0 0; }
h2 { font-size: 1.25em; border-bottom: 1px solid #888; margin: 1.5em 0 0.5em; }
h3 { font-size: 1em; margin: 1.2em 0 0.3em; break-after: avoid; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.25em 0.6em; border-bottom: 1px solid #ccc; overflow-wrap: anywhere; }
th { font-weight: 600; overflow-wrap: normal; }
td:first-child { min-width: 16em; }
.number { text-align: right; white-space: nowrap; }
.total td { font-weight: 600; border-top: 1px solid #1a1a1a; }
@media print {
  @page { margin: 2cm; }
  body { max-width: none; margin: 0; padding: 0; font-size: 10pt; }
  section + section, section + h1 { break-before: page; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
}
</style>
)";

}  // namespace

std::string html_escaped(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string html_lines(std::string_view text) {
  std::string out;
  while (true) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    out += html_escaped(line);
    if (end == std::string_view::npos) return out;
    out += "<br>";
    text.remove_prefix(end + 1);
  }
}

std::string table_html(const Table& table) {
  if (table.rows.empty()) return {};
  std::string out = fmt::format("<h3>{}</h3>\n<table>\n<thead><tr>", html_escaped(table.title));
  const auto tag = [](const char* name, bool is_number) {
    return fmt::format("<{}{}>", name, is_number ? " class=\"number\"" : "");
  };
  for (const Column& column : table.columns) out += tag("th", column.number) + html_escaped(column.head) + "</th>";
  out += "</tr></thead>\n<tbody>\n";
  for (std::size_t at = 0; at < table.rows.size(); ++at) {
    out += table.has_total && at + 1 == table.rows.size() ? "<tr class=\"total\">" : "<tr>";
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      const Cell& cell = table.rows[at][column];
      out += tag("td", table.columns[column].number) +
             (cell.number ? html_escaped(cell.shown) : html_lines(cell.plain)) + "</td>";
    }
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n";
}

std::string page_begin(std::string_view title) {
  // The policy holds even where a text should get past the escaping: nothing runs, nothing loads.
  std::string out = R"(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
)";
  out += fmt::format("<title>{}</title>\n", html_escaped(title));
  out += page_style;
  return out + "</head>\n<body>\n";
}

std::string page_end() {
  return "</body>\n</html>\n";
}

}  // namespace dealwright::report
