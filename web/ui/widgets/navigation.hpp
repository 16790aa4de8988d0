#pragma once
// Ways through the app: tabs, breadcrumbs, steps, what opens and closes.

#include <span>
#include <string_view>

#include "web/ui/icons.hpp"
#include "web/ui/ui.hpp"

namespace dealwright::web::ui {

struct Tab {
  std::string_view label;
  std::string_view count = {};  // in a badge
  Tone tone = Tone::neutral;    // of the badge
};
// Returns whether `selected` changed. Left and right go along them.
bool tabs(std::string_view name, std::span<const Tab> list, int& selected);

// Returns the index of the part that was pressed, or -1. The last one is where one is, and cannot be.
int breadcrumb(std::span<const std::string_view> parts, float kept_free = 0);

struct Step {
  std::string_view label;
  bool done = false;
  std::string_view problem = {};  // what is wrong in it
};
// Returns the index of the step that was pressed, or -1.
int stepper(std::string_view name, std::span<const Step> steps, int current);

// A line that opens what the caller draws below it while `open`. Returns `open`.
struct DisclosureOptions {
  std::string_view detail = {};  // quiet, at the right edge
  std::string_view count = {};   // in a badge
  Tone tone = Tone::neutral;     // of the badge
};
bool disclosure(std::string_view label, bool& open, const DisclosureOptions& options = {});

}  // namespace dealwright::web::ui
