#pragma once
// The test programme, as it is and as tests change it.

#include <filesystem>
#include <string>

#include <doctest/doctest.h>

#include "tests/cli/runner.hpp"

namespace tests {

inline const std::string programme = "tests/golden/programme";

// A copy of the test programme that a test may change.
inline std::string copy_of_programme() {
  const std::string folder = scratch_folder() + "/programme";
  std::filesystem::copy(programme, folder, std::filesystem::copy_options::recursive);
  return folder;
}

inline bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

inline std::string on_one_line(std::string text) {
  for (char& c : text) c = c == '\n' ? ' ' : c;
  return text + "\n";
}

// The test programme as JSON lines: reference documents first.
inline std::string as_lines(int copies) {
  std::string lines;
  for (const char* path :
       {"brands/studio.json", "partners/studio.json", "customers/alpine-outdoor.json", "customers/nordic-home.json",
        "price_books/standard-2026.json", "guardrails/standard.json"}) {
    lines += on_one_line(read_text(programme + "/" + path));
  }
  const std::string deal = on_one_line(read_text(programme + "/deals/alpine-outdoor-growth.json"));
  const std::string id = "\"alpine-outdoor-growth\"";
  for (int i = 0; i < copies; ++i) {
    std::string one = deal;
    one.replace(one.find(id), id.size(), "\"deal-" + std::to_string(i) + "\"");
    lines += one;
  }
  return lines;
}

// Where the last line begins.
inline std::size_t last_line(const std::string& lines) {
  return lines.rfind('\n', lines.size() - 2) + 1;
}

// What `check` says of paths with mistakes.
inline std::string mistakes_of(const std::string& paths) {
  const Outcome outcome = run("check " + paths);
  CHECK(outcome.exit_code == 2);
  return outcome.out;
}

}  // namespace tests
