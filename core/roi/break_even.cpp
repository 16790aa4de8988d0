#include "core/roi/break_even.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/roi/rounding.hpp"

namespace dealwright::roi {

namespace {

constexpr std::array<std::string_view, 5> status_words{"found", "reached at every possible value",
                                                       "reached at no value, whichever way it moves",
                                                       "reached only beyond what is possible", "changes nothing"};

// Values are counted in millionths.
class Search {
 public:
  Search(CaseVariation& variation, std::size_t input, const BreakEvenGoal& goal)
      : variation_(variation), varied_(variation.inputs()[input]), input_(input), goal_(goal) {}

  BreakEven run() {
    out_.input = varied_.name;
    out_.is_rate = varied_.kind != VariedKind::input;
    out_.likely = varied_.likely;
    out_.is_reached = is_reached(varied_.likely.micro());
    greatest_ = std::max(variation_.greatest(input_), varied_.likely).micro();
    least_ = variation_.least(input_).micro();
    find();
    variation_.reset(input_);
    return out_;
  }

 private:
  void set(std::int64_t micro) { variation_.set(input_, Decimal::from_micro(micro)); }

  bool is_reached(std::int64_t micro) {
    set(micro);
    if (goal_.aim == BreakEvenAim::payback) {
      const Payback payback = variation_.payback();
      return payback.status == PaybackStatus::at_once ||
             (payback.status == PaybackStatus::reached && payback.first_whole_period <= goal_.months);
    }
    const CaseWorth worth = variation_.worth();
    if (goal_.aim == BreakEvenAim::npv) return worth.npv() >= goal_.npv.minor;
    return worth.costs > 0 ? compare(Ratio{worth.npv(), worth.costs}, goal_.roi) >= 0 : worth.npv() >= 0;
  }

  // Above 0 where an aim in money is reached; straight in every input but the discount rate.
  double surplus(std::int64_t micro) {
    set(micro);
    const CaseWorth worth = variation_.worth();
    const auto npv = static_cast<double>(worth.npv());
    if (goal_.aim == BreakEvenAim::npv) return npv - static_cast<double>(goal_.npv.minor);
    return npv - to_double(goal_.roi) * static_cast<double>(worth.costs);
  }

  bool is_straight() const { return varied_.kind != VariedKind::discount_rate && goal_.aim != BreakEvenAim::payback; }

  // Where the line through both ends is zero, in millionths; nothing where it is level or the place does not fit.
  std::optional<std::int64_t> straight_zero() {
    const double at_zero = surplus(0);
    const double slope = (surplus(greatest_) - at_zero) / static_cast<double>(greatest_);
    if (!(slope > 0) && !(slope < 0)) return std::nullopt;
    return rounded(-at_zero / slope);
  }

  void find() {
    if (!has_effect()) {
      out_.status = BreakEvenStatus::no_effect;
    } else if (const auto bracket = varied_.kind == VariedKind::discount_rate ? scanned() : ends()) {
      settle(bracket->first, bracket->second);
    } else if (out_.is_reached) {
      out_.status = BreakEvenStatus::always_above;
    } else {
      set(least_);
      const std::int64_t least = variation_.worth().npv();
      set(greatest_);
      const bool helps = variation_.worth().npv() > least;
      out_.status = helps ? BreakEvenStatus::out_of_reach : BreakEvenStatus::always_below;
      if (!helps || !is_straight()) return;
      // Rounded up: so much would surely be enough.
      const auto zero = straight_zero();
      if (zero && *zero > greatest_) out_.value = Decimal::from_micro(*zero);
    }
  }

  bool has_effect() {
    set(least_);
    const CaseWorth least = variation_.worth();
    set(greatest_);
    const CaseWorth greatest = variation_.worth();
    return least.benefits != greatest.benefits || least.costs != greatest.costs;
  }

  using Bracket = std::optional<std::pair<std::int64_t, std::int64_t>>;

  // From the likely value to an end at which it is otherwise.
  Bracket ends() {
    const std::int64_t likely = varied_.likely.micro();
    for (const std::int64_t end : {least_, greatest_})
      if (is_reached(end) != out_.is_reached) return std::pair(likely, end);
    return std::nullopt;
  }

  Bracket scanned() {
    constexpr std::int64_t step = Decimal::scale / 100;
    const std::int64_t likely = varied_.likely.micro();
    for (std::int64_t away = step; away < Decimal::scale + step; away += step) {
      for (const std::int64_t sign : {-1, 1}) {
        const std::int64_t from = std::clamp(likely + sign * (away - step), std::int64_t{0}, greatest_);
        const std::int64_t to = std::clamp(likely + sign * away, std::int64_t{0}, greatest_);
        if (from != to && is_reached(to) != out_.is_reached) return std::pair(from, to);
      }
    }
    return std::nullopt;
  }

  // `near` is as the likely value, `far` is not.
  void settle(std::int64_t near, std::int64_t far) {
    const auto narrow = [&](std::int64_t place) {
      if (place <= std::min(near, far) || place >= std::max(near, far)) return;
      (is_reached(place) == out_.is_reached ? near : far) = place;
    };
    if (is_straight()) {
      const auto zero = straight_zero();
      if (zero) narrow(*zero);
      for (std::int64_t reach = 1; zero && reach <= 1024; reach *= 4) {
        narrow(*zero + reach);
        narrow(*zero - reach);
      }
    }
    while (near - far > 1 || far - near > 1) narrow(near + (far - near) / 2);
    const std::int64_t reached = out_.is_reached ? near : far;
    set(reached);
    out_.status = BreakEvenStatus::found;
    out_.value = Decimal::from_micro(reached);
    out_.npv = Money{variation_.worth().npv(), variation_.currency()};
    const std::int64_t likely = varied_.likely.micro();
    if (likely > 0) out_.change = {reached - likely, likely};
  }

  CaseVariation& variation_;
  const VariedInput& varied_;
  std::size_t input_;
  const BreakEvenGoal& goal_;
  std::int64_t least_ = 0;
  std::int64_t greatest_ = 0;
  BreakEven out_;
};

}  // namespace

BreakEven break_even(CaseVariation& variation, std::size_t input, const BreakEvenGoal& goal) {
  return Search(variation, input, goal).run();
}

std::string_view words_of(BreakEvenStatus status) {
  return status_words[static_cast<std::size_t>(status)];
}

}  // namespace dealwright::roi
