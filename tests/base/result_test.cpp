#include "core/base/result.hpp"

#include <memory>
#include <string>

#include <doctest/doctest.h>

namespace {

using namespace dealwright;

Diagnostic problem(std::string message) {
  Diagnostic diagnostic;
  diagnostic.message = std::move(message);
  return diagnostic;
}

TEST_CASE("a value") {
  Result<std::string> result = std::string("value");
  CHECK(result.has_value());
  CHECK(static_cast<bool>(result));
  CHECK(result.value() == "value");
  CHECK(*result == "value");
  CHECK(result->size() == 5);
  CHECK(result.diagnostics().empty());
  result.value() += "s";
  CHECK(*result == "values");
}

TEST_CASE("why there is none") {
  const Result<std::string> one = problem("first");
  CHECK_FALSE(one.has_value());
  CHECK_FALSE(static_cast<bool>(one));
  REQUIRE(one.diagnostics().size() == 1);
  CHECK(one.diagnostics().front().message == "first");

  const Result<int> two = Diagnostics{problem("first"), problem("second")};
  CHECK_FALSE(two.has_value());
  REQUIRE(two.diagnostics().size() == 2);
  CHECK(two.diagnostics().back().message == "second");
}

TEST_CASE("a value that only moves") {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(7);
  const std::unique_ptr<int> taken = std::move(result).value();
  REQUIRE(taken != nullptr);
  CHECK(*taken == 7);
}

}  // namespace
