#include "native/commands/checker.hpp"

#include <algorithm>
#include <cstring>
#include <tuple>

#include <fmt/format.h>

#include "core/document/limits.hpp"
#include "core/document/references.hpp"

namespace dealwright::native {
namespace {

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  const UInt128 product = static_cast<UInt128>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

// Two independent runs of multiply-and-fold over the id's bytes, eight at a time.
DealId hashed(std::string_view id) {
  constexpr std::uint64_t odd[2] = {0x9e3779b97f4a7c15u, 0xc2b2ae3d27d4eb4fu};
  DealId out{{id.size() + odd[0], id.size() + odd[1]}, 0, 0};
  for (std::size_t at = 0; at < id.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, id.data() + at, std::min<std::size_t>(8, id.size() - at));
    for (int i = 0; i < 2; ++i) out.hash[i] = mixed(out.hash[i] ^ word, odd[i]) + odd[1 - i] * (at + 1);
  }
  return out;
}

}  // namespace

Checker::Checker(const Programme& programme, const EvaluateOptions& options)
    : programme_(programme), evaluator_(programme.library.documents, options) {}

void Checker::check_text(std::string_view text, const std::string& name, std::size_t order, int line) {
  found_.clear();
  const document::Origin origin{name, {line, 1}, {}};
  bytes_ += static_cast<long long>(text.size());
  bool sound = reader_.read(text, document::type_of<model::Deal>(), "deal", &deal_, found_, origin);
  if (sound) {
    DealId id = hashed(deal_.id);
    id.file = static_cast<std::uint32_t>(order);
    id.line = static_cast<std::uint32_t>(line);
    ids_.push_back(id);
    ++coverage_.documents;
    ++coverage_.deals;
    sound = document::check_references(programme_.library, deal_, text, origin, found_);
  }
  if (!found_.empty()) keep_diagnostics(text, name, order, origin.start);
  if (sound) evaluate(deal_, text, name, order, origin.start);
}

void Checker::check_batch(const DealBatch& batch) {
  if (batch.lines_of != nullptr) {
    const DealFile& file = *batch.lines_of;
    for_each_line(batch.block.text, batch.block.first_line, [&](std::string_view line, int number) {
      if (document::peek_kind(line) == "deal") {
        check_text(line, file.path, file.order, number);
      } else if (file.stream) {
        Diagnostic diagnostic;
        diagnostic.code = "input.order";
        diagnostic.file = file.path;
        diagnostic.line = number;
        diagnostic.column = 1;
        diagnostic.message = "a document other than a deal after the first deal is not read";
        diagnostic.expected = "price books, guardrails, partners and customers before the deals on standard input";
        diagnostics_.push_back({file.order, std::move(diagnostic)});
      }
    });
    return;
  }
  for (const DealFile* file : batch.files) {
    if (auto failure = read_file(file->path, document::most_bytes, text_)) {
      diagnostics_.push_back({file->order, std::move(*failure)});
    } else {
      check_text(text_, file->path, file->order, 1);
    }
  }
}

void Checker::check_entry(const document::Entry& entry) {
  const document::Source& source = programme_.library.sources[entry.source];
  const std::string_view text = std::string_view(source.text).substr(entry.begin, entry.end - entry.begin);
  const model::Deal& deal = programme_.library.documents.deals[entry.index];
  const std::size_t order = programme_.source_order[entry.source];
  const document::Position start = document::position_at(source.text, entry.begin);
  DealId id = hashed(deal.id);
  id.file = static_cast<std::uint32_t>(order);
  id.line = static_cast<std::uint32_t>(start.line);
  ids_.push_back(id);
  ++coverage_.deals;
  // References of the library's documents were checked when it was read.
  evaluate(deal, text, source.name, order, start);
}

void Checker::evaluate(const model::Deal& deal, std::string_view text, const std::string& name, std::size_t order,
                       document::Position start) {
  found_.clear();
  const bool priced = evaluator_.evaluate(deal, result_, found_);
  if (priced) ++coverage_.deals_priced;
  coverage_.rule_checks += evaluator_.rules_applied();
  if (!found_.empty()) keep_diagnostics(text, name, order, start);
  bool failed = false;
  for (guardrails::Finding& finding : result_.findings) {
    failed = failed || finding.severity == model::RuleSeverity::error;
    coverage_.errors += finding.severity == model::RuleSeverity::error ? 1 : 0;
    coverage_.warnings += finding.severity == model::RuleSeverity::warning ? 1 : 0;
    coverage_.infos += finding.severity == model::RuleSeverity::info ? 1 : 0;
    const document::Position place = place_in(text, finding.pointer, start);
    findings_.push_back({order, {{name, place.line, place.column}, std::move(finding)}});
  }
  if (failed) ++coverage_.failed_deals;
}

void Checker::keep_diagnostics(std::string_view text, const std::string& name, std::size_t order,
                               document::Position start) {
  for (Diagnostic& diagnostic : found_) {
    if (diagnostic.file.empty()) diagnostic.file = name;
    if (diagnostic.line == 0) {
      const document::Position place = place_in(text, diagnostic.pointer, start);
      diagnostic.line = place.line;
      diagnostic.column = place.column;
    }
    diagnostics_.push_back({order, std::move(diagnostic)});
  }
  found_.clear();
}

std::vector<OrderedDiagnostic> repeated_ids(std::vector<DealId> ids, const std::vector<InputFile>& names) {
  const auto key = [](const DealId& id) { return std::tie(id.hash[0], id.hash[1]); };
  std::sort(ids.begin(), ids.end(), [&](const DealId& a, const DealId& b) {
    return std::tie(a.hash[0], a.hash[1], a.file, a.line) < std::tie(b.hash[0], b.hash[1], b.file, b.line);
  });
  std::vector<OrderedDiagnostic> out;
  for (std::size_t at = 1, first = 0; at < ids.size(); ++at) {
    if (key(ids[at]) != key(ids[first])) {
      first = at;
      continue;
    }
    Diagnostic diagnostic;
    diagnostic.code = "document.duplicate_id";
    diagnostic.file = display_name(names[ids[at].file].path);
    diagnostic.line = static_cast<int>(ids[at].line);
    diagnostic.column = 1;
    diagnostic.pointer = "/id";
    diagnostic.message = fmt::format("the id of this deal is already that of the deal at {}:{}",
                                     display_name(names[ids[first].file].path), ids[first].line);
    diagnostic.expected = "an id of its own";
    out.push_back({ids[at].file, std::move(diagnostic)});
  }
  return out;
}

}  // namespace dealwright::native
