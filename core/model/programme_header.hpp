#pragma once
// What a programme says of itself, beside its documents.

#include <array>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/annotation.hpp"

namespace dealwright::model {

struct ProgrammeHeader {
  std::string id;
  std::string name;
  std::vector<std::string> exclude;
};
BOOST_DESCRIBE_STRUCT(ProgrammeHeader, (), (id, name, exclude))
constexpr auto notes_of(const ProgrammeHeader*) {
  return std::array{
      field("id", "Id", Unit::identifier),
      field("name", "Name"),
      field("exclude", "Exclude")
          .most(100)
          .help("File patterns, relative to the file that states them, that are not read."),
  };
}

}  // namespace dealwright::model
