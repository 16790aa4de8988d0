#include "tests/same_bytes/growth_plans.hpp"

#include <cstdint>

#include "core/base/sha256.hpp"
#include "core/document/writer.hpp"
#include "core/portfolio/plan.hpp"
#include "core/report/plan_tables.hpp"
#include "tests/portfolio/fixtures.hpp"

namespace dealwright::tests {

std::string growth_plans_of() {
  std::string out;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const bool is_long = seed % 30 == 0;
    Diagnostics told;
    const Result<portfolio::PlanResult> plan = portfolio::plan_of(drawn_plan(seed, is_long ? 120 : 36, 3), told);
    std::string text;
    if (plan.has_value()) {
      text = document::write_json(*plan);
      for (const report::Table& table : report::plan_tables(*plan, true)) text += report::table_text(table);
    }
    told.insert(told.end(), plan.diagnostics().begin(), plan.diagnostics().end());
    for (const Diagnostic& one : told) text += to_line(one);
    out += "growth plan " + std::to_string(seed) + " " + sha256_hex(text) + "\n";
  }
  return out;
}

}  // namespace dealwright::tests
