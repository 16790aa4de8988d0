#include "web/panels/programme_menu.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include "core/report/figures.hpp"
#include "web/panels/edit.hpp"
#include "web/ui/widgets/dialog.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/text.hpp"
#include "web/ui/widgets/text_field.hpp"

namespace dealwright::web {
namespace {

constexpr const char* renaming = "Rename the programme";
constexpr const char* removal = "Remove the programme";

// The name is the programme's with every letter, so there is nothing to confirm.
void rename_dialog(Session& session) {
  ui::Dialog dialog(renaming);
  if (!dialog) return;
  std::string name = session.open_name();
  if (ui::text_field({.label = "Name"}, name, 200).changed) session.rename_programme(session.open_id(), name);
  dialog.actions("Done", ui::ButtonKind::primary, false, "");
}

bool agrees_to_removal(const Session& session) {
  ui::Dialog dialog(removal);
  if (!dialog) return false;
  ui::paragraph(session.open_name(), ui::Type::strong);
  const auto count = static_cast<long long>(programme_size(session.programme()));
  ui::paragraph(fmt::format("It goes for good, with its {}. Export it first if you may need it.",
                            report::counted(count, "document", "documents")));
  return dialog.actions("Remove for good", ui::ButtonKind::danger);
}

}  // namespace

void programme_menu(View& view) {
  Session& session = view.session;
  const std::string before = session.open_id();
  const bool opened = ui::icon_button(ui::Icon::more, "Programmes");
  std::string wanted = before;
  bool renames = false, removes = false;
  if (ui::Menu menu("Programmes of this browser", opened, 280); menu) {
    for (const auto& programme : session.programmes()) {
      ImGui::PushID(programme.id.c_str());
      if (menu.item(programme.name, programme.id == before ? ui::Icon::check : ui::Icon::folder)) wanted = programme.id;
      ImGui::PopID();
    }
    ui::rule();
    if (menu.item("New empty programme", ui::Icon::add)) session.add_empty("New programme");
    if (menu.item("The shipped programme again", ui::Icon::refresh)) tell(session.add_shipped("Shipped programme"));
    renames = menu.item("Rename", ui::Icon::edit);
    removes = menu.item("Remove", ui::Icon::trash);
  }
  if (renames) ui::open_dialog(renaming);
  if (removes) ui::open_dialog(removal);
  rename_dialog(session);
  if (agrees_to_removal(session)) session.remove_programme(before);
  if (wanted != before) session.open(wanted);
  if (session.open_id() == before) return;
  view.go_home();
  view.query.clear();
}

}  // namespace dealwright::web
