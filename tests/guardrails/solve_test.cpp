#include "core/guardrails/solve.hpp"

#include <algorithm>
#include <string>

#include <nlohmann/json.hpp>

#include "core/document/model_types.hpp"
#include "core/document/reader.hpp"
#include "core/document/writer.hpp"
#include "tests/guardrails/fixtures.hpp"
#include "tests/support/draw.hpp"
#include "tests/support/generate.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::guardrails;
using namespace dealwright::guardrails_test;
using model::Lever;

// The only change of a lever for the only finding, or nothing.
std::optional<Change> way_out(Guarded& guarded, Lever lever) {
  guarded.rules.rules.front().ways_out = {{lever, "advice"}};
  const auto finding = guarded.finding(true);
  REQUIRE(finding.ways_out.size() <= 1);
  if (finding.ways_out.empty()) return std::nullopt;
  CHECK(finding.ways_out.front().lever == lever);
  CHECK(finding.ways_out.front().advice == "advice");
  return finding.ways_out.front();
}

// Parsed JSON with fractions as texts of six places, which documents take for numbers: no double is written back.
nlohmann::json parsed(const std::string& text) {
  return nlohmann::json::parse(
      text,
      [](int, nlohmann::json::parse_event_t, nlohmann::json& value) {
        if (value.is_number_float()) value = std::to_string(value.get<double>());  // six places
        return true;
      },
      false);
}

// The deal with the change made in its document, the way a person would make it.
model::Deal edited(const model::Deal& deal, const std::string& pointer, const std::string& to) {
  auto document = parsed(document::write_line(deal));
  const nlohmann::json::json_pointer place(pointer);
  if (to.empty()) {
    document[place.parent_pointer()].erase(std::stoul(place.back()));
  } else {
    const auto value = parsed(to);
    document[place] = value.is_discarded() ? nlohmann::json(to) : value;
  }
  model::Deal changed;
  Diagnostics diagnostics;
  document::Reader reader;
  const bool read = reader.read(document.dump(), changed, diagnostics);
  for (const auto& diagnostic : diagnostics) MESSAGE(to_line(diagnostic));
  REQUIRE(read);
  return changed;
}

TEST_CASE("deal discount: the largest that keeps a margin") {
  // TCV is 6,000 + 12 x 1,000 = 18,000 before discount, cost 6,000 + 12 x 400 = 10,800; at least 0.3 of TCV: TCV >=
  // 15,428.5714. With a discount d on all: 18,000 (1 - d); 1 - d >= 0.857143: d = 0.1428 (15,429.60; 0.1429 gives
  // 15,427.80).
  Guarded guarded;
  auto monthly = component("a", flat("1000"));
  monthly.cost.amount = decimal("400");
  guarded.sell(monthly);
  auto once = component("b", flat("6000"), model::Charge::one_off);
  once.cost.amount = decimal("6000");
  guarded.sell(once);
  guarded.deal.discount = decimal("0.25");
  guarded.at_least("gross_margin", "0.3");
  const auto change = way_out(guarded, Lever::deal_discount);
  REQUIRE(change);
  CHECK(change->pointer == "/discount");
  CHECK(change->from == "0.25");
  CHECK(change->to == "0.1428");
  CHECK(change->words == "Deal discount 25.0 % -> 14.28 %");
  CHECK(to_string(change->tcv_before) == "13500.00");
  CHECK(to_string(change->tcv_after) == "15429.60");
  CHECK(to_string(change->margin_before) == "2700.00");
  CHECK(to_string(change->margin_after) == "4629.60");
  CHECK(change->clears_all);
  // A term of n months: (6,000 + 1,000 n) 0.75 - 6,000 - 400 n >= 0.3 x 0.75 (6,000 + 1,000 n): 125 n >= 2,850: 22.8.
  const auto term = way_out(guarded, Lever::term_months);
  REQUIRE(term);
  CHECK(term->to == "23");
  CHECK(term->words == "Term 12 months -> 23 months");
}

