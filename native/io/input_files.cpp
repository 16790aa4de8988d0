#include "native/io/input_files.hpp"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <memory>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include <dirent.h>
#include <fnmatch.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/document/collection.hpp"
#include "core/document/limits.hpp"
#include "core/document/model_types.hpp"
#include "native/io/files.hpp"

namespace dealwright::native {
namespace {

constexpr std::string_view header_name = "programme.json";

using FileKey = std::pair<dev_t, ino_t>;

std::string join(const std::string& folder, std::string_view name) {
  if (folder.empty() || folder == ".") return std::string(name);
  return folder.ends_with('/') ? folder + std::string(name) : folder + '/' + std::string(name);
}

bool is_document_name(std::string_view name) {
  return name.ends_with(".json") || is_lines_file(std::string(name));
}

// Patterns of one root, and the folder they are relative to.
struct Exclusion {
  std::string root;
  std::vector<std::string> patterns;

  // Whether the entry at `path`, which lies below the root, is left out.
  bool matches(const std::string& path) const {
    std::string_view relative = path;
    if (root != "." && !root.empty())
      relative.remove_prefix(std::min(relative.size(), root.ends_with('/') ? root.size() : root.size() + 1));
    return std::any_of(patterns.begin(), patterns.end(), [&](std::string pattern) {
      while (pattern.ends_with('/')) pattern.pop_back();
      if (pattern.starts_with("./")) pattern.erase(0, 2);
      return ::fnmatch(pattern.c_str(), std::string(relative).c_str(), FNM_PATHNAME) == 0;
    });
  }
};

// The patterns of a folder whose programme.json marks a root. Its mistakes are told when the file is read with the
// others.
std::optional<Exclusion> exclusion_of(const std::string& folder) {
  const std::string path = join(folder, header_name);
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return std::nullopt;
  std::string text;
  if (read_file(path, document::most_bytes, text)) return std::nullopt;
  if (document::peek_kind(text) != "programme") return std::nullopt;
  document::Reader reader;
  model::ProgrammeHeader header;
  std::vector<document::Span> documents;
  Diagnostics ignored;
  reader.read_bundle(text, document::type_of<model::ProgrammeHeader>(), "programme", &header, documents, ignored);
  if (!documents.empty()) return std::nullopt;
  return Exclusion{folder, std::move(header.exclude)};
}

std::optional<FileKey> key_of(const std::string& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) return std::nullopt;
  return FileKey{info.st_dev, info.st_ino};
}

class Finder {
 public:
  InputFiles take() { return std::move(found_); }

  void add_given(const std::string& path) {
    if (path == "-") {
      found_.files.push_back({path, FileRole::given});
      return;
    }
    struct stat info {};
    if (path.empty() || ::stat(path.c_str(), &info) != 0) {
      tell(path, "cannot be read", path.empty() ? ENOENT : errno);
      return;
    }
    const FileKey key{info.st_dev, info.st_ino};
    if (!S_ISDIR(info.st_mode)) {
      add_file(path, key, FileRole::given);
      roots_.push_back(root_of(parent(path)));
      return;
    }
    std::string folder = path;
    while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
    const std::optional<std::string> root = root_of(folder);
    std::vector<Exclusion> exclusions;
    if (root && *root != folder) {
      if (auto outer = exclusion_of(*root)) exclusions.push_back(std::move(*outer));
    }
    saw_something_ = false;
    std::set<FileKey> walked{key};
    walk(folder, exclusions, FileRole::given, walked);
    if (!saw_something_) {
      Diagnostic diagnostic;
      diagnostic.code = "file.none";
      diagnostic.file = path;
      diagnostic.message = "the folder holds no document";
      diagnostic.expected = "files ending in .json, .jsonl or .ndjson";
      found_.diagnostics.push_back(std::move(diagnostic));
    }
    roots_.push_back(root);
  }

