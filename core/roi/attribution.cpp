#include "core/roi/attribution.hpp"

#include <algorithm>
#include <utility>

#include "core/roi/attribution_rows.hpp"
#include "core/roi/case_mistakes.hpp"
#include "core/roi/shapley.hpp"

namespace dealwright::roi {

namespace {

using pricing::Presence;

struct Part {
  DifferenceCause cause;
  double amount = 0;
};

class Comparer {
 public:
  Comparer(const ScenarioRows& before, const ScenarioRows& after) : before_(before), after_(after) {
    const BoundCase& a = before.bound;
    const BoundCase& b = after.bound;
    discount_differs_ = a.discount_rate != b.discount_rate || a.convention != b.convention;
    horizon_differs_ = before.horizon != after.horizon;
  }

  Attribution run() {
    std::vector<bool> is_used(after_.rows.size());
    for (const AttributedRow& row : before_.rows) {
      const AttributedRow* match = nullptr;
      for (std::size_t i = 0; i < after_.rows.size() && match == nullptr; ++i) {
        const AttributedRow& other = after_.rows[i];
        if (is_used[i] || other.kind != row.kind || other.key != row.key) continue;
        is_used[i] = true;
        match = &other;
      }
      add(&row, match);
    }
    for (std::size_t i = 0; i < after_.rows.size(); ++i)
      if (!is_used[i]) add(nullptr, &after_.rows[i]);
    out_.before = sum(&DifferenceRow::before);
    out_.after = sum(&DifferenceRow::after);
    out_.difference = sum(&DifferenceRow::difference);
    return std::move(out_);
  }

 private:
  Money money(std::int64_t minor) const { return {minor, before_.bound.currency}; }

  Money sum(Money DifferenceRow::*side) const {
    Money all = money(0);
    for (const DifferenceRow& row : out_.rows) all.minor += (row.*side).minor;
    return all;
  }

  void add(const AttributedRow* before, const AttributedRow* after) {
    const AttributedRow& any = after != nullptr ? *after : *before;
    DifferenceRow row;
    row.kind = any.kind;
    row.id = any.id;
    row.name = any.name;
    row.before = money(before != nullptr ? before->present : 0);
    row.after = money(after != nullptr ? after->present : 0);
    row.difference = money(row.after.minor - row.before.minor);
    std::vector<Part> parts;
    if (before != nullptr && after != nullptr) {
      parts = any.flows.empty() ? of_stream(*before, *after) : of_fees(*before, *after);
    } else {
      row.presence = after != nullptr ? Presence::added : Presence::removed;
      parts.push_back({{after != nullptr ? "added" : "removed", "", row.presence, {}, {}, {}}, 0});
    }
    // Rounding of months alone: the same causes on both sides give the same cents.
    if (parts.empty() && row.difference.minor != 0) parts.push_back({{"rounding", "", Presence::both, {}, {}, {}}, 0});
    std::vector<double> amounts;
    for (const Part& part : parts) amounts.push_back(part.amount);
    const std::vector<std::int64_t> whole = whole_parts(amounts, row.difference.minor);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      parts[i].cause.part = money(whole[i]);
      total(parts[i].cause);
      row.causes.push_back(std::move(parts[i].cause));
    }
    out_.rows.push_back(std::move(row));
  }

  void total(const DifferenceCause& cause) {
    for (CauseTotal& one : out_.causes) {
      if (one.cause != cause.cause) continue;
      one.part.minor += cause.part.minor;
      return;
    }
    out_.causes.push_back({cause.cause, cause.part});
  }

  // What causes that all rows have in common.
  void add_common(std::vector<Part>& parts) const {
    const auto horizon = [](int months) { return Decimal::whole(months); };
    // Where the convention differs too, the rate is not all of it.
    if (discount_differs_ && before_.bound.convention != after_.bound.convention)
      parts.push_back({{"discounting", "", Presence::both, {}, {}, {}}, 0});
    else if (discount_differs_)
      parts.push_back(
          {{"discount_rate", "", Presence::both, before_.bound.discount_rate, after_.bound.discount_rate, {}}, 0});
    if (horizon_differs_)
      parts.push_back({{"horizon", "", Presence::both, horizon(before_.horizon), horizon(after_.horizon), {}}, 0});
  }

  // The present value of a month's parts, each at the discount and up to the horizon of one side.
  double discounted(const std::vector<double>& months, bool after_discount, bool after_horizon) const {
    const std::vector<double>& discount = (after_discount ? after_ : before_).bound.discount;
    const int horizon = (after_horizon ? after_ : before_).horizon;
    double present = 0;
    for (std::size_t month = 0; month <= static_cast<std::size_t>(horizon); ++month)
      present += months[month] * discount[month];
    return present;
  }

