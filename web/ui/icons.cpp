#include "web/ui/icons.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <numbers>

namespace dealwright::web::ui {

namespace {

constexpr float grid = 16;

// Draws on the grid of 16 by 16.
class Pen {
 public:
  Pen(ImDrawList& list, ImVec2 centre, float size, Colour colour)
      : list_(list),
        scale_(size / grid),
        corner_{centre.x - size / 2, centre.y - size / 2},
        colour_(colour),
        width_(std::max(1.2F, 1.5F * scale_)) {}

  void stroke(std::initializer_list<ImVec2> points, bool closed = false) const {
    for (const ImVec2 point : points) list_.PathLineTo(at(point));
    list_.PathStroke(colour_, closed ? ImDrawFlags_Closed : 0, width_);
  }
  void circle(ImVec2 centre, float radius) const { list_.AddCircle(at(centre), radius * scale_, colour_, 0, width_); }
  void dot(ImVec2 centre, float radius) const { list_.AddCircleFilled(at(centre), radius * scale_, colour_); }
  void box(ImVec2 from, ImVec2 to, float radius = 1.5F) const {
    list_.PathRect(at(from), at(to), radius * scale_);
    list_.PathStroke(colour_, ImDrawFlags_Closed, width_);
  }
  // Angles in turns, clockwise from the right.
  void arc(ImVec2 centre, float radius, float from, float to) const {
    constexpr float turn = 2 * std::numbers::pi_v<float>;
    list_.PathArcTo(at(centre), radius * scale_, from * turn, to * turn);
    list_.PathStroke(colour_, 0, width_);
  }
  void curve(ImVec2 from, ImVec2 b, ImVec2 c, ImVec2 to) const {
    list_.PathLineTo(at(from));
    list_.PathBezierCubicCurveTo(at(b), at(c), at(to));
    list_.PathStroke(colour_, 0, width_);
  }

 private:
  ImVec2 at(ImVec2 point) const { return {corner_.x + point.x * scale_, corner_.y + point.y * scale_}; }