  // The nearest folder at or above this one that is the root of a programme.
  static std::optional<std::string> root_of(std::string folder) {
    for (int steps = 0; steps < 256; ++steps) {
      if (exclusion_of(folder)) return folder;
      const auto here = key_of(folder);
      std::string above;
      if (folder == "." || folder == ".." || folder.ends_with("/..")) {
        above = folder == "." ? ".." : folder + "/..";
      } else {
        above = parent(folder);
      }
      const auto there = key_of(above);
      if (!here || !there || *here == *there) return std::nullopt;
      folder = above;
    }
    return std::nullopt;
  }

  // Brings in the programmes around what was given.
  void add_references() {
    for (const std::optional<std::string>& root : std::exchange(roots_, {})) {
      if (!root) continue;
      const auto key = key_of(*root);
      if (!key || !walked_roots_.insert(*key).second) continue;
      std::set<FileKey> walked{*key};
      walk(*root, {}, FileRole::reference, walked);
    }
  }

 private:
  static std::string parent(const std::string& path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
  }

  // What cannot be read is met again where the programme around it is read, maybe by another spelling of its path: it
  // is told once. Where it is links nothing can be asked of it, so it is known by its folder and its name in there.
  void tell(const std::string& path, std::string_view what, int error_number) {
    saw_something_ = true;
    const std::string_view name = std::string_view(path).substr(path.rfind('/') + 1);
    if (const auto folder = key_of(parent(path)); folder && !told_.emplace(*folder, name).second) return;
    found_.diagnostics.push_back(file_diagnostic(path, what, error_number));
  }

  void add_file(const std::string& path, FileKey key, FileRole role) {
    saw_something_ = true;
    if (known_.insert(key).second) found_.files.push_back({path, role});
  }

  // `walked` holds the folders that were entered: links that lead in a circle end there.
  void walk(const std::string& folder, std::vector<Exclusion> exclusions, FileRole role, std::set<FileKey>& walked) {
    const std::unique_ptr<DIR, int (*)(DIR*)> directory(::opendir(folder.c_str()), &::closedir);
    if (!directory) {
      tell(folder, "the folder cannot be read", errno);
      return;
    }
    std::vector<std::string> names;
    errno = 0;
    while (const dirent* entry = ::readdir(directory.get())) {
      if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
    }
    if (errno != 0) tell(folder, "the folder cannot be read to its end", errno);
    std::sort(names.begin(), names.end());
    if (std::binary_search(names.begin(), names.end(), header_name)) {
      if (auto own = exclusion_of(folder)) exclusions.push_back(std::move(*own));
    }
    for (const std::string& name : names) {
      const std::string path = join(folder, name);
      if (std::any_of(exclusions.begin(), exclusions.end(), [&](const Exclusion& one) { return one.matches(path); }))
        continue;
      struct stat info {};
      if (::stat(path.c_str(), &info) != 0) {
        if (is_document_name(name)) tell(path, "cannot be read", errno);
        continue;
      }
      const FileKey key{info.st_dev, info.st_ino};
      if (S_ISDIR(info.st_mode)) {
        if (walked.insert(key).second) walk(path, exclusions, role, walked);
      } else if (S_ISREG(info.st_mode) && is_document_name(name)) {
        add_file(path, key, role);
      }
    }
  }

  InputFiles found_;
  std::set<FileKey> known_;
  std::set<FileKey> walked_roots_;
  std::vector<std::optional<std::string>> roots_;
  std::set<std::pair<FileKey, std::string>> told_;
  bool saw_something_ = false;  // a document or a failure, below the folder that is read
};

}  // namespace

bool is_lines_file(const std::string& path) {
  return path.ends_with(".jsonl") || path.ends_with(".ndjson");
}

InputFiles find_input_files(const std::vector<std::string>& paths) {
  Finder finder;
  if (paths.empty()) finder.add_given(Finder::root_of(".").value_or("."));
  for (const std::string& path : paths) finder.add_given(path);
  finder.add_references();
  return finder.take();
}

}  // namespace dealwright::native
