#pragma once
// Numbers in few bytes, each told from what is known where it stands. number_coder.py writes them and says how.

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <vector>

namespace dealwright::web::ui {

class NumberReader {
 public:
  // A few integers that the number may depend on.
  using Context = std::initializer_list<int>;
  static constexpr std::size_t context_count = 4;
  static constexpr int kind_count = 36;

  // Reads from these bytes, which outlive it and which number_coder.py wrote.
  explicit NumberReader(std::span<const unsigned char> bytes);

  // The next number, which was written with the same kind, below kind_count, and the same contexts, of which there are
  // context_count.
  int number(int kind, std::initializer_list<Context> contexts);

 private:
  static constexpr int steps = 4;  // of a number: zero, sign, count of digits, digits
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
  std::vector<Slot> slots_;
};

}  // namespace dealwright::web::ui
