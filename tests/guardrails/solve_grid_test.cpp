// What the solver finds against trying out every value, each in the document of its deal.

#include <algorithm>
#include <string>

#include "core/guardrails/solve.hpp"
#include "tests/guardrails/changes.hpp"
#include "tests/support/draw.hpp"
#include "tests/support/generate.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::guardrails;
using namespace dealwright::guardrails_test;
using model::Lever;

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
