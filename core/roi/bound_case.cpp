#include "core/roi/bound_case.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "core/base/lookup.hpp"
#include "core/roi/bound_automations.hpp"
#include "core/roi/bound_growth.hpp"
#include "core/roi/case_mistakes.hpp"
#include "core/roi/elementary.hpp"
#include "core/roi/estimate.hpp"
#include "core/roi/measured_baseline.hpp"
#include "core/roi/rates.hpp"
#include "core/roi/rounding.hpp"

namespace dealwright::roi {

namespace {

using model::CaseDriver;
using model::Estimate;
using model::ValueDriver;

// The four numbers of a driver: where the playbook names a baseline for it, and where the deal states one.
struct Factor {
  const char* name;
  std::string ValueDriver::*baseline;
  std::optional<Estimate> CaseDriver::*stated;
};
constexpr std::array<Factor, 3> measured_factors{{
    {"volume", &ValueDriver::volume, &CaseDriver::volume},
    {"per_unit", &ValueDriver::per_unit, &CaseDriver::per_unit},
    {"rate", &ValueDriver::rate, &CaseDriver::rate},
}};

class Binder {
 public:
  Binder(const model::Deal& deal, const model::Customer& customer, const model::Playbook* playbook,
         Diagnostics& diagnostics)
      : deal_(deal), customer_(customer), playbook_(playbook), stated_(*deal.business_case), found_(diagnostics) {}

  std::optional<BoundCase> run() {
    const std::size_t before = found_.size();
    set_terms();
    bind_drivers();
    if (playbook_ != nullptr)
      is_library_sound_ = bind_automations(
                              deal_, customer_, *playbook_,
                              [&](CaseStream& stream, std::string name, const Estimate& estimate) {
                                add_input(stream, std::move(name), estimate);
                              },
                              out_, found_) &&
                          is_library_sound_;
    bind_amounts(stated_.one_off_benefits, "one_off_benefits", StreamKind::one_off_benefit);
    bind_efforts();
    bind_amounts(stated_.other_costs, "other_costs", StreamKind::other_cost);
    bind_growth(stated_, out_, found_);
    bind_correlations();
    const bool is_sound =
        is_library_sound_ && std::none_of(found_.begin() + static_cast<std::ptrdiff_t>(before), found_.end(),
                                          [](const Diagnostic& one) { return one.severity == Severity::error; });
    return is_sound ? std::optional(std::move(out_)) : std::nullopt;
  }

 private:
  Diagnostic& tell(const char* code, const std::string& place, std::string message, std::string expected) {
    return found_.emplace_back(mistake(code, "/business_case" + place, std::move(message), std::move(expected)));
  }

  void set_terms() {
    out_.currency = deal_.currency;
    out_.horizon = stated_.horizon_months;
    out_.term_months = deal_.term_months;
    out_.discount_rate = stated_.discount_rate;
    out_.convention = stated_.convention;
    out_.after_term = stated_.after_term;
    out_.discount = discount_factors(stated_.discount_rate, stated_.convention, out_.horizon);
    if (customer_.currency != deal_.currency)
      tell("case.currency", "",
           "the customer's baselines are money of " + std::string(customer_.currency.code()) +
               ", the deal's currency is " + std::string(deal_.currency.code()),
           "a deal in the customer's currency");
  }

  const model::AdoptionRamp* find_ramp(const std::string& id, const std::string& place) {
    const auto* const ramp = find_id(playbook_->adoption_ramps, id);
    if (ramp == nullptr)
      tell("case.unknown_ramp", place, "the playbook has no adoption ramp \"" + id + "\"",
           "the id of one of its adoption ramps")
          .nearest = nearest_name(id, ids_of(playbook_->adoption_ramps));
    return ramp;
  }

  void add_input(CaseStream& stream, std::string name, const Estimate& estimate) {
    stream.inputs.push_back(out_.inputs.size());
    out_.inputs.push_back(input_of(std::move(name), estimate));
  }

  void bind_factor(const ValueDriver& driver, const Factor& factor, const CaseDriver& use, const std::string& place,
                   CaseStream& stream) {
    const std::string& baseline = driver.*factor.baseline;
    const std::string name = driver.id + "." + factor.name;
    if (const auto& stated = use.*factor.stated) {
      check_estimate(*stated, "/business_case" + place + "/" + factor.name, false, found_);
      add_input(stream, name, *stated);
    } else if (!baseline.empty()) {
      if (const auto value = measured_baseline(customer_, *playbook_, baseline)) {
        add_input(stream, name, {{}, *value, {}});
      } else {
        tell("case.baseline_missing", place,
             "customer \"" + customer_.id + "\" has no baseline \"" + baseline + "\", which driver \"" + driver.id +
                 "\" takes for its " + factor.name,
             "the baseline in the customer, or \"" + std::string(factor.name) + "\" of the driver here");
      }
    }
  }

