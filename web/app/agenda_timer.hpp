#pragma once
// The time box of a workshop's agenda item. Moments are seconds of a clock that never goes back.

#include <cstddef>
#include <optional>
#include <string>

namespace dealwright::web {

class AgendaTimer {
 public:
  // Of which workshop of which run it is; "" of none.
  const std::string& run() const { return run_; }
  const std::string& workshop() const { return workshop_; }
  std::size_t item() const { return item_; }
  bool is_running() const { return since_.has_value(); }

  // Stops, and goes to the beginning of an agenda item.
  void choose(std::string run, std::string workshop, std::size_t item);
  // Goes on from where it was paused.
  void start(double now);
  void pause(double now);
  // To the beginning of the next item, running as before.
  void next(double now);

  // Whole seconds that went by in the item.
  int spent(double now) const;
  // The moment at which spent() is one more, while it is running; infinity while it is not.
  double next_second(double now) const;

 private:
  std::string run_, workshop_;
  std::size_t item_ = 0;
  double before_ = 0;            // seconds up to the last pause
  std::optional<double> since_;  // running since then
};

// "12:05", and "-0:30" where less than nothing is left; `seconds` are those left.
std::string clock_text(int seconds);

}  // namespace dealwright::web
