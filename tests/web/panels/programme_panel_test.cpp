#include "web/panels/programme_panel.hpp"

#include <doctest/doctest.h>

#include "tests/web/panels/screen.hpp"

namespace dealwright::web {
namespace {

void settle(Screen& screen) {
  screen.platform.settle([&] { screen.app.frame(); }, 2000);
  REQUIRE_FALSE(screen.app.session().busy());
  screen.frames(2);
}

TEST_CASE("home says that every guardrail holds when every deal was judged") {
  Screen screen;
  settle(screen);
  CHECK(screen.says("every guardrail holds"));
  // A change of a price book makes its deals be judged again.
  auto& session = screen.app.session();
  session.edit<model::PriceBook>("emea-2026", "", "", [](model::PriceBook& book) { book.name += "!"; });
  screen.platform.frame([&] { screen.app.frame(); });
  CHECK_FALSE(screen.says("every guardrail holds"));
  CHECK(screen.says(" of 56"));
  settle(screen);
  CHECK(screen.says("every guardrail holds"));
  CHECK_FALSE(screen.says("checking"));
}

TEST_CASE("home counts a deal that cannot be judged as not priced") {
  Screen screen;
  auto& session = screen.app.session();
  const auto count = session.programme().deals.size();
  session.add(Kind::deal, "Without a term");
  session.edit<model::Deal>("without-a-term", "", "", [](model::Deal& d) { d.customer.clear(); });
  screen.go("");
  settle(screen);
  CHECK(screen.item(Role::text, "Deals").value == std::to_string(count + 1));
  CHECK(screen.item(Role::text, "Not priced").value == "1");
  CHECK_FALSE(screen.says("every guardrail holds"));
}

TEST_CASE("the name of a deal has the most room, and no figure is cut") {
  for (const float width : {1000.0F, 1280.0F}) {
    Screen screen(tests::shipped_bundle(), width);
    settle(screen);
    CHECK(screen.item(Role::columnheader, "Deal").width > 250);
    CHECK(screen.item(Role::columnheader, "Contract value").width > 110);
  }
}

TEST_CASE("home says of a programme without deals nothing of guardrails") {
  Screen screen;
  screen.app.session().add_empty("Mine");
  screen.go("");
  settle(screen);
  CHECK(screen.says("There is no deal yet."));
  CHECK_FALSE(screen.says("every guardrail holds"));
}

}  // namespace
}  // namespace dealwright::web
