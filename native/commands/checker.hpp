#pragma once
// Checks deals one at a time against a programme and keeps only what was found: one a thread.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/evaluate.hpp"
#include "core/report/check_report.hpp"
#include "native/io/deal_queue.hpp"
#include "native/io/programme.hpp"

namespace dealwright::native {

// What is kept of every deal, so that two of one id are found: streams may hold millions.
struct CheckedDeal {
  std::uint64_t hash = 0;  // of the id
  std::size_t id = 0;      // where the id begins among those of the checker
  std::uint32_t file = 0;  // place among the input files
  std::uint32_t line = 0;  // of the id
  std::uint32_t column = 0;
  std::uint32_t rule_checks : 31 = 0;
  std::uint32_t is_priced : 1 = 0;
};

// What was found, with its place among the input for a stable order, and which of the checker's deals it is of.
struct OrderedFinding {
  std::size_t file = 0;
  std::size_t deal = 0;
  report::PlacedFinding placed;
};
struct OrderedDiagnostic {
  static constexpr std::size_t no_deal = SIZE_MAX;
  std::size_t file = 0;
  std::size_t deal = no_deal;  // also of a deal with mistakes, which is left out
  Diagnostic diagnostic;
};

class Checker {
 public:
  Checker(const Programme& programme, const EvaluateOptions& options);

  // The text of one deal of the file, which begins at that line.
  void check_text(std::string_view text, const std::string& name, std::size_t order, int line);
  void check_batch(const DealBatch& batch);
  // A deal of the library: an entry of kind deal.
  void check_entry(const document::Entry& entry);

  const report::Coverage& coverage() const { return coverage_; }
  const std::vector<OrderedFinding>& findings() const { return findings_; }
  const std::vector<OrderedDiagnostic>& diagnostics() const { return diagnostics_; }
  const std::vector<CheckedDeal>& deals() const { return deals_; }
  // Those of deals() that were not priced, by the id of their price book.
  const std::map<std::string, std::vector<std::size_t>>& unpriced() const { return unpriced_; }
  std::string_view id_of(const CheckedDeal& deal) const { return ids_.c_str() + deal.id; }
  // Takes back all that was counted and found of some of deals(), whose indices ascend.
  void take_back(const std::vector<std::size_t>& deals);
  const Evaluator& evaluator() const { return evaluator_; }
  // Customers of the deals that success plans name, by the deal's id.
  const std::map<std::string, std::string>& planned() const { return planned_; }
  long long bytes() const { return bytes_; }

 private:
  void begin_deal(const model::Deal& deal, std::string_view text, std::size_t order, document::Position start);
  void evaluate(const model::Deal& deal, std::string_view text, const std::string& name, std::size_t order,
                document::Position start);
  void keep_diagnostics(std::string_view text, const std::string& name, std::size_t order, document::Position start,
                        std::size_t deal);
  // Adds what is counted so many times: once, or -1 times.
  void count(const CheckedDeal& deal, int times);
  void count(const guardrails::Finding& finding, int times);

  const Programme& programme_;
  Evaluator evaluator_;
  document::Reader reader_;
  model::Deal deal_;
  report::DealEvaluation result_;
  Diagnostics found_;
  std::string text_;
  report::Coverage coverage_;
  std::vector<OrderedFinding> findings_;
  std::vector<OrderedDiagnostic> diagnostics_;
  std::vector<CheckedDeal> deals_;
  std::map<std::string, std::vector<std::size_t>> unpriced_;
  std::map<std::string, std::string> planned_;
  std::string ids_;  // of deals_, each closed by a NUL
  long long bytes_ = 0;
};

// Of the deals of one id the first of the input stays, as among the documents of a library: what the checkers have of
// the others is taken back, and each is told. `names` are the input files'.
std::vector<OrderedDiagnostic> take_back_repeats(const std::vector<std::unique_ptr<Checker>>& checkers,
                                                 const std::vector<InputFile>& names);

// What is wrong with the deals that success plans name: none of that id, where `is_whole` says that all deals were
// read, and one of another customer.
Diagnostics check_planned(const Programme& programme, const std::vector<std::unique_ptr<Checker>>& checkers,
                          bool is_whole);

}  // namespace dealwright::native
