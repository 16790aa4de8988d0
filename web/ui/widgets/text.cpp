#include "web/ui/widgets/text.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "web/ui/widgets/item.hpp"

namespace dealwright::web::ui {

namespace {

const char* begin_of(std::string_view words) {
  return words.data();
}
const char* end_of(std::string_view words) {
  return words.data() + words.size();
}

// How far below the top of its line something stands that follows a taller thing, such as a chip.
float drop_of(float height) {
  const ImGuiWindowTempData& dc = ImGui::GetCurrentWindow()->DC;
  return dc.CurrLineTextBaseOffset > 0 ? std::max(0.0F, std::floor((dc.CurrLineSize.y - height) / 2)) : 0.0F;
}

// Draws one line where the cursor stands and takes its room.
void draw_line(std::string_view words, Type type, Colour colour, Role role, std::uint8_t level) {
  ImGuiWindow* const window = ImGui::GetCurrentWindow();
  if (window->SkipItems) return;
  const float height = theme().size_of(type);
  const float wanted = width_of(words, type);
  const float width = std::min(wanted, room());
  const ImVec2 at = window->DC.CursorPos;
  const float drop = drop_of(height);
  const ImRect box({at.x, at.y + drop}, {at.x + width, at.y + drop + height});
  ImGui::ItemSize({width, height + drop});
  const bool visible = ImGui::ItemAdd(box, 0);
  MirrorItem& item = mirror().add(role, words, box);
  item.level = level;
  if (!visible) return;
  draw_text(box.Min, words, type, colour, box.Max.x + 0.5F);
  if (wanted > width + 1) tooltip(words);
}

}  // namespace

float width_of(std::string_view words, Type type) {
  const WithType with(type);
  return ImGui::CalcTextSize(begin_of(words), end_of(words)).x;
}

void text(std::string_view words, Type type) {
  text(words, type, colours().text);
}

void text(std::string_view words, Type type, Colour colour) {
  draw_line(words, type, colour, Role::text, 0);
}

void quiet(std::string_view words, Type type) {
  text(words, type, colours().text_quiet);
}

void paragraph(std::string_view words, Type type) {
  paragraph(words, type, colours().text);
}

std::string broken_lines(std::string_view words, Type type, float width) {
  std::string out(words);
  if (width_of(words, type) <= width) return out;
  std::size_t begin = 0, last = 0;  // of the line, and the space where it may end
  for (std::size_t i = 0; i <= out.size(); ++i) {
    if (i < out.size() && out[i] == '\n') {
      begin = last = i + 1;
      continue;
    }
    const bool ends = i == out.size() || (out[i] == ' ' && out.compare(i, 2, " %") != 0);
    if (!ends) continue;
    if (last > begin && width_of(std::string_view(out).substr(begin, i - begin), type) > width) {
      out[last] = '\n';
      begin = last + 1;
    }
    last = i;
  }
  return out;
}

void paragraph(std::string_view words, Type type, Colour colour) {
  ImGuiWindow* const window = ImGui::GetCurrentWindow();
  if (window->SkipItems || words.empty()) return;
  const WithType with(type);
  const float width = room();
  const std::string lines = broken_lines(words, type, width);
  const ImVec2 size = ImGui::CalcTextSize(begin_of(lines), end_of(lines), false, width);
  const float drop = drop_of(ImGui::GetFontSize());
  const ImVec2 at(window->DC.CursorPos.x, window->DC.CursorPos.y + drop);
  const ImRect box(at, {at.x + size.x, at.y + size.y});
  ImGui::ItemSize({size.x, size.y + drop});
  const bool visible = ImGui::ItemAdd(box, 0);
  mirror().add(Role::text, words, box);
  if (!visible) return;
  ImGui::GetWindowDrawList()->AddText(nullptr, 0, box.Min, paint(colour), begin_of(lines), end_of(lines), width);
}

void remark(std::string_view words) {
  paragraph(words, Type::body, colours().text_quiet);
}

void heading(std::string_view words, int level) {
  Type type = level == 1 ? Type::title : level == 2 ? Type::heading : Type::strong;
  // A long title is set smaller before it is cut.
  if (type == Type::title && width_of(words, type) > room()) type = Type::heading;
  draw_line(words, type, colours().text, Role::heading, static_cast<std::uint8_t>(level));
}

void icon(Icon sign, Colour colour, std::string_view name, float size) {
  ImGuiWindow* const window = ImGui::GetCurrentWindow();
  if (window->SkipItems) return;
  const float height = std::max(size, theme().size_of(Type::body));
  const ImVec2 at = window->DC.CursorPos;
  const ImRect box(at, {at.x + size, at.y + height});
  ImGui::ItemSize(box.GetSize());
  const bool visible = ImGui::ItemAdd(box, 0);
  if (!name.empty()) mirror().add(Role::image, name, box);
  if (!visible) return;
  draw_icon_here(sign, box.GetCenter(), size, colour);
}

void fact(std::string_view label, std::string_view value, Tone tone, Type type) {
  ImGuiWindow* const window = ImGui::GetCurrentWindow();
  if (window->SkipItems) return;
  const float height = theme().size_of(Type::body) + theme().space.tight;
  const float width = room();
  const ImRect box(window->DC.CursorPos, {window->DC.CursorPos.x + width, window->DC.CursorPos.y + height});
  ImGui::ItemSize(box.GetSize());
  const bool visible = ImGui::ItemAdd(box, 0);
  mirror().add(Role::text, label, box).value = value;
  if (!visible) return;
  const float value_width = std::min(width, width_of(value, type));
  const Colour colour = tone == Tone::neutral ? colours().text : theme().text_of(tone);
  draw_text_in({box.Min, {box.Max.x - value_width - theme().space.small, box.Max.y}}, label, type,
               type == Type::body ? colours().text_quiet : colours().text);
  draw_text_in({{box.Max.x - value_width, box.Min.y}, {box.Max.x + 1, box.Max.y}}, value, type, colour);
}

bool link_number(std::string_view name, std::string_view figure, Type type, Tone tone) {
  const Theme& t = theme();
  const float width = width_of(figure, type);
  const Item item = press_item(name, {width, t.size_of(type)});
  if (is_skipped()) return false;
  MirrorItem& stated = mirror().add(item.id, Role::button, name, item.box);
  stated.value = figure;
  stated.description = "Why this number";
  if (!item.visible) return item.pressed;
  const bool lit = item.hovered || has_focus_ring(item.id);
  const Colour colour = lit ? t.text_of(Tone::accent) : tone == Tone::neutral ? t.colours.text : t.text_of(tone);
  draw_text(item.box.Min, figure, type, colour);
  if (lit) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  // The dots say that the figure can be asked, before anybody points at it.
  const float y = item.box.Max.y - 0.5F;
  for (float x = item.box.Min.x; x < item.box.Max.x - 1; x += 4)
    line({x, y}, {x + 2, y}, lit ? colour : t.fill_of(Tone::neutral));
  focus_ring(item.id, item.box, 3);
  return item.pressed;
}

bool link(std::string_view words) {
  const Theme& t = theme();
  const float width = std::min(width_of(words), room());
  const Item item = press_item(words, {width, t.size_of(Type::body)});
  if (is_skipped()) return false;
  mirror().add(item.id, Role::link, words, item.box);
  if (!item.visible) return item.pressed;
  const Colour colour = t.text_of(Tone::accent);
  draw_text(item.box.Min, words, Type::body, colour, item.box.Max.x + 1);
  if (item.hovered) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    line({item.box.Min.x, item.box.Max.y - 1}, {item.box.Max.x, item.box.Max.y - 1}, colour);
  }
  focus_ring(item.id, item.box, 3);
  if (width_of(words) > width + 1) tooltip(words);
  return item.pressed;
}

