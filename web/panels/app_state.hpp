#pragma once
// What the app's window keeps and the parts that it is put together from: inside of App, for its own files alone.

#include <string>
#include <string_view>

#include "web/editor/form.hpp"
#include "web/panels/app_window.hpp"
#include "web/panels/import_dialog.hpp"

namespace dealwright::web {

struct App::State {
  explicit State(Platform& with);

  Platform& platform;
  Session session;
  ui::Ui ui;
  View view{session};
  ImportDialog import;
  Form form;
  bool sidebar_open = false;  // on narrow windows
  bool files_over = false;
  bool update_ready = false;
  bool told_unsaved = false;
  std::string shown_address;
  std::string told_title;

  void take(Events events);
  void start(Loaded loaded);
  void hand_out();  // the programme as a file
  void take_shortcuts();
  void follow_address();
  void store();

  bool is_narrow() const;
  void header();
  void deal_header(const model::Deal& deal);
  void content();
  void document(const DocumentRef& ref);
  void fields(const DocumentRef& ref);
  void banners();
  void status();
  void drop_target() const;
  void draw();
  void tell_history(std::string_view what, const std::string& name);
};

}  // namespace dealwright::web