TEST_CASE("a discount that stands exactly on the bound is found") {
  // 1 - 0.63 / 0.9 = 0.3 leaves exactly 0.63 of list.
  Guarded guarded;
  guarded.sell(component("a", flat("100"))).discount = decimal("0.4");
  guarded.deal.discount = decimal("0.1");
  guarded.at_most("effective_discount", "0.37");
  const auto change = way_out(guarded, Lever::line_discount);
  REQUIRE(change);
  CHECK(change->to == "0.3");
  CHECK(change->pointer == "/lines/0/discount");
  // 0.46 off, 0.6 left; with the line at 0.6 nothing of the deal's discount can give 0.63.
  CHECK_FALSE(way_out(guarded, Lever::deal_discount));
}

TEST_CASE("discount amounts, of the deal and of a line") {
  Guarded guarded;
  guarded.sell(component("a", flat("1000"))).discount_amount = decimal("120");
  guarded.deal.discount_amount = decimal("80");
  guarded.at_most("effective_discount", "0.15");  // 150 a month of 200
  auto change = way_out(guarded, Lever::deal_discount);
  REQUIRE(change);
  CHECK(change->pointer == "/discount_amount");
  CHECK(change->to == "30.00");
  change = way_out(guarded, Lever::line_discount);
  REQUIRE(change);
  CHECK(change->pointer == "/lines/0/discount_amount");
  CHECK(change->to == "70.00");
}

TEST_CASE("agreed prices, of the line and where the document states none") {
  Guarded guarded;
  auto sold = component("a", per_unit("0.02"));
  sold.meter = "orders";
  sold.cost.unit = decimal("0.0181");
  guarded.book.meters.resize(1);
  guarded.book.meters[0].id = "orders";
  guarded.sell(sold).quantity = decimal("10000");
  guarded.at_least("component_margin",
                   "0.1");  // 181.00 / 0.9 = 201.1111: 201.12 a month, 0.020112 an order; 0.020111 gives 201.11
  auto change = way_out(guarded, Lever::line_price);
  REQUIRE(change);
  CHECK(change->pointer == "/lines/0/price");
  CHECK(change->from == "");
  CHECK(change->to == "0.020112");
  CHECK(change->words == "Price of a 0.02 EUR -> 0.020112 EUR");
  guarded.deal.lines[0].price = decimal("0.019");
  change = way_out(guarded, Lever::line_price);
  REQUIRE(change);
  CHECK(change->from == "0.019");
  CHECK(change->to == "0.020112");
}

TEST_CASE("a line that a package brings is added to the deal") {
  Guarded guarded;
  auto sold = component("a", flat("100"));
  sold.cost.amount = decimal("80");
  guarded.book.components.push_back(sold);
  guarded.book.packages.resize(1);
  guarded.book.packages[0].id = "package";
  guarded.book.packages[0].components = {"a"};
  guarded.deal.package = "package";
  guarded.at_least("component_margin", "0.5");
  const auto change = way_out(guarded, Lever::line_price);
  REQUIRE(change);
  CHECK(change->pointer == "/lines/0");
  CHECK(change->from == "");
  CHECK(change->to == R"({"component": "a", "price": "160.00"})");
  guarded.deal = edited(guarded.deal, change->pointer, change->to);
  CHECK(guarded.passes());
}

