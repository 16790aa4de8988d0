#include "web/panels/sidebar.hpp"

#include <doctest/doctest.h>

#include "tests/web/panels/window.hpp"

namespace dealwright::web {
namespace {

// Holds a brand that can be read and one that cannot.
constexpr const char* damaged = R"({"dealwright": 1, "kind": "programme", "documents": [
  {"kind": "brand", "id": "b", "name": "B"}, {"kind": "brand", "id": "c", "name": "C", "colour": "red"}]})";

struct Side {
  tests::Work work;
  View view{work.session};
  std::vector<FileOut> asked;
  Window window{[this] {
    for (auto& file : sidebar(view)) asked.push_back(std::move(file));
  }};
};

TEST_CASE("every kind of document is added in its group") {
  Side side;
  for (const char* group :
       {"Customers", "Partners", "Guardrails", "Brands", "Onboarding", "Playbooks", "Growth plans", "Success plans"})
    side.window.press(Role::button, group);
  for (std::size_t at = 0; at < kind_count; ++at) {
    const auto kind = static_cast<Kind>(at);
    const std::size_t before = side.work.session.documents(kind).size();
    side.window.press(Role::menuitem, "New " + kind_words(kind));
    CHECK(side.work.session.documents(kind).size() == before + 1);
    REQUIRE(side.view.shown().has_value());
    CHECK(side.view.shown()->kind == kind);
    side.work.session.undo();
    CHECK(side.work.session.documents(kind).size() == before);
  }
}

TEST_CASE("a match inside a document leads to its field") {
  Side side;
  auto& session = side.work.session;
  REQUIRE(session.edit_text({Kind::deal, "case-1-fjordline-shared"}, "/note", "asks for a zebra"));
  side.view.query = "zebra";
  side.window.frames(3);
  CHECK(side.window.says("asks for a zebra"));
  side.window.press(Role::menuitem, session.find<model::Deal>("case-1-fjordline-shared")->name);
  CHECK(side.view.shown() == DocumentRef{Kind::deal, "case-1-fjordline-shared"});
  CHECK(side.view.tab == DealTab::document);
  CHECK(side.view.revealed == "/note");
  side.view.query = "zebra crossing";
  side.window.frames(3);
  CHECK(side.window.says("No match."));
}

TEST_CASE("a document with errors says so") {
  Side side;
  REQUIRE(side.work.session.edit<model::PriceBook>("emea-2026", "", "",
                                                   [](model::PriceBook& book) { book.components.emplace_back(); }));
  side.window.frames(3);
  CHECK(side.window.says("has errors"));
}

TEST_CASE("saved work that could not be read is told and handed out until it is let go") {
  Side side;
  Session& session = side.work.session;
  CHECK_FALSE(side.window.says("Not everything could be read."));
  REQUIRE(session.add_programme("Mine", damaged));
  side.window.frames(3);
  CHECK(side.window.says("Not everything could be read."));
  side.window.press(Role::button, "Export what could not be read");
  REQUIRE(side.asked.size() == 1);
  CHECK(side.asked[0].name == "mine-unread.json");
  CHECK(side.asked[0].bytes == damaged);
  side.window.press(Role::button, "Dismiss");
  CHECK_FALSE(session.notices().empty());
  side.window.press(Role::button, "Delete for good");
  CHECK(session.notices().empty());
  CHECK_FALSE(side.window.says("Not everything could be read."));
}

}  // namespace
}  // namespace dealwright::web
