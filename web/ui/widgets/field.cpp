#include "web/ui/widgets/field.hpp"

#include <algorithm>

#include "web/ui/widgets/item.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web::ui {

float field_width(const Field& field) {
  return field.width > 0 ? std::min(field.width, room()) : room();
}

void field_begin(const Field& field) {
  if (field.label_hidden) return;
  const Theme& t = theme();
  ImGuiWindow* const window = ImGui::GetCurrentWindow();
  if (window->SkipItems) return;
  // The control itself states the label as its name, so here it is only drawn.
  const float height = t.size_of(Type::caption);
  const ImRect box(window->DC.CursorPos,
                   {window->DC.CursorPos.x + field_width(field), window->DC.CursorPos.y + height});
  ImGui::ItemSize(box.GetSize());
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - t.space.tight + 1);
  if (!ImGui::ItemAdd(box, 0)) return;
  ImGui::BeginDisabled(field.disabled);
  const float words = draw_text(box.Min, field.label, Type::caption, t.colours.text_quiet, box.Max.x);
  if (field.required) draw_text({box.Min.x + words + 3, box.Min.y}, "*", Type::caption, t.text_of(Tone::negative));
  ImGui::EndDisabled();
}

void field_end(const Field& field) {
  field_notes(field);
  if (!field.label_hidden && !is_skipped()) space(theme().field_gap);
}

void field_notes(const Field& field) {
  const bool problem = !field.problem.empty();
  const std::string_view words = problem ? field.problem : field.help;
  ImGuiWindow* const window = ImGui::GetCurrentWindow();
  if (words.empty() || window->SkipItems || (field.label_hidden && !problem)) return;
  const Theme& t = theme();
  const WithType with(Type::caption);
  const float sign = problem ? 14 + t.space.tight : 0;
  const float width = field_width(field) - sign;
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - t.space.tight);
  const char* const begin = words.data();
  const char* const end = begin + words.size();
  const ImVec2 size = ImGui::CalcTextSize(begin, end, false, width);
  const ImVec2 at = window->DC.CursorPos;
  const ImRect box(at, {at.x + size.x + sign, at.y + size.y});
  ImGui::ItemSize(box.GetSize());
  if (!ImGui::ItemAdd(box, 0)) return;
  const Colour colour = problem ? t.text_of(field.severity) : t.colours.text_quiet;
  if (problem) draw_icon_here(icon_of(field.severity), {at.x + 6, at.y + t.size_of(Type::caption) / 2}, 13, colour);
  ImGui::GetWindowDrawList()->AddText(nullptr, 0, {at.x + sign, at.y}, paint(colour), begin, end, width);
}

}  // namespace dealwright::web::ui
