#pragma once
// The bodies of the loops over a strip, compiled once for each kind of processor into whoever includes this.

#include <cmath>
#include <cstdint>
#include <cstring>

#include "core/roi/philox_rounds.hpp"
#include "core/roi/random.hpp"
#include "core/roi/strip_kernels.hpp"

// Inlined into functions that are compiled for one kind of processor, whose instructions they then use.
#define DEALWRIGHT_STRIP_LOOP [[gnu::always_inline]] inline

namespace dealwright::roi::detail {

constexpr std::size_t groups_per_strip = trials_per_strip / trials_per_group;
constexpr std::uint64_t blocks_per_strip = groups_per_strip * blocks_per_group;

DEALWRIGHT_STRIP_LOOP double centred(std::uint32_t word) {
  return static_cast<double>(static_cast<std::int32_t>(word ^ 0x80000000u)) + 0.5;
}

DEALWRIGHT_STRIP_LOOP void draw(double* __restrict out, std::uint64_t seed, std::uint64_t strip,
                                std::uint32_t variable) {
  const auto key0 = static_cast<std::uint32_t>(seed);
  const auto key1 = static_cast<std::uint32_t>(seed >> 32);
  const std::uint64_t first = strip * blocks_per_strip;  // of which the low 8 bits are 0
  const auto high = static_cast<std::uint32_t>(first >> 32);
  for (std::size_t group = 0; group < groups_per_strip; ++group, out += trials_per_group) {
    const auto low = static_cast<std::uint32_t>(first + group * blocks_per_group);
    for (std::uint32_t lane = 0; lane < blocks_per_group; ++lane) {
      const PhiloxWords words = philox({low + lane, high, variable, 0}, key0, key1);
      out[lane] = centred(words.a);
      out[blocks_per_group + lane] = centred(words.b);
      out[2 * blocks_per_group + lane] = centred(words.c);
      out[3 * blocks_per_group + lane] = centred(words.d);
    }
  }
}

DEALWRIGHT_STRIP_LOOP void linear(double* __restrict out, const double* __restrict centred, double centre,
                                  double scale) {
  for (std::size_t i = 0; i < trials_per_strip; ++i) out[i] = centre + centred[i] * scale;
}

// The sides are told apart by an index: which side it is cannot be foreseen, and a choice between two doubles becomes a
// jump in WebAssembly. 1 - u and high - distance are written as sums of what is negated, which changes no bit.
DEALWRIGHT_STRIP_LOOP void root(double* __restrict out, const double* __restrict centred, const RootNumbers& numbers) {
  const double sign[2] = {-1, 1};
  const double start[2] = {1, 0};
  const double slope[2] = {numbers.fall, numbers.rise};
  const double end[2] = {numbers.high, numbers.low};
  const double split = numbers.split;
  for (std::size_t i = 0; i < trials_per_strip; ++i) {
    const double u = centred[i] * 0x1p-32 + 0.5;
    const std::size_t is_left = u < split ? 1 : 0;
    const double square = slope[is_left] * (start[is_left] + sign[is_left] * u);
    out[i] = end[is_left] + sign[is_left] * std::sqrt(square);
  }
}

DEALWRIGHT_STRIP_LOOP double cubic(const double* cell, double x) {
  return ((cell[3] * x + cell[2]) * x + cell[1]) * x + cell[0];
}

// The leading bits of a double number its octave and cell.
constexpr int cell_shift = 48;
constexpr std::uint64_t first_cell = 1022u * cells_per_octave;  // of 1/2
static_assert(cells_per_octave == 16 && sizeof(double) == 8);

DEALWRIGHT_STRIP_LOOP double table_value(double centred, const double* cells) {
  const double distance = half_of_words - std::fabs(centred);
  std::uint64_t bits = 0;
  std::memcpy(&bits, &distance, sizeof bits);
  const std::uint64_t cell = (bits >> cell_shift) - first_cell + (centred > 0 ? cells_per_side : 0);
  const std::uint64_t start_bits = bits >> cell_shift << cell_shift;
  double start = 0;
  std::memcpy(&start, &start_bits, sizeof start);
  return cubic(cells + 4 * cell, distance - start);
}

DEALWRIGHT_STRIP_LOOP void table(double* __restrict out, const double* __restrict centred,
                                 const double* __restrict cells) {
  for (std::size_t i = 0; i < trials_per_strip; ++i) out[i] = table_value(centred[i], cells);
}

DEALWRIGHT_STRIP_LOOP void steps(double* __restrict out, const double* __restrict centred,
                                 std::span<const double> values, std::span<const double> thresholds) {
  for (std::size_t i = 0; i < trials_per_strip; ++i) out[i] = values[0];
  for (std::size_t step = 0; step < thresholds.size(); ++step) {
    const double value = values[step + 1];
    const double threshold = thresholds[step];
    for (std::size_t i = 0; i < trials_per_strip; ++i) out[i] = centred[i] > threshold ? value : out[i];
  }
}

DEALWRIGHT_STRIP_LOOP void bell(double* __restrict out, const double* __restrict normal,
                                const double* __restrict cells) {
  constexpr double last = static_cast<double>(bell_cells) - 0.0078125;
  constexpr double greatest = half_of_words - 0.5;
  for (std::size_t i = 0; i < trials_per_strip; ++i) {
    const double scaled = std::fabs(normal[i]) * static_cast<double>(bell_cells_per_unit);
    const double place = scaled < last ? scaled : last;
    const auto cell = static_cast<std::int32_t>(place);
    const double distance = half_of_words - cubic(cells + 4 * cell, place - static_cast<double>(cell));
    const double inside = distance < greatest ? distance : greatest;
    out[i] = normal[i] < 0 ? -inside : inside;
  }
}

DEALWRIGHT_STRIP_LOOP void multiply(double* __restrict out, const double* __restrict by) {
  for (std::size_t i = 0; i < trials_per_strip; ++i) out[i] *= by[i];
}

DEALWRIGHT_STRIP_LOOP void scale(double* __restrict out, const double* __restrict by, double factor) {
  for (std::size_t i = 0; i < trials_per_strip; ++i) out[i] = by[i] * factor;
}

DEALWRIGHT_STRIP_LOOP void add_scaled(double* __restrict out, const double* __restrict by, double factor) {
  for (std::size_t i = 0; i < trials_per_strip; ++i) out[i] = out[i] + by[i] * factor;
}

// Whether the uppermost bit is set anywhere.
template <class Bits, std::size_t ways>
DEALWRIGHT_STRIP_LOOP bool is_any_set(const Bits (&bits)[ways]) {
  Bits all = bits[0];
#pragma GCC unroll 4
  for (std::size_t way = 1; way < ways; ++way) all |= bits[way];
  std::uint64_t any = 0;
#pragma GCC unroll 8
  for (std::size_t lane = 0; lane < sizeof(Bits) / sizeof(any); ++lane) any |= all[lane];
  return any >> 63 != 0;
}

// `Lanes` is a vector of as many doubles as a register of the processor holds, `Bits` one of as many integers. Several
// are under way at once, for each waits for its own sum of the period before. What is below 0 is told by the bit of the
// sign, which no zero has here: a sum that begins at +0 or above never is -0.
template <class Lanes, class Bits>
DEALWRIGHT_STRIP_LOOP void payback(std::uint16_t* __restrict out, const double* __restrict groups,
                                   const PaybackNumbers& numbers) {
  constexpr std::size_t width = sizeof(Lanes) / sizeof(double);
  constexpr std::size_t ways = 4;
  const std::span<const PaybackNumbers::Period> periods = numbers.periods;
  const RateChange* const changes = numbers.changes.data();
  for (std::size_t first = 0; first < trials_per_strip; first += ways * width) {
    Lanes rate[ways];
    Lanes sum[ways];
    Bits below[ways];   // uppermost bit: the balance was below 0 a period before
    Bits unpaid[ways];  // uppermost bit: it has not come back to 0 from below
    Bits count[ways];   // periods before it did
#pragma GCC unroll 4
    for (std::size_t way = 0; way < ways; ++way) {
      rate[way] = Lanes{};
      sum[way] = Lanes{} + numbers.tolerance;
      below[way] = Bits{};
      unpaid[way] = ~Bits{};
      count[way] = Bits{};
    }
    std::size_t change = 0;
    for (const PaybackNumbers::Period& period : periods) {
      // Looking whether all are paid back takes about as long as a period.
      if (period.is_looked && !is_any_set<Bits, ways>(unpaid)) break;
      for (; change < period.changes_end; ++change) {
        const double* const group = groups + changes[change].group * trials_per_strip + first;
        const double by = changes[change].by;
#pragma GCC unroll 4
        for (std::size_t way = 0; way < ways; ++way) {
          Lanes amounts;
          std::memcpy(&amounts, group + way * width, sizeof amounts);
          rate[way] += amounts * by;
        }
      }
#pragma GCC unroll 4
      for (std::size_t way = 0; way < ways; ++way) {
        sum[way] += rate[way] + period.certain;
        const Bits bits = reinterpret_cast<Bits>(sum[way]);
        unpaid[way] &= ~(below[way] & ~bits);
        count[way] += unpaid[way] >> 63;
        below[way] = bits;
      }
    }
#pragma GCC unroll 4
    for (std::size_t way = 0; way < ways; ++way) {
      const Bits never_below = unpaid[way] & ~below[way];
      for (std::size_t lane = 0; lane < width; ++lane)
        out[first + way * width + lane] =
            static_cast<std::uint16_t>(never_below[lane] >> 63 != 0 ? 0 : count[way][lane]);
    }
  }
}

}  // namespace dealwright::roi::detail
