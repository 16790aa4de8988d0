#include "web/app/checks.hpp"

#include <iterator>
#include <utility>

#include "core/document/references.hpp"
#include "core/document/writer.hpp"

namespace dealwright::web {

void Checks::reset(bool without_mistakes) {
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    const std::size_t count = document_count(programme_, static_cast<Kind>(kind));
    checks_[kind].assign(count, {{}, {}, true});
    for (std::size_t index = 0; index < count && !without_mistakes; ++index) of(static_cast<Kind>(kind), index);
  }
  ids_are_known_ = false;
}

const DocumentCheck& Checks::of(Kind kind, std::size_t index) const {
  DocumentCheck& known = at(kind, index);
  if (known.text.empty()) known = check(kind, document_at(programme_, kind, index));
  return known;
}

void Checks::set(Kind kind, std::size_t index, DocumentCheck check) {
  // Nothing refers to what stands in a deal, so under the same id it changes its own references alone.
  const bool is_alone = ids_are_known_ && kind == Kind::deal && check.is_sound && is_indexed(kind, index);
  checks_[static_cast<std::size_t>(kind)][index] = std::move(check);
  ids_are_known_ = is_alone;
  if (is_alone) find_references(kind, index);
}

bool Checks::is_indexed(Kind kind, std::size_t index) const {
  const auto& ids = index_.ids[static_cast<std::size_t>(kind)];
  const auto found = ids.find(document_id(kind, document_at(programme_, kind, index)));
  return found != ids.end() && found->second != document::LibraryIndex::unread &&
         index_.entries[found->second].index == index;
}

void Checks::document_changed(Kind kind, std::size_t index) {
  set(kind, index, check(kind, document_at(programme_, kind, index)));
}

void Checks::document_inserted(Kind kind, std::size_t index) {
  auto& checks = checks_[static_cast<std::size_t>(kind)];
  checks.emplace(std::next(checks.begin(), static_cast<std::ptrdiff_t>(index)));
  document_changed(kind, index);
}

void Checks::document_erased(Kind kind, std::size_t index) {
  auto& checks = checks_[static_cast<std::size_t>(kind)];
  checks.erase(std::next(checks.begin(), static_cast<std::ptrdiff_t>(index)));
  ids_are_known_ = false;
}

DocumentCheck Checks::check(Kind kind, const void* document) const {
  const document::TypeInfo& type = kind_type(kind);
  auto& scratch = scratch_[static_cast<std::size_t>(kind)];
  if (!scratch) scratch = make_initial(kind);
  DocumentCheck out;
  out.text = document::write_canonical(type, document, kind_name(kind));
  const std::string file = to_string({kind, document_id(kind, document)});
  reader_.read(out.text, type, kind_name(kind), scratch.get(), out.diagnostics, {file, {1, 1}, {}});
  out.is_sound = !has_errors(out.diagnostics);
  return out;
}

void Checks::index_ids() const {
  index_ = {};
  index_.ids.resize(kind_count);
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    for (std::size_t at = 0; at < checks_[kind].size(); ++at) {
      std::uint32_t entry = document::LibraryIndex::unread;
      if (checks_[kind][at].is_sound) {
        entry = static_cast<std::uint32_t>(index_.entries.size());
        index_.entries.push_back({static_cast<std::uint8_t>(kind), static_cast<std::uint32_t>(at), 0, 0, 0});
      }
      const void* const document = document_at(programme_, static_cast<Kind>(kind), at);
      index_.ids[kind].emplace(document_id(static_cast<Kind>(kind), document), entry);
    }
  }
}

void Checks::find_references(Kind kind, std::size_t index) const {
  Diagnostics& found = references_[static_cast<std::size_t>(kind)][index];
  found.clear();
  const void* const document = document_at(programme_, kind, index);
  const std::string file = to_string({kind, document_id(kind, document)});
  const auto look = [&](std::string_view text) {
    document::check_references(document::type_of<model::Programme>(), &programme_, index_, kind_type(kind), document,
                               text, {file, {1, 1}, {}}, found);
  };
  look({});
  if (found.empty()) return;
  // The places of what was found are in the text.
  found.clear();
  look(of(kind, index).text);
}

const Diagnostics& Checks::references(Kind kind, std::size_t index) const {
  if (!ids_are_known_) {
    index_ids();
    for (std::size_t at = 0; at < kind_count; ++at) {
      references_[at].resize(checks_[at].size());
      for (std::size_t one = 0; one < checks_[at].size(); ++one) find_references(static_cast<Kind>(at), one);
    }
    ids_are_known_ = true;
  }
  return references_[static_cast<std::size_t>(kind)][index];
}

document::Position line_of(std::string_view text, std::string_view pointer) {
  for (;;) {
    const document::Position place = document::locate(text, pointer);
    if (place.line > 0) return place;
    const auto slash = pointer.rfind('/');
    if (slash == std::string_view::npos) return {1, 1};
    pointer = pointer.substr(0, slash);
  }
}

}  // namespace dealwright::web
