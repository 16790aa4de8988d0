#include "core/report/derivation.hpp"

#include <fmt/format.h>

#include "core/document/writer.hpp"
#include "core/report/figures.hpp"
#include "core/report/table.hpp"

namespace dealwright::report {
namespace {

std::string source_of(const Derivation& node) {
  if (node.kind.empty()) return {};
  std::string out;
  if (node.place.file.empty()) {
    out = fmt::format("{} {}", spaced(node.kind), node.id);
  } else {
    out = node.place.file;
    if (node.place.line > 0) out += fmt::format(":{}:{}", node.place.line, node.place.column);
  }
  return node.pointer.empty() ? out : out + ' ' + node.pointer;
}

void append_text(std::string& out, const Derivation& node, int level, int depth) {
  out.append(static_cast<std::size_t>(level) * 2, ' ');
  out += fmt::format("{}: {}", printable(node.label), printable(node.value));
  if (!node.formula.empty()) out += " = " + printable(node.formula);
  const std::string source = source_of(node);
  if (!source.empty()) out += "  [" + printable(source) + ']';
  out += '\n';
  if (depth > 0 && level + 1 >= depth) return;
  for (const Derivation& child : node.children) append_text(out, child, level + 1, depth);
}

void append_markdown(std::string& out, const Derivation& node, int level, int depth) {
  out.append(static_cast<std::size_t>(level) * 2, ' ');
  out += fmt::format("- {}: **{}**", markdown_escaped(node.label), markdown_escaped(node.value));
  if (!node.formula.empty()) out += " = " + markdown_escaped(node.formula);
  const std::string source = source_of(node);
  if (!source.empty()) out += " (" + markdown_escaped(source) + ')';
  out += '\n';
  if (depth > 0 && level + 1 >= depth) return;
  for (const Derivation& child : node.children) append_markdown(out, child, level + 1, depth);
}

void append_member(std::string& out, std::string_view key, std::string_view value) {
  document::append_string(out, key);
  out += ": ";
  document::append_string(out, value);
}

void append_json(std::string& out, const Derivation& node) {
  out += '{';
  append_member(out, "label", node.label);
  out += ", ";
  append_member(out, "formula", node.formula);
  out += ", ";
  append_member(out, "step", word(node.step));
  out += ", ";
  append_member(out, "value", node.value);
  out += ", ";
  append_member(out, "number", node.number);
  if (!node.kind.empty()) {
    out += ", \"source\": {";
    append_member(out, "kind", node.kind);
    out += ", ";
    append_member(out, "id", node.id);
    out += ", ";
    append_member(out, "pointer", node.pointer);
    out += ", ";
    append_member(out, "file", node.place.file);
    out += fmt::format(", \"line\": {}, \"column\": {}}}", node.place.line, node.place.column);
  }
  out += ", \"children\": [";
  for (std::size_t at = 0; at < node.children.size(); ++at) {
    if (at > 0) out += ", ";
    append_json(out, node.children[at]);
  }
  out += "]}";
}

}  // namespace

std::string derivation_text(const Derivation& root, int depth) {
  std::string out;
  append_text(out, root, 0, depth);
  return out;
}

std::string derivation_markdown(const Derivation& root, int depth) {
  std::string out;
  append_markdown(out, root, 0, depth);
  return out;
}

std::string derivation_json(const std::vector<Derivation>& roots) {
  std::string line = "{\"derivations\": [";
  for (std::size_t at = 0; at < roots.size(); ++at) {
    if (at > 0) line += ", ";
    append_json(line, roots[at]);
  }
  line += "]}";
  return document::layout(line);
}

}  // namespace dealwright::report
