#pragma once
// The gallery of widgets in the page, at "#gallery" and the words that say how it looks:
// "#gallery/charts/dark/compact". Pages: fields, actions, data, charts, icons.

#include "tests/web/bench_page/gallery.hpp"
#include "web/platform/platform.hpp"

namespace dealwright::web {

class GalleryScreen {
 public:
  explicit GalleryScreen(Platform& platform);

  // One frame, between ImGui::NewFrame() and ImGui::Render().
  void frame();
  ui::Ui& ui() { return ui_; }

 private:
  void follow_address();

  Platform& platform_;
  ui::Ui ui_;
  Gallery gallery_;
};

}  // namespace dealwright::web
