#include "core/base/stable_order.hpp"

#include <string>
#include <utility>

#include <doctest/doctest.h>

namespace dealwright {
namespace {

using Pair = std::pair<int, std::string>;

bool by_number(const Pair& a, const Pair& b) {
  return a.first < b.first;
}

TEST_CASE("stable order: nothing, one, and equals in the order in which they stood") {
  CHECK(stable_order(0, [](std::size_t, std::size_t) { return true; }).empty());
  CHECK(stable_order(1, [](std::size_t a, std::size_t b) { return a < b; }) == std::vector<std::size_t>{0});
  CHECK(stable_order(5, [](std::size_t, std::size_t) { return false; }) == std::vector<std::size_t>{0, 1, 2, 3, 4});
  CHECK(stable_order(4, [](std::size_t a, std::size_t b) { return a > b; }) == std::vector<std::size_t>{3, 2, 1, 0});
}

TEST_CASE("stable order: a list is sorted by one part, and keeps the other's order") {
  std::vector<Pair> list{{2, "first of two"}, {1, "first of one"}, {2, "second of two"}, {1, "second of one"}};
  sort_stably(list, by_number);
  CHECK(list ==
        std::vector<Pair>{{1, "first of one"}, {1, "second of one"}, {2, "first of two"}, {2, "second of two"}});
}

TEST_CASE("stable order: what stands before the given index stays") {
  std::vector<Pair> list{{9, "kept"}, {8, "kept too"}, {3, "c"}, {1, "a"}, {2, "b"}};
  sort_stably(list, by_number, 2);
  CHECK(list == std::vector<Pair>{{9, "kept"}, {8, "kept too"}, {1, "a"}, {2, "b"}, {3, "c"}});
  sort_stably(list, by_number, list.size());
  CHECK(list.size() == 5);
}

}  // namespace
}  // namespace dealwright
