#pragma once
// Surfaces and what stands on them in one glance: cards, figures, chips, badges, empty places.

#include <functional>
#include <span>
#include <string_view>

#include "web/ui/icons.hpp"
#include "web/ui/ui.hpp"

namespace dealwright::web::ui {

// A raised surface; what is drawn while it lives stands on it. As wide as there is room, as high as its content.
struct CardOptions {
  std::string_view title = {};
  std::string_view detail = {};        // quiet, under the title
  std::function<void()> actions = {};  // drawn in the title's line, at the right edge
  float actions_width = 0;             // CSS pixels that they take
  std::string_view level = {};         // cards of one level, side by side, are equally high
  float height = 0;                    // 0: as its content
  bool flush = false;                  // its content reaches its edges: tables
  std::string_view name = {};          // for screen readers where there is no title
};
class Card {
 public:
  Card(std::string_view id, const CardOptions& options);
  explicit Card(std::string_view title) : Card(title, {.title = title}) {}
  ~Card();
  Card(const Card&) = delete;
  Card& operator=(const Card&) = delete;

 private:
  ImGuiID id_ = 0;
  ImGuiID level_ = 0;
  bool flush_ = false;
};

// Label, the one big figure, and how it moved: "+2.1 %". Where `why` is set the figure can be asked; returns whether it
// was. The words of `delta` say which way it went, its tone whether that is good.
struct StatOptions {
  std::string_view delta = {};
  Tone delta_tone = Tone::neutral;
  std::string_view detail = {};  // quiet, under the figure
  bool why = false;
  Tone tone = Tone::neutral;  // of the figure
  Type type = Type::display;
};
bool stat(std::string_view label, std::string_view figure, const StatOptions& options = {});

// A word on a soft ground, with the sign of its tone (or another one).
void chip(std::string_view word, Tone tone = Tone::neutral);
void chip(std::string_view word, Tone tone, Icon sign);
float chip_width(std::string_view word, bool sign);
// A count in a pill: "3".
void badge(std::string_view count, Tone tone = Tone::neutral, std::string_view name = {});

// A message across the whole width: what happened and what can be done. Returns whether its action was pressed.
bool banner(std::string_view words, Tone tone, std::string_view action = {});

// In place of what is not there yet. Returns whether its action was pressed.
bool empty_state(Icon sign, std::string_view title, std::string_view words, std::string_view action = {});

// fraction 0 to 1; negative: how far is unknown. `words` say what goes on.
void progress(std::string_view words, float fraction);

// A coloured thread with marks: how full something is against a limit. All 0 to 1.
void meter(std::string_view name, float fraction, float limit, Tone tone);
// The same against a band, which is marked from one end to the other.
void band_meter(std::string_view name, float fraction, float from, float to, Tone tone);

}  // namespace dealwright::web::ui
