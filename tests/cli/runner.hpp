#pragma once
// Runs the runner as a person would: one command line, in a world made boring (zone, language, terminal, day).

#include <string>
#include <vector>

namespace tests {

struct Outcome {
  int exit_code = -1;
  std::string out;
  std::string err;
};

struct Setting {
  std::string input;   // standard input
  std::string folder;  // working folder; "": the repository
  std::string before;  // shell words before the program: "ulimit -f 1;"
  std::string out_to;  // where standard output goes; "": into Outcome::out
};

// The command line as a shell reads it, without the program's name.
Outcome run(const std::string& arguments, const Setting& setting = {});

// A new empty folder that is removed at the end of the program.
std::string scratch_folder();

std::string read_text(const std::string& path);
void write_text(const std::string& path, const std::string& text);
bool exists(const std::string& path);

// Compares with tests/golden/NAME, and shows a unified diff where they differ. With DEALWRIGHT_BLESS=1 the text is
// taken instead.
void check_golden(const std::string& name, const std::string& text);

}  // namespace tests
