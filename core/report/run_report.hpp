#pragma once
// The full results of an Evaluation: text, Markdown, HTML, CSV, JSON.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/report/chart_set.hpp"
#include "core/report/deal_tables.hpp"
#include "core/report/evaluation.hpp"

namespace dealwright::report {

enum class RunTable : std::uint8_t { lines, schedule, totals, margins, findings, customer_return };
BOOST_DESCRIBE_ENUM(RunTable, lines, schedule, totals, margins, findings, customer_return)

// An overview where there are several deals, then each deal with its totals, lines, margins, schedule, returns and
// findings.
std::string run_text(const Evaluation& evaluation, ScheduleStep step);
// Where there is a folder of charts, with links to them: `charts` is the way from the report to it.
std::string run_markdown(const Evaluation& evaluation, ScheduleStep step, std::string_view charts = {});
// One page by itself, with the charts in it.
std::string run_html(const Evaluation& evaluation, ScheduleStep step);
// The charts that Markdown refers to.
std::vector<ChartFile> run_charts(const Evaluation& evaluation);
// One table over all priced deals; the first column is the deal. Amounts are plain decimals, shares of six places.
std::string run_csv(const Evaluation& evaluation, RunTable table, ScheduleStep step);
// The Evaluation itself: the bytes that the native and the WebAssembly build agree on.
std::string run_json(const Evaluation& evaluation);

// 2 where a diagnostic is an error, else 1 where a finding is, else 0.
int exit_code(const Coverage& coverage, const Diagnostics& diagnostics);

}  // namespace dealwright::report
