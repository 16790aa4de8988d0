#include "tests/same_bytes/files.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include <dirent.h>
#include <sys/stat.h>

namespace dealwright::tests {

bool read_file(const std::string& path, std::string& bytes) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (!file) return false;
  bytes.clear();
  std::array<char, 65536> piece;
  while (const auto length = std::fread(piece.data(), 1, piece.size(), file)) bytes.append(piece.data(), length);
  const bool sound = std::ferror(file) == 0;
  std::fclose(file);
  return sound;
}

bool read_list(std::string_view path, std::vector<std::string>& paths) {
  std::string text;
  if (!read_file(std::string(path), text)) return false;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    if (end > begin) paths.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return true;
}

bool add_documents(const std::string& path, std::vector<std::string>& paths) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return false;
  if (!S_ISDIR(status.st_mode)) {
    paths.push_back(path);
    return true;
  }
  DIR* folder = opendir(path.c_str());
  if (!folder) return false;
  std::vector<std::string> names;
  while (const auto* entry = readdir(folder)) {
    const std::string name = entry->d_name;
    if (!name.starts_with('.')) names.push_back(name);
  }
  closedir(folder);
  std::sort(names.begin(), names.end());
  bool sound = true;
  for (const auto& name : names) {
    const std::string inner = path + "/" + name;
    const bool is_folder = stat(inner.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
    if (is_folder || name.ends_with(".json") || name.ends_with(".jsonl")) sound = add_documents(inner, paths) && sound;
  }
  return sound;
}

}  // namespace dealwright::tests
