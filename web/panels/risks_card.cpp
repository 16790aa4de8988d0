#include "web/panels/risks_card.hpp"

#include <string>

#include <imgui.h>

#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {

void risks_card(View& view, std::string_view title, const std::vector<governance::RaisedRisk>& risks,
                std::string_view none) {
  ui::Card card(title);
  if (risks.empty()) return ui::quiet(none);
  for (std::size_t i = 0; i < risks.size(); ++i) {
    const governance::RaisedRisk& risk = risks[i];
    ImGui::PushID(static_cast<int>(i));
    if (i > 0) {
      ui::space_small();
      ui::rule();
      ui::space_small();
    }
    ui::text(risk.name, ui::Type::strong);
    for (std::size_t at = 0; at < risk.raised_by.size(); ++at) {
      const auto& trigger = risk.raised_by[at];
      ui::fact(trigger.condition, trigger.value, ui::Tone::warning);
      const auto* const deal = view.session.find<model::Deal>(trigger.deal);
      if (deal == nullptr) continue;
      ImGui::PushID(static_cast<int>(at));
      if (ui::link(document_name(Kind::deal, deal))) view.open({Kind::deal, trigger.deal});
      ImGui::PopID();
    }
    ui::paragraph(risk.effect);
    ui::paragraph("What helps: " + risk.mitigation);
    ImGui::PopID();
  }
}

}  // namespace dealwright::web
