#include "core/onboarding/ids.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "tests/support/draw.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::onboarding;

TEST_CASE("ids by going through the list") {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    tests::Draw draw(3, seed);
    std::vector<std::string> ids;
    for (int i = draw.number(0, 60); i > 0; --i) ids.push_back("id" + std::to_string(draw.number(0, 80)));
    const IdIndex index(std::vector<std::string_view>(ids.begin(), ids.end()));
    for (int i = 0; i <= 81; ++i) {
      const std::string id = "id" + std::to_string(i);
      const auto found = std::find(ids.begin(), ids.end(), id);
      CHECK(index.find(id) == (found == ids.end() ? -1 : static_cast<int>(found - ids.begin())));
    }
    CHECK(index.find("") == -1);
  }
}

TEST_CASE("the nearest id, a hundred times") {
  IdIndex index({"contract", "pricing"});
  for (int i = 0; i < 100; ++i) CHECK(index.nearest("pircing") == "pricing");
  CHECK(index.nearest("pircing").empty());
}

}  // namespace
