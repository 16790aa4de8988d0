#include "core/base/diagnostic.hpp"

#include <algorithm>
#include <string_view>

namespace dealwright {
namespace {

std::string_view word(Severity severity) {
  switch (severity) {
    case Severity::info:
      return "info";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "error";
}

// Control characters (C0, delete, and C1 as UTF-8 has it) are written as \u00xx: texts from documents must neither end
// the line nor steer the terminal.
void append_visible(std::string& line, std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned code = static_cast<unsigned char>(text[at]);
    bool is_control = code < 0x20 || code == 0x7f;
    if (code == 0xc2 && at + 1 < text.size()) {
      const unsigned next = static_cast<unsigned char>(text[at + 1]);
      if (next >= 0x80 && next < 0xa0) {
        is_control = true;
        code = next;
        ++at;
      }
    }
    if (!is_control) {
      line += text[at];
      continue;
    }
    line += "\\u00";
    line += hex[code >> 4];
    line += hex[code & 0xf];
  }
}

}  // namespace

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::error; });
}

std::string to_words(const Diagnostic& diagnostic) {
  std::string text = diagnostic.message;
  if (!diagnostic.expected.empty()) text += "; expected " + diagnostic.expected;
  if (!diagnostic.nearest.empty()) text += ". Did you mean \"" + diagnostic.nearest + "\"?";
  return text;
}

std::string to_line(const Diagnostic& diagnostic) {
  std::string line;
  append_visible(line, diagnostic.file);
  if (diagnostic.line > 0) {
    if (!line.empty()) line += ':';
    line += std::to_string(diagnostic.line);
    if (diagnostic.column > 0) line += ':' + std::to_string(diagnostic.column);
  } else if (!diagnostic.pointer.empty()) {
    line += '#';
    append_visible(line, diagnostic.pointer);
  }
  if (!line.empty()) line += ": ";
  line += word(diagnostic.severity);
  line += ": ";
  append_visible(line, diagnostic.message);
  if (!diagnostic.expected.empty() || !diagnostic.nearest.empty()) {
    line += " (";
    if (!diagnostic.expected.empty()) {
      line += "expected ";
      append_visible(line, diagnostic.expected);
      if (!diagnostic.nearest.empty()) line += "; ";
    }
    if (!diagnostic.nearest.empty()) {
      line += "did you mean \"";
      append_visible(line, diagnostic.nearest);
      line += "\"?";
    }
    line += ')';
  }
  if (!diagnostic.code.empty()) {
    line += " [";
    append_visible(line, diagnostic.code);
    line += ']';
  }
  return line;
}

}  // namespace dealwright
