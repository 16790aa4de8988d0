#include "web/ui/chart/plot.hpp"

#include <algorithm>
#include <cmath>

#include "core/report/figures.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web::ui {

namespace {

constexpr float tick_distance = 48;  // at least, between values of an axis

float caption_width(std::string_view words) {
  return width_of(words, Type::caption);
}

float caption_height() {
  return theme().size_of(Type::caption);
}

void draw_legend_sign(ImVec2 at, const LegendEntry& entry) {
  constexpr float width = 14;
  switch (entry.stroke) {
    case Stroke::box:
      fill({{at.x + 2, at.y - 5}, {at.x + 12, at.y + 5}}, entry.colour, 2);
      break;
    case Stroke::band:
      fill({{at.x, at.y - 5}, {at.x + width, at.y + 5}}, faded(entry.colour, 0.25F), 2);
      line({at.x, at.y}, {at.x + width, at.y}, entry.colour, 2);
      break;
    case Stroke::solid:
    case Stroke::dashed:
    case Stroke::dotted: {
      const ImVec2 points[] = {{at.x, at.y}, {at.x + width, at.y}};
      draw_line(points, entry.colour, entry.stroke);
      break;
    }
  }
}

}  // namespace

Colour series_colour(std::size_t index) {
  const auto& chart = colours().chart;
  return chart[index % chart.size()];
}

void draw_line(std::span<const ImVec2> points, Colour colour, Stroke stroke, float width) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (stroke != Stroke::dashed && stroke != Stroke::dotted) {
    list.AddPolyline(points.data(), static_cast<int>(points.size()), paint(colour), 0, width);
    return;
  }
  const float dash = stroke == Stroke::dashed ? 6.0F : 2.0F;
  const float gap = stroke == Stroke::dashed ? 4.0F : 3.0F;
  float along = 0;  // within dash and gap, over the corners of the line
  for (std::size_t i = 1; i < points.size(); ++i) {
    const ImVec2 from = points[i - 1];
    const ImVec2 step = {points[i].x - from.x, points[i].y - from.y};
    const float length = std::sqrt(step.x * step.x + step.y * step.y);
    const auto at = [&](float part) {
      return ImVec2(from.x + step.x * part / length, from.y + step.y * part / length);
    };
    for (float done = 0; done < length;) {
      const bool drawn = along < dash;
      const float part = std::min(length - done, drawn ? dash - along : dash + gap - along);
      if (drawn) list.AddLine(at(done), at(done + part), paint(colour), width);
      done += std::max(part, 0.01F);
      along = along + part >= dash + gap - 0.001F ? 0 : along + part;
    }
  }
}

void draw_band(std::span<const ImVec2> upper, std::span<const ImVec2> lower, Colour colour) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  // Without soft edges the pieces meet without seams.
  const ImDrawListFlags flags = list.Flags;
  list.Flags &= ~ImDrawListFlags_AntiAliasedFill;
  for (std::size_t i = 1; i < upper.size() && i < lower.size(); ++i) {
    list.AddQuadFilled(upper[i - 1], upper[i], lower[i], lower[i - 1], paint(colour));
  }
  list.Flags = flags;
}

void draw_point(ImVec2 at, Colour colour) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddCircleFilled(at, 5, paint(colours().surface));
  list.AddCircleFilled(at, 3.5F, paint(colour));
}

Plot::Plot(const ChartOptions& options, bool empty, std::span<const LegendEntry> legend) : options_(options) {
  if (is_skipped()) return;
  const Item item = press_item(options.name, {room(), options.height});
  id_ = item.id;
  MirrorItem& stated = mirror().add(item.id, Role::image, options.name, item.box);
  stated.description = empty ? options.empty : options.sentence;
  if (!item.visible) return;
  hovered_ = item.hovered;
  area_ = box_ = item.box;
  if (empty) {
    fill(item.box, colours().sunken, theme().field_radius);
    const float width = std::min(width_of(options.empty), item.box.GetWidth());
    draw_text_in({{item.box.GetCenter().x - width / 2, item.box.Min.y}, item.box.Max}, options.empty, Type::body,
                 colours().text_quiet);
    focus_ring(id_, item.box, theme().field_radius);
    return;
  }
  open_ = true;
  focus_ring(id_, item.box, theme().field_radius);
  if (options.legend && !legend.empty()) draw_legend(legend);
  area_.Min.y += caption_height() / 2 + 2;
}

