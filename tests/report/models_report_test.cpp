#include "core/report/models_report.hpp"

#include <doctest/doctest.h>

namespace {

using namespace dealwright;

roi::ModelFigures model_of(const char* name, std::int64_t minor, bool is_chosen = false) {
  roi::ModelFigures out;
  out.id = out.name = name;
  out.is_chosen = is_chosen;
  out.present = {minor, *Currency::from_code("EUR")};
  return out;
}

TEST_CASE("bars of models begin with the referral, in both charts") {
  roi::ModelComparison comparison;
  comparison.offer_models = {model_of("Referral", 10'000), model_of("White label", 25'050, true)};
  comparison.revenue_models = {model_of("Fixed scope", -5'000)};
  // Where nothing is known of the referral, nothing is compared with it.
  CHECK(report::model_charts(comparison)[1].labels == std::vector<std::string>{"Fixed scope"});
  comparison.offer_models[0].over_referral = Money{0, *Currency::from_code("EUR")};
  const auto charts = report::model_charts(comparison);
  REQUIRE(charts.size() == 2);
  CHECK(charts[0].labels == std::vector<std::string>{"Referral", "White label, this deal"});
  CHECK(charts[0].series[0].values == std::vector<Decimal>{Decimal::whole(100), Decimal::from_micro(250'500'000)});
  CHECK(charts[0].unit == "EUR");
  CHECK(charts[0].sentence == "White label is worth most, 250.50 EUR. Referral is worth 100.00 EUR.");
  CHECK(charts[1].labels == std::vector<std::string>{"Referral", "Fixed scope"});
  CHECK(charts[1].series[0].values == std::vector<Decimal>{Decimal::whole(100), Decimal::whole(-50)});
  CHECK(charts[1].sentence == "Referral is worth most, 100.00 EUR.");
  CHECK(report::model_charts({})[0].labels.empty());
}

}  // namespace
