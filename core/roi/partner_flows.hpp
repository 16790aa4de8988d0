#pragma once
// What a deal brings its partner month by month: as it is priced within the term, as is expected after it
// (docs/partner-returns.md, "Months").

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/model/advice.hpp"
#include "core/model/partner.hpp"
#include "core/pricing/result.hpp"

namespace dealwright::roi {

// The monthly or the one-off lines of a service line, in minor units; months 0 (initial) to the horizon.
struct PartnerMonths {
  model::ServiceLine service_line = model::ServiceLine::platform;
  model::Charge charge = model::Charge::monthly;
  std::vector<std::int64_t> income;
  std::vector<std::int64_t> cost;
  std::vector<std::int64_t> mrr;  // income that is billed month by month, without true-ups; empty where none is
};

struct PartnerFlows {
  std::vector<PartnerMonths> rows;  // those with a line: by service line in the order of the word list, monthly first
  std::vector<std::int64_t> fees;   // a model's referral fee
  std::vector<std::int64_t> extra_costs;  // a model's cost on top

  std::int64_t income(std::size_t month) const;
  std::int64_t margin(std::size_t month) const;
};

// What is expected of a customer month by month, beginning before month 1 of a term of that many months. Within the
// term all factors are 1. From the month after it on a share `churn` of those who are left leaves before each month;
// in each of these months that begins a year since the start prices rise by `uplift` and quantities by `expansion`.
class Expectation {
 public:
  Expectation(const model::PartnerEconomics& economics, int term_months);

  void next_month();

  double left() const { return left_; }
  double income() const { return left_ * volume_ * price_; }
  double cost() const { return left_ * volume_; }

 private:
  double churn_, uplift_, expansion_;
  int term_months_;
  int month_ = 0;
  double left_ = 1, volume_ = 1, price_ = 1;
};

// Every month of every row, each rounded once, half away from zero. `model` says what of the deal the partner sells and
// how; null: the deal as it is priced. Nothing where a month is beyond greatest_month_minor.
std::optional<PartnerFlows> partner_flows(const pricing::PricedDeal& priced, int term_months,
                                          const model::PartnerEconomics& economics, const model::ModelEconomics* model);

// What flows in a year is worth at its end, 0 (initial) undiscounted: 1 / (1 + rate)^year for each year.
std::vector<double> year_discounts(Decimal rate, int horizon_months);

// Sum over years of what flows in each, discounted; rounded once.
std::int64_t present_value_minor(std::span<const std::int64_t> months, std::span<const double> discounts);

// 0: initial; month 1 is of year 1.
inline std::size_t year_of_month(std::size_t month) {
  return (month + 11) / 12;
}

}  // namespace dealwright::roi
