#include "core/onboarding/graph.hpp"

#include <doctest/doctest.h>

#include "core/onboarding/waits.hpp"
#include "tests/onboarding/fixtures.hpp"
#include "tests/support/draw.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::onboarding;
using tests::item;
using tests::template_with;

TEST_CASE("an order that fits the template's stays") {
  CHECK(graph_of(template_with({item("a"), item("b"), item("c", 1, {"a"}), item("d", 1, {"b", "c"})})).order ==
        std::vector<int>{0, 1, 2, 3});
  // Only what must goes before.
  CHECK(graph_of(template_with({item("a", 1, {"c"}), item("b"), item("c")})).order == std::vector<int>{2, 0, 1});
}

TEST_CASE("prerequisites that lead nowhere, and the same one twice") {
  const Graph graph = graph_of(template_with({item("a"), item("b", 1, {"a", "nothing", "a"})}));
  REQUIRE(graph.prerequisites(1).size() == 1);
  CHECK(graph.prerequisites(1)[0] == 0);
  REQUIRE(graph.dependents(0).size() == 1);
  CHECK(graph.dependents(1).empty());
}

TEST_CASE("cycles by hand") {
  // b and c wait for one another, d for itself; a waits for the first of them but is on none.
  const Graph graph = graph_of(
      template_with({item("a", 1, {"b"}), item("b", 1, {"c"}), item("c", 1, {"b"}), item("d", 1, {"d"}), item("e")}));
  CHECK(graph.on_cycle == std::vector<bool>{false, true, true, true, false});
  CHECK(cycles_of(graph) == std::vector<std::vector<int>>{{1, 2, 1}, {3, 3}});
}

TEST_CASE("of items that wait for one another the shortest way back is told, once") {
  // a -> b -> c -> a and a -> c -> a.
  const Graph graph = graph_of(template_with({item("a", 1, {"b", "c"}), item("b", 1, {"c"}), item("c", 1, {"a"})}));
  CHECK(cycles_of(graph) == std::vector<std::vector<int>>{{0, 2, 0}});
}

TEST_CASE("chains as long as a template may be") {
  std::vector<model::TemplateItem> items;
  for (int i = 0; i < 2000; ++i) items.push_back(item(std::to_string(i), 1, {std::to_string((i + 1) % 2000)}));
  CHECK(cycles_of(graph_of(template_with(items)))[0].size() == 2001);
  items.back().after.clear();
  const Graph graph = graph_of(template_with(items));
  CHECK(cycles_of(graph).empty());
  CHECK(graph.order.front() == 1999);
  const auto waits = count_waits(graph, std::vector<bool>(2000, false));
  CHECK(waits[0].waits_for == 1999);
  CHECK(waits[0].blocks == 0);
  CHECK(waits[1999].waits_for == 0);
  CHECK(waits[1999].blocks == 1999);
}

// What reaches what by Warshall's algorithm, through items that are not finished.
std::vector<std::vector<bool>> reached(const model::Template& onboarding, const std::vector<bool>& finished) {
  const std::size_t size = onboarding.items.size();
  std::vector<std::vector<bool>> reach(size, std::vector<bool>(size, false));
  for (std::size_t i = 0; i < size; ++i)
    for (const std::string& id : onboarding.items[i].after) {
      const std::size_t at = static_cast<std::size_t>(std::stoi(id));
      if (!finished[i] && !finished[at]) reach[i][at] = true;
    }
  for (std::size_t k = 0; k < size; ++k)
    for (std::size_t i = 0; i < size; ++i)
      for (std::size_t j = 0; j < size; ++j)
        if (reach[i][k] && reach[k][j]) reach[i][j] = true;
  return reach;
}

TEST_CASE("order, cycles and waiting of random templates against Warshall's algorithm") {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    tests::Draw draw(11, seed);
    const int size = draw.number(1, 12);
    std::vector<model::TemplateItem> items;
    std::vector<bool> finished;
    for (int i = 0; i < size; ++i) {
      items.push_back(item(std::to_string(i)));
      for (int k = draw.number(0, 3); k > 0; --k)
        items.back().after.push_back(std::to_string(draw.number(0, size - 1)));
      finished.push_back(draw.chance(25));
    }
    const model::Template onboarding = template_with(items);
    const Graph graph = graph_of(onboarding);
    const std::size_t count = items.size();
    const auto all = reached(onboarding, std::vector<bool>(count, false));
    std::vector<std::size_t> place(count);
    REQUIRE(graph.order.size() == count);
    for (std::size_t i = 0; i < count; ++i) place[static_cast<std::size_t>(graph.order[i])] = i;
    for (std::size_t i = 0; i < count; ++i) {
      CHECK(graph.on_cycle[i] == all[i][i]);
      for (std::size_t j = 0; j < count; ++j)
        if (all[i][j] && !all[j][i]) CHECK(place[j] < place[i]);
    }
    for (const auto& cycle : cycles_of(graph)) {
      CHECK(cycle.front() == cycle.back());
      for (std::size_t i = 0; i + 1 < cycle.size(); ++i) {
        const auto before = graph.prerequisites(cycle[i]);
        CHECK(std::find(before.begin(), before.end(), cycle[i + 1]) != before.end());
      }
    }
    const auto open = reached(onboarding, finished);
    const auto waits = count_waits(graph, finished);
    for (std::size_t i = 0; i < count; ++i) {
      int waits_for = 0;
      int blocks = 0;
      for (std::size_t j = 0; j < count; ++j) {
        waits_for += open[i][j] ? 1 : 0;
        blocks += open[j][i] ? 1 : 0;
      }
      CHECK(waits[i].waits_for == waits_for);
      CHECK(waits[i].blocks == blocks);
    }
  }
}

}  // namespace
