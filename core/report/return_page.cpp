#include "core/report/return_page.hpp"

#include "core/report/page.hpp"
#include "core/report/return_charts.hpp"
#include "core/report/return_tables.hpp"

namespace dealwright::report {

std::string return_page(std::string_view title, const roi::CustomerReturn& found) {
  std::string out = page_begin(title);
  out += "<h1>" + html_escaped(title) + "</h1>\n" + table_html(return_figures_table(found));
  for (const Chart& chart : {cumulative_chart(found), benefits_chart(found)})
    out += "<h2>" + html_escaped(chart.title) + "</h2>\n" + chart_svg(chart);
  out += table_html(return_table(found)) + table_html(cumulative_table(found));
  return out + page_end();
}

}  // namespace dealwright::report
