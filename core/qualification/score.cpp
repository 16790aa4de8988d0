#include "core/qualification/score.hpp"
#include "core/base/stable_order.hpp"

#include <algorithm>
#include <functional>
#include <array>
#include <cstddef>
#include <utility>

namespace dealwright::qualification {

namespace {

std::int64_t points_of(const Question& question, const Option& option) {
  return question.weight.micro() * option.points.micro();
}

struct Bounds {
  std::int64_t from;
  std::int64_t to;
};

Bounds bounds_of(const Standing& all, const Band& band) {
  const std::int64_t weights = all.whole / Decimal::scale;
  return {weights * band.review_from.micro(), weights * band.review_to.micro()};
}

Verdict zone(std::int64_t sum, const Bounds& bounds) {
  return sum < bounds.from ? Verdict::shared : sum > bounds.to ? Verdict::dedicated : Verdict::review;
}

Verdict verdict_of(const Standing& all, const Bounds& bounds) {
  if (all.forced) return Verdict::dedicated;
  if (all.whole == 0) return Verdict::open;
  const Verdict low = zone(all.least, bounds);
  if (low != zone(all.greatest, bounds) || (all.may_be_forced && low != Verdict::dedicated)) return Verdict::open;
  return low;
}

// Answers that force dedicated leave the score aside, so that only the others bound it.
void add_open(const Question& question, Standing& all) {
  std::optional<std::int64_t> least;
  std::int64_t greatest = 0;
  for (const Option& option : question.options) {
    if (option.forces) {
      all.may_be_forced = true;
      continue;
    }
    const std::int64_t points = points_of(question, option);
    greatest = least ? std::max(greatest, points) : points;
    least = std::min(least.value_or(points), points);
  }
  all.least += least.value_or(0);
  all.greatest += greatest;
  all.forced = all.forced || (!least && !question.options.empty());
}

// Looks for a set of exactly `size` changes, question after question.
class FlipSearch {
 public:
  FlipSearch(std::span<const Question> questions, const Band& band, Verdict to) : questions_(questions), to_(to) {
    start_ = standing(questions, band);
    bounds_ = bounds_of(start_, band);
    for (std::size_t i = 0; i < questions.size(); ++i) add_moves(static_cast<int>(i));
    find_reach();
  }

  std::optional<std::vector<AnswerChange>> run() {
    if (start_.verdict == to_) return std::vector<AnswerChange>{};
    if ((start_.whole == 0 || start_.may_be_forced) && to_ != Verdict::dedicated) return std::nullopt;
    // What is open moves the sum as far whatever is changed, so a band that is narrower is never kept.
    if (to_ == Verdict::review && start_.greatest - start_.least > bounds_.to - bounds_.from) return std::nullopt;
    for (std::size_t size = 1; size <= turns_.size(); ++size) {
      changes_.clear();
      if (look(0, size, 0, false)) return changes_;
    }
    return std::nullopt;
  }

 private:
  struct Move {
    int option;
    std::int64_t by;  // what it adds to the sum
    bool forces;
  };
  // A question that may be answered otherwise.
  struct Turn {
    int question;
    bool must;  // its answer forces dedicated, which is not wanted
    std::vector<Move> moves;
  };
  struct Reach {
    std::int64_t least = 0;
    std::int64_t greatest = 0;
  };

  void add_moves(int at) {
    const Question& question = questions_[static_cast<std::size_t>(at)];
    if (question.given < 0) return;
    const Option& given = question.options[static_cast<std::size_t>(question.given)];
    Turn turn{at, given.forces && to_ != Verdict::dedicated, {}};
    for (std::size_t i = 0; i < question.options.size(); ++i) {
      const Option& option = question.options[i];
      if (static_cast<int>(i) == question.given || (option.forces && to_ != Verdict::dedicated)) continue;
      turn.moves.push_back(
          {static_cast<int>(i), points_of(question, option) - points_of(question, given), option.forces});
    }
    if (!turn.moves.empty() || turn.must) turns_.push_back(std::move(turn));
  }

