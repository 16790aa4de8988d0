// Every rule of the three-way merge by a case made by hand.

#include "core/document/merge.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "core/document/model_types.hpp"
#include "tests/document/any_value.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::document;

model::Onboarding run_with(const std::vector<std::string>& notes) {
  model::Onboarding run;
  run.id = "run";
  run.name = "Run";
  for (const std::string& id : notes) {
    model::Note& note = run.notes.emplace_back();
    note.id = id;
    note.text = "text of " + id;
  }
  return run;
}

std::string ids(const model::Onboarding& run) {
  std::string text;
  for (const model::Note& note : run.notes) text += (text.empty() ? "" : " ") + note.id;
  return text;
}

template <class T>
bool same(const T& a, const T& b) {
  return equal(type_of<T>(), &a, &b);
}

std::string lines(const std::vector<Conflict>& conflicts) {
  std::string text;
  for (const Conflict& one : conflicts)
    text += std::string(type_of<ConflictKind>().choices[static_cast<std::size_t>(one.kind)]) + " " + one.pointer +
            " | " + one.label + ": " + one.base + " | " + one.ours + " | " + one.theirs + "\n";
  return text;
}

TEST_CASE("a side that changed nothing, and equal sides") {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    for (const TypeInfo* type : {&type_of<model::Onboarding>(), &type_of<model::Deal>(), &type_of<model::PriceBook>(),
                                 &type_of<model::Playbook>()}) {
      const bool is_run = type == &type_of<model::Onboarding>();
      const bool is_deal = type == &type_of<model::Deal>();
      const bool is_book = type == &type_of<model::PriceBook>();
      model::Programme place;
      place.onboardings.resize(3);
      place.deals.resize(3);
      place.price_books.resize(3);
      place.playbooks.resize(3);
      void* value[3];
      for (std::size_t i = 0; i < 3; ++i)
        value[i] = is_run    ? static_cast<void*>(&place.onboardings[i])
                   : is_deal ? static_cast<void*>(&place.deals[i])
                   : is_book ? static_cast<void*>(&place.price_books[i])
                             : static_cast<void*>(&place.playbooks[i]);
      document::testing::AnyValue first(seed);
      document::testing::AnyValue second(seed + 1000);
      first.fill(*type, value[0]);
      second.fill(*type, value[1]);
      CHECK(merge(*type, value[0], value[0], value[1], value[2]).empty());
      CHECK(equal(*type, value[2], value[1]));
      CHECK(merge(*type, value[0], value[1], value[0], value[2]).empty());
      CHECK(equal(*type, value[2], value[1]));
      CHECK(merge(*type, value[0], value[1], value[1], value[2]).empty());
      CHECK(equal(*type, value[2], value[1]));
    }
  }
}

TEST_CASE("different fields of one element come together") {
  const auto base = run_with({"a", "b"});
  auto ours = base;
  auto theirs = base;
  ours.notes[1].text = "new";
  theirs.notes[1].owner = "Ada";
  theirs.name = "Renamed";
  const auto merged = merge(base, ours, theirs);
  CHECK(merged.conflicts.empty());
  auto expected = base;
  expected.name = "Renamed";
  expected.notes[1].text = "new";
  expected.notes[1].owner = "Ada";
  CHECK(same(merged.value, expected));
  CHECK(same(merge(base, theirs, ours).value, expected));
}

TEST_CASE("one field changed differently keeps ours and names both") {
  const auto base = run_with({"a", "b"});
  auto ours = base;
  auto theirs = base;
  ours.notes[1].text = "x";
  theirs.notes[1].text = "y";
  const auto merged = merge(base, ours, theirs);
  CHECK(merged.value.notes[1].text == "x");
  CHECK(lines(merged.conflicts) == "changed /notes/1/text | Note b > Text: text of b | x | y\n");
  CHECK(lines(merge(base, theirs, ours).conflicts) == "changed /notes/1/text | Note b > Text: text of b | y | x\n");
  const Diagnostic told = to_diagnostic(merged.conflicts[0]);
  CHECK(told.severity == Severity::error);
  CHECK(to_line(told) ==
        "#/notes/1/text: error: Note b > Text: ours has \"x\", theirs \"y\", the base \"text of b\"; ours is kept "
        "(expected the value that is to hold) [merge.changed]");
}

