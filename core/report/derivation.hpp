#pragma once
// Where a number comes from, as a tree: every node says what it is, how it follows from its children, and its value;
// leaves name the place in a document.

#include <string>
#include <string_view>
#include <vector>

#include "core/report/check_report.hpp"

namespace dealwright::report {

// How a node's number follows from its children's. All but `rule` hold exactly.
enum class Step : std::uint8_t {
  value,       // stated in a document, or fixed; no children
  sum,         // of all children
  difference,  // the first child less the others
  product,     // of all children
  quotient,    // the first child / the second, shown with six places
  rule,        // as the formula says
};
BOOST_DESCRIBE_ENUM(Step, value, sum, difference, product, quotient, rule)

struct Derivation {
  std::string label;    // "Net of platform"
  std::string formula;  // in words; "" for a plain value
  Step step = Step::value;
  std::string value;   // for people, with its unit
  std::string number;  // exact digits; "" for words and for what has no value
  std::string kind;    // of the document that states it: "price_book"; "" where none does
  std::string id;
  std::string pointer;  // JSON Pointer in that document
  Place place;          // for the caller to fill in: core knows no files
  std::vector<Derivation> children;

  friend bool operator==(const Derivation&, const Derivation&) = default;
};

// One node a line, indented by two for each level: "label: value = formula  [file:line:col pointer]". Levels below
// `depth` are left out; 0: none is.
std::string derivation_text(const Derivation& root, int depth = 0);
// A nested list.
std::string derivation_markdown(const Derivation& root, int depth = 0);
// Objects with "label", "formula", "step", "value", "number", "source" and "children".
std::string derivation_json(const std::vector<Derivation>& roots);

}  // namespace dealwright::report
