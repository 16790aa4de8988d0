// dealwright merge: two copies of one document, changed apart, made into one.

#include "core/document/merge.hpp"

#include <array>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/document/collection.hpp"
#include "core/document/limits.hpp"
#include "core/document/model_types.hpp"
#include "core/document/writer.hpp"
#include "core/onboarding/merge.hpp"
#include "native/commands/commands.hpp"
#include "native/commands/options.hpp"
#include "native/io/files.hpp"
#include "native/io/programme.hpp"

namespace dealwright::native {
namespace {

constexpr int exit_conflicts = 1;  // something is left to decide, as where a guardrail failed

struct MergeOptions {
  CommonOptions common;
  std::string base;
  std::string ours;
  std::string theirs;
};

const document::TypeInfo& collection() {
  return document::type_of<model::Programme>();
}

// The only document of a file.
struct OneDocument {
  std::string name;  // of the file, in diagnostics
  bool is_blank = false;
  document::Library<model::Programme> library;

  bool is_read() const { return library.entries.size() == 1 && library.headers.empty(); }
  std::size_t kind() const { return library.entries.front().kind; }
  const document::TypeInfo& type() const { return document::kind_type(collection(), kind()); }
  const void* value() const { return document::document_of(collection(), &library.documents, library.entries.front()); }
  const std::string& id() const {
    const document::FieldInfo& field = type().fields[static_cast<std::size_t>(type().id)];
    return document::as<std::string>(field.in(value()));
  }
};

// Reads a file; with `may_be_blank` one without any text stands for no document.
void read_document(const std::string& path, bool may_be_blank, document::Reader& reader, OneDocument& one,
                   Diagnostics& diagnostics) {
  one.name = display_name(path);
  std::string text;
  if (auto failure = read_file(path == "-" ? "/dev/stdin" : path, document::most_bytes, text)) {
    failure->file = one.name;
    diagnostics.push_back(std::move(*failure));
    return;
  }
  one.is_blank = text.find_first_not_of(" \t\r\n") == std::string::npos;
  if (one.is_blank && may_be_blank) return;
  const bool good = document::add_source(one.library, {one.name, std::move(text)}, reader, diagnostics);
  if (good && !one.is_read())
    diagnostics.push_back(about_file("merge.not_one", one.name, "does not hold one document", "one document a file"));
}

// What keeps a side from being a copy of the same document.
void check_same(const OneDocument& first, const OneDocument& second, Diagnostics& diagnostics) {
  const auto kind_of = [](const OneDocument& one) { return collection().fields[one.kind()].note->label; };
  const auto unrelated = [&](const char* pointer, const char* what, std::string_view of_second,
                             std::string_view of_first) {
    Diagnostic diagnostic =
        about_file("merge.unrelated", second.name,
                   fmt::format("is no copy of the document in {}: its {} is \"{}\", that one's \"{}\"", first.name,
                               what, of_second, of_first),
                   "copies of one document");
    diagnostic.pointer = pointer;
    diagnostics.push_back(std::move(diagnostic));
  };
  if (first.kind() != second.kind())
    unrelated("/kind", "kind", kind_of(second), kind_of(first));
  else if (first.id() != second.id())
    unrelated("/id", "id", second.id(), first.id());
}

struct Outcome {
  std::string text;
  std::vector<document::Conflict> conflicts;
};

// Runs have rules of their own. Nothing in `text` where `diagnostics` say why.
Outcome merge_onboardings(const OneDocument& base, const OneDocument& ours, const OneDocument& theirs,
                          Diagnostics& diagnostics) {
  const auto run_of = [](const OneDocument& one) -> const model::Onboarding& {
    return document::as<model::Onboarding>(one.value());
  };
  onboarding::MergedRun merged = onboarding::merge_runs(
      base.is_blank ? onboarding::blank_copy_of(run_of(ours)) : run_of(base), run_of(ours), run_of(theirs));
  for (Diagnostic& diagnostic : merged.diagnostics) {
    diagnostic.file = diagnostic.message.starts_with("ours") ? ours.name : theirs.name;
    diagnostics.push_back(std::move(diagnostic));
  }
  if (!merged.run) return {};
  return {document::write_canonical(*merged.run), std::move(merged.conflicts)};
}

Outcome merge_documents(const OneDocument& base, const OneDocument& ours, const OneDocument& theirs) {
  // A place for the merged value: a list of the kind with one element.
  model::Programme place;
  const document::FieldInfo& field = collection().fields[ours.kind()];
  void* const list = field.in(static_cast<void*>(&place));
  field.type->list.resize(list, 1);
  void* const merged = document::list_item(*field.type, list, 0);
  Outcome outcome;
  outcome.conflicts = document::merge(ours.type(), base.is_blank ? ours.type().initial : base.value(), ours.value(),
                                      theirs.value(), merged);
  outcome.text = document::write_canonical(ours.type(), merged, field.note->label);
  return outcome;
}

// What two right documents make together may be wrong: longer than a list may be, or in a currency of fewer places.
void check_merged(const Outcome& outcome, const std::string& name, document::Reader& reader, Diagnostics& diagnostics) {
  document::Library<model::Programme> library;
  document::add_source(library, {name, outcome.text}, reader, diagnostics);
}

int merge(const MergeOptions& options) {
  document::Reader reader;
  Diagnostics diagnostics;
  OneDocument base, ours, theirs;
  read_document(options.base, true, reader, base, diagnostics);
  read_document(options.ours, false, reader, ours, diagnostics);
  read_document(options.theirs, false, reader, theirs, diagnostics);
  if (has_errors(diagnostics)) return fail(options.common, std::move(diagnostics));
  check_same(base.is_blank ? ours : base, ours, diagnostics);
  check_same(base.is_blank ? ours : base, theirs, diagnostics);
  if (has_errors(diagnostics)) return fail(options.common, std::move(diagnostics));

  const bool is_run = &ours.type() == &document::type_of<model::Onboarding>();
  const Outcome outcome =
      is_run ? merge_onboardings(base, ours, theirs, diagnostics) : merge_documents(base, ours, theirs);
  if (!has_errors(diagnostics)) check_merged(outcome, "the merged document", reader, diagnostics);
  if (has_errors(diagnostics)) return fail(options.common, std::move(diagnostics));

  const int code = finish(options.common, outcome.text, {}, outcome.conflicts.empty() ? exit_pass : exit_conflicts);
  Diagnostics conflicts;
  for (const document::Conflict& conflict : outcome.conflicts) {
    conflicts.push_back(document::to_diagnostic(conflict));
    conflicts.back().file = options.common.output.empty() ? ours.name : display_name(options.common.output);
  }
  write_diagnostics(conflicts, options.common.color);
  return code;
}

}  // namespace

void add_merge(CLI::App& application, int& exit_code) {
  const auto options = std::make_shared<MergeOptions>();
  CLI::App* command = application.add_subcommand("merge", "Two changed copies of one document made into one");
  command
      ->add_option("base", options->base, "The document that both copies were made from; an empty file: there is none")
      ->required();
  command->add_option("ours", options->ours, "One copy, whose values are kept where both changed the same")->required();
  command->add_option("theirs", options->theirs, "The other copy")->required();
  add_output(*command, options->common);
  add_color(*command, options->common);
  add_example(*command,
              "dealwright merge base.json ours.json theirs.json --output ours.json && git add ours.json\n\n"
              "Conflicts go to standard error, and the exit code is then 1.");
  command->callback([options, &exit_code] { exit_code = merge(*options); });
}

}  // namespace dealwright::native
