#include "web/app/import.hpp"

#include <algorithm>
#include <utility>

#include "core/document/collection.hpp"
#include "core/document/diff.hpp"
#include "core/document/model_types.hpp"
#include "core/document/reader.hpp"

namespace dealwright::web {
namespace {

constexpr std::size_t most_differences = 10;

void compare(const model::Programme& programme, std::span<const model::Onboarding> copies, ImportItem& item) {
  const std::size_t at = find_document(programme, item.ref.kind, item.ref.id);
  if (at == no_document) return;
  const auto& type = kind_type(item.ref.kind);
  const void* const present = document_at(programme, item.ref.kind, at);
  if (equal(type, present, item.document.get())) {
    item.action = ImportAction::unchanged;
    return;
  }
  item.is_conflict = true;
  item.action = ImportAction::replace;
  for (const document::Change& change : document::diff(type, present, item.document.get())) {
    if (item.differences.size() == most_differences) break;
    item.differences.push_back(document::to_line(change));
  }
  if (item.ref.kind != Kind::onboarding) return;
  item.merge = merge_copies(*static_cast<const model::Onboarding*>(present),
                            *static_cast<const model::Onboarding*>(item.document.get()), copies);
  if (item.merge) item.action = ImportAction::merge;
}

}  // namespace

std::size_t ImportPlan::taken() const {
  return static_cast<std::size_t>(
      std::count_if(items.begin(), items.end(), [](const ImportItem& item) { return item.is_taken(); }));
}

ImportPlan plan_import(const model::Programme& programme, std::span<const FileIn> files,
                       std::span<const model::Onboarding> copies) {
  ImportPlan plan;
  document::Library<model::Programme> library;
  document::Reader reader;
  for (const FileIn& file : files) {
    if (!file.problem.empty()) {
      Diagnostic diagnostic;
      diagnostic.code = "file.unreadable";
      diagnostic.file = file.name;
      diagnostic.message = file.problem;
      plan.diagnostics.push_back(std::move(diagnostic));
      continue;
    }
    document::add_source(library, {file.name, file.bytes}, reader, plan.diagnostics);
  }
  if (!library.headers.empty()) {
    plan.holds_bundle = true;
    plan.header = library.headers.front().value;
  }
  const auto& collection = document::type_of<model::Programme>();
  // Ids of what is added beside its namesake: unique among what is there and what comes.
  model::Programme both = programme;
  for (const document::Entry& entry : library.entries) {
    const auto kind = static_cast<Kind>(entry.kind);
    insert_document(both, kind, document_count(both, kind),
                    document::document_of(collection, &library.documents, entry));
  }
  for (const document::Entry& entry : library.entries) {
    ImportItem item;
    const auto kind = static_cast<Kind>(entry.kind);
    const void* const document = document::document_of(collection, &library.documents, entry);
    item.ref = {kind, document_id(kind, document)};
    item.name = document_name(kind, document);
    item.file = library.sources[entry.source].name;
    item.document = make_snapshot(kind, document);
    compare(programme, copies, item);
    if (item.is_conflict) item.new_id = unique_id(both, kind, item.ref.id);
    plan.items.push_back(std::move(item));
  }
  const std::size_t present = programme_size(programme);
  const auto added = static_cast<std::size_t>(std::count_if(
      plan.items.begin(), plan.items.end(), [](const ImportItem& item) { return item.action == ImportAction::add; }));
  if (added > 0 && present + added > most_documents) {
    Diagnostic diagnostic;
    diagnostic.code = "import.too_many";
    diagnostic.file = plan.items.front().file;
    diagnostic.message = "the programme would hold " + std::to_string(present + added) + " documents";
    diagnostic.expected = "at most " + std::to_string(most_documents) + "; the runner takes any number of deals";
    plan.diagnostics.push_back(std::move(diagnostic));
    plan.items.clear();
  }
  return plan;
}

}  // namespace dealwright::web