  // From the month in which adoption begins, the shares of the ramp.
  std::vector<double> adoption_of(const model::AdoptionRamp* ramp) const {
    std::vector<double> adoption(static_cast<std::size_t>(out_.horizon) + 1);
    const int end =
        stated_.after_term == model::AfterTerm::ended ? std::min(out_.horizon, deal_.term_months) : out_.horizon;
    for (int month = stated_.live_from; month <= end; ++month) {
      double share = 1;
      if (ramp != nullptr && !ramp->shares.empty())
        share = to_double(
            ramp->shares[std::min(static_cast<std::size_t>(month - stated_.live_from), ramp->shares.size() - 1)]);
      adoption[static_cast<std::size_t>(month)] = share;
    }
    return adoption;
  }

  void bind_driver(const ValueDriver& driver, const CaseDriver& use, const std::string& place) {
    CaseStream stream;
    stream.id = driver.id;
    stream.name = driver.name;
    stream.with_care = driver.kind == model::DriverKind::revenue;
    for (const Factor& factor : measured_factors) bind_factor(driver, factor, use, place, stream);
    if (use.improvement) {
      check_estimate(*use.improvement, "/business_case" + place + "/improvement", true, found_);
    } else {
      // What is wrong in the playbook is told there.
      Diagnostics in_library;
      check_estimate(driver.improvement, "", true, in_library);
      is_library_sound_ = is_library_sound_ && in_library.empty();
    }
    add_input(stream, driver.id + ".improvement", use.improvement ? *use.improvement : driver.improvement);
    stream.adjustment = use.confidence ? *use.confidence : stated_.confidence.value_or(driver.confidence);
    const bool is_own = !use.ramp.empty();
    const std::string& ramp = is_own ? use.ramp : stated_.ramp.empty() ? driver.ramp : stated_.ramp;
    stream.adoption = adoption_of(ramp.empty() ? nullptr : find_ramp(ramp, is_own ? place + "/ramp" : "/ramp"));
    grow(stated_, stream);
    out_.streams.push_back(std::move(stream));
  }

  void bind_drivers() {
    if (playbook_ == nullptr) {
      tell("case.no_playbook", "", "customer \"" + customer_.id + "\" names no playbook, which would have the drivers",
           "\"playbook\" of the customer");
      return;
    }
    for (std::size_t i = 0; i < stated_.drivers.size(); ++i) {
      const CaseDriver& use = stated_.drivers[i];
      const std::string place = "/drivers/" + std::to_string(i);
      const auto is_same = [&](const CaseDriver& other) { return other.driver == use.driver; };
      const auto here = stated_.drivers.begin() + static_cast<std::ptrdiff_t>(i);
      if (const auto* const driver = find_id(playbook_->value_drivers, use.driver); driver == nullptr) {
        tell("case.unknown_driver", place + "/driver",
             "the playbook \"" + playbook_->id + "\" has no value driver \"" + use.driver + "\"",
             "the id of one of its value drivers")
            .nearest = nearest_name(use.driver, ids_of(playbook_->value_drivers));
      } else if (std::any_of(stated_.drivers.begin(), here, is_same)) {
        tell("case.driver_twice", place + "/driver", "driver \"" + use.driver + "\" is stated above already",
             "each driver once");
      } else {
        bind_driver(*driver, use, place);
      }
    }
    if (!stated_.drivers.empty()) return;
    for (const ValueDriver& driver : playbook_->value_drivers)
      if (driver.kind != model::DriverKind::revenue && is_measured(customer_, *playbook_, driver))
        bind_driver(driver, {}, "");
    if (out_.streams.empty() && stated_.automations.empty() && stated_.one_off_benefits.empty())
      tell("case.no_benefit", "",
           "customer \"" + customer_.id + "\" has no baseline that a driver of its playbook is measured by",
           "baselines of the customer, or a driver with numbers of its own here");
  }

  std::vector<double> parts_between(int month, std::optional<int> last_month, const std::string& place) {
    const int last = last_month.value_or(month);
    if (last < month)
      tell("case.range_order", place + "/last_month", "the last month lies before the first",
           "at least " + std::to_string(month));
    if (last > out_.horizon)
      tell("case.after_horizon", place + (last_month ? "/last_month" : "/month"),
           "it lies after the horizon, so that not all of it counts", "at most " + std::to_string(out_.horizon))
          .severity = Severity::warning;
    std::vector<double> parts(static_cast<std::size_t>(out_.horizon) + 1);
    for (int at = month; at <= std::min(last, out_.horizon); ++at) parts[static_cast<std::size_t>(at)] = 1;
    return parts;
  }

