#pragma once
// People of a growth plan against the hours that are needed of them, and when one more is hired.

#include <cstdint>

#include "core/model/portfolio.hpp"
#include "core/portfolio/plan.hpp"

namespace dealwright::portfolio {

class Team {
 public:
  // Null: nobody, for nothing. `minor_per_major` is of the plan's currency.
  Team(const model::PlanTeam* team, std::int64_t minor_per_major) : team_(team), minor_per_major_(minor_per_major) {}

  // Month `month`, counted from 1, each in turn, in which that many millionths of an hour are needed. Returns what the
  // team costs: the hours that it can give, and more where more are needed, for somebody must do them; minor units,
  // rounded half away from zero.
  std::int64_t advance(int month, std::int64_t needed);

  TeamResult take() { return std::move(result_); }

 private:
  void hire(int month, std::int64_t needed);
  std::int64_t capacity_of(std::int64_t people_micro) const;

  const model::PlanTeam* team_;
  std::int64_t minor_per_major_;
  TeamResult result_;
  std::int64_t peak_ = 0;
};

}  // namespace dealwright::portfolio
