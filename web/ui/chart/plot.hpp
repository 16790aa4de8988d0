#pragma once
// What all charts have: room, axes, grid, legend, the value at the pointer or at the keyboard's mark.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/function_ref.hpp"
#include "web/ui/chart/axis.hpp"
#include "web/ui/chart/chart.hpp"
#include "web/ui/widgets/item.hpp"

namespace dealwright::web::ui {

// How a series is drawn, and therefore shown in the legend.
enum class Stroke : std::uint8_t { box, solid, dashed, dotted, band };

struct LegendEntry {
  std::string_view name;
  Colour colour = 0;
  Stroke stroke = Stroke::box;
};

class Plot {
 public:
  // Takes the room and states the chart. Evaluates to false where there is nothing to draw: out of sight, or empty,
  // which it says.
  Plot(const ChartOptions& options, bool empty, std::span<const LegendEntry> legend);
  explicit operator bool() const { return open_; }

  // Axes: first the values at the left, then what stands at the bottom. The ends are rounded.
  void value_axis(double low, double high);
  void label_axis(std::span<const std::string> labels);
  void number_axis(double low, double high, std::string_view name);
  // Bars that lie: names at the left, as wide as `width`, values at the bottom; `right` is kept free beside the bars.
  void lying_axes(double low, double high, float width, float right = 0);

  float x(double value) const;    // with number_axis or lying_axes
  float y(double value) const;    // with value_axis
  float middle(int index) const;  // of a label's slot
  float slot() const { return slots_ > 0 ? area_.GetWidth() / static_cast<float>(slots_) : 0; }
  const ImRect& area() const { return area_; }
  // Horizontal or vertical line at a value.
  void zero_line();

  // Which of `count` places, `at(i)` being where they stand across (or down, where bars lie), the pointer or the
  // keyboard's mark is at; -1: none.
  int pointed(int count, FunctionRef<float(int)> at, bool down = false);

  // What stands at a place: a title and a line for each series.
  struct Value {
    std::string_view name;
    std::string text;
    Colour colour = 0;
  };
  void show_values(ImVec2 place, std::string_view title, std::span<const Value> values);
  // "1,234.50 EUR"; -1 places: as many as the value asks for.
  std::string value_text(double value, int places = -1) const;

 private:
  void draw_legend(std::span<const LegendEntry> legend);
  void read_by_keys(int count);

  const ChartOptions& options_;
  ImGuiID id_ = 0;
  ImRect box_, area_;
  Axis values_, numbers_;
  int slots_ = 0;
  bool lying_ = false;
  bool hovered_ = false;
  bool open_ = false;
};

// The colour of the series with this index.
Colour series_colour(std::size_t index);

// A line through points; dashed and dotted ones tell series apart without colour.
void draw_line(std::span<const ImVec2> points, Colour colour, Stroke stroke, float width = 2);
// Between two lines of equally many points.
void draw_band(std::span<const ImVec2> upper, std::span<const ImVec2> lower, Colour colour);
// A point that stands out.
void draw_point(ImVec2 at, Colour colour);

}  // namespace dealwright::web::ui
