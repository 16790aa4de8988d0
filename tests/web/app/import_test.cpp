#include "web/app/import.hpp"

#include <doctest/doctest.h>

#include "core/document/limits.hpp"
#include "tests/web/app/work.hpp"

namespace dealwright::web {
namespace {

using tests::Work;

const ImportItem* item(const ImportPlan& plan, std::string_view id) {
  for (const auto& one : plan.items) {
    if (one.ref.id == id) return &one;
  }
  return nullptr;
}

ImportPlan plan_of(const Work& work, const std::vector<std::pair<std::string, std::string>>& named) {
  std::vector<FileIn> files;
  for (const auto& [name, bytes] : named) files.push_back({name, bytes, {}});
  return work.session.plan_import(files);
}

constexpr const char* deal_path = "scenarios/deals/case-1-digital-agency/fjordline-dedicated.json";
constexpr const char* deal_id = "case-1-fjordline-dedicated";

TEST_CASE("what is there already is told so, what differs is asked about, what is new is added") {
  Work work;
  std::string changed = tests::bytes_of(deal_path);
  changed.replace(changed.find("\"discount\": 0.05"), 16, "\"discount\": 0.07");
  const ImportPlan plan =
      plan_of(work, {{"same.json", tests::bytes_of("scenarios/brands/inntal.json")},
                     {"changed.json", changed},
                     {"new.json", R"({"dealwright": 1, "kind": "brand", "id": "fresh", "name": "Fresh"})"}});
  CHECK(plan.diagnostics.empty());
  CHECK_FALSE(plan.holds_bundle);
  REQUIRE(plan.items.size() == 3);
  CHECK(item(plan, "inntal")->action == ImportAction::unchanged);
  const ImportItem& conflict = *item(plan, deal_id);
  CHECK(conflict.is_conflict);
  CHECK(conflict.action == ImportAction::replace);
  CHECK(conflict.file == "changed.json");
  CHECK(conflict.new_id == "case-1-fjordline-dedicated-2");
  REQUIRE(conflict.differences.size() == 1);
  CHECK(conflict.differences[0] == "Deal discount: 0.05 -> 0.07");
  CHECK(item(plan, "fresh")->action == ImportAction::add);

  const std::string before = work.session.export_bundle();
  REQUIRE(work.session.apply_import(plan));
  CHECK(work.session.find<model::Deal>(deal_id)->discount == Decimal::from_micro(70'000));
  CHECK(work.session.find<model::Brand>("fresh") != nullptr);
  CHECK(work.session.undo_name() == "Import of 2 documents");
  CHECK(work.session.selected().id == deal_id);
  work.session.undo();
  CHECK(tests::difference(work.session.export_bundle(), before) == "");
}

TEST_CASE("both can be kept, and what came with a document follows its other id") {
  Work work;
  const std::string customer = R"({"dealwright": 1, "kind": "customer", "id": "fjordline", "name": "Another Fjordline",
    "segment": "b2b_wholesaler", "currency": "EUR", "profile": {"orders_per_month": 10}})";
  std::string deal = tests::bytes_of(deal_path);
  deal.replace(deal.find(deal_id), std::string(deal_id).size(), "another");
  // The deal stands before the customer that it refers to.
  ImportPlan plan = plan_of(work, {{"deal.json", deal}, {"customer.json", customer}});
  CAPTURE(plan.diagnostics.empty() ? "" : to_line(plan.diagnostics[0]));
  REQUIRE(plan.items.size() == 2);
  REQUIRE(plan.items[1].is_conflict);
  SUBCASE("keep both") {
    plan.items[1].action = ImportAction::keep_both;
    REQUIRE(work.session.apply_import(plan));
    CHECK(work.session.find<model::Customer>("fjordline-2")->name == "Another Fjordline");
    CHECK(work.session.find<model::Customer>("fjordline")->name != "Another Fjordline");
    CHECK(work.session.find<model::Deal>("another")->customer == "fjordline-2");
    CHECK(work.session.find<model::Deal>(deal_id)->customer == "fjordline");
  }
  SUBCASE("skip") {
    plan.items[1].action = ImportAction::skip;
    REQUIRE(work.session.apply_import(plan));
    CHECK(work.session.find<model::Customer>("fjordline")->name != "Another Fjordline");
    CHECK(work.session.find<model::Deal>("another")->customer == "fjordline");
  }
}

TEST_CASE("bad files are told in the runner's words and leave the work as it is") {
  Work work;
  const std::string before = work.session.export_bundle();
  const std::string deal = tests::bytes_of(deal_path);
  struct Row {
    const char* name;
    std::string bytes;
    const char* code;
  };
  const std::initializer_list<Row> rows{
      {"photo.png", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16), "document.encoding"},
      {"empty.json", "", "document.syntax"},
      {"cut.json", deal.substr(0, 300), "document.syntax"},
      {"deep.json", std::string(100'000, '['), "document."},
      {"list.json", "[1, 2, 3]", "document."},
      {"later.json", R"({"dealwright": 99, "kind": "deal", "id": "x"})", "document.version"},
      {"kind.json", R"({"dealwright": 1, "kind": "dael", "id": "x"})", "document.kind"},
      {"range.json", R"({"dealwright": 1, "kind": "brand", "id": "x", "name": "X", "accent": "red"})",
       "document.colour"},
      {"key.json", R"({"dealwright": 1, "kind": "brand", "id": "x", "name": "X", "colour": "#ffffff"})",
       "document.unknown_key"},
      {"huge.json", std::string(document::most_bytes + 1, ' '), "document.too_large"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const ImportPlan plan = plan_of(work, {{row.name, row.bytes}});
    CHECK(plan.is_empty());
    REQUIRE_FALSE(plan.diagnostics.empty());
    CHECK(plan.diagnostics[0].code.starts_with(row.code));
    CHECK(plan.diagnostics[0].file == row.name);
    CHECK(work.session.apply_import(plan).applied);
    CHECK_FALSE(work.session.can_undo());
    CHECK_FALSE(work.session.add_programme(row.name, row.bytes).applied);
  }
  CHECK(tests::difference(work.session.export_bundle(), before) == "");
  CHECK(work.session.programmes().size() == 1);
}

TEST_CASE("a file that the platform could not read is told by its own words") {
  Work work;
  const std::vector<FileIn> files{{"gone.json", "", "The file is not there any more."}};
  const ImportPlan plan = work.session.plan_import(files);
  REQUIRE(plan.diagnostics.size() == 1);
  CHECK(to_line(plan.diagnostics[0]) == "gone.json: error: The file is not there any more. [file.unreadable]");
}

TEST_CASE("of several files the good ones are taken") {
  Work work;
  const ImportPlan plan = plan_of(
      work,
      {{"bad.json", "{"}, {"good.json", R"({"dealwright": 1, "kind": "brand", "id": "fresh", "name": "Fresh"})"}});
  CHECK(plan.items.size() == 1);
  CHECK(plan.diagnostics.size() == 1);
}

TEST_CASE("a bundle with markup in every string is taken as text") {
  const std::string markup = "<img src=x onerror=alert(1)>\\\"&</script>'";
  const std::string bundle = R"({"dealwright": 1, "kind": "programme", "name": ")" + markup + R"(", "documents": [
    {"kind": "brand", "id": "b", "name": ")" +
                             markup + R"(", "legal": ")" + markup + R"("},
    {"kind": "partner", "id": "p", "name": ")" +
                             markup + R"(", "note": ")" + markup +
                             R"(", "type": "digital_agency", "offer_model": "oem", "brand": "b"}]})";
  Work work;
  const ImportPlan plan = plan_of(work, {{"bundle.json", bundle}});
  CHECK(plan.diagnostics.empty());
  CHECK(plan.holds_bundle);
  CHECK(plan.items.size() == 2);
  REQUIRE(work.session.add_programme("", bundle));
  CHECK(work.session.open_name() == "<img src=x onerror=alert(1)>\"&</script>'");
  CHECK(work.session.find<model::Brand>("b")->legal == "<img src=x onerror=alert(1)>\"&</script>'");
  CHECK(work.session.export_bundle_name() == "img-src-x-onerror-alert-1-script.json");
}

TEST_CASE("more documents than the app holds are refused, not lost half-way") {
  Work work;
  std::string lines;
  for (std::size_t at = 0; at < most_documents; ++at)
    lines += R"({"dealwright": 1, "kind": "brand", "id": "b)" + std::to_string(at) + "\", \"name\": \"B\"}\n";
  const ImportPlan plan = plan_of(work, {{"many.jsonl", lines}});
  CHECK(plan.is_empty());
  REQUIRE(plan.diagnostics.size() == 1);
  CHECK(plan.diagnostics[0].code == "import.too_many");
}

}  // namespace
}  // namespace dealwright::web