TEST_CASE("quantities go by one, or by the step of the meter") {
  Whole whole;
  whole.at_least("mrr_exit", "1935");  // 1,900 and 2.00 a GB: 17.5 GB more
  const auto only_storage = [&] {
    whole.rules.rules[0].metric = "price";
    whole.rules.rules[0].min = decimal("1.55");
    whole.rules.rules[0].base = model::RuleBase::cost;
    whole.rules.rules[0].when = {{"component", {}, {}, {"storage"}}};
  };
  auto change = way_out(whole, Lever::quantity);
  REQUIRE(change);
  CHECK(change->pointer == "/lines/1/quantity");
  CHECK(change->to == "118");
  CHECK(change->words == "Quantity of storage 100 -> 118");
  whole.book.meters[0].sizing.emplace().step = decimal("25");
  change = way_out(whole, Lever::quantity);
  REQUIRE(change);
  CHECK(change->to == "125");
  // Price over cost of storage is 4 / 3 whatever the quantity, and a quantity of zero measures nothing.
  only_storage();
  CHECK_FALSE(way_out(whole, Lever::quantity));
}

TEST_CASE("of two sides the nearer is taken") {
  // To 100 units 2.00 each, to 200 all at 1.00, above all at 1.80; each costs 1.50. At least 1.1 x cost hold up to 100
  // and from 201.
  Guarded guarded;
  auto sold = component("a", pricing_test::tiered(model::PriceModel::volume,
                                                  {pricing_test::tier("100", "2"), pricing_test::tier("200", "1"),
                                                   pricing_test::tier("", "1.8")}));
  sold.meter = "orders";
  sold.cost.unit = decimal("1.5");
  guarded.book.meters.resize(1);
  guarded.book.meters[0].id = "orders";
  guarded.sell(sold).quantity = decimal("190");
  guarded.at_least("price", "1.1").base = model::RuleBase::cost;
  auto change = way_out(guarded, Lever::quantity);
  REQUIRE(change);
  CHECK(change->to == "201");
  guarded.deal.lines[0].quantity = decimal("110");
  change = way_out(guarded, Lever::quantity);
  REQUIRE(change);
  CHECK(change->to == "100");
  // As near to both sides: the lower. Between two whole numbers: the next whole one.
  guarded.deal.lines[0].quantity = decimal("150.5");
  change = way_out(guarded, Lever::quantity);
  REQUIRE(change);
  CHECK(change->to == "100");
  guarded.deal.lines[0].quantity = decimal("100.5");
  change = way_out(guarded, Lever::quantity);
  REQUIRE(change);
  CHECK(change->to == "100");
  guarded.deal.lines[0].quantity = decimal("150.6");
  change = way_out(guarded, Lever::quantity);
  REQUIRE(change);
  CHECK(change->to == "201");
}

TEST_CASE("terms: months, days, free months") {
  Whole whole;
  whole.deal.payment_days = 61;
  whole.at_most("payment_days", "45");
  auto change = way_out(whole, Lever::payment_days);
  REQUIRE(change);
  CHECK(change->to == "45");
  CHECK(change->pointer == "/payment_days");
  CHECK(change->words == "Payment days 61 -> 45");
  CHECK(change->tcv_before == change->tcv_after);

  whole.rules.rules.clear();
  whole.deal.free_months = model::FreeMonths{4, 1, {}};
  whole.at_most("free_months", "1");
  change = way_out(whole, Lever::free_months);
  REQUIRE(change);
  CHECK(change->pointer == "/free_months/months");
  CHECK(change->to == "1");

  whole.rules.rules.clear();
  whole.at_least("term_months", "36");
  change = way_out(whole, Lever::term_months);
  REQUIRE(change);
  CHECK(change->to == "36");
}

TEST_CASE("commitments, stated or not") {
  // Recurring cost 10,800: at least 1.8 times are 19,440, 1,620 a month.
  Whole whole;
  whole.at_least("commitment_cover", "1.8");
  auto change = way_out(whole, Lever::commitment);
  REQUIRE(change);
  CHECK(change->pointer == "/commitment/amount");
  CHECK(change->from == "1500.00");
  CHECK(change->to == "1620.00");
  whole.deal.commitment.reset();
  change = way_out(whole, Lever::commitment);
  REQUIRE(change);
  CHECK(change->pointer == "/commitment");
  CHECK(change->from == "");
  CHECK(change->to == R"({"amount": "1620.00", "period": "month", "basis": "after_discount"})");
  CHECK(change->words == "Commitment none -> 1,620.00 EUR a month");
  whole.deal = edited(whole.deal, change->pointer, change->to);
  CHECK(whole.passes());
}

