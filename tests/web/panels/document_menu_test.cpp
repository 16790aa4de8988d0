#include "web/panels/document_menu.hpp"

#include <doctest/doctest.h>

#include "tests/web/panels/window.hpp"
#include "web/panels/tell_done.hpp"

namespace dealwright::web {
namespace {

constexpr const char* deal_id = "case-1-fjordline-dedicated";

struct Open {
  tests::Work work;
  View view{work.session};
  Window window{[this] {
    if (const auto shown = view.shown()) document_menu(view, *shown);
  }};

  explicit Open(const DocumentRef& ref) { go(ref); }
  void go(const DocumentRef& ref) {
    view.open(ref);
    window.frames(3);
  }
};

TEST_CASE("a document is duplicated by its menu, and opened") {
  Open open({Kind::deal, deal_id});
  open.window.press(Role::button, "More");
  open.window.press(Role::menuitem, "Duplicate");
  CHECK(open.view.shown() == DocumentRef{Kind::deal, "case-1-fjordline-dedicated-2"});
  open.work.session.undo();
  CHECK(open.work.session.document({Kind::deal, "case-1-fjordline-dedicated-2"}) == nullptr);
}

TEST_CASE("before a document is removed the person sees what refers to it, and may take it back") {
  Open open({Kind::customer, "fjordline"});
  Session& session = open.work.session;
  const std::string before = session.export_bundle();
  open.window.press(Role::button, "More");
  open.window.press(Role::menuitem, "Remove");
  CHECK(open.window.says("refer to it"));
  CHECK(open.window.says(session.find<model::Deal>(deal_id)->name));
  SUBCASE("cancelled") {
    open.window.press(Role::button, "Cancel");
    CHECK(session.export_bundle() == before);
  }
  SUBCASE("agreed") {
    open.window.press(Role::button, "Remove");
    CHECK(session.document({Kind::customer, "fjordline"}) == nullptr);
    REQUIRE(open.view.shown().has_value());
    CHECK(open.view.shown()->kind == Kind::customer);
    open.window.press(Role::button, "Undo");
    CHECK(tests::difference(session.export_bundle(), before) == "");
  }
}

TEST_CASE("with the last document of its kind the way leads home, and its explanation ends") {
  tests::Work work("");
  View view(work.session);
  Window window([&] {
    if (const auto shown = view.shown()) document_menu(view, *shown);
  });
  view.open(work.session.add(Kind::deal));
  view.ask("new-deal", "Total", "tcv");
  window.frames(3);
  window.press(Role::button, "More");
  window.press(Role::menuitem, "Remove");
  CHECK(window.says("No other document refers to it."));
  window.press(Role::button, "Remove");
  CHECK(view.place == Place::home);
  CHECK_FALSE(view.question.has_value());
}

TEST_CASE("the undo of a message takes back what it tells of, and nothing else") {
  tests::Work work;
  Session& session = work.session;
  Window window([] {});
  const DocumentRef added = session.add(Kind::brand, "Told of");
  tell_done(session, "Brand added.");
  window.frames(3);
  SUBCASE("it is the last") {
    window.press(Role::button, "Undo");
    CHECK(session.document(added) == nullptr);
  }
  SUBCASE("something was done since") {
    const DocumentRef later = session.add(Kind::brand, "Later");
    window.press(Role::button, "Undo");
    CHECK(session.document(added) != nullptr);
    CHECK(session.document(later) != nullptr);
    CHECK(window.says("Something else was changed since."));
  }
  SUBCASE("it is taken back already") {
    session.undo();
    session.add(Kind::partner, "Another");
    session.undo();
    window.press(Role::button, "Undo");
    CHECK_FALSE(session.can_undo());
    CHECK(session.document(added) == nullptr);
  }
}

}  // namespace
}  // namespace dealwright::web
