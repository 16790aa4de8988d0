#include "core/base/stable_order.hpp"

#include <algorithm>
#include <numeric>

namespace dealwright {

std::vector<std::size_t> stable_order(std::size_t size, FunctionRef<bool(std::size_t, std::size_t)> is_before) {
  std::vector<std::size_t> order(size);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), is_before);
  return order;
}

}  // namespace dealwright
