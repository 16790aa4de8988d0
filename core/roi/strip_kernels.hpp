#pragma once
// The loops of the simulation, each over the trials of one strip side by side. They exist once for every processor and
// again for what newer ones can do; all of them compute the same operations in the same order, so the same bytes.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dealwright::roi {

// Trials that are computed together: a whole number of groups of the random words.
constexpr std::size_t trials_per_strip = 1024;

// Random words as centred numbers: word + 1/2 - 2^31, exactly. Of a centred number v the probability is v / 2^32 + 1/2,
// and its distance to the nearer end 2^31 - |v| keeps every bit.
constexpr double half_of_words = 0x1p31;

// The inverse of a triangular distribution: below `split` low + sqrt(rise u), above it high - sqrt(fall (1 - u)).
struct RootNumbers {
  double split = 0;
  double rise = 0;
  double fall = 0;
  double low = 0;
  double high = 0;
};

// The inverse of a distribution function as cubics. The distance t to the nearer end lies in [1/2, 2^31): 32 octaves of
// 16 cells each, first those of the lower end, then those of the upper. A cell has the coefficients of the powers 0 to
// 3 of the distance from its beginning.
constexpr std::size_t cells_per_octave = 16;
constexpr std::size_t octaves = 32;
constexpr std::size_t cells_per_side = octaves * cells_per_octave;
constexpr std::size_t table_size = 2 * cells_per_side * 4;

// The distribution function of the normal as cubics of |x| in [0, 6.5), in the same layout.
constexpr std::size_t bell_cells_per_unit = 128;
constexpr std::size_t bell_cells = 832;
constexpr std::size_t bell_table_size = bell_cells * 4;

// From a period on, a group of benefits or costs flows at another rate.
struct RateChange {
  std::uint32_t group = 0;
  double by = 0;
};

struct PaybackNumbers {
  // The certain flow of each period, and up to where its changes reach in the list.
  struct Period {
    double certain = 0;
    std::size_t changes_end = 0;
    bool is_looked = false;  // whether it is worth while to look if all are paid back before
  };
  std::span<const Period> periods;
  std::span<const RateChange> changes;
  double tolerance = 0;  // a cumulated flow that lies below 0 by less counts as 0
};

// The first number names what is written; every pointer leads to trials_per_strip numbers.
struct StripKernels {
  // Centred numbers of a variable; the first trial of the strip is `strip` times trials_per_strip.
  void (*draw)(double* out, std::uint64_t seed, std::uint64_t strip, std::uint32_t variable);
  // The same made into values at once, as by `root`: random numbers and roots keep different parts of a processor busy.
  void (*draw_root)(double* out, std::uint64_t seed, std::uint64_t strip, std::uint32_t variable,
                    const RootNumbers& numbers);
  void (*linear)(double* out, const double* centred, double centre, double scale);
  void (*root)(double* out, const double* centred, const RootNumbers& numbers);
  void (*table)(double* out, const double* centred, const double* cells);
  // The first value, or the last one whose threshold the number is above; one threshold before each further value.
  void (*steps)(double* out, const double* centred, std::span<const double> values, std::span<const double> thresholds);
  // The centred numbers that have the probabilities of standard normal ones.
  void (*bell)(double* out, const double* normal, const double* cells);
  void (*multiply)(double* out, const double* by);
  void (*scale)(double* out, const double* by, double factor);       // out = by * factor
  void (*add_scaled)(double* out, const double* by, double factor);  // out = out + by * factor
  // The first period at whose end the balance of all flows so far is 0 or more again after it was below: 0 where it
  // never was, the number of periods where it does not come back. `groups` holds the strips of the groups one after the
  // other.
  void (*payback)(std::uint16_t* out, const double* groups, const PaybackNumbers& numbers);
};

// What every processor can do; always there, as what the others are compared with.
const StripKernels& portable_kernels();
// All that this processor can run, from the slowest to the fastest, and the fastest.
std::vector<const StripKernels*> all_strip_kernels();
const StripKernels& strip_kernels();

}  // namespace dealwright::roi
