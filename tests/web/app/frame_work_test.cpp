// What a frame does not do: what nobody sees yet, and what was done before. Held by counts, which no busy machine
// changes.

#include <string>

#include "tests/web/panels/screen.hpp"
#include "web/app/checks.hpp"

namespace dealwright::web {
namespace {

using tests::Work;

// The shipped programme with `count` deals.
std::string bundle_of(std::size_t count) {
  model::Programme programme = tests::read_scenarios(false).documents;
  const auto shipped = programme.deals;
  programme.deals.clear();
  for (std::size_t at = 0; at < count; ++at) {
    programme.deals.push_back(shipped[at % shipped.size()]);
    programme.deals.back().id += "-" + std::to_string(at);
  }
  return document::write_bundle(document::type_of<model::Programme>(), &programme, {});
}

}  // namespace

TEST_CASE("a start prices no deal, and the one that is opened at once") {
  Work work;
  CHECK(work.session.evaluations() == 0);
  CHECK(work.session.freshness(deal_id) == Freshness::stale);
  work.session.select({Kind::deal, deal_id});
  CHECK(work.session.evaluations() == 1);
  CHECK(work.session.freshness(deal_id) == Freshness::priced);
}

TEST_CASE("the frame that shows a change does not wait for what follows from it") {
  Work work;
  work.settle();
  const std::int64_t before = work.session.evaluations();
  REQUIRE(work.session.edit<model::Deal>(deal_id, "", "",
                                         [](model::Deal& deal) { deal.discount = Decimal::from_micro(70'000); }));
  CHECK(work.session.evaluations() == before + 1);  // its figures and findings
  const std::uint64_t shown = work.session.revision();
  CHECK(work.session.work(1));
  CHECK(work.session.evaluations() == before + 1);
  CHECK(work.session.revision() != shown);  // a frame is to follow
  work.session.work(1);
  CHECK(work.session.evaluations() == before + 2);  // its ways out
  CHECK_FALSE(work.session.busy());
}

TEST_CASE("documents read without a mistake are what they are when written and read again") {
  const model::Programme programme = tests::read_scenarios(false).documents;
  Checks known(programme), looked_at(programme);
  known.reset(true);
  looked_at.reset();
  for (std::size_t at = 0; at < kind_count; ++at) {
    const auto kind = static_cast<Kind>(at);
    for (std::size_t index = 0; index < document_count(programme, kind); ++index) {
      CHECK(known.is_sound(kind, index) == looked_at.is_sound(kind, index));
      CHECK(known.diagnostics(kind, index).size() == looked_at.diagnostics(kind, index).size());
      CHECK(known.references(kind, index).size() == looked_at.references(kind, index).size());
      CHECK(known.of(kind, index).text == looked_at.of(kind, index).text);
    }
  }
}

TEST_CASE("where a figure comes from is worked out once as long as nothing changes") {
  Work work;
  work.settle();
  const report::ExplainQuestion question{"tcv", "", {}};
  const auto* const first = work.session.explain(deal_id, question).value().data();
  const std::string figure = first->value;
  CHECK(work.session.explain(deal_id, question).value().data() == first);
  REQUIRE(work.session.edit<model::Deal>(deal_id, "", "",
                                         [](model::Deal& deal) { deal.discount = Decimal::from_micro(200'000); }));
  CHECK(work.session.explain(deal_id, question).value()[0].value != figure);
  CHECK_FALSE(work.session.explain("none", question).has_value());
}

TEST_CASE("a quote is put together once as long as nothing changes") {
  Work work;
  work.settle();
  const auto* const lines = work.session.proposal(deal_id)->monthly.data();
  CHECK(work.session.proposal(deal_id)->monthly.data() == lines);
  REQUIRE(
      work.session.edit<model::Deal>(deal_id, "", "", [](model::Deal& deal) { deal.name = "Another name for it"; }));
  CHECK(work.session.proposal(deal_id)->title == "Another name for it");
  CHECK_FALSE(work.session.proposal("none").has_value());
}

TEST_CASE("of many deals those in sight are drawn, and they can be pressed") {
  std::size_t items = 0;
  for (const std::size_t count : {300U, 900U}) {
    Screen screen(bundle_of(count));
    screen.platform.settle([&] { screen.app.frame(); }, 2000);
    CHECK(screen.says(std::to_string(count)));
    if (items == 0) items = screen.platform.mirror.size();
    CHECK(screen.platform.mirror.size() == items);
    const auto is_row = [](const MirrorItem& item) { return item.role == Role::row && item.selected >= 0; };
    const auto& mirror = screen.platform.mirror;
    const auto rows = std::count_if(mirror.begin(), mirror.end(), is_row);
    CHECK(rows > 5);
    CHECK(rows < 40);  // 800 pixels hold no more
    screen.platform.activate(*std::find_if(mirror.begin(), mirror.end(), is_row));
    screen.frames(3);
    CHECK(screen.app.view().shown().has_value());
  }
}

}  // namespace dealwright::web
