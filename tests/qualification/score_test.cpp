#include "core/qualification/score.hpp"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "tests/support/draw.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::qualification;

Decimal hundredths(int value) {
  return Decimal::from_micro(value * 10'000);
}

// Questions of one weight and answers of the points 0, 0.5 and 1, of which `given` are the answers (-1: none).
std::vector<Question> plain(std::vector<int> given) {
  std::vector<Question> questions;
  for (const int answer : given)
    questions.push_back({Decimal::whole(1), {{hundredths(0)}, {hundredths(50)}, {hundredths(100)}}, answer});
  return questions;
}

const Band band = {hundredths(40), hundredths(60)};

TEST_CASE("the score by hand") {
  // 1 x 0 + 1 x 0.5 + 1 x 1 of 3: 0.5, in the band.
  const Standing all = standing(plain({0, 1, 2}), band);
  CHECK(all.least == 1'500'000'000'000);
  CHECK(all.greatest == all.least);
  CHECK(all.whole == 3'000'000'000'000);
  CHECK(all.verdict == Verdict::review);
  // 2 of 5 is 0.4 and 3 of 5 is 0.6: both bounds belong to the band.
  CHECK(standing(plain({2, 2, 0, 0, 0}), band).verdict == Verdict::review);
  CHECK(standing(plain({2, 2, 2, 0, 0}), band).verdict == Verdict::review);
  CHECK(standing(plain({2, 2, 2, 1, 0}), band).verdict == Verdict::dedicated);
  CHECK(standing(plain({1, 0, 0}), band).verdict == Verdict::shared);
  CHECK(standing({}, band).verdict == Verdict::open);
}

TEST_CASE("what is open") {
  // 0 of 3 up to 1 of 3: shared either way; up to 2 of 3: not.
  CHECK(standing(plain({0, 0, -1}), band).verdict == Verdict::shared);
  CHECK(standing(plain({0, -1, -1}), band).verdict == Verdict::open);
  CHECK(most_settling(plain({0, 0, -1}), band) == -1);
  auto questions = plain({0, 0, 0, -1});
  questions[3].options[2].forces = true;
  CHECK(standing(questions, band).verdict == Verdict::open);
  CHECK(standing(questions, band).may_be_forced);
  questions[3].given = 2;
  CHECK(standing(questions, band).verdict == Verdict::dedicated);
  CHECK(standing(questions, band).forced);
}

TEST_CASE("which question settles most") {
  // Weights 1, 1 and 4 with one answered for shared: after the heavy one nothing is open but at 0.5 (2 of 6 to 3 of 6).
  auto questions = plain({0, -1, -1});
  questions[2].weight = Decimal::whole(4);
  CHECK(most_settling(questions, band) == 2);
}

TEST_CASE("turning by hand") {
  CHECK(smallest_flip(plain({0, 0, 0, 0}), band, Verdict::shared)->empty());
  // 0 of 4: two answers at one point are 0.5, in the band; three are 0.75.
  CHECK(smallest_flip(plain({0, 0, 0, 0}), band, Verdict::review) == std::vector<AnswerChange>{{0, 2}, {1, 2}});
  CHECK(smallest_flip(plain({0, 0, 0, 0}), band, Verdict::dedicated) ==
        std::vector<AnswerChange>{{0, 1}, {1, 2}, {2, 2}});
  // One that forces it is enough; and it must go before anything else helps.
  auto questions = plain({0, 0, 0, 0});
  questions[2].options[2].forces = true;
  CHECK(smallest_flip(questions, band, Verdict::dedicated) == std::vector<AnswerChange>{{2, 2}});
  questions[2].given = 2;
  CHECK(smallest_flip(questions, band, Verdict::shared) == std::vector<AnswerChange>{{2, 0}});
  questions[2].options.erase(questions[2].options.begin(), questions[2].options.begin() + 2);
  questions[2].given = 0;
  CHECK_FALSE(smallest_flip(questions, band, Verdict::shared));
  // What is open stays open: it may still force.
  auto open = plain({0, 0, 0, -1});
  open[3].options[0].forces = true;
  CHECK_FALSE(smallest_flip(open, band, Verdict::shared));
}

std::vector<Question> drawn(tests::Draw& draw, int most) {
  std::vector<Question> questions;
  const int count = draw.number(1, most);
  for (int i = 0; i < count; ++i) {
    Question question;
    question.weight = Decimal::whole(draw.whole(0, 5));
    const int options = draw.number(1, 4);
    for (int option = 0; option < options; ++option)
      question.options.push_back({hundredths(draw.number(0, 4) * 25), draw.chance(8)});
    question.given = draw.chance(12) ? -1 : draw.number(0, options - 1);
    questions.push_back(std::move(question));
  }
  return questions;
}

// The verdict by trying every answer to every open question.
Verdict slow_verdict(std::vector<Question> questions, const Band& limits) {
  const auto open = std::find_if(questions.begin(), questions.end(), [](const Question& one) { return one.given < 0; });
  if (open != questions.end()) {
    std::optional<Verdict> first;
    for (std::size_t option = 0; option < open->options.size(); ++option) {
      open->given = static_cast<int>(option);
      const Verdict next = slow_verdict(questions, limits);
      if (first && *first != next) return Verdict::open;
      first = next;
    }
    return *first;
  }
  std::int64_t sum = 0;
  std::int64_t whole = 0;
  for (const Question& question : questions) {
    const Option& option = question.options[static_cast<std::size_t>(question.given)];
    if (option.forces) return Verdict::dedicated;
    sum += question.weight.micro() / 1'000'000 * (option.points.micro() / 10'000);
    whole += question.weight.micro() / 1'000'000;
  }
  if (whole == 0) return Verdict::open;
  if (sum < whole * limits.review_from.micro() / 10'000) return Verdict::shared;
  return sum > whole * limits.review_to.micro() / 10'000 ? Verdict::dedicated : Verdict::review;
}

// The fewest changes of given answers by trying every combination of answers; -1 where none leads there.
int slow_flip(std::vector<Question>& questions, const Band& limits, Verdict to, std::size_t at = 0, int changes = 0) {
  if (at == questions.size()) return slow_verdict(questions, limits) == to ? changes : -1;
  Question& question = questions[at];
  int best = slow_flip(questions, limits, to, at + 1, changes);
  if (question.given < 0) return best;
  const int given = question.given;
  for (int option = 0; option < static_cast<int>(question.options.size()); ++option) {
    if (option == given) continue;
    question.given = option;
    const int next = slow_flip(questions, limits, to, at + 1, changes + 1);
    if (next >= 0 && (best < 0 || next < best)) best = next;
  }
  question.given = given;
  return best;
}

// Whether the answer to an open question matters, by trying every answer to every other open one.
bool slow_could_decide(std::vector<Question> questions, const Band& limits, std::size_t asked) {
  for (std::size_t i = 0; i < questions.size(); ++i) {
    if (i == asked || questions[i].given >= 0) continue;
    for (std::size_t option = 0; option < questions[i].options.size(); ++option) {
      questions[i].given = static_cast<int>(option);
      if (slow_could_decide(questions, limits, asked)) return true;
    }
    return false;
  }
  std::optional<Verdict> first;
  for (std::size_t option = 0; option < questions[asked].options.size(); ++option) {
    questions[asked].given = static_cast<int>(option);
    const Verdict verdict = slow_verdict(questions, limits);
    if (first && *first != verdict) return true;
    first = verdict;
  }
  return false;
}

TEST_CASE("an open question could decide where two of its answers part") {
  // Of 20 points the band is 8 to 12. With 8 given a question of one point parts nothing: 8 and 9 are both in the band;
  // one of five does, with or without the other: 8 and 13.
  std::vector<Question> questions = plain({2, 0, -1, -1});
  questions[0].weight = Decimal::whole(8);
  questions[1].weight = Decimal::whole(6);
  questions[2].weight = Decimal::whole(1);
  questions[3].weight = Decimal::whole(5);
  CHECK(could_decide(questions, band, 3));
  // 8 + 5 = 13 is past the band with and without the point; 8 + 2.5 = 10.5 and 11.5 are in it.
  CHECK_FALSE(could_decide(questions, band, 2));
  CHECK_FALSE(could_decide(questions, band, 0));

  int could = 0;
  int could_not = 0;
  for (int round = 0; round < 4000; ++round) {
    tests::Draw draw(20'261'123, static_cast<std::uint64_t>(round));
    auto open = drawn(draw, 6);
    for (Question& question : open)
      if (draw.chance(45)) question.given = -1;
    const int from = draw.number(0, 20) * 5;
    const Band limits = {hundredths(from), hundredths(from + draw.number(0, (100 - from) / 5) * 5)};
    for (std::size_t i = 0; i < open.size(); ++i) {
      if (open[i].given >= 0) continue;
      const bool expected = slow_verdict(open, limits) == Verdict::open && slow_could_decide(open, limits, i);
      INFO("round " << round << " question " << i);
      CHECK(could_decide(open, limits, i) == expected);
      (expected ? could : could_not)++;
    }
  }
  CHECK(could > 1000);
  CHECK(could_not > 1000);
}

TEST_CASE("no smaller set of answers turns the verdict than the one that is told") {
  int turned = 0;
  int impossible = 0;
  for (int round = 0; round < 4000; ++round) {
    tests::Draw draw(20'261'122, static_cast<std::uint64_t>(round));
    auto questions = drawn(draw, 6);
    const int from = draw.number(0, 20) * 5;
    const Band limits = {hundredths(from), hundredths(from + draw.number(0, (100 - from) / 5) * 5)};
    INFO("round " << round);
    const Verdict verdict = standing(questions, limits).verdict;
    CHECK(verdict == slow_verdict(questions, limits));
    for (const Verdict to : {Verdict::shared, Verdict::review, Verdict::dedicated}) {
      INFO("to " << static_cast<int>(to));
      const auto flip = smallest_flip(questions, limits, to);
      const int expected = slow_flip(questions, limits, to);
      CHECK((flip ? static_cast<int>(flip->size()) : -1) == expected);
      if (!flip) {
        ++impossible;
        continue;
      }
      ++turned;
      auto changed = questions;
      for (const AnswerChange& change : *flip) {
        CHECK(changed[static_cast<std::size_t>(change.question)].given != change.option);
        changed[static_cast<std::size_t>(change.question)].given = change.option;
      }
      CHECK(slow_verdict(changed, limits) == to);
    }
  }
  CHECK(turned > 3000);
  CHECK(impossible > 500);
}

}  // namespace
