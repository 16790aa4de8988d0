#include "core/roi/strip_kernels.hpp"

#include "core/roi/strip_kernels_x86.hpp"

namespace dealwright::roi {

std::vector<const StripKernels*> all_strip_kernels() {
  std::vector<const StripKernels*> kernels{&portable_kernels()};
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx2")) kernels.push_back(&avx2_kernels());
  if (__builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl"))
    kernels.push_back(&avx512_kernels());
#endif
  return kernels;
}

const StripKernels& strip_kernels() {
  static const StripKernels& fastest = *all_strip_kernels().back();
  return fastest;
}

}  // namespace dealwright::roi
