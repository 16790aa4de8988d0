#pragma once
// Numbers drawn by counting: the same (seed, index, how many were drawn before) gives the same number everywhere.
// Integers only.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <vector>

#include "core/base/decimal.hpp"

namespace dealwright::tests {

class Draw {
 public:
  Draw(std::uint64_t seed, std::uint64_t index) : key_(mixed(mixed(seed) + index)) {}

  std::uint64_t next() { return mixed(key_ + counted_++ * step); }
  // Between the two, both inclusive.
  std::int64_t whole(std::int64_t least, std::int64_t greatest) {
    return least + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(greatest - least + 1));
  }
  int number(int least, int greatest) { return static_cast<int>(whole(least, greatest)); }
  bool chance(int per_cent) { return number(1, 100) <= per_cent; }
  // A decimal between 0 and `greatest` with that many places.
  Decimal decimal(std::int64_t greatest, int places) {
    std::int64_t unit = Decimal::scale;
    for (int place = 0; place < places; ++place) unit /= 10;
    return Decimal::from_micro(whole(0, greatest * (Decimal::scale / unit)) * unit);
  }
  template <class T>
  const T& one_of(const std::vector<T>& choices) {
    return choices[static_cast<std::size_t>(whole(0, static_cast<std::int64_t>(choices.size()) - 1))];
  }
  template <class T>
  T one_of(std::initializer_list<T> choices) {
    return choices.begin()[whole(0, static_cast<std::int64_t>(choices.size()) - 1)];
  }

 private:
  static constexpr std::uint64_t step = 0x9e3779b97f4a7c15u;

  // The output function of splitmix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
  static constexpr std::uint64_t mixed(std::uint64_t value) {
    value += step;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9u;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebu;
    return value ^ (value >> 31);
  }

  std::uint64_t key_;
  std::uint64_t counted_ = 0;
};

}  // namespace dealwright::tests
