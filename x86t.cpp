// The same loops for processors with AVX2 and AVX-512 (Intel 64 and IA-32 Architectures Software Developer's Manual,
// volume 2). Neither fuses a multiplication with an addition.

#include "core/roi/strip_kernels.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

#include "core/roi/strip_loops.hpp"

#define DEALWRIGHT_AVX2 __attribute__((target("avx2")))
#if defined(__clang__)
#define DEALWRIGHT_AVX512 __attribute__((target("avx2,avx512f,avx512dq,avx512bw,avx512vl")))
#else
#define DEALWRIGHT_AVX512 __attribute__((target("avx2,avx512f,avx512dq,avx512bw,avx512vl,prefer-vector-width=512")))
// GCC 12 takes registers that its own header leaves undefined for variables of ours (its bug 105593).
#pragma GCC diagnostic ignored "-Wuninitialized"
#endif

// What is called for each register is part of the loop that calls it.
#define DEALWRIGHT_AVX2_STEP DEALWRIGHT_AVX2 [[gnu::always_inline]]
#define DEALWRIGHT_AVX512_STEP DEALWRIGHT_AVX512 [[gnu::always_inline]]

namespace dealwright::roi {

namespace {

// The keys of all rounds, each in every lane.
struct RoundKeys {
  alignas(64) std::uint64_t first[detail::philox_rounds];
  alignas(64) std::uint64_t second[detail::philox_rounds];

