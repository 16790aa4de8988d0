#include "native/commands/checker.hpp"

#include <algorithm>
#include <cstring>
#include <tuple>
#include <utility>

#include "core/base/suggest.hpp"
#include "core/document/limits.hpp"
#include "core/document/references.hpp"
#include "core/document/wording.hpp"
#include "core/success/check.hpp"

namespace dealwright::native {
namespace {

// Multiply-and-fold over the id's bytes, eight at a time.
std::uint64_t hashed(std::string_view id) {
  constexpr std::uint64_t odd = 0x9e3779b97f4a7c15u;
  std::uint64_t hash = id.size() + odd;
  for (std::size_t at = 0; at < id.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, id.data() + at, std::min<std::size_t>(8, id.size() - at));
    const UInt128 product = static_cast<UInt128>(hash ^ word) * odd;
    hash = (static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64)) + at;
  }
  return hash;
}

// A misspelt id is looked for among so many: streams may hold millions.
constexpr std::size_t most_compared = 10'000;

bool is_error(const guardrails::Finding& finding) {
  return finding.severity == model::RuleSeverity::error;
}

document::Position id_place(const CheckedDeal& deal) {
  return {static_cast<int>(deal.line), static_cast<int>(deal.column)};
}

}  // namespace

Checker::Checker(const Programme& programme, const EvaluateOptions& options)
    : programme_(programme), evaluator_(programme.library.documents, options) {}

