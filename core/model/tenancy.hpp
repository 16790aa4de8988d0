#pragma once
// What decides between the shared platform and a dedicated deployment: the playbook's criteria, and a customer's
// answers.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "core/base/annotation.hpp"
#include "core/base/date.hpp"
#include "core/base/decimal.hpp"

namespace dealwright::model {

// What one customer may use of the shared platform before it disturbs the others.
struct SharedLimit {
  std::string id;
  std::string name;
  std::string fact;
  bool at_peak = false;
  bool grows = true;
  Decimal limit;
};
BOOST_DESCRIBE_STRUCT(SharedLimit, (), (id, name, fact, at_peak, grows, limit))
constexpr auto notes_of(const SharedLimit*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
      field("fact", "Fact").required().help("Name of a number in the customer's profile."),
      field("at_peak", "At peak").help("The fact is taken times the peak factor: peak trading sizes the platform."),
      field("grows", "Grows").help("The fact grows with the customer."),
      field("limit", "Limit", Unit::quantity).required().min_micros(1).help("The most that is shared, inclusive."),
  };
}

// How a criterion gets its answer.
enum class Measure : std::uint8_t {
  asked,       // the customer answers
  use,         // the largest use of its shared limits today, as a share of the limit
  use_at_end,  // the same when the horizon ends, after growth
};
BOOST_DESCRIBE_ENUM(Measure, asked, use, use_at_end)

struct CriterionAnswer {
  std::string id;
  std::string name;
  Decimal points;
  bool forces_dedicated = false;
  std::optional<Decimal> above;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(CriterionAnswer, (), (id, name, points, forces_dedicated, above, reason))
constexpr auto notes_of(const CriterionAnswer*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Answer").required(),
      field("points", "Points", Unit::quantity)
          .required()
          .range(0, 1)
          .help("0 points to the shared platform, 1 to a dedicated deployment."),
      field("forces_dedicated", "Forces dedicated").help("Whatever the score."),
      field("above", "Above", Unit::rate)
          .range(0, 1000)
          .help("Of a measured criterion: it holds where the use is above this share of the limit."),
      field("reason", "Reason").most(500).help("Why it points there, as the customer reads it."),
  };
}

struct Criterion {
  std::string id;
  std::string name;
  std::string question;
  Decimal weight;
  Measure measure = Measure::asked;
  std::vector<std::string> limits;
  std::vector<CriterionAnswer> answers;
};
BOOST_DESCRIBE_STRUCT(Criterion, (), (id, name, question, weight, measure, limits, answers))
constexpr auto notes_of(const Criterion*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
      field("question", "Question").required().most(500),
      field("weight", "Weight", Unit::quantity).required().range(0, 1000),
      field("measure", "Measured by").help("Absent: the customer is asked."),
      field("limits", "Shared limits")
          .most(50)
          .refers_to("playbook.shared_limits")
          .only_when("measure=use|use_at_end")
          .help("The ones that are measured; none stated: all."),
      field("answers", "Answers").required().most(20).help("Of a measured criterion the last one that holds is taken."),
  };
}

// The score from which on neither is safe to sell without a look at the case, and how far growth is followed.
struct TenancyRule {
  Decimal review_from = Decimal::from_micro(400'000);
  Decimal review_to = Decimal::from_micro(600'000);
  int horizon_months = 36;
};
BOOST_DESCRIBE_STRUCT(TenancyRule, (), (review_from, review_to, horizon_months))
constexpr auto notes_of(const TenancyRule*) {
  return std::array{
      field("review_from", "Review from", Unit::rate).range(0, 1).help("Inclusive; below it: shared."),
      field("review_to", "Review to", Unit::rate).range(0, 1).help("Inclusive; above it: dedicated."),
      field("horizon_months", "Horizon", Unit::months).range(1, 120),
  };
}

// What a move from the shared platform to a dedicated deployment brings; prices come from the customer's price book.
struct MigrationRule {
  std::string fee;
  std::string shared_package;
  std::string dedicated_package;
  int lead_months = 3;
};
BOOST_DESCRIBE_STRUCT(MigrationRule, (), (fee, shared_package, dedicated_package, lead_months))
constexpr auto notes_of(const MigrationRule*) {
  return std::array{
      field("fee", "Migration fee").help("Id of the one-off component that price books sell the move by."),
      field("shared_package", "Shared package").help("Id of the package that such customers start with."),
      field("dedicated_package", "Dedicated package").help("Id of the package that they move to."),
      field("lead_months", "Lead time", Unit::months)
          .range(0, 24)
          .help("The move begins so long before a limit is met."),
  };
}

struct GivenAnswer {
  std::string criterion;
  std::string answer;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(GivenAnswer, (), (criterion, answer, note))
constexpr auto notes_of(const GivenAnswer*) {
  return std::array{
      field("criterion", "Criterion").required().refers_to("playbook.criteria"),
      field("answer", "Answer").required().help("Id of one of the criterion's answers."),
      field("note", "Note").most(1000).help("What the customer said, or where it is written."),
  };
}

// A customer's answers to the criteria of its playbook.
struct Qualification {
  Date answered_on;
  std::vector<GivenAnswer> answers;
};
BOOST_DESCRIBE_STRUCT(Qualification, (), (answered_on, answers))
constexpr auto notes_of(const Qualification*) {
  return std::array{
      field("answered_on", "Answered on"),
      field("answers", "Answers").most(100),
  };
}

}  // namespace dealwright::model
