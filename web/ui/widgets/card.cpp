#include "web/ui/widgets/card.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/item.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web::ui {

namespace {

// A word with a sign on a ground, as chips are drawn everywhere.
void draw_chip(const ImRect& box, std::string_view word, Tone tone, Icon sign) {
  const Theme& t = theme();
  fill(box, t.ground_of(tone), t.chip_radius);
  ImRect inner = box;
  inner.Min.x += t.space.small;
  if (sign != Icon::none) {
    draw_icon_here(sign, {inner.Min.x + 6, box.GetCenter().y}, 13, t.text_of(tone));
    inner.Min.x += 13 + t.space.tight;
  }
  inner.Max.x -= t.space.tight;
  draw_text_in(inner, word, Type::caption, t.text_of(tone));
}

Icon sign_of(Tone tone) {
  return tone == Tone::neutral || tone == Tone::accent ? Icon::none : icon_of(tone);
}

float chip_height() {
  return theme().size_of(Type::caption) + 7;
}

// Takes room for something that is only read, centred in the height of its line.
struct Place {
  ImRect box;
  bool visible;
};
Place place(ImVec2 size) {
  ImGuiWindow* const window = ImGui::GetCurrentWindow();
  const ImVec2 at = window->DC.CursorPos;
  const float line_height = window->DC.CurrLineSize.y;
  const float drop = line_height > size.y ? std::floor((line_height - size.y) / 2) : 0;
  const ImRect box({at.x, at.y + drop}, {at.x + size.x, at.y + drop + size.y});
  // Words beside it stand in the middle of its height.
  ImGui::ItemSize({size.x, size.y + drop}, 1);
  return {box, ImGui::ItemAdd(box, 0)};
}

// Lines of a text, each in the middle of `width` from `left` on (both in the window).
void centred_words(std::string_view words, float left, float width) {
  constexpr float most = 420;
  const float size = theme().size_of(Type::body);
  const char* at = words.data();
  const char* const end = at + words.size();
  const ImVec2 begin = ImGui::GetCursorScreenPos();
  while (at < end) {
    const char* line_end = ImGui::GetFont()->CalcWordWrapPosition(size, at, end, std::min(width, most));
    if (line_end == at) line_end = end;
    const std::string_view line(at, static_cast<std::size_t>(line_end - at));
    const float line_width = width_of(line);
    ImGui::SetCursorPosX(left + std::max(0.0F, (width - line_width) / 2));
    draw_text(ImGui::GetCursorScreenPos(), line, Type::body, colours().text_quiet);
    ImGui::Dummy({line_width, size});
    space(theme().space.hair);
    for (at = line_end; at < end && *at == ' ';) ++at;
  }
  mirror().add(Role::text, words, {begin, ImGui::GetCursorScreenPos()});
}

// Which way a change went is said by an arrow, whether it is good by the tone.
Icon sign_of_delta(std::string_view delta, Tone tone) {
  if (delta.starts_with('+')) return Icon::arrow_up;
  if (delta.starts_with('-') || delta.starts_with("\xE2\x88\x92")) return Icon::arrow_down;
  return sign_of(tone);
}

}  // namespace

