#include "web/app/storage.hpp"

#include <cmath>

#include <doctest/doctest.h>

#include "tests/web/app/work.hpp"

namespace dealwright::web {
namespace {

using tests::Work;

constexpr const char* deal_id = "case-1-fjordline-dedicated";

void set_discount(Session& session, int per_mille) {
  REQUIRE(session.edit<model::Deal>(deal_id, "", "",
                                    [&](model::Deal& deal) { deal.discount = Decimal::from_micro(per_mille * 1000); }));
}

// What a storage holds after the requests.
void keep(std::vector<Record>& storage, const std::vector<StorageRequest>& requests) {
  for (const auto& request : requests) {
    std::erase_if(storage, [&](const Record& item) { return item.key == request.key; });
    if (!request.erase) storage.push_back({request.key, request.bytes});
  }
}

const Record* item(const std::vector<Record>& storage, std::string_view key) {
  for (const auto& one : storage) {
    if (one.key == key) return &one;
  }
  return nullptr;
}

TEST_CASE("nothing is due before something changed") {
  Work work;
  CHECK(std::isinf(work.session.next_wake()));
  CHECK(work.session.take_storage_requests().empty());
  CHECK(work.session.save_state() == SaveState::saved);
}

TEST_CASE("an edit is saved within a second, also while editing goes on") {
  Work work;
  set_discount(work.session, 60);
  CHECK(work.session.save_state() == SaveState::unsaved);
  const double first = work.now;
  double saved_at = 0;
  for (int at = 1; at < 20 && saved_at < first; ++at) {
    work.now = first + at * 0.1;
    if (!work.session.take_storage_requests().empty()) saved_at = work.now;
    set_discount(work.session, 60 + at);
  }
  CHECK(saved_at > first);
  CHECK(saved_at <= first + 1);
}

TEST_CASE("after the last edit of a run it is saved soon, once") {
  Work work;
  set_discount(work.session, 60);
  CHECK(work.session.next_wake() == doctest::Approx(work.now + Autosave::pause));
  work.now += 0.2;
  CHECK(work.session.take_storage_requests().empty());
  work.now += 0.11;
  const auto requests = work.session.take_storage_requests();
  REQUIRE(requests.size() == 1);
  CHECK(requests[0].key == "dealwright/1/programme/shipped");
  CHECK(requests[0].bytes == work.session.export_bundle());
  CHECK(work.session.save_state() == SaveState::saving);
  work.now += 5;
  CHECK(work.session.take_storage_requests().empty());
  work.session.storage_done(requests[0].key, "");
  CHECK(work.session.save_state() == SaveState::saved);
}

TEST_CASE("what is edited while it is being stored is stored again") {
  Work work;
  set_discount(work.session, 60);
  work.now += 1;
  const auto first = work.session.take_storage_requests();
  REQUIRE(first.size() == 1);
  set_discount(work.session, 70);
  work.now += 1;
  CHECK(work.session.take_storage_requests().empty());
  work.session.storage_done(first[0].key, "");
  const auto second = work.session.take_storage_requests();
  REQUIRE(second.size() == 1);
  CHECK(second[0].bytes == work.session.export_bundle());
}

TEST_CASE("a failure is told and tried again, ever more seldom, and at the next edit") {
  Work work;
  set_discount(work.session, 60);
  work.now += 1;
  auto requests = work.session.take_storage_requests();
  REQUIRE(requests.size() == 1);
  work.session.storage_done(requests[0].key, "the disk is full");
  CHECK(work.session.save_state() == SaveState::failed);
  CHECK(work.session.save_error() == "the disk is full");
  CHECK(work.session.next_wake() == doctest::Approx(work.now + 2));
  double wait = 2;
  for (int at = 0; at < 8; ++at) {
    work.now = work.session.next_wake();
    requests = work.session.take_storage_requests();
    REQUIRE(requests.size() == 1);
    work.session.storage_done(requests[0].key, "the disk is full");
    wait = std::min(wait * 2, 60.0);
    CHECK(work.session.next_wake() == doctest::Approx(work.now + wait));
  }
  set_discount(work.session, 70);
  CHECK(work.session.next_wake() <= work.now + 1);
  CHECK(work.session.save_state() == SaveState::failed);
  work.now += 1;
  requests = work.session.take_storage_requests();
  REQUIRE(requests.size() == 1);
  CHECK(requests[0].bytes == work.session.export_bundle());
  work.session.storage_done(requests[0].key, "");
  CHECK(work.session.save_state() == SaveState::saved);
  CHECK(work.session.save_error() == "");
}

TEST_CASE("a page that is being hidden saves at once") {
  Work work;
  set_discount(work.session, 60);
  work.session.hurry_storage();
  CHECK(work.session.take_storage_requests().size() == 1);
}

TEST_CASE("what was stored is there again, as it was") {
  std::vector<Record> storage;
  Work work;
  set_discount(work.session, 60);
  work.session.add(Kind::deal, "Half done");
  work.session.edit<model::Deal>("half-done", "", "", [](model::Deal& deal) {
    deal.partner.clear();
    deal.lines.emplace_back();  // no component yet
  });
  const std::string first = work.session.export_bundle();
  work.session.add_empty("Second one");
  work.session.add(Kind::customer, "Ærø Handel");
  const std::string second = work.session.export_bundle();
  work.now += 1;
  keep(storage, work.store());

  Session again([&] { return work.now; });
  again.start(storage, tests::shipped_bundle(), tests::test_day());
  CHECK(again.notices().empty());
  REQUIRE(again.programmes().size() == 2);
  CHECK(again.open_name() == "Second one");
  CHECK(tests::difference(again.export_bundle(), second) == "");
  REQUIRE(again.open("shipped"));
  CHECK(tests::difference(again.export_bundle(), first) == "");
  CHECK(again.find<model::Deal>("half-done")->partner.empty());
  CHECK(again.find<model::Deal>("half-done")->lines.size() == 1);
  CHECK_FALSE(again.open("no-such"));
}

TEST_CASE("any edited programme is restored to the same bytes") {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    CAPTURE(seed);
    std::vector<Record> storage;
    Work work;
    tests::Draw draw(seed, 3);
    for (int at = 0; at < 200; ++at) {
      const Kind kind = static_cast<Kind>(draw.number(0, 5));
      const auto documents = work.session.documents(kind);
      const DocumentRef ref =
          documents[static_cast<std::size_t>(draw.whole(0, static_cast<std::int64_t>(documents.size()) - 1))].ref;
      work.session.edit(ref, "", "", [&](void* value) { tests::change_something(kind_type(kind), value, draw); });
    }
    work.now += 1;
    keep(storage, work.store());
    Session again([&] { return work.now; });
    again.start(storage, tests::shipped_bundle(), tests::test_day());
    CHECK(again.notices().empty());
    CHECK(tests::difference(again.export_bundle(), work.session.export_bundle()) == "");
  }
}

TEST_CASE("programmes can be renamed and removed, and the last one is never missing") {
  std::vector<Record> storage;
  Work work;
  work.session.rename_programme("shipped", "Mine");
  CHECK(work.session.open_name() == "Mine");
  work.session.add_shipped("As shipped");
  CHECK(work.session.open_id() == "as-shipped");
  work.session.rename_programme("shipped", "Mine, later");
  work.now += 1;
  keep(storage, work.store());
  REQUIRE(item(storage, "dealwright/1/programme/shipped") != nullptr);
  CHECK(item(storage, "dealwright/1/programme/shipped")->bytes.find("Mine, later") != std::string::npos);
  work.session.remove_programme("shipped");
  work.session.remove_programme("as-shipped");
  REQUIRE(work.session.programmes().size() == 1);
  CHECK(work.session.programme().deals.empty());
  work.now += 1;
  keep(storage, work.store());
  CHECK(item(storage, "dealwright/1/programme/shipped") == nullptr);
  CHECK(item(storage, "dealwright/1/programme/as-shipped") == nullptr);
}

TEST_CASE("without a stored or shipped programme there is an empty one") {
  Work work("");
  CHECK(work.session.programmes().size() == 1);
  CHECK(work.session.programme().deals.empty());
  CHECK(work.session.selected_deal() == "");
  work.settle();
  CHECK_FALSE(work.session.work(1));
  CHECK(work.session.add(Kind::deal, "First").id == "first");
}

TEST_CASE("damaged storage is told, kept byte for byte, and what can be read is there") {
  const std::string bundle = tests::shipped_bundle();
  const std::string key = "dealwright/1/programme/mine";
  for (const std::string& damaged :
       {bundle.substr(0, bundle.size() / 2), std::string("\x89PNG\r\n\x1a\n\0\0", 10), std::string("[1, 2"),
        std::string(R"({"dealwright": 99, "kind": "programme", "documents": []})"),
        std::string(R"({"dealwright": 1, "kind": "programme", "documents": [{"kind": "spaceship"}, 7,
            {"kind": "brand", "id": "b", "name": "B", "colour": "red"}]})"),
        std::string(200'000, '[')}) {
    CAPTURE(damaged.substr(0, 60));
    double now = 1;
    Session session([&] { return now; });
    session.start(std::vector<Record>{{key, damaged}}, bundle, tests::test_day());
    CHECK_FALSE(session.notices().empty());
    CHECK(session.notices().back().code == "storage.kept");
    session.add(Kind::partner, "Goes on");
    now = 3;
    // First what could not be read, then the programme itself.
    auto requests = session.take_storage_requests();
    bool is_kept = false;
    for (const auto& request : requests) {
      CHECK(request.key != key);
      if (request.key != "dealwright/1/kept/mine") continue;
      is_kept = true;
      CHECK(request.bytes == damaged);
    }
    CHECK(is_kept);
    for (const auto& request : requests) session.storage_done(request.key, "");
    now = 5;
    requests = session.take_storage_requests();
    REQUIRE(requests.size() == 1);
    CHECK(requests[0].key == key);
  }
  SUBCASE("the readable documents of a cut text") {
    double now = 1;
    Session session([&] { return now; });
    const std::string text = R"({"dealwright": 1, "kind": "programme", "documents": [
      {"kind": "brand", "id": "b", "name": "B"}, {"kind": "brand", "id": "c", "name": "C", "colour": "red"}]})";
    session.start(std::vector<Record>{{key, text}}, bundle, tests::test_day());
    CHECK(session.find<model::Brand>("b") != nullptr);
    CHECK(session.find<model::Brand>("c") == nullptr);
  }
}

