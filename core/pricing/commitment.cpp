#include "core/pricing/commitment.hpp"

#include <algorithm>

#include "core/base/allocate.hpp"
#include "core/base/exact.hpp"
#include "core/pricing/month.hpp"
#include "core/pricing/spans.hpp"

namespace dealwright::pricing {

namespace {

constexpr int year = 12;

int periods_per_commitment(model::CommitmentPeriod period, int all) {
  switch (period) {
    case model::CommitmentPeriod::month:
      return 1;
    case model::CommitmentPeriod::year:
      return year;
    case model::CommitmentPeriod::term:
      return all;
  }
  return all;
}

// The amount of a commitment period of `length` periods; one beyond 64 bits as the most that they hold.
std::int64_t amount_of(const model::Commitment& commitment, int length, int digits, Rounding mode) {
  const bool short_year = commitment.period == model::CommitmentPeriod::year && length < year;
  return Exact::from(commitment.amount)
      .to_minor(digits, mode, short_year ? length : 1, short_year ? year : 1)
      .value_or(INT64_MAX);
}

std::int64_t counted(std::span<const ActiveLine> active, std::span<const PricedLine> lines,
                     model::CommitmentBasis basis, int from, int to) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!active[i].monthly) continue;
    for (const auto& span : lines[i].spans) {
      const int overlap = std::min(to, span.to_period) - std::max(from, span.from_period) + 1;
      if (overlap <= 0) continue;
      sum += overlap *
             (basis == model::CommitmentBasis::before_discount ? span.list.minor : span.net_before_true_up.minor);
    }
  }
  return sum;
}

Span* span_at(PricedLine& line, int period) {
  for (auto& span : line.spans) {
    if (period >= span.from_period && period <= span.to_period) return &span;
  }
  return nullptr;
}

// Cuts the span that covers the period so that the period stands in a span that begins with it; periods before keep
// their own. Returns the index of that span.
std::size_t cut_before(PricedLine& line, std::size_t index, int period) {
  if (line.spans[index].from_period == period) return index;
  Span head = line.spans[index];
  head.to_period = period - 1;
  line.spans[index].from_period = period;
  line.spans.insert(line.spans.begin() + static_cast<std::ptrdiff_t>(index), head);
  return index + 1;
}

bool continues(const Span& before, const Span& span) {
  return before.to_period + 1 == span.from_period && before.true_up == span.true_up && before.days == span.days &&
         before.of_days == span.of_days && same_waterfall(before.waterfall, span.waterfall);
}

// Gives one period of a line its true-up. Periods come in rising order, so that neighbours with the same amounts grow
// together.
void put_true_up(PricedLine& line, int period, std::int64_t true_up) {
  Span* covering = span_at(line, period);
  if (covering == nullptr) {
    // Only the first monthly line, outside its own months: a span that holds nothing but the true-up.
    const Currency currency = line.list_total.currency;
    const Money none{0, currency};
    Span idle;
    idle.from_period = idle.to_period = period;
    idle.waterfall.deal_share = none;
    idle.list = idle.net_before_true_up = idle.wholesale = idle.work = idle.third_party = none;
    idle.true_up = idle.net = Money{true_up, currency};
    const auto after =
        std::find_if(line.spans.begin(), line.spans.end(), [&](const Span& span) { return span.from_period > period; });
    line.spans.insert(after, idle);
    return;
  }
  auto index = static_cast<std::size_t>(covering - line.spans.data());
  index = cut_before(line, index, period);
  if (line.spans[index].to_period > period) {
    Span tail = line.spans[index];
    tail.from_period = period + 1;
    line.spans[index].to_period = period;
    line.spans.insert(line.spans.begin() + static_cast<std::ptrdiff_t>(index) + 1, tail);
  }
  auto& span = line.spans[index];
  span.true_up.minor = true_up;
  span.net.minor = span.net_before_true_up.minor + true_up;
  if (index > 0 && continues(line.spans[index - 1], span)) {
    line.spans[index - 1].to_period = period;
    line.spans.erase(line.spans.begin() + static_cast<std::ptrdiff_t>(index));
  }
}

}  // namespace

bool add_true_ups(const model::Deal& deal, int periods, int digits, Rounding mode, std::span<const ActiveLine> active,
                  std::span<PricedLine> lines, std::vector<std::int64_t>& weights, std::vector<std::int64_t>& shares) {
  if (!deal.commitment) return true;
  const int length = periods_per_commitment(deal.commitment->period, periods);
  // No commitment period is longer than the first.
  if (amount_of(*deal.commitment, std::min(length, periods), digits, mode) > most_minor) return false;
  const auto first_monthly =
      std::find_if(active.begin(), active.end(), [](const ActiveLine& line) { return line.monthly; });
  if (first_monthly == active.end()) return true;
  for (int from = 1; from <= periods; from += length) {
    const int to = std::min(from + length - 1, periods);
    const std::int64_t shortfall = amount_of(*deal.commitment, to - from + 1, digits, mode) -
                                   counted(active, lines, deal.commitment->basis, from, to);
    if (shortfall <= 0) continue;
    // Lines that are not active there must get nothing even where all weights are zero, so only active ones are listed.
    weights.clear();
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const Span* span = active[i].monthly ? span_at(lines[i], to) : nullptr;
      if (span != nullptr && to >= active[i].first && to <= active[i].last)
        weights.push_back(span->net_before_true_up.minor);
    }
    if (weights.empty()) {
      put_true_up(lines[static_cast<std::size_t>(first_monthly - active.begin())], to, shortfall);
      continue;
    }
    shares.assign(weights.size(), 0);
    allocate(shortfall, weights, shares);
    std::size_t next = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!active[i].monthly || to < active[i].first || to > active[i].last) continue;
      const std::int64_t share = shares[next++];
      if (share != 0) put_true_up(lines[i], to, share);
    }
  }
  return true;
}

std::int64_t committed_total(const model::Deal& deal, int periods, int digits, Rounding mode) {
  if (!deal.commitment) return 0;
  const int length = periods_per_commitment(deal.commitment->period, periods);
  std::int64_t total = 0;
  for (int from = 1; from <= periods; from += length) {
    total += amount_of(*deal.commitment, std::min(length, periods - from + 1), digits, mode);
  }
  return total;
}

}  // namespace dealwright::pricing
