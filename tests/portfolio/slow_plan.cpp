#include "tests/portfolio/slow_plan.hpp"

#include <cmath>

namespace dealwright::tests {

namespace {

long double real(Decimal value) {
  return static_cast<long double>(value.micro()) / 1e6L;
}

// One customer, or the part of one that a month brings.
struct Customer {
  int came = 0;  // the month; 0: it was there before
  long double there = 1;
  long double dedicated = 0;
  long double pays = 0;
};

class Follower {
 public:
  Follower(const model::Portfolio& plan, const model::PlanRow& row, int phase_from, std::vector<SlowMonth>& out)
      : plan_(plan), row_(row), phase_from_(phase_from), out_(out) {
    for (int i = 0; i < plan.currency.digits(); ++i) minor_ *= 10;
  }

  void run() {
    welcome(0, real(row_.opening_customers));
    for (int month = 1; month <= plan_.months; ++month) {
      for (Customer& one : customers_) live_through(one, month);
      welcome(month, new_in(month));
      close(month);
    }
  }

 private:
  SlowMonth& at(int month) { return out_[static_cast<std::size_t>(month) - 1]; }
  long double raised(Decimal price, int month) const {
    return real(price) * minor_ * std::pow(1 + real(row_.uplift), static_cast<long double>((month - 1) / 12));
  }

  long double new_in(int month) const {
    const int since = month - phase_from_ + 1 - row_.start_month;
    if (phase_from_ == 0 || since < 0) return 0;
    const auto listed = static_cast<int>(row_.new_by_month.size());
    const long double wished =
        since < listed
            ? real(row_.new_by_month[static_cast<std::size_t>(since)])
            : real(row_.new_customers) * std::pow(1 + real(row_.growth), static_cast<long double>(since - listed));
    const int calendar = (plan_.start.month() - 1 + month - 1) % 12;
    return plan_.season.empty() ? wished : wished * real(plan_.season[static_cast<std::size_t>(calendar)]);
  }

  void welcome(int month, long double customers) {
    for (long double left = customers; left > 0; left -= 1) {
      const long double there = left < 1 ? left : 1;
      const long double pays = there * raised(row_.price, month == 0 ? 1 : month);
      customers_.push_back({month, there, 0, pays});
      if (month == 0) continue;
      at(month).added += pays;
      at(month).fees += there * real(row_.fee) * minor_;
      for (int i = 0; i < row_.delivery_months && month + i <= plan_.months; ++i)
        at(month + i).delivery_hours += there * real(row_.delivery_hours) / row_.delivery_months;
      receive(month, there * real(row_.fee) * minor_);
    }
  }

  void live_through(Customer& one, int month) {
    SlowMonth& now = at(month);
    now.churned += one.pays * real(row_.churn);
    one.there *= 1 - real(row_.churn);
    one.dedicated *= 1 - real(row_.churn);
    one.pays *= 1 - real(row_.churn);
    now.contraction += one.pays * real(row_.contraction);
    now.expansion += one.pays * real(row_.expansion);
    one.pays *= 1 + real(row_.expansion) - real(row_.contraction);
    const int age = month - one.came;
    if (age % 12 == 0) {
      now.uplift += one.pays * real(row_.uplift);
      now.expansion += one.pays * real(row_.uplift);
      one.pays *= 1 + real(row_.uplift);
    }
    if (row_.upgrade && age == row_.upgrade->after_months) move(one, month);
  }

  void move(Customer& one, int month) {
    const model::PlanUpgrade& how = *row_.upgrade;
    const long double moved = one.there * real(how.share);
    const long double more = moved * raised(how.price, month) - one.pays * real(how.share);
    one.pays += more;
    one.dedicated += moved;
    change_[static_cast<std::size_t>(month)] += more;
    at(month).fees += moved * real(how.fee) * minor_;
    at(month).delivery_hours += moved * real(how.hours);
    receive(month, moved * real(how.fee) * minor_);
  }

  void receive(int month, long double amount) {
    const int paid = month + (row_.payment_days + 29) / 30;
    if (paid <= plan_.months) at(paid).received += amount;
  }

  void close(int month) {
    SlowMonth& now = at(month);
    const int calendar = (plan_.start.month() - 1 + month - 1) % 12;
    const long double season =
        plan_.support_season.empty() ? 1 : real(plan_.support_season[static_cast<std::size_t>(calendar)]);
    // Customers of one month move together: what that brings or takes is one sum.
    const long double more = change_[static_cast<std::size_t>(month)];
    (more >= 0 ? now.expansion : now.contraction) += std::fabs(more);
    for (const Customer& one : customers_) {
      now.customers += one.there;
      now.dedicated += one.dedicated;
      now.mrr += one.pays;
      if (one.came == 0 || month - one.came >= row_.delivery_months) now.live += one.there;
      now.running_cost += (one.there - one.dedicated) * real(row_.cost) * minor_;
      if (row_.upgrade) now.running_cost += one.dedicated * real(row_.upgrade->cost) * minor_;
      now.support_hours += one.there * real(row_.support_hours) * season;
      if (one.came == 0) {
        receive(month, one.pays);
      } else if ((month - one.came) % row_.billing_months == 0) {
        receive(month, one.pays * row_.billing_months);
      }
    }
  }

  const model::Portfolio& plan_;
  const model::PlanRow& row_;
  int phase_from_;
  std::vector<SlowMonth>& out_;
  long double minor_ = 1;
  std::vector<Customer> customers_;
  std::vector<long double> change_ = std::vector<long double>(static_cast<std::size_t>(plan_.months) + 1);
};

}  // namespace

std::vector<SlowMonth> slow_plan(const model::Portfolio& plan) {
  std::vector<SlowMonth> out(static_cast<std::size_t>(plan.months));
  for (const model::PlanRow& row : plan.rows) {
    int from = 1;
    for (const model::PlanPhase& phase : plan.phases) {
      if (phase.id == row.phase) break;
      if (!row.phase.empty()) from += phase.months;
    }
    Follower(plan, row, from > plan.months ? 0 : from, out).run();
  }
  return out;
}

}  // namespace dealwright::tests
