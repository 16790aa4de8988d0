// dealwright fmt: the canonical form of documents.

#include <memory>
#include <utility>

#include "core/document/collection.hpp"
#include "core/document/limits.hpp"
#include "core/document/model_types.hpp"
#include "core/document/writer.hpp"
#include "native/commands/commands.hpp"
#include "native/commands/options.hpp"
#include "native/io/files.hpp"
#include "native/io/input_files.hpp"
#include "native/io/lines.hpp"
#include "native/io/programme.hpp"

namespace dealwright::native {
namespace {

struct FmtOptions {
  CommonOptions common;
  std::vector<std::string> paths;
  bool check = false;
  bool write = false;
};

const document::TypeInfo& collection() {
  return document::type_of<model::Programme>();
}

// Of one document or bundle that was read.
std::string canonical(const document::Library<model::Programme>& library, bool on_a_line) {
  if (library.entries.size() == 1 && library.headers.empty()) {
    const document::Entry& entry = library.entries.front();
    const document::TypeInfo& type = document::kind_type(collection(), entry.kind);
    const void* value = document::document_of(collection(), &library.documents, entry);
    const std::string_view kind = collection().fields[entry.kind].note->label;
    return on_a_line ? document::write_line(type, value, kind) : document::write_canonical(type, value, kind);
  }
  const model::ProgrammeHeader& header = library.headers.front().value;
  if (library.entries.empty()) {
    const auto& type = document::type_of<model::ProgrammeHeader>();
    return on_a_line ? document::write_line(type, &header, "programme")
                     : document::write_canonical(type, &header, "programme");
  }
  return on_a_line ? document::write_bundle_line(collection(), &library.documents, header)
                   : document::write_bundle(library);
}

// Whether a text that its name says nothing of holds a document a line: one alone may as well be a document.
bool holds_lines(std::string_view text) {
  int lines = 0;
  for_each_line(text, 1, [&](std::string_view, int) { ++lines; });
  return lines > 1 && begins_with_line(text);
}

// The canonical form of what a file holds: one document, a bundle, or either of them a line. Nothing where it has
// mistakes.
std::optional<std::string> formatted(const InputFile& file, const std::string& text, document::Reader& reader,
                                     Diagnostics& diagnostics) {
  const std::string name = display_name(file.path);
  const bool is_lines = is_lines_file(file.path) || (file.read_once && holds_lines(text));
  document::Library<model::Programme> library;
  if (!document::add_source(library, {name, text, is_lines}, reader, diagnostics)) return std::nullopt;
  if (!is_lines) return canonical(library, false);
  std::string out;
  for_each_line(text, 1, [&](std::string_view line, int) {
    document::Library<model::Programme> one;
    Diagnostics none;
    document::add_source(one, {name, std::string(line), true}, reader, none);
    out += canonical(one, true) + '\n';
  });
  return out;
}

Diagnostic not_canonical(const std::string& path) {
  return about_file("fmt.differs", display_name(path), "is not in canonical form",
                    "what \"dealwright fmt --write\" makes of it");
}

int format(const FmtOptions& options) {
  InputFiles found = find_input_files(options.paths);
  Diagnostics diagnostics = std::move(found.diagnostics);
  std::erase_if(found.files, [](const InputFile& file) { return file.role != FileRole::given; });
  const bool prints = !options.check && !options.write;
  if (prints && found.files.size() > 1) {
    diagnostics.push_back(usage_mistake("the canonical form of several files is not printed: use --write or --check"));
    return fail(options.common, std::move(diagnostics));
  }
  document::Reader reader;
  std::optional<std::string> results;
  for (const InputFile& file : found.files) {
    std::string text;
    if (auto failure = read_file(file.path == "-" ? "/dev/stdin" : file.path, document::most_bytes, text)) {
      failure->file = display_name(file.path);
      diagnostics.push_back(std::move(*failure));
      continue;
    }
    auto form = formatted(file, text, reader, diagnostics);
    if (!form) continue;
    if (options.check) {
      if (*form != text) diagnostics.push_back(not_canonical(file.path));
    } else if (options.write) {
      if (file.read_once) {
        diagnostics.push_back(usage_mistake(display_name(file.path) + " cannot be written back: leave out --write"));
      } else if (*form != text) {
        if (auto failure = write_file(file.path, *form)) diagnostics.push_back(std::move(*failure));
      }
    } else {
      results = std::move(form);
    }
  }
  return finish(options.common, results, diagnostics, exit_pass);
}

}  // namespace

void add_fmt(CLI::App& application, int& exit_code) {
  const auto options = std::make_shared<FmtOptions>();
  CLI::App* command = application.add_subcommand("fmt", "The canonical form of documents");
  command->add_option("paths", options->paths,
                      "Files or folders; - is standard input; none: the programme around this folder");
  CLI::Option* check =
      command->add_flag("--check", options->check, "Only tell which files differ from it; then the exit code is 2");
  CLI::Option* write = command->add_flag("--write", options->write, "Write it back, each file as a whole or not at all")
                           ->excludes(check);
  add_output(*command, options->common)->excludes(check)->excludes(write);
  add_color(*command, options->common);
  add_example(*command, "dealwright fmt --write scenarios");
  command->callback([options, &exit_code] { exit_code = format(*options); });
}

}  // namespace dealwright::native