TEST_CASE("words: tenancy, service tier, billing") {
  Whole whole;
  whole.one_of("tenancy", {"dedicated"});
  auto change = way_out(whole, Lever::tenancy);
  REQUIRE(change);
  CHECK(change->to == "dedicated");
  CHECK(change->from == "shared");
  CHECK(change->words == "Tenancy shared -> dedicated");

  whole.rules.rules.clear();
  whole.one_of("service_tier", {"premium", "gold"});
  change = way_out(whole, Lever::service_tier);
  REQUIRE(change);
  CHECK(change->to == "premium");
  whole.deal.service_tier.clear();
  change = way_out(whole, Lever::service_tier);
  REQUIRE(change);
  CHECK(change->words == "Service tier not stated -> premium");

  // Of the billings that clear, the one with the smaller effect: prepaid takes 5 % off, annual nothing.
  whole.rules.rules.clear();
  whole.book.discounts = {
      {"prepaid", model::DiscountKind::prepay, 0, model::Billing::prepaid, {}, decimal("0.05"), {}}};
  whole.one_of("billing", {"prepaid", "annual"});
  change = way_out(whole, Lever::billing);
  REQUIRE(change);
  CHECK(change->to == "annual");
  whole.rules.rules[0].one_of = {"prepaid"};
  change = way_out(whole, Lever::billing);
  REQUIRE(change);
  CHECK(change->to == "prepaid");
  CHECK(change->tcv_after.minor < change->tcv_before.minor);
  // A tier that the tenancy does not have cannot be priced.
  whole.rules.rules.clear();
  whole.book.service_tiers[1].tenancies = {model::Tenancy::dedicated};
  whole.deal.service_tier = "standard";
  whole.one_of("service_tier", {"premium"});
  CHECK_FALSE(way_out(whole, Lever::service_tier));
}

TEST_CASE("a duty goes back to the partner") {
  Whole whole;
  whole.deal.owns.brand = model::Party::provider;
  const auto finding = whole.finding(true);
  REQUIRE(finding.ways_out.size() == 1);
  CHECK(finding.ways_out[0].lever == Lever::duty);
  CHECK(finding.ways_out[0].pointer == "/owns/brand");
  CHECK(finding.ways_out[0].to == "partner");
  CHECK(finding.ways_out[0].words == "Owner of the brand provider -> partner");
  // What the partner's own document gives away no change of the deal brings back.
  whole.partner.owns.brand = model::Party::provider;
  CHECK(whole.finding(true).ways_out.empty());
}

TEST_CASE("a line is taken out") {
  Whole whole;
  whole.book.meters[0].unit = "user";
  auto finding = whole.finding(true);
  REQUIRE(finding.ways_out.size() == 1);
  CHECK(finding.ways_out[0].lever == Lever::remove_line);
  CHECK(finding.ways_out[0].pointer == "/lines/1");
  CHECK(finding.ways_out[0].from == "storage");
  CHECK(finding.ways_out[0].to == "");
  CHECK(finding.ways_out[0].words == "Line storage removed");
  CHECK(finding.ways_out[0].advice != "");
  // The only line cannot go.
  whole.deal.lines = {whole.deal.lines[1]};
  CHECK(whole.finding(true).ways_out.empty());
  // A line that the package brings again cannot go either.
  Whole packaged;
  packaged.book.meters[0].unit = "user";
  packaged.book.packages.resize(1);
  packaged.book.packages[0].id = "package";
  packaged.book.packages[0].components = {"storage"};
  packaged.deal.package = "package";
  CHECK(packaged.finding(true).ways_out.empty());
}

