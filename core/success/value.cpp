#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "core/base/exact.hpp"
#include "core/base/lookup.hpp"
#include "core/roi/customer_return.hpp"
#include "core/roi/measured_baseline.hpp"
#include "core/success/parts.hpp"

namespace dealwright::success {

namespace {

// What a driver or an automation is counted by.
struct Structure {
  std::string volume;
  std::string per_unit;
  std::string rate;
  bool is_loss = false;

  friend bool operator==(const Structure&, const Structure&) = default;
};

void add(ValueQuarter& to, const ValueQuarter& one) {
  to.measured = to.measured || one.measured;
  to.realised.minor += one.realised.minor;
  to.promised.minor += one.promised.minor;
}

class Realised {
 public:
  Realised(const Setting& setting, const roi::BoundCase& bound, const roi::MonthlyCase& monthly)
      : setting_(setting), bound_(bound), monthly_(monthly) {}

  void run(ValueResult& out) {
    std::size_t row = 0;  // of the benefits, which are the streams that are no costs
    for (const roi::CaseStream& stream : bound_.streams) {
      if (stream.is_cost()) continue;
      if (stream.kind == roi::StreamKind::driver) count(stream, monthly_.benefits[row], out);
      ++row;
    }
    out.quarters.assign(setting_.quarters.size(), nothing());
    out.total = nothing();
    for (ValueRow& one : out.rows) {
      for (std::size_t quarter = 0; quarter < one.quarters.size(); ++quarter) {
        add(one.total, one.quarters[quarter]);
        add(out.quarters[quarter], one.quarters[quarter]);
      }
      add(out.total, one.total);
    }
    if (!out.rows.empty()) return;
    out.status = !setting_.of.plan.go_live || *setting_.of.plan.go_live > setting_.today
                     ? "Not live yet, so that there is no value to count."
                     : "Nothing that the business case counts has been measured since the go-live.";
  }

 private:
  ValueQuarter nothing() const { return {false, {0, bound_.currency}, {0, bound_.currency}}; }

  void count(const roi::CaseStream& stream, const roi::MonthlyRow& promised, ValueResult& out) {
    Structure structure;
    if (const auto* const driver = find_id(setting_.of.playbook.value_drivers, stream.id)) {
      structure = {driver->volume, driver->per_unit, driver->rate, driver->kind == model::DriverKind::loss};
    } else if (const auto* const automation = find_id(setting_.of.playbook.automations, stream.id)) {
      structure = {automation->volume, automation->per_unit, automation->rate, false};
    }
    if (stream.with_care) {
      out.not_counted.push_back({stream.id, stream.name, "more sales have many causes, so that none is claimed"});
      return;
    }
    const auto same = std::find(structures_.begin(), structures_.end(), structure);
    if (same != structures_.end()) {
      ValueRow& row = out.rows[static_cast<std::size_t>(same - structures_.begin())];
      row.ids.push_back(stream.id);
      row.name += "; " + stream.name;
      for (std::size_t quarter = 0; quarter < row.quarters.size(); ++quarter)
        if (row.quarters[quarter].measured) row.quarters[quarter].promised.minor += promised_in(promised, quarter);
      return;
    }
    ValueRow row{{stream.id}, stream.name, {}, nothing()};
    bool is_measured = false, fits = true;
    for (std::size_t quarter = 0; quarter < setting_.quarters.size(); ++quarter) {
      ValueQuarter& one = row.quarters.emplace_back(nothing());
      if (!counts(quarter, structure)) continue;
      const auto realised = realised_in(stream, structure, quarter);
      fits = fits && realised;
      is_measured = one.measured = true;
      one.realised.minor = realised.value_or(0);
      one.promised.minor = promised_in(promised, quarter);
    }
    if (!is_measured) {
      out.not_counted.push_back({stream.id, stream.name, "not measured since the go-live"});
    } else if (!fits) {
      out.not_counted.push_back({stream.id, stream.name, "its numbers are larger than can be reckoned with"});
    } else {
      structures_.push_back(structure);
      out.rows.push_back(std::move(row));
    }
  }

