#pragma once
// Files and folders by what both builds have: the C library and POSIX directories.

#include <string>
#include <string_view>
#include <vector>

namespace dealwright::tests {

// The bytes of a file; false where it cannot be read.
bool read_file(const std::string& path, std::string& bytes);

// Appends the paths that a file names, one a line; false where it cannot be read.
bool read_list(std::string_view path, std::vector<std::string>& paths);

// Appends the path of a file, or of all .json and .jsonl files under a folder, in the order of their names; false where
// there is neither.
bool add_documents(const std::string& path, std::vector<std::string>& paths);

}  // namespace dealwright::tests