TEST_CASE("an element removed on one side") {
  const auto base = run_with({"a", "b", "c"});
  auto ours = base;
  ours.notes.erase(ours.notes.begin() + 1);
  auto theirs = base;
  theirs.notes[0].text = "x";
  CHECK(ids(merge(base, ours, theirs).value) == "a c");
  CHECK(merge(base, ours, theirs).conflicts.empty());

  theirs.notes[1].text = "y";
  const std::string before = R"({"id": "b", "kind": "decision", "text": "text of b"})";
  const std::string after = R"({"id": "b", "kind": "decision", "text": "y"})";
  const auto merged = merge(base, ours, theirs);
  CHECK(ids(merged.value) == "a b c");
  CHECK(merged.value.notes[1].text == "y");
  CHECK(lines(merged.conflicts) == "removed_by_ours /notes/1 | Note b: " + before + " |  | " + after + "\n");
  const auto exchanged = merge(base, theirs, ours);
  CHECK(same(exchanged.value, merged.value));
  CHECK(lines(exchanged.conflicts) == "removed_by_theirs /notes/1 | Note b: " + before + " | " + after + " | \n");
}

TEST_CASE("what both added: once where equal, both under ids of their own where not") {
  const auto base = run_with({"a"});
  CHECK(ids(merge(base, run_with({"a", "n"}), run_with({"a", "n"})).value) == "a n");

  auto ours = run_with({"a", "n", "n-2"});
  auto theirs = run_with({"a", "n"});
  theirs.notes[1].text = "other";
  const auto merged = merge(base, ours, theirs);
  // "n-2" is taken by another note of ours.
  CHECK(ids(merged.value) == "a n n-2 n-3");
  CHECK(merged.value.notes[1].text == "text of n");
  CHECK(merged.value.notes[3].text == "other");
  CHECK(
      lines(merged.conflicts) ==
      "added_twice /notes/3 | Note n-3:  | {\"id\": \"n\", \"kind\": \"decision\", \"text\": \"text of n\"} | {\"id\": "
      "\"n\", \"kind\": \"decision\", \"text\": \"other\"}\n");

  // An identifier has at most 64 bytes.
  auto long_ours = run_with({"a", std::string(64, 'x')});
  auto long_theirs = long_ours;
  long_theirs.notes[1].text = "other";
  CHECK(merge(base, long_ours, long_theirs).value.notes[2].id == std::string(62, 'x') + "-2");
}

TEST_CASE("what both added under a key that is no id is merged by field") {
  const auto base = run_with({});
  auto ours = base;
  auto theirs = base;
  ours.items.push_back({"kick-off", model::ItemState::in_progress, "", "Ada", {}, {}, {"a.pdf"}});
  theirs.items.push_back({"kick-off", model::ItemState::in_progress, "", "Bo", {}, {}, {"b.pdf"}});
  theirs.items[0].started = *Date::parse("2026-03-02");
  const auto merged = merge(base, ours, theirs);
  REQUIRE(merged.value.items.size() == 1);
  CHECK(merged.value.items[0].started == *Date::parse("2026-03-02"));
  CHECK(merged.value.items[0].evidence == std::vector<std::string>{"a.pdf", "b.pdf"});
  CHECK(lines(merged.conflicts) == "changed /items/0/person | Item record kick-off > Person:  | Ada | Bo\n");
}

TEST_CASE("order: ours, then what theirs added behind the element that it followed") {
  const auto base = run_with({"a", "b"});
  CHECK(ids(merge(base, run_with({"a", "x", "b"}), run_with({"a", "y", "b", "z"})).value) == "a x y b z");
  CHECK(ids(merge(base, run_with({"a", "y", "b", "z"}), run_with({"a", "x", "b"})).value) == "a y x b z");
  CHECK(ids(merge(base, run_with({"x", "a", "b"}), run_with({"y", "w", "a", "b"})).value) == "x y w a b");
  // Only theirs changed the order, and ours added.
  CHECK(ids(merge(base, run_with({"a", "x", "b"}), run_with({"b", "a"})).value) == "b a x");
  CHECK(merge(base, run_with({"a", "x", "b"}), run_with({"b", "a"})).conflicts.empty());
  CHECK(ids(merge(base, run_with({"b", "a"}), run_with({"a", "x", "b"})).value) == "b a x");

  const auto merged = merge(run_with({"a", "b", "c"}), run_with({"c", "a", "b"}), run_with({"b", "a", "c"}));
  CHECK(ids(merged.value) == "c a b");
  CHECK(lines(merged.conflicts) == "reordered /notes | Notes: a, b, c | c, a, b | b, a, c\n");
}

