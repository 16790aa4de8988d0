#include "core/portfolio/check.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "core/base/suggest.hpp"

namespace dealwright::portfolio {

namespace {

class Checker {
 public:
  Checker(const model::Portfolio& plan, const model::PriceBook* book) : plan_(plan), book_(book) {}

  Diagnostics run() {
    if (book_ != nullptr && book_->currency != plan_.currency)
      add(Severity::error, "portfolio.currency", "/currency",
          fmt::format("the price book \"{}\" is in {}", book_->id, book_->currency.code()),
          std::string(book_->currency.code()));
    check_season(plan_.season, "/season");
    check_season(plan_.support_season, "/support_season");
    check_phases();
    for (std::size_t i = 0; i < plan_.rows.size(); ++i) check_row(i);
    check_team(plan_.delivery, "delivery", [](const model::PlanRow& row) {
      return !row.delivery_hours.is_zero() || (row.upgrade && !row.upgrade->hours.is_zero());
    });
    check_team(plan_.support, "support", [](const model::PlanRow& row) { return !row.support_hours.is_zero(); });
    return std::move(found_);
  }

 private:
  Diagnostic& add(Severity severity, const char* code, std::string pointer, std::string message, std::string expected) {
    Diagnostic& one = found_.emplace_back();
    one.severity = severity;
    one.code = code;
    one.pointer = std::move(pointer);
    one.message = std::move(message);
    one.expected = std::move(expected);
    return one;
  }

  void check_season(const std::vector<Decimal>& season, const char* pointer) {
    if (season.empty() || season.size() == 12) return;
    add(Severity::error, "portfolio.season", pointer, fmt::format("there are {} factors", season.size()),
        "twelve, January to December, or none");
  }

  // Index of the phase, -1 where the row names none, the number of phases where there is none of that id.
  int phase_of(const model::PlanRow& row) const {
    if (row.phase.empty()) return -1;
    std::size_t at = 0;
    while (at < plan_.phases.size() && plan_.phases[at].id != row.phase) ++at;
    return static_cast<int>(at);
  }

  void check_row(std::size_t at) {
    const model::PlanRow& row = plan_.rows[at];
    const std::string pointer = fmt::format("/rows/{}", at);
    if (phase_of(row) == static_cast<int>(plan_.phases.size())) {
      std::vector<std::string_view> ids;
      for (const model::PlanPhase& phase : plan_.phases) ids.push_back(phase.id);
      add(Severity::error, "portfolio.unknown_phase", pointer + "/phase",
          fmt::format("\"{}\" is not the id of a phase of this plan", row.phase), "the id of a phase, or none")
          .nearest = nearest_name(row.phase, ids);
    }
    const bool is_new =
        !row.new_customers.is_zero() || std::any_of(row.new_by_month.begin(), row.new_by_month.end(),
                                                    [](Decimal customers) { return !customers.is_zero(); });
    if (!is_new && row.opening_customers.is_zero())
      add(Severity::warning, "portfolio.idle_row", pointer, "the row has no customers, now or later",
          "\"opening_customers\", \"new_by_month\" or \"new_customers\"");
    if (is_new && row.start_month > plan_.months)
      add(Severity::warning, "portfolio.after_end", pointer + "/start_month",
          fmt::format("new customers start in month {}, after the plan has ended", row.start_month),
          fmt::format("1 to {}", plan_.months));
    if (row.new_by_month.size() > static_cast<std::size_t>(plan_.months))
      add(Severity::warning, "portfolio.after_end", fmt::format("{}/new_by_month/{}", pointer, plan_.months),
          fmt::format("{} months are stated of a plan of {}", row.new_by_month.size(), plan_.months),
          "no more months than the plan has");
    if (row.price.is_zero())
      add(Severity::warning, "portfolio.no_price", pointer + "/price", "these customers pay nothing a month",
          "what one pays a month");
  }

  void check_phases() {
    int before = 0;
    for (std::size_t i = 0; i < plan_.phases.size(); ++i) {
      if (before >= plan_.months)
        add(Severity::warning, "portfolio.gate_never_opens", fmt::format("/phases/{}", i),
            fmt::format("the phases before \"{}\" take {} months, as long as the plan or longer", plan_.phases[i].id,
                        before),
            "more months, or shorter phases");
      for (std::size_t k = 0; k < plan_.phases[i].gate.size(); ++k) check_condition(i, k);
      before += plan_.phases[i].months;
    }
  }

  void check_condition(std::size_t phase, std::size_t at) {
    const model::GateCondition& condition = plan_.phases[phase].gate[at];
    const bool is_most = condition.measure == model::GateMeasure::support_hours;
    const auto never = [&](std::string message, std::string expected) {
      add(Severity::warning, "portfolio.gate_never_opens", fmt::format("/phases/{}/gate/{}", phase, at),
          fmt::format("the gate of \"{}\" can never open: {}", plan_.phases[phase].id, message), std::move(expected));
    };
    if (condition.measured) {
      if (is_most ? *condition.measured > condition.bound : *condition.measured < condition.bound)
        never(fmt::format("{} was measured", condition.measured->to_string()),
              fmt::format("at {} {}", is_most ? "most" : "least", condition.bound.to_string()));
      return;
    }
    bool has_pilots = false;
    Decimal standard;
    for (const model::PlanRow& row : plan_.rows) {
      const int of = phase_of(row);
      if (of < 0 || of >= static_cast<int>(phase)) continue;
      has_pilots = true;
      standard = std::max(standard, row.standard_share);
    }
    const bool needs_pilots = condition.measure != model::GateMeasure::customers_live || !condition.bound.is_zero();
    if (!has_pilots && needs_pilots) {
      never("no customers belong to an earlier phase", "rows whose \"phase\" is an earlier one, or \"measured\"");
    } else if (condition.measure == model::GateMeasure::margin && condition.bound > Decimal::whole(1)) {
      never("no margin is above 1", "a share");
    } else if (condition.measure == model::GateMeasure::standard_share && standard < condition.bound) {
      never(fmt::format("the greatest standard share before it is {}", standard.to_string()),
            fmt::format("rows with at least {}, or a lower bound", condition.bound.to_string()));
    }
  }

  template <class NeedsHours>
  void check_team(const std::optional<model::PlanTeam>& team, const char* name, const NeedsHours& needs_hours) {
    const auto row = std::find_if(plan_.rows.begin(), plan_.rows.end(), needs_hours);
    if (team && team->people.empty()) {
      add(Severity::error, "portfolio.no_people", fmt::format("/{}/people", name), "the list of people is empty",
          "people by month, the last one holds on");
      return;
    }
    if (row == plan_.rows.end()) return;
    if (!team) {
      add(Severity::warning, "portfolio.no_team", fmt::format("/rows/{}", row - plan_.rows.begin()),
          fmt::format("there is no team for the hours of {}, which then cost nothing", name),
          fmt::format("\"{}\" with people", name));
      return;
    }
    const bool has_people =
        team->hire_above.has_value() ||
        std::any_of(team->people.begin(), team->people.end(), [](Decimal people) { return !people.is_zero(); });
    if (!has_people || team->hours.is_zero())
      add(Severity::warning, "portfolio.no_capacity", fmt::format("/{}", name),
          fmt::format("the capacity for {} is zero", name), "people and their hours, or \"hire_above\"");
  }

  const model::Portfolio& plan_;
  const model::PriceBook* book_;
  Diagnostics found_;
};

}  // namespace

Diagnostics check_portfolio(const model::Portfolio& portfolio, const model::PriceBook* book) {
  return Checker(portfolio, book).run();
}

}  // namespace dealwright::portfolio
