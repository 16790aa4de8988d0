#pragma once
// Numbers in few bytes, each told from what is known where it stands. number_coder.py writes them and says how.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dealwright::web::ui {

// Up to four integers that a number may depend on; what is left out is 0. Written as a list: {a, b}.
class Context {
 public:
  Context(int first = 0, int second = 0, int third = 0, int fourth = 0);

 private:
  friend class NumberReader;
  std::uint32_t hash_ = 0;
};

class NumberReader {
 public:
  static constexpr std::size_t context_count = 4;
  static constexpr int kind_count = 36;

  // Reads from these bytes, which outlive it and which number_coder.py wrote.
  explicit NumberReader(std::span<const unsigned char> bytes);

  // The next number, which was written with the same kind, below kind_count, and the same contexts.
  int number(int kind, Context first, Context second, Context third, Context fourth);

 private:
  static constexpr int steps = 4;  // of a number: zero, sign, count of digits, digits
  static constexpr int most_seen = 60;
  using Weights = std::array<double, context_count>;

  // How often the next bit was 1 behind a beginning of a number in a context.
  struct Slot {
    std::uint16_t chance = 0x8000;  // in 65536ths
    std::uint16_t seen = 0;
  };

  // The next bit of the number that begins with `path`, a 1 and the bits before.
  std::uint32_t bit(std::uint32_t path, Weights& weights);
  std::uint32_t decoded(std::uint32_t share);
  std::uint32_t next_byte();

  std::span<const unsigned char> bytes_;
  std::size_t at_ = 0;
  std::uint32_t low_ = 0;
  std::uint32_t high_ = 0xFFFFFFFF;
  std::uint32_t value_ = 0;
  std::array<std::uint32_t, context_count> hashes_{};  // of the number's contexts
  std::array<std::array<Weights, steps>, kind_count> weights_;
  // What slots say, by their chance in 4096ths, and how fast they learn, by how much they have seen.
  std::array<double, 4096> leans_;
  std::array<int, most_seen + 1> rates_;
  std::vector<Slot> slots_;
};

}  // namespace dealwright::web::ui
