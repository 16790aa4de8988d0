#include "web/ui/toasts.hpp"

#include <algorithm>

#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/item.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web::ui {

namespace {

constexpr std::size_t most_toasts = 4;

}  // namespace

void Toasts::add(Ui& ui, std::string_view text, Tone tone, ToastAction action, double seconds) {
  if (toasts_.size() >= most_toasts) toasts_.erase(toasts_.begin());
  toasts_.push_back({++count_, std::string(text), tone, std::move(action), seconds, ui.platform().now() + seconds});
  ui.platform().announce(text, tone == Tone::negative);
  ui.platform().wake();
}

void Toasts::draw(Ui& ui) {
  const double now = ui.platform().now();
  std::erase_if(toasts_, [now](const Toast& toast) { return toast.until <= now; });
  float bottom = ImGui::GetIO().DisplaySize.y - ui.theme().space.wide;
  int gone = 0;
  for (std::size_t i = toasts_.size(); i-- > 0;) {
    if (draw_one(ui, toasts_[i], bottom)) gone = toasts_[i].number;
  }
  if (gone == 0) return;
  // An action may bring a toast of its own, so this one is taken out first.
  const auto found = std::find_if(toasts_.begin(), toasts_.end(), [gone](const Toast& t) { return t.number == gone; });
  const auto run = found->until < 0 ? std::move(found->action.run) : nullptr;
  toasts_.erase(found);
  ui.platform().wake();
  if (run) run();
}

bool Toasts::draw_one(Ui& ui, Toast& toast, float& bottom) {
  const Theme& t = ui.theme();
  const float icon_room = 16 + t.space.medium;
  const float button_room = 28 + t.space.small;
  const float action_room = toast.action.run ? width_of(toast.action.label, Type::strong) + 3 * t.space.medium : 0;
  const float most = std::min(520.0F, ImGui::GetIO().DisplaySize.x - 2 * t.space.wide);
  const float around = 2 * t.space.large + icon_room + button_room + action_room;
  const float text_width = std::min(width_of(toast.text), most - around);
  const ImVec2 text_size = ImGui::CalcTextSize(toast.text.c_str(), nullptr, false, text_width + 1);
  const ImVec2 size = {text_width + around, std::max(44.0F, text_size.y + 2 * t.space.medium)};
  const ImVec2 at = {(ImGui::GetIO().DisplaySize.x - size.x) / 2, bottom - size.y};
  bottom = at.y - t.space.small;

  ImGui::SetNextWindowPos(at);
  ImGui::SetNextWindowSize(size);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(t.space.large, 0));
  const std::string window_name = "##toast" + std::to_string(toast.number);
  const bool open =
      ImGui::Begin(window_name.c_str(), nullptr,
                   ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBackground |
                       ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoSavedSettings);
  bool gone = false;
  if (open) {
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    const ImRect box(at, {at.x + size.x, at.y + size.y});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRectFullScreen();
    shadow(list, box, t.card_radius, 16);
    fill(box, t.colours.raised, t.card_radius);
    stroke(box, t.colours.border, t.card_radius);
    list.PopClipRect();
    const float middle = box.GetCenter().y;
    draw_icon_here(icon_of(toast.tone), {at.x + t.space.large + 8, middle}, 16, t.text_of(toast.tone));
    const ImVec2 words_at = {at.x + t.space.large + icon_room, middle - text_size.y / 2};
    list.AddText(nullptr, 0, words_at, t.colours.text, toast.text.c_str(), nullptr, text_width + 1);
    const ImGuiID id = ImGui::GetID("toast");
    ui.mirror().add(id, toast.tone == Tone::negative ? Role::alert : Role::status, toast.text, box);
    if (toast.action.run) {
      ImGui::SetCursorScreenPos({box.Max.x - button_room - action_room, middle - 14});
      if (button(toast.action.label, {.kind = ButtonKind::quiet, .small = true})) {
        toast.until = -1;
        gone = true;
      }
    }
    ImGui::SetCursorScreenPos({box.Max.x - button_room - t.space.tight, middle - 14});
    if (icon_button(Icon::close, "Dismiss", {.kind = ButtonKind::quiet, .small = true})) gone = true;
    if (ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem)) {
      toast.until = std::max(toast.until, ui.platform().now() + toast.seconds);
    }
    if (!gone) ui.platform().wake_at(toast.until);
  }
  ImGui::End();
  ImGui::PopStyleVar();
  return gone;
}

}  // namespace dealwright::web::ui
