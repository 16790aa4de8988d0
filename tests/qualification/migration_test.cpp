#include "core/qualification/migration.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "core/evaluate.hpp"
#include "core/qualification/qualified.hpp"
#include "tests/qualification/documents.hpp"
#include "tests/support/draw.hpp"

namespace dealwright::qualification {
namespace {

using qualification_test::documents_of;
using tests::Draw;

// tests/golden/migrating: 8,000 orders a month that grow by 60 % a year, 10,000 are shared; 24 months in the package
// "starter", of which "own" is the dedicated one; two months of lead time.
struct Moving {
  model::Programme programme =
      documents_of("tests/golden/migrating", {"playbook", "customer", "partner", "price-book", "deal", "advice"});
  model::Playbook& playbook = programme.playbooks.front();
  model::Customer& customer = programme.customers.front();
  model::PriceBook& book = programme.price_books.front();
  model::Deal& deal = programme.deals.front();
  Diagnostics found;

  MigrationResult result() {
    found.clear();
    Diagnostics told;
    const TenancyResult tenancy = qualify(playbook, customer, told);
    REQUIRE(told.empty());
    const pricing::Book compiled(book);
    REQUIRE(compiled.usable());
    return migration(
        programme, playbook, customer, tenancy, [&](const model::Deal&) { return &compiled; }, found);
  }
  // Of the deal in the package.
  MigrationPath path() {
    auto paths = result().paths;
    REQUIRE(!paths.empty());
    return paths.front();
  }
  MigrationStep step() {
    auto moved = path();
    CAPTURE(moved.reason);
    REQUIRE(moved.step.has_value());
    return *moved.step;
  }
  void grow_by(int per_cent) { customer.profile.growth_per_year = Decimal::from_micro(per_cent * 10'000); }
  void orders(int a_month) { customer.profile.orders_per_month = Decimal::whole(a_month); }
};

TEST_CASE("a migration path by hand") {
  Moving moving;
  const MigrationResult result = moving.result();
  // 8,000 x (1 + 0.6 x 5 / 12) = 10,000 meets the limit in month 5; 10,400 passes it in month 6. Two months of lead.
  CHECK(result.crossing_month == 6);
  CHECK(result.begin_by_month == 4);
  CHECK(result.limit == "orders");
  CHECK(result.limit_name == "Orders a month");
  CHECK(result.horizon_months == 36);
  CHECK(moving.found.empty());
  REQUIRE(result.paths.size() == 2);
  CHECK(result.paths[0].deal == "mill-shared");
  REQUIRE(result.paths[0].outcome == MigrationOutcome::moves);
  CHECK(result.paths[0].left_behind == std::vector<std::string>{"cache"});
  const MigrationStep step = *result.paths[0].step;
  // Platform 300 less 10 %, (10,400 - 2,000) orders at 0.02, analytics 100, cache 40.
  CHECK(to_string(step.before.price) == "578.00");
  // 100, 10,400 orders at 0.005, 20 and 10.
  CHECK(to_string(step.before.cost) == "182.00");
  CHECK(to_string(step.before.gross_margin) == "396.00");
  CHECK(step.before.margin == Ratio{39600, 57800});
  // Platform 500 less 10 %, (10,400 - 5,000) orders at 0.01, server 900, analytics 100.
  CHECK(to_string(step.after.price) == "1504.00");
  // 150, 10,400 orders at 0.005, 500 and 20.
  CHECK(to_string(step.after.cost) == "722.00");
  CHECK(to_string(step.after.gross_margin) == "782.00");
  CHECK(to_string(step.price_step) == "926.00");
  CHECK(step.price_step_share == Ratio{92600, 57800});
  CHECK(to_string(step.cost_step) == "540.00");
  // 500 and 20 hours at 50.
  REQUIRE(step.fee.has_value());
  CHECK(to_string(*step.fee) == "4000.00");
  CHECK(to_string(step.move_cost) == "1500.00");
  // 782 a month in the 18 months that are left of 24; with the fee less what the move costs.
  CHECK(step.months == 18);
  CHECK(step.rest_of_term);
  CHECK(to_string(step.margin_kept) == "14076.00");
  CHECK(to_string(step.value_kept) == "16576.00");
  REQUIRE(step.tier_before.has_value());
  REQUIRE(step.tier_after.has_value());
  CHECK(step.tier_before->id == "basic");
  CHECK(step.tier_after->rpo_minutes == 60);
  // Platform, infrastructure (168 and cache 40 to 54), hosting, analytics.
  REQUIRE(step.service_lines.size() == 4);
  CHECK(to_string(step.service_lines[0].before) == "270.00");
  CHECK(to_string(step.service_lines[0].after) == "450.00");
  CHECK(to_string(step.service_lines[1].before) == "208.00");
  CHECK(to_string(step.service_lines[1].after) == "54.00");
  CHECK(to_string(step.service_lines[2].after) == "900.00");
  CHECK(step.service_lines[3].before == step.service_lines[3].after);
}

TEST_CASE("advice alone is not hosted and does not move") {
  Moving moving;
  const auto result = moving.result();
  REQUIRE(result.paths.size() == 2);
  CHECK(result.paths[1].deal == "mill-advice");
  CHECK(result.paths[1].outcome == MigrationOutcome::not_hosted);
  CHECK_FALSE(result.paths[1].step.has_value());
  // Nor is work that is charged once.
  moving.programme.deals[1].lines.front().component = "setup";
  CHECK(moving.result().paths[1].outcome == MigrationOutcome::not_hosted);
}

TEST_CASE("without a limit that is passed there is no path") {
  Moving moving;
  moving.grow_by(0);
  const auto result = moving.result();
  CHECK_FALSE(result.crossing_month.has_value());
  CHECK_FALSE(result.begin_by_month.has_value());
  CHECK(result.limit.empty());
  CHECK(result.horizon_months == 36);
  CHECK(result.paths.empty());
}

TEST_CASE("a limit that is passed already moves the whole term") {
  Moving moving;
  moving.orders(10'001);
  const auto result = moving.result();
  CHECK(result.crossing_month == 0);
  CHECK(result.begin_by_month == 0);
  const MigrationStep step = moving.step();
  // 450 + 5,001 x 0.01 + 900 + 100 less 150 + 50.005 (rounded 50.01) + 500 + 20 is 780.00, 24 times; and 2,500.
  CHECK(step.months == 24);
  CHECK(step.rest_of_term);
  CHECK(to_string(step.margin_kept) == "18720.00");
  CHECK(to_string(step.value_kept) == "21220.00");
}

TEST_CASE("a deal that has ended before the crossing goes on as it was, and 36 months are counted") {
  Moving moving;
  moving.grow_by(10);
  // What had a last month beyond the term holds to the end; what ended before it is gone.
  moving.deal.lines[0].end_month = 30;
  moving.deal.lines[2].end_month = 23;
  // 8,000 -> 8,800 -> 9,680 after two years; x (1 + 0.1 x 4 / 12) = 10,002.666667 in month 28, 9,922 in month 27.
  CHECK(moving.result().crossing_month == 28);
  const MigrationStep step = moving.step();
  CHECK(step.months == 36);
  CHECK_FALSE(step.rest_of_term);
  // 450 + 5,002.67 x 0.01 (50.03) + 900 less 150 + 10,002.67 x 0.005 (50.01) + 500 = 700.02 a month.
  CHECK(to_string(step.after.gross_margin) == "700.02");
  CHECK(to_string(step.margin_kept) == "25200.72");
  CHECK(to_string(step.value_kept) == "27700.72");
  // In the term's last month without analytics: 270 + 8,002.67 x 0.02 (160.05) + 40.
  CHECK(to_string(step.before.price) == "470.05");
}

TEST_CASE("the move is priced without a fee where the book lacks one, and that is told once") {
  Moving moving;
  auto& components = moving.book.components;
  std::erase_if(components, [](const model::Component& one) { return one.id == "move"; });
  moving.programme.deals[1].package = "starter";
  const auto result = moving.result();
  REQUIRE(result.paths.size() == 2);
  REQUIRE(result.paths[0].step.has_value());
  REQUIRE(result.paths[1].step.has_value());
  const MigrationStep& step = *result.paths[0].step;
  CHECK_FALSE(step.fee.has_value());
  CHECK(step.move_cost.minor == 0);
  CHECK(step.value_kept == step.margin_kept);
  CHECK(to_string(step.value_kept) == "14076.00");
  REQUIRE(moving.found.size() == 1);
  CHECK(moving.found[0].code == "migration.no_fee");
  CHECK(moving.found[0].severity == Severity::warning);
  CHECK(moving.found[0].file == "price_book/book");
  CHECK(moving.found[0].pointer == "/components");
}

TEST_CASE("a fee by the month is none") {
  Moving moving;
  moving.book.components.back().charge = model::Charge::monthly;
  CHECK_FALSE(moving.step().fee.has_value());
  REQUIRE(moving.found.size() == 1);
  CHECK(moving.found[0].pointer == "/components/6/charge");
}

TEST_CASE("without a package to move to the path says so") {
  Moving moving;
  moving.playbook.migration.dedicated_package = "owm";
  CHECK(moving.path().outcome == MigrationOutcome::no_target);
  CHECK(moving.path().reason == R"(price book "book" has no package "owm" to move to)");
  CHECK(moving.path().left_behind.empty());
  // No book has it: that is told of the playbook, once.
  CHECK(moving.found.empty());
  Diagnostics found = check_migration(moving.programme, moving.playbook);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::warning);
  CHECK(found[0].code == "playbook.unknown_package");
  CHECK(found[0].pointer == "/migration/dedicated_package");
  CHECK(found[0].nearest == "own");
  // Another book has it.
  model::Programme two = moving.programme;
  two.price_books.push_back(moving.book);
  two.price_books.back().packages.back().id = "owm";
  CHECK(check_migration(two, moving.playbook).empty());
  moving.playbook.migration.dedicated_package.clear();
  CHECK(check_migration(moving.programme, moving.playbook).empty());
  CHECK(moving.path().reason == R"(playbook "moving" names no dedicated package to move to)");
  CHECK(moving.found.empty());
}

TEST_CASE("a deal in dedicated tenancy has no path") {
  Moving moving;
  moving.deal.tenancy = model::Tenancy::dedicated;
  moving.deal.package = "own";
  const auto result = moving.result();
  CHECK(result.crossing_month == 6);
  REQUIRE(result.paths.size() == 1);
  CHECK(result.paths[0].deal == "mill-advice");
}

TEST_CASE("a move that cannot be priced says why") {
  Moving moving;
  moving.book.packages[1].tenancy = model::Tenancy::shared;
  const auto path = moving.path();
  CHECK(path.outcome == MigrationOutcome::not_priced);
  CHECK(path.reason.find("package \"own\" is for shared tenancy") != std::string::npos);
  REQUIRE(moving.found.size() == 1);
  CHECK(moving.found[0].code == "migration.not_priced");
  CHECK(moving.found[0].file == "deal/mill-shared");
}

TEST_CASE("what is agreed for the shared platform is not carried into the package, what is agreed beside it is") {
  Moving moving;
  moving.deal.lines[0].price = Decimal::whole(200);
  moving.deal.lines[2].ramp = {
      {1, 6, {}, Decimal::whole(70), {}}, {7, 12, {}, Decimal::whole(80), {}}, {13, {}, {}, Decimal::whole(90), {}}};
  moving.deal.free_months = model::FreeMonths{12, 1, {}};
  const MigrationStep step = moving.step();
  // Month 7 of the deal: 180 + 168 + 80 + 40; after the move 450 + 54 + 900 + 80.
  CHECK(to_string(step.before.price) == "468.00");
  CHECK(to_string(step.after.price) == "1484.00");
  // 90 from the seventh of the 18 months on: 18 x 782 less 6 x 20 less 12 x 10.
  CHECK(to_string(step.margin_kept) == "13836.00");
}

TEST_CASE("orders and the facts of limits that grow are grown, no others") {
  Moving moving;
  model::Profile& profile = moving.customer.profile;
  profile.storage_gb = Decimal::whole(100);
  profile.tickets_per_month = Decimal::whole(7);
  moving.playbook.shared_limits.push_back({"gb", "Storage", "storage_gb", false, true, Decimal::whole(1000)});
  const auto later = grown_profile(moving.playbook, profile, 12);
  REQUIRE(later.has_value());
  CHECK(later->orders_per_month == Decimal::whole(12'800));
  CHECK(later->storage_gb == Decimal::whole(160));
  CHECK(later->warehouses == Decimal::whole(2));
  CHECK(later->tickets_per_month == Decimal::whole(7));
  profile.storage_gb = Decimal::whole(9'000'000'000'000);
  CHECK_FALSE(grown_profile(moving.playbook, profile, 12).has_value());
}

TEST_CASE("the crossing never comes earlier when growth falls") {
  Moving moving;
  moving.programme.deals.clear();
  int compared = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    Draw draw(2026, seed);
    moving.orders(draw.number(1, 11'000));
    const int growth = draw.number(-20, 300);
    moving.grow_by(growth);
    const auto faster = moving.result().crossing_month;
    moving.grow_by(growth - draw.number(0, 60));
    const auto slower = moving.result().crossing_month;
    CAPTURE(seed);
    if (!slower) continue;
    REQUIRE(faster.has_value());
    CHECK(*faster <= *slower);
    compared += *faster < *slower ? 1 : 0;
  }
  CHECK(compared > 50);
}

// The shared deal as someone would write it down after the move, priced by the runner's evaluation. Within the first
// year 12 n orders that grow by g % a year are 12 n + n g m / 100 after m months, found here in hundredths.
TEST_CASE("the price after the move is that of a deal written by hand") {
  int moved = 0;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    Draw draw(7, seed);
    const int n = draw.number(500, 820);
    const int growth = draw.number(5, 120);
    int month = 0;
    while (month < 12 && 1200 * n + n * growth * month <= 1'000'000) ++month;
    if (month == 12) continue;
    CAPTURE(seed);
    ++moved;
    Moving moving;
    moving.orders(12 * n);
    moving.grow_by(growth);
    const auto result = moving.result();
    REQUIRE(result.crossing_month == month);
    REQUIRE(result.paths[0].step.has_value());
    const MigrationStep& step = *result.paths[0].step;

    model::Programme by_hand = moving.programme;
    by_hand.customers.front().profile.orders_per_month =
        Decimal::from_micro((1200LL * n + n * growth * month) * 10'000);
    model::Deal& deal = by_hand.deals.front();
    deal = {};
    deal.id = "by-hand";
    deal.partner = "miller";
    deal.customer = "mill";
    deal.price_book = "book";
    deal.currency = *Currency::from_code("EUR");
    deal.tenancy = model::Tenancy::dedicated;
    deal.package = "own";
    deal.start = *Date::from(2026, 1 + month, 1);
    deal.term_months = 24 - month;
    deal.lines.resize(3);
    deal.lines[0].component = "platform";
    deal.lines[0].discount = Decimal::from_micro(100'000);
    deal.lines[1].component = "analytics";
    deal.lines[2].component = "move";
    by_hand.deals.resize(1);
    const auto evaluation = evaluate(by_hand, {});
    REQUIRE(evaluation.deals[0].priced);
    const auto& totals = evaluation.deals[0].pricing.totals;
    CHECK(step.after.price == totals.mrr_start);
    CHECK(step.value_kept == totals.gross_margin);
    CHECK(step.fee == totals.one_off_total);
  }
  CHECK(moved > 20);
}

}  // namespace
}  // namespace dealwright::qualification