  CaseStream plain_stream(StreamKind kind, const std::string& name) const {
    CaseStream stream;
    stream.kind = kind;
    stream.name = name;
    const Decimal all = Decimal::whole(1);
    stream.adjustment =
        stream.is_cost() ? Decimal::add(all, stated_.cost_risk).value_or(all) : stated_.confidence.value_or(all);
    return stream;
  }

  void bind_amounts(const std::vector<model::CaseAmount>& amounts, const std::string& list, StreamKind kind) {
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      const model::CaseAmount& amount = amounts[i];
      const std::string place = "/" + list + "/" + std::to_string(i);
      CaseStream stream = plain_stream(kind, amount.name);
      const Estimate estimate{amount.low, amount.amount, amount.high};
      check_estimate(estimate, "/business_case" + place, false, found_);
      add_input(stream, amount.name, estimate);
      stream.parts = parts_between(amount.month, amount.last_month, place);
      out_.streams.push_back(std::move(stream));
    }
  }

  void bind_efforts() {
    for (std::size_t i = 0; i < stated_.internal_efforts.size(); ++i) {
      const model::InternalEffort& effort = stated_.internal_efforts[i];
      const std::string place = "/internal_efforts/" + std::to_string(i);
      CaseStream stream = plain_stream(StreamKind::internal_effort, effort.name);
      check_estimate(effort.hours, "/business_case" + place + "/hours", false, found_);
      add_input(stream, effort.name, effort.hours);
      add_input(stream, effort.name + ".hourly_rate", {{}, effort.hourly_rate, {}});
      stream.parts = parts_between(effort.month, effort.last_month, place);
      out_.streams.push_back(std::move(stream));
    }
  }

  // Inputs of drivers come first, so that their names are found before any other of the same name.
  std::size_t find_input(const std::string& name, const std::string& place) {
    std::vector<std::string_view> names;
    for (const CaseInput& input : out_.inputs) {
      if (input.name == name) return names.size();
      names.emplace_back(input.name);
    }
    tell("case.unknown_input", place, "the business case has no input \"" + name + "\"",
         "a driver's id with .volume, .per_unit, .rate or .improvement")
        .nearest = nearest_name(name, names);
    return names.size();
  }

  std::string words_of(const std::vector<RankCorrelation>& correlations) const {
    std::string words;
    for (const RankCorrelation& one : correlations) {
      if (!words.empty()) words += ", ";
      words += to_decimal(one.rank).value_or(Decimal()).to_string() + " of " + out_.inputs[one.first].name + " and " +
               out_.inputs[one.second].name;
    }
    return words;
  }

  void bind_correlations() {
    bool is_known = true;
    for (std::size_t i = 0; i < stated_.correlations.size(); ++i) {
      const model::InputCorrelation& stated = stated_.correlations[i];
      const std::string place = "/correlations/" + std::to_string(i);
      RankCorrelation one;
      one.first = find_input(stated.first, place + "/first");
      one.second = find_input(stated.second, place + "/second");
      one.rank = to_double(stated.rank);
      is_known = is_known && one.first < out_.inputs.size() && one.second < out_.inputs.size();
      out_.correlations.push_back(one);
    }
    correlate_growth(stated_, out_);
    if (!is_known || out_.correlations.empty()) return;
    Diagnostics wrong = check_correlations(out_.correlations, out_.inputs.size(), "/business_case/correlations");
    // It is of inputs by their numbers, which people do not see.
    if (wrong.size() == 1 && wrong.front().code == "correlation.impossible")
      wrong.front().expected = "the nearest that is possible: " + words_of(nearest_correlations(out_.correlations));
    found_.insert(found_.end(), wrong.begin(), wrong.end());
  }

  const model::Deal& deal_;
  const model::Customer& customer_;
  const model::Playbook* playbook_;
  const model::BusinessCase& stated_;
  Diagnostics& found_;
  BoundCase out_;
  bool is_library_sound_ = true;
};

}  // namespace

std::vector<double> discount_factors(Decimal annual_rate, model::CaseConvention convention, int horizon) {
  const double annual = to_double(annual_rate);
  const bool is_annual = convention == model::CaseConvention::annual;
  const double growth = 1 + (is_annual ? annual : monthly_rate(annual, RateConvention::effective).value);
  std::vector<double> factors;
  for (int month = 0; month <= horizon; ++month)
    factors.push_back(1 / power(growth, is_annual ? (month + 11) / 12 : month));
  return factors;
}

std::optional<BoundCase> bind_case(const model::Deal& deal, const model::Customer& customer,
                                   const model::Playbook* playbook, Diagnostics& diagnostics) {
  return Binder(deal, customer, playbook, diagnostics).run();
}

}  // namespace dealwright::roi
