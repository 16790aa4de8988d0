#include "core/roi/shapley.hpp"

#include <bit>
#include <cstddef>

#include "core/roi/rounding.hpp"

namespace dealwright::roi {

std::vector<double> shapley_parts(int count, FunctionRef<double(std::uint32_t)> value) {
  const auto n = static_cast<std::size_t>(count);
  std::vector<double> parts(n);
  if (count == 0) return parts;
  // weight[s]: the share of the orders in which s given changes come before a given one, and no other.
  std::vector<double> weight(n);
  weight[0] = 1 / static_cast<double>(n);
  for (std::size_t s = 1; s < n; ++s) weight[s] = weight[s - 1] * static_cast<double>(s) / static_cast<double>(n - s);
  const std::uint32_t all = (std::uint32_t{1} << n) - 1;
  std::vector<double> values;
  for (std::uint32_t made = 0; made <= all; ++made) values.push_back(value(made));
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint32_t bit = std::uint32_t{1} << i;
    for (std::uint32_t made = 0; made <= all; ++made)
      if ((made & bit) == 0)
        parts[i] += weight[static_cast<std::size_t>(std::popcount(made))] * (values[made | bit] - values[made]);
  }
  return parts;
}

std::vector<std::int64_t> whole_parts(std::span<const double> parts, std::int64_t total) {
  std::vector<std::int64_t> whole;
  std::int64_t left = total;
  std::size_t largest = 0;
  const auto size = [](double part) { return part < 0 ? -part : part; };
  for (const double part : parts) {
    whole.push_back(rounded(part).value_or(0));
    left -= whole.back();
    if (size(part) > size(parts[largest])) largest = whole.size() - 1;
  }
  if (!whole.empty()) whole[largest] += left;
  return whole;
}

}  // namespace dealwright::roi
