#pragma once
// Counts allocations, to prove that there are none where none may be.

namespace dealwright::tests {

// Whether this build counts: under the address sanitizer the allocator is the sanitizer's.
bool counts_allocations();
// Calls of operator new since the program began.
long allocations();

}  // namespace dealwright::tests