  // Bits of a set of changes, in the order in which causes were added.
  struct Bits {
    std::uint32_t made;
    bool take(bool differs) {
      if (!differs) return false;
      const bool is_made = (made & 1) != 0;
      made >>= 1;
      return is_made;
    }
  };

  std::vector<Part> of_stream(const AttributedRow& before, const AttributedRow& after) const {
    std::vector<Part> parts;
    const std::vector<Multiplier> pairs = paired(before, after);
    std::vector<char> differs;
    for (const Multiplier& pair : pairs) {
      differs.push_back(pair.before != pair.after ? 1 : 0);
      if (differs.back() != 0) parts.push_back({{pair.name, "", Presence::both, pair.before, pair.after, {}}, 0});
    }
    const bool timing = is_other(before.timing, after.timing);
    if (timing) parts.push_back({{timing_word(before.kind), "", Presence::both, {}, {}, {}}, 0});
    const bool growth = before.growth != after.growth;
    if (growth) parts.push_back({{"growth", "", Presence::both, before.growth, after.growth, {}}, 0});
    add_common(parts);
    // Each of the sixteen sums over the months once.
    double sums[16];
    for (std::uint32_t set = 0; set < 16; ++set) {
      const AttributedRow& timed = (set & 1) != 0 ? after : before;
      const AttributedRow& grown = (set & 2) != 0 ? after : before;
      std::vector<double> months = timed.timing;
      for (std::size_t month = 0; month < months.size(); ++month) months[month] *= grown.growth_by_month[month];
      sums[set] = discounted(months, (set & 4) != 0, (set & 8) != 0);
    }
    const double unit = (before.is_cost ? -1.0 : 1.0) * static_cast<double>(before_.bound.currency.minor_per_major());
    const auto value = [&](std::uint32_t made) {
      Bits bits{made};
      double product = unit;
      for (std::size_t i = 0; i < pairs.size(); ++i)
        product *= value_of(bits.take(differs[i] != 0) ? pairs[i].after : pairs[i].before);
      std::uint32_t set = bits.take(timing) ? 1U : 0U;
      set |= bits.take(growth) ? 2U : 0U;
      set |= bits.take(discount_differs_) ? 4U : 0U;
      set |= bits.take(horizon_differs_) ? 8U : 0U;
      return product * sums[set];
    };
    fill(parts, 0, shapley_parts(static_cast<int>(parts.size()), value));
    return parts;
  }

  static void fill(std::vector<Part>& parts, std::size_t from, const std::vector<double>& amounts) {
    for (std::size_t i = 0; i < amounts.size(); ++i) parts[from + i].amount += amounts[i];
  }

  // Service lines do not act on each other, so that each is split for itself; what the discount rate and the horizon
  // do is told of all of them together.
  std::vector<Part> of_fees(const AttributedRow& before, const AttributedRow& after) const {
    std::vector<Part> charges, common;
    add_common(common);
    for (std::size_t i = 0; i < before.flows.size(); ++i) {
      const ServiceLineFlow& a = before.flows[i];
      const ServiceLineFlow& b = after.flows[i];
      const bool differs = is_other(a.months, b.months);
      const auto value = [&](std::uint32_t made) {
        Bits bits{made};
        const std::vector<double>& months = bits.take(differs) ? b.months : a.months;
        const bool after_discount = bits.take(discount_differs_);
        return -discounted(months, after_discount, bits.take(horizon_differs_));
      };
      const std::vector<double> found = shapley_parts(static_cast<int>(common.size()) + (differs ? 1 : 0), value);
      for (std::size_t at = differs ? 1 : 0; at < found.size(); ++at)
        common[at - (differs ? 1 : 0)].amount += found[at];
      if (!differs) continue;
      const Presence presence = !a.is_there ? Presence::added : !b.is_there ? Presence::removed : Presence::both;
      charges.push_back({{"charges", a.service_line, presence, {}, {}, {}}, found[0]});
    }
    for (Part& part : common) charges.push_back(std::move(part));
    return charges;
  }

  const ScenarioRows& before_;
  const ScenarioRows& after_;
  bool discount_differs_ = false;
  bool horizon_differs_ = false;
  Attribution out_;
};

}  // namespace

std::optional<Attribution> attribution(const Scenario& before, const Scenario& after, Diagnostics& diagnostics) {
  if (before.deal.currency != after.deal.currency) {
    diagnostics.push_back(mistake("compare.currency", "",
                                  "one deal is in " + std::string(before.deal.currency.code()) + ", the other in " +
                                      std::string(after.deal.currency.code()),
                                  "deals of one currency"));
    return std::nullopt;
  }
  const int horizon = std::max(before.deal.business_case->horizon_months, after.deal.business_case->horizon_months);
  const auto first = scenario_rows(before, horizon, diagnostics);
  const auto second = scenario_rows(after, horizon, diagnostics);
  if (!first || !second) return std::nullopt;
  return Comparer(*first, *second).run();
}

}  // namespace dealwright::roi
