#include "web/app/search.hpp"

#include <doctest/doctest.h>

#include "tests/web/app/work.hpp"

namespace dealwright::web {
namespace {

using tests::Work;

TEST_CASE("case and accents do not matter") {
  CHECK(folded("Ærøskøbing Straße ŁÓDŹ") == "aeroskobing strasse lodz");
  CHECK(folded("Žluťoučký kůň Œuvre ĳ") == "zlutoucky kun oeuvre ij");
  CHECK(folded("ΑΒΓ Москва ЁЖ") == folded("αβγ москва ёж"));
  CHECK(folded("e\xcc\x81") == "e");  // a combining acute accent
  CHECK(folded("東京") == "東京");
  CHECK(folded("\xc3") == "\xc3");  // cut within a character
}

TEST_CASE("the document with that id stands first") {
  const Work work;
  const auto hits = work.session.search("case-1-fjordline-shared");
  REQUIRE_FALSE(hits.empty());
  CHECK(hits.front().ref == DocumentRef{Kind::deal, "case-1-fjordline-shared"});
  CHECK(hits.front().pointer == "");
}

TEST_CASE("every word must be somewhere") {
  const Work work;
  const auto hits = work.session.search("fjordline dedicated");
  REQUIRE_FALSE(hits.empty());
  CHECK(hits.front().ref.id == "case-1-fjordline-dedicated");
  CHECK(work.session.search("fjordline zebra").empty());
  CHECK(work.session.search("   ").empty());
  CHECK(work.session.search("").empty());
}

TEST_CASE("the nearer match stands before the farther one") {
  model::Programme programme;
  const auto add = [&](const char* id, const char* name, const char* note) {
    auto& deal = programme.deals.emplace_back();
    deal.id = id;
    deal.name = name;
    deal.note = note;
  };
  add("inside", "A demagnetiser", "");
  add("note", "Else", "asks for a magnet in the showroom");
  add("begins", "Magnets for all", "");
  add("whole", "One magnet", "");
  add("magnet", "Shop", "");
  auto& customer = programme.customers.emplace_back();
  customer.id = "c";
  customer.name = "Magnet";
  std::vector<std::string> ids;
  for (const auto& hit : search(programme, "magnet")) ids.push_back(hit.ref.id);
  CHECK(ids == std::vector<std::string>{"magnet", "c", "whole", "begins", "inside", "note"});
  const auto hits = search(programme, "showroom");
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].pointer == "/note");
  CHECK(hits[0].label == "Note");
  CHECK(hits[0].excerpt == "asks for a magnet in the showroom");
  CHECK(search(programme, "magnet", 2).size() == 2);
}

TEST_CASE("a kind is a word to look for, and long texts are cut between characters") {
  const Work work;
  const auto hits = work.session.search("price book japan");
  REQUIRE_FALSE(hits.empty());
  CHECK(hits.front().ref == DocumentRef{Kind::price_book, "japan-2026"});
  model::Programme programme;
  auto& brand = programme.brands.emplace_back();
  brand.id = "b";
  for (int at = 0; at < 60; ++at) brand.legal += "é";
  brand.legal += " zebra";
  const auto cut = search(programme, "zebra");
  REQUIRE(cut.size() == 1);
  CHECK(cut[0].excerpt.size() <= 80);
  CHECK(cut[0].excerpt.starts_with("…é"));
  CHECK(cut[0].excerpt.ends_with("é zebra"));
  for (int at = 0; at < 60; ++at) brand.legal += "東ß";
  const auto within = search(programme, "zebra");
  REQUIRE(within.size() == 1);
  CHECK(within[0].excerpt.size() <= 80);
  CHECK(within[0].excerpt.starts_with("…é"));
  CHECK(within[0].excerpt.find("zebra") != std::string::npos);
  CHECK(within[0].excerpt.ends_with("…"));
}

}  // namespace
}  // namespace dealwright::web
