#include "core/onboarding/schedule.hpp"

#include <string>

#include <doctest/doctest.h>

#include "tests/onboarding/fixtures.hpp"
#include "tests/support/draw.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::onboarding;
using tests::item;
using tests::template_with;

std::vector<Task> tasks_of(const model::Template& onboarding) {
  std::vector<Task> tasks;
  for (const model::TemplateItem& one : onboarding.items) tasks.push_back({one.days, Progress::to_do, 0, 0, false});
  return tasks;
}

struct Row {
  int early_start, early_finish, late_start, late_finish, total_float;
};

void check_rows(const Network& network, const std::vector<Row>& rows) {
  REQUIRE(network.slots.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CAPTURE(i);
    const Slot& slot = network.slots[i];
    CHECK(slot.early_start == rows[i].early_start);
    CHECK(slot.early_finish == rows[i].early_finish);
    CHECK(slot.late_start == rows[i].late_start);
    CHECK(slot.late_finish == rows[i].late_finish);
    CHECK(slot.total_float == rows[i].total_float);
    CHECK(slot.is_critical == (rows[i].total_float == 0));
  }
}

// Heizer and Render, "Operations Management", chapter "Project Management", tables 3.2 and 3.3: Milwaukee Paper
// Manufacturing, activities A to H in weeks, with their early and late times and slack; 15 weeks along A-C-E-G-H.
// Copies of the table differ in whether D waits for A too, which changes none of these times.
TEST_CASE("Milwaukee Paper, from a textbook") {
  const auto onboarding =
      template_with({item("A", 2), item("B", 3), item("C", 2, {"A"}), item("D", 4, {"A", "B"}), item("E", 4, {"C"}),
                     item("F", 3, {"C"}), item("G", 5, {"D", "E"}), item("H", 2, {"F", "G"})});
  const Network network = critical_path_method(graph_of(onboarding), tasks_of(onboarding), 0, 0);
  check_rows(network, {{0, 2, 0, 2, 0},
                       {0, 3, 1, 4, 1},
                       {2, 4, 2, 4, 0},
                       {3, 7, 4, 8, 1},
                       {4, 8, 4, 8, 0},
                       {4, 7, 10, 13, 6},
                       {8, 13, 8, 13, 0},
                       {13, 15, 13, 15, 0}});
  CHECK(network.finish == 15);
  CHECK(network.critical_path == std::vector<int>{0, 2, 4, 6, 7});
}

// studylib.net/doc/8378728, "Example 1: Draw the network for the events in Table 1": a prototype in seven steps, in
// hours, with the times and slack of its Table 2; 16 hours along A-B-D-E-G.
TEST_CASE("a prototype, from a course's worked example") {
  const auto onboarding = template_with({item("A", 6), item("B", 2, {"A"}), item("C", 2, {"A"}), item("D", 3, {"B"}),
                                         item("F", 2, {"C"}), item("E", 4, {"D", "F"}), item("G", 1, {"E"})});
  const Network network = critical_path_method(graph_of(onboarding), tasks_of(onboarding), 0, 0);
  check_rows(network, {{0, 6, 0, 6, 0},
                       {6, 8, 6, 8, 0},
                       {6, 8, 7, 9, 1},
                       {8, 11, 8, 11, 0},
                       {8, 10, 9, 11, 1},
                       {11, 15, 11, 15, 0},
                       {15, 16, 15, 16, 0}});
  CHECK(network.finish == 16);
  CHECK(network.critical_path == std::vector<int>{0, 1, 3, 5, 6});
}

// The longest chain that ends (or, with the edges turned, begins) with the item, by trying every chain.
int longest(const std::vector<std::vector<int>>& next, const std::vector<Task>& tasks, int from) {
  int best = 0;
  for (const int one : next[static_cast<std::size_t>(from)]) best = std::max(best, longest(next, tasks, one));
  return best + tasks[static_cast<std::size_t>(from)].days;
}

