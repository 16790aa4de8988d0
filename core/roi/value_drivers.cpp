#include <string>

#include "core/pricing/book.hpp"
#include "core/roi/bound_case.hpp"
#include "core/roi/case_mistakes.hpp"

namespace dealwright::roi {

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
