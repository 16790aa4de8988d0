#include "web/panels/diagnostics_panel.hpp"

#include <imgui.h>

#include "core/report/figures.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

ui::Tone tone_of(Severity severity) {
  if (severity == Severity::error) return ui::Tone::negative;
  return severity == Severity::warning ? ui::Tone::warning : ui::Tone::accent;
}

void one(View& view, const Diagnostic& diagnostic, bool with_document) {
  ui::chip(report::word(diagnostic.severity), tone_of(diagnostic.severity));
  ui::beside();
  ui::paragraph(diagnostic.message);
  const DocumentRef ref = parse_ref(diagnostic.file);
  const std::string where = place_text(view.session, ref, diagnostic.pointer, diagnostic.line, with_document);
  if (!where.empty() && ui::link(where)) view.open_at(ref, diagnostic.pointer);
  if (!diagnostic.expected.empty()) ui::quiet("Expected " + diagnostic.expected + ".");
  if (!diagnostic.nearest.empty()) ui::quiet("Nearest: " + diagnostic.nearest + ".");
}

void list(View& view, const Diagnostics& diagnostics, bool with_document) {
  for (std::size_t i = 0; i < diagnostics.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    if (i > 0) ui::rule();
    one(view, diagnostics[i], with_document);
    ImGui::PopID();
  }
}

}  // namespace

void diagnostics_card(View& view, const DocumentRef& ref) {
  const auto diagnostics = view.session.diagnostics(ref);
  if (diagnostics.empty()) return;
  ui::Card card("diagnostics",
                {.title = "Diagnostics",
                 .detail = report::counted(static_cast<long long>(diagnostics.size()), "message", "messages")});
  list(view, diagnostics, false);
}

void diagnostics_panel(View& view) {
  ui::heading("Diagnostics", 1);
  ui::space_large();
  const auto diagnostics = view.session.diagnostics();
  if (diagnostics.empty()) {
    ui::empty_state(ui::Icon::success, "Nothing is wrong", "Every document can be read and every reference is met.");
    return;
  }
  ui::Card card("diagnostics", {.name = "Diagnostics"});
  list(view, diagnostics, true);
}

}  // namespace dealwright::web
