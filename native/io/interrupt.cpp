#include "native/io/interrupt.hpp"

#include <atomic>
#include <csignal>

namespace dealwright::native {
namespace {

std::atomic<bool> asked{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may only touch such");

struct sigaction before {};

void note(int) {
  asked.store(true);
}

}  // namespace

Interrupt::Interrupt() {
  asked.store(false);
  struct sigaction noting {};
  noting.sa_handler = note;
  noting.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
  ::sigemptyset(&noting.sa_mask);
  ::sigaction(SIGINT, &noting, &before);
  // Where the caller has it ignored, as of a job in the background, it stays so.
  if (before.sa_handler == SIG_IGN) ::sigaction(SIGINT, &before, nullptr);
}

Interrupt::~Interrupt() {
  ::sigaction(SIGINT, &before, nullptr);
}

bool Interrupt::is_asked() {
  return asked.load(std::memory_order_relaxed);
}

}  // namespace dealwright::native