Card::Card(std::string_view id, const CardOptions& options) : flush_(options.flush) {
  const Theme& t = theme();
  const std::string name(id);
  const float padding = t.card_padding;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, options.flush ? ImVec2(1, 1) : ImVec2(padding, padding));
  ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, t.card_radius);
  ImGui::PushStyleColor(ImGuiCol_ChildBg, t.colours.surface);
  ImGuiChildFlags flags =
      ImGuiChildFlags_Borders | ImGuiChildFlags_NavFlattened | ImGuiChildFlags_AlwaysUseWindowPadding;
  if (options.height <= 0) flags |= ImGuiChildFlags_AutoResizeY;
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const ImGuiID key = id_of(std::string("card:").append(id));
  // The soft edge goes before the card's own ground and takes the size that the card had in the frame before.
  ImGuiStorage& kept = *ImGui::GetStateStorage();
  const float known_height = kept.GetFloat(key);
  if (t.look.mode == Mode::light && known_height > 0 && !is_skipped()) {
    shadow(*ImGui::GetWindowDrawList(), {corner, {corner.x + room(), corner.y + known_height}}, t.card_radius, 3);
  }
  if (!options.level.empty()) {
    // Cards that stand below each other, for want of width, have nothing to be level with.
    const int top = static_cast<int>(ImGui::GetCursorPosY());
    level_ = id_of(std::string("level:").append(options.level).append(std::to_string(top)));
    ImGui::SetNextWindowSizeConstraints({0, current().level_height(level_)}, {FLT_MAX, FLT_MAX});
  }
  ImGui::BeginChild(name.c_str(), {0, options.height}, flags,
                    ImGuiWindowFlags_NoSavedSettings | (options.height > 0 ? 0 : ImGuiWindowFlags_NoScrollbar));
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(2);
  const ImVec2 size = ImGui::GetWindowSize();
  const ImRect box(corner, {corner.x + size.x, corner.y + size.y});
  if (!is_skipped()) kept.SetFloat(key, size.y);
  id_ = ImGui::GetID("card");
  const std::string_view spoken = !options.title.empty() ? options.title : !options.name.empty() ? options.name : id;
  mirror().add(id_, Role::group, spoken, box);
  mirror().begin_group(id_);
  if (options.title.empty() && !options.actions) return;
  if (options.flush) {
    ImGui::SetCursorPos({padding, padding});
    ImGui::BeginGroup();
  }
  heading(options.title, 2);
  if (options.actions) {
    const float lift = (t.control_height - t.size_of(Type::heading)) / 2;
    at_right(options.actions_width + (options.flush ? padding : 0));
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - std::max(0.0F, lift - 4));
    options.actions();
  }
  if (!options.detail.empty()) {
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - t.space.tight);
    paragraph(options.detail, Type::body, t.colours.text_quiet);
  }
  if (options.flush) {
    ImGui::EndGroup();
  }
  space(t.space.medium);
}

Card::~Card() {
  mirror().end_group();
  // What reaches the edges must not cover the round corners.
  if (flush_ && !is_skipped()) space(theme().card_radius - 2);
  if (level_ != 0) {
    const ImGuiWindow& window = *ImGui::GetCurrentWindow();
    const float content = window.DC.CursorMaxPos.y - window.DC.CursorStartPos.y;
    const float height = content + 2 * window.WindowPadding.y;
    // The others follow in the next frame.
    if (height > current().level_height(level_) + 0.5F) current().platform().wake();
    current().raise_level(level_, height);
  }
  ImGui::EndChild();
  if (!is_skipped()) space(theme().space.large);
}

bool stat(std::string_view label, std::string_view figure, const StatOptions& options) {
  const Theme& t = theme();
  if (is_skipped()) return false;
  bool asked = false;
  ImGui::BeginGroup();
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float width = room();
  draw_text(corner, label, Type::caption, t.colours.text_quiet, corner.x + width);
  ImGui::Dummy({std::min(width, width_of(label, Type::caption)), t.size_of(Type::caption)});
  space(t.space.hair);
  // A figure too long for its place is set smaller, never cut off.
  Type type = options.type;
  if (type == Type::display && width_of(figure, type) > width) type = Type::title;
  if (type == Type::title && width_of(figure, type) > width) type = Type::heading;
  const Colour colour = options.tone == Tone::neutral ? t.colours.text : t.text_of(options.tone);
  if (options.why) {
    asked = link_number(label, figure, type, options.tone);
  } else {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_text(at, figure, type, colour, at.x + width + 1);
    ImGui::Dummy({std::min(width, width_of(figure, type)), t.size_of(type)});
    mirror().add(Role::text, label, {at, {at.x + width, at.y + t.size_of(type)}}).value = figure;
  }
  if (!options.delta.empty() || !options.detail.empty()) {
    space(t.space.tight);
    if (!options.delta.empty()) {
      chip(options.delta, options.delta_tone, sign_of_delta(options.delta, options.delta_tone));
      if (!options.detail.empty()) beside();
    }
    if (!options.detail.empty()) paragraph(options.detail, Type::caption, t.colours.text_quiet);
  }
  ImGui::EndGroup();
  return asked;
}

