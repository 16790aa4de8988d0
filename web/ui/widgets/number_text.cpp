// How numbers and days are read from what people type, and shown to them.

#include <algorithm>

#include <fmt/format.h>

#include "core/report/figures.hpp"
#include "web/ui/widgets/number_field.hpp"

namespace dealwright::web::ui {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Spaces, also the ones that do not break or are thin, and a minus sign as typographers set it.
std::string plain(std::string_view typed) {
  std::string text;
  for (std::size_t i = 0; i < typed.size();) {
    const auto starts = [&](std::string_view part) { return typed.substr(i).starts_with(part); };
    if (starts("\xC2\xA0")) {
      i += 2;
    } else if (starts("\xE2\x80\xAF") || starts("\xE2\x80\x89")) {
      i += 3;
    } else if (starts("\xE2\x88\x92")) {
      text += '-';
      i += 3;
    } else if (typed[i] == ' ' || typed[i] == '\t' || typed[i] == '\n' || typed[i] == '\r') {
      ++i;
    } else {
      text += typed[i++];
    }
  }
  return text;
}

// Without the unit in front or behind; units stand with and without their spaces.
void drop_unit(std::string& text, std::string_view unit) {
  const std::string word = plain(unit);
  if (word.empty()) return;
  if (text.ends_with(word)) {
    text.resize(text.size() - word.size());
  } else if (text.starts_with(word)) {
    text.erase(0, word.size());
  }
}

// Takes out commas that group by three; false where a comma stands anywhere else.
bool ungroup(std::string& text) {
  if (text.find(',') == std::string::npos) return true;
  std::size_t at = text.starts_with('-') ? 1 : 0;
  const std::size_t end = std::min(text.find('.'), text.size());
  std::string digits(text, 0, at);
  std::size_t run = 0;
  bool first = true;
  for (; at <= end; ++at) {
    if (at == end || text[at] == ',') {
      if (first ? run == 0 || run > 3 : run != 3) return false;
      first = false;
      run = 0;
    } else if (is_digit(text[at])) {
      digits += text[at];
      ++run;
    } else {
      return false;
    }
  }
  if (text.find(',', end) != std::string::npos) return false;
  text = digits + text.substr(end);
  return true;
}

// ".5" and "5." and "+5" and "007" are numbers to people, though not to documents.
std::string as_document_number(std::string text) {
  if (text.starts_with('+')) text.erase(0, 1);
  const bool negative = text.starts_with('-');
  if (negative) text.erase(0, 1);
  if (text.ends_with('.') && text.size() > 1) text.pop_back();
  const std::size_t nonzero = text.find_first_not_of('0');
  if (nonzero == std::string::npos) {
    if (!text.empty()) text = "0";
  } else {
    text.erase(0, is_digit(text[nonzero]) ? nonzero : (nonzero > 0 ? nonzero - 1 : 0));
    if (text.starts_with('.')) text.insert(0, 1, '0');
  }
  return negative ? "-" + text : text;
}

// 12.5 per cent is 0.125; the places of the value are two more than those of the text.
std::optional<Decimal> from_percent(Decimal percent) {
  constexpr std::int64_t hundred = 100;
  if (percent.micro() % hundred != 0) return std::nullopt;
  return Decimal::from_micro(percent.micro() / hundred);
}

bool has_more_places(Decimal value, int places) {
  std::int64_t unit = Decimal::scale;
  for (int i = 0; i < places; ++i) unit /= 10;
  return value.micro() % unit != 0;
}

std::string shown_bound(Decimal bound, const NumberRules& rules) {
  std::string text = number_text(bound, rules, true);
  if (rules.kind == NumberKind::rate) text += " %";
  return text;
}

std::string out_of_range(Decimal value, const NumberRules& rules) {
  const bool low = rules.least && (rules.least_excluded ? value <= *rules.least : value < *rules.least);
  const bool high = rules.most && value > *rules.most;
  if (!low && !high) return {};
  if (rules.least && rules.most && !rules.least_excluded) {
    return fmt::format("Must lie between {} and {}.", shown_bound(*rules.least, rules),
                       shown_bound(*rules.most, rules));
  }
  if (high) return fmt::format("Must be at most {}.", shown_bound(*rules.most, rules));
  return fmt::format("Must be {} {}.", rules.least_excluded ? "more than" : "at least",
                     shown_bound(*rules.least, rules));
}

// How many places somebody may type; a rate's value has two more.
int typed_places(const NumberRules& rules) {
  if (rules.kind == NumberKind::whole) return 0;
  return rules.kind == NumberKind::rate ? std::max(0, rules.places - 2) : rules.places;
}

std::string too_many_places(const NumberRules& rules) {
  const int places = typed_places(rules);
  if (places == 0) return "Must be a whole number.";
  return fmt::format("Has more than {} behind the point.", report::counted(places, "digit", "digits"));
}

}  // namespace

NumberRead read_number(std::string_view typed, const NumberRules& rules, std::string_view unit) {
  std::string text = plain(typed);
  drop_unit(text, unit);
  if (rules.kind == NumberKind::rate) drop_unit(text, "%");
  if (text.empty()) {
    if (rules.optional) return {};
    return {std::nullopt, "Enter a number."};
  }
  if (!ungroup(text)) return {std::nullopt, "Write the point as \".\"; commas only group thousands."};
  Decimal number;
  switch (Decimal::parse(as_document_number(text), number)) {
    case DecimalError::not_a_number:
      return {std::nullopt, "Is not a number."};
    case DecimalError::too_many_places:
      return {std::nullopt, too_many_places(rules)};
    case DecimalError::out_of_range:
      return {std::nullopt, "Is too large."};
    case DecimalError::none:
      break;
  }
  if (has_more_places(number, typed_places(rules))) return {std::nullopt, too_many_places(rules)};
  if (rules.kind == NumberKind::rate) number = from_percent(number).value_or(Decimal());
  if (std::string problem = out_of_range(number, rules); !problem.empty()) return {std::nullopt, std::move(problem)};
  return {number, {}};
}

std::string number_text(std::optional<Decimal> value, const NumberRules& rules, bool grouped) {
  if (!value) return {};
  std::string digits;
  if (rules.kind == NumberKind::rate) {
    const auto percent = Decimal::multiply(*value, Decimal::whole(100));
    digits = percent ? percent->to_string(rules.shown_places) : std::string();
  } else {
    digits = value->to_string(rules.kind == NumberKind::whole ? 0 : rules.shown_places);
  }
  return grouped ? report::grouped(digits) : digits;
}

DateRead read_date(std::string_view typed, bool optional) {
  const std::string text = plain(typed);
  if (text.empty()) return {Date(), optional ? "" : "Enter a day, as 2026-02-28."};
  if (const auto day = Date::parse(text)) return {*day, {}};
  const bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-' &&
                      std::all_of(text.begin(), text.end(), [](char c) { return c == '-' || is_digit(c); });
  return {Date(), shaped ? "There is no such day from 1900 to 2199." : "Is not a day; write it as 2026-02-28."};
}

}  // namespace dealwright::web::ui
