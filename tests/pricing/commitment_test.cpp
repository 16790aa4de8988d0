#include "core/pricing/commitment.hpp"

#include "tests/pricing/fixtures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::pricing_test;

TEST_CASE("commitment: the two published readings of discount and minimum") {
  // List 1,000, discount 20 %, minimum 900: basis before discount bills 800, basis after discount bills 900.
  Case c;
  c.sell(component("a", flat("1000"))).discount = decimal("0.20");
  c.deal.commitment =
      model::Commitment{decimal("900"), model::CommitmentPeriod::month, model::CommitmentBasis::before_discount};
  CHECK(text(c.price().lines[0].spans[0].net) == "800.00");
  c.deal.commitment->basis = model::CommitmentBasis::after_discount;
  CHECK(text(c.price().lines[0].spans[0].net) == "900.00");
  CHECK(text(c.priced.lines[0].spans[0].true_up) == "100.00");
  CHECK(c.priced.lines[0].spans.size() == 1);  // the same in every month
  CHECK(text(c.priced.totals.mrr_start) == "800.00");
}

TEST_CASE("commitment: Lago, minimum on a plan") {
  // Base 50 + 3 x 10, minimum 100: true-up 20.
  Case c;
  c.sell(component("base", flat("50")));
  c.sell(component("use", per_unit("10"))).quantity = decimal("3");
  c.deal.commitment =
      model::Commitment{decimal("100"), model::CommitmentPeriod::month, model::CommitmentBasis::before_discount};
  c.price();
  // Shared by 50 to 30: 12.50 and 7.50.
  CHECK(text(c.priced.lines[0].spans[0].true_up) == "12.50");
  CHECK(text(c.priced.lines[1].spans[0].true_up) == "7.50");
  CHECK(text(c.priced.schedule[5].billings) == "100.00");
}

TEST_CASE("commitment by year and by term: a shorter last year asks for its part") {
  Case c;
  c.sell(component("a", flat("50")));
  c.deal.term_months = 18;
  c.deal.commitment =
      model::Commitment{decimal("1000"), model::CommitmentPeriod::year, model::CommitmentBasis::after_discount};
  // Year one: 600 counted, 400 short in month 12. The half year asks for 500, 300 counted, 200 short in month 18.
  c.price();
  CHECK(text(c.priced.schedule[11].revenue) == "450.00");
  CHECK(text(c.priced.schedule[17].revenue) == "250.00");
  CHECK(text(c.priced.totals.true_up_total) == "600.00");
  c.deal.commitment->period = model::CommitmentPeriod::term;
  c.price();
  CHECK(text(c.priced.totals.true_up_total) == "100.00");  // 1,000 - 18 x 50
  CHECK(text(c.priced.schedule[17].billings) == "150.00");
}

TEST_CASE("a true-up where no line is active stands on the first monthly line") {
  Case c;
  c.sell(component("a", flat("50"))).end_month = 6;
  c.deal.commitment =
      model::Commitment{decimal("1000"), model::CommitmentPeriod::term, model::CommitmentBasis::after_discount};
  c.price();
  CHECK(text(c.priced.schedule[11].revenue) == "700.00");
  CHECK(text(c.priced.totals.tcv) == "1000.00");
}

TEST_CASE("a commitment beyond the limit is refused, one at the limit adds up") {
  // 10^13 minor units are 1,000,000,000.0000 UF (four places): 120 months of them come to 120,000,000,000.0000.
  Case c;
  c.book.currency = c.deal.currency = c.customer.currency = *Currency::from_code("CLF");
  c.sell(component("a", flat("0")));
  c.deal.term_months = 120;
  c.deal.commitment =
      model::Commitment{decimal("1000000000"), model::CommitmentPeriod::month, model::CommitmentBasis::after_discount};
  CHECK(text(c.price().totals.tcv) == "120000000000.0000");
  CHECK(text(c.priced.totals.arr) == "0.0000");  // true-ups are no MRR
  for (const char* amount : {"1000000000.0001", "9223372036854.7758"}) {
    c.deal.commitment->amount = decimal(amount);
    CHECK(c.refusal() == "deal.too_large");
    CHECK(c.diagnostics[0].pointer == "/commitment/amount");
  }
  // No monthly line could be trued up, but a rule may ask what is committed.
  c.book.components[0].charge = model::Charge::one_off;
  CHECK(c.refusal() == "deal.too_large");
  // A year cut short to six months asks for half.
  c.deal.term_months = 6;
  c.deal.commitment->period = model::CommitmentPeriod::year;
  c.deal.commitment->amount = decimal("2000000000");
  c.book.components[0].charge = model::Charge::monthly;
  CHECK(text(c.price().totals.tcv) == "1000000000.0000");
}

}  // namespace