float chip_width(std::string_view word, bool sign) {
  const Theme& t = theme();
  return width_of(word, Type::caption) + 2 * t.space.small + (sign ? 13 + t.space.tight : 0);
}

void chip(std::string_view word, Tone tone) {
  chip(word, tone, sign_of(tone));
}

void chip(std::string_view word, Tone tone, Icon sign) {
  if (is_skipped()) return;
  const float width = std::min(chip_width(word, sign != Icon::none), room());
  const auto [box, visible] = place({width, chip_height()});
  mirror().add(Role::text, word, box);
  if (visible) draw_chip(box, word, tone, sign);
}

void badge(std::string_view count, Tone tone, std::string_view name) {
  if (is_skipped()) return;
  const Theme& t = theme();
  const float height = t.size_of(Type::caption) + 4;
  const float width = std::max(height, width_of(count, Type::caption) + 2 * t.space.small - 2);
  const auto [box, visible] = place({width, height});
  mirror().add(Role::text, name.empty() ? count : name, box).value = name.empty() ? std::string_view() : count;
  if (!visible) return;
  fill(box, t.ground_of(tone), height / 2);
  const float words = width_of(count, Type::caption);
  draw_text_in({{box.GetCenter().x - words / 2, box.Min.y}, {box.Max.x, box.Max.y}}, count, Type::caption,
               t.text_of(tone));
}

bool banner(std::string_view words, Tone tone, std::string_view action) {
  if (is_skipped()) return false;
  const Theme& t = theme();
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float width = room();
  const float action_room = action.empty() ? 0 : width_of(action, Type::strong) + 2 * t.space.medium + t.space.small;
  const float text_left = 16 + 2 * t.space.medium;
  const float wrap = std::max(80.0F, width - text_left - t.space.medium - action_room);
  const char* const begin = words.data();
  const char* const end = begin + words.size();
  const ImVec2 text_size = ImGui::CalcTextSize(begin, end, false, wrap);
  const float height = std::max(text_size.y + 2 * t.space.medium, t.control_height + t.space.small);
  const ImRect box(corner, {corner.x + width, corner.y + height});
  fill(box, t.ground_of(tone), t.card_radius - 2);
  stroke(box, mixed(t.ground_of(tone), t.fill_of(tone), 0.35F), t.card_radius - 2);
  draw_icon_here(icon_of(tone), {corner.x + t.space.medium + 8, box.GetCenter().y}, 16, t.text_of(tone));
  ImGui::GetWindowDrawList()->AddText(nullptr, 0, {corner.x + text_left, box.GetCenter().y - text_size.y / 2},
                                      paint(t.colours.text), begin, end, wrap);
  mirror().add(Role::status, words, box);
  bool pressed = false;
  if (!action.empty()) {
    const float button_height = std::max(24.0F, t.control_height - 8);
    ImGui::SetCursorScreenPos({box.Max.x - action_room + t.space.tight, box.GetCenter().y - button_height / 2});
    pressed = button(action, {.small = true, .width = action_room - t.space.medium});
  }
  ImGui::SetCursorScreenPos(corner);
  ImGui::Dummy({width, height});
  return pressed;
}

