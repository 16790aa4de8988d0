#include "tests/pricing/compare.hpp"

#include <optional>

#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <fmt/format.h>

namespace dealwright::tests {

namespace {

using reference::Integer;
using reference::Rational;

std::string text(const Rational& value) {
  return value.str();
}
std::string text(std::int64_t value) {
  return std::to_string(value);
}
std::string text(const std::string& value) {
  return value;
}
std::string text(Ratio value) {
  return fmt::format("{}/{}", value.numerator, value.denominator);
}
std::string text(Date value) {
  return value.to_string();
}

Rational exact(const Exact& value) {
  Integer power = 1;
  for (int place = 0; place < value.scale(); ++place) power *= 10;
  const Int128 mantissa = value.mantissa();
  const Integer size = Integer(static_cast<UInt128>(mantissa < 0 ? -mantissa : mantissa));
  return Rational(mantissa < 0 ? Integer(-size) : size, power);
}

bool is_same(Ratio a, Ratio b) {
  if (!a.has_value() || !b.has_value()) return a.has_value() == b.has_value();
  return Integer(a.numerator) * b.denominator == Integer(b.numerator) * a.denominator;
}

// Keeps the first difference that it is told.
class Differences {
 public:
  template <class T>
  void add(const std::string& where, const T& fast, const T& slow) {
    if (!is_equal(fast, slow)) tell(where, text(fast), text(slow));
  }
  void add(const std::string& where, Money fast, Money slow) {
    add(where + " (minor units)", fast.minor, slow.minor);
    add(where + " (currency)", std::string(fast.currency.code()), std::string(slow.currency.code()));
  }
  void add(const std::string& where, Money fast, std::int64_t slow) { add(where + " (minor units)", fast.minor, slow); }
  void add(const std::string& where, Decimal fast, const Rational& slow) { add(where, reference::exact(fast), slow); }
  void add(const std::string& where, Decimal fast, Decimal slow) { add(where, fast.micro(), slow.micro()); }
  void add(const std::string& where, const Exact& fast, const Rational& slow) { add(where, exact(fast), slow); }
  void add(const std::string& where, int fast, int slow) { add(where, std::int64_t{fast}, std::int64_t{slow}); }
  void add(const std::string& where, Month fast, Month slow) { add(where, fast.to_string(), slow.to_string()); }
  void add(const std::string& where, model::ServiceLine fast, model::ServiceLine slow) {
    add(where, static_cast<int>(fast), static_cast<int>(slow));
  }
  void add(const std::string& where, std::optional<int> fast, std::optional<int> slow) {
    add(where, fast.value_or(-1), slow.value_or(-1));
  }
  // Every member of a described struct.
  template <class T>
  void add_members(const std::string& where, const T& fast, const T& slow) {
    boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
        [&](auto member) { add(where + member.name, fast.*member.pointer, slow.*member.pointer); });
  }

  bool any() const { return !first_.empty(); }
  const std::string& first() const { return first_; }