void Checker::check_text(std::string_view text, const std::string& name, std::size_t order, int line) {
  found_.clear();
  const document::Origin origin{name, {line, 1}, {}};
  bytes_ += static_cast<long long>(text.size());
  bool sound = reader_.read(text, document::type_of<model::Deal>(), "deal", &deal_, found_, origin);
  const std::size_t deal = sound ? deals_.size() : OrderedDiagnostic::no_deal;
  if (sound) {
    begin_deal(deal_, text, order, origin.start);
    sound = document::check_references(programme_.library, deal_, text, origin, found_);
  }
  if (!found_.empty()) keep_diagnostics(text, name, order, origin.start, deal);
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
        diagnostic.expected =
            "price books, guardrails, partners and customers before the deals where the input can be read only once";
        diagnostics_.push_back({file.order, OrderedDiagnostic::no_deal, std::move(diagnostic)});
      }
    });
    return;
  }
  for (const DealFile* file : batch.files) {
    if (auto failure = read_file(file->path, document::most_bytes, text_)) {
      diagnostics_.push_back({file->order, OrderedDiagnostic::no_deal, std::move(*failure)});
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
  begin_deal(deal, text, order, entry.start);
  // References of the library's documents were checked when it was read.
  evaluate(deal, text, source.name, order, entry.start);
}

void Checker::begin_deal(const model::Deal& of, std::string_view text, std::size_t order, document::Position start) {
  const std::string& id = of.id;
  const document::Position place = place_in(text, "/id", start);
  for (const model::SuccessPlan& plan : programme_.library.documents.success_plans)
    if (plan.deal == id) planned_.emplace(id, of.customer);
  CheckedDeal& deal = deals_.emplace_back();
  deal.hash = hashed(id);
  deal.id = ids_.size();
  deal.file = static_cast<std::uint32_t>(order);
  deal.line = static_cast<std::uint32_t>(place.line);
  deal.column = static_cast<std::uint32_t>(place.column);
  ids_.append(id.c_str(), id.size() + 1);
  ++coverage_.documents;
  ++coverage_.deals;
}

void Checker::evaluate(const model::Deal& deal, std::string_view text, const std::string& name, std::size_t order,
                       document::Position start) {
  found_.clear();
  const bool priced = evaluator_.evaluate(deal, result_, found_);
  const std::size_t index = deals_.size() - 1;
  deals_.back().is_priced = priced ? 1 : 0;
  if (!priced) unpriced_[deal.price_book].push_back(index);
  deals_.back().rule_checks = static_cast<std::uint32_t>(evaluator_.rules_applied()) & 0x7fffffffu;
  count(deals_.back(), 1);
  if (!found_.empty()) keep_diagnostics(text, name, order, start, index);
  bool failed = false;
  for (guardrails::Finding& finding : result_.findings) {
    failed = failed || is_error(finding);
    count(finding, 1);
    const document::Position place = place_in(text, finding.pointer, start);
    findings_.push_back({order, index, {{name, place.line, place.column}, std::move(finding)}});
  }
  if (failed) ++coverage_.failed_deals;
}

void Checker::keep_diagnostics(std::string_view text, const std::string& name, std::size_t order,
                               document::Position start, std::size_t deal) {
  for (Diagnostic& diagnostic : found_) {
    if (diagnostic.file.empty()) diagnostic.file = name;
    if (diagnostic.line == 0) {
      const document::Position place = place_in(text, diagnostic.pointer, start);
      diagnostic.line = place.line;
      diagnostic.column = place.column;
    }
    diagnostics_.push_back({order, deal, std::move(diagnostic)});
  }
  found_.clear();
}

void Checker::take_back(const std::vector<std::size_t>& deals) {
  const auto is_of_them = [&](const auto& one) { return std::binary_search(deals.begin(), deals.end(), one.deal); };
  for (const std::size_t deal : deals) {
    --coverage_.documents;
    --coverage_.deals;
    count(deals_[deal], -1);
  }
  std::size_t failed = OrderedDiagnostic::no_deal;
  for (const OrderedFinding& one : findings_) {
    if (!is_of_them(one)) continue;
    count(one.placed.finding, -1);
    // The findings of one deal stand together.
    if (!is_error(one.placed.finding) || one.deal == failed) continue;
    failed = one.deal;
    --coverage_.failed_deals;
  }
  for (auto& [book, unpriced] : unpriced_)
    std::erase_if(unpriced, [&](std::size_t deal) { return std::binary_search(deals.begin(), deals.end(), deal); });
  std::erase_if(findings_, is_of_them);
  std::erase_if(diagnostics_, is_of_them);
}

void Checker::count(const CheckedDeal& deal, int times) {
  coverage_.deals_priced += static_cast<int>(deal.is_priced) * times;
  coverage_.rule_checks += static_cast<int>(deal.rule_checks) * times;
}

void Checker::count(const guardrails::Finding& finding, int times) {
  int& number = is_error(finding)                                  ? coverage_.errors
                : finding.severity == model::RuleSeverity::warning ? coverage_.warnings
                                                                   : coverage_.infos;
  number += times;
}

std::vector<OrderedDiagnostic> take_back_repeats(const std::vector<std::unique_ptr<Checker>>& checkers,
                                                 const std::vector<InputFile>& names) {
  struct One {
    std::uint64_t hash;
    std::uint32_t checker;
    std::uint32_t deal;
  };
  std::vector<One> all;
  for (std::size_t checker = 0; checker < checkers.size(); ++checker) {
    const auto& deals = checkers[checker]->deals();
    for (std::size_t deal = 0; deal < deals.size(); ++deal)
      all.push_back({deals[deal].hash, static_cast<std::uint32_t>(checker), static_cast<std::uint32_t>(deal)});
  }
  const auto deal_of = [&](const One& one) -> const CheckedDeal& { return checkers[one.checker]->deals()[one.deal]; };
  const auto id_of = [&](const One& one) { return checkers[one.checker]->id_of(deal_of(one)); };
  std::sort(all.begin(), all.end(), [&](const One& a, const One& b) {
    if (a.hash != b.hash) return a.hash < b.hash;
    if (const int compared = id_of(a).compare(id_of(b)); compared != 0) return compared < 0;
    const CheckedDeal& first = deal_of(a);
    const CheckedDeal& second = deal_of(b);
    return std::tie(first.file, first.line, first.column) < std::tie(second.file, second.line, second.column);
  });
  std::vector<OrderedDiagnostic> out;
  std::vector<std::vector<std::size_t>> repeats(checkers.size());
  for (std::size_t at = 1, first = 0; at < all.size(); ++at) {
    if (all[at].hash != all[first].hash || id_of(all[at]) != id_of(all[first])) {
      first = at;
      continue;
    }
    const CheckedDeal& deal = deal_of(all[at]);
    const CheckedDeal& stays = deal_of(all[first]);
    out.push_back(
        {deal.file, OrderedDiagnostic::no_deal,
         document::duplicate_document("deal", id_of(all[at]), display_name(names[deal.file].path), id_place(deal),
                                      display_name(names[stays.file].path), id_place(stays))});
    repeats[all[at].checker].push_back(all[at].deal);
  }
  for (std::size_t checker = 0; checker < checkers.size(); ++checker) {
    if (repeats[checker].empty()) continue;
    std::sort(repeats[checker].begin(), repeats[checker].end());
    checkers[checker]->take_back(repeats[checker]);
  }
  return out;
}

Diagnostics check_planned(const Programme& programme, const std::vector<std::unique_ptr<Checker>>& checkers,
                          bool is_whole) {
  Diagnostics out;
  for (const model::SuccessPlan& plan : programme.library.documents.success_plans) {
    const std::string* customer = nullptr;
    for (const auto& checker : checkers)
      if (const auto found = checker->planned().find(plan.deal); found != checker->planned().end())
        customer = &found->second;
    if (customer == nullptr && (!is_whole || is_known(programme.library, "deal", plan.deal))) continue;
    Diagnostics found;
    if (customer != nullptr) {
      found = success::check_contract(plan, *customer);
    } else {
      Diagnostic& none = found.emplace_back();
      none.code = document::dangling_reference;
      none.pointer = "/deal";
      none.message = "there is no deal " + document::quoted(plan.deal);
      none.expected = "the id of a deal";
      std::vector<std::string_view> ids;
      for (const auto& checker : checkers)
        for (const CheckedDeal& deal : checker->deals())
          if (ids.size() < most_compared) ids.push_back(checker->id_of(deal));
      none.nearest = nearest_name(plan.deal, ids);
    }
    for (Diagnostic& one : found) {
      one.file = "success_plan/" + plan.id;
      out.push_back(std::move(one));
    }
  }
  return out;
}

}  // namespace dealwright::native
