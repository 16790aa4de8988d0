#include "core/roi/strip_kernels_x86.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

#define DEALWRIGHT_AVX2 __attribute__((target("avx2")))
// What is called for each register is part of the loop that calls it.
#define DEALWRIGHT_AVX2_STEP DEALWRIGHT_AVX2 __attribute__((always_inline))

namespace dealwright::roi {

namespace {

// Words in the low halves of 64-bit lanes, where the multiplication takes them from; what stands above them does no
// harm. The low half of a product is such a word as it is.
DEALWRIGHT_AVX2_STEP inline void round(__m256i& a, __m256i& b, __m256i& c, __m256i& d, __m256i key0, __m256i key1) {
  constexpr int upper_words = 0xf5;  // a shuffle and a multiplication are done by different parts of a processor
  const __m256i product0 = _mm256_mul_epu32(a, _mm256_set1_epi64x(detail::philox_multiplier0));
  const __m256i product1 = _mm256_mul_epu32(c, _mm256_set1_epi64x(detail::philox_multiplier1));
  a = _mm256_xor_si256(_mm256_xor_si256(_mm256_shuffle_epi32(product1, upper_words), b), key0);
  b = product1;
  c = _mm256_xor_si256(_mm256_xor_si256(_mm256_shuffle_epi32(product0, upper_words), d), key1);
  d = product0;
}

// A word w as the mantissa of 2^52 + w, from which 2^52 + 2^31 is taken; both steps are exact.
DEALWRIGHT_AVX2_STEP inline __m256d centred(__m256i words) {
  const __m256i low = _mm256_blend_epi32(words, _mm256_set1_epi64x(0x4330000000000000), 0xaa);
  const __m256d whole = _mm256_sub_pd(_mm256_castsi256_pd(low), _mm256_set1_pd(0x1p52 + 0x1p31));
  return _mm256_add_pd(whole, _mm256_set1_pd(0.5));
}

struct Same {
  DEALWRIGHT_AVX2_STEP __m256d operator()(__m256d v) const { return v; }
};

struct Root {
  RootNumbers n;

  DEALWRIGHT_AVX2_STEP __m256d operator()(__m256d v) const {
    const __m256d u = _mm256_add_pd(_mm256_mul_pd(v, _mm256_set1_pd(0x1p-32)), _mm256_set1_pd(0.5));
    const __m256d is_left = _mm256_cmp_pd(u, _mm256_set1_pd(n.split), _CMP_LT_OQ);
    const __m256d left = _mm256_mul_pd(_mm256_set1_pd(n.rise), u);
    const __m256d right = _mm256_mul_pd(_mm256_set1_pd(n.fall), _mm256_sub_pd(_mm256_set1_pd(1), u));
    const __m256d distance = _mm256_sqrt_pd(_mm256_blendv_pd(right, left, is_left));
    const __m256d signed_distance = _mm256_xor_pd(distance, _mm256_andnot_pd(is_left, _mm256_set1_pd(-0.0)));
    return _mm256_add_pd(_mm256_blendv_pd(_mm256_set1_pd(n.high), _mm256_set1_pd(n.low), is_left), signed_distance);
  }
};

DEALWRIGHT_AVX2_STEP inline __m256d both(const double* low, const double* high) {
  return _mm256_insertf128_pd(_mm256_castpd128_pd256(_mm_loadu_pd(low)), _mm_loadu_pd(high), 1);
}

struct Table {
  const double* cells;

