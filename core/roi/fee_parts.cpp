#include "core/roi/fee_parts.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "core/base/allocate.hpp"
#include "core/pricing/schedule.hpp"

namespace dealwright::roi {

namespace {

class Splitter {
 public:
  Splitter(const model::Deal& deal, const pricing::PricedDeal& priced, int horizon)
      : deal_(deal), priced_(priced), horizon_(horizon) {}

  std::vector<FeePart> run() {
    for (const bool is_one_off : {true, false}) {
      for (std::size_t s = 0; s < model::service_line_count; ++s) {
        const auto service_line = static_cast<model::ServiceLine>(s);
        for (const pricing::PricedLine& line : priced_.lines)
          if (line.service_line == service_line && (line.charge == model::Charge::one_off) == is_one_off)
            add(line, part_of(is_one_off, service_line));
      }
    }
    const bool is_renewed = deal_.business_case && deal_.business_case->after_term == model::AfterTerm::renewed;
    if (is_renewed && horizon_ > deal_.term_months) renew();
    return std::move(parts_);
  }

 private:
  FeePart& part_of(bool is_one_off, model::ServiceLine service_line) {
    if (parts_.empty() || parts_.back().is_one_off != is_one_off || parts_.back().service_line != service_line)
      parts_.push_back({is_one_off, service_line, std::vector<std::int64_t>(static_cast<std::size_t>(horizon_) + 1)});
    return parts_.back();
  }

  void put(FeePart& part, int month, std::int64_t minor) const {
    if (month <= horizon_) part.months[static_cast<std::size_t>(month)] += minor;
  }

  void add(const pricing::PricedLine& line, FeePart& part) const {
    const int per_bill = pricing::periods_per_bill(deal_.billing, static_cast<int>(priced_.schedule.size()));
    if (part.is_one_off) {
      if (line.spans.empty()) return;
      const int month = line.spans.front().from_period;
      put(part, month == 1 ? 0 : month, line.net_total.minor);
      return;
    }
    for (const pricing::Span& span : line.spans) {
      for (int period = span.from_period; period <= span.to_period; ++period) {
        put(part, (period - 1) / per_bill * per_bill + 1, span.net_before_true_up.minor);
        put(part, period, span.true_up.minor);
      }
    }
  }

  // The part of each line's last month, or nothing where it is over before.
  std::vector<std::int64_t> last_month(Money pricing::Span::*amount) const {
    std::vector<std::int64_t> sums(parts_.size());
    const int last = static_cast<int>(priced_.schedule.size());
    for (const pricing::PricedLine& line : priced_.lines) {
      if (line.charge == model::Charge::one_off || line.spans.empty() || line.spans.back().to_period != last) continue;
      for (std::size_t i = 0; i < parts_.size(); ++i)
        if (!parts_[i].is_one_off && parts_[i].service_line == line.service_line)
          sums[i] += std::max<std::int64_t>((line.spans.back().*amount).minor, 0);
    }
    return sums;
  }

  void renew() {
    std::vector<std::int64_t> weights = last_month(&pricing::Span::net);
    const auto is_zero = [](std::int64_t weight) { return weight == 0; };
    if (std::all_of(weights.begin(), weights.end(), is_zero)) weights = last_month(&pricing::Span::list);
    const std::int64_t fee = priced_.totals.mrr_exit.minor;
    // Without a line to share it by, it is the platform's.
    if (std::all_of(weights.begin(), weights.end(), is_zero)) {
      if (fee == 0) return;
      part_of(false, model::ServiceLine::platform);
      weights.assign(parts_.size(), 0);
      weights.back() = 1;
    }
    const std::vector<std::int64_t> shares = allocate(fee, weights);
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (parts_[i].is_one_off) continue;
      for (int month = deal_.term_months + 1; month <= horizon_; ++month)
        parts_[i].months[static_cast<std::size_t>(month)] = shares[i];
    }
  }

  const model::Deal& deal_;
  const pricing::PricedDeal& priced_;
  int horizon_;
  std::vector<FeePart> parts_;
};

}  // namespace

std::vector<FeePart> fee_parts(const model::Deal& deal, const pricing::PricedDeal& priced, int horizon) {
  return Splitter(deal, priced, horizon).run();
}

}  // namespace dealwright::roi
