// SHA-256 by the SHA extensions of x86 processors (Intel 64 and IA-32 Architectures Software Developer's Manual, volume
// 2).

#include "core/base/sha256_blocks.hpp"

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

#include "core/base/sha256_constants.hpp"

namespace dealwright {
namespace {

bool detect() {
  unsigned a = 0;
  unsigned b = 0;
  unsigned c = 0;
  unsigned d = 0;
  if (__get_cpuid(1, &a, &b, &c, &d) == 0) return false;
  const bool has_shuffles = (c & bit_SSSE3) != 0 && (c & bit_SSE4_1) != 0;
  if (__get_cpuid_count(7, 0, &a, &b, &c, &d) == 0) return false;
  return has_shuffles && (b & bit_SHA) != 0;
}

}  // namespace

bool has_sha256_instructions() {
  static const bool found = detect();
  return found;
}

__attribute__((target("sha,sse4.1,ssse3"))) void sha256_blocks_by_instructions(Sha256State& state,
                                                                               const std::uint8_t* bytes,
                                                                               std::size_t count) {
  // The instructions want the state as two registers, highest lane first: a b e f and c d g h.
  const __m128i dcba = _mm_loadu_si128(reinterpret_cast<const __m128i*>(state.data()));
  const __m128i hgfe = _mm_loadu_si128(reinterpret_cast<const __m128i*>(state.data() + 4));
  const __m128i cdab = _mm_shuffle_epi32(dcba, 0xb1);
  const __m128i efgh = _mm_shuffle_epi32(hgfe, 0x1b);
  __m128i abef = _mm_alignr_epi8(cdab, efgh, 8);
  __m128i cdgh = _mm_blend_epi16(efgh, cdab, 0xf0);
  const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);

  for (; count > 0; --count, bytes += 64) {
    const __m128i abef_before = abef;
    const __m128i cdgh_before = cdgh;
    __m128i schedule[4];  // the last 16 words, four a register
    for (int i = 0; i < 4; ++i) {
      const __m128i words = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + 16 * i));
      schedule[i] = _mm_shuffle_epi8(words, big_endian);
    }
#pragma GCC unroll 16                           // so that the schedule stays in registers
    for (int group = 0; group < 16; ++group) {  // four rounds each
      __m128i& words = schedule[group % 4];
      if (group >= 4) {
        const __m128i last = schedule[(group + 3) % 4];
        const __m128i seven_back = _mm_alignr_epi8(last, schedule[(group + 2) % 4], 4);
        const __m128i partial = _mm_add_epi32(_mm_sha256msg1_epu32(words, schedule[(group + 1) % 4]), seven_back);
        words = _mm_sha256msg2_epu32(partial, last);
      }
      const auto* constants = reinterpret_cast<const __m128i*>(sha256_constants.data() + 4 * group);
      const __m128i input = _mm_add_epi32(words, _mm_load_si128(constants));
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, input);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(input, 0x0e));
    }
    abef = _mm_add_epi32(abef, abef_before);
    cdgh = _mm_add_epi32(cdgh, cdgh_before);
  }

  const __m128i feba = _mm_shuffle_epi32(abef, 0x1b);
  const __m128i dchg = _mm_shuffle_epi32(cdgh, 0xb1);
  _mm_storeu_si128(reinterpret_cast<__m128i*>(state.data()), _mm_blend_epi16(feba, dchg, 0xf0));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(state.data() + 4), _mm_alignr_epi8(dchg, feba, 8));
}

}  // namespace dealwright

#else

namespace dealwright {

bool has_sha256_instructions() {
  return false;
}

void sha256_blocks_by_instructions(Sha256State& state, const std::uint8_t* bytes, std::size_t count) {
  sha256_blocks_portable(state, bytes, count);
}

}  // namespace dealwright

#endif
