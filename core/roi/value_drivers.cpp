#include <string>

#include "core/pricing/book.hpp"
#include "core/roi/bound_case.hpp"
#include "core/roi/case_mistakes.hpp"

namespace dealwright::roi {

void check_estimate(const model::Estimate& estimate, const std::string& pointer, bool is_share,
                    Diagnostics& diagnostics) {
  const auto tell = [&](const char* field, const char* message, const std::string& expected) {
    diagnostics.push_back(mistake("case.range_order", pointer + field, message, expected));
  };
  if (estimate.low && *estimate.low > estimate.likely)
    tell("/low", "the range is the wrong way round: its low end lies above what is likely",
         "at most " + estimate.likely.to_string());
  if (estimate.high && *estimate.high < estimate.likely)
    tell("/high", "the range is the wrong way round: its high end lies below what is likely",
         "at least " + estimate.likely.to_string());
  const Decimal all = Decimal::whole(1);
  const bool is_high_over = estimate.high && *estimate.high > all;
  if (is_share && (estimate.likely > all || is_high_over))
    diagnostics.push_back(mistake("case.improvement_over_all", pointer + (is_high_over ? "/high" : "/likely"),
                                  "nothing improves by more than 100 %", "at most 1"));
}

Diagnostics check_value_drivers(const model::Playbook& playbook) {
  Diagnostics found;
  for (std::size_t i = 0; i < playbook.value_drivers.size(); ++i)
    check_estimate(playbook.value_drivers[i].improvement, "/value_drivers/" + std::to_string(i) + "/improvement", true,
                   found);
  for (std::size_t i = 0; i < playbook.baselines.size(); ++i) {
    const std::string& fact = playbook.baselines[i].fact;
    std::vector<std::string_view> names;
    bool is_known = fact.empty();
    for (const pricing::Fact& one : pricing::profile_facts()) {
      names.push_back(one.name);
      is_known = is_known || one.name == fact;
    }
    if (is_known) continue;
    found.push_back(mistake("playbook.unknown_fact", "/baselines/" + std::to_string(i) + "/fact",
                            "there is no number \"" + fact + "\" in customers' profiles",
                            "the name of a number of the profile"));
    found.back().nearest = nearest_name(fact, names);
  }
  return found;
}

}  // namespace dealwright::roi
