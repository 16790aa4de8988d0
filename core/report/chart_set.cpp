#include "core/report/chart_set.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "core/base/stable_order.hpp"
#include "core/base/wide.hpp"
#include "core/report/page.hpp"
#include "core/report/table.hpp"

namespace dealwright::report {
namespace {

constexpr std::size_t most_series = 7;

Decimal nearest_decimal(Int128 micro) {
  constexpr Int128 most = std::numeric_limits<std::int64_t>::max();
  return Decimal::from_micro(static_cast<std::int64_t>(std::clamp(micro, -most, most)));
}

Int128 size_of(const ChartSeries& series) {
  Int128 size = 0;
  for (const Decimal value : series.values) size += value.micro() < 0 ? -Int128{value.micro()} : value.micro();
  return size;
}

std::string file_name(std::string_view subject, const NamedChart& one) {
  return fmt::format("{}-{}.svg", subject, one.name);
}

bool is_plain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/' || c == '.' ||
         c == '-' || c == '_';
}

// As a URL has it: whatever else could end a link in Markdown is told by its bytes.
std::string link_to(std::string_view path) {
  std::string out;
  for (const char c : path) {
    if (is_plain(c)) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
  }
  return out;
}

}  // namespace

Decimal chart_value(Money amount) {
  return nearest_decimal(Int128{amount.minor} * (Decimal::scale / amount.currency.minor_per_major()));
}

std::vector<ChartSeries> told_apart(std::vector<ChartSeries> series) {
  if (series.size() <= most_series) return series;
  const std::vector<std::size_t> order = stable_order(
      series.size(), [&](std::size_t a, std::size_t b) { return size_of(series[a]) > size_of(series[b]); });
  std::vector<bool> is_kept(series.size());
  for (std::size_t i = 0; i + 1 < most_series; ++i) is_kept[order[i]] = true;
  std::vector<ChartSeries> out;
  ChartSeries others{"Others", {}};
  for (std::size_t i = 0; i < series.size(); ++i) {
    if (is_kept[i]) {
      out.push_back(std::move(series[i]));
      continue;
    }
    others.values.resize(std::max(others.values.size(), series[i].values.size()));
    for (std::size_t at = 0; at < series[i].values.size(); ++at)
      others.values[at] = nearest_decimal(Int128{others.values[at].micro()} + series[i].values[at].micro());
  }
  out.push_back(std::move(others));
  return out;
}

std::string charts_html(const std::vector<NamedChart>& charts) {
  std::string out;
  for (const NamedChart& one : charts)
    out += fmt::format(
        "<figure style=\"margin: 1em 0; break-inside: avoid\">\n<h3>{}</h3>\n{}<figcaption>{}"
        "</figcaption>\n</figure>\n",
        html_escaped(one.chart.title), chart_svg(one.chart), html_escaped(one.chart.sentence));
  return out;
}

std::vector<ChartFile> chart_files(std::string_view subject, const std::vector<NamedChart>& charts) {
  std::vector<ChartFile> out;
  for (const NamedChart& one : charts) out.push_back({file_name(subject, one), chart_svg(one.chart)});
  return out;
}

std::string charts_markdown(std::string_view subject, const std::vector<NamedChart>& charts, std::string_view folder) {
  if (folder.empty()) return {};
  std::string out;
  for (const NamedChart& one : charts)
    out += fmt::format("\n![{}. {}]({})\n", markdown_escaped(one.chart.title), markdown_escaped(one.chart.sentence),
                       link_to(fmt::format("{}/{}", folder, file_name(subject, one))));
  return out;
}

}  // namespace dealwright::report