TEST_CASE("ramp segments have places of their own") {
  Guarded guarded;
  auto sold = component("a", flat("100"));
  sold.cost.amount = decimal("60");
  auto& line = guarded.sell(sold);
  line.ramp = {{1, 6, {}, {}, decimal("0.5")}, {7, {}, {}, {}, decimal("0.2")}};
  guarded.at_least("component_margin",
                   "0.15");  // net at least 720 / 0.85 = 847.06; 300 + 480 = 780: 67.06 more, 11.18 a month
  const auto change = way_out(guarded, Lever::line_discount);
  REQUIRE(change);
  // 11.18 a month in either segment: 0.3882 of 0.5 (61.18) or 0.0882 of 0.2 (91.18), the same effect; the first is
  // taken.
  CHECK(change->pointer == "/lines/0/ramp/0/discount");
  CHECK(change->to == "0.3882");
  CHECK(change->words == "Discount of a from month 1 50.0 % -> 38.82 %");
}

TEST_CASE("numbers may not escape a rule through its filter") {
  // Deals from 20,000 need 60 % margin. Giving more away until the deal is under 20,000 is no way out.
  Whole whole;
  whole.at_least("gross_margin", "0.6").when = {{"tcv", decimal("20000"), {}, {}}};
  CHECK_FALSE(way_out(whole, Lever::deal_discount));
  // A word may: the rule is not for dedicated deals.
  whole.rules.rules[0].when = {{"tenancy", {}, {}, {"shared"}}};
  const auto change = way_out(whole, Lever::tenancy);
  REQUIRE(change);
  CHECK(change->to == "dedicated");
}

TEST_CASE("ways out come in the rule's order, else by their effect on TCV or margin") {
  Whole whole;
  whole.deal.discount = decimal("0.1");
  auto& rule = whole.at_most("effective_discount", "0.1");
  rule.ways_out = {{Lever::line_discount, "one"},
                   {Lever::billing, "two"},
                   {Lever::deal_discount, "three"},
                   {Lever::line_discount, "again"}};
  auto finding = whole.finding(true);
  REQUIRE(finding.ways_out.size() == 2);
  CHECK(finding.ways_out[0].advice == "one");
  CHECK(finding.ways_out[1].advice == "three");
  rule.ways_out.clear();
  finding = whole.finding(true);
  REQUIRE(finding.ways_out.size() >= 2);
  for (std::size_t i = 1; i < finding.ways_out.size(); ++i) {
    const auto effect = [&](std::size_t at) {
      const auto& change = finding.ways_out[at];
      return std::max(std::abs(change.tcv_after.minor - change.tcv_before.minor),
                      std::abs(change.margin_after.minor - change.margin_before.minor));
    };
    CHECK(effect(i - 1) <= effect(i));
  }
}

TEST_CASE("a change that costs the customer nothing and the partner a lot comes last") {
  // A month: 100 units at 2.00 that cost 1.00 each, 1,000.00 off, so nothing is left of the price. It reaches 50.00
  // with 850.00 less off, or with 425 units more, which bring 850.00 and cost 425.00.
  Guarded guarded;
  auto metered = component("a", per_unit("2"));
  metered.cost.unit = decimal("1");
  auto& line = guarded.sell(metered);
  line.quantity = decimal("100");
  line.discount_amount = decimal("1000");
  guarded.at_least("mrr_exit", "50");
  const auto finding = guarded.finding(true);
  REQUIRE(finding.ways_out.size() >= 2);
  CHECK(finding.ways_out.front().lever == Lever::line_discount);
  CHECK(finding.ways_out.front().to == "150.00");
}

TEST_CASE("a change says whether it clears the whole deal") {
  Whole whole;
  whole.deal.payment_days = 60;
  whole.at_most("payment_days", "45");
  whole.at_least("gross_margin", "0.9").severity = model::RuleSeverity::warning;
  auto found = whole.findings(true);
  REQUIRE(found.size() == 2);
  REQUIRE(found[0].ways_out.size() == 1);
  CHECK(found[0].ways_out[0].clears_all);  // a warning does not count
  whole.rules.rules[1].severity = model::RuleSeverity::error;
  found = whole.findings(true);
  REQUIRE(found[0].ways_out.size() == 1);
  CHECK_FALSE(found[0].ways_out[0].clears_all);
}

