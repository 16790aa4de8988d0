#pragma once
// Fields of exact numbers and days. What is typed is read as a document's values are, never through floating point; a
// text that is no value stays in the field, which says why, and the value stays as it was.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/currency.hpp"
#include "core/base/date.hpp"
#include "core/base/decimal.hpp"
#include "web/ui/widgets/field.hpp"

namespace dealwright::web::ui {

enum class NumberKind : std::uint8_t {
  decimal,
  whole,
  rate,   // 0.125 is shown and typed as 12.5 per cent
  money,  // at least the currency's places
};

struct NumberRules {
  NumberKind kind = NumberKind::decimal;
  std::optional<Decimal> least = {}, most = {};  // of the value (a rate's 1 is 100 per cent)
  bool least_excluded = false;                   // the value must lie above `least`
  std::optional<Decimal> step = {};              // of the arrow keys; without it 1, a rate 0.01
  int places = Decimal::places;                  // the most digits behind the point of the value
  int shown_places = 0;                          // the fewest digits behind the point as shown
  bool optional = false;                         // may be empty: none stated
};

// What a typed text stands for.
struct NumberRead {
  std::optional<Decimal> value;  // nothing where the text is empty and may be
  std::string problem;           // a sentence; "" where the text is a value
};
// Reads "1,249.50", "1249.5", "12.5 %", "-3"; commas group by three and stand for nothing else. Spaces and the unit
// around it are passed over.
NumberRead read_number(std::string_view typed, const NumberRules& rules, std::string_view unit = {});
// As the field shows it while it is not edited: "1,249.50"; and while it is: "1249.50".
std::string number_text(std::optional<Decimal> value, const NumberRules& rules, bool grouped);

// Up and down step by the rules' step; all is selected as it gets the focus; Escape brings back what was there.
FieldEdit number_field(const Field& field, std::optional<Decimal>& value, const NumberRules& rules);

FieldEdit decimal_field(const Field& field, Decimal& value, NumberRules rules = {});
FieldEdit whole_field(const Field& field, std::int64_t& value, NumberRules rules = {});
FieldEdit rate_field(const Field& field, Decimal& rate, NumberRules rules = {});
// An amount or unit price in the major unit; the field shows the currency's code.
FieldEdit money_field(const Field& field, Decimal& amount, Currency currency, NumberRules rules = {});

// A day as "2026-02-28"; up and down step by a day.
struct DateRead {
  Date value;
  std::string problem;
};
DateRead read_date(std::string_view typed, bool optional);
FieldEdit date_field(const Field& field, Date& value, bool optional = false);

}  // namespace dealwright::web::ui
