#include "core/roi/strip_loops.hpp"

namespace dealwright::roi {

namespace {

using Lanes = double __attribute__((vector_size(16)));
using Bits = std::uint64_t __attribute__((vector_size(16)));

void payback(std::uint16_t* out, const double* groups, const PaybackNumbers& numbers) {
  detail::payback<Lanes, Bits>(out, groups, numbers);
}

void draw_root(double* out, std::uint64_t seed, std::uint64_t strip, std::uint32_t variable,
               const RootNumbers& numbers) {
  double centred[trials_per_strip];
  detail::draw(centred, seed, strip, variable);
  detail::root(out, centred, numbers);
}

}  // namespace

const StripKernels& portable_kernels() {
  static constexpr StripKernels kernels{detail::draw,  draw_root,          detail::linear, detail::root,
                                        detail::table, detail::steps,      detail::bell,   detail::multiply,
                                        detail::scale, detail::add_scaled, payback};
  return kernels;
}

}  // namespace dealwright::roi
