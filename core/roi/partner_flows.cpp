#include "core/roi/partner_flows.hpp"

#include <algorithm>

#include "core/base/allocate.hpp"
#include "core/roi/elementary.hpp"
#include "core/roi/rounding.hpp"

namespace dealwright::roi {

namespace {

using model::Charge;
using pricing::PricedLine;
using pricing::Span;

// One whole month after the term of those who are left: MRR and cost of a service line's monthly lines.
struct ExitMonth {
  std::int64_t mrr = 0;
  std::int64_t cost = 0;
};

// What a line counts for in MRR at exit: its last month as if whole and not free.
std::int64_t exit_net(const Span& span, int digits) {
  const pricing::Waterfall& stages = span.waterfall;
  const auto whole = (stages.free ? stages.after_deal : stages.after_bounds).to_minor(digits, Rounding::half_up);
  return std::max<std::int64_t>(0, whole.value_or(span.net_before_true_up.minor));
}

std::int64_t whole_cost(const Span& span) {
  if (span.days == 0) return span.cost_minor();
  const double cost = static_cast<double>(span.cost_minor());
  return rounded(cost * span.of_days / span.days).value_or(greatest_month_minor + 1);
}

class FlowMaker {
 public:
  FlowMaker(const pricing::PricedDeal& priced, int term_months, const model::PartnerEconomics& economics,
            const model::ModelEconomics* model)
      : priced_(priced),
        term_(term_months),
        economics_(economics),
        model_(model),
        months_(static_cast<std::size_t>(economics.horizon_months) + 1) {}

  std::optional<PartnerFlows> run() {
    find_exit();
    for (std::size_t s = 0; s < model::service_line_count; ++s) {
      const auto service_line = static_cast<model::ServiceLine>(s);
      if (!is_sold(service_line)) continue;
      for (const Charge charge : {Charge::monthly, Charge::one_off}) add_row(service_line, charge);
    }
    add_fee();
    add_extra_costs();
    if (!fits_) return std::nullopt;
    return std::move(out_);
  }

 private:
  bool is_sold(model::ServiceLine service_line) const {
    if (model_ == nullptr) return true;
    const auto& sold = model_->service_lines;
    return std::find(sold.begin(), sold.end(), service_line) != sold.end();
  }

  bool is_spread() const { return model_ != nullptr && model_->spreads_implementation; }

  // MRR at exit by line adds up to that of the deal.
  void find_exit() {
    const int last = static_cast<int>(priced_.schedule.size());
    std::vector<std::int64_t> nets(priced_.lines.size()), costs(nets.size());
    for (std::size_t at = 0; at < nets.size(); ++at) {
      const PricedLine& line = priced_.lines[at];
      if (line.charge != Charge::monthly || line.spans.empty() || line.spans.back().to_period != last) continue;
      nets[at] = exit_net(line.spans.back(), priced_.currency.digits());
      costs[at] = whole_cost(line.spans.back());
      fits_ = fits_ && nets[at] <= greatest_month_minor && costs[at] <= greatest_month_minor;
    }
    if (!fits_) return;
    const auto parts = allocate(priced_.totals.mrr_exit.minor, nets);
    for (std::size_t at = 0; at < nets.size(); ++at) {
      ExitMonth& month = exit_[static_cast<std::size_t>(priced_.lines[at].service_line)];
      month.mrr += parts[at];
      month.cost += costs[at];
    }
  }

  void set(std::int64_t& month, std::int64_t amount) {
    fits_ = fits_ && amount <= greatest_month_minor && amount >= -greatest_month_minor;
    month = fits_ ? amount : 0;
  }
  void add(std::int64_t& month, std::int64_t amount) {
    fits_ = fits_ && amount <= greatest_month_minor && amount >= -greatest_month_minor;
    if (fits_) set(month, month + amount);
  }
  void set_expected(std::int64_t& month, double amount) {
    set(month, rounded(amount).value_or(greatest_month_minor + 1));
  }

  void add_row(model::ServiceLine service_line, Charge charge) {
    PartnerMonths row{service_line, charge, {}, {}, {}};
    row.income.resize(months_);
    row.cost.resize(months_);
    if (charge == Charge::monthly || is_spread()) row.mrr.resize(months_);
    bool is_there = false;
    for (const PricedLine& line : priced_.lines) {
      if (line.service_line != service_line || line.charge != charge) continue;
      is_there = true;
      if (charge == Charge::one_off) {
        add_once(line, row);
      } else {
        for (const Span& span : line.spans) add_months(span, row);
      }
    }
    if (!is_there) return;
    if (charge == Charge::monthly) {
      expect(exit_[static_cast<std::size_t>(service_line)], row);
      if (model_ != nullptr) scale(to_double(model_->price_factor), row);
    }
    out_.rows.push_back(std::move(row));
  }