TEST_CASE("a goal is sought on any lever") {
  Whole whole;  // TCV 28,800
  const auto seek = [&](std::string_view metric, std::string_view target, Lever lever) {
    return whole.with_facts([&](const Facts& facts) {
      pricing::Pricer pricer;
      Solver solver(pricer);
      Goal goal;
      goal.metric = find_metric(metric);
      goal.target = decimal(target);
      goal.lever = lever;
      return solver.solve_for({}, facts, goal);
    });
  };
  // Down to 25,920: everything 10 % off.
  auto change = seek("tcv", "25920", Lever::deal_discount);
  REQUIRE(change);
  CHECK(change->to == "0.1");
  CHECK(to_string(change->tcv_after) == "25920.00");
  // Up to 47,800: ten months more of 1,900.
  change = seek("tcv", "47800", Lever::term_months);
  REQUIRE(change);
  CHECK(change->to == "22");
  CHECK_FALSE(seek("tcv", "99999999", Lever::deal_discount));
  change = seek("tcv", "28800", Lever::deal_discount);
  REQUIRE(change);
  CHECK(change->to == "");
  CHECK(change->tcv_before == change->tcv_after);
  CHECK_FALSE(seek("tenancy", "1", Lever::tenancy));
}

// Whether the deal, edited in its document, keeps the rule for the subject that the finding names.
class SlowCheck {
 public:
  SlowCheck(const model::Programme& programme, const model::Deal& deal, const pricing::Book& book,
            const model::Guardrails& rules)
      : deal_(deal),
        book_(book),
        users_(book),
        set_(rules),
        partner_(*std::find_if(programme.partners.begin(), programme.partners.end(),
                               [&](auto& p) { return p.id == deal.partner; })),
        customer_(*std::find_if(programme.customers.begin(), programme.customers.end(),
                                [&](auto& c) { return c.id == deal.customer; })) {
    REQUIRE(set_.rules().size() == 1);
  }

  bool clears(const model::Deal& changed, const std::string& subject) {
    Diagnostics diagnostics;
    pricing::PricedDeal priced;
    const pricing::Context context{changed, partner_, customer_, book_};
    if (!pricer_.price(context, priced, diagnostics)) return false;
    const Facts facts{context, priced, users_};
    std::vector<Breach> breaches;
    const std::vector<const RuleSet*> sets{&set_};
    apply(sets, facts, breaches);
    for (const auto& breach : breaches) {
      if (breach.rule == set_.rules().data() && subject_text(priced, breach.subject) == subject) return false;
    }
    // The subject still measures something.
    for (int i = 0; i < static_cast<int>(priced.lines.size()); ++i) {
      if (subject_text(priced, line_subject(priced, i)) == subject) return has_value(facts, line_subject(priced, i));
    }
    return has_value(facts, deal_subject());
  }

  const model::Deal& deal() const { return deal_; }
  pricing::Context context() const { return {deal_, partner_, customer_, book_}; }
  const UsersPriced& users() const { return users_; }
  const RuleSet& set() const { return set_; }

 private:
  bool has_value(const Facts& facts, Subject subject) const {
    const auto& rule = set_.rules().front();
    return !rule.metric->value(facts, subject, rule.source->base).is_missing();
  }

  const model::Deal& deal_;
  const pricing::Book& book_;
  UsersPriced users_;
  RuleSet set_;
  const model::Partner& partner_;
  const model::Customer& customer_;
  pricing::Pricer pricer_;
};

struct Tally {
  int solved = 0, unsolved = 0, tried = 0;
};