TEST_CASE("random networks against every chain") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    tests::Draw draw(5, seed);
    const int size = draw.number(1, 9);
    std::vector<model::TemplateItem> items;
    std::vector<std::vector<int>> before(static_cast<std::size_t>(size));
    std::vector<std::vector<int>> after(static_cast<std::size_t>(size));
    for (int i = 0; i < size; ++i) {
      items.push_back(item(std::to_string(i), draw.number(0, 6)));
      // The item stands at `i`, and may wait for those of a later number too: the order is not the template's.
      for (int k = 0; k < size; ++k) {
        if ((i * 7) % 11 <= (k * 7) % 11 || !draw.chance(35)) continue;
        items.back().after.push_back(std::to_string(k));
        before[static_cast<std::size_t>(i)].push_back(k);
        after[static_cast<std::size_t>(k)].push_back(i);
      }
    }
    const auto onboarding = template_with(items);
    const auto tasks = tasks_of(onboarding);
    const Network network = critical_path_method(graph_of(onboarding), tasks, 100, 90);
    int whole = 0;
    for (int i = 0; i < size; ++i) whole = std::max(whole, longest(before, tasks, i));
    CHECK(network.finish == 100 + whole);
    int on_path = 0;
    for (int i = 0; i < size; ++i) {
      const Slot& slot = network.slots[static_cast<std::size_t>(i)];
      const int days = tasks[static_cast<std::size_t>(i)].days;
      const int head = longest(before, tasks, i);
      const int tail = longest(after, tasks, i);
      CHECK(slot.early_finish == 100 + head);
      CHECK(slot.late_start == 100 + whole - tail);
      CHECK(slot.total_float == whole - (head + tail - days));
    }
    REQUIRE_FALSE(network.critical_path.empty());
    for (std::size_t i = 0; i < network.critical_path.size(); ++i) {
      const std::size_t at = static_cast<std::size_t>(network.critical_path[i]);
      CHECK(network.slots[at].total_float == 0);
      on_path += tasks[at].days;
      if (i == 0) continue;
      const auto& list = before[at];
      CHECK(std::find(list.begin(), list.end(), network.critical_path[i - 1]) != list.end());
    }
    CHECK(on_path == whole);
  }
}

TEST_CASE("what has happened, by hand") {
  // Today is 10. a (3 days) took 2 to 8; b (4 days) was started on 9 and c (2 days) on 3, which is late: it ends with
  // today. d (5 days) waits for a and b: 13 to 18. e is left out, so f (1 day) waits for nothing and starts today. g
  // was started without its prerequisite d: it keeps its start and does not hold d.
  const auto onboarding = template_with({item("a", 3), item("b", 4), item("c", 2), item("d", 5, {"a", "b"}),
                                         item("e", 9, {"d"}), item("f", 1, {"e"}), item("g", 3, {"d"})});
  auto tasks = tasks_of(onboarding);
  tasks[0] = {3, Progress::done, 2, 8, true};
  tasks[1] = {4, Progress::started, 9, 0, false};
  tasks[2] = {2, Progress::started, 3, 0, false};
  tasks[4].progress = Progress::left_out;
  tasks[6] = {3, Progress::started, 9, 0, false};
  const Network network = critical_path_method(graph_of(onboarding), tasks, 0, 10);
  CHECK(network.finish == 18);
  CHECK(network.critical_path == std::vector<int>{1, 3});
  CHECK(network.slots[0].early_start == 2);
  CHECK(network.slots[0].late_finish == 8);
  CHECK_FALSE(network.slots[0].is_critical);
  CHECK(network.slots[1].early_finish == 13);
  CHECK(network.slots[1].is_critical);
  CHECK(network.slots[2].early_finish == 11);
  CHECK(network.slots[2].total_float == 7);
  CHECK(network.slots[3].early_start == 13);
  CHECK(network.slots[3].total_float == 0);
  CHECK_FALSE(network.slots[4].is_scheduled);
  CHECK(network.slots[5].early_start == 10);
  CHECK(network.slots[6].early_finish == 12);
  CHECK(network.slots[6].total_float == 6);
}

