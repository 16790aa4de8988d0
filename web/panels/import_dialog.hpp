#pragma once
// Files that were dropped or picked: what they hold, what they would replace, and the question whether to take them in.

#include <string>
#include <vector>

#include "web/app/session.hpp"
#include "web/platform/platform.hpp"
#include "web/ui/ui.hpp"

namespace dealwright::web {

class ImportDialog {
 public:
  // Reads the files; the programme is not touched before the person agrees.
  void open(const Session& session, std::vector<FileIn> files);
  void draw(Session& session, ui::Ui& ui);

 private:
  ImportPlan plan_;
  std::string bundle_;  // of a file that is a whole programme
  std::vector<std::string> problems_;
  bool opening_ = false;
};

}  // namespace dealwright::web
