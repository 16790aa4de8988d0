#pragma once
// Ctrl-C while something long runs that can end cleanly by itself.

namespace dealwright::native {

// As long as it lives, the first Ctrl-C (SIGINT) is only noted; a second one ends the program as it always does. One at
// a time.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  // Cheap; may be asked by any thread.
  static bool is_asked();
};

}  // namespace dealwright::native
