#include "core/base/decimal.hpp"

#include <string>

#include <doctest/doctest.h>

#include "tests/support/any_size.hpp"
#include "tests/support/slow_integer.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::tests;

constexpr Decimal greatest = Decimal::from_micro(INT64_MAX);

TEST_CASE("numbers in JSON syntax") {
  struct Row {
    std::string text;
    std::int64_t micro;
  };
  for (const Row& row :
       {Row{"0", 0}, Row{"-0", 0}, Row{"-0.0", 0}, Row{"1", 1'000'000}, Row{"-1", -1'000'000}, Row{"-0.5", -500'000},
        Row{"0.020", 20'000}, Row{"1249.50", 1'249'500'000}, Row{"0.000001", 1}, Row{"-0.000001", -1},
        Row{"1.0000000", 1'000'000},  // zeros beyond the sixth place say nothing
        Row{"0.1000000000000000000000000000000", 100'000}, Row{"1e3", 1'000'000'000}, Row{"1E3", 1'000'000'000},
        Row{"1e+3", 1'000'000'000}, Row{"1e03", 1'000'000'000}, Row{"1.5e-1", 150'000}, Row{"-1.25e3", -1'250'000'000},
        Row{"125e-2", 1'250'000}, Row{"1e-6", 1}, Row{"10e-7", 1}, Row{"1000000000000000000e-18", 1'000'000},
        Row{"0.00000000000000000001e20", 1'000'000}, Row{"0e999999999999999999999999", 0},
        Row{"0.000e-999999999999999999999999", 0}, Row{"999999999999.999999", 999'999'999'999'999'999},
        Row{"1000000000000", 1'000'000'000'000'000'000}, Row{"9e12", 9'000'000'000'000'000'000},
        // 2^63 - 1 = 9,223,372,036,854,775,807.
        Row{"9223372036854.775807", INT64_MAX}, Row{"-9223372036854.775807", -INT64_MAX},
        Row{"9.223372036854775807e12", INT64_MAX}, Row{"9223372036854775807e-6", INT64_MAX},
        Row{"9223372036854.775807000000", INT64_MAX}}) {
    CAPTURE(row.text);
    Decimal value = Decimal::from_micro(42);
    CHECK(Decimal::parse(row.text, value) == DecimalError::none);
    CHECK(value.micro() == row.micro);
  }
}

TEST_CASE("what is not a decimal says why and leaves the value alone") {
  struct Row {
    std::string text;
    DecimalError error;
  };
  constexpr auto no_number = DecimalError::not_a_number;
  constexpr auto places = DecimalError::too_many_places;
  constexpr auto range = DecimalError::out_of_range;
  for (const Row& row : {Row{"", no_number},
                         Row{"-", no_number},
                         Row{"+1", no_number},
                         Row{"--1", no_number},
                         Row{"01", no_number},
                         Row{"-01", no_number},
                         Row{"00", no_number},
                         Row{".5", no_number},
                         Row{"1.", no_number},
                         Row{"-.5", no_number},
                         Row{"1.e3", no_number},
                         Row{"1.2.3", no_number},
                         Row{"1e", no_number},
                         Row{"1e+", no_number},
                         Row{"1e-", no_number},
                         Row{"1e5.5", no_number},
                         Row{"1e5x", no_number},
                         Row{" 1", no_number},
                         Row{"1 ", no_number},
                         Row{"1,5", no_number},
                         Row{"1'000", no_number},
                         Row{"0x10", no_number},
                         Row{"NaN", no_number},
                         Row{"Infinity", no_number},
                         Row{"1999999999999999999999999999999999999x", no_number},
                         Row{"0.0000001", places},
                         Row{"1e-7", places},
                         Row{"-1.0000005", places},
                         Row{"0.1234567", places},
                         Row{"1e-999999999999999999999999", places},
                         Row{"9223372036854.7758070001", places},
                         Row{"9223372036854.775808", range},
                         Row{"-9223372036854.775808", range},
                         Row{"9223372036855", range},
                         Row{"10000000000000", range},
                         Row{"99999999999999999999999999999999999999999", range},
                         Row{"1e13", range},
                         Row{"-1e13", range},
                         Row{"1e999999999999999999999999", range},
                         Row{"18446744073709.551616", range},  // 2^64 millionths: must not come out as 0
                         Row{"18446744073709.551617", range}}) {
    CAPTURE(row.text);
    Decimal value = Decimal::from_micro(42);
    CHECK(Decimal::parse(row.text, value) == row.error);
    CHECK(value.micro() == 42);
  }
}

TEST_CASE("a number as long as a file") {
  Decimal value;
  CHECK(Decimal::parse("1" + std::string(1'000'000, '0') + "e-1000000", value) == DecimalError::none);
  CHECK(value == Decimal::whole(1));
  CHECK(Decimal::parse("0." + std::string(1'000'000, '0') + "7e1000001", value) == DecimalError::none);
  CHECK(value == Decimal::whole(7));
  CHECK(Decimal::parse(std::string(1'000'000, '9'), value) == DecimalError::out_of_range);
  CHECK(Decimal::parse("0." + std::string(1'000'000, '0') + "7", value) == DecimalError::too_many_places);
  CHECK(value == Decimal::whole(7));
}

TEST_CASE("digits, with at least so many places") {
  struct Row {
    std::int64_t micro;
    int min_places;
    std::string text;
  };
  for (const Row& row :
       {Row{490'000'000, 2, "490.00"}, Row{12'000, 2, "0.012"}, Row{5'000'000'000, 0, "5000"}, Row{0, 0, "0"},
        Row{0, 3, "0.000"}, Row{-500'000, 0, "-0.5"}, Row{-1, 0, "-0.000001"}, Row{1'234'567, 6, "1.234567"},
        Row{100'000, 6, "0.100000"}, Row{INT64_MAX, 0, "9223372036854.775807"},
        Row{-INT64_MAX, 2, "-9223372036854.775807"}, Row{INT64_MIN, 0, "-9223372036854.775808"}}) {
    CHECK(Decimal::from_micro(row.micro).to_string(row.min_places) == row.text);
  }
}

TEST_CASE("what is written reads back") {
  Draw draw(3, 0);
  for (int trial = 0; trial < 20'000; ++trial) {
    const Decimal value = Decimal::from_micro(any_size_64(draw));
    Decimal read;
    const std::string text = value.to_string(draw.number(0, 6));
    CAPTURE(text);
    REQUIRE(Decimal::parse(text, read) == DecimalError::none);
    CHECK(read == value);
    // The same through a shifted decimal point.
    REQUIRE(Decimal::parse(std::to_string(value.micro()) + "e-6", read) == DecimalError::none);
    CHECK(read == value);
  }
}

TEST_CASE("sum and difference, and where they do not fit") {
  const Decimal one = Decimal::whole(1);
  const Decimal step = Decimal::from_micro(1);
  CHECK(Decimal::add(Decimal::from_micro(100'000), Decimal::from_micro(200'000)) == Decimal::from_micro(300'000));
  CHECK(Decimal::subtract(one, greatest) == Decimal::from_micro(1'000'000 - INT64_MAX));
  CHECK_FALSE(Decimal::add(greatest, step).has_value());
  CHECK_FALSE(Decimal::subtract(Decimal::from_micro(-INT64_MAX), step).has_value());  // the range is symmetric
  CHECK_FALSE(Decimal::subtract(Decimal::from_micro(-INT64_MAX), greatest).has_value());
  CHECK(Decimal::add(greatest, Decimal::from_micro(-INT64_MAX)) == Decimal());
}

TEST_CASE("product and quotient, rounded half up to six places") {
  const auto micro = [](std::int64_t value) { return Decimal::from_micro(value); };
  // 0.000001 x 0.5 = 0.0000005, a tie: away from zero.
  CHECK(Decimal::multiply(micro(1), micro(500'000)) == micro(1));
  CHECK(Decimal::multiply(micro(-1), micro(500'000)) == micro(-1));
  CHECK(Decimal::multiply(micro(1), micro(499'999)) == micro(0));
  CHECK(Decimal::multiply(micro(1'500'000), micro(-2'250'000)) == micro(-3'375'000));
  CHECK(Decimal::multiply(greatest, Decimal::whole(1)) == greatest);
  CHECK_FALSE(Decimal::multiply(greatest, micro(1'000'001)).has_value());
  CHECK_FALSE(Decimal::multiply(greatest, greatest).has_value());

  CHECK(Decimal::divide(Decimal::whole(1), Decimal::whole(3)) == micro(333'333));
  CHECK(Decimal::divide(Decimal::whole(2), Decimal::whole(3)) == micro(666'667));
  CHECK(Decimal::divide(Decimal::whole(-2), Decimal::whole(3)) == micro(-666'667));
  CHECK(Decimal::divide(Decimal::whole(2), Decimal::whole(-3)) == micro(-666'667));
  CHECK(Decimal::divide(micro(1), Decimal::whole(2)) == micro(1));    // 0.0000005
  CHECK(Decimal::divide(micro(-1), Decimal::whole(2)) == micro(-1));  // -0.0000005
  CHECK_FALSE(Decimal::divide(Decimal::whole(1), Decimal()).has_value());
  CHECK_FALSE(Decimal::divide(Decimal(), Decimal()).has_value());
  CHECK_FALSE(Decimal::divide(greatest, micro(999'999)).has_value());
  CHECK(Decimal::divide(greatest, greatest) == Decimal::whole(1));
}

TEST_CASE("product and quotient against arithmetic on paper") {
  Draw draw(4, 0);
  const SlowInteger scale(Decimal::scale);
  const SlowInteger most(INT64_MAX);
  for (int trial = 0; trial < 2'000; ++trial) {
    const std::int64_t a = any_size_64(draw);
    const std::int64_t b = any_size_64(draw);
    CAPTURE(a);
    CAPTURE(b);
    const auto agree = [&](std::optional<Decimal> fast, const SlowInteger& expected) {
      CHECK(fast.has_value() == !(expected.abs() > most));
      if (fast) CHECK(std::to_string(fast->micro()) == expected.text());
    };
    agree(Decimal::multiply(Decimal::from_micro(a), Decimal::from_micro(b)),
          SlowInteger::divide_rounded(SlowInteger(a) * SlowInteger(b), scale, false));
    if (b != 0) {
      agree(Decimal::divide(Decimal::from_micro(a), Decimal::from_micro(b)),
            SlowInteger::divide_rounded(SlowInteger(a) * scale, SlowInteger(b), false));
    }
  }
}

TEST_CASE("order and wholeness") {
  CHECK(Decimal::from_micro(-1) < Decimal());
  CHECK(Decimal::whole(2) > Decimal::from_micro(1'999'999));
  CHECK(Decimal::whole(2).is_whole());
  CHECK(Decimal::whole(-2).is_whole());
  CHECK_FALSE(Decimal::from_micro(2'000'001).is_whole());
  CHECK(Decimal().is_zero());
  CHECK_FALSE(Decimal::from_micro(1).is_zero());
}

}  // namespace
