#include "core/document/diff.hpp"

#include <doctest/doctest.h>

#include "core/document/model_types.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::document;

model::PriceBook book() {
  model::PriceBook made;
  made.id = "emea";
  made.currency = *Currency::from_code("EUR");
  for (const char* id : {"platform", "orders", "support", "storage"}) made.components.emplace_back().id = id;
  made.components[1].price.model = model::PriceModel::graduated;
  made.components[1].price.tiers.resize(2);
  made.components[1].price.tiers[0].up_to = Decimal::whole(1000);
  made.components[1].price.tiers[1].unit = Decimal::from_micro(20'000);
  return made;
}

std::string lines(const std::vector<Change>& changes) {
  std::string text;
  for (const Change& change : changes) text += change.pointer + " | " + to_line(change) + "\n";
  return text;
}

TEST_CASE("nothing differs from itself") {
  CHECK(diff(book(), book()).empty());
}

TEST_CASE("a change deep inside is told in the words of the notes") {
  model::PriceBook after = book();
  after.components[1].price.tiers[1].unit = Decimal::from_micro(18'000);
  CHECK(lines(diff(book(), after)) ==
        "/components/1/price/tiers/1/unit | Component orders > Price > Tier 2 > Unit price: 0.02 -> 0.018\n");
}

TEST_CASE("elements are matched by id") {
  model::PriceBook after = book();
  after.components.erase(after.components.begin());
  after.components[0].name = "Orders";
  after.components.emplace_back().id = "extra";
  CHECK(lines(diff(book(), after)) ==
        "/components/0 | Component platform: removed {\"id\": \"platform\", \"service_line\": \"platform\", "
        "\"charge\": \"monthly\", "
        "\"price\": {\"model\": \"flat\", \"amount\": \"0.00\"}}\n"
        "/components/0/name | Component orders > Name: added Orders\n"
        "/components/3 | Component extra: added {\"id\": \"extra\", \"service_line\": \"platform\", \"charge\": "
        "\"monthly\", "
        "\"price\": {\"model\": \"flat\", \"amount\": \"0.00\"}}\n");
}

TEST_CASE("an element that moved is told once") {
  model::PriceBook after = book();
  std::swap(after.components[0], after.components[1]);
  std::swap(after.components[1], after.components[2]);
  std::swap(after.components[2], after.components[3]);
  CHECK(lines(diff(book(), after)) == "/components/3 | Component platform: moved from 1 to 4\n");
}

TEST_CASE("values that come, go and change") {
  model::PriceBook after = book();
  after.name = "Book";
  after.currency = *Currency::from_code("JPY");
  after.effective_to = *Date::from(2026, 12, 31);
  after.components[0].minimum = Decimal::whole(5);
  after.components[1].price.tiers[0].up_to.reset();
  after.components[2].tenancies.push_back(model::Tenancy::dedicated);
  after.components[3].discountable = false;
  CHECK(lines(diff(book(), after)) ==
        "/name | Name: added Book\n"
        "/currency | Currency: EUR -> JPY\n"
        "/effective_to | Effective to: added 2026-12-31\n"
        "/components/0/minimum | Component platform > Minimum: added 5\n"
        "/components/1/price/tiers/0/up_to | Component orders > Price > Tier 1 > Up to: removed 1000\n"
        "/components/2/tenancies/0 | Component support > Offered in 1: added dedicated\n"
        "/components/3/discountable | Component storage > Discountable: true -> false\n");
}

TEST_CASE("lists with a key that stands twice are matched by position") {
  model::Deal before;
  for (const char* component : {"orders", "orders", "support"}) before.lines.emplace_back().component = component;
  model::Deal after = before;
  after.lines.pop_back();
  after.lines[1].discount = Decimal::from_micro(100'000);
  CHECK(lines(diff(before, after)) ==
        "/lines/2 | Line 3: removed {\"component\": \"support\"}\n"
        "/lines/1/discount | Line 2 > Discount: 0 -> 0.1\n");
}

}  // namespace
