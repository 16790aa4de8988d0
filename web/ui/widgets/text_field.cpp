#include "web/ui/widgets/text_field.hpp"

#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/input.hpp"

namespace dealwright::web::ui {

namespace {

FieldEdit words_field(const Field& field, std::string& value, const InputOptions& options) {
  field_begin(field);
  const Input in = input(field, value, options, !field.problem.empty());
  field_end(field);
  FieldEdit edit;
  edit.changed = in.changed;
  edit.active = in.active;
  // What a field had changed while it was active counts at its end.
  const bool edited = current().find_draft(in.id) != nullptr;
  if (in.changed && !edited && !in.ended) current().draft(in.id).editing = true;
  if (in.ended) {
    edit.committed = edited || in.changed;
    current().drop_draft(in.id);
  }
  return edit;
}

}  // namespace

FieldEdit text_field(const Field& field, std::string& value, std::size_t most_bytes) {
  return words_field(field, value, {.most_bytes = most_bytes});
}

FieldEdit text_area(const Field& field, std::string& value, int lines, std::size_t most_bytes) {
  return words_field(field, value, {.most_bytes = most_bytes, .lines = lines > 2 ? lines : 2});
}

FieldEdit search_field(const Field& field, std::string& value) {
  Field shown = field;
  shown.label_hidden = true;
  if (shown.hint.empty()) shown.hint = field.label;
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float width = field_width(field);
  const bool filled = !value.empty();
  FieldEdit edit =
      words_field(shown, value, {.most_bytes = 200, .icon = Icon::search, .room_behind = filled ? 24.0F : 0});
  if (!filled) return edit;
  const ImVec2 after = ImGui::GetCursorScreenPos();
  const float height = theme().control_height;
  const float side = height - 8;
  ImGui::SetCursorScreenPos({corner.x + width - side - 4, corner.y + 4});
  ImGui::PushID(field.label.data(), field.label.data() + field.label.size());
  if (icon_button(Icon::close, "Clear", {.kind = ButtonKind::quiet, .small = true})) {
    value.clear();
    edit.changed = edit.committed = true;
  }
  ImGui::PopID();
  ImGui::SetCursorScreenPos(after);
  ImGui::Dummy({0, 0});
  return edit;
}

}  // namespace dealwright::web::ui
