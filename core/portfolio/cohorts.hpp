#pragma once
// The customers of one row of a growth plan: a cohort a month, from the one that is there at the start.

#include <cstdint>
#include <vector>

#include "core/base/currency.hpp"
#include "core/model/portfolio.hpp"
#include "core/portfolio/plan.hpp"

namespace dealwright::portfolio {

// What one month of a row brings besides its movements; minor units and millionths of an hour.
struct RowFlows {
  std::int64_t fees = 0;
  std::int64_t running_cost = 0;
  std::int64_t acquisition_cost = 0;
  std::int64_t billed = 0;  // recurring and fees
  std::int64_t support_hours = 0;
};

// How much of the opening MRR of a span is left without any expansion.
struct RetentionBase {
  int from = 1;  // the span's first month
  std::int64_t left = 0;
};

class Cohorts {
 public:
  // `season` and `support_season` have twelve factors or none.
  Cohorts(const model::PlanRow& row, const model::Portfolio& plan, std::int64_t minor_per_major);

  // Month `month`, counted from 1, each in turn; `phase_month` counts from the month in which the row's phase began,
  // from 1, and is 0 where it has not. Hours of deliveries that begin are added to `delivery`, by month from index 0.
  // False where a limit of plan_of() is passed.
  bool advance(int month, int phase_month, RowMonth& out, RowFlows& flows, std::vector<std::int64_t>& delivery);

  const model::PlanRow& row() const { return row_; }
  std::int64_t customers() const { return all_; }
  std::int64_t live() const { return live_; }
  std::int64_t mrr() const { return all_mrr_; }
  // Of the last month, or as they are at the start; the support hours are those of an ordinary month there.
  const RowFlows& last() const { return last_; }
  // MRR of those who were customers before the month.
  std::int64_t mrr_from_before(int month) const;

  RetentionBase month_base, year_base, plan_base;

 private:
  void lose(int month, RowMonth& out);
  void raise(int month, RowMonth& out);
  void upgrade(int month, RowMonth& out, RowFlows& flows, std::vector<std::int64_t>& delivery);
  bool add_new(int month, int phase_month, RowMonth& out, RowFlows& flows, std::vector<std::int64_t>& delivery);
  void bill(int month, RowFlows& flows) const;
  void add_costs(RowFlows& flows) const;
  bool is_countable() const;
  void shrink(std::int64_t amount, int cohort);
  std::int64_t minor(Decimal amount) const;

  const model::PlanRow& row_;
  const model::Portfolio& plan_;
  std::int64_t minor_per_major_;
  int calendar_;                         // month of the calendar, 0 to 11, of the plan's first
  std::vector<std::int64_t> customers_;  // by the month in which they came: index 0 is the opening cohort
  std::vector<std::int64_t> dedicated_;  // part of customers_
  std::vector<std::int64_t> mrr_;
  std::int64_t price_;
  std::int64_t upgrade_price_ = 0;
  std::int64_t growing_;  // new customers of the next month after the list
  std::int64_t all_ = 0;
  std::int64_t all_dedicated_ = 0;
  std::int64_t live_ = 0;
  std::int64_t all_mrr_ = 0;
  RowFlows last_;
};

}  // namespace dealwright::portfolio
