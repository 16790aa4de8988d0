#include "core/report/boundary.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/report/figures.hpp"
#include "core/report/price_words.hpp"

namespace dealwright::report {
namespace {

constexpr int discount_places = 4;  // of a per cent

Exact kept(Decimal rate) {
  return Exact::from(Decimal::whole(1)) - Exact::from(rate);
}

// Words that hold over some months, in the order of the months.
struct Phase {
  int from = 1;
  int to = 1;
  std::string words;
};

// The same words go on; months without any between them do not part them.
void add(std::vector<Phase>& phases, int from, int to, std::string words) {
  if (!phases.empty() && phases.back().words == words) {
    phases.back().to = to;
  } else {
    phases.push_back({from, to, std::move(words)});
  }
}

// "0.02 per order in months 1 to 6, 0.01 per order in months 7 to 36".
std::string joined(const std::vector<Phase>& phases) {
  if (phases.size() == 1) return phases.front().words;
  std::string out;
  for (const Phase& phase : phases) {
    out += fmt::format("{}{} in {}", out.empty() ? "" : ", ", phase.words, months_words(phase.from, phase.to));
  }
  return out;
}

class Boundary {
 public:
  Boundary(const model::PriceBook& book, const std::vector<pricing::PricedLine>& lines, const pricing::PricedLine& line,
           const pricing::ActiveLine& active)
      : book_(book), lines_(lines), line_(line), active_(active) {}

  std::string say() {
    gather(false);
    if (words_.empty()) gather(true);  // all months are free: what would hold in them
    if (words_.empty()) return {};
    const bool priced =
        std::any_of(words_.begin(), words_.end(), [](const PriceWords& words) { return !words.outside.empty(); });
    std::string out = prices();
    if (!priced) return out;
    const bool discounted = discounts_.size() > 1 || discounts_.front().words != without_discount;
    if (discounted) out += "; " + joined(discounts_);
    return out + bounds();
  }

 private:
  static constexpr const char* without_discount = "without discount";

  // Words of every month of the line. A span tells its rates; its agreed price may still differ from month to month.
  void gather(bool free) {
    for (const pricing::Span& span : line_.spans) {
      // A shortfall may stand outside the line's own months.
      const bool own = !active_.monthly || (span.from_period >= active_.first && span.to_period <= active_.last);
      if (!own || span.waterfall.free != free) continue;
      add(discounts_, span.from_period, span.to_period, discount(span.waterfall));
      for (int period = span.from_period; period <= span.to_period; ++period) gather_price(period);
    }
  }

  void gather_price(int period) {
    const model::RampSegment* segment = active_.monthly ? pricing::ramp_segment(active_, period) : nullptr;
    PriceInForce in_force;
    in_force.by_readings = priced_by_readings(active_, period);
    if (active_.line != nullptr) in_force.agreed = active_.line->price;
    if (segment != nullptr && segment->price) in_force.agreed = segment->price;
    PriceWords words = price_words(book_, lines_, active_, in_force);
    add(outsides_, period, period, words.outside);
    add(wholes_, period, period,
        words.inside + (words.inside.empty() || words.outside.empty() ? "" : words.joint) + words.outside);
    if (words_.empty() || words_.back() != words) words_.push_back(std::move(words));
  }

  // What is included is said once where it stays the same.
  std::string prices() const {
    const PriceWords& first = words_.front();
    const bool same_inside = std::all_of(words_.begin(), words_.end(), [&](const PriceWords& words) {
      return words.inside == first.inside && words.joint == first.joint && !words.outside.empty();
    });
    if (words_.size() == 1 || !same_inside || first.inside.empty()) return joined(wholes_);
    return first.inside + first.joint + joined(outsides_);
  }

  // The rates and the line's amount as they act together: the deal's rate is taken of what the amount leaves.
  std::string discount(const pricing::Waterfall& w) const {
    const Exact left =
        kept(w.term_rate) * kept(w.prepay_rate) * kept(w.volume_rate) * kept(w.line_rate) * kept(w.deal_rate);
    const Exact off = kept(Decimal()) - left;
    std::string out;
    if (!off.is_zero()) {
      const auto shown = (off * Exact::from(Decimal::whole(100))).to_minor(discount_places, Rounding::half_up);
      if (shown) out = fmt::format("less {} %", to_digits(*shown, discount_places, 0));
    }
    if (active_.line != nullptr && active_.component->discountable && !active_.line->discount_amount.is_zero()) {
      const Exact amount_off = Exact::from(active_.line->discount_amount) * kept(w.deal_rate);
      if (!amount_off.is_zero())
        out += fmt::format("{} {}{}", out.empty() ? "less" : " and", amount(amount_off, book_.currency), a_month());
    }
    return out.empty() ? without_discount : out;
  }

  std::string bounds() const {
    const model::Component& component = *active_.component;
    std::string out;
    if (component.minimum && !component.minimum->is_zero())
      out = "at least " + amount(*component.minimum, book_.currency);
    if (component.maximum)
      out += (out.empty() ? "" : " and ") + ("at most " + amount(*component.maximum, book_.currency));
    return out.empty() ? "" : "; " + out + a_month();
  }

  std::string a_month() const { return active_.monthly ? " a month" : ""; }

  const model::PriceBook& book_;
  const std::vector<pricing::PricedLine>& lines_;
  const pricing::PricedLine& line_;
  const pricing::ActiveLine& active_;
  std::vector<PriceWords> words_;  // each that differs from the one before
  std::vector<Phase> outsides_, wholes_, discounts_;
};

}  // namespace

std::string boundary(const model::PriceBook& book, const std::vector<pricing::PricedLine>& lines,
                     const pricing::PricedLine& line, const pricing::ActiveLine& active) {
  return Boundary(book, lines, line, active).say();
}

std::string months_words(int from, int to) {
  return from == to ? fmt::format("month {}", from) : fmt::format("months {} to {}", from, to);
}

}  // namespace dealwright::report
