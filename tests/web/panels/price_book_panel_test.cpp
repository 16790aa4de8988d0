#include "web/panels/price_book_panel.hpp"

#include <doctest/doctest.h>

#include "tests/web/panels/screen.hpp"

namespace dealwright::web {
namespace {

std::string fact(Screen& screen, std::string_view label) {
  const auto* found = screen.platform.find(Role::text, label);
  return found == nullptr ? "none" : found->value;
}

void show(Screen& screen, const char* component) {
  screen.app.view().component = component;
  screen.go("price_book/emea-2026");
  // What is wrong with the book stands above it, and is worked out between frames.
  screen.platform.settle([&] { screen.app.frame(); });
}

TEST_CASE("prices name their currency beside the amount, and costs all their parts") {
  Screen screen(tests::shipped_bundle(), 1280, 1600);
  show(screen, "storage");
  CHECK(fact(screen, "Price") == "16.00 EUR per 50");
  show(screen, "warehouses");
  CHECK(fact(screen, "Price") == "3 tiers");
  CHECK(fact(screen, "Wholesale unit price") == "48.00 EUR");
  CHECK(fact(screen, "Hours per unit") == "0.5");
  CHECK(screen.says("Price and cost over quantity"));
  show(screen, "move-to-dedicated");
  CHECK(fact(screen, "Wholesale amount") == "600.00 EUR");
  CHECK(fact(screen, "Hours") == "95");
}

TEST_CASE("the curve of a price with the largest bound begins at zero") {
  Screen screen(tests::shipped_bundle(), 1280, 1600);
  auto& session = screen.app.session();
  const auto result = session.edit<model::PriceBook>("emea-2026", "", "", [](model::PriceBook& book) {
    for (auto& component : book.components) {
      auto& tiers = component.price.tiers;
      if (component.id == "warehouses") {
        tiers.erase(tiers.begin() + 1, tiers.end() - 1);
        tiers.front().up_to = Decimal::from_micro(INT64_MAX);
      }
      if (component.id == "storage") component.price.size = Decimal::from_micro(INT64_MAX / 2);
    }
  });
  REQUIRE(result);
  for (const char* component : {"warehouses", "storage"}) {
    show(screen, component);
    const std::string name = component[0] == 'w' ? "Price of Warehouse operations over quantity"
                                                 : "Price of Storage, by 50 GB over quantity";
    const auto chart = screen.item(Role::image, name);
    screen.platform.move_pointer(0, 0);
    screen.frames(2);
    // The leftmost place that has a value.
    for (float x = 0; x < chart.width && screen.item(Role::image, name).value.empty(); x += 1) {
      screen.platform.move_pointer(chart.x + x, chart.y + chart.height / 2);
      screen.frames(2);
    }
    CHECK(screen.item(Role::image, name).value.starts_with("0 Billed units"));
  }
}

TEST_CASE("a fee takes no more places than its currency has") {
  Screen screen(tests::shipped_bundle(), 1280, 1600);
  show(screen, "warehouses");
  screen.platform.activate(screen.item(Role::spinbutton, "Flat fee, tier 1"), MirrorAction::change, "1.005");
  screen.frames(3);
  CHECK(screen.item(Role::spinbutton, "Flat fee, tier 1").invalid);
  screen.platform.activate(screen.item(Role::spinbutton, "Unit price, tier 1"), MirrorAction::change, "1.005");
  screen.frames(3);
  const auto* book = screen.app.session().find<model::PriceBook>("emea-2026");
  for (const auto& component : book->components) {
    if (component.id == "warehouses") CHECK(component.price.tiers.front().unit == Decimal::from_micro(1'005'000));
  }
}

}  // namespace
}  // namespace dealwright::web