  // reach_[i][n]: how far n changes from turn i on can move the sum; ends where there are not n turns any more.
  void find_reach() {
    reach_.resize(turns_.size() + 1);
    must_.assign(turns_.size() + 1, 0);
    can_force_.assign(turns_.size() + 1, false);
    std::vector<std::int64_t> lows;
    std::vector<std::int64_t> highs;
    reach_.back().push_back({});
    for (std::size_t i = turns_.size(); i-- > 0;) {
      const Turn& turn = turns_[i];
      must_[i] = must_[i + 1] + (turn.must ? 1 : 0);
      can_force_[i] = can_force_[i + 1];
      for (const Move& move : turn.moves) can_force_[i] = can_force_[i] || move.forces;
      if (!turn.moves.empty()) {
        const auto [low, high] = std::minmax_element(turn.moves.begin(), turn.moves.end(),
                                                     [](const Move& a, const Move& b) { return a.by < b.by; });
        lows.insert(std::upper_bound(lows.begin(), lows.end(), low->by), low->by);
        highs.insert(std::upper_bound(highs.begin(), highs.end(), high->by), high->by);
      }
      reach_[i].push_back({});
      for (std::size_t n = 0; n < lows.size(); ++n)
        reach_[i].push_back({reach_[i][n].least + lows[n], reach_[i][n].greatest + highs[highs.size() - 1 - n]});
    }
  }

  bool is_there(std::int64_t moved, bool forced) const {
    const std::int64_t least = start_.least + moved;
    const std::int64_t greatest = start_.greatest + moved;
    if (forced) return true;
    switch (to_) {
      case Verdict::shared:
        return greatest < bounds_.from;
      case Verdict::dedicated:
        return least > bounds_.to;
      case Verdict::review:
        return least >= bounds_.from && greatest <= bounds_.to;
      case Verdict::open:
        break;
    }
    return false;
  }

  // Whether `left` changes from turn `at` on may still lead there.
  bool can_reach(std::size_t at, std::size_t left, std::int64_t moved, bool forced) const {
    if (left >= reach_[at].size() || static_cast<std::size_t>(must_[at]) > left) return false;
    if (forced || (can_force_[at] && left > 0)) return true;
    const std::int64_t lowest = start_.greatest + moved + reach_[at][left].least;
    const std::int64_t highest = start_.least + moved + reach_[at][left].greatest;
    return (to_ == Verdict::dedicated || lowest <= bounds_.to) && (to_ != Verdict::shared || lowest < bounds_.from) &&
           (to_ == Verdict::shared || highest >= bounds_.from) && (to_ != Verdict::dedicated || highest > bounds_.to);
  }

  bool look(std::size_t at, std::size_t left, std::int64_t moved, bool forced) {
    if (!can_reach(at, left, moved, forced)) return false;
    if (left == 0) return must_[at] == 0 && is_there(moved, forced);
    const Turn& turn = turns_[at];
    for (const Move& move : turn.moves) {
      changes_.push_back({turn.question, move.option});
      if (look(at + 1, left - 1, moved + move.by, forced || move.forces)) return true;
      changes_.pop_back();
    }
    return !turn.must && look(at + 1, left, moved, forced);
  }

  std::span<const Question> questions_;
  Verdict to_;
  Standing start_;
  Bounds bounds_{};
  std::vector<Turn> turns_;
  std::vector<std::vector<Reach>> reach_;
  std::vector<int> must_;
  std::vector<bool> can_force_;
  std::vector<AnswerChange> changes_;
};

// Every sum that answers to open questions can reach without force, as those of two halves.
class OpenSums {
 public:
  // Adds a question's points; it has an option without force.
  void add(const Question& question) {
    std::vector<std::int64_t>& half = halves_[0].size() <= halves_[1].size() ? halves_[0] : halves_[1];
    std::vector<std::int64_t> longer;
    std::optional<std::int64_t> least;
    std::int64_t greatest = 0;
    for (const Option& option : question.options) {
      if (option.forces) continue;
      const std::int64_t points = points_of(question, option);
      greatest = least ? std::max(greatest, points) : points;
      least = std::min(least.value_or(points), points);
      if (is_exact_)
        for (const std::int64_t sum : half) longer.push_back(sum + points);
    }
    least_ += least.value_or(0);
    greatest_ += greatest;
    if (!is_exact_) return;
    sort_stably(longer, std::less<>());
    longer.erase(std::unique(longer.begin(), longer.end()), longer.end());
    half = std::move(longer);
    is_exact_ = half.size() <= most_sums;
  }