TEST_CASE("lists of values are sets where each stands once") {
  model::Workshop base;
  base.present = {"Ada", "Bo"};
  model::Workshop ours = base;
  model::Workshop theirs = base;
  ours.present = {"Ada", "Cy", "Di"};
  theirs.present = {"Ada", "Bo", "Di", "Ed"};
  const auto merged = merge(base, ours, theirs);
  CHECK(merged.value.present == std::vector<std::string>{"Ada", "Cy", "Di", "Ed"});
  CHECK(merged.conflicts.empty());

  theirs.present = {"Ada", "Ada"};
  const auto whole = merge(base, ours, theirs);
  CHECK(whole.value.present == ours.present);
  CHECK(lines(whole.conflicts) ==
        "changed /present | Present: [\"Ada\", \"Bo\"] | [\"Ada\", \"Cy\", \"Di\"] | [\"Ada\", \"Ada\"]\n");
}

TEST_CASE("structs without a key: by position, or one value") {
  model::PriceBook base;
  base.currency = *Currency::from_code("EUR");
  base.components.emplace_back().id = "orders";
  base.components[0].price.model = model::PriceModel::graduated;
  base.components[0].price.tiers.resize(2);
  base.components[0].price.tiers[0].up_to = Decimal::whole(10);
  auto ours = base;
  auto theirs = base;
  ours.components[0].price.tiers[0].up_to = Decimal::whole(20);
  theirs.components[0].price.tiers[1].unit = Decimal::whole(3);
  const auto merged = merge(base, ours, theirs);
  CHECK(merged.conflicts.empty());
  CHECK(merged.value.components[0].price.tiers[0].up_to == Decimal::whole(20));
  CHECK(merged.value.components[0].price.tiers[1].unit == Decimal::whole(3));

  theirs.components[0].price.tiers.resize(3);
  const auto whole = merge(base, ours, theirs);
  REQUIRE(whole.conflicts.size() == 1);
  CHECK(whole.conflicts[0].pointer == "/components/0/price/tiers");
  CHECK(whole.conflicts[0].label == "Component orders > Price > Tiers");
  CHECK(whole.value.components[0].price.tiers.size() == 2);
}

TEST_CASE("keys that stand twice: equal elements belong together") {
  auto base = run_with({});
  base.people = {{"sales", "Ada"}, {"sales", "Bo"}};
  auto ours = base;
  auto theirs = base;
  ours.people.erase(ours.people.begin());
  theirs.people[1].days_per_week = Decimal::whole(2);
  theirs.people.push_back({"sales", "Cy"});
  const auto merged = merge(base, ours, theirs);
  CHECK(merged.conflicts.empty());
  REQUIRE(merged.value.people.size() == 2);
  CHECK(merged.value.people[0].person == "Bo");
  CHECK(merged.value.people[0].days_per_week == Decimal::whole(2));
  CHECK(merged.value.people[1].person == "Cy");
}

TEST_CASE("fields that do not belong together fall back to ours") {
  auto base = run_with({"a"});
  base.notes[0].kind = model::NoteKind::risk;
  auto ours = base;
  auto theirs = base;
  ours.notes[0].kind = model::NoteKind::issue;
  theirs.notes[0].impact = 4;
  auto merged = merge(base, ours, theirs);
  CHECK(same(merged.value, ours));
  CHECK(lines(merged.conflicts) == "changed /notes/0/impact | Note a > Impact:  |  | 4\n");
  merged = merge(base, theirs, ours);
  CHECK(same(merged.value, theirs));
  CHECK(lines(merged.conflicts) == "changed /notes/0/kind | Note a > Kind: risk | risk | issue\n");
}

TEST_CASE("an optional part: changed on one side, taken away on the other") {
  auto base = run_with({"a"});
  base.notes[0].kind = model::NoteKind::risk;
  base.notes[0].impact = 2;
  auto ours = base;
  auto theirs = base;
  ours.notes[0].impact.reset();
  theirs.notes[0].impact = 5;
  CHECK(lines(merge(base, ours, theirs).conflicts) == "changed /notes/0/impact | Note a > Impact: 2 |  | 5\n");
  CHECK(lines(merge(base, theirs, ours).conflicts) == "changed /notes/0/impact | Note a > Impact: 2 | 5 | \n");
}

}  // namespace