void Plot::draw_legend(std::span<const LegendEntry> legend) {
  const Theme& t = theme();
  constexpr float sign = 20;
  float x = area_.Min.x;
  float y = area_.Min.y;
  for (const LegendEntry& entry : legend) {
    const float width = sign + caption_width(entry.name) + t.space.large;
    if (x > area_.Min.x && x + width > area_.Max.x + t.space.large) {
      x = area_.Min.x;
      y += caption_height() + t.space.tight;
    }
    const float middle = y + caption_height() / 2;
    draw_legend_sign({x, middle}, entry);
    draw_text({x + sign, y}, entry.name, Type::caption, t.colours.text_quiet, area_.Max.x);
    x += width;
  }
  area_.Min.y = y + caption_height() + t.space.small;
}

void Plot::value_axis(double low, double high) {
  const Theme& t = theme();
  const float below = caption_height() + t.space.tight;
  const float height = area_.GetHeight() - below;
  values_ = round_axis(low, high, std::max(2, static_cast<int>(height / tick_distance) + 1));
  float widest = 0;
  for (const double tick : values_.ticks) widest = std::max(widest, caption_width(tick_text(tick, values_.step)));
  area_.Max.y -= below;
  area_.Min.x += widest + t.space.small;
  for (const double tick : values_.ticks) {
    const std::string text = tick_text(tick, values_.step);
    const float at = std::round(y(tick));
    line({area_.Min.x, at - 0.5F}, {area_.Max.x, at - 0.5F}, t.colours.border);
    draw_text({area_.Min.x - t.space.small - caption_width(text), at - caption_height() / 2}, text, Type::caption,
              t.colours.text_quiet);
  }
}

void Plot::zero_line() {
  const Colour colour = colours().border_strong;
  if (lying_) {
    const float at = std::round(x(0));
    line({at - 0.5F, area_.Min.y}, {at - 0.5F, area_.Max.y}, colour);
  } else if (values_.low <= 0 && values_.high >= 0) {
    const float at = std::round(y(0));
    line({area_.Min.x, at - 0.5F}, {area_.Max.x, at - 0.5F}, colour);
  }
}

void Plot::label_axis(std::span<const std::string> labels) {
  const Theme& t = theme();
  slots_ = static_cast<int>(labels.size());
  std::vector<float> widths;
  for (const std::string& label : labels) widths.push_back(caption_width(label));
  // As many labels as fit without touching, evenly spaced from the first.
  const auto touch = [&](int step) {
    for (auto i = static_cast<std::size_t>(step); i < widths.size(); i += static_cast<std::size_t>(step)) {
      const float halves = (widths[i - static_cast<std::size_t>(step)] + widths[i]) / 2;
      if (halves + t.space.medium > slot() * static_cast<float>(step)) return true;
    }
    return false;
  };
  int every = 1;
  while (every < slots_ && touch(every)) ++every;
  const bool lone = slots_ > 0 && slot() * static_cast<float>(slots_) < widths.front();
  float free_from = -FLT_MAX;  // the last label moves away from the edge
  for (int i = 0; i < slots_; i += every) {
    const std::string& label = labels[static_cast<std::size_t>(i)];
    const float width = widths[static_cast<std::size_t>(i)];
    const float left =
        lone ? area_.Min.x : std::clamp(middle(i) - width / 2, box_.Min.x, std::max(box_.Min.x, area_.Max.x - width));
    if (left < free_from) continue;
    free_from = left + width + t.space.small;
    draw_text({left, area_.Max.y + t.space.tight}, label, Type::caption, t.colours.text_quiet, area_.Max.x + 1);
  }
}

