#pragma once
// Numbers and words as people read them. Nothing here depends on a locale: groups of three by comma, decimals by point.

#include <string>
#include <string_view>

#include "core/base/date.hpp"
#include "core/base/decimal.hpp"
#include "core/base/exact.hpp"
#include "core/base/money.hpp"
#include "core/base/ratio.hpp"
#include "core/base/words.hpp"
#include "core/document/type.hpp"

namespace dealwright::report {

using dealwright::grouped;
using dealwright::spaced;
using dealwright::titled;

// Without currency, for a column whose head names it: "1,249.50".
std::string amount(Money value);
// An exact amount before it is rounded: at least the currency's places, all digits up to eight places; beyond them cut
// off and marked: "12.34567891…".
std::string amount(const Exact& value, Currency currency);
// An amount or unit price of a document: at least the currency's places: "0.020", "1,249.50".
std::string amount(Decimal value, Currency currency);

// "5,000", "1.5".
std::string quantity(Decimal value);
// 0.125 -> "12.5 %".
std::string percent(Decimal rate);
// "1 month", "36 months".
std::string counted(long long count, std::string_view one, std::string_view many);

// The word of a closed list, as documents state it.
template <class Enum>
std::string_view word(Enum value) {
  return document::type_of<Enum>().choices[static_cast<std::size_t>(value)];
}

}  // namespace dealwright::report