bool empty_state(Icon sign, std::string_view title, std::string_view words, std::string_view action) {
  if (is_skipped()) return false;
  const Theme& t = theme();
  const float width = room();
  const float left = ImGui::GetCursorPosX();
  space(t.space.wide);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  constexpr float disc = 48;
  const ImVec2 centre = {at.x + width / 2, at.y + disc / 2};
  ImGui::GetWindowDrawList()->AddCircleFilled(centre, disc / 2, paint(t.colours.pressed));
  draw_icon_here(sign, centre, 22, t.colours.text_quiet);
  ImGui::Dummy({width, disc});
  space(t.space.medium);
  const auto centred = [&](float part) { ImGui::SetCursorPosX(left + std::max(0.0F, (width - part) / 2)); };
  centred(width_of(title, Type::heading));
  heading(title, 3);
  centred_words(words, left, width);
  bool pressed = false;
  if (!action.empty()) {
    space(t.space.medium);
    centred(width_of(action, Type::strong) + 2 * (t.space.medium + 2));
    pressed = button(action);
  }
  space(t.space.wide);
  return pressed;
}

void progress(std::string_view words, float fraction) {
  if (is_skipped()) return;
  const Theme& t = theme();
  const bool known = fraction >= 0;
  const float share = std::clamp(fraction, 0.0F, 1.0F);
  const std::string percent = known ? std::to_string(static_cast<int>(share * 100)) + " %" : std::string();
  constexpr float thread = 6;
  const auto [box, visible] = place({room(), t.size_of(Type::body) + t.space.tight + thread});
  mirror().add(Role::status, words, box).value = percent;
  if (!known && !t.look.reduced_motion) current().platform().wake();
  if (!visible) return;
  const float number = known ? width_of(percent) : 0;
  draw_text(box.Min, words, Type::body, t.colours.text, box.Max.x - number - t.space.small);
  if (known) draw_text({box.Max.x - number, box.Min.y}, percent, Type::body, t.colours.text_quiet);
  const ImRect track({box.Min.x, box.Max.y - thread}, box.Max);
  fill(track, t.colours.pressed, thread / 2);
  ImRect done = track;
  if (known) {
    done.Max.x = track.Min.x + std::max(share > 0 ? thread : 0, track.GetWidth() * share);
  } else {
    // A third of the thread goes to and fro; standing still it says the same.
    const double seconds = t.look.reduced_motion ? 0.25 : current().platform().now();
    const float at = 0.5F + 0.5F * static_cast<float>(std::sin(seconds * std::numbers::pi));
    done.Min.x = track.Min.x + at * track.GetWidth() * 2 / 3;
    done.Max.x = done.Min.x + track.GetWidth() / 3;
  }
  if (done.GetWidth() > 0) fill(done, t.colours.accent, thread / 2);
}

void meter(std::string_view name, float fraction, float limit, Tone tone) {
  band_meter(name, fraction, limit, limit, tone);
}

void band_meter(std::string_view name, float fraction, float from, float to, Tone tone) {
  if (is_skipped()) return;
  const Theme& t = theme();
  constexpr float thread = 6;
  const auto [box, visible] = place({room(), thread + 6});
  mirror().add(Role::image, name, box);
  if (!visible) return;
  const ImRect track({box.Min.x, box.Min.y + 3}, {box.Max.x, box.Min.y + 3 + thread});
  fill(track, t.colours.pressed, thread / 2);
  const auto across = [&](float share) { return track.Min.x + track.GetWidth() * std::clamp(share, 0.0F, 1.0F); };
  if (from < to) fill({{across(from), track.Min.y}, {across(to), track.Max.y}}, t.colours.border_strong);
  if (fraction > 0) {
    fill({track.Min, {std::max(track.Min.x + thread, across(fraction)), track.Max.y}}, t.fill_of(tone), thread / 2);
  }
  const ImRect whole = box;
  const auto mark = [&](float share) {
    fill({{across(share) - 1, whole.Min.y}, {across(share) + 1, whole.Max.y}}, t.colours.text, 1);
  };
  if (from < to) mark(from);
  mark(to);
}

}  // namespace dealwright::web::ui
