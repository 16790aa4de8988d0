#include "core/roi/strip_loops.hpp"

namespace dealwright::roi {

namespace {

using Lanes = double __attribute__((vector_size(16)));
using Masks = std::int64_t __attribute__((vector_size(16)));

void payback(std::uint16_t* out, const double* groups, const PaybackNumbers& numbers) {
  detail::payback<Lanes, Masks>(out, groups, numbers);
}

}  // namespace

const StripKernels& portable_kernels() {
  static constexpr StripKernels kernels{detail::draw,       detail::linear, detail::root,     detail::table,
                                        detail::steps,      detail::bell,   detail::multiply, detail::scale,
                                        detail::add_scaled, payback};
  return kernels;
}

#if !defined(__x86_64__)
const StripKernels& strip_kernels() {
  return portable_kernels();
}
#endif

}  // namespace dealwright::roi