// Compares the solved change of one place with every value of the grid that is nearer, or with many of them where they
// are many.
void compare_with_grid(SlowCheck& slow, const Place& place, const std::string& subject,
                       const std::optional<Change>& change, Tally& tally) {
  const std::int64_t step = place.step.micro();
  const std::int64_t present = place.present.micro();
  const std::int64_t low = place.low.micro() / step, high = place.high.micro() / step;
  const std::int64_t below = present / step + (present % step != 0 ? 1 : 0), above = present / step;
  const auto clears_at = [&](std::int64_t at) {
    ++tally.tried;
    const auto value = Decimal::from_micro(at * step);
    return slow.clears(edited(slow.deal(), pointer_of(place, slow.deal()), document_text(place, value, slow.deal())),
                       subject);
  };
  if (!change) {
    ++tally.unsolved;
    for (int part = 0; part <= 24; ++part) {
      const std::int64_t at = low + (high - low) / 24 * part;
      if (at != present / step && place.high.micro() / 1000 > at * step / 1000)
        CHECK_MESSAGE(!clears_at(at), "missed ", at * step);
    }
    for (std::int64_t k = 1; k <= 12; ++k) {
      if (below - k >= low) CHECK_FALSE(clears_at(below - k));
      if (above + k <= high) CHECK_FALSE(clears_at(above + k));
    }
    return;
  }
  ++tally.solved;
  CHECK(slow.clears(edited(slow.deal(), change->pointer, change->to), subject));
  std::string digits = change->to;
  if (digits.front() == '{') {
    const auto added = parsed(digits);
    for (const char* field : {"amount", "price", "quantity", "discount"}) {
      if (added.contains(field))
        digits = added[field].is_string() ? added[field].get<std::string>() : added[field].dump();
    }
  }
  const std::int64_t solved = decimal(digits).micro();
  CHECK(solved % step == 0);
  CHECK(solved >= place.low.micro());
  CHECK(solved <= place.high.micro());
  // Everything nearer fails: all where they are few, else those next to the answer and next to the present value.
  const std::int64_t distance = std::abs(solved - present);
  const auto nearer = [&](std::int64_t k, std::int64_t from, int direction) {
    const std::int64_t at = from + direction * k;
    return at >= low && at <= high && std::abs(at * step - present) < distance;
  };
  const std::int64_t steps = distance / step + 1;
  for (const int direction : {-1, 1}) {
    const std::int64_t from = direction < 0 ? below : above;
    for (std::int64_t k = 1; k <= steps; ++k) {
      if (k > 25 && k < steps - 25) k = std::max(k, steps > 80 ? steps - 25 : k);
      if (nearer(k, from, direction))
        CHECK_MESSAGE(!clears_at(from + direction * k), place.component, " nearer than ", change->words);
    }
  }
}

// A bound that the deal misses by a little, on a random metric; true where there is one.
bool draw_rule(tests::Draw& draw, const Facts& facts, Lever lever, model::Rule& rule, Subject& subject) {
  const bool by_line = lever == Lever::line_discount || lever == Lever::line_price || lever == Lever::quantity;
  const auto* metric =
      by_line
          ? find_metric(draw.one_of({"component_margin", "line_discount", "price"}))
          : find_metric(draw.one_of({"gross_margin", "effective_discount", "tcv", "acv", "mrr_exit", "peak_margin",
                                     "payback_months", "recurring_share", "commitment_cover", "support_hours_cover"}));
  rule.id = "rule";
  rule.metric = metric->id;
  if (metric->id == "price") rule.base = draw.chance(50) ? model::RuleBase::list : model::RuleBase::cost;
  subject = by_line ? line_subject(facts.priced, draw.number(0, static_cast<int>(facts.priced.lines.size()) - 1))
                    : deal_subject();
  if (by_line)
    rule.when = {{"component", {}, {}, {facts.priced.lines[static_cast<std::size_t>(subject.line)].component}}};
  const Value value = metric->value(facts, subject, rule.base);
  if (value.denominator == 0 || value.numerator == 0) return false;
  const bool is_min = draw.chance(60);
  // Up to 3 % off in either direction.
  const Int128 micro = value.numerator * Decimal::scale / value.denominator;
  const Int128 bound = micro + micro * draw.whole(1, 300) / 10000 * ((is_min == (micro > 0)) ? 1 : -1);
  if (!fits_64(bound)) return false;
  (is_min ? rule.min : rule.max) = Decimal::from_micro(static_cast<std::int64_t>(bound));
  if (metric->unit == MetricUnit::money || metric->unit == MetricUnit::months) {
    const std::int64_t whole = (static_cast<std::int64_t>(bound) / Decimal::scale + (is_min ? 1 : 0)) * Decimal::scale;
    (is_min ? rule.min : rule.max) = Decimal::from_micro(whole);
  }
  return true;
}

