#include "web/panels/document_menu.hpp"

#include <fmt/format.h>

#include "core/report/figures.hpp"
#include "web/panels/tell_done.hpp"
#include "web/ui/widgets/dialog.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

constexpr const char* removal = "Remove the document";
constexpr std::size_t most_shown = 8;  // of what refers to it

void say_what_refers(const Session& session, const DocumentRef& ref) {
  const auto referring = session.referring_to(ref);
  if (referring.empty()) return ui::quiet("No other document refers to it.");
  ui::paragraph(referring.size() == 1 ? "This document refers to it and will have an error:"
                                      : "These documents refer to it and will have errors:");
  for (std::size_t i = 0; i < referring.size() && i < most_shown; ++i) {
    const auto& one = referring[i];
    ui::text(fmt::format("{} ({})", document_name(one.kind, session.document(one)), kind_words(one.kind)));
  }
  if (referring.size() > most_shown) ui::quiet(fmt::format("and {} more", referring.size() - most_shown));
}

void remove(View& view, const DocumentRef& ref, const std::string& name) {
  Session& session = view.session;
  session.remove(ref);
  if (view.question && session.document({Kind::deal, view.question->deal}) == nullptr) view.question.reset();
  const DocumentRef next = session.selected();
  if (session.document(next) != nullptr) {
    view.open(next);
  } else {
    view.place = Place::home;
  }
  tell_done(session, name + " removed.");
}

}  // namespace

void document_menu(View& view, const DocumentRef& ref) {
  const void* const document = view.session.document(ref);
  if (document == nullptr) return;
  const DocumentRef of = ref;
  const std::string name = document_name(of.kind, document);
  const bool opened = ui::icon_button(ui::Icon::more, "More");
  bool duplicates = false, asks = false;
  if (ui::Menu menu("Document", opened); menu) {
    duplicates = menu.item("Duplicate", ui::Icon::copy, {}, !view.session.has_room());
    asks = menu.item("Remove", ui::Icon::trash);
  }
  if (asks) ui::open_dialog(removal);
  bool removes = false;
  if (ui::Dialog dialog(removal); dialog) {
    ui::paragraph(name, ui::Type::strong);
    say_what_refers(view.session, of);
    removes = dialog.actions("Remove", ui::ButtonKind::danger);
  }
  if (duplicates) view.open(view.session.duplicate(of));
  if (removes) remove(view, of, name);
}

}  // namespace dealwright::web
