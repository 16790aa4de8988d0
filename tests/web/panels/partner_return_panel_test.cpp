// What a deal is worth to its partner, on the screen.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "core/report/figures.hpp"
#include "core/report/models_report.hpp"
#include "core/report/partner_return_tables.hpp"
#include "tests/web/panels/screen.hpp"

namespace dealwright::web {
namespace {

struct ReturnScreen : Screen {
  explicit ReturnScreen(const char* deal = deal_id) : Screen(tests::shipped_bundle(), 1280, 5000) {
    go(fmt::format("deal/{}/partner", deal));
  }
  const std::string& partner() { return app.session().find<model::Deal>(deal_id)->partner; }
};

TEST_CASE("the partner's return shows its figures, and those that explain knows can be asked") {
  ReturnScreen screen;
  const auto& found = screen.app.session().evaluation(deal_id)->partner_return;
  REQUIRE(found.has_value());
  CHECK(screen.item(Role::text, "Lifetime value").value.find(report::amount(found->total.margin.present)) == 0);
  REQUIRE(found->implementation.has_value());
  CHECK(screen.item(Role::text, "Implementation margin").value.find(share_text(found->implementation->share)) == 0);
  screen.item(Role::text, "Acquisition payback");
  for (const report::Table& table :
       {report::partner_return_table(*found), report::partner_mrr_table(*found), report::delivery_table(*found)}) {
    REQUIRE(!table.rows.empty());
    CHECK_MESSAGE(screen.says(table.title), table.title);
    for (const auto& row : table.rows)
      for (const auto& cell : row.cells) CHECK_MESSAGE(screen.says(cell.shown), cell.shown);
  }
  for (const auto& [label, metric] :
       {std::pair{"Net present value", "partner_lifetime_margin"}, std::pair{"LTV / CAC", "partner_ltv_to_cac"}}) {
    screen.press(Role::button, label);
    REQUIRE(screen.app.view().question.has_value());
    CHECK(screen.app.view().question->of.metric == metric);
    CHECK(screen.says("Where this figure comes from"));
  }
}

TEST_CASE("models are compared as bars and as tables, the referral first") {
  ReturnScreen screen;
  const auto& study = screen.app.session().models(deal_id);
  REQUIRE(study.has_value());
  REQUIRE(study->found.has_value());
  REQUIRE(study->found->offer_models.front().id == "referral");
  for (const report::Table& table : report::model_tables(*study->found)) CHECK(screen.says(table.title));
  const auto& chart = screen.item(Role::image, "Revenue models: present value of the gross margin");
  CHECK(chart.description.find(study->found->offer_models.front().name) != std::string::npos);
  screen.platform.move_pointer(chart.x + chart.width / 2, chart.y + 24);
  screen.frames(3);
  CHECK(screen.item(Role::image, "Revenue models: present value of the gross margin").value.find("eferral") !=
        std::string::npos);
  screen.press(Role::button, "CSV");
  REQUIRE(!screen.platform.saved.empty());
  CHECK(screen.platform.saved.back().name == fmt::format("{}-offer-models.csv", deal_id));
  CHECK(screen.platform.saved.back().bytes.find(study->found->offer_models.front().name) != std::string::npos);
}

TEST_CASE("a change of the partner's economics shows at once, and undo takes it back") {
  ReturnScreen screen;
  Session& session = screen.app.session();
  const auto shown = [&] { return screen.item(Role::text, "Lifetime value").value; };
  const std::string before = shown();
  session.edit<model::Partner>(screen.partner(), "", "",
                               [](model::Partner& to) { to.economics->discount_rate = Decimal::whole(1); });
  screen.platform.settle([&] { screen.app.frame(); });
  CHECK(shown() != before);
  session.undo();
  screen.platform.settle([&] { screen.app.frame(); });
  CHECK(shown() == before);
}

TEST_CASE("a partner that states no economics is asked for them, and models need a playbook") {
  ReturnScreen screen;
  Session& session = screen.app.session();
  const std::string partner = screen.partner();
  session.edit<model::Partner>(partner, "", "", [](model::Partner& to) { to.playbook.clear(); });
  const std::string customer = session.find<model::Deal>(deal_id)->customer;
  const std::string playbook = session.find<model::Customer>(customer)->playbook;
  session.edit<model::Playbook>(playbook, "", "", [](model::Playbook& to) {
    for (auto& one : to.offer_models) one.economics.reset();
    for (auto& one : to.revenue_models) one.economics.reset();
  });
  screen.platform.settle([&] { screen.app.frame(); });
  CHECK(screen.says("does not say what its models let a partner earn"));
  session.edit<model::Partner>(partner, "", "", [](model::Partner& to) { to.economics.reset(); });
  screen.platform.settle([&] { screen.app.frame(); });
  CHECK(screen.says("No return yet"));
  screen.press(Role::button, "State the partner's economics");
  CHECK(screen.app.view().shown() == DocumentRef{Kind::partner, partner});
}

}  // namespace
}  // namespace dealwright::web
