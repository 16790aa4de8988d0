#include "web/app/history.hpp"

#include <doctest/doctest.h>

#include "tests/web/app/work.hpp"

namespace dealwright::web {
namespace {

using tests::Draw;
using tests::Work;

Snapshot deal(int discount) {
  model::Deal value;
  value.id = "a";
  value.discount = Decimal::from_micro(discount * 10'000);
  return make_snapshot(Kind::deal, &value);
}

Command command(std::string name, std::string key, Snapshot before, Snapshot after, std::size_t index = 0) {
  Command out;
  out.name = std::move(name);
  out.key = std::move(key);
  out.changes.push_back({Kind::deal, index, std::move(before), std::move(after)});
  return out;
}

// An edit of anything anywhere; deals more often than the others.
void edit_anything(Session& session, Draw& draw) {
  const Kind kind = draw.chance(60) ? Kind::deal : static_cast<Kind>(draw.number(0, 5));
  const auto documents = session.documents(kind);
  if (documents.empty()) {
    session.add(kind, "Something");
    return;
  }
  const DocumentRef ref =
      documents[static_cast<std::size_t>(draw.whole(0, static_cast<std::int64_t>(documents.size()) - 1))].ref;
  switch (draw.number(1, 20)) {
    case 1:
      session.add(kind, "Something new");
      break;
    case 2:
      session.duplicate(ref);
      break;
    case 3:
      session.remove(ref);
      break;
    case 4:
      session.rename(ref, "renamed-" + std::to_string(draw.number(1, 30)));
      break;
    case 5:
      session.end_edit();
      break;
    case 6:
      session.select(ref);
      break;
    case 7:
      if (draw.chance(50)) session.undo();
      break;
    default:
      session.edit(ref, "", draw.chance(50) ? "drag" : "",
                   [&](void* value) { tests::change_something(kind_type(kind), value, draw); });
      break;
  }
}

TEST_CASE("a command is taken back by its number only while it is the last") {
  Work work;
  Session& session = work.session;
  CHECK(session.undo_number() == 0);
  CHECK(session.undo(0) == "");
  session.add(Kind::brand, "One");
  const std::uint64_t one = session.undo_number();
  session.add(Kind::brand, "Two");
  const std::uint64_t two = session.undo_number();
  CHECK(two != one);
  CHECK(session.undo(one) == "");
  CHECK(session.find<model::Brand>("two") != nullptr);
  CHECK(session.undo(two) == "Two added");
  CHECK(session.undo(two) == "");
  CHECK(session.redo() == "Two added");
  CHECK(session.undo_number() == two);
  // Not even one of another programme has it.
  session.add_empty("Other");
  session.add(Kind::brand, "One");
  session.add(Kind::brand, "Two");
  CHECK(session.undo(two) == "");
}

TEST_CASE("a command is undone and made again, and a new one forgets what was undone") {
  History history;
  CHECK(history.undo() == nullptr);
  history.add(command("one", "", deal(0), deal(1)));
  history.add(command("two", "", deal(1), deal(2)));
  CHECK(history.undo_name() == "two");
  REQUIRE(history.undo() != nullptr);
  CHECK(history.undo_name() == "one");
  CHECK(history.redo_name() == "two");
  history.add(command("three", "", deal(1), deal(3)));
  CHECK_FALSE(history.can_redo());
  CHECK(history.commands().size() == 2);
  CHECK(history.undo_name() == "three");
}

TEST_CASE("edits of one key are one command until the field is left") {
  History history;
  history.add(command("0 -> 1", "discount", deal(0), deal(1)));
  history.add(command("0 -> 2", "discount", deal(1), deal(2)));
  CHECK(history.commands().size() == 1);
  CHECK(history.undo_name() == "0 -> 2");
  SUBCASE("left") {
    history.close();
    history.add(command("2 -> 3", "discount", deal(2), deal(3)));
    CHECK(history.commands().size() == 2);
  }
  SUBCASE("another field") {
    history.add(command("other", "term", deal(2), deal(3)));
    CHECK(history.commands().size() == 2);
  }
  SUBCASE("another document") {
    history.add(command("other", "discount", deal(2), deal(3), 1));
    CHECK(history.commands().size() == 2);
  }
  SUBCASE("back where it began") {
    history.add(command("0 -> 0", "discount", deal(2), deal(0)));
    CHECK(history.commands().empty());
    CHECK_FALSE(history.can_undo());
    CHECK(history.bytes() == 0);
  }
  SUBCASE("undone in between") {
    history.undo();
    history.redo();
    history.add(command("2 -> 3", "discount", deal(2), deal(3)));
    CHECK(history.commands().size() == 2);
  }
}

TEST_CASE("the oldest commands are forgotten past the limits") {
  History history;
  for (int at = 0; at < 1200; ++at) history.add(command("edit", "", deal(at % 2), deal(1 - at % 2)));
  CHECK(history.commands().size() == History::most_commands);
  CHECK(history.done() == History::most_commands);

  History large;
  model::Deal value;
  value.id = "a";
  value.note.assign(8 << 20, 'x');  // four of them are the whole memory
  for (int at = 0; at < 10; ++at) {
    auto before = make_snapshot(Kind::deal, &value);
    value.term_months = at + 1;
    large.add(command("edit", "", before, make_snapshot(Kind::deal, &value)));
    CHECK(large.bytes() <= History::most_bytes);
  }
  CHECK(large.commands().size() == 3);
}

TEST_CASE("undoing every edit gives the first bytes back, making them again the last ones") {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    CAPTURE(seed);
    Work work;
    const std::string first = work.session.export_bundle();
    Draw draw(seed, 7);
    for (int at = 0; at < 150; ++at) edit_anything(work.session, draw);
    while (work.session.can_redo()) work.session.redo();
    const std::string last = work.session.export_bundle();
    const std::size_t done = work.session.history().done();
    CHECK(done > 20);
    CHECK(last != first);
    while (work.session.can_undo()) CHECK_FALSE(work.session.undo().empty());
    CHECK(tests::difference(work.session.export_bundle(), first) == "");
    while (work.session.can_redo()) CHECK_FALSE(work.session.redo().empty());
    CHECK(tests::difference(work.session.export_bundle(), last) == "");
    CHECK(work.session.history().done() == done);
  }
}

TEST_CASE("names say what was done") {
  Work work;
  Session& session = work.session;
  const std::string id = "case-1-fjordline-dedicated";
  session.edit<model::Deal>(id, "", "discount", [](model::Deal& deal) { deal.discount = Decimal::from_micro(80'000); });
  // The document states 0.05.
  CHECK(session.undo_name() ==
        "Deal discount of Fjordline Sport moves to an own deployment with warehouse automation: 5 % -> 8 %");
  session.edit<model::Deal>(id, "", "discount", [](model::Deal& deal) { deal.discount = Decimal::from_micro(85'000); });
  CHECK(session.history().done() == 1);
  CHECK(session.undo_name() ==
        "Deal discount of Fjordline Sport moves to an own deployment with warehouse automation: 5 % -> 8.5 %");
  session.edit<model::Deal>(id, "Line dropped", "", [](model::Deal& deal) { deal.lines.pop_back(); });
  CHECK(session.undo() == "Line dropped");
  CHECK(session.redo_name() == "Line dropped");
}

}  // namespace
}  // namespace dealwright::web
