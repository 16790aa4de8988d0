#pragma once
// What stands over the rest: dialogs and menus.

#include <string_view>

#include "web/ui/widgets/button.hpp"

namespace dealwright::web::ui {

// A modal dialog: the focus stays in it, Escape and its cross close it.
//   if (button("Delete")) open_dialog("Delete deal");
//   if (Dialog dialog("Delete deal"); dialog) { paragraph(...); dialog.actions(...); }
struct DialogOptions {
  float width = 440;
  std::string_view detail = {};  // quiet, under the title
};
void open_dialog(std::string_view title);
class Dialog {
 public:
  explicit Dialog(std::string_view title, const DialogOptions& options = {});
  ~Dialog();
  Dialog(const Dialog&) = delete;
  Dialog& operator=(const Dialog&) = delete;
  explicit operator bool() const { return open_; }
  void close();
  // The line of buttons at its foot: Cancel, and one that does it. Returns whether that was pressed; either closes it.
  bool actions(std::string_view label, ButtonKind kind = ButtonKind::primary, bool disabled = false,
               std::string_view cancel = "Cancel");

 private:
  bool open_ = false;
  ImGuiID id_ = 0;
};

// A list of entry()s that opens below the last item, where `opened` (the button was pressed). An entry that was pressed
// closes it.
class Menu {
 public:
  Menu(std::string_view name, bool opened, float width = 220);
  ~Menu();
  Menu(const Menu&) = delete;
  Menu& operator=(const Menu&) = delete;
  explicit operator bool() const { return open_; }
  // An entry with a shortcut's name.
  bool item(std::string_view label, Icon sign = Icon::none, std::string_view shortcut = {}, bool disabled = false);

 private:
  bool open_ = false;
  ImGuiID id_ = 0;
};

}  // namespace dealwright::web::ui
