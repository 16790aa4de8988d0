#include "web/panels/why_panel.hpp"

#include <imgui.h>

#include "web/ui/ui.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/navigation.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

constexpr int open_levels = 2;

void source_link(View& view, const report::Derivation& node) {
  if (node.kind.empty()) return;
  const DocumentRef ref = parse_ref(node.kind + "/" + node.id);
  if (ui::link(place_text(view.session, ref, node.pointer, node.place.line, true))) view.open_at(ref, node.pointer);
}

void node_of(View& view, const report::Derivation& node, int level) {
  const float indent = level == 0 ? 0 : ui::theme().space.medium;
  if (indent > 0) ImGui::Indent(indent);
  if (node.children.empty()) {
    ui::fact(node.label, node.value);
    if (!node.formula.empty()) ui::quiet(node.formula, ui::Type::caption);
    source_link(view, node);
  } else {
    auto* storage = ImGui::GetStateStorage();
    const ImGuiID key = ImGui::GetID("open");
    bool open = storage->GetBool(key, level < open_levels);
    if (ui::disclosure(node.label, open, {.detail = node.value})) {
      if (!node.formula.empty()) ui::quiet(node.formula, ui::Type::caption);
      source_link(view, node);
      for (std::size_t i = 0; i < node.children.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        node_of(view, node.children[i], level + 1);
        ImGui::PopID();
      }
    }
    storage->SetBool(key, open);
  }
  if (indent > 0) ImGui::Unindent(indent);
}

}  // namespace

void why_panel(View& view) {
  const Question question = *view.question;
  ui::heading(question.title, 2);
  ui::at_right(32);
  const bool closed = ui::icon_button(ui::Icon::close, "Close the explanation");
  const auto* deal = view.session.find<model::Deal>(question.deal);
  ui::text(deal == nullptr || deal->name.empty() ? question.deal : deal->name);
  ui::quiet("Where this figure comes from, step by step.");
  ui::space_small();
  const auto& roots = view.session.explain(question.deal, question.of);
  if (!roots) {
    for (const auto& diagnostic : roots.diagnostics()) ui::paragraph(diagnostic.message);
  } else {
    ImGui::PushID(question.of.metric.c_str());
    ImGui::PushID(question.of.line.c_str());
    for (std::size_t i = 0; i < roots.value().size(); ++i) {
      ImGui::PushID(static_cast<int>(i));
      node_of(view, roots.value()[i], 0);
      ImGui::PopID();
    }
    ImGui::PopID();
    ImGui::PopID();
  }
  if (closed) view.question.reset();
}

}  // namespace dealwright::web
