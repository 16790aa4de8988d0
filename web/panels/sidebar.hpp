#pragma once
// Every document by kind, and the search over them.

#include <string>
#include <vector>

#include "web/panels/view.hpp"

namespace dealwright::web {

// A file that the person asked for.
struct FileOut {
  std::string name;
  std::string bytes;
};

// Returns what is to be handed to the person.
std::vector<FileOut> sidebar(View& view);

}  // namespace dealwright::web
