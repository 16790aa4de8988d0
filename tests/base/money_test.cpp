#include "core/base/money.hpp"

#include <string>

#include <doctest/doctest.h>

#include "core/base/exact.hpp"

namespace {

using namespace dealwright;

// Misuse does not compile: currencies are known at run time only, so a sum of two amounts can fail and must say so.
template <class T>
concept has_plus = requires(T a, T b) {
  a + b;
};
template <class T>
concept has_minus = requires(T a, T b) {
  a - b;
};
template <class T>
concept has_plus_assign = requires(T a, T b) {
  a += b;
};
template <class A, class B>
concept comparable_by_size = requires(A a, B b) {
  a < b;
};
static_assert(has_plus<Exact> && has_minus<Exact>, "the concepts can tell");
static_assert(!has_plus<Money>);
static_assert(!has_minus<Money>);
static_assert(!has_plus_assign<Money>);
static_assert(!comparable_by_size<Money, Money>);

Currency currency(std::string_view code) {
  return *Currency::from_code(code);
}

TEST_CASE("sum and difference of one currency") {
  const Currency eur = currency("EUR");
  CHECK(add(Money{124'950, eur}, Money{50, eur}) == Money{125'000, eur});
  CHECK(subtract(Money{50, eur}, Money{124'950, eur}) == Money{-124'900, eur});
  CHECK(add(Money{INT64_MAX, eur}, Money{0, eur}) == Money{INT64_MAX, eur});
  CHECK(add(Money{INT64_MAX, eur}, Money{INT64_MIN, eur}) == Money{-1, eur});
  CHECK(subtract(Money{-1, eur}, Money{INT64_MAX, eur}) == Money{INT64_MIN, eur});
  CHECK(add(Money{1, {}}, Money{2, {}}) == Money{3, {}});
}

TEST_CASE("no sum across currencies or beyond 64 bits") {
  const Currency eur = currency("EUR");
  const Currency usd = currency("USD");
  CHECK_FALSE(add(Money{1, eur}, Money{1, usd}).has_value());
  CHECK_FALSE(subtract(Money{1, eur}, Money{1, usd}).has_value());
  CHECK_FALSE(add(Money{1, eur}, Money{1, {}}).has_value());
  CHECK_FALSE(add(Money{INT64_MAX, eur}, Money{1, eur}).has_value());
  CHECK_FALSE(add(Money{INT64_MIN, eur}, Money{-1, eur}).has_value());
  CHECK_FALSE(subtract(Money{0, eur}, Money{INT64_MIN, eur}).has_value());
  CHECK_FALSE(subtract(Money{INT64_MIN, eur}, Money{1, eur}).has_value());
  CHECK_FALSE(Money{1, eur} == Money{1, usd});
}

TEST_CASE("as digits and for people") {
  struct Row {
    std::int64_t minor;
    std::string code;
    std::string digits;
    std::string display;
  };
  for (const Row& row :
       {Row{124'950, "EUR", "1249.50", "1,249.50 EUR"}, Row{500, "JPY", "500", "500 JPY"},
        Row{-1'000, "JPY", "-1000", "-1,000 JPY"}, Row{-5, "KWD", "-0.005", "-0.005 KWD"},
        Row{0, "EUR", "0.00", "0.00 EUR"}, Row{-1, "USD", "-0.01", "-0.01 USD"},
        Row{99'999, "USD", "999.99", "999.99 USD"}, Row{100'000, "USD", "1000.00", "1,000.00 USD"},
        Row{-99'999, "USD", "-999.99", "-999.99 USD"},
        Row{-12'345'678'901, "USD", "-123456789.01", "-123,456,789.01 USD"}, Row{12'345, "CLF", "1.2345", "1.2345 CLF"},
        Row{7, "XAU", "7", "7 XAU"}, Row{INT64_MAX, "EUR", "92233720368547758.07", "92,233,720,368,547,758.07 EUR"},
        Row{INT64_MIN, "JPY", "-9223372036854775808", "-9,223,372,036,854,775,808 JPY"}}) {
    const Money amount{row.minor, currency(row.code)};
    CHECK(to_string(amount) == row.digits);
    CHECK(to_display(amount) == row.display);
  }
  CHECK(to_display(Money{123'456, {}}) == "1,234.56");
}

TEST_CASE("a decimal as money, if it has no more places than the currency") {
  const auto micro = [](std::int64_t value) { return Decimal::from_micro(value); };
  const Currency eur = currency("EUR");
  const Currency jpy = currency("JPY");
  const Currency kwd = currency("KWD");
  CHECK(to_money(micro(1'249'500'000), eur) == Money{124'950, eur});
  CHECK(to_money(micro(-10'000), eur) == Money{-1, eur});
  CHECK_FALSE(to_money(micro(5'000), eur).has_value());  // 0.005
  CHECK(to_money(micro(5'000), kwd) == Money{5, kwd});
  CHECK_FALSE(to_money(micro(500), kwd).has_value());  // 0.0005
  CHECK(to_money(micro(500'000'000), jpy) == Money{500, jpy});
  CHECK_FALSE(to_money(micro(500'000), jpy).has_value());  // half a yen
  CHECK(to_money(Decimal(), jpy) == Money{0, jpy});
  CHECK_FALSE(to_money(micro(INT64_MAX), eur).has_value());
  CHECK(to_money(micro(INT64_MAX - 5'807), eur) == Money{922'337'203'685'477, eur});  // 9,223,372,036,854.77
}

}  // namespace
