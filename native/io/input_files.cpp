#include "native/io/input_files.hpp"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string_view>
#include <system_error>
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

// Patterns of one root.
struct Exclusion {
  std::vector<std::string> patterns;
  std::string below;  // the folder that is read, from the root on: "" where it is the root

  // Whether the entry of that folder is left out.
  bool matches(std::string_view name) const {
    const std::string relative = join(below, name);
    return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
      return ::fnmatch(pattern.c_str(), relative.c_str(), FNM_PATHNAME) == 0;
    });
  }
};

// What a folder's programme.json says of it.
enum class Mark : std::uint8_t { none, root, no_root };

// The mark of a folder, and the patterns where it is a root. Mistakes of a root's file are told when it is read with
// the others.
Mark mark_of(const std::string& folder, Exclusion& exclusion) {
  const std::string path = join(folder, header_name);
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return Mark::none;
  std::string text;
  if (read_file(path, document::most_bytes, text)) return Mark::no_root;
  if (document::peek_kind(text) != "programme") return Mark::no_root;
  document::Reader reader;
  model::ProgrammeHeader header;
  std::vector<document::Span> documents;
  Diagnostics ignored;
  reader.read_bundle(text, document::type_of<model::ProgrammeHeader>(), "programme", &header, documents, ignored);
  if (!documents.empty()) return Mark::no_root;
  exclusion.patterns = std::move(header.exclude);
  for (std::string& pattern : exclusion.patterns) {
    while (pattern.ends_with('/')) pattern.pop_back();
    if (pattern.starts_with("./")) pattern.erase(0, 2);
  }
  return Mark::root;
}

// From a root to a folder below it, however each is spelt: "deals/2026".
std::string path_below(const std::string& root, const std::string& folder) {
  const auto plain = [](const std::string& path) {
    std::error_code ignored;
    std::filesystem::path out = std::filesystem::absolute(path, ignored).lexically_normal();
    return out.has_filename() ? out : out.parent_path();
  };
  const std::string below = plain(folder).lexically_relative(plain(root)).string();
  return below == "." ? std::string() : below;
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
      found_.files.push_back({path, FileRole::given, true});
      return;
    }
    if (path.empty()) {
      tell_usage("a path is empty", "a file, a folder or -");
      return;
    }
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) {
      tell(path, "cannot be read", errno);
      return;
    }
    const FileKey key{info.st_dev, info.st_ino};
    if (!S_ISDIR(info.st_mode)) {
      add_file(path, key, FileRole::given, !S_ISREG(info.st_mode));
      // Where a pipe stands says nothing of what comes through it.
      if (S_ISREG(info.st_mode)) add_root(path, root_of(parent(path)));
      return;
    }
    std::string folder = path;
    while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
    const std::optional<std::string> root = root_of(folder);
    std::vector<Exclusion> exclusions;
    if (root && *root != folder) {
      Exclusion outer;
      mark_of(*root, outer);
      outer.below = path_below(*root, folder);
      exclusions.push_back(std::move(outer));
    }
    saw_something_ = false;
    std::set<FileKey> walked{key};
    walk(folder, exclusions, FileRole::given, walked);
    if (!saw_something_) {
      found_.diagnostics.push_back(
          about_file("file.none", path, "the folder holds no document", "files ending in .json, .jsonl or .ndjson"));
    }
    add_root(path, root);
  }

  // The programme around the current folder.
  void add_surrounding() {
    if (const auto root = root_of(".")) {
      add_given(*root);
    } else {
      tell_usage("no path is given, and no programme.json marks this folder or one above it as a programme's root",
                 "files or folders; . is all below this folder");
    }
  }

  // The nearest folder at or above this one that is the root of a programme.
  std::optional<std::string> root_of(std::string folder) {
    for (int steps = 0; steps < 256; ++steps) {
      Exclusion ignored;
      const Mark mark = mark_of(folder, ignored);
      if (mark == Mark::root) return folder;
      if (mark == Mark::no_root) no_roots_.push_back(join(folder, header_name));
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

  // A programme.json that marks no root is told, unless it is read with the others, which says what is wrong with it.
  void tell_no_roots() {
    std::set<FileKey> told;
    for (const std::string& path : no_roots_) {
      const auto key = key_of(path);
      if (!key || known_.count(*key) != 0 || !told.insert(*key).second) continue;
      found_.diagnostics.push_back(about_file(marks_no_root, path,
                                              "marks no programme's root, so what lies beside it is not read",
                                              "a document of kind programme without documents", Severity::warning));
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

  void tell_usage(std::string message, std::string expected) {
    found_.diagnostics.push_back(about_file("usage", {}, std::move(message), std::move(expected)));
  }

  void add_root(const std::string& path, const std::optional<std::string>& root) {
    roots_.push_back(root);
    if (!root && found_.rootless.empty()) found_.rootless = path;
  }

  void add_file(const std::string& path, FileKey key, FileRole role, bool read_once = false) {
    saw_something_ = true;
    if (known_.insert(key).second) found_.files.push_back({path, role, read_once});
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
      Exclusion own;
      if (mark_of(folder, own) == Mark::root) exclusions.push_back(std::move(own));
    }
    for (const std::string& name : names) {
      if (std::any_of(exclusions.begin(), exclusions.end(), [&](const Exclusion& one) { return one.matches(name); }))
        continue;
      const std::string path = join(folder, name);
      struct stat info {};
      if (::stat(path.c_str(), &info) != 0) {
        if (is_document_name(name)) tell(path, "cannot be read", errno);
        continue;
      }
      const FileKey key{info.st_dev, info.st_ino};
      if (S_ISDIR(info.st_mode)) {
        if (!walked.insert(key).second) continue;
        std::vector<Exclusion> inner = exclusions;
        for (Exclusion& one : inner) one.below = join(one.below, name);
        walk(path, std::move(inner), role, walked);
      } else if (S_ISREG(info.st_mode) && is_document_name(name)) {
        add_file(path, key, role);
      }
    }
  }

  InputFiles found_;
  std::set<FileKey> known_;
  std::set<FileKey> walked_roots_;
  std::vector<std::optional<std::string>> roots_;
  std::vector<std::string> no_roots_;  // files programme.json met on the way up that mark none
  std::set<std::pair<FileKey, std::string>> told_;
  bool saw_something_ = false;  // a document or a failure, below the folder that is read
};

}  // namespace

bool is_lines_file(const std::string& path) {
  return path.ends_with(".jsonl") || path.ends_with(".ndjson");
}

InputFiles find_input_files(const std::vector<std::string>& paths) {
  Finder finder;
  if (paths.empty()) finder.add_surrounding();
  for (const std::string& path : paths) finder.add_given(path);
  finder.add_references();
  finder.tell_no_roots();
  return finder.take();
}

}  // namespace dealwright::native