TEST_CASE("all done, nothing there, and cycles") {
  const auto onboarding = template_with({item("a", 2), item("b", 2, {"a"})});
  auto tasks = tasks_of(onboarding);
  tasks[0] = {2, Progress::done, 0, 4, true};
  tasks[1] = {2, Progress::done, 4, 7, true};
  const Network done = critical_path_method(graph_of(onboarding), tasks, 0, 20);
  CHECK(done.finish == 7);
  CHECK(done.critical_path.empty());
  CHECK(critical_path_method(graph_of(template_with({})), {}, 5, 3).finish == 5);
  const auto cyclic = template_with({item("a", 2, {"b"}), item("b", 2, {"a"}), item("c", 3, {"a"})});
  const Network network = critical_path_method(graph_of(cyclic), tasks_of(cyclic), 0, 0);
  CHECK_FALSE(network.slots[0].is_scheduled);
  CHECK(network.slots[2].early_finish == 3);
  CHECK(network.critical_path == std::vector<int>{2});
}

TEST_CASE("pace by hand") {
  // 3 days took 5, 2 took 2, and 5 took 8: 15 over 10. A milestone and one without both days say nothing.
  std::vector<Task> tasks = {{3, Progress::done, 0, 5, true},     {2, Progress::done, 5, 7, true},
                             {0, Progress::done, 3, 3, true},     {4, Progress::done, 0, 9, false},
                             {5, Progress::done, 7, 15, true},    {3, Progress::to_do, 0, 0, false},
                             {4, Progress::started, 15, 0, false}};
  Pace pace = pace_of(tasks);
  CHECK(pace.items == 3);
  CHECK(pace.taken == Ratio{15, 10});
  const Graph graph = graph_of(template_with({item("a", 3, {}), item("b", 2, {}), item("c", 0, {}), item("d", 4, {}),
                                              item("e", 5, {}), item("f", 3, {}), item("g", 4, {})}));
  const auto forecast = forecast_at(pace, graph, tasks, 0, 15);
  CHECK(forecast[0].finish == 5);
  CHECK(forecast[5].finish == 20);  // 15 + 4.5
  CHECK(forecast[6].finish == 21);
  tasks[1].is_measured = false;
  pace = pace_of(tasks);
  CHECK(pace.items == 2);
  CHECK_FALSE(pace.is_used());
  CHECK(forecast_at(pace, graph, tasks, 0, 15)[5].finish == 18);
}

TEST_CASE("a forecast carries parts of a day along the way") {
  // 4 days took 6: each day of an estimate takes 1.5. Three items of a day each after one another take 4.5, not 3 x 2.
  std::vector<Task> tasks = {{2, Progress::done, 0, 3, true},   {1, Progress::done, 3, 4, true},
                             {1, Progress::done, 4, 6, true},   {1, Progress::to_do, 0, 0, false},
                             {1, Progress::to_do, 0, 0, false}, {1, Progress::to_do, 0, 0, false}};
  const Graph graph = graph_of(template_with({item("a", 2, {}), item("b", 1, {}), item("c", 1, {}), item("d", 1, {}),
                                              item("e", 1, {"d"}), item("f", 1, {"e"})}));
  const Pace pace = pace_of(tasks);
  CHECK(pace.taken == Ratio{6, 4});
  const auto forecast = forecast_at(pace, graph, tasks, 0, 10);
  CHECK(forecast[3].start == 10);
  CHECK(forecast[3].finish == 12);
  CHECK(forecast[4].start == 11);
  CHECK(forecast[4].finish == 13);
  CHECK(forecast[5].start == 13);
  CHECK(forecast[5].finish == 15);
}

}  // namespace
