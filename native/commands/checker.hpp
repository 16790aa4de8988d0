#pragma once
// Checks deals one at a time against a programme and keeps only what was found: one a thread.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/evaluate.hpp"
#include "core/report/check_report.hpp"
#include "native/io/deal_queue.hpp"
#include "native/io/programme.hpp"

namespace dealwright::native {

// Where a deal stands among the input; two deals of one id are told by these.
struct DealId {
  std::uint64_t hash[2];   // of the id: 128 bits, so that chance never makes two ids one
  std::uint32_t file = 0;  // place among the input files
  std::uint32_t line = 0;
};

// What was found, with its place among the input for a stable order.
struct OrderedFinding {
  std::size_t file = 0;
  report::PlacedFinding placed;
};
struct OrderedDiagnostic {
  std::size_t file = 0;
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
  const std::vector<DealId>& ids() const { return ids_; }
  const Evaluator& evaluator() const { return evaluator_; }
  long long bytes() const { return bytes_; }

 private:
  void evaluate(const model::Deal& deal, std::string_view text, const std::string& name, std::size_t order,
                document::Position start);
  void keep_diagnostics(std::string_view text, const std::string& name, std::size_t order, document::Position start);

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
  std::vector<DealId> ids_;
  long long bytes_ = 0;
};

// A diagnostic for every id that more than one deal has, at the later ones. `names` are the input files'.
std::vector<OrderedDiagnostic> repeated_ids(std::vector<DealId> ids, const std::vector<InputFile>& names);

}  // namespace dealwright::native
