#pragma once
// Where things stand: columns, toolbars, regions, distances.

#include <initializer_list>
#include <span>
#include <string_view>

#include "web/ui/ui.hpp"

namespace dealwright::web::ui {

// Distances of the one scale, downwards.
void space(float pixels);
inline void space_small() {
  space(theme().space.small);
}
inline void space_large() {
  space(theme().space.large);
}
// To the right of the last item.
void beside(float gap = -1);  // -1: the small distance
// To the right edge, leaving `width` for what follows; in the line of the last item.
void at_right(float width);
// A thin line across.
void rule();

// Columns side by side, as wide as their weights say; where that leaves a column less than `least` pixels, the later
// ones go below the first.
//   Columns columns("totals", {2, 1});
//   columns.next(); ...first...   columns.next(); ...second...
class Columns {
 public:
  Columns(std::string_view id, std::initializer_list<float> weights, float least = 0, float gap = -1);
  Columns(std::string_view id, int count, float least = 0, float gap = -1);
  ~Columns();
  Columns(const Columns&) = delete;
  Columns& operator=(const Columns&) = delete;
  void next();
  // In one row.
  bool side_by_side() const { return side_by_side_; }

 private:
  void open(std::string_view id, std::span<const float> weights, float least, float gap);
  bool side_by_side_ = true;
  bool open_ = false;
  int columns_ = 1;
  int begun_ = 0;
};

// A scrolling part of the window with a name that screen readers can jump to. Size 0: all there is; negative: all but.
struct RegionOptions {
  float width = 0, height = 0;
  float padding = -1;  // -1: none
  Colour ground = 0;   // 0: the window's
  bool border_right = false, border_left = false;
  bool automatic_height = false;
  bool fixed = false;  // never scrolls: a bar of one line
};
class Region {
 public:
  Region(std::string_view name, const RegionOptions& options = {});
  ~Region();
  Region(const Region&) = delete;
  Region& operator=(const Region&) = delete;
};

// The line of buttons over a panel.
class Toolbar {
 public:
  explicit Toolbar(std::string_view name);
  ~Toolbar();
  Toolbar(const Toolbar&) = delete;
  Toolbar& operator=(const Toolbar&) = delete;

 private:
  ImGuiID id_;
};

}  // namespace dealwright::web::ui