void tooltip(std::string_view words) {
  ImGuiContext& g = *GImGui;
  if (words.empty()) return;
  const ImGuiID id = g.LastItemData.ID;
  MirrorItem& stated = mirror().last();
  if (id != 0 && stated.id == id && stated.name != words && stated.description.empty()) stated.description = words;
  const bool hovered = ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled);
  const bool focused = id != 0 && has_focus_ring(id);
  if (!hovered && !focused) return;
  if (hovered && g.ActiveId == 0) {
    const float rest = g.Style.HoverDelayNormal - (id != 0 ? g.HoveredIdTimer : g.MouseStationaryTimer);
    if (rest > 0) {
      current().platform().wake_at(current().platform().now() + static_cast<double>(rest));
      return;
    }
  } else if (!focused) {
    return;
  }
  const Theme& t = theme();
  const WithType with(Type::body);
  constexpr float most = 320;
  const ImVec2 size = ImGui::CalcTextSize(begin_of(words), end_of(words), false, most);
  const ImVec2 whole = {size.x + 2 * t.space.medium, size.y + 2 * t.space.small};
  const ImRect item = g.LastItemData.Rect;
  const ImVec2 screen = g.IO.DisplaySize;
  ImVec2 at = {item.GetCenter().x - whole.x / 2, item.Max.y + t.space.small};
  if (at.y + whole.y > screen.y) at.y = item.Min.y - t.space.small - whole.y;
  at.x = std::clamp(at.x, t.space.small, std::max(t.space.small, screen.x - whole.x - t.space.small));
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  const ImRect box(at, {at.x + whole.x, at.y + whole.y});
  // Reads on either ground: the app's words in reverse.
  const bool dark = t.look.mode == Mode::dark;
  shadow(list, box, t.field_radius, 10);
  list.AddRectFilled(box.Min, box.Max, dark ? rgb(0x333B48) : rgb(0x1C222D), t.field_radius);
  list.AddText(nullptr, 0, {at.x + t.space.medium, at.y + t.space.small}, rgb(0xF4F6FA), begin_of(words), end_of(words),
               most);
}

}  // namespace dealwright::web::ui
