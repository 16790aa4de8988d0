#pragma once
// Places of note along an axis of numbers.

#include <span>

#include "web/ui/chart/plot.hpp"

namespace dealwright::web::ui {

// A line down the plot for each, with its words at the top; words that would lie on each other go below each other.
void draw_marks(const Plot& plot, std::span<const ChartMark> marks);

}  // namespace dealwright::web::ui