  explicit RoundKeys(std::uint64_t seed) {
    auto key0 = static_cast<std::uint32_t>(seed);
    auto key1 = static_cast<std::uint32_t>(seed >> 32);
    for (int round = 0; round < detail::philox_rounds; ++round) {
      first[round] = key0;
      second[round] = key1;
      key0 += detail::philox_key_step0;
      key1 += detail::philox_key_step1;
    }
  }
};

namespace avx2 {

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

template <int sets, class Step>
DEALWRIGHT_AVX2_STEP inline void draw_with(double* out, std::uint64_t seed, std::uint64_t strip, std::uint32_t variable,
                                           const Step step) {
  const RoundKeys keys(seed);
  const std::uint64_t first = strip * detail::blocks_per_strip;
  for (std::size_t group = 0; group < detail::groups_per_strip; ++group, out += trials_per_group) {
    const std::uint64_t start = first + group * blocks_per_group;
    for (std::size_t block = 0; block < blocks_per_group; block += 4 * sets) {
      __m256i a[sets], b[sets], c[sets], d[sets];
#pragma GCC unroll 4
      for (int i = 0; i < sets; ++i) {
        a[i] = _mm256_add_epi64(_mm256_set1_epi64x(static_cast<long long>(start + block) + 4 * i),
                                _mm256_set_epi64x(3, 2, 1, 0));
        b[i] = _mm256_srli_epi64(a[i], 32);
        c[i] = _mm256_set1_epi64x(variable);
        d[i] = _mm256_setzero_si256();
      }
      for (int r = 0; r < detail::philox_rounds; ++r) {
        const __m256i key0 = _mm256_set1_epi64x(static_cast<long long>(keys.first[r]));
        const __m256i key1 = _mm256_set1_epi64x(static_cast<long long>(keys.second[r]));
#pragma GCC unroll 4
        for (int i = 0; i < sets; ++i) round(a[i], b[i], c[i], d[i], key0, key1);
      }
#pragma GCC unroll 4
      for (int i = 0; i < sets; ++i) {
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

}  // namespace avx2

namespace avx512 {

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

template <int sets, class Step>
DEALWRIGHT_AVX512_STEP inline void draw_with(double* out, std::uint64_t seed, std::uint64_t strip,
                                             std::uint32_t variable, const Step step) {
  const RoundKeys keys(seed);
  const std::uint64_t first = strip * detail::blocks_per_strip;
  for (std::size_t group = 0; group < detail::groups_per_strip; ++group, out += trials_per_group) {
    const std::uint64_t start = first + group * blocks_per_group;
    for (std::size_t block = 0; block < blocks_per_group; block += 8 * sets) {
      __m512i a[sets], b[sets], c[sets], d[sets];
#pragma GCC unroll 4
      for (int i = 0; i < sets; ++i) {
        a[i] = _mm512_add_epi64(_mm512_set1_epi64(static_cast<long long>(start + block) + 8 * i),
                                _mm512_set_epi64(7, 6, 5, 4, 3, 2, 1, 0));
        b[i] = _mm512_srli_epi64(a[i], 32);
        c[i] = _mm512_set1_epi64(variable);
        d[i] = _mm512_setzero_si512();
      }
      for (int r = 0; r < detail::philox_rounds; ++r) {
        const __m512i key0 = _mm512_set1_epi64(static_cast<long long>(keys.first[r]));
        const __m512i key1 = _mm512_set1_epi64(static_cast<long long>(keys.second[r]));
#pragma GCC unroll 4
        for (int i = 0; i < sets; ++i) round(a[i], b[i], c[i], d[i], key0, key1);
      }
#pragma GCC unroll 4
      for (int i = 0; i < sets; ++i) {
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

}  // namespace avx512

using Lanes4 = double __attribute__((vector_size(32)));
using Masks4 = std::int64_t __attribute__((vector_size(32)));
using Lanes8 = double __attribute__((vector_size(64)));
using Masks8 = std::int64_t __attribute__((vector_size(64)));

// `sets` registers of counters are under way at once; fewer leave room for what is made of their words.
// The loops over these steps, and the others as they are, compiled for the processor.
#define DEALWRIGHT_LOOPS(TARGET, LANES, MASKS, ROOT_SETS)                                                           \
  TARGET void draw(double* out, std::uint64_t seed, std::uint64_t strip, std::uint32_t variable) {                  \
    draw_with<4>(out, seed, strip, variable, Same{});                                                               \
  }                                                                                                                 \
  TARGET void draw_root(double* out, std::uint64_t seed, std::uint64_t strip, std::uint32_t variable,               \
                        const RootNumbers& numbers) {                                                               \
    draw_with<ROOT_SETS>(out, seed, strip, variable, Root{numbers});                                                \
  }                                                                                                                 \
  TARGET void linear(double* out, const double* v, double centre, double scale) {                                   \
    detail::linear(out, v, centre, scale);                                                                          \
  }                                                                                                                 \
  TARGET void root(double* out, const double* v, const RootNumbers& numbers) {                                      \
    each(out, v, Root{numbers});                                                                                    \
  }                                                                                                                 \
  TARGET void table(double* out, const double* v, const double* cells) {                                            \
    each(out, v, Table{cells});                                                                                     \
  }                                                                                                                 \
  TARGET void steps(double* out, const double* v, std::span<const double> values, std::span<const double> limits) { \
    detail::steps(out, v, values, limits);                                                                          \
  }                                                                                                                 \
  TARGET void bell(double* out, const double* normal, const double* cells) {                                        \
    detail::bell(out, normal, cells);                                                                               \
  }                                                                                                                 \
  TARGET void multiply(double* out, const double* by) {                                                             \
    detail::multiply(out, by);                                                                                      \
  }                                                                                                                 \
  TARGET void scale(double* out, const double* by, double factor) {                                                 \
    detail::scale(out, by, factor);                                                                                 \
  }                                                                                                                 \
  TARGET void add_scaled(double* out, const double* by, double factor) {                                            \
    detail::add_scaled(out, by, factor);                                                                            \
  }                                                                                                                 \
  TARGET void payback(std::uint16_t* out, const double* groups, const PaybackNumbers& numbers) {                    \
    detail::payback<LANES, MASKS>(out, groups, numbers);                                                            \
  }                                                                                                                 \
  constexpr StripKernels kernels{draw, draw_root, linear, root,       table,  steps,                                \
                                 bell, multiply,  scale,  add_scaled, payback};

namespace avx2 {
DEALWRIGHT_LOOPS(DEALWRIGHT_AVX2, Lanes4, Masks4, 4)
}
namespace avx512 {
DEALWRIGHT_LOOPS(DEALWRIGHT_AVX512, Lanes8, Masks8, 1)
}

const StripKernels& detect() {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl"))
    return avx512::kernels;
  return __builtin_cpu_supports("avx2") ? avx2::kernels : portable_kernels();
}

}  // namespace

const StripKernels& k_avx2(){return avx2::kernels;} const StripKernels& k_avx512(){return avx512::kernels;}
const StripKernels& strip_kernels() {
  static const StripKernels& found = detect();
  return found;
}

}  // namespace dealwright::roi

#endif
