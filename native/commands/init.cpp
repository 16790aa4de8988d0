// dealwright init: a small complete programme to start from.

#include <cerrno>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

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

// What was made so far, for all of it to be removed where a later file fails.
class Made {
 public:
  void add_folder(std::string path) { paths_.emplace_back(std::move(path), true); }
  void add_file(std::string path) { paths_.emplace_back(std::move(path), false); }
  // The last first: a folder after what is in it.
  void remove() {
    for (; !paths_.empty(); paths_.pop_back()) {
      const auto& [path, is_folder] = paths_.back();
      static_cast<void>(is_folder ? ::rmdir(path.c_str()) : ::unlink(path.c_str()));
    }
  }

 private:
  std::vector<std::pair<std::string, bool>> paths_;
};

std::optional<Diagnostic> make_folder(const std::string& path, Made& made) {
  struct stat info {};
  if (::mkdir(path.c_str(), 0777) == 0) {
    made.add_folder(path);
    return std::nullopt;
  }
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
    diagnostics.push_back(about_file("file.exists", path, "is already there, and nothing is written"));
  }
  if (!diagnostics.empty()) return fail(options.common, std::move(diagnostics));

  Made made;
  if (auto failure = make_folder(options.folder, made)) return fail(options.common, {*failure});
  std::string results;
  for (const InitFile& file : init_files()) {
    const std::string path = fmt::format("{}/{}", options.folder, file.path);
    const auto slash = path.rfind('/');
    std::optional<Diagnostic> failure = make_folder(path.substr(0, slash), made);
    if (!failure) failure = write_absent_file(path, file.text);
    if (failure) {
      // Half a programme would be in the way of the next call.
      made.remove();
      return fail(options.common, {*failure});
    }
    made.add_file(path);
    results += path + '\n';
  }
  results += fmt::format("\nNext: dealwright check {}\n", options.folder);
  return finish(options.common, results, {}, exit_pass);
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