  // Delivered with the start is initial.
  void add_once(const PricedLine& line, PartnerMonths& row) {
    if (line.spans.empty()) return;
    const int period = line.spans.front().from_period;
    const auto month = static_cast<std::size_t>(period == 1 ? 0 : period);
    if (month < months_) add(row.cost[month], line.cost_total.minor);
    if (!is_spread()) {
      if (month < months_) add(row.income[month], line.net_total.minor);
      return;
    }
    const std::vector<std::int64_t> evenly(static_cast<std::size_t>(std::max(1, term_)), 1);
    const auto parts = allocate(line.net_total.minor, evenly);
    for (std::size_t at = 0; at < parts.size() && at + 1 < months_; ++at) {
      add(row.income[at + 1], parts[at]);
      add(row.mrr[at + 1], parts[at]);
    }
  }

  // A partial month at the term's end is a whole one when the deal goes on; its true-up is owed all the same.
  void add_months(const Span& span, PartnerMonths& row) {
    const int last = std::min(span.to_period, static_cast<int>(months_) - 1);
    for (int period = span.from_period; period <= last; ++period) {
      const auto month = static_cast<std::size_t>(period);
      add(row.income[month], period <= term_ ? span.net.minor : span.true_up.minor);
      if (period > term_) continue;
      add(row.mrr[month], span.net_before_true_up.minor);
      add(row.cost[month], span.cost_minor());
    }
  }

  void expect(const ExitMonth& exit, PartnerMonths& row) {
    Expectation expected(economics_, term_);
    for (std::size_t month = 1; month < months_; ++month) {
      expected.next_month();
      if (static_cast<int>(month) <= term_) continue;
      set_expected(row.mrr[month], static_cast<double>(exit.mrr) * expected.income());
      set_expected(row.cost[month], static_cast<double>(exit.cost) * expected.cost());
      add(row.income[month], row.mrr[month]);
    }
  }

  void scale(double factor, PartnerMonths& row) {
    for (auto* const amounts : {&row.income, &row.mrr})
      for (std::int64_t& amount : *amounts) set_expected(amount, static_cast<double>(amount) * factor);
  }

  void add_fee() {
    out_.fees.resize(months_);
    if (model_ == nullptr) return;
    set_expected(out_.fees[0], static_cast<double>(priced_.totals.acv.minor) * to_double(model_->referral_fee));
  }

  void add_extra_costs() {
    out_.extra_costs.resize(months_);
    if (model_ == nullptr) return;
    for (std::size_t month = 1; month < months_; ++month) {
      std::int64_t income = 0;
      for (const PartnerMonths& row : out_.rows)
        if (row.charge == Charge::monthly) income += row.income[month];
      set_expected(out_.extra_costs[month], static_cast<double>(income) * to_double(model_->extra_cost));
    }
  }

  const pricing::PricedDeal& priced_;
  int term_;
  const model::PartnerEconomics& economics_;
  const model::ModelEconomics* model_;
  std::size_t months_;
  ExitMonth exit_[model::service_line_count];
  PartnerFlows out_;
  bool fits_ = true;
};

}  // namespace

std::int64_t PartnerFlows::income(std::size_t month) const {
  std::int64_t sum = fees[month];
  for (const PartnerMonths& row : rows) sum += row.income[month];
  return sum;
}

std::int64_t PartnerFlows::margin(std::size_t month) const {
  std::int64_t sum = income(month) - extra_costs[month];
  for (const PartnerMonths& row : rows) sum -= row.cost[month];
  return sum;
}

Expectation::Expectation(const model::PartnerEconomics& economics, int term_months)
    : churn_(to_double(economics.churn)),
      uplift_(to_double(economics.uplift)),
      expansion_(to_double(economics.expansion)),
      term_months_(term_months) {}

void Expectation::next_month() {
  ++month_;
  if (month_ <= term_months_) return;
  left_ *= 1 - churn_;
  if (month_ % 12 != 1) return;
  price_ *= 1 + uplift_;
  volume_ *= 1 + expansion_;
}

std::optional<PartnerFlows> partner_flows(const pricing::PricedDeal& priced, int term_months,
                                          const model::PartnerEconomics& economics,
                                          const model::ModelEconomics* model) {
  return FlowMaker(priced, term_months, economics, model).run();
}

std::vector<double> year_discounts(Decimal rate, int horizon_months) {
  std::vector<double> out;
  const int years = (horizon_months + 11) / 12;
  for (int year = 0; year <= years; ++year) out.push_back(1 / power(1 + to_double(rate), year));
  return out;
}

std::int64_t present_value_minor(std::span<const std::int64_t> months, std::span<const double> discounts) {
  std::vector<std::int64_t> years(discounts.size());
  for (std::size_t month = 0; month < months.size(); ++month) years[year_of_month(month)] += months[month];
  double present = 0;
  for (std::size_t year = 0; year < years.size(); ++year) present += static_cast<double>(years[year]) * discounts[year];
  return rounded(present).value_or(0);  // of amounts that fit, discounted
}

}  // namespace dealwright::roi
