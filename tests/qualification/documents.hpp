#pragma once
// Documents of a folder under tests/, read as the runner reads them.

#include <fstream>
#include <initializer_list>
#include <sstream>
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "core/document/collection.hpp"
#include "core/document/model_types.hpp"
#include "core/model/programme.hpp"

namespace dealwright::qualification_test {

// `names` are without folder and ".json". Fails the test where anything is wrong with one of them.
inline model::Programme documents_of(const std::string& folder, std::initializer_list<const char*> names) {
  document::Library<model::Programme> library;
  document::Reader reader;
  Diagnostics found;
  for (const char* name : names) {
    std::ifstream file(folder + "/" + name + ".json", std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    document::add_source(library, {name, text.str()}, reader, found);
  }
  REQUIRE(found.empty());
  return std::move(library.documents);
}

}  // namespace dealwright::qualification_test
