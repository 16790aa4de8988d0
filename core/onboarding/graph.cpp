#include "core/onboarding/graph.hpp"

#include <algorithm>

namespace dealwright::onboarding {

namespace {

void add_prerequisites(const model::Template& onboarding, const IdIndex& items, Graph& graph) {
  std::vector<int> listed_by(onboarding.items.size(), -1);
  graph.first_before.push_back(0);
  for (std::size_t i = 0; i < onboarding.items.size(); ++i) {
    for (const std::string& id : onboarding.items[i].after) {
      const int at = items.find(id);
      if (at < 0 || listed_by[static_cast<std::size_t>(at)] == static_cast<int>(i)) continue;
      listed_by[static_cast<std::size_t>(at)] = static_cast<int>(i);
      graph.before.push_back(at);
    }
    graph.first_before.push_back(graph.before.size());
  }
}

void add_dependents(Graph& graph) {
  const std::size_t size = graph.first_before.size() - 1;
  graph.first_after.assign(size + 1, 0);
  for (const int item : graph.before) ++graph.first_after[static_cast<std::size_t>(item) + 1];
  for (std::size_t i = 0; i < size; ++i) graph.first_after[i + 1] += graph.first_after[i];
  graph.after.resize(graph.before.size());
  std::vector<std::size_t> next(graph.first_after.begin(), graph.first_after.end() - 1);
  for (std::size_t i = 0; i < size; ++i)
    for (const int item : graph.prerequisites(static_cast<int>(i)))
      graph.after[next[static_cast<std::size_t>(item)]++] = static_cast<int>(i);
}

// Depth first along prerequisites, with a stack of its own: a chain may be as long as the template.
class Groups {
 public:
  explicit Groups(Graph& graph) : graph_(graph), size_(graph.first_before.size() - 1) {}

  void find() {
    graph_.group.assign(size_, -1);
    graph_.on_cycle.assign(size_, false);
    graph_.order.reserve(size_);
    found_.assign(size_, -1);
    low_.assign(size_, 0);
    for (std::size_t i = 0; i < size_; ++i)
      if (found_[i] < 0) search(static_cast<int>(i));
  }

 private:
  struct Visit {
    int item;
    std::size_t next;
  };

  int& low(int item) { return low_[static_cast<std::size_t>(item)]; }

  void enter(int item) {
    found_[static_cast<std::size_t>(item)] = count_;
    low(item) = count_++;
    open_.push_back(item);
    visits_.push_back({item, 0});
  }

  void search(int root) {
    enter(root);
    while (!visits_.empty()) {
      Visit& visit = visits_.back();
      const int item = visit.item;
      const auto prerequisites = graph_.prerequisites(item);
      if (visit.next < prerequisites.size()) {
        const int next = prerequisites[visit.next++];
        const std::size_t at = static_cast<std::size_t>(next);
        if (next == item) graph_.on_cycle[at] = true;
        if (found_[at] < 0) {
          enter(next);
        } else if (graph_.group[at] < 0) {
          low(item) = std::min(low(item), found_[at]);
        }
        continue;
      }
      visits_.pop_back();
      if (!visits_.empty()) low(visits_.back().item) = std::min(low(visits_.back().item), low(item));
      if (low(item) == found_[static_cast<std::size_t>(item)]) close(item);
    }
  }

  void close(int first) {
    const bool alone = open_.back() == first;
    for (int item = -1; item != first;) {
      item = open_.back();
      open_.pop_back();
      graph_.group[static_cast<std::size_t>(item)] = groups_;
      if (!alone) graph_.on_cycle[static_cast<std::size_t>(item)] = true;
      graph_.order.push_back(item);
    }
    ++groups_;
  }

  Graph& graph_;
  std::size_t size_;
  std::vector<int> found_;
  std::vector<int> low_;
  std::vector<int> open_;
  std::vector<Visit> visits_;
  int count_ = 0;
  int groups_ = 0;
};

// Breadth first from the item through its group until it is met again.
std::vector<int> way_back(const Graph& graph, int first, std::vector<int>& from) {
  const int group = graph.group[static_cast<std::size_t>(first)];
  std::vector<int> waiting{first};
  for (std::size_t at = 0; at < waiting.size(); ++at) {
    const int item = waiting[at];
    for (const int next : graph.prerequisites(item)) {
      if (next == first) {
        std::vector<int> way{first};
        for (int back = item; back != first; back = from[static_cast<std::size_t>(back)]) way.push_back(back);
        way.push_back(first);
        std::reverse(way.begin(), way.end());
        return way;
      }
      if (graph.group[static_cast<std::size_t>(next)] != group || from[static_cast<std::size_t>(next)] >= 0) continue;
      from[static_cast<std::size_t>(next)] = item;
      waiting.push_back(next);
    }
  }
  return {};
}

}  // namespace

Graph graph_of(const model::Template& onboarding) {
  return graph_of(onboarding, index_of_ids(onboarding.items));
}

Graph graph_of(const model::Template& onboarding, const IdIndex& items) {
  Graph graph;
  add_prerequisites(onboarding, items, graph);
  add_dependents(graph);
  Groups(graph).find();
  return graph;
}

std::vector<std::vector<int>> cycles_of(const Graph& graph) {
  std::vector<std::vector<int>> cycles;
  std::vector<int> from(graph.group.size(), -1);
  std::vector<bool> told_of(graph.group.size(), false);
  for (std::size_t i = 0; i < graph.group.size(); ++i) {
    const std::size_t group = static_cast<std::size_t>(graph.group[i]);
    if (!graph.on_cycle[i] || told_of[group]) continue;
    told_of[group] = true;
    cycles.push_back(way_back(graph, static_cast<int>(i), from));
  }
  return cycles;
}

}  // namespace dealwright::onboarding