TEST_CASE("storage that could not be read is not written to") {
  double now = 1;
  Session session([&] { return now; });
  session.start({}, tests::shipped_bundle(), tests::test_day(), "The browser refuses storage here.");
  CHECK(session.save_state() == SaveState::failed);
  CHECK(session.save_error() == "The browser refuses storage here.");
  set_discount(session, 60);
  now = 100;
  CHECK(session.take_storage_requests().empty());
  CHECK(std::isinf(session.next_wake()));
  CHECK_FALSE(session.export_bundle().empty());
}

TEST_CASE("where another tab keeps the work nothing that is done here is written") {
  constexpr const char* problem = "It is open in another tab, which keeps the work.";
  std::vector<Record> storage;
  Work first;
  set_discount(first.session, 60);
  first.session.rename_programme("shipped", "Mine");
  first.now += 1;
  keep(storage, first.store());

  double now = 1;
  Session session([&] { return now; });
  session.start(storage, tests::shipped_bundle(), tests::test_day(), problem);
  // It shows what the other tab has kept.
  CHECK(session.open_name() == "Mine");
  CHECK(session.find<model::Deal>(deal_id)->discount == Decimal::from_micro(60'000));
  const auto writes_nothing = [&] {
    now += 100;
    session.hurry_storage();
    CHECK(session.take_storage_requests().empty());
    CHECK(std::isinf(session.next_wake()));
    CHECK(session.save_state() == SaveState::failed);
    CHECK(session.save_error() == problem);
  };
  writes_nothing();
  set_discount(session, 70);
  writes_nothing();
  session.rename_programme("shipped", "Theirs");
  session.add_empty("Another");
  session.add(Kind::brand);
  writes_nothing();
  session.remove_programme("shipped");
  session.clear_notices();
  writes_nothing();
  session.storage_done("dealwright/1/programmes", "");
  writes_nothing();
}

TEST_CASE("what could not be read is told at every start until it is let go") {
  const std::string key = "dealwright/1/programme/mine";
  const std::string bad = R"({"dealwright": 1, "kind": "programme", "documents": [
      {"kind": "brand", "id": "b", "name": "B"}, {"kind": "brand", "id": "c", "name": "C", "colour": "red"}]})";
  std::vector<Record> storage{{key, bad}};
  double now = 1;
  const auto store = [&](Session& session) {
    for (int round = 0; round < 3; ++round) {
      now += 100;
      const auto requests = session.take_storage_requests();
      keep(storage, requests);
      for (const auto& request : requests) session.storage_done(request.key, "");
    }
  };
  const auto told = [&](const Session& session) {
    return std::count_if(session.notices().begin(), session.notices().end(),
                         [](const Diagnostic& notice) { return notice.code == "storage.kept"; });
  };
  for (int start = 0; start < 3; ++start) {
    Session session([&] { return now; });
    session.start(storage, "", tests::test_day());
    CHECK(told(session) == 1);
    REQUIRE(session.unread().size() == 1);
    CHECK(session.unread().at("mine") == bad);
    // From the second start on the programme itself can be read.
    if (start == 1) session.add(Kind::partner, "Goes on");
    store(session);
    CHECK(item(storage, "dealwright/1/kept/mine")->bytes == bad);
  }
  Session session([&] { return now; });
  session.start(storage, "", tests::test_day());
  session.clear_notices();
  CHECK(session.unread().empty());
  store(session);
  CHECK(item(storage, "dealwright/1/kept/mine") == nullptr);
  Session next([&] { return now; });
  next.start(storage, "", tests::test_day());
  CHECK(next.notices().empty());
  CHECK(next.find<model::Brand>("b") != nullptr);
  CHECK(next.find<model::Partner>("goes-on") != nullptr);
}

TEST_CASE("a lost or damaged overview is made anew from the programmes") {
  double now = 1;
  Session session([&] { return now; });
  session.start(std::vector<Record>{{"dealwright/1/programme/mine", tests::shipped_bundle()},
                                    {std::string(overview_key), "{\"open\": 7"},
                                    {"dealwright/2/programme/later", "another form"},
                                    {"theme", "dark"}},
                "", tests::test_day());
  REQUIRE(session.programmes().size() == 1);
  CHECK(session.programmes()[0].name == "Reference programme, illustrative figures, not an offer");
  CHECK(session.programme().deals.size() > 50);
  CHECK(session.notices().empty());
}

}  // namespace
}  // namespace dealwright::web
