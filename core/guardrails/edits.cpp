// How a change is made in a deal and how it is written.
#include <algorithm>

#include "core/document/type.hpp"
#include "core/document/writer.hpp"
#include "core/guardrails/levers.hpp"
#include "core/guardrails/phrases.hpp"

namespace dealwright::guardrails {
namespace {

template <class E>
E choice_of(const std::string& word) {
  const auto choices = document::type_of<E>().choices;
  return static_cast<E>(std::find(choices.begin(), choices.end(), word) - choices.begin());
}

model::Line& line_for(model::Deal& deal, const Place& place) {
  if (place.line == static_cast<int>(deal.lines.size())) deal.lines.emplace_back().component = place.component;
  return deal.lines[static_cast<std::size_t>(place.line)];
}

model::RampSegment* segment_for(model::Line& line, const Place& place) {
  return place.segment >= 0 ? &line.ramp[static_cast<std::size_t>(place.segment)] : nullptr;
}

int to_int(Decimal value) {
  return static_cast<int>(value.micro() / Decimal::scale);
}

bool adds_line(const Place& place, std::size_t lines) {
  return place.line == static_cast<int>(lines) && place.line >= 0;
}

// Whether the field is an amount of money, which documents write as a string.
bool is_money(Field field) {
  return field == Field::deal_discount_amount || field == Field::line_discount_amount || field == Field::line_price ||
         field == Field::commitment;
}

std::string_view member_of(Field field) {
  switch (field) {
    case Field::deal_discount:
    case Field::line_discount:
      return "discount";
    case Field::deal_discount_amount:
    case Field::line_discount_amount:
      return "discount_amount";
    case Field::line_price:
      return "price";
    case Field::line_quantity:
      return "quantity";
    case Field::term_months:
      return "term_months";
    case Field::payment_days:
      return "payment_days";
    case Field::free_months:
      return "free_months/months";
    case Field::commitment:
      return "commitment/amount";
    case Field::tenancy:
      return "tenancy";
    case Field::service_tier:
      return "service_tier";
    case Field::billing:
      return "billing";
    case Field::owns_brand:
      return "owns/brand";
    case Field::owns_price:
      return "owns/price";
    case Field::owns_relationship:
      return "owns/relationship";
    case Field::line:
      break;
  }
  return "";
}

}  // namespace

void set_number(model::Deal& deal, const Place& place, Decimal value) {
  switch (place.field) {
    case Field::deal_discount:
      deal.discount = value;
      return;
    case Field::deal_discount_amount:
      deal.discount_amount = value;
      return;
    case Field::term_months:
      deal.term_months = to_int(value);
      return;
    case Field::payment_days:
      deal.payment_days = to_int(value);
      return;
    case Field::free_months:
      deal.free_months->months = to_int(value);
      return;
    case Field::commitment:
      if (!deal.commitment) deal.commitment.emplace();
      deal.commitment->amount = value;
      return;
    default:
      break;
  }
  model::Line& line = line_for(deal, place);
  model::RampSegment* segment = segment_for(line, place);
  switch (place.field) {
    case Field::line_discount:
      if (segment != nullptr) {
        segment->discount = value;
      } else {
        line.discount = value;
      }
      return;
    case Field::line_discount_amount:
      line.discount_amount = value;
      return;
    case Field::line_price:
      (segment != nullptr ? segment->price : line.price) = value;
      return;
    case Field::line_quantity:
      (segment != nullptr ? segment->quantity : line.quantity) = value;
      return;
    default:
      return;
  }
}

void set_word(model::Deal& deal, const Place& place, std::size_t index) {
  const std::string& word = place.words[index];
  switch (place.field) {
    case Field::tenancy:
      deal.tenancy = choice_of<model::Tenancy>(word);
      return;
    case Field::billing:
      deal.billing = choice_of<model::Billing>(word);
      return;
    case Field::service_tier:
      deal.service_tier = word;
      return;
    case Field::owns_brand:
      deal.owns.brand = choice_of<model::Party>(word);
      return;
    case Field::owns_price:
      deal.owns.price = choice_of<model::Party>(word);
      return;
    case Field::owns_relationship:
      deal.owns.relationship = choice_of<model::Party>(word);
      return;
    default:
      return;
  }
}

void remove_line(model::Deal& deal, const Place& place) {
  deal.lines.erase(deal.lines.begin() + place.line);
}

std::string pointer_of(const Place& place, const model::Deal& deal) {
  std::string pointer;
  if (place.line >= 0) pointer = "/lines/" + std::to_string(place.line);
  if (adds_line(place, deal.lines.size()) || place.field == Field::line) return pointer;
  if (place.field == Field::commitment && !place.stated) return "/commitment";
  if (place.segment >= 0) pointer += "/ramp/" + std::to_string(place.segment);
  return (pointer += '/') += member_of(place.field);
}

std::string document_text(const Place& place, Decimal value, const model::Deal& deal) {
  std::string text = value.to_string(is_money(place.field) ? deal.currency.digits() : 0);
  const bool adds_commitment = place.field == Field::commitment && !place.stated;
  if (!adds_commitment && !adds_line(place, deal.lines.size())) return text;
  if (is_money(place.field)) text = '"' + text + '"';
  if (adds_commitment) return R"({"amount": )" + text + R"(, "period": "month", "basis": "after_discount"})";
  std::string object = R"({"component": )";
  document::append_string(object, place.component);
  ((object += ", \"") += member_of(place.field)) += "\": ";
  return object + text + "}";
}

std::string name_of(const Place& place, const model::Deal& deal) {
  std::string of = " of " + place.component;
  if (place.segment >= 0) {
    const auto& line = deal.lines[static_cast<std::size_t>(place.line)];
    of += " from month " + std::to_string(line.ramp[static_cast<std::size_t>(place.segment)].from_month);
  }
  switch (place.field) {
    case Field::deal_discount:
      return "Deal discount";
    case Field::deal_discount_amount:
      return "Deal discount amount";
    case Field::line_discount:
      return "Discount" + of;
    case Field::line_discount_amount:
      return "Discount amount" + of;
    case Field::line_price:
      return "Price" + of;
    case Field::line_quantity:
      return "Quantity" + of;
    case Field::term_months:
      return "Term";
    case Field::payment_days:
      return "Payment days";
    case Field::free_months:
      return "Free months";
    case Field::commitment:
      return "Commitment";
    case Field::tenancy:
      return "Tenancy";
    case Field::service_tier:
      return "Service tier";
    case Field::billing:
      return "Billing";
    case Field::owns_brand:
      return "Owner of the brand";
    case Field::owns_price:
      return "Owner of the price";
    case Field::owns_relationship:
      return "Owner of the relationship";
    case Field::line:
      return "Line " + place.component;
  }
  return "";
}

std::string people_text(const Place& place, Decimal value, Currency currency) {
  const auto in = [&](MetricUnit unit) {
    Metric metric{};
    metric.unit = unit;
    return bound_text(metric, value, currency);
  };
  switch (place.field) {
    case Field::deal_discount:
    case Field::line_discount:
      return in(MetricUnit::rate);
    case Field::term_months:
      return in(MetricUnit::months);
    case Field::free_months:
    case Field::payment_days:
    case Field::line_quantity:
      return in(MetricUnit::number);
    default:
      return in(MetricUnit::money);
  }
}

}  // namespace dealwright::guardrails
