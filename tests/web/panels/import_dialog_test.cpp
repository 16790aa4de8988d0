#include "web/panels/import_dialog.hpp"

#include <doctest/doctest.h>

#include "tests/web/panels/screen.hpp"

namespace dealwright::web {
namespace {

std::string with_discount(const Session& session, const std::string& deal, std::string_view discount) {
  tests::Work work(session.export_bundle());
  REQUIRE(work.session.edit_text({Kind::deal, deal}, "/discount", discount));
  return work.session.export_document({Kind::deal, deal});
}

void drop(Screen& screen, std::string name, std::string bytes) {
  screen.platform.incoming.files.push_back({std::move(name), std::move(bytes), ""});
  screen.frames(3);
}

constexpr const char* other_deal = "case-1-fjordline-shared";

TEST_CASE("what is here already is not said to be imported") {
  Screen screen;
  Session& session = screen.app.session();
  drop(screen, "same.json", session.export_document({Kind::deal, deal_id}));
  CHECK(screen.says("All of this is here already."));
  CHECK(screen.item(Role::button, "Import 0 documents").disabled);
  screen.press(Role::button, "Import 0 documents");
  CHECK_FALSE(session.can_undo());
  CHECK_FALSE(screen.says("Imported"));
}

TEST_CASE("only what changes something is counted, and its undo takes back no later edit") {
  Screen screen;
  Session& session = screen.app.session();
  drop(screen, "changed.json", with_discount(session, deal_id, "0.07"));
  drop(screen, "same.json", session.export_document({Kind::deal, other_deal}));
  screen.press(Role::button, "Import 1 document");
  CHECK(screen.says("Imported 1 document."));
  const Decimal imported = session.find<model::Deal>(deal_id)->discount;
  session.add(Kind::brand, "Later");
  // The message's own button stands after the header's.
  const auto undo = std::find_if(screen.platform.mirror.rbegin(), screen.platform.mirror.rend(),
                                 [](const MirrorItem& item) { return item.name == "Undo"; });
  REQUIRE(undo != screen.platform.mirror.rend());
  screen.platform.activate(*undo);
  screen.frames(3);
  CHECK(session.find<model::Brand>("later") != nullptr);
  CHECK(session.find<model::Deal>(deal_id)->discount == imported);
}

TEST_CASE("files that come while the dialog is open join it, and what was chosen stays") {
  Screen screen;
  Session& session = screen.app.session();
  const std::string before = session.export_document({Kind::deal, deal_id});
  drop(screen, "one.json", with_discount(session, deal_id, "0.07"));
  screen.press(Role::radio, "Leave out");
  CHECK(screen.item(Role::button, "Import 0 documents").disabled);
  drop(screen, "two.json", with_discount(session, other_deal, "0.07"));
  CHECK(screen.says("one.json"));
  CHECK(screen.says("two.json"));
  screen.press(Role::button, "Import 1 document");
  CHECK(session.export_document({Kind::deal, deal_id}) == before);
  CHECK(session.find<model::Deal>(other_deal)->discount == Decimal::from_micro(70'000));
  // The next ones begin anew.
  drop(screen, "three.json", before);
  CHECK_FALSE(screen.says("one.json"));
}

TEST_CASE("one choice for all conflicts") {
  Screen screen;
  Session& session = screen.app.session();
  drop(screen, "one.json", with_discount(session, deal_id, "0.07"));
  CHECK_FALSE(screen.says("that differ from yours"));
  drop(screen, "two.json", with_discount(session, other_deal, "0.07"));
  CHECK(screen.says("All 2 that differ from yours"));
  // The row of all of them is the first.
  screen.press(Role::radio, "Keep both");
  screen.press(Role::button, "Import 2 documents");
  CHECK(session.find<model::Deal>("case-1-fjordline-dedicated-2") != nullptr);
  CHECK(session.find<model::Deal>("case-1-fjordline-shared-2") != nullptr);
}

TEST_CASE("a bundle becomes a programme of its own, and what is refused is told") {
  Screen screen;
  Session& session = screen.app.session();
  drop(screen, "bundle.json", session.export_bundle());
  screen.press(Role::button, "Open as a programme of its own");
  CHECK(session.programmes().size() == 2);
  CHECK(screen.platform.find(Role::dialog, "Import documents") == nullptr);
}

}  // namespace
}  // namespace dealwright::web
