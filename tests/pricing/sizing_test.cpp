#include "core/pricing/sizing.hpp"

#include "tests/pricing/fixtures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::pricing;
using namespace dealwright::pricing_test;

model::Meter meter(std::string id, model::Sizing sizing) {
  model::Meter m;
  m.id = std::move(id);
  m.sizing = std::move(sizing);
  return m;
}

model::SizingTerm term(std::string of, std::string_view factor = "1", std::string_view per = "1") {
  model::SizingTerm t;
  t.of = std::move(of);
  t.factor = decimal(factor);
  t.per = decimal(per);
  return t;
}

std::vector<Decimal> sized(const model::PriceBook& source, const model::Profile& profile) {
  const Book book(source);
  REQUIRE(book.usable());
  std::vector<Decimal> quantities;
  REQUIRE(size_meters(book, profile, quantities) == -1);
  return quantities;
}

TEST_CASE("Odoo's published sizing rule") {
  // A worker serves about 6 concurrent users; at most 2 x cores + 1 workers; memory = workers x (0.8 x 150 MB + 0.2 x
  // 1,024 MB): 60 users on 4 cores are 9 workers and 2,923 MB.
  model::PriceBook book;
  model::Sizing memory;
  memory.terms = {term("workers", "324.8")};
  book.meters.push_back(meter("memory_mb", memory));  // before what sizes it: the order in the book does not matter
  model::Sizing workers;
  workers.terms = {term("concurrent_sessions", "1", "6")};
  workers.limit_base = decimal("1");
  workers.limit_terms = {term("compute_cores", "2")};
  workers.step = decimal("1");
  book.meters.push_back(meter("workers", workers));
  model::Profile profile;
  profile.concurrent_sessions = decimal("60");
  profile.compute_cores = decimal("4");
  const auto quantities = sized(book, profile);
  CHECK(quantities[1] == decimal("9"));
  CHECK(quantities[0] == decimal("2923.2"));
  profile.concurrent_sessions = decimal("31");  // 5.17 workers, started ones count
  CHECK(sized(book, profile)[1] == decimal("6"));
}

TEST_CASE("peak factor, step, least, never negative") {
  model::PriceBook book;
  model::Sizing sizing;
  sizing.base = decimal("2");
  sizing.terms = {term("orders_per_month", "1", "1000")};
  sizing.at_peak = true;
  sizing.step = decimal("0.5");
  sizing.at_least = decimal("3");
  book.meters.push_back(meter("compute", sizing));
  model::Profile profile;
  profile.orders_per_month = decimal("1000");
  CHECK(sized(book, profile)[0] == decimal("3"));  // 2 + 1 = 3
  profile.peak_factor = decimal("2.4");            // 3 x 2.4 = 7.2 -> 7.5
  CHECK(sized(book, profile)[0] == decimal("7.5"));
  book.meters[0].sizing->base = decimal("-50");
  book.meters[0].sizing->at_least.reset();
  CHECK(sized(book, profile)[0] == Decimal());
}

TEST_CASE("a term is rounded half up to six places") {
  model::PriceBook book;
  model::Sizing sizing;
  sizing.terms = {term("warehouses", "2", "3")};
  book.meters.push_back(meter("m", sizing));
  model::Profile profile;
  profile.warehouses = decimal("1");
  CHECK(sized(book, profile)[0] == decimal("0.666667"));
}

TEST_CASE("a quantity that does not fit names its meter") {
  model::PriceBook source;
  model::Sizing sizing;
  sizing.terms = {term("orders_per_month", "9000000000000")};
  source.meters.push_back(meter("m", sizing));
  const Book book(source);
  model::Profile profile;
  profile.orders_per_month = decimal("9000000000");
  std::vector<Decimal> quantities;
  CHECK(size_meters(book, profile, quantities) == 0);
}

TEST_CASE("a meter bills the sum, the last or the peak of its readings") {
  const std::vector<Decimal> readings{decimal("120"), decimal("180"), decimal("130.5")};
  CHECK(*combine_readings(model::MeterBills::sum, readings) == decimal("430.5"));
  CHECK(*combine_readings(model::MeterBills::last, readings) == decimal("130.5"));
  CHECK(*combine_readings(model::MeterBills::peak, readings) == decimal("180"));
  const std::vector<Decimal> huge{Decimal::from_micro(INT64_MAX), decimal("1")};
  CHECK_FALSE(combine_readings(model::MeterBills::sum, huge).has_value());
}

TEST_CASE("peak trading multiplies only meters that follow it and do not hold it yet") {
  model::Meter m;
  CHECK(*at_peak(m, decimal("100"), decimal("3")) == decimal("100"));
  m.follows_peak = true;
  CHECK(*at_peak(m, decimal("100"), decimal("3")) == decimal("300"));
  m.bills = model::MeterBills::peak;
  CHECK(*at_peak(m, decimal("100"), decimal("3")) == decimal("100"));
  m.bills = model::MeterBills::sum;
  m.sizing = model::Sizing{};
  m.sizing->at_peak = true;
  CHECK(*at_peak(m, decimal("100"), decimal("3")) == decimal("100"));
}

TEST_CASE("rounding up to a step") {
  CHECK(*round_up(decimal("7.2"), decimal("0.5")) == decimal("7.5"));
  CHECK(*round_up(decimal("-7.2"), decimal("0.5")) == decimal("-7"));
  CHECK(*round_up(decimal("7.5"), decimal("0.5")) == decimal("7.5"));
  CHECK_FALSE(round_up(Decimal::from_micro(INT64_MAX - 1), decimal("1000")).has_value());
}

}  // namespace
