#include "native/commands/chart_folder.hpp"

#include <filesystem>
#include <system_error>

#include "native/io/files.hpp"

namespace dealwright::native {

void add_charts(CLI::App& command, std::string& folder) {
  command.add_option("--charts", folder, "Folder for the charts that --format markdown refers to, as SVG")
      ->type_name("FOLDER");
}

std::string idle_charts(const std::string& folder, const CommonOptions& options) {
  return folder.empty() || options.format == "markdown" ? "" : "--charts is for --format markdown";
}

std::string way_to_charts(const std::string& folder, const CommonOptions& options) {
  if (folder.empty()) return {};
  std::error_code failure;
  const std::filesystem::path to = std::filesystem::absolute(folder, failure).lexically_normal();
  const std::filesystem::path from = std::filesystem::absolute(options.output, failure).parent_path();
  if (options.output.empty() || failure) return folder;
  const std::string way = to.lexically_relative(from.lexically_normal()).generic_string();
  return way.empty() ? folder : way;
}

Diagnostics write_charts(const std::string& folder, const std::vector<report::ChartFile>& files) {
  std::error_code failure;
  std::filesystem::create_directories(folder, failure);
  if (failure) {
    Diagnostic diagnostic = file_diagnostic(folder, "cannot be made", failure.value());
    diagnostic.code = "file.unwritable";
    return {diagnostic};
  }
  for (const report::ChartFile& file : files)
    if (auto unwritten = write_file((std::filesystem::path(folder) / file.name).string(), file.svg))
      return {*std::move(unwritten)};
  return {};
}

}  // namespace dealwright::native