TEST_CASE("solved changes agree with trying out the grid") {
  Tally tally;
  for (const auto kind : {tests::Kind::realistic, tests::Kind::adversarial}) {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
      const auto programme = tests::generate_programme(kind, seed);
      std::vector<pricing::Book> books;
      books.reserve(programme.price_books.size());
      for (const auto& book : programme.price_books) books.emplace_back(book);
      for (std::uint64_t index = 0; index < 40; ++index) {
        CAPTURE(static_cast<int>(kind));
        CAPTURE(seed);
        CAPTURE(index);
        const auto deal = tests::generate_deal(kind, programme, seed, index);
        const auto book =
            std::find_if(books.begin(), books.end(), [&](auto& b) { return b.source().id == deal.price_book; });
        tests::Draw draw(seed, index);
        const Lever lever = draw.one_of({Lever::deal_discount, Lever::line_discount, Lever::line_price, Lever::quantity,
                                         Lever::term_months, Lever::free_months, Lever::commitment});
        model::Guardrails rules;
        rules.id = "rules";
        rules.rules.resize(1);
        rules.rules[0].id = "rule";
        rules.rules[0].metric = "tcv";
        rules.rules[0].min = Decimal();
        pricing::Pricer pricer;
        pricing::PricedDeal priced;
        Diagnostics diagnostics;
        SlowCheck first(programme, deal, *book, rules);
        if (!pricer.price(first.context(), priced, diagnostics)) continue;
        model::Rule rule;
        Subject subject;
        const auto context = first.context();
        const Facts facts{context, priced, first.users()};
        if (!draw_rule(draw, facts, lever, rule, subject)) continue;
        rule.ways_out = {{lever, ""}};
        rules.rules[0] = rule;
        if (has_errors(RuleSet(rules).diagnostics())) continue;
        CAPTURE(rule.metric);
        SlowCheck slow(programme, deal, *book, rules);
        std::vector<Breach> breaches;
        const std::vector<const RuleSet*> sets{&slow.set()};
        apply(sets, facts, breaches);
        Solver solver(pricer);
        for (const auto& breach : breaches) {
          if (breach.rule != slow.set().rules().data()) continue;
          const auto changes = solver.ways_out(sets, facts, breach);
          REQUIRE(changes.size() <= 1);
          const auto places = places_of(lever, context, priced, breach.subject);
          for (const auto& place : places) {
            const bool is_it = !changes.empty() && changes[0].pointer == pointer_of(place, deal);
            if (is_it) compare_with_grid(slow, place, subject_text(priced, breach.subject), changes[0], tally);
            if (changes.empty())
              compare_with_grid(slow, place, subject_text(priced, breach.subject), std::nullopt, tally);
          }
        }
      }
    }
  }
  MESSAGE("solved " << tally.solved << ", without a way out " << tally.unsolved << ", values tried " << tally.tried);
  CHECK(tally.solved >= 60);
  CHECK(tally.unsolved >= 20);
}

}  // namespace
