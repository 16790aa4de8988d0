#include "web/panels/word_choice.hpp"

#include <string>
#include <vector>

#include "core/base/words.hpp"
#include "web/ui/widgets/choice.hpp"

namespace dealwright::web {

ui::FieldEdit word_choice(const ui::Field& field, std::span<const std::string_view> words, int& selected,
                          std::string_view before) {
  std::vector<std::string> labels;
  if (!before.empty()) labels.emplace_back(before);
  for (const auto word : words) labels.push_back(titled(word));
  const std::vector<std::string_view> views(labels.begin(), labels.end());
  return ui::choice(field, views, selected);
}

}  // namespace dealwright::web
