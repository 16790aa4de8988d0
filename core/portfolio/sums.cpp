#include "core/portfolio/sums.hpp"

namespace dealwright::portfolio {

void add(Decimal& to, Decimal amount) {
  to = Decimal::from_micro(to.micro() + amount.micro());
}

void append(Customers& to, const Customers& next) {
  add(to.added, next.added);
  add(to.churned, next.churned);
  add(to.upgraded, next.upgraded);
  to.closing = next.closing;
  to.dedicated = next.dedicated;
  to.live = next.live;
}

void append(Movements& to, const Movements& next) {
  to.added.minor += next.added.minor;
  to.expansion.minor += next.expansion.minor;
  to.uplift.minor += next.uplift.minor;
  to.upgrade.minor += next.upgrade.minor;
  to.contraction.minor += next.contraction.minor;
  to.churned.minor += next.churned.minor;
  to.closing = next.closing;
}

void append(Span& to, const Span& next) {
  ++to.months;
  append(to.customers, next.customers);
  append(to.mrr, next.mrr);
  for (Money Span::*const part : {&Span::recurring, &Span::fees, &Span::running_cost, &Span::acquisition_cost,
                                  &Span::team_cost, &Span::fixed_cost, &Span::profit, &Span::received, &Span::paid})
    (to.*part).minor += (next.*part).minor;
  to.cash = next.cash;
  add(to.delivery_hours, next.delivery_hours);
  add(to.support_hours, next.support_hours);
  to.recurring_share = {to.recurring.minor, to.recurring.minor + to.fees.minor};
}

Movements no_movements(Currency currency) {
  const Money none{0, currency};
  return {none, none, none, none, none, none, none, none};
}

void add_row(Span& span, const RowMonth& row) {
  Customers& to = span.customers;
  for (Decimal Customers::*const part :
       {&Customers::opening, &Customers::added, &Customers::churned, &Customers::closing, &Customers::upgraded,
        &Customers::dedicated, &Customers::live})
    add(to.*part, row.customers.*part);
  for (Money Movements::*const part :
       {&Movements::opening, &Movements::added, &Movements::expansion, &Movements::uplift, &Movements::upgrade,
        &Movements::contraction, &Movements::churned, &Movements::closing})
    (span.mrr.*part).minor += (row.mrr.*part).minor;
}

}  // namespace dealwright::portfolio
