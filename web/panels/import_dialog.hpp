#pragma once
// Files that were dropped or picked: what they hold, what they would replace, and the question whether to take them in.

#include <vector>

#include "web/panels/view.hpp"
#include "web/platform/platform.hpp"

namespace dealwright::web {

class ImportDialog {
 public:
  // Reads the files, beside those that the dialog holds while it is open; the programme is not touched before the
  // person agrees.
  void open(const Session& session, std::vector<FileIn> files);
  void draw(View& view);

 private:
  std::vector<FileIn> files_;  // until the dialog is closed
  ImportPlan plan_;
  bool opening_ = false;
};

}  // namespace dealwright::web
