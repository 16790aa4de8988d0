// dealwright fmt: the canonical form of documents.

#include <memory>

#include "core/document/collection.hpp"
#include "core/document/limits.hpp"
#include "core/document/model_types.hpp"
#include "core/document/writer.hpp"
#include "native/commands/commands.hpp"
#include "native/commands/options.hpp"
#include "native/io/files.hpp"
#include "native/io/input_files.hpp"
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

// The canonical form of a source: of one document, a bundle, or a document a line. Nothing where it has mistakes.
std::optional<std::string> formatted(const std::string& name, std::string text, document::Reader& reader,
                                     Diagnostics& diagnostics) {
  document::Library<model::Programme> library;
  const bool lines = is_lines_file(name);
  const bool header = !lines && document::peek_kind(text) == "programme";
  if (!document::add_source(library, {name, std::move(text)}, reader, diagnostics)) return std::nullopt;
  if (header && library.entries.empty()) {
    return document::write_canonical(document::type_of<model::ProgrammeHeader>(), &library.headers.front().value,
                                     "programme");
  }
  if (header) return document::write_bundle(library);
  std::string out;
  for (const document::Entry& entry : library.entries) {
    const document::TypeInfo& type = document::kind_type(collection(), entry.kind);
    const void* value = document::document_of(collection(), &library.documents, entry);
    const std::string_view kind = collection().fields[entry.kind].note->label;
    out += lines ? document::write_line(type, value, kind) + '\n' : document::write_canonical(type, value, kind);
  }
  return out;
}

Diagnostic not_canonical(const std::string& path) {
  Diagnostic diagnostic;
  diagnostic.code = "fmt.differs";
  diagnostic.file = display_name(path);
  diagnostic.message = "is not in canonical form";
  diagnostic.expected = "what \"dealwright fmt --write\" makes of it";
  return diagnostic;
}

int format(const FmtOptions& options) {
  const InputFiles found = find_input_files(options.paths);
  Diagnostics diagnostics = found.diagnostics;
  std::vector<std::string> paths;
  for (const InputFile& file : found.files) {
    if (file.role == FileRole::given) paths.push_back(file.path);
  }
  if (!options.check && !options.write && paths.size() > 1) {
    diagnostics.push_back(usage_mistake("the canonical form of several files is not printed: use --write or --check"));
    return finish(options.common, "", diagnostics, exit_bad_input);
  }
  document::Reader reader;
  std::string results;
  for (const std::string& path : paths) {
    std::string text;
    if (auto failure = read_file(path == "-" ? "/dev/stdin" : path, document::most_bytes, text)) {
      failure->file = display_name(path);
      diagnostics.push_back(std::move(*failure));
      continue;
    }
    const auto canonical = formatted(display_name(path), text, reader, diagnostics);
    if (!canonical) continue;
    if (options.check) {
      if (*canonical != text) diagnostics.push_back(not_canonical(path));
    } else if (options.write) {
      if (path == "-") {
        diagnostics.push_back(usage_mistake("standard input cannot be written back: leave out --write"));
      } else if (*canonical != text) {
        if (auto failure = write_file(path, *canonical)) diagnostics.push_back(std::move(*failure));
      }
    } else {
      results = *canonical;
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
  command->add_flag("--write", options->write, "Write it back, each file as a whole or not at all")->excludes(check);
  add_output(*command, options->common);
  add_color(*command, options->common);
  add_example(*command, "dealwright fmt --write scenarios");
  command->callback([options, &exit_code] { exit_code = format(*options); });
}

}  // namespace dealwright::native
