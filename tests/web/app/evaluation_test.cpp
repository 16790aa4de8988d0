#include "web/app/evaluation.hpp"

#include <doctest/doctest.h>

#include "tests/support/generate.hpp"
#include "tests/web/app/work.hpp"

namespace dealwright::web {
namespace {

using tests::Draw;
using tests::Work;

std::string live_json(const Session& session) {
  const auto evaluation = session.complete_evaluation();
  REQUIRE(evaluation.has_value());
  return report::run_json(*evaluation);
}

// The documents that have no error, as the runner would read them from files.
model::Programme sound_documents(const Session& session) {
  document::Library<model::Programme> library;
  document::Reader reader;
  Diagnostics found;
  document::add_source(library, {"bundle.json", session.export_bundle()}, reader, found);
  return library.documents;
}

std::string fresh_json(const Session& session) {
  bool is_whole = true;
  for (const Kind kind : {Kind::partner, Kind::customer, Kind::price_book, Kind::guardrails, Kind::playbook}) {
    for (const DocumentEntry& entry : session.documents(kind)) is_whole = is_whole && entry.is_sound;
  }
  return tests::fresh_json(sound_documents(session), !is_whole);
}

TEST_CASE("every shipped deal gets the results and fingerprints of a fresh evaluation") {
  Work work;
  CHECK(work.session.busy());
  work.settle();
  CHECK_FALSE(work.session.busy());
  CHECK(tests::difference(live_json(work.session), tests::fresh_json(work.session.programme())) == "");
  const auto fresh = evaluate(work.session.programme(), {tests::test_day(), true, true});
  REQUIRE(fresh.deals.size() > 50);
  for (const auto& deal : fresh.deals) {
    const auto prints = work.session.fingerprints(deal.deal);
    REQUIRE(prints.has_value());
    CHECK(prints->inputs == deal.inputs);
    CHECK(prints->outputs == deal.outputs);
  }
}

TEST_CASE("an edit of a deal evaluates that deal, once, before it returns") {
  Work work;
  work.settle();
  Session& session = work.session;
  const std::string id = "case-1-fjordline-dedicated";
  session.select({Kind::deal, id});
  const std::int64_t before = session.evaluations();
  const Money tcv = session.evaluation(id)->pricing.totals.tcv;
  REQUIRE(
      session.edit<model::Deal>(id, "", "", [](model::Deal& deal) { deal.discount = Decimal::from_micro(60'000); }));
  CHECK(session.evaluations() == before + 1);
  CHECK(session.evaluation(id)->pricing.totals.tcv.minor < tcv.minor);
  CHECK(session.freshness(id) == Freshness::priced);
  CHECK_FALSE(session.fingerprints(id).has_value());
  CHECK(session.busy());
  work.settle();
  CHECK(session.evaluations() == before + 2);
  CHECK(session.fingerprints(id).has_value());
  CHECK(tests::difference(live_json(session), tests::fresh_json(session.programme())) == "");

  SUBCASE("undo too") {
    session.undo();
    CHECK(session.evaluations() == before + 3);
    CHECK(session.evaluation(id)->pricing.totals.tcv == tcv);
  }
}

TEST_CASE("an edit of a price book evaluates the selected deal at once and its other deals when there is time") {
  Work work;
  work.settle();
  Session& session = work.session;
  session.select({Kind::deal, "case-1-fjordline-dedicated"});
  const std::int64_t before = session.evaluations();
  REQUIRE(session.edit<model::PriceBook>("emea-2026", "", "", [](model::PriceBook& book) {
    for (auto& component : book.components) {
      if (component.price.model == model::PriceModel::flat)
        component.price.amount = *Decimal::add(component.price.amount, Decimal::whole(10));
    }
  }));
  CHECK(session.evaluations() == before + 1);
  CHECK(session.freshness("case-1-fjordline-dedicated") == Freshness::priced);
  std::size_t of_book = 0;
  for (const auto& deal : session.programme().deals) {
    const bool depends = deal.price_book == "emea-2026";
    of_book += depends ? 1u : 0u;
    if (deal.id == "case-1-fjordline-dedicated") continue;
    CHECK(session.freshness(deal.id) == (depends ? Freshness::stale : Freshness::complete));
  }
  REQUIRE(of_book > 5);
  work.settle();
  // The selected one once more, with its ways out, and each of the others once.
  CHECK(session.evaluations() == before + 1 + static_cast<std::int64_t>(of_book));
  CHECK(tests::difference(live_json(session), tests::fresh_json(session.programme())) == "");
}

TEST_CASE("work stops when its time is over and goes on where it stopped") {
  Work work;
  double slow = 0;
  Session session([&slow] { return slow += 0.004; });  // each look at the clock takes four milliseconds
  session.start({}, tests::shipped_bundle(), tests::test_day());
  int slices = 0;
  std::int64_t last = session.evaluations();
  CHECK(session.work(0.006));  // the frame of the start shows first what there is
  CHECK(session.evaluations() == last);
  while (session.work(0.006)) {
    CHECK(session.evaluations() - last <= 2);
    CHECK(session.evaluations() > last);
    last = session.evaluations();
    ++slices;
  }
  CHECK(slices > 25);  // 56 deals, two a slice
  CHECK(tests::difference(live_json(session), tests::fresh_json(session.programme())) == "");
}

TEST_CASE("after any edits the results are those of a fresh evaluation of what is sound") {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    CAPTURE(seed);
    Work work;
    Draw draw(seed, 11);
    for (int round = 0; round < 12; ++round) {
      for (int at = 0; at < 6; ++at) {
        const Kind kind =
            draw.chance(50) ? Kind::deal : static_cast<Kind>(draw.number(0, static_cast<int>(kind_count) - 1));
        const auto documents = work.session.documents(kind);
        if (documents.empty()) continue;
        const DocumentRef ref =
            documents[static_cast<std::size_t>(draw.whole(0, static_cast<std::int64_t>(documents.size()) - 1))].ref;
        const int what = draw.number(1, 12);
        if (what == 1) {
          work.session.remove(ref);
        } else if (what == 2) {
          work.session.duplicate(ref);
        } else if (what == 3) {
          work.session.rename(ref, "other-" + std::to_string(draw.number(1, 99)));
        } else if (what == 4) {
          work.session.undo();
        } else if (what == 5) {
          work.session.work(0);
        } else {
          work.session.edit(ref, "", "", [&](void* value) { tests::change_something(kind_type(kind), value, draw); });
        }
      }
      work.settle();
      REQUIRE(tests::difference(live_json(work.session), fresh_json(work.session)) == "");
    }
  }
}

TEST_CASE("an edit of a run evaluates the deals of the partners that it is and was of") {
  Work work;
  work.settle();
  Session& session = work.session;
  const auto give_to = [&](const char* partner) {
    REQUIRE(session.edit<model::Onboarding>("northbeam-onboarding", "", "",
                                            [&](model::Onboarding& run) { run.partner = partner; }));
  };
  give_to("mercier");
  for (const auto& deal : session.programme().deals) {
    CAPTURE(deal.id);
    const bool depends = deal.partner == "northbeam" || deal.partner == "mercier";
    CHECK((session.freshness(deal.id) != Freshness::complete) == depends);
  }
  // Once more before anything is evaluated: whose it was is no longer known.
  give_to("inntal");
  work.settle();
  CHECK(tests::difference(live_json(session), tests::fresh_json(session.programme())) == "");
}

TEST_CASE("of deals whose price book is half edited nothing is said but that they have no price") {
  Work work;
  work.settle();
  Session& session = work.session;
  const DocumentRef deal{Kind::deal, "case-1-fjordline-dedicated"};
  const std::string book = session.find<model::Deal>(deal.id)->price_book;
  session.select(deal);
  const std::size_t told = session.diagnostics().size();
  REQUIRE(session.edit<model::PriceBook>(book, "", "", [](model::PriceBook& one) { one.components.emplace_back(); }));
  CHECK_FALSE(session.evaluation(deal.id)->priced);
  work.settle();
  CHECK_FALSE(session.evaluation(deal.id)->priced);
  CHECK(session.diagnostics(deal).empty());
  // Names in guardrails that the book knows are not told as unknown.
  const auto& diagnostics = session.diagnostics();
  const auto of_book = std::count_if(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& diagnostic) {
    return diagnostic.file == "price_book/" + book;
  });
  CHECK(of_book > 0);
  CHECK(diagnostics.size() == told + static_cast<std::size_t>(of_book));
}

TEST_CASE("another day evaluates everything once more") {
  Work work;
  work.settle();
  Session& session = work.session;
  const std::int64_t before = session.evaluations();
  session.set_today(tests::test_day());
  CHECK_FALSE(session.busy());
  const std::uint64_t revision = session.revision();
  session.set_today(*Date::from(2031, 1, 1));
  CHECK(session.revision() > revision);
  REQUIRE(session.busy());
  // What was known stays in sight until it is known anew.
  CHECK(session.evaluation("case-1-fjordline-shared")->priced);
  work.settle();
  CHECK(session.evaluations() > before);
  CHECK(session.complete_evaluation()->today == *Date::from(2031, 1, 1));
}

TEST_CASE("generated programmes too") {
  for (const tests::Kind generated : {tests::Kind::adversarial, tests::Kind::realistic}) {
    model::Programme programme = tests::generate_programme(generated, 5);
    for (std::uint64_t at = 0; at < 12; ++at)
      programme.deals.push_back(tests::generate_deal(generated, programme, 5, at));
    Work work(document::write_bundle(document::type_of<model::Programme>(), &programme, {}));
    REQUIRE(work.session.programme().deals.size() == 12);
    Draw draw(5, static_cast<std::uint64_t>(generated));
    for (int at = 0; at < 60; ++at) {
      const auto documents = work.session.documents(Kind::deal);
      const DocumentRef ref =
          documents[static_cast<std::size_t>(draw.whole(0, static_cast<std::int64_t>(documents.size()) - 1))].ref;
      work.session.edit(ref, "", "", [&](void* value) { tests::change_something(kind_type(Kind::deal), value, draw); });
    }
    work.settle();
    CHECK(tests::difference(live_json(work.session), fresh_json(work.session)) == "");
  }
}

}  // namespace
}  // namespace dealwright::web
