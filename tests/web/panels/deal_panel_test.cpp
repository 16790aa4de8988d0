#include "web/panels/deal_panel.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/web/panels/screen.hpp"
#include "web/panels/edit.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

void change(Screen& screen, std::string_view field, std::string value) {
  screen.platform.activate(screen.item(Role::spinbutton, field), MirrorAction::change, std::move(value));
  screen.frames(3);
}

TEST_CASE("an edit of a line that leaves the deal without a price keeps its lines, and is undone") {
  Screen screen;
  screen.go(fmt::format("deal/{}", deal_id));
  auto& session = screen.app.session();
  const Money before = session.evaluation(deal_id)->pricing.totals.tcv;
  // It takes no discount.
  const std::string field = "Discount of Move from the shared platform to an own deployment";
  change(screen, field, "5");
  CHECK_FALSE(session.evaluation(deal_id)->priced);
  CHECK(screen.says("Not priced"));
  CHECK(screen.item(Role::spinbutton, field).value == "5");
  CHECK(screen.says("Warehouse automation"));
  CHECK(screen.platform.find(Role::combobox, "Add a component") != nullptr);
  // What was wrong is mended where it was made.
  change(screen, field, "0");
  CHECK(session.evaluation(deal_id)->pricing.totals.tcv == before);
  change(screen, field, "5");
  session.undo();
  screen.frames(2);
  CHECK(session.evaluation(deal_id)->pricing.totals.tcv == before);
}

TEST_CASE("a deal that cannot be priced shows its lines, and takes more of them") {
  Screen screen;
  auto& session = screen.app.session();
  const auto deal = session.add(Kind::deal, "Empty");
  session.edit<model::Deal>(deal.id, "", "", [](model::Deal& d) { d.lines.emplace_back().component = "unknown"; });
  screen.go(to_string(deal));
  REQUIRE_FALSE(session.evaluation(deal.id)->priced);
  CHECK(screen.platform.find(Role::spinbutton, "Quantity of unknown") != nullptr);
  CHECK_FALSE(screen.item(Role::combobox, "Add a component").disabled);
}

TEST_CASE("uplift and free months keep what else they state while the typed value is zero") {
  Screen screen;
  auto& session = screen.app.session();
  const char* renewal = "case-1-papierwerk-renewal";
  session.edit<model::Deal>(renewal, "", "", [](model::Deal& d) {
    d.free_months.emplace().months = 2;
    d.free_months->from_month = 3;
  });
  session.end_edit();
  screen.go(fmt::format("deal/{}", renewal));
  change(screen, "Uplift a year", "0");
  change(screen, "Uplift a year", "0.5");
  change(screen, "Free months", "0");
  change(screen, "Free months", "1");
  const auto* deal = session.find<model::Deal>(renewal);
  REQUIRE(deal->uplift);
  CHECK(deal->uplift->rate == Decimal::from_micro(5000));
  CHECK(deal->uplift->service_lines.size() == 3);
  REQUIRE(deal->free_months);
  CHECK(deal->free_months->from_month == 3);
  // With nothing else stated neither is.
  screen.go(fmt::format("deal/{}", deal_id));
  change(screen, "Uplift a year", "4");
  CHECK(session.find<model::Deal>(deal_id)->uplift);
  change(screen, "Uplift a year", "0");
  CHECK_FALSE(session.find<model::Deal>(deal_id)->uplift);
}

TEST_CASE("a refused edit says why") {
  Screen screen;
  CHECK(tell({true, {}}));
  CHECK(screen.platform.announced.empty());
  Diagnostic diagnostic;
  diagnostic.message = "0.005 has more than 2 places";
  diagnostic.expected = "an amount of EUR";
  CHECK_FALSE(tell({false, {diagnostic}}));
  REQUIRE(screen.platform.announced.size() == 1);
  CHECK(screen.platform.announced.front().text == "0.005 has more than 2 places; expected an amount of EUR");
}

TEST_CASE("payback is told in the words of its explanation") {
  Screen screen;
  auto& session = screen.app.session();
  screen.platform.settle([&] { screen.app.frame(); }, 1000);
  for (const auto& deal : session.programme().deals) {
    const auto* evaluation = session.evaluation(deal.id);
    if (!evaluation->priced) continue;
    const std::string words = payback_text(evaluation->pricing);
    const auto tree = session.explain(deal.id, {"payback_months", "", std::nullopt});
    REQUIRE(tree);
    CHECK((words == "at once" ? "0 months" : words) == tree->front().value);
  }
  session.edit<model::Deal>(deal_id, "", "", [](model::Deal& d) { d.discount = Decimal::from_micro(950'000); });
  CHECK(payback_text(session.evaluation(deal_id)->pricing) == "not within the term");
  screen.frames(2);
  CHECK(screen.says("not within the term"));
}

TEST_CASE("a narrow deal has its terms side by side, its figures in two columns, and no line's net cut") {
  Screen screen(tests::shipped_bundle(), 1000);
  screen.go(fmt::format("deal/{}", deal_id));
  const auto first = static_cast<double>(screen.item(Role::spinbutton, "Deal discount").y);
  CHECK(static_cast<double>(screen.item(Role::spinbutton, "Term").y) == doctest::Approx(first));
  const auto& margin = screen.item(Role::button, "Gross margin");
  const auto& peak = screen.item(Role::button, "Margin at peak");
  CHECK(static_cast<double>(margin.y) == doctest::Approx(static_cast<double>(peak.y)));
  screen.platform.frame([&] {
    screen.app.frame();
    const float room = peak.x - margin.x - ui::theme().space.small;
    CHECK(ui::width_of("2027-02-01") + 2 * ImGui::GetStyle().FramePadding.x <=
          screen.item(Role::textbox, "Start").width);
    for (const char* label : {"Gross margin", "Margin at peak", "Monthly, at exit", "not within the term"})
      CHECK(ui::width_of(label, ui::Type::caption) < room);
    CHECK(screen.item(Role::columnheader, "Net EUR").width > ui::width_of("335,899.96"));
    CHECK(screen.item(Role::columnheader, "Component").width > 150);
  });
}

}  // namespace
}  // namespace dealwright::web
