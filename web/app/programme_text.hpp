#pragma once
// A programme as one bundle text and back, without losing documents that are still incomplete.

#include <string>
#include <string_view>

#include "core/base/diagnostic.hpp"
#include "core/model/programme.hpp"
#include "core/model/programme_header.hpp"

namespace dealwright::web {

struct LoadedProgramme {
  model::Programme documents;
  model::ProgrammeHeader header;
  Diagnostics diagnostics;  // of what could not be read; `file` is the name
  bool is_whole = true;     // everything that the text says is in `documents` and `header`
};

// Unlike the runner, which leaves out every document with a mistake, this keeps those in which something is only
// missing yet. A document whose id is taken gets one of its own, and that is told.
LoadedProgramme load_programme(std::string_view text, const std::string& name);

// What a bundle says of itself, without its documents; empty where it cannot be read.
model::ProgrammeHeader read_header(std::string_view text);

// Canonical: what `dealwright fmt` leaves as it is.
std::string write_programme(const model::Programme& documents, const model::ProgrammeHeader& header);

}  // namespace dealwright::web
