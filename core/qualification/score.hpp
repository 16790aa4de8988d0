#pragma once
// The weighted score between shared and dedicated, what is still open in it, and the fewest answers that would turn it.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <boost/describe/enum.hpp>

#include "core/base/decimal.hpp"

namespace dealwright::qualification {

enum class Verdict : std::uint8_t {
  shared,     // the score is below the review band
  review,     // the score lies in the band, its bounds included
  dedicated,  // the score is above the band, or an answer forces it
  open,       // the answers that are missing may lead to more than one of these
};
BOOST_DESCRIBE_ENUM(Verdict, shared, review, dedicated, open)

struct Option {
  Decimal points;  // 0 (shared) to 1 (dedicated)
  bool forces = false;
};

struct Question {
  Decimal weight;  // 0 to 1000
  std::vector<Option> options;
  int given = -1;  // index of the option; -1: not answered
};

struct Band {
  Decimal review_from;  // as shares of all weights, 0 to 1
  Decimal review_to;
};

// Points times weight of all questions, in millionths of millionths: exact, so that a score that meets a bound is told
// from one that misses it. Each fits 64 bits for up to 50 questions.
struct Standing {
  std::int64_t least = 0;      // the open questions answered for shared, without force
  std::int64_t greatest = 0;   // the open questions answered for dedicated, without force
  std::int64_t whole = 0;      // every question at one point
  bool forced = false;         // a given answer forces dedicated, or every answer to an open question does
  bool may_be_forced = false;  // an open question has an answer that does
  Verdict verdict = Verdict::open;
};

// Where the given answers lead. Without any weight the verdict is `open`, unless it is forced.
Standing standing(std::span<const Question> questions, const Band& band);

struct AnswerChange {
  int question = 0;
  int option = 0;

  friend bool operator==(const AnswerChange&, const AnswerChange&) = default;
};

// The fewest given answers that must change for the verdict to be `to` (not `open`), whatever the open questions bring;
// of several such sets the first in the order of questions and options. Empty where the verdict is `to` already;
// nothing where no change of given answers leads there. Exact: every smaller set has been ruled out.
std::optional<std::vector<AnswerChange>> smallest_flip(std::span<const Question> questions, const Band& band,
                                                       Verdict to);

// Whether the answer to an open question can make a difference: with some answers to the other open ones, two of its
// options lead to different verdicts. False of a question that is answered, has no options, or where the verdict is not
// open. Exact for up to 17 open questions of four options; with more, the sums that the others can reach may be taken
// for gapless, so that it may be true of a question that decides nothing.
bool could_decide(std::span<const Question> questions, const Band& band, std::size_t question);

// The open question whose answer settles the verdict most often, by the share of its options after which it is not open
// any more; of equals the one that moves the score most, then the first. -1 where nothing is open.
int most_settling(std::span<const Question> questions, const Band& band);

}  // namespace dealwright::qualification