void Plot::number_axis(double low, double high, std::string_view name) {
  const Theme& t = theme();
  constexpr float distance = 72;
  numbers_ = round_axis(low, high, std::max(2, static_cast<int>(area_.GetWidth() / distance)));
  // The ticks are round; the ends are the data's, so that the curve fills its room.
  numbers_.low = low;
  numbers_.high = high > low ? high : low + 1;
  const float name_width = name.empty() ? 0 : caption_width(name) + t.space.small;
  const float top = area_.Max.y + t.space.tight;
  if (!name.empty()) {
    draw_text({area_.Max.x - name_width + t.space.small, top}, name, Type::caption, t.colours.text_quiet,
              area_.Max.x + 1);
  }
  for (const double tick : numbers_.ticks) {
    if (tick < low || tick > high) continue;
    const std::string text = tick_text(tick, numbers_.step);
    const float width = caption_width(text);
    const float left = std::max(area_.Min.x, x(tick) - width / 2);
    if (left + width > area_.Max.x - name_width) continue;
    line({std::round(x(tick)) - 0.5F, area_.Max.y}, {std::round(x(tick)) - 0.5F, area_.Max.y + 3},
         t.colours.border_strong);
    draw_text({left, top}, text, Type::caption, t.colours.text_quiet);
  }
}

void Plot::lying_axes(double low, double high, float width, float right) {
  const Theme& t = theme();
  constexpr float distance = 84;
  lying_ = true;
  area_.Min.x += width;
  area_.Max.x -= right;
  area_.Max.y -= caption_height() + t.space.tight;
  numbers_ = round_axis(low, high, std::max(2, static_cast<int>(area_.GetWidth() / distance)));
  for (const double tick : numbers_.ticks) {
    const std::string text = tick_text(tick, numbers_.step);
    const float at = std::round(x(tick));
    const float words = caption_width(text);
    line({at - 0.5F, area_.Min.y}, {at - 0.5F, area_.Max.y}, t.colours.border);
    const float left = std::clamp(at - words / 2, area_.Min.x, std::max(area_.Min.x, area_.Max.x - words));
    draw_text({left, area_.Max.y + t.space.tight}, text, Type::caption, t.colours.text_quiet);
  }
}

float Plot::x(double value) const {
  return area_.Min.x + area_.GetWidth() * static_cast<float>(numbers_.share(value));
}

float Plot::y(double value) const {
  return area_.Max.y - area_.GetHeight() * static_cast<float>(values_.share(value));
}

float Plot::middle(int index) const {
  return area_.Min.x + slot() * (static_cast<float>(index) + 0.5F);
}

int Plot::pointed(int count, FunctionRef<float(int)> at, bool down) {
  read_by_keys(count);
  if (ImGui::GetActiveID() == id_ && GImGui->ActiveIdSource == ImGuiInputSource_Keyboard) {
    return std::clamp(ImGui::GetStateStorage()->GetInt(id_, 0), 0, count - 1);
  }
  const ImVec2 mouse = ImGui::GetMousePos();
  if (!hovered_ || !area_.Contains(mouse)) return -1;
  int nearest = -1;
  float least = FLT_MAX;
  for (int i = 0; i < count; ++i) {
    const float distance = std::abs(at(i) - (down ? mouse.y : mouse.x));
    if (distance < least) {
      least = distance;
      nearest = i;
    }
  }
  return nearest;
}

// Enter goes into the chart, arrows go along it, Enter or Escape leave it.
void Plot::read_by_keys(int count) {
  ImGuiContext& g = *GImGui;
  ImGuiStorage& kept = *ImGui::GetStateStorage();
  const bool reading = g.ActiveId == id_ && g.ActiveIdSource == ImGuiInputSource_Keyboard;
  if (!reading) {
    if (g.NavActivateDownId == id_ && g.NavActivatePressedId == id_) {
      ImGui::SetActiveID(id_, ImGui::GetCurrentWindow());
      g.ActiveIdSource = ImGuiInputSource_Keyboard;
      kept.SetInt(id_, 0);
    }
    return;
  }
  ImGui::KeepAliveID(id_);
  g.ActiveIdUsingNavDirMask = (1 << ImGuiDir_Left) | (1 << ImGuiDir_Right) | (1 << ImGuiDir_Up) | (1 << ImGuiDir_Down);
  int index = std::clamp(kept.GetInt(id_, 0), 0, count - 1);
  if (ImGui::IsKeyPressed(ImGuiKey_LeftArrow) || ImGui::IsKeyPressed(ImGuiKey_UpArrow)) index = std::max(0, index - 1);
  if (ImGui::IsKeyPressed(ImGuiKey_RightArrow) || ImGui::IsKeyPressed(ImGuiKey_DownArrow))
    index = std::min(count - 1, index + 1);
  if (ImGui::IsKeyPressed(ImGuiKey_Home)) index = 0;
  if (ImGui::IsKeyPressed(ImGuiKey_End)) index = count - 1;
  kept.SetInt(id_, index);
  const bool leaves = ImGui::IsKeyPressed(ImGuiKey_Escape, false) || ImGui::IsKeyPressed(ImGuiKey_Tab) ||
                      ImGui::IsMouseClicked(ImGuiMouseButton_Left) ||
                      (ImGui::IsKeyPressed(ImGuiKey_Enter, false) && !g.ActiveIdIsJustActivated);
  if (leaves) ImGui::ClearActiveID();
}

