#include "web/panels/why_panel.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "core/report/figures.hpp"
#include "tests/web/panels/screen.hpp"

namespace dealwright::web {
namespace {

TEST_CASE("the margin of a service line is explained alone, and of which deal") {
  Screen screen(tests::shipped_bundle(), 1600);
  screen.go(fmt::format("deal/{}/margins", deal_id));
  auto& session = screen.app.session();
  const auto& lines = session.evaluation(deal_id)->pricing.service_lines;
  REQUIRE(lines.size() > 1);
  const std::string name = report::titled(report::word(lines[1].service_line));
  const auto row = std::find_if(screen.platform.mirror.begin(), screen.platform.mirror.end(),
                                [&](const MirrorItem& i) { return i.role == Role::row && i.name == name; });
  REQUIRE(row != screen.platform.mirror.end());
  const auto figure =
      std::find_if(row, screen.platform.mirror.end(), [](const MirrorItem& i) { return i.role == Role::button; });
  REQUIRE(figure != screen.platform.mirror.end());
  screen.platform.activate(MirrorItem(*figure));
  screen.frames(3);
  REQUIRE(screen.app.view().question);
  CHECK(screen.app.view().question->title == "Margin of " + name);
  const auto trees = session.explain(deal_id, screen.app.view().question->of);
  REQUIRE(trees);
  REQUIRE(trees->size() == 1);
  CHECK(trees->front().label == "Margin of " + name);
  const auto title = std::find_if(screen.platform.mirror.begin(), screen.platform.mirror.end(),
                                  [&](const MirrorItem& i) { return i.name == "Margin of " + name; });
  REQUIRE(title != screen.platform.mirror.end());
  CHECK(std::any_of(title, screen.platform.mirror.end(),
                    [&](const MirrorItem& i) { return i.name == session.find<model::Deal>(deal_id)->name; }));
}

TEST_CASE("a source of an explanation leads to its field") {
  Screen screen(tests::shipped_bundle(), 1600, 2400);
  screen.go(fmt::format("deal/{}", deal_id));
  screen.app.view().ask(deal_id, "Term", "term_months");
  screen.frames(2);
  const auto link = std::find_if(screen.platform.mirror.begin(), screen.platform.mirror.end(), [](const MirrorItem& i) {
    return i.role == Role::link && i.name.ends_with(": Term");
  });
  REQUIRE(link != screen.platform.mirror.end());
  // A person knows the deal by its name, not by its id.
  CHECK(link->name.starts_with("Fjordline Sport moves to an own deployment with warehouse automation, line "));
  screen.platform.activate(MirrorItem(*link));
  screen.frames(1);
  CHECK(screen.app.view().tab == DealTab::document);
  CHECK(screen.app.view().question);
}

}  // namespace
}  // namespace dealwright::web