 private:
  template <class T>
  static bool is_equal(const T& fast, const T& slow) {
    return fast == slow;
  }
  static bool is_equal(Ratio fast, Ratio slow) { return is_same(fast, slow); }
  void tell(const std::string& where, const std::string& fast, const std::string& slow) {
    if (first_.empty()) first_ = fmt::format("{}: pricer {}, reference {}", where, fast, slow);
  }
  std::string first_;
};

// The span that covers a period, or none.
const pricing::Span* span_of(const pricing::PricedLine& line, int period) {
  for (const auto& span : line.spans) {
    if (span.from_period <= period && period <= span.to_period) return &span;
  }
  return nullptr;
}

void compare_waterfall(Differences& differences, const std::string& where, const pricing::Waterfall& fast,
                       const reference::Stages& slow) {
  differences.add(where + "metered", fast.metered, slow.quantities.metered);
  differences.add(where + "converted", fast.converted, slow.quantities.converted);
  differences.add(where + "included", fast.included, slow.quantities.included);
  differences.add(where + "billable", fast.billable, slow.quantities.billable);
  differences.add(where + "list", fast.list, slow.list);
  differences.add(where + "after_uplift", fast.after_uplift, slow.after_uplift);
  differences.add(where + "after_agreed", fast.after_agreed, slow.after_agreed);
  differences.add(where + "term_rate", fast.term_rate, slow.term_rate);
  differences.add(where + "after_term", fast.after_term, slow.after_term);
  differences.add(where + "prepay_rate", fast.prepay_rate, slow.prepay_rate);
  differences.add(where + "after_prepay", fast.after_prepay, slow.after_prepay);
  differences.add(where + "volume_rate", fast.volume_rate, slow.volume_rate);
  differences.add(where + "after_volume", fast.after_volume, slow.after_volume);
  differences.add(where + "line_rate", fast.line_rate, slow.line_rate);
  differences.add(where + "after_line", fast.after_line, slow.after_line);
  differences.add(where + "deal_rate", fast.deal_rate, slow.deal_rate);
  differences.add(where + "deal_share", fast.deal_share, slow.deal_share);
  differences.add(where + "after_deal", fast.after_deal, slow.after_deal);
  differences.add(where + "free", static_cast<int>(fast.free), static_cast<int>(slow.is_free));
  differences.add(where + "after_bounds", fast.after_bounds, slow.after_bounds);
}

void compare_period(Differences& differences, const std::string& where, const pricing::Span* fast,
                    const reference::LinePeriod& slow, const reference::Period& period) {
  const bool is_there = slow.stages.is_active || slow.true_up != 0;
  differences.add(where + "is there", static_cast<int>(fast != nullptr), static_cast<int>(is_there));
  if (!fast || !is_there) return;
  if (slow.stages.is_active) compare_waterfall(differences, where, fast->waterfall, slow.stages);
  differences.add(where + "list, rounded", fast->list, slow.stages.list_minor);
  differences.add(where + "net_before_true_up", fast->net_before_true_up, slow.stages.net_before_true_up);
  differences.add(where + "true_up", fast->true_up, slow.true_up);
  differences.add(where + "net", fast->net, slow.net());
  differences.add(where + "wholesale", fast->wholesale, slow.cost.wholesale);
  differences.add(where + "work", fast->work, slow.cost.work);
  differences.add(where + "third_party", fast->third_party, slow.cost.third_party);
  differences.add(where + "hours", fast->hours, slow.cost.hours);
  if (!slow.stages.is_active) return;
  const bool is_prorated = period.is_partial() && fast->from_period == fast->to_period;
  if (fast->of_days != 0 || is_prorated) {
    differences.add(where + "days", fast->days, period.days);
    differences.add(where + "of_days", fast->of_days, period.of_days);
  }
}

void compare_line(Differences& differences, const pricing::PricedLine& fast, const reference::PricedLine& slow,
                  const std::vector<reference::Period>& periods) {
  const std::string where = fast.component + ": ";
  differences.add(where + "component_index", fast.component_index, slow.line.component_index);
  differences.add(where + "deal_line", fast.deal_line, slow.line.deal_line);
  differences.add(where + "variant", fast.variant, slow.line.variant_index);
  int reached = 0;
  for (const auto& span : fast.spans) {
    differences.add(where + "spans in order", static_cast<int>(reached < span.from_period), 1);
    differences.add(where + "span not backwards", static_cast<int>(span.from_period <= span.to_period), 1);
    reached = span.to_period;
  }
  for (std::size_t index = 0; index < periods.size(); ++index) {
    const int period = static_cast<int>(index) + 1;
    auto own = periods[index];
    if (!slow.line.is_monthly()) own.days = own.of_days = 1;
    compare_period(differences, fmt::format("{}period {}: ", where, period), span_of(fast, period), slow.periods[index],
                   own);
    if (differences.any()) return;
  }
  differences.add(where + "list_total", fast.list_total, slow.list_total);
  differences.add(where + "net_total", fast.net_total, slow.net_total);
  differences.add(where + "true_up_total", fast.true_up_total, slow.true_up_total);
  differences.add(where + "cost_total", fast.cost_total, slow.cost_total);
  differences.add(where + "hours_total", fast.hours_total, slow.hours_total);
  differences.add(where + "peak_net", fast.peak_net, slow.peak_net);
  differences.add(where + "peak_cost", fast.peak_cost, slow.peak_cost);
}

}  // namespace

std::string first_difference(const pricing::PricedDeal& fast, const reference::PricedDeal& slow) {
  Differences differences;
  differences.add("number of lines", static_cast<int>(fast.lines.size()), static_cast<int>(slow.lines.size()));
  differences.add("number of periods", static_cast<int>(fast.schedule.size()), static_cast<int>(slow.schedule.size()));
  differences.add("number of service lines", static_cast<int>(fast.service_lines.size()),
                  static_cast<int>(slow.service_lines.size()));
  if (differences.any()) return differences.first();
  for (std::size_t line = 0; line < fast.lines.size() && !differences.any(); ++line) {
    compare_line(differences, fast.lines[line], slow.lines[line], slow.periods);
  }
  for (std::size_t row = 0; row < fast.schedule.size(); ++row) {
    differences.add_members(fmt::format("schedule, period {}: ", row + 1), fast.schedule[row], slow.schedule[row]);
  }
  for (std::size_t index = 0; index < fast.service_lines.size(); ++index) {
    differences.add_members(fmt::format("service line {}: ", index), fast.service_lines[index],
                            slow.service_lines[index]);
  }
  differences.add_members("totals: ", fast.totals, slow.totals);
  return differences.first();
}

}  // namespace dealwright::tests