  // Whether a sum lies in from <= sum < to.
  bool has_within(std::int64_t from, std::int64_t to) const {
    if (!is_exact_) return from <= greatest_ && least_ < to && from < to;
    std::size_t next = halves_[1].size();
    for (const std::int64_t sum : halves_[0]) {
      while (next > 0 && sum + halves_[1][next - 1] >= from) --next;
      if (next < halves_[1].size() && sum + halves_[1][next] < to) return true;
    }
    return false;
  }

  std::int64_t least() const { return least_; }

 private:
  static constexpr std::size_t most_sums = std::size_t{1} << 16;

  std::array<std::vector<std::int64_t>, 2> halves_{std::vector<std::int64_t>{0}, std::vector<std::int64_t>{0}};
  bool is_exact_ = true;
  std::int64_t least_ = 0;
  std::int64_t greatest_ = 0;
};

}  // namespace

Standing standing(std::span<const Question> questions, const Band& band) {
  Standing all;
  for (const Question& question : questions) {
    all.whole += question.weight.micro() * Decimal::scale;
    if (question.given >= 0) {
      const Option& option = question.options[static_cast<std::size_t>(question.given)];
      const std::int64_t points = points_of(question, option);
      all.least += points;
      all.greatest += points;
      all.forced = all.forced || option.forces;
    } else {
      add_open(question, all);
    }
  }
  all.verdict = verdict_of(all, bounds_of(all, band));
  return all;
}

std::optional<std::vector<AnswerChange>> smallest_flip(std::span<const Question> questions, const Band& band,
                                                       Verdict to) {
  return FlipSearch(questions, band, to).run();
}

bool could_decide(std::span<const Question> questions, const Band& band, std::size_t question) {
  const Question& asked = questions[question];
  const Standing all = standing(questions, band);
  if (all.verdict != Verdict::open || asked.given >= 0) return false;
  OpenSums others;
  std::int64_t given = 0;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const Question& other = questions[i];
    if (other.given >= 0)
      given += points_of(other, other.options[static_cast<std::size_t>(other.given)]);
    else if (i != question && !other.options.empty())
      others.add(other);
  }
  std::optional<std::int64_t> least;
  std::int64_t greatest = 0;
  bool forces = false;
  for (const Option& option : asked.options) {
    forces = forces || option.forces;
    if (option.forces) continue;
    const std::int64_t points = points_of(asked, option);
    greatest = least ? std::max(greatest, points) : points;
    least = std::min(least.value_or(points), points);
  }
  if (!least) return false;
  if (all.whole == 0) return forces;
  const Bounds bounds = bounds_of(all, band);
  if (forces && given + others.least() + *least <= bounds.to) return true;
  // Of the sums of all others: those that one option leaves on the near side of a bound and another takes to the far
  // one.
  const auto parts = [&](std::int64_t first_beyond) {
    return others.has_within(first_beyond - given - greatest, first_beyond - given - *least);
  };
  return parts(bounds.from) || parts(bounds.to + 1);
}

int most_settling(std::span<const Question> questions, const Band& band) {
  if (standing(questions, band).verdict != Verdict::open) return -1;
  std::vector<Question> tried(questions.begin(), questions.end());
  int best = -1;
  std::int64_t best_settled = 0;
  std::int64_t best_options = 1;
  std::int64_t best_spread = 0;
  for (std::size_t i = 0; i < tried.size(); ++i) {
    Question& question = tried[i];
    if (question.given >= 0 || question.options.empty()) continue;
    std::int64_t settled = 0;
    std::int64_t least = points_of(question, question.options.front());
    std::int64_t greatest = least;
    for (std::size_t option = 0; option < question.options.size(); ++option) {
      question.given = static_cast<int>(option);
      if (standing(tried, band).verdict != Verdict::open) ++settled;
      const std::int64_t points = points_of(question, question.options[option]);
      least = std::min(least, points);
      greatest = std::max(greatest, points);
    }
    question.given = -1;
    const auto options = static_cast<std::int64_t>(question.options.size());
    const std::int64_t ahead = settled * best_options - best_settled * options;
    if (best < 0 || ahead > 0 || (ahead == 0 && greatest - least > best_spread)) {
      best = static_cast<int>(i);
      best_settled = settled;
      best_options = options;
      best_spread = greatest - least;
    }
  }
  return best;
}

}  // namespace dealwright::qualification
