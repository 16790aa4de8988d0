#include "web/panels/migration_card.hpp"

#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <imgui.h>

#include "core/report/figures.hpp"
#include "core/report/migration_report.hpp"
#include "web/panels/view.hpp"
#include "web/ui/chart/chart.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/table.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

using qualification::MigrationPath;
using qualification::MigrationResult;
using qualification::MigrationStep;

// From the price a month on the shared platform to the one after the move, service line by service line.
void price_picture(const MigrationPath& path, const MigrationStep& step) {
  std::vector<ui::WaterfallStep> steps{{"Shared", chart_value(step.before.price), true}};
  for (const auto& line : step.service_lines)
    if (line.before != line.after)
      steps.push_back(
          {report::titled(report::word(line.service_line)), chart_value(line.after) - chart_value(line.before), false});
  steps.push_back({"Dedicated", chart_value(step.after.price), true});
  ui::waterfall_chart({.name = fmt::format("Price a month of {} before and after the move", path.name),
                       .sentence = report::path_words(path),
                       .height = 200,
                       .unit = step.price_step.currency.code()},
                      steps);
}

void figures_table(const MigrationPath& path, const MigrationStep& step) {
  const std::string head = fmt::format("In {}", step.price_step.currency.code());
  const std::array<ui::Column, 4> columns{ui::Column{.head = head, .weight = 1.6F, .wraps = true},
                                          ui::Column{.head = "Shared", .kind = ui::ColumnKind::number},
                                          ui::Column{.head = "Dedicated", .kind = ui::ColumnKind::number},
                                          ui::Column{.head = "Change", .kind = ui::ColumnKind::number, .weight = 1.4F}};
  const auto rows = report::migration_figures(path);
  ui::Table table(fmt::format("Figures of the move of {}", path.name), columns);
  table.rows(static_cast<int>(rows.size()), [&](int i) {
    const auto& row = rows[static_cast<std::size_t>(i)];
    table.row(row.name);
    table.text(row.name);
    table.number(row.before);
    table.number(row.after);
    table.number(row.change);
  });
}

void levels_table(const MigrationPath& path) {
  static constexpr std::array<ui::Column, 3> columns{ui::Column{.head = "Service level", .wraps = true},
                                                     ui::Column{.head = "Shared", .wraps = true},
                                                     ui::Column{.head = "Dedicated", .wraps = true}};
  const auto rows = report::migration_levels(path);
  ui::Table table(fmt::format("Service levels of {} before and after the move", path.name), columns);
  table.rows(static_cast<int>(rows.size()), [&](int i) {
    const auto& row = rows[static_cast<std::size_t>(i)];
    table.row(row.name);
    table.text(row.name);
    table.text(row.before);
    table.text(row.after);
  });
}

}  // namespace

void migration_card(const MigrationResult& result) {
  ui::Card card("Migration path");
  ui::paragraph(report::crossing_words(result));
  for (const MigrationPath& path : result.paths) {
    ImGui::PushID(path.deal.c_str());
    ui::space_small();
    ui::heading(path.name, 3);
    ui::paragraph(report::path_words(path));
    if (path.step) {
      {
        ui::Columns columns("move", {1, 1.4F}, 280);
        columns.next();
        price_picture(path, *path.step);
        columns.next();
        figures_table(path, *path.step);
      }
      levels_table(path);
    }
    ImGui::PopID();
  }
}

}  // namespace dealwright::web