  // How much business there is comes from the profile and is not what the work changes; nor is what an hour costs.
  // Their actuals make no value by themselves.
  bool is_size(const std::string& baseline) const {
    const auto* const named = find_id(setting_.of.playbook.baselines, baseline);
    return named != nullptr && !named->fact.empty();
  }

  bool counts(std::size_t quarter, const Structure& of) const {
    const model::SuccessQuarter& stated = *setting_.quarters[quarter];
    if (!setting_.of.plan.go_live || stated.from < *setting_.of.plan.go_live) return false;
    const auto is_measured = [&](const std::string& baseline) {
      return !is_size(baseline) && actual_of(stated, baseline).has_value();
    };
    return is_measured(of.volume) || is_measured(of.per_unit) || (of.is_loss && is_measured(of.rate));
  }

  // Measured before, else what the business case itself states.
  Exact before(const roi::CaseStream& stream, const std::string& baseline, const char* factor) const {
    if (baseline.empty()) return Exact::from(Decimal::whole(1));
    if (const auto value = roi::measured_baseline(setting_.of.customer, setting_.of.playbook, baseline))
      return Exact::from(*value);
    for (const std::size_t input : stream.inputs)
      if (bound_.inputs[input].name == stream.id + "." + factor) return Exact::from(bound_.inputs[input].likely);
    return Exact::from(Decimal::whole(1));
  }

  // Three months of what a month would cost as it was done before, less what it costs now; rounded once. Both are of
  // the size that the business has now, where that was measured, and at the cost of an hour before.
  std::optional<std::int64_t> realised_in(const roi::CaseStream& stream, const Structure& of,
                                          std::size_t quarter) const {
    Exact was = Exact::from(Decimal::whole(1)), is = was;
    const auto times = [&](const std::string& baseline, const char* factor, bool changes) {
      const Exact value = before(stream, baseline, factor);
      const auto actual = changes ? actual_of(*setting_.quarters[quarter], baseline) : std::nullopt;
      const Exact now = actual ? Exact::from(*actual) : value;
      was = was * (is_size(baseline) ? now : value);
      is = is * now;
    };
    times(of.volume, "volume", true);
    times(of.per_unit, "per_unit", true);
    times(of.rate, "rate", of.is_loss);
    const auto minor = (was - is).to_minor(bound_.currency.digits(), Rounding::half_up, 3);
    const bool fits = minor && *minor <= most_minor && *minor >= -most_minor;
    return fits ? minor : std::nullopt;
  }

  // The three months of the term that begin with the one in which the quarter does.
  std::int64_t promised_in(const roi::MonthlyRow& promised, std::size_t quarter) const {
    const Date from = setting_.quarters[quarter]->from, start = setting_.of.deal.start;
    int month = Month::of(from).index - Month::of(start).index;
    if (start.plus_months(month) > from) --month;
    std::int64_t sum = 0;
    for (int at = month + 1; at <= month + 3; ++at)
      if (at >= 1 && at <= bound_.horizon) sum += promised.adjusted[static_cast<std::size_t>(at)];
    return sum;
  }

  // Sums over the rows and quarters that documents may hold then fit 64 bits.
  static constexpr std::int64_t most_minor = 100'000'000'000'000;

  const Setting& setting_;
  const roi::BoundCase& bound_;
  const roi::MonthlyCase& monthly_;
  std::vector<Structure> structures_;  // of the rows, in their order
};

}  // namespace

void set_value(const Setting& setting, SuccessResult& out, Diagnostics& diagnostics) {
  const Sources& of = setting.of;
  out.value.total = {false, {0, of.deal.currency}, {0, of.deal.currency}};
  out.value.quarters.assign(setting.quarters.size(), out.value.total);
  if (!of.deal.business_case) {
    out.value.status = "The contract has no business case that a value could be counted by.";
    return;
  }
  const auto bound = roi::bind_case(of.deal, of.customer, &of.playbook, diagnostics);
  // Benefits follow from the business case alone: nothing that the customer pays is asked for here.
  const auto monthly = bound ? roi::monthly_case(*bound, {}, diagnostics) : std::nullopt;
  if (!monthly) {
    out.value.status = "The contract's business case has mistakes, so that no value is counted.";
    return;
  }
  Realised(setting, *bound, *monthly).run(out.value);
}

}  // namespace dealwright::success
