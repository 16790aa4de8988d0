#include "core/base/currency.hpp"

#include <set>
#include <string>

#include <doctest/doctest.h>

namespace {

using namespace dealwright;

// Expected rows: ISO 4217 list one with its amendments up to number 180 (effective 1 January 2026).

TEST_CASE("the table is whole, sorted and without doubles") {
  // 181 codes in the list of 2023, less HRK, SLL, ZWL, CUC, ANG and BGN, plus ZWG, XCG and XAD.
  CHECK(Currency::all().size() == 178);
  std::set<int> numbers;
  std::string_view before;
  for (const CurrencyInfo& row : Currency::all()) {
    CAPTURE(std::string(row.code));
    CHECK(row.code.size() == 3);
    for (const char letter : row.code) CHECK((letter >= 'A' && letter <= 'Z'));
    CHECK((before < row.code));
    before = row.code;
    CHECK(numbers.insert(row.number).second);
    CHECK(row.number >= 1);
    CHECK(row.number <= 999);
    CHECK_FALSE(row.name.empty());
  }
}

TEST_CASE("every code is found as itself") {
  for (const CurrencyInfo& row : Currency::all()) {
    const auto currency = Currency::from_code(row.code);
    REQUIRE(currency.has_value());
    CHECK(currency->is_stated());
    CHECK((currency->code() == row.code));
    CHECK((currency->name() == row.name));
    CHECK(currency->digits() == (row.digits < 0 ? 0 : row.digits));
  }
}

TEST_CASE("minor units") {
  // All currencies whose minor unit is not two places; every other one has two.
  const std::set<std::string> none{"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG",
                                   "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"};
  const std::set<std::string> three{"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};
  const std::set<std::string> four{"CLF", "UYW"};
  const std::set<std::string> not_applicable{"XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XDR",
                                             "XPD", "XPT", "XSU", "XTS", "XUA", "XXX"};
  std::size_t special = 0;
  for (const CurrencyInfo& row : Currency::all()) {
    const std::string code(row.code);
    CAPTURE(code);
    const int expected = none.count(code) != 0             ? 0
                         : three.count(code) != 0          ? 3
                         : four.count(code) != 0           ? 4
                         : not_applicable.count(code) != 0 ? -1
                                                           : 2;
    CHECK(row.digits == expected);
    if (expected != 2) ++special;
  }
  CHECK(special == none.size() + three.size() + four.size() + not_applicable.size());  // each of them is in the table
}

TEST_CASE("numeric codes and units of single rows") {
  struct Row {
    std::string code;
    int number;
    std::int64_t minor_per_major;
  };
  for (const Row& row : {Row{"AED", 784, 100},    Row{"ALL", 8, 100},     Row{"AUD", 36, 100},  Row{"BHD", 48, 1'000},
                         Row{"BRL", 986, 100},    Row{"CAD", 124, 100},   Row{"CHF", 756, 100}, Row{"CLF", 990, 10'000},
                         Row{"CNY", 156, 100},    Row{"EUR", 978, 100},   Row{"GBP", 826, 100}, Row{"HUF", 348, 100},
                         Row{"INR", 356, 100},    Row{"JPY", 392, 1},     Row{"KRW", 410, 1},   Row{"KWD", 414, 1'000},
                         Row{"MXN", 484, 100},    Row{"PLN", 985, 100},   Row{"RON", 946, 100}, Row{"SEK", 752, 100},
                         Row{"SLE", 925, 100},    Row{"TND", 788, 1'000}, Row{"TRY", 949, 100}, Row{"USD", 840, 100},
                         Row{"UYW", 927, 10'000}, Row{"VED", 926, 100},   Row{"VES", 928, 100}, Row{"XAD", 396, 100},
                         Row{"XAU", 959, 1},      Row{"XCG", 532, 100},   Row{"XXX", 999, 1},   Row{"ZAR", 710, 100},
                         Row{"ZWG", 924, 100}}) {
    CAPTURE(row.code);
    const auto currency = Currency::from_code(row.code);
    REQUIRE(currency.has_value());
    CHECK(currency->minor_per_major() == row.minor_per_major);
    for (const CurrencyInfo& info : Currency::all()) {
      if (info.code == row.code) CHECK(info.number == row.number);
    }
  }
}

TEST_CASE("withdrawn codes are gone") {
  // ISO 4217 list three: withdrawn by the amendments 161 (BYR), 163 (STD, MRO), 168 (VEF), 175 (SLL), 176 (ANG), 177
  // (ZWL), 178 (CUC), 180 (BGN); HRK with Croatia's euro of 2023, and older ones.
  for (const std::string code :
       {"HRK", "SLL", "ZWL", "ANG", "BGN", "CUC", "VEF", "MRO", "STD", "BYR", "DEM", "LTL", "USS"}) {
    CAPTURE(code);
    CHECK_FALSE(Currency::from_code(code).has_value());
  }
}

TEST_CASE("what is no code") {
  for (const std::string code :
       {"", "E", "EU", "EURO", "eur", "Eur", "EU ", " EUR", "AAA", "ZZZ", "978", "\xe2\x82\xac"}) {
    CAPTURE(code);
    CHECK_FALSE(Currency::from_code(code).has_value());
  }
  CHECK_FALSE(Currency::from_code(std::string_view("EUR\0", 4)).has_value());
}

TEST_CASE("no currency stated") {
  const Currency none;
  CHECK_FALSE(none.is_stated());
  CHECK(none.code().empty());
  CHECK(none.name().empty());
  CHECK(none.digits() == 2);
  CHECK(none.minor_per_major() == 100);
  CHECK(none == Currency());
  CHECK(none != *Currency::from_code("XXX"));
  CHECK(*Currency::from_code("EUR") != *Currency::from_code("USD"));
}

}  // namespace
