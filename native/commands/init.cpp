// dealwright init: a small complete programme to start from.

#include <cerrno>
#include <memory>

#include <fmt/format.h>
#include <sys/stat.h>

#include "native/commands/commands.hpp"
#include "native/commands/init_files.hpp"
#include "native/commands/options.hpp"
#include "native/io/files.hpp"

namespace dealwright::native {
namespace {

struct InitOptions {
  CommonOptions common;
  std::string folder = ".";
};

std::optional<Diagnostic> make_folder(const std::string& path) {
  struct stat info {};
  if (::mkdir(path.c_str(), 0777) == 0) return std::nullopt;
  const int error = errno;
  if (error == EEXIST && ::stat(path.c_str(), &info) == 0) {
    return S_ISDIR(info.st_mode) ? std::nullopt
                                 : std::optional(file_diagnostic(path, "cannot be made a folder", ENOTDIR));
  }
  return file_diagnostic(path, "cannot be made", error);
}

int init(const InitOptions& options) {
  Diagnostics diagnostics;
  // Nothing is written where anything would be in the way.
  for (const InitFile& file : init_files()) {
    const std::string path = fmt::format("{}/{}", options.folder, file.path);
    struct stat info {};
    if (::lstat(path.c_str(), &info) != 0) continue;
    Diagnostic diagnostic;
    diagnostic.code = "file.exists";
    diagnostic.file = path;
    diagnostic.message = "is already there, and nothing is written";
    diagnostics.push_back(std::move(diagnostic));
  }
  if (!diagnostics.empty()) return finish(options.common, "", diagnostics, exit_bad_input);

  if (auto failure = make_folder(options.folder)) return finish(options.common, "", {*failure}, exit_bad_input);
  std::string results;
  for (const InitFile& file : init_files()) {
    const std::string path = fmt::format("{}/{}", options.folder, file.path);
    const auto slash = path.rfind('/');
    std::optional<Diagnostic> failure = make_folder(path.substr(0, slash));
    if (!failure) failure = write_absent_file(path, file.text);
    if (failure) {
      diagnostics.push_back(std::move(*failure));
      break;
    }
    results += path + '\n';
  }
  if (diagnostics.empty()) results += fmt::format("\nNext: dealwright check {}\n", options.folder);
  return finish(options.common, results, diagnostics, exit_pass);
}

}  // namespace

void add_init(CLI::App& application, int& exit_code) {
  const auto options = std::make_shared<InitOptions>();
  CLI::App* command =
      application.add_subcommand("init", "Write a small complete programme to start from; nothing is overwritten");
  command->add_option("folder", options->folder, "Where it is written")->capture_default_str();
  add_output(*command, options->common);
  add_color(*command, options->common);
  add_example(*command, "dealwright init my-programme && dealwright check my-programme");
  command->callback([options, &exit_code] { exit_code = init(*options); });
}

}  // namespace dealwright::native
