#include "core/roi/answer.hpp"

#include <limits>
#include <string>
#include <vector>

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>
#include <doctest/doctest.h>

namespace {

using namespace dealwright;
using namespace dealwright::roi;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

TEST_CASE("each fault has a code of its own name, says what is wrong and what would be right") {
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Fault>>([](auto enumerator) {
    if (enumerator.value == Fault::none) return;
    const Diagnostic diagnostic = diagnostic_of(enumerator.value);
    CAPTURE(diagnostic.code);
    CHECK(diagnostic.code == std::string("cash_flow.") + enumerator.name);
    CHECK(diagnostic.severity == Severity::error);
    CHECK(diagnostic.message.size() > 10);
    CHECK(diagnostic.expected.size() > 10);
  });
}

TEST_CASE("what is wrong with flows, amounts and rates") {
  CHECK(fault_of_flows(std::vector<double>{}) == Fault::no_flows);
  CHECK(fault_of_flows(std::vector<double>(601, 1.0)) == Fault::none);
  CHECK(fault_of_flows(std::vector<double>(602, 1.0)) == Fault::too_long);
  CHECK(fault_of_flows(std::vector<double>{-1, infinity}) == Fault::amount_out_of_range);
  CHECK(fault_of_amount(no_number) == Fault::amount_out_of_range);
  CHECK(fault_of_amount(-1.0000001e18) == Fault::amount_out_of_range);
  CHECK(fault_of_amount(1e18) == Fault::none);
  CHECK(fault_of_rate(-0.999) == Fault::rate_out_of_range);
  CHECK(fault_of_rate(-0.9989) == Fault::none);
  CHECK(fault_of_rate(10) == Fault::none);
  CHECK(fault_of_rate(10.01) == Fault::rate_out_of_range);
  CHECK(fault_of_rate(no_number) == Fault::rate_out_of_range);
  CHECK(answer_of(infinity).fault == Fault::result_out_of_range);
  CHECK(answer_of(no_number).fault == Fault::result_out_of_range);
}

TEST_CASE("what is wrong with dated flows") {
  const Date start = *Date::from(2026, 1, 31);
  using Flows = std::vector<DatedFlow>;
  CHECK(fault_of_flows(Flows{}) == Fault::no_flows);
  CHECK(fault_of_flows(Flows{{start, -1}, {start, 1}}) == Fault::none);
  CHECK(fault_of_flows(Flows{{start, -1}, {Date(), 1}}) == Fault::day_not_stated);
  CHECK(fault_of_flows(Flows{{start, -1}, {start.plus_days(-1), 1}}) == Fault::days_out_of_order);
  CHECK(fault_of_flows(Flows{{start, no_number}}) == Fault::amount_out_of_range);
  CHECK(fault_of_flows(Flows{{start, -1}, {start.plus_days(18263), 1}}) == Fault::none);
  CHECK(fault_of_flows(Flows{{start, -1}, {start.plus_days(18264), 1}}) == Fault::too_long);
  CHECK(fault_of_flows(Flows(602, {start, 1})) == Fault::too_long);
}

}  // namespace