  DEALWRIGHT_AVX2_STEP __m256d operator()(__m256d v) const {
    const __m256d distance = _mm256_sub_pd(_mm256_set1_pd(half_of_words), _mm256_andnot_pd(_mm256_set1_pd(-0.0), v));
    const __m256i leading = _mm256_srli_epi64(_mm256_castpd_si256(distance), detail::cell_shift);
    const __m256d start = _mm256_castsi256_pd(_mm256_slli_epi64(leading, detail::cell_shift));
    const __m256d x = _mm256_sub_pd(distance, start);
    const __m256i is_upper = _mm256_castpd_si256(_mm256_cmp_pd(v, _mm256_setzero_pd(), _CMP_GT_OQ));
    const __m256i side = _mm256_and_si256(is_upper, _mm256_set1_epi64x(cells_per_side));
    alignas(32) std::int64_t cell[4];
    _mm256_store_si256(reinterpret_cast<__m256i*>(cell), _mm256_slli_epi64(_mm256_add_epi64(leading, side), 2));
    const double* const base = cells - 4 * detail::first_cell;
    const double* const c0 = base + cell[0];
    const double* const c1 = base + cell[1];
    const double* const c2 = base + cell[2];
    const double* const c3 = base + cell[3];
    const __m256d low02 = both(c0, c2), low13 = both(c1, c3);
    const __m256d high02 = both(c0 + 2, c2 + 2), high13 = both(c1 + 2, c3 + 2);
    __m256d y = _mm256_unpackhi_pd(high02, high13);
    y = _mm256_add_pd(_mm256_mul_pd(y, x), _mm256_unpacklo_pd(high02, high13));
    y = _mm256_add_pd(_mm256_mul_pd(y, x), _mm256_unpackhi_pd(low02, low13));
    return _mm256_add_pd(_mm256_mul_pd(y, x), _mm256_unpacklo_pd(low02, low13));
  }
};

template <std::size_t sets, class Step>
DEALWRIGHT_AVX2_STEP inline void draw_with(double* out, std::uint64_t seed, std::uint64_t strip, std::uint32_t variable,
                                           const Step step) {
  const detail::RoundKeys keys(seed);
  const std::uint64_t first = strip * detail::blocks_per_strip;
  for (std::size_t group = 0; group < detail::groups_per_strip; ++group, out += trials_per_group) {
    const std::uint64_t start = first + group * blocks_per_group;
    for (std::size_t block = 0; block < blocks_per_group; block += 4 * sets) {
      __m256i a[sets], b[sets], c[sets], d[sets];
#pragma GCC unroll 4
      for (std::size_t i = 0; i < sets; ++i) {
        const std::uint64_t counter = start + block + 4 * i;
        a[i] = _mm256_add_epi64(_mm256_set1_epi64x(static_cast<long long>(counter)), _mm256_set_epi64x(3, 2, 1, 0));
        b[i] = _mm256_srli_epi64(a[i], 32);
        c[i] = _mm256_set1_epi64x(variable);
        d[i] = _mm256_setzero_si256();
      }
      for (int r = 0; r < detail::philox_rounds; ++r) {
        const __m256i key0 = _mm256_set1_epi64x(static_cast<long long>(keys.first[r]));
        const __m256i key1 = _mm256_set1_epi64x(static_cast<long long>(keys.second[r]));
#pragma GCC unroll 4
        for (std::size_t i = 0; i < sets; ++i) round(a[i], b[i], c[i], d[i], key0, key1);
      }
#pragma GCC unroll 4
      for (std::size_t i = 0; i < sets; ++i) {
        double* const at = out + block + 4 * i;
        _mm256_storeu_pd(at, step(centred(a[i])));
        _mm256_storeu_pd(at + blocks_per_group, step(centred(b[i])));
        _mm256_storeu_pd(at + 2 * blocks_per_group, step(centred(c[i])));
        _mm256_storeu_pd(at + 3 * blocks_per_group, step(centred(d[i])));
      }
    }
  }
}

template <class Step>
DEALWRIGHT_AVX2_STEP inline void each(double* out, const double* centred, const Step step) {
  for (std::size_t i = 0; i < trials_per_strip; i += 4) _mm256_storeu_pd(out + i, step(_mm256_loadu_pd(centred + i)));
}

using Lanes = double __attribute__((vector_size(32)));
using Bits = std::uint64_t __attribute__((vector_size(32)));

DEALWRIGHT_LOOPS(DEALWRIGHT_AVX2, Lanes, Bits, 4)

}  // namespace

const StripKernels& avx2_kernels() {
  return kernels;
}

}  // namespace dealwright::roi

#endif
