#include "web/panels/tell_done.hpp"

#include "web/ui/ui.hpp"

namespace dealwright::web {

void tell_done(Session& session, std::string_view words) {
  const auto undo = [&session, number = session.undo_number()] {
    if (session.undo(number).empty())
      ui::current().toast("Something else was changed since. Undo that first.", ui::Tone::warning);
  };
  ui::current().toast(words, ui::Tone::positive, {"Undo", undo});
}

}  // namespace dealwright::web
