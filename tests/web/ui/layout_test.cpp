#include "web/ui/widgets/layout.hpp"

#include <array>
#include <set>
#include <string>

#include "tests/web/panels/window.hpp"
#include "web/ui/chart/chart.hpp"
#include "web/ui/widgets/table.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

// In how many columns and rows `count` words stand.
std::pair<std::size_t, std::size_t> grid(float width, int count, float least) {
  Window window([&] {
    ui::Columns columns("grid", count, least, 8);
    for (int i = 0; i < count; ++i) {
      columns.next();
      ui::text("cell " + std::to_string(i));
    }
  });
  window.platform.resize(width + 32, 600, 1);  // the window has 16 pixels of padding at each side
  window.frames(3);
  std::set<int> lefts, tops;
  for (int i = 0; i < count; ++i) {
    const MirrorItem& item = window.item(Role::text, "cell " + std::to_string(i));
    lefts.insert(static_cast<int>(item.x));
    tops.insert(static_cast<int>(item.y));
  }
  return {lefts.size(), tops.size()};
}

TEST_CASE("columns that do not fit in one row go into as few rows as their least width allows, evenly") {
  using Grid = std::pair<std::size_t, std::size_t>;
  // Six of 120 pixels with five distances of 8 take 760, five 632, three 376, two 248.
  CHECK(grid(760, 6, 120) == Grid{6, 1});
  CHECK(grid(700, 6, 120) == Grid{3, 2});
  CHECK(grid(376, 6, 120) == Grid{3, 2});
  CHECK(grid(375, 6, 120) == Grid{2, 3});
  CHECK(grid(247, 6, 120) == Grid{1, 6});
  CHECK(grid(375, 3, 120) == Grid{2, 2});
}

TEST_CASE("lines end at spaces, and figures stay whole") {
  Window window([] {});
  window.platform.frame([&] {
    const std::string words = "suits by 71.0 % of it";
    const float narrow = ui::width_of("suits by 71.0") + 1;
    CHECK(ui::broken_lines(words, ui::Type::body, narrow) == "suits by\n71.0 % of it");
    CHECK(ui::broken_lines(words, ui::Type::body, 1000) == words);
    CHECK(ui::broken_lines("one\ntwo three", ui::Type::body, ui::width_of("two th")) == "one\ntwo\nthree");
  });
}

TEST_CASE("a row is as high as the words that wrap in it, and is pressed as a whole") {
  const std::string words = "Alerts go to the desk of the partner, and from there to the provider only by the ticket";
  Window window([&] {
    static constexpr std::array<ui::Column, 2> columns{ui::Column{.head = "Note", .wraps = true},
                                                       ui::Column{.head = "Kind", .width = 100}};
    ui::Table table("Notes", columns, {.selectable = true});
    for (const char* id : {"a", "b"}) {
      table.row(id);
      table.text(id + words);
      table.text("decision");
    }
  });
  window.platform.frame([&] {});
  const float line = ui::theme().size_of(ui::Type::body);
  window.frames(3);
  const MirrorItem& first = window.item(Role::row, "a" + words);
  const MirrorItem& second = window.item(Role::row, "b" + words);
  // 400 pixels leave the note about 200: at least three lines.
  CHECK(first.height >= 3 * line);
  CHECK(second.y >= first.y + first.height - 1);
}

TEST_CASE("a waterfall of many steps names each with its amount, in one number of places") {
  const std::vector<ui::WaterfallStep> steps{{"Sensitivity of the data", 14, false},
                                             {"Depth of integration", 8.4, false},
                                             {"Customisation", 5.25, false},
                                             {"Score", 27.65, true}};
  Window window([&] { ui::waterfall_chart({.name = "Score", .unit = "%"}, steps); });
  // 5.25 and 27.65 lie half way and are rounded up, as core rounds shares.
  const std::array amounts{"14.0 %", "8.4 %", "5.3 %", "27.7 %"};
  for (std::size_t i = 0; i < steps.size(); ++i) CHECK(window.item(Role::text, steps[i].label).value == amounts[i]);
}

}  // namespace
}  // namespace dealwright::web
