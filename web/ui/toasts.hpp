#pragma once
// Lines of news at the lower edge.

#include <string>
#include <string_view>
#include <vector>

#include "web/ui/ui.hpp"

namespace dealwright::web::ui {

class Toasts {
 public:
  void add(Ui& ui, std::string_view text, Tone tone, ToastAction action, double seconds);
  void draw(Ui& ui);

 private:
  struct Toast {
    int number;
    std::string text;
    Tone tone;
    ToastAction action;
    double seconds;
    double until;
  };
  // Returns whether it is to go.
  bool draw_one(Ui& ui, Toast& toast, float& bottom);

  std::vector<Toast> toasts_;  // newest last
  int count_ = 0;
};

}  // namespace dealwright::web::ui
