#include "core/report/migration_report.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "core/report/figures.hpp"
#include "core/report/proposal.hpp"

namespace dealwright::report {
namespace {

using qualification::MigrationPath;
using qualification::MigrationResult;
using qualification::MigrationStep;

std::string signed_amount(Money change) {
  return (change.minor > 0 ? "+" : "") + amount(change);
}

std::string signed_percent(Ratio share) {
  return (share.numerator > 0 ? "+" : "") + to_percent(share);
}

std::string span_words(const MigrationStep& step) {
  const std::string months = counted(step.months, "month", "months");
  return step.rest_of_term ? fmt::format("the {} left of the term", months)
                           : fmt::format("{} after the term has ended", months);
}

std::string name_of(const std::optional<model::ServiceTier>& tier) {
  if (!tier) return "none";
  return tier->name.empty() ? tier->id : tier->name;
}

std::vector<ServiceLevel> levels_of(const std::optional<model::ServiceTier>& tier) {
  return tier ? service_levels_of(*tier) : std::vector<ServiceLevel>();
}

std::string value_of(const std::vector<ServiceLevel>& levels, std::string_view name) {
  for (const ServiceLevel& level : levels)
    if (level.name == name) return level.value;
  return {};
}

}  // namespace

std::string crossing_words(const MigrationResult& result) {
  if (!result.crossing_month)
    return fmt::format("No shared limit is passed within {}.", counted(result.horizon_months, "month", "months"));
  const int begin = result.begin_by_month.value_or(0);
  const std::string when = *result.crossing_month == 0 ? "now" : fmt::format("in month {}", *result.crossing_month);
  if (result.paths.empty())
    return fmt::format(
        "{} of the shared platform is passed {}. No deal of the customer is on it, so nothing has to move.",
        result.limit_name, when);
  return fmt::format("{} is passed {}: the move must begin {}.", result.limit_name, when,
                     begin == 0 ? "now" : fmt::format("by month {}", begin));
}

std::string path_words(const MigrationPath& path) {
  if (!path.step) return path.reason;
  const MigrationStep& step = *path.step;
  std::string out = fmt::format(
      "The move changes the price a month by {} {} ({}) and keeps {} of gross margin for the partner over {}.",
      signed_amount(step.price_step), step.price_step.currency.code(), signed_percent(step.price_step_share),
      to_display(step.value_kept), span_words(step));
  if (path.left_behind.empty()) return out;
  std::string names;
  for (const std::string& component : path.left_behind) names += (names.empty() ? "" : ", ") + component;
  return out + fmt::format(" Not offered in a dedicated deployment: {}.", names);
}

std::vector<MigrationRow> migration_figures(const MigrationPath& path) {
  std::vector<MigrationRow> rows;
  if (!path.step) return rows;
  const MigrationStep& step = *path.step;
  const auto& before = step.before;
  const auto& after = step.after;
  rows.push_back({"Price a month", amount(before.price), amount(after.price),
                  fmt::format("{} ({})", signed_amount(step.price_step), signed_percent(step.price_step_share))});
  rows.push_back({"Cost a month", amount(before.cost), amount(after.cost), signed_amount(step.cost_step)});
  rows.push_back({"Gross margin a month", amount(before.gross_margin), amount(after.gross_margin),
                  signed_amount({after.gross_margin.minor - before.gross_margin.minor, after.price.currency})});
  rows.push_back({"Margin", to_percent(before.margin), to_percent(after.margin), ""});
  rows.push_back({"Migration fee", "", step.fee ? amount(*step.fee) : "none", ""});
  rows.push_back({"Cost of the move", "", step.fee ? amount(step.move_cost) : "not known", ""});
  rows.push_back({fmt::format("Gross margin, {}", span_words(step)), "", amount(step.margin_kept), ""});
  rows.push_back({"Value kept, the partner's gross margin", "", amount(step.value_kept), ""});
  return rows;
}

std::vector<MigrationRow> migration_levels(const MigrationPath& path) {
  std::vector<MigrationRow> rows;
  if (!path.step) return rows;
  const MigrationStep& step = *path.step;
  rows.push_back({"Service tier", name_of(step.tier_before), name_of(step.tier_after), ""});
  const auto before = levels_of(step.tier_before);
  const auto after = levels_of(step.tier_after);
  for (const ServiceLevel& level : after)
    if (std::string was = value_of(before, level.name); was != level.value)
      rows.push_back({level.name, std::move(was), level.value, ""});
  for (const ServiceLevel& level : before)
    if (value_of(after, level.name).empty()) rows.push_back({level.name, level.value, "", ""});
  return rows;
}

std::vector<Table> migration_tables(const MigrationResult& result) {
  std::vector<Table> tables;
  Table all{"The shared deals then", {{"Deal", false, "deal"}, {"", false, "then"}}};
  for (const MigrationPath& path : result.paths) all.add_row().text(path.name).text(path_words(path));
  if (!all.rows.empty()) tables.push_back(std::move(all));
  for (const MigrationPath& path : result.paths) {
    if (!path.step) continue;
    Table figures{
        fmt::format("Move of {}, {}", path.name, path.step->price_step.currency.code()),
        {{"", false, "figure"}, {"Shared", true, "before"}, {"Dedicated", true, "after"}, {"Change", true, "change"}}};
    for (const MigrationRow& row : migration_figures(path))
      figures.add_row().text(row.name).text(row.before).text(row.after).text(row.change);
    tables.push_back(std::move(figures));
    Table levels{fmt::format("What {} promises then", path.name),
                 {{"", false, "level"}, {"Shared", false, "before"}, {"Dedicated", false, "after"}}};
    for (const MigrationRow& row : migration_levels(path))
      levels.add_row().text(row.name).text(row.before).text(row.after);
    tables.push_back(std::move(levels));
  }
  return tables;
}

}  // namespace dealwright::report
