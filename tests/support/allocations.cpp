#include "tests/support/allocations.hpp"

#include <cstdlib>
#include <new>

#if defined(__SANITIZE_ADDRESS__)
#define DEALWRIGHT_COUNTS_ALLOCATIONS 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define DEALWRIGHT_COUNTS_ALLOCATIONS 0
#else
#define DEALWRIGHT_COUNTS_ALLOCATIONS 1
#endif
#else
#define DEALWRIGHT_COUNTS_ALLOCATIONS 1
#endif

namespace {

long counted = 0;

}  // namespace

namespace dealwright::tests {

bool counts_allocations() {
  return DEALWRIGHT_COUNTS_ALLOCATIONS != 0;
}
long allocations() {
  return counted;
}

}  // namespace dealwright::tests

#if DEALWRIGHT_COUNTS_ALLOCATIONS
// The forms for arrays call these.
void* operator new(std::size_t size) {
  ++counted;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}
#endif
