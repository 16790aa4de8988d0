#pragma once
// Rules made ready once for a guardrails document, then applied to any number of priced deals.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/diagnostic.hpp"
#include "core/guardrails/metrics.hpp"
#include "core/model/guardrails.hpp"

namespace dealwright::guardrails {

struct PreparedCondition {
  const Metric* metric = nullptr;
  const model::Condition* source = nullptr;
};

// A rule without mistakes.
struct PreparedRule {
  const model::Rule* source = nullptr;
  const model::Guardrails* document = nullptr;  // its id is "" for the product's own rules
  const Metric* metric = nullptr;
  bool in_money = false;                      // a bound or a condition is an amount of money
  std::vector<PreparedCondition> of_deal;     // conditions that do not depend on the subject
  std::vector<PreparedCondition> of_subject;  // conditions on the subject itself
  std::vector<PreparedCondition> narrower;    // conditions that one line of the subject must meet together
};

// The rules of one document. Refers to the document, which must outlive it and stay unchanged.
class RuleSet {
 public:
  explicit RuleSet(const model::Guardrails& document);
  // The product's own rules: users are never priced; brand, price and relationship are the partner's.
  static const RuleSet& principles();

  std::span<const PreparedRule> rules() const { return rules_; }
  // Bit n: a rule of this document takes the place of the n-th of principles().
  std::uint32_t replaces() const { return replaces_; }
  // What is wrong with the document's rules; those with errors are not among rules(). Pointers are within the document.
  const Diagnostics& diagnostics() const { return diagnostics_; }

 private:
  std::vector<PreparedRule> rules_;
  std::uint32_t replaces_ = 0;
  Diagnostics diagnostics_;
};

// The bounds in force for a deal: of the rule's own and those of the roles that have approved, the widest.
struct Limits {
  std::optional<Decimal> min, max;
};
Limits limits_of(const model::Rule& rule, const model::Deal& deal);

// How a rule stands to a subject.
enum class Verdict : std::uint8_t {
  not_meant,  // the rule's filter or currency leaves it out
  no_value,   // there is nothing to measure, so it passes
  passes,
  fails,
};

struct Check {
  Verdict verdict = Verdict::not_meant;
  Value value;          // where it passes or fails
  Decimal bound;        // where a number fails: the limit it breaks
  bool is_min = false;  // that limit is a least value
};

// Checks one subject against one rule.
Check check(const PreparedRule& rule, const Facts& facts, Subject subject);

struct Breach {
  const PreparedRule* rule = nullptr;
  Subject subject;
  Check check;
};

// Appends each subject that fails a rule of the product or of `sets`: errors first, then warnings, then infos, each in
// the order of the rules. Returns how many rules were meant for the deal or one of its subjects. Allocates nothing
// where nothing fails.
int apply(std::span<const RuleSet* const> sets, const Facts& facts, std::vector<Breach>& breaches);

// Whether some rule of severity error fails.
bool fails(std::span<const RuleSet* const> sets, const Facts& facts);

}  // namespace dealwright::guardrails
