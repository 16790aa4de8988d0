#include "core/roi/strip_kernels_x86.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

#if defined(__clang__)
#define DEALWRIGHT_AVX512 __attribute__((target("avx2,avx512f,avx512dq,avx512bw,avx512vl")))
#else
#define DEALWRIGHT_AVX512 __attribute__((target("avx2,avx512f,avx512dq,avx512bw,avx512vl,prefer-vector-width=512")))
// GCC 12 takes registers that its own header leaves undefined for variables of ours (its bug 105593).
#pragma GCC diagnostic ignored "-Wuninitialized"
#endif
// What is called for each register is part of the loop that calls it.
#define DEALWRIGHT_AVX512_STEP DEALWRIGHT_AVX512 __attribute__((always_inline))

namespace dealwright::roi {

namespace {

DEALWRIGHT_AVX512_STEP inline void round(__m512i& a, __m512i& b, __m512i& c, __m512i& d, __m512i key0, __m512i key1) {
  const __m512i product0 = _mm512_mul_epu32(a, _mm512_set1_epi64(detail::philox_multiplier0));
  const __m512i product1 = _mm512_mul_epu32(c, _mm512_set1_epi64(detail::philox_multiplier1));
  constexpr int exclusive_or = 0x96;  // of all three
  a = _mm512_ternarylogic_epi64(_mm512_shuffle_epi32(product1, _MM_PERM_DDBB), b, key0, exclusive_or);
  b = product1;
  c = _mm512_ternarylogic_epi64(_mm512_shuffle_epi32(product0, _MM_PERM_DDBB), d, key1, exclusive_or);
  d = product0;
}

DEALWRIGHT_AVX512_STEP inline __m512d centred(__m512i words) {
  const __m512i low = _mm512_mask_blend_epi32(0xaaaa, words, _mm512_set1_epi64(0x4330000000000000));
  const __m512d whole = _mm512_sub_pd(_mm512_castsi512_pd(low), _mm512_set1_pd(0x1p52 + 0x1p31));
  return _mm512_add_pd(whole, _mm512_set1_pd(0.5));
}

struct Same {
  DEALWRIGHT_AVX512_STEP __m512d operator()(__m512d v) const { return v; }
};

struct Root {
  RootNumbers n;

  DEALWRIGHT_AVX512_STEP __m512d operator()(__m512d v) const {
    const __m512d u = _mm512_add_pd(_mm512_mul_pd(v, _mm512_set1_pd(0x1p-32)), _mm512_set1_pd(0.5));
    const __mmask8 is_left = _mm512_cmp_pd_mask(u, _mm512_set1_pd(n.split), _CMP_LT_OQ);
    const __m512d right = _mm512_mul_pd(_mm512_set1_pd(n.fall), _mm512_sub_pd(_mm512_set1_pd(1), u));
    const __m512d distance = _mm512_sqrt_pd(_mm512_mask_mul_pd(right, is_left, _mm512_set1_pd(n.rise), u));
    return _mm512_mask_add_pd(_mm512_sub_pd(_mm512_set1_pd(n.high), distance), is_left, _mm512_set1_pd(n.low),
                              distance);
  }
};

struct Table {
  const double* cells;

  DEALWRIGHT_AVX512_STEP __m512d operator()(__m512d v) const {
    const double* const base = cells - 4 * detail::first_cell;
    const __m512d distance = _mm512_sub_pd(_mm512_set1_pd(half_of_words), _mm512_abs_pd(v));
    const __m512i leading = _mm512_srli_epi64(_mm512_castpd_si512(distance), detail::cell_shift);
    const __m512d start = _mm512_castsi512_pd(_mm512_slli_epi64(leading, detail::cell_shift));
    const __m512d x = _mm512_sub_pd(distance, start);
    const __mmask8 is_upper = _mm512_cmp_pd_mask(v, _mm512_setzero_pd(), _CMP_GT_OQ);
    const __m512i cell =
        _mm512_slli_epi64(_mm512_mask_add_epi64(leading, is_upper, leading, _mm512_set1_epi64(cells_per_side)), 2);
    __m512d y = _mm512_i64gather_pd(cell, base + 3, 8);
    y = _mm512_add_pd(_mm512_mul_pd(y, x), _mm512_i64gather_pd(cell, base + 2, 8));
    y = _mm512_add_pd(_mm512_mul_pd(y, x), _mm512_i64gather_pd(cell, base + 1, 8));
    return _mm512_add_pd(_mm512_mul_pd(y, x), _mm512_i64gather_pd(cell, base, 8));
  }
};

template <std::size_t sets, class Step>
DEALWRIGHT_AVX512_STEP inline void draw_with(double* out, std::uint64_t seed, std::uint64_t strip,
                                             std::uint32_t variable, const Step step) {
  const detail::RoundKeys keys(seed);
  const std::uint64_t first = strip * detail::blocks_per_strip;
  for (std::size_t group = 0; group < detail::groups_per_strip; ++group, out += trials_per_group) {
    const std::uint64_t start = first + group * blocks_per_group;
    for (std::size_t block = 0; block < blocks_per_group; block += 8 * sets) {
      __m512i a[sets], b[sets], c[sets], d[sets];
#pragma GCC unroll 4
      for (std::size_t i = 0; i < sets; ++i) {
        const std::uint64_t counter = start + block + 8 * i;
        a[i] = _mm512_add_epi64(_mm512_set1_epi64(static_cast<long long>(counter)),
                                _mm512_set_epi64(7, 6, 5, 4, 3, 2, 1, 0));
        b[i] = _mm512_srli_epi64(a[i], 32);
        c[i] = _mm512_set1_epi64(variable);
        d[i] = _mm512_setzero_si512();
      }
      for (int r = 0; r < detail::philox_rounds; ++r) {
        const __m512i key0 = _mm512_set1_epi64(static_cast<long long>(keys.first[r]));
        const __m512i key1 = _mm512_set1_epi64(static_cast<long long>(keys.second[r]));
#pragma GCC unroll 4
        for (std::size_t i = 0; i < sets; ++i) round(a[i], b[i], c[i], d[i], key0, key1);
      }
#pragma GCC unroll 4
      for (std::size_t i = 0; i < sets; ++i) {
        double* const at = out + block + 8 * i;
        _mm512_storeu_pd(at, step(centred(a[i])));
        _mm512_storeu_pd(at + blocks_per_group, step(centred(b[i])));
        _mm512_storeu_pd(at + 2 * blocks_per_group, step(centred(c[i])));
        _mm512_storeu_pd(at + 3 * blocks_per_group, step(centred(d[i])));
      }
    }
  }
}

template <class Step>
DEALWRIGHT_AVX512_STEP inline void each(double* out, const double* centred, const Step step) {
  for (std::size_t i = 0; i < trials_per_strip; i += 8) _mm512_storeu_pd(out + i, step(_mm512_loadu_pd(centred + i)));
}

using Lanes = double __attribute__((vector_size(64)));
using Bits = std::uint64_t __attribute__((vector_size(64)));

DEALWRIGHT_LOOPS(DEALWRIGHT_AVX512, Lanes, Bits, 1)

}  // namespace

const StripKernels& avx512_kernels() {
  return kernels;
}

}  // namespace dealwright::roi

#endif
