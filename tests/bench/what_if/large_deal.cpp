#include "tests/bench/what_if/large_deal.hpp"

#include <string>

#include "tests/support/generate.hpp"

namespace dealwright::tests {

namespace {

model::Line line(const model::Component& component, int number, int months) {
  model::Line line;
  line.component = component.id;
  if (component.discountable) line.discount = Decimal::from_micro(number % 5 * 10'000);
  if (component.charge == model::Charge::one_off || number % 3 != 0) return line;
  model::RampSegment first, second;
  first.from_month = 1;
  first.to_month = months / 3;
  first.quantity = Decimal::whole(1 + number);
  second.from_month = months / 3 + 1;
  second.quantity = Decimal::whole(2 + number);
  line.ramp = {first, second};
  return line;
}

}  // namespace

model::Programme large_deal(int months, int lines) {
  auto programme = generate_programme(Kind::realistic, 1);
  auto& book = programme.price_books.front();
  const auto components = book.components;
  for (auto component : components) {
    component.id += "-second";
    book.components.push_back(component);
  }
  auto deal = generate_deal(Kind::realistic, programme, 1, 0);
  deal.price_book = book.id;
  deal.currency = book.currency;
  for (const auto& customer : programme.customers) {
    if (customer.currency == book.currency) deal.customer = customer.id;
  }
  deal.start = *Date::from(2026, 1, 15);
  deal.term_months = months;
  deal.alignment = model::Alignment::calendar;
  deal.discount = Decimal::from_micro(50'000);
  deal.discount_amount = Decimal::whole(100);
  deal.free_months = model::FreeMonths{1, 1, {}};
  deal.uplift = model::Uplift{Decimal::from_micro(25'000), 12, {}};
  deal.commitment =
      model::Commitment{Decimal::whole(60'000), model::CommitmentPeriod::year, model::CommitmentBasis::after_discount};
  deal.lines.clear();
  for (int number = 0; number < lines; ++number) {
    deal.lines.push_back(line(book.components[static_cast<std::size_t>(number)], number, months));
  }
  programme.deals = {deal};
  return programme;
}

}  // namespace dealwright::tests