std::string Plot::value_text(double value, int places) const {
  if (options_.value_text) return options_.value_text(value);
  constexpr double large = 1000;
  // What lies half way is rounded away from zero, as results are.
  if (places >= 0) value += std::copysign(1e-9, value);
  const bool is_whole = std::abs(value) >= large || std::abs(value - std::round(value)) < 1e-9;
  std::string text = std::abs(value) >= largest_written_out ? decimal_text(value, 3)
                                                            : report::grouped(decimal_text(value, places >= 0 ? places
                                                                                                  : is_whole  ? 0
                                                                                                              : 2));
  if (!options_.unit.empty()) text.append(" ").append(options_.unit);
  return text;
}

void Plot::show_values(ImVec2 place, std::string_view title, std::span<const Value> values) {
  const Theme& t = theme();
  constexpr float sign = 14;
  float names = caption_width(title);
  float texts = 0;
  for (const Value& value : values) {
    names = std::max(names, sign + caption_width(value.name));
    texts = std::max(texts, caption_width(value.text));
  }
  const float row = caption_height() + t.space.tight;
  const float inner = std::max(names + t.space.large + texts, caption_width(title));
  const ImVec2 size = {inner + 2 * t.space.medium,
                       row * static_cast<float>(values.size() + (title.empty() ? 0 : 1)) + 2 * t.space.small};
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  // Beside the place, on the side where there is room.
  ImVec2 at = {place.x + t.space.medium, place.y - size.y / 2};
  if (at.x + size.x > std::min(screen.x, area_.Max.x + t.space.large)) at.x = place.x - t.space.medium - size.x;
  at.x = std::max(t.space.tight, at.x);
  at.y = std::clamp(at.y, t.space.tight, std::max(t.space.tight, screen.y - size.y - t.space.tight));
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  const ImRect box(at, {at.x + size.x, at.y + size.y});
  shadow(list, box, t.field_radius, 10);
  list.AddRectFilled(box.Min, box.Max, t.colours.raised, t.field_radius);
  list.AddRect(box.Min, box.Max, t.colours.border_strong, t.field_radius);
  const WithType with(Type::caption);
  float y_now = at.y + t.space.small + 2;
  const auto words = [&](float left, std::string_view text, Colour colour) {
    list.AddText({std::floor(left), std::floor(y_now)}, colour, text.data(), text.data() + text.size());
  };
  std::string spoken(title);
  if (!title.empty()) {
    words(at.x + t.space.medium, title, t.colours.text_quiet);
    y_now += row;
  }
  for (const Value& value : values) {
    if (value.colour) {
      list.AddRectFilled({at.x + t.space.medium, y_now + caption_height() / 2 - 4},
                         {at.x + t.space.medium + 8, y_now + caption_height() / 2 + 4}, value.colour, 2);
    }
    words(at.x + t.space.medium + (value.colour ? sign : 0), value.name, t.colours.text_quiet);
    words(box.Max.x - t.space.medium - caption_width(value.text), value.text, t.colours.text);
    y_now += row;
    spoken.append(spoken.empty() ? "" : ", ").append(value.name).append(" ").append(value.text);
  }
  if (mirror().last().id == id_) mirror().last().value = spoken;
}

}  // namespace dealwright::web::ui
