#pragma once
// The whole app in one window: its parts side by side, its shortcuts, and what passes between the person's work and the
// platform.

#include <memory>

#include "web/panels/view.hpp"
#include "web/platform/platform.hpp"
#include "web/ui/ui.hpp"

namespace dealwright::web {

class App {
 public:
  // The current ImGui context is the platform's.
  explicit App(Platform& platform);
  ~App();
  App(const App&) = delete;
  App& operator=(const App&) = delete;

  // Draws one frame, between ImGui::NewFrame() and ImGui::Render().
  void frame();

  Session& session();
  View& view();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dealwright::web
