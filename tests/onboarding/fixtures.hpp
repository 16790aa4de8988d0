#pragma once
// Templates in short.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/base/diagnostic.hpp"
#include "core/model/onboarding.hpp"

namespace dealwright::tests {

inline Date day(const char* text) {
  return *Date::parse(text);
}

inline model::TemplateItem item(std::string id, int days = 1, std::vector<std::string> after = {}) {
  model::TemplateItem one;
  one.name = "Item " + id;
  one.id = std::move(id);
  one.stage = "one";
  one.track = "technical";
  one.owner = "sales";
  one.days = days;
  one.after = std::move(after);
  return one;
}

inline model::Template template_with(std::vector<model::TemplateItem> items) {
  model::Template onboarding;
  onboarding.id = "partners";
  onboarding.name = "Partners";
  onboarding.stages = {{"one", "One", "Go"}, {"two", "Two", "Go on"}};
  onboarding.tracks = {{"technical", "Technical"}, {"commercial", "Commercial"}};
  onboarding.items = std::move(items);
  return onboarding;
}

inline const Diagnostic* find_code(const Diagnostics& diagnostics, const std::string& code) {
  const auto found =
      std::find_if(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& one) { return one.code == code; });
  return found == diagnostics.end() ? nullptr : &*found;
}

inline std::string pointer_of(const Diagnostics& diagnostics, const std::string& code) {
  const Diagnostic* const found = find_code(diagnostics, code);
  return found == nullptr ? "none" : found->pointer;
}

}  // namespace dealwright::tests
