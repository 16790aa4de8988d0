#include "core/onboarding/waits.hpp"

#include <bit>
#include <cstdint>

namespace dealwright::onboarding {

namespace {

using Neighbours = std::span<const int> (Graph::*)(int) const;

// The sets of items that are reached from each, as rows of bits.
class Reach {
 public:
  Reach(const Graph& graph, const std::vector<bool>& finished, Neighbours neighbours)
      : graph_(graph), finished_(finished), neighbours_(neighbours) {
    words_ = (finished.size() + 63) / 64;
    bits_.resize(words_ * finished.size());
  }

  // `order` has what is reached before what reaches it, but for items that reach one another: these stand together, and
  // are gone over until nothing is added.
  void find(const std::vector<int>& order) {
    for (std::size_t from = 0; from < order.size();) {
      std::size_t to = from + 1;
      while (to < order.size() && group(order[to]) == group(order[from])) ++to;
      bool again = true;
      while (again) {
        bool added = false;
        for (std::size_t i = from; i < to; ++i) added = add(order[i]) || added;
        again = added && to > from + 1;
      }
      from = to;
    }
  }

  int count(int item) const {
    int bits = 0;
    for (std::size_t word = 0; word < words_; ++word)
      bits += std::popcount(bits_[static_cast<std::size_t>(item) * words_ + word]);
    return bits;
  }

 private:
  int group(int item) const { return graph_.group[static_cast<std::size_t>(item)]; }

  bool add(int item) {
    if (finished_[static_cast<std::size_t>(item)]) return false;
    std::uint64_t* const row = bits_.data() + static_cast<std::size_t>(item) * words_;
    std::uint64_t added = 0;
    for (const int next : (graph_.*neighbours_)(item)) {
      const std::size_t at = static_cast<std::size_t>(next);
      if (finished_[at]) continue;
      const std::uint64_t* const other = bits_.data() + at * words_;
      for (std::size_t word = 0; word < words_; ++word) {
        added |= other[word] & ~row[word];
        row[word] |= other[word];
      }
      const std::uint64_t bit = std::uint64_t{1} << (at % 64);
      added |= bit & ~row[at / 64];
      row[at / 64] |= bit;
    }
    return added != 0;
  }

  const Graph& graph_;
  const std::vector<bool>& finished_;
  Neighbours neighbours_;
  std::size_t words_ = 0;
  std::vector<std::uint64_t> bits_;
};

}  // namespace

std::vector<Waits> count_waits(const Graph& graph, const std::vector<bool>& finished) {
  std::vector<Waits> waits(finished.size());
  Reach before(graph, finished, &Graph::prerequisites);
  before.find(graph.order);
  Reach after(graph, finished, &Graph::dependents);
  after.find(std::vector<int>(graph.order.rbegin(), graph.order.rend()));
  for (std::size_t i = 0; i < waits.size(); ++i)
    waits[i] = {before.count(static_cast<int>(i)), after.count(static_cast<int>(i))};
  return waits;
}

}  // namespace dealwright::onboarding