  ImDrawList& list_;
  float scale_;
  ImVec2 corner_;
  Colour colour_;
  float width_;
};

void draw_sign(const Pen& pen, Icon icon) {
  switch (icon) {
    case Icon::add:
      pen.stroke({{8, 3.5F}, {8, 12.5F}});
      pen.stroke({{3.5F, 8}, {12.5F, 8}});
      break;
    case Icon::remove:
      pen.stroke({{3.5F, 8}, {12.5F, 8}});
      break;
    case Icon::close:
      pen.stroke({{4.2F, 4.2F}, {11.8F, 11.8F}});
      pen.stroke({{11.8F, 4.2F}, {4.2F, 11.8F}});
      break;
    case Icon::check:
      pen.stroke({{3.5F, 8.4F}, {6.6F, 11.5F}, {12.6F, 4.9F}});
      break;
    case Icon::chevron_left:
      pen.stroke({{9.8F, 4.2F}, {6, 8}, {9.8F, 11.8F}});
      break;
    case Icon::chevron_right:
      pen.stroke({{6.2F, 4.2F}, {10, 8}, {6.2F, 11.8F}});
      break;
    case Icon::chevron_up:
      pen.stroke({{4.2F, 9.8F}, {8, 6}, {11.8F, 9.8F}});
      break;
    case Icon::chevron_down:
      pen.stroke({{4.2F, 6.2F}, {8, 10}, {11.8F, 6.2F}});
      break;
    case Icon::arrow_up:
      pen.stroke({{8, 13}, {8, 3.2F}});
      pen.stroke({{4, 7.2F}, {8, 3.2F}, {12, 7.2F}});
      break;
    case Icon::arrow_down:
      pen.stroke({{8, 3}, {8, 12.8F}});
      pen.stroke({{4, 8.8F}, {8, 12.8F}, {12, 8.8F}});
      break;
    case Icon::arrow_right:
      pen.stroke({{3, 8}, {12.8F, 8}});
      pen.stroke({{8.8F, 4}, {12.8F, 8}, {8.8F, 12}});
      break;
    case Icon::sort:
      pen.stroke({{5, 6.4F}, {8, 3.4F}, {11, 6.4F}});
      pen.stroke({{5, 9.6F}, {8, 12.6F}, {11, 9.6F}});
      break;
    case Icon::search:
      pen.circle({7, 7}, 4.2F);
      pen.stroke({{10.2F, 10.2F}, {13.4F, 13.4F}});
      break;
    case Icon::filter:
      pen.stroke({{2.5F, 4.5F}, {13.5F, 4.5F}});
      pen.stroke({{4.8F, 8}, {11.2F, 8}});
      pen.stroke({{6.8F, 11.5F}, {9.2F, 11.5F}});
      break;
    case Icon::menu:
      pen.stroke({{2.8F, 4.5F}, {13.2F, 4.5F}});
      pen.stroke({{2.8F, 8}, {13.2F, 8}});
      pen.stroke({{2.8F, 11.5F}, {13.2F, 11.5F}});
      break;
    case Icon::more:
      pen.dot({3.6F, 8}, 1.2F);
      pen.dot({8, 8}, 1.2F);
      pen.dot({12.4F, 8}, 1.2F);
      break;
    case Icon::success:
      pen.circle({8, 8}, 6);
      pen.stroke({{5.3F, 8.2F}, {7.2F, 10.1F}, {10.8F, 6.1F}});
      break;
    case Icon::info:
      pen.circle({8, 8}, 6);
      pen.stroke({{8, 7.4F}, {8, 11}});
      pen.dot({8, 5.1F}, 0.95F);
      break;
    case Icon::warning:
      pen.stroke({{8, 2.2F}, {14.3F, 13.2F}, {1.7F, 13.2F}}, true);
      pen.stroke({{8, 6.3F}, {8, 9.4F}});
      pen.dot({8, 11.3F}, 0.95F);
      break;
    case Icon::error:
      pen.stroke({{5.5F, 2}, {10.5F, 2}, {14, 5.5F}, {14, 10.5F}, {10.5F, 14}, {5.5F, 14}, {2, 10.5F}, {2, 5.5F}},
                 true);
      pen.stroke({{8, 4.9F}, {8, 8.6F}});
      pen.dot({8, 11}, 0.95F);
      break;
    case Icon::question:
      pen.circle({8, 8}, 6);
      pen.curve({6.2F, 6.5F}, {6.4F, 4.2F}, {9.8F, 4.4F}, {9.7F, 6.6F});
      pen.curve({9.7F, 6.6F}, {9.6F, 7.8F}, {8, 7.8F}, {8, 9.2F});
      pen.dot({8, 11.3F}, 0.9F);
      break;
    case Icon::document:
      pen.stroke({{9.2F, 1.8F}, {3.5F, 1.8F}, {3.5F, 14.2F}, {12.5F, 14.2F}, {12.5F, 5.2F}}, false);
      pen.stroke({{12.5F, 5.2F}, {9.2F, 1.8F}, {9.2F, 5.2F}, {12.5F, 5.2F}});
      pen.stroke({{6, 8.4F}, {10, 8.4F}});
      pen.stroke({{6, 11.2F}, {10, 11.2F}});
      break;
    case Icon::documents:
      pen.box({5, 1.8F}, {13.2F, 11.4F});
      pen.stroke({{2.8F, 4.6F}, {2.8F, 14.2F}, {10.4F, 14.2F}});
      pen.stroke({{7.6F, 5.2F}, {10.6F, 5.2F}});
      pen.stroke({{7.6F, 8}, {10.6F, 8}});
      break;
    case Icon::folder:
      pen.stroke({{2, 12.8F}, {2, 3.4F}, {6.2F, 3.4F}, {7.8F, 5.2F}, {14, 5.2F}, {14, 12.8F}}, true);
      break;
    case Icon::download:
      pen.stroke({{8, 2.4F}, {8, 10}});
      pen.stroke({{4.8F, 7}, {8, 10.2F}, {11.2F, 7}});
      pen.stroke({{2.8F, 10.6F}, {2.8F, 13.4F}, {13.2F, 13.4F}, {13.2F, 10.6F}});
      break;
    case Icon::upload:
      pen.stroke({{8, 10.2F}, {8, 2.8F}});
      pen.stroke({{4.8F, 5.8F}, {8, 2.6F}, {11.2F, 5.8F}});
      pen.stroke({{2.8F, 10.6F}, {2.8F, 13.4F}, {13.2F, 13.4F}, {13.2F, 10.6F}});
      break;
    case Icon::copy:
      pen.box({5.6F, 5.6F}, {13.6F, 13.6F});
      pen.stroke({{3.4F, 10.4F}, {2.4F, 10.4F}, {2.4F, 2.4F}, {10.4F, 2.4F}, {10.4F, 3.4F}});
      break;
    case Icon::link:
      pen.stroke({{6.4F, 9.6F}, {9.6F, 6.4F}});
      pen.stroke({{7.4F, 4.8F}, {9, 3.2F}, {10.9F, 2.8F}, {12.6F, 3.8F}, {13.2F, 5.4F}, {12.8F, 7}, {11.2F, 8.6F}});
      pen.stroke({{8.6F, 11.2F}, {7, 12.8F}, {5.1F, 13.2F}, {3.4F, 12.2F}, {2.8F, 10.6F}, {3.2F, 9}, {4.8F, 7.4F}});
      break;
    case Icon::undo:
      pen.stroke({{5.6F, 3}, {2.6F, 6}, {5.6F, 9}});
      pen.stroke({{2.6F, 6}, {9.4F, 6}});
      pen.arc({9.4F, 9.5F}, 3.5F, -0.25F, 0.25F);
      pen.stroke({{9.4F, 13}, {6, 13}});
      break;
    case Icon::redo:
      pen.stroke({{10.4F, 3}, {13.4F, 6}, {10.4F, 9}});
      pen.stroke({{13.4F, 6}, {6.6F, 6}});
      pen.arc({6.6F, 9.5F}, 3.5F, 0.25F, 0.75F);
      pen.stroke({{6.6F, 13}, {10, 13}});
      break;
    case Icon::refresh:
      pen.arc({8, 8}, 5.2F, -0.08F, 0.75F);
      pen.stroke({{5.6F, 0.9F}, {8.2F, 2.9F}, {5.9F, 5.2F}});
      break;
    case Icon::edit:
      pen.stroke({{11.2F, 2.6F}, {13.4F, 4.8F}, {5.6F, 12.6F}, {2.6F, 13.4F}, {3.4F, 10.4F}}, true);
      pen.stroke({{9.2F, 4.6F}, {11.4F, 6.8F}});
      break;
    case Icon::trash:
      pen.stroke({{2.6F, 4.4F}, {13.4F, 4.4F}});
      pen.stroke({{5.8F, 4.2F}, {6.2F, 2.2F}, {9.8F, 2.2F}, {10.2F, 4.2F}});
      pen.stroke({{4, 4.6F}, {4.6F, 13.8F}, {11.4F, 13.8F}, {12, 4.6F}});
      break;
    case Icon::drag:
      for (const float y : {4.0F, 8.0F, 12.0F}) {
        pen.dot({6, y}, 1);
        pen.dot({10, y}, 1);
      }
      break;
    case Icon::settings:
      pen.stroke({{2.4F, 4.8F}, {8.2F, 4.8F}});
      pen.stroke({{12.4F, 4.8F}, {13.6F, 4.8F}});
      pen.circle({10.3F, 4.8F}, 2);
      pen.stroke({{2.4F, 11.2F}, {3.6F, 11.2F}});
      pen.stroke({{7.8F, 11.2F}, {13.6F, 11.2F}});
      pen.circle({5.7F, 11.2F}, 2);
      break;
    case Icon::sun:
      pen.circle({8, 8}, 2.9F);
      for (int i = 0; i < 8; ++i) {
        const float angle = static_cast<float>(i) * std::numbers::pi_v<float> / 4;
        const ImVec2 out = {std::cos(angle), std::sin(angle)};
        pen.stroke({{8 + 5 * out.x, 8 + 5 * out.y}, {8 + 6.5F * out.x, 8 + 6.5F * out.y}});
      }
      break;
    case Icon::moon:
      pen.arc({8, 8}, 5.6F, 0.07F, 0.68F);
      pen.curve({5.64F, 2.92F}, {5.2F, 8.4F}, {8.4F, 11.6F}, {13.08F, 10.4F});
      break;
    case Icon::calendar:
      pen.box({2.4F, 3.4F}, {13.6F, 13.8F});
      pen.stroke({{2.4F, 6.8F}, {13.6F, 6.8F}});
      pen.stroke({{5.4F, 1.8F}, {5.4F, 4.4F}});
      pen.stroke({{10.6F, 1.8F}, {10.6F, 4.4F}});
      break;
    case Icon::clock:
      pen.circle({8, 8}, 6);
      pen.stroke({{8, 4.4F}, {8, 8}, {10.6F, 9.6F}});
      break;
    case Icon::person:
      pen.circle({8, 5}, 2.7F);
      pen.curve({2.8F, 13.8F}, {3.2F, 8.8F}, {12.8F, 8.8F}, {13.2F, 13.8F});
      break;
    case Icon::people:
      pen.circle({6, 5.2F}, 2.4F);
      pen.curve({1.6F, 13.4F}, {2, 9}, {10, 9}, {10.4F, 13.4F});
      pen.arc({10.8F, 5.2F}, 2.3F, -0.27F, 0.27F);
      pen.curve({12, 9.6F}, {13.6F, 10.1F}, {14.2F, 11.6F}, {14.4F, 13.4F});
      break;
    case Icon::building:
      pen.stroke({{3.2F, 13.8F}, {3.2F, 2.2F}, {10.2F, 2.2F}, {10.2F, 13.8F}});
      pen.stroke({{10.2F, 6.4F}, {13.2F, 6.4F}, {13.2F, 13.8F}});
      pen.stroke({{1.8F, 13.8F}, {14.2F, 13.8F}});
      pen.stroke({{5.8F, 5.2F}, {7.6F, 5.2F}});
      pen.stroke({{5.8F, 8}, {7.6F, 8}});
      pen.stroke({{5.8F, 10.8F}, {7.6F, 10.8F}});
      break;
    case Icon::tag:
      pen.stroke({{2.4F, 2.4F}, {8.2F, 2.4F}, {13.8F, 8}, {8, 13.8F}, {2.4F, 8.2F}}, true);
      pen.dot({5.5F, 5.5F}, 1.1F);
      break;
    case Icon::book:
      pen.stroke({{3.2F, 12.6F}, {3.2F, 2.2F}, {12.8F, 2.2F}, {12.8F, 11.2F}, {4.6F, 11.2F}});
      pen.stroke({{4.6F, 11.2F}, {3.2F, 12.6F}, {4.6F, 13.9F}, {12.8F, 13.9F}});
      break;
    case Icon::shield:
      pen.stroke(
          {{8, 1.9F}, {13.2F, 3.9F}, {13.2F, 8}, {11.4F, 11.6F}, {8, 14.1F}, {4.6F, 11.6F}, {2.8F, 8}, {2.8F, 3.9F}},
          true);
      pen.stroke({{5.6F, 8}, {7.4F, 9.8F}, {10.4F, 6.3F}});
      break;
    case Icon::lock:
      pen.box({3.2F, 7}, {12.8F, 13.8F});
      pen.stroke({{5.2F, 7}, {5.2F, 5}});
      pen.arc({8, 5}, 2.8F, 0.5F, 1.0F);
      pen.stroke({{10.8F, 5}, {10.8F, 7}});
      break;
    case Icon::flag:
      pen.stroke({{3.4F, 14.2F}, {3.4F, 2.4F}, {12.8F, 2.4F}, {10.8F, 5.8F}, {12.8F, 9.2F}, {3.4F, 9.2F}});
      break;
    case Icon::chart:
      pen.stroke({{2.6F, 2.4F}, {2.6F, 13.4F}, {13.6F, 13.4F}});
      pen.stroke({{5.8F, 10.8F}, {5.8F, 7.6F}});
      pen.stroke({{9, 10.8F}, {9, 4.6F}});
      pen.stroke({{12.2F, 10.8F}, {12.2F, 6.4F}});
      break;
    case Icon::table:
      pen.box({2.2F, 3}, {13.8F, 13});
      pen.stroke({{2.2F, 6.4F}, {13.8F, 6.4F}});
      pen.stroke({{2.2F, 9.7F}, {13.8F, 9.7F}});
      pen.stroke({{6.6F, 6.4F}, {6.6F, 13}});
      break;
    case Icon::coins:
      pen.circle({6.2F, 9.8F}, 4);
      pen.arc({9.8F, 6.2F}, 4, 0.54F, 1.21F);
      pen.stroke({{6.2F, 8.3F}, {6.2F, 11.3F}});
      break;
    case Icon::play:
      pen.stroke({{4.6F, 2.8F}, {13, 8}, {4.6F, 13.2F}}, true);
      break;
    case Icon::eye:
      pen.curve({1.6F, 8}, {4.4F, 2.8F}, {11.6F, 2.8F}, {14.4F, 8});
      pen.curve({1.6F, 8}, {4.4F, 13.2F}, {11.6F, 13.2F}, {14.4F, 8});
      pen.circle({8, 8}, 2);
      break;
    case Icon::star:
      pen.stroke({{8, 1.9F},
                  {9.9F, 5.8F},
                  {14.2F, 6.4F},
                  {11.1F, 9.4F},
                  {11.8F, 13.7F},
                  {8, 11.7F},
                  {4.2F, 13.7F},
                  {4.9F, 9.4F},
                  {1.8F, 6.4F},
                  {6.1F, 5.8F}},
                 true);
      break;
    case Icon::none:
      break;
  }
}

}  // namespace

void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, Colour colour) {
  draw_sign(Pen(list, {std::floor(centre.x) + 0.5F, std::floor(centre.y) + 0.5F}, size, colour), icon);
}

Icon icon_of(Tone tone) {
  switch (tone) {
    case Tone::positive:
      return Icon::success;
    case Tone::warning:
      return Icon::warning;
    case Tone::negative:
      return Icon::error;
    case Tone::neutral:
    case Tone::accent:
      break;
  }
  return Icon::info;
}

}  // namespace dealwright::web::ui
