#include "core/base/words.hpp"

#include <algorithm>

namespace dealwright {

std::string spaced(std::string_view name) {
  if (name == "automation_ai") return "automation and AI";
  if (name == "one_off") return "one-off";
  std::string out(name);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

std::string titled(std::string_view name) {
  std::string out = spaced(name);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace dealwright
