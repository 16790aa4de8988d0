#include "core/report/check_report.hpp"

#include <doctest/doctest.h>

#include "core/report/run_report.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::report;

const Currency eur = *Currency::from_code("EUR");

CheckReport example() {
  guardrails::Finding finding;
  finding.rule = "support-margin";
  finding.metric = "service_line_margin";
  finding.subject = "service line support";
  finding.value = "21.3 %";
  finding.bound = "at least 30.0 %";
  finding.message = "Support is sold under the hours it takes.";
  finding.deal = "a";
  guardrails::Change change;
  change.words = "Deal discount 25 % -> 18.4 %";
  change.tcv_before = {100000, eur};
  change.tcv_after = {108800, eur};
  change.margin_before = {20000, eur};
  change.margin_after = {28800, eur};
  finding.ways_out = {change};
  CheckReport report;
  report.result = "fail";
  report.coverage = {3, 1, 1, 4, 4, 1, 1, 0, 0};
  report.findings.push_back({{"deals/a.json", 12, 5}, finding});
  return report;
}

TEST_CASE("text names place, rule, subject, value, bound, reason and the smallest way out") {
  CHECK(check_text(example(), {}) ==
        "deals/a.json:12:5: error: support-margin: Margin of service line support: 21.3 %, must be at least 30.0 %\n"
        "    Support is sold under the hours it takes.\n"
        "    way out: Deal discount 25 % -> 18.4 %: customer pays +88.00 EUR, partner's margin +88.00 EUR\n"
        "\n"
        "FAIL: 3 documents, 1 deal, 4 rules; 4 rule checks: 1 error (1 deal fails).\n");
}

TEST_CASE("of many words that would do, the message says what is wanted, not the list") {
  CheckReport report = example();
  guardrails::Finding& finding = report.findings[0].finding;
  finding.metric = "certification_fit";
  finding.subject = "deal";
  finding.value = "not certified";
  finding.bound = "one of covered, complexity unknown";
  CHECK(finding_line(finding) == "support-margin: Certification of the deal: not certified");
  finding.bound = "covered";
  CHECK(finding_line(finding) == "support-margin: Certification of the deal: not certified, must be covered");
}

TEST_CASE("colours only where they are asked for") {
  CHECK(check_text(example(), {}).find('\x1b') == std::string::npos);
  CHECK(check_text(example(), {true}).find("\x1b[1;31merror\x1b[0m") != std::string::npos);
}

TEST_CASE("a change that moves no money says so, and no way out as well") {
  CheckReport report = example();
  guardrails::Change& change = report.findings[0].finding.ways_out[0];
  change.tcv_after = change.tcv_before;
  change.margin_after = change.margin_before;
  CHECK(check_text(report, {}).find("price and margin stay") != std::string::npos);
  report.findings[0].finding.ways_out.clear();
  CHECK(check_text(report, {}).find("no single change") != std::string::npos);
}

TEST_CASE("texts of documents cannot break lines, cells or formulas") {
  CheckReport report = example();
  report.findings[0].finding.subject = "component =1+1|\n\x1b[2J";
  report.findings[0].finding.deal = "=1+1";
  CHECK(check_text(report, {}).find("\x1b") == std::string::npos);
  CHECK(check_markdown(report).find("=1+1\\| ?\\[2J") != std::string::npos);
  CHECK(check_csv(report).find(",'=1+1,") != std::string::npos);
}

TEST_CASE("the exit code is that of the model") {
  Coverage clean, failed;
  failed.errors = 1;
  Coverage warned;
  warned.warnings = 3;
  Diagnostic warning, error;
  warning.severity = Severity::warning;
  CHECK(exit_code(clean, {}) == 0);
  CHECK(exit_code(warned, {warning}) == 0);
  CHECK(exit_code(failed, {warning}) == 1);
  CHECK(exit_code(clean, {error}) == 2);
  CHECK(exit_code(failed, {error}) == 2);
}

}  // namespace
