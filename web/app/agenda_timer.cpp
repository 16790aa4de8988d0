#include "web/app/agenda_timer.hpp"

#include <cmath>
#include <limits>
#include <utility>

#include <fmt/format.h>

namespace dealwright::web {
namespace {

// The same moment computed in two ways may differ by less than this, in seconds.
constexpr double blur = 1e-6;

}  // namespace

void AgendaTimer::choose(std::string run, std::string workshop, std::size_t item) {
  run_ = std::move(run);
  workshop_ = std::move(workshop);
  item_ = item;
  before_ = 0;
  since_.reset();
}

void AgendaTimer::start(double now) {
  if (!since_) since_ = now;
}

void AgendaTimer::pause(double now) {
  if (since_) before_ += now - *since_;
  since_.reset();
}

void AgendaTimer::next(double now) {
  ++item_;
  before_ = 0;
  if (since_) since_ = now;
}

int AgendaTimer::spent(double now) const {
  return static_cast<int>(std::floor(before_ + (since_ ? now - *since_ : 0) + blur));
}

double AgendaTimer::next_second(double now) const {
  if (!since_) return std::numeric_limits<double>::infinity();
  return *since_ + (spent(now) + 1 - before_);
}

std::string clock_text(int seconds) {
  const int all = seconds < 0 ? -seconds : seconds;
  return fmt::format("{}{}:{:02}", seconds < 0 ? "-" : "", all / 60, all % 60);
}

}  // namespace dealwright::web
