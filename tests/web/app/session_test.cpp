#include "web/app/session.hpp"

#include <cstdlib>

#include <doctest/doctest.h>

#include "core/report/check_report.hpp"
#include "tests/web/app/work.hpp"

namespace dealwright::web {
namespace {

using tests::Work;

constexpr const char* deal_id = "case-1-fjordline-dedicated";

// Runs the runner of this build; nothing where there is none.
int runner(const std::string& arguments) {
  const char* const binary = std::getenv("DEALWRIGHT_BINARY");
  if (binary == nullptr || *binary == '\0') return -1;
  return std::system((std::string(binary) + " " + arguments + " > /dev/null 2>&1").c_str());
}

struct File {
  std::string path;
  File(const std::string& name, const std::string& bytes)
      : path((std::filesystem::temp_directory_path() / ("dealwright-session-test-" + name)).string()) {
    std::ofstream(path, std::ios::binary) << bytes;
  }
  ~File() { std::filesystem::remove(path); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
};

TEST_CASE("kinds are those of the programme") {
  for (std::size_t kind = 0; kind < kind_count; ++kind)
    CHECK(kind_type(static_cast<Kind>(kind)).name == kind_name(static_cast<Kind>(kind)));
  CHECK(kind_name(kind_of<model::PriceBook>) == "price_book");
  CHECK(kind_words(Kind::price_book) == "price book");
  CHECK(parse_ref("deal/a/b") == DocumentRef{Kind::deal, "a/b"});
  CHECK(parse_ref("spaceship/a").id == "");
}

TEST_CASE("exports are the repository's own bytes, and what the runner's fmt leaves as they are") {
  Work work;
  CHECK(work.session.export_document({Kind::deal, deal_id}) ==
        tests::bytes_of("scenarios/deals/case-1-digital-agency/fjordline-dedicated.json"));
  CHECK(work.session.export_document({Kind::price_book, "emea-2026"}) ==
        tests::bytes_of("scenarios/price_books/emea-2026.json"));
  CHECK(work.session.export_document({Kind::deal, "none"}) == "");
  CHECK(work.session.export_name({Kind::deal, deal_id}) == "case-1-fjordline-dedicated.json");
  work.session.edit<model::Deal>(deal_id, "", "",
                                 [](model::Deal& deal) { deal.discount = Decimal::from_micro(60'000); });
  const File bundle("bundle.json", work.session.export_bundle());
  const File deal("deal.json", work.session.export_document({Kind::deal, deal_id}));
  for (const File* file : {&bundle, &deal}) {
    const int code = runner("fmt --check " + file->path);
    if (code == -1) break;  // there is no runner in this build
    CHECK(code == 0);
  }
}

TEST_CASE("the fingerprints on screen are those that the runner prints") {
  Work work;
  work.settle();
  const File bundle("run.json", work.session.export_bundle());
  const std::string out = bundle.path + ".out";
  if (runner("run --format json --today 2026-06-01 --output " + out + " " + bundle.path) == -1) return;
  const std::string printed = tests::bytes_of(out);
  std::filesystem::remove(out);
  std::size_t compared = 0;
  for (const auto& deal : work.session.programme().deals) {
    const auto prints = work.session.fingerprints(deal.id);
    REQUIRE(prints.has_value());
    CAPTURE(deal.id);
    CHECK(printed.find(prints->inputs) != std::string::npos);
    CHECK(printed.find(prints->outputs) != std::string::npos);
    ++compared;
  }
  CHECK(compared > 50);
}

TEST_CASE("every way out that is offered clears its finding, with the effect that it states") {
  Work work(tests::bundle_with_violations());
  work.settle();
  Session& session = work.session;
  std::size_t applied = 0;
  std::vector<std::string> ids;
  for (const auto& deal : session.programme().deals) ids.push_back(deal.id);
  for (const std::string& id : ids) {
    CAPTURE(id);
    const report::DealEvaluation before = *session.evaluation(id);
    for (const auto& finding : before.findings) {
      for (const auto& change : finding.ways_out) {
        CAPTURE(change.words);
        const std::size_t done = session.history().done();
        REQUIRE(session.apply_way_out(id, finding, change));
        CHECK(session.history().done() == done + 1);
        CHECK(session.undo_name() == finding.rule + ": " + change.words);
        const report::DealEvaluation& after = *session.evaluation(id);
        REQUIRE(after.priced);
        CHECK(after.pricing.totals.tcv == change.tcv_after);
        CHECK(after.pricing.totals.gross_margin == change.margin_after);
        const bool is_there = std::any_of(after.findings.begin(), after.findings.end(), [&](const auto& left) {
          return left.rule == finding.rule && left.subject == finding.subject;
        });
        CHECK_FALSE(is_there);
        const bool fails = std::any_of(after.findings.begin(), after.findings.end(),
                                       [](const auto& left) { return left.severity == model::RuleSeverity::error; });
        CHECK(fails != change.clears_all);
        session.undo();
        CHECK(session.evaluation(id)->pricing.totals.tcv == change.tcv_before);
        ++applied;
      }
    }
  }
  CHECK(applied > 40);
}

TEST_CASE("an edit that no document can state is refused and changes nothing") {
  Work work;
  Session& session = work.session;
  const std::string before = session.export_bundle();
  const auto refused = [&](const std::function<void(model::Deal&)>& change, const char* code) {
    const EditResult result = session.edit<model::Deal>(deal_id, "", "", change);
    CHECK_FALSE(result.applied);
    REQUIRE_FALSE(result.refused.empty());
    CHECK(result.refused[0].code == code);
    CHECK(tests::difference(session.export_bundle(), before) == "");
    CHECK_FALSE(session.can_undo());
  };
  refused([](model::Deal& deal) { deal.discount = Decimal::whole(2); }, "document.out_of_range");
  refused([](model::Deal& deal) { deal.term_months = 100'000'000; }, "document.out_of_range");
  refused([](model::Deal& deal) { deal.discount_amount = Decimal::from_micro(1); }, "document.places");
  refused([](model::Deal& deal) { deal.note.assign(2001, 'x'); }, "document.too_long");
  refused([](model::Deal& deal) { deal.name = "a\x01z"; }, "document.control_character");
  refused([](model::Deal& deal) { deal.id = "Not An Id"; }, "document.identifier");
  refused([](model::Deal& deal) { deal.id = "case-1-fjordline-shared"; }, "document.duplicate_document");
  refused([](model::Deal& deal) { deal.lines.resize(501, deal.lines[0]); }, "document.too_many_items");
  CHECK_FALSE(session.edit<model::Deal>("none", "", "", [](model::Deal&) {}).applied);
  CHECK_FALSE(session.edit_text({Kind::deal, deal_id}, "/discount", "lots").applied);
  CHECK_FALSE(session.rename({Kind::deal, deal_id}, "case-1-fjordline-shared").applied);
  CHECK_FALSE(session.rename({Kind::deal, deal_id}, "Not An Id").applied);
  CHECK(tests::difference(session.export_bundle(), before) == "");
}

TEST_CASE("what is only missing yet is told, and the deal is not priced until it is there") {
  Work work;
  Session& session = work.session;
  const DocumentRef ref{Kind::deal, deal_id};
  REQUIRE(session.edit<model::Deal>(deal_id, "", "", [](model::Deal& deal) { deal.lines.emplace_back(); }));
  CHECK_FALSE(session.evaluation(deal_id)->priced);
  CHECK_FALSE(session.proposal(deal_id).has_value());
  CHECK_FALSE(session.explain(deal_id, {"tcv", "", {}}).has_value());
  const Diagnostics found = session.diagnostics(ref);
  REQUIRE(found.size() == 1);
  // The line begins at the new object of the canonical text.
  CHECK(found[0].file == "deal/case-1-fjordline-dedicated");
  CHECK(found[0].pointer == "/lines/5");
  CHECK(found[0].line == 24);
  CHECK(to_line(found[0]).find("\"component\" is missing in a line") != std::string::npos);
  REQUIRE(session.edit_text(ref, "/lines/5/component", "discovery"));
  CHECK(session.evaluation(deal_id)->priced);
  CHECK(session.diagnostics(ref).empty());
}

TEST_CASE("a reference that leads nowhere is told once, with the nearest name") {
  Work work;
  REQUIRE(work.session.edit_text({Kind::deal, deal_id}, "/customer", "fjordlin"));
  const Diagnostics found = work.session.diagnostics({Kind::deal, deal_id});
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "document.dangling_reference");
  CHECK(found[0].nearest == "fjordline");
  CHECK(found[0].line == 7);
  CHECK_FALSE(work.session.evaluation(deal_id)->priced);
  CHECK(work.session.diagnostics().front() == found[0]);
}

TEST_CASE("another id is followed by every reference and by the selection") {
  Work work;
  Session& session = work.session;
  const std::string before = session.export_bundle();
  const auto referring = session.referring_to({Kind::customer, "fjordline"});
  REQUIRE(referring.size() >= 3);
  session.select({Kind::customer, "fjordline"});
  REQUIRE(session.rename({Kind::customer, "fjordline"}, "fjordline-as"));
  CHECK(session.selected().id == "fjordline-as");
  CHECK(session.referring_to({Kind::customer, "fjordline"}).empty());
  CHECK(session.referring_to({Kind::customer, "fjordline-as"}).size() == referring.size());
  CHECK(session.diagnostics({Kind::deal, deal_id}).empty());
  CHECK(session.undo() == "Id of Fjordline Sport: fjordline -> fjordline-as");
  CHECK(tests::difference(session.export_bundle(), before) == "");
  CHECK(session.selected().id == "fjordline");
}

TEST_CASE("fields that do not apply any more are given up, and come back with undo") {
  Work work;
  Session& session = work.session;
  const auto& components = session.programme().price_books[0].components;
  const auto tiered = std::find_if(components.begin(), components.end(), [](const model::Component& component) {
    return component.price.model == model::PriceModel::graduated;
  });
  REQUIRE(tiered != components.end());
  const auto at = static_cast<std::size_t>(tiered - components.begin());
  const std::string book = session.programme().price_books[0].id;
  const std::size_t tiers = tiered->price.tiers.size();
  REQUIRE(session.edit<model::PriceBook>(
      book, "", "", [&](model::PriceBook& one) { one.components[at].price.model = model::PriceModel::flat; }));
  CHECK(session.find<model::PriceBook>(book)->components[at].price.tiers.empty());
  session.undo();
  CHECK(session.find<model::PriceBook>(book)->components[at].price.tiers.size() == tiers);
}

TEST_CASE("a new deal can be priced as soon as it has a line") {
  Work work;
  Session& session = work.session;
  const DocumentRef ref = session.add(Kind::deal, "Žluťoučký obchod, first offer");
  CHECK(ref.id == "zlutoucky-obchod-first-offer");
  CHECK(session.selected() == ref);
  CHECK(session.selected_deal() == ref.id);
  REQUIRE(session.evaluation(ref.id) != nullptr);
  const auto& book = *session.find<model::PriceBook>(session.find<model::Deal>(ref.id)->price_book);
  REQUIRE(session.edit<model::Deal>(
      ref.id, "", "", [&](model::Deal& deal) { deal.lines.emplace_back().component = book.components[0].id; }));
  CHECK(session.evaluation(ref.id)->priced);
  const DocumentRef copy = session.duplicate(ref);
  CHECK(copy.id == "zlutoucky-obchod-first-offer-2");
  CHECK(session.find<model::Deal>(copy.id)->name == "Žluťoučký obchod, first offer (copy)");
  session.remove(copy);
  CHECK(session.document(copy) == nullptr);
  CHECK(session.document(session.selected()) != nullptr);
  session.undo();
  CHECK(session.selected() == copy);
}

TEST_CASE("a figure is derived down to lines of canonical texts") {
  Work work;
  const auto trees = work.session.explain(deal_id, {"net", "support", 1});
  if (!trees) CAPTURE(to_line(trees.diagnostics()[0]));
  REQUIRE(trees.has_value());
  std::size_t placed = 0;
  const std::function<void(const report::Derivation&)> look = [&](const report::Derivation& node) {
    if (!node.kind.empty()) {
      ++placed;
      CHECK(node.place.line > 0);
      CHECK(node.place.file == node.kind + "/" + node.id);
    }
    for (const auto& child : node.children) look(child);
  };
  for (const auto& tree : *trees) look(tree);
  CHECK(placed > 0);
  // "discount" stands in line 15 of the deal's file.
  CHECK(work.session.place({Kind::deal, deal_id}, "/discount") ==
        report::Place{"deal/case-1-fjordline-dedicated", 15, 15});
  CHECK_FALSE(work.session.explain(deal_id, {"nothing", "", {}}).has_value());
}

TEST_CASE("the proposal and the counts are those of the documents") {
  Work work;
  work.settle();
  const auto proposal = work.session.proposal(deal_id);
  REQUIRE(proposal.has_value());
  CHECK(proposal->total == work.session.evaluation(deal_id)->pricing.totals.tcv);
  const auto fresh = evaluate(work.session.programme(), {tests::test_day(), true, true});
  const report::Coverage coverage = work.session.coverage();
  CHECK(coverage.documents == fresh.coverage.documents);
  CHECK(coverage.deals_priced == fresh.coverage.deals_priced);
  CHECK(coverage.rule_checks == fresh.coverage.rule_checks);
  CHECK(coverage.warnings == fresh.coverage.warnings);
}

TEST_CASE("lists, ids and diagnostics follow every change") {
  Work work;
  work.settle();
  Session& session = work.session;
  const std::size_t told = session.diagnostics().size();  // of the shipped programme
  const auto agrees = [&] {
    Diagnostics all;
    for (std::size_t at = 0; at < kind_count; ++at) {
      const auto kind = static_cast<Kind>(at);
      const auto& documents = session.documents(kind);
      REQUIRE(documents.size() == document_count(session.programme(), kind));
      for (std::size_t index = 0; index < documents.size(); ++index) {
        const void* const document = document_at(session.programme(), kind, index);
        CHECK(documents[index].ref.id == document_id(kind, document));
        CHECK(documents[index].name == document_name(kind, document));
        CHECK(session.document(documents[index].ref) == document);
        for (Diagnostic& diagnostic : session.diagnostics(documents[index].ref)) all.push_back(std::move(diagnostic));
      }
    }
    CHECK(session.diagnostics().size() == all.size());
  };
  agrees();
  // What is asked for once a frame is not made once a frame.
  CHECK(&session.diagnostics() == &session.diagnostics());
  CHECK(&session.documents(Kind::deal) == &session.documents(Kind::deal));
  session.remove(session.documents(Kind::customer).front().ref);
  agrees();
  CHECK(session.diagnostics().size() > told);
  session.undo();
  agrees();
  CHECK(session.diagnostics().size() == told);
  // Of what a document holds that others refer to.
  const auto component = session.find<model::Deal>(deal_id)->lines.front().component;
  REQUIRE(session.edit<model::PriceBook>("emea-2026", "", "", [&](model::PriceBook& book) {
    std::erase_if(book.components, [&](const model::Component& one) { return one.id == component; });
  }));
  CHECK_FALSE(session.diagnostics({Kind::deal, deal_id}).empty());
  session.undo();
  CHECK(session.diagnostics({Kind::deal, deal_id}).empty());
  REQUIRE(session.edit_text({Kind::deal, deal_id}, "/customer", "fjordlin"));
  {
    const auto& diagnostics = session.diagnostics();
    CHECK(std::any_of(diagnostics.begin(), diagnostics.end(),
                      [](const Diagnostic& one) { return one.nearest == "fjordline"; }));
  }
  session.undo();
  agrees();
  CHECK(session.diagnostics().size() == told);
  REQUIRE(session.rename({Kind::deal, deal_id}, "zz-last"));
  agrees();
  session.duplicate({Kind::deal, "zz-last"});
  agrees();
  REQUIRE(session.edit<model::PriceBook>("emea-2026", "", "",
                                         [](model::PriceBook& book) { book.components.emplace_back(); }));
  agrees();
  work.settle();
  agrees();
  session.add_empty("Other");
  agrees();
  CHECK(session.documents(Kind::deal).empty());
}

TEST_CASE("removing everything leaves a session that still works") {
  Work work;
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    while (!work.session.documents(static_cast<Kind>(kind)).empty())
      work.session.remove(work.session.documents(static_cast<Kind>(kind)).front().ref);
  }
  work.settle();
  CHECK(work.session.diagnostics().empty());
  CHECK(work.session.coverage().deals == 0);
  const DocumentRef deal = work.session.add(Kind::deal);
  CHECK(deal.id == "new-deal");
  CHECK_FALSE(work.session.evaluation(deal.id)->priced);
  while (work.session.can_undo()) work.session.undo();
  CHECK(tests::difference(work.session.export_bundle(), Work().session.export_bundle()) == "");
}

}  // namespace
}  // namespace dealwright::web
