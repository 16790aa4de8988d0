#include "web/ui/ui.hpp"

#include <algorithm>
#include <vector>

#include "web/ui/fonts/inter_font.hpp"
#include "web/ui/fonts/system_font.hpp"
#include "web/ui/toasts.hpp"

namespace dealwright::web::ui {

namespace {

constexpr std::size_t most_drafts = 64;

// Which Ui stands over which context; there are several only in tests.
struct Attached {
  ImGuiContext* context;
  Ui* ui;
};
std::vector<Attached>& attached() {
  static std::vector<Attached> list;
  return list;
}

}  // namespace

Ui::Ui(Platform& platform, const Look& look) : platform_(platform), theme_(make_theme(look)) {
  attached().push_back({ImGui::GetCurrentContext(), this});
  regular_ = add_inter_font(Weight::regular);
  add_system_font(*regular_, platform, false);
  semibold_ = add_inter_font(Weight::semibold);
  merge_inter_font(*semibold_, Weight::regular);
  add_system_font(*semibold_, platform, true);
  ImGui::GetIO().FontDefault = regular_;
  toasts_ = std::make_unique<Toasts>();
  apply_style();
}

Ui::~Ui() {
  std::erase_if(attached(), [this](const Attached& entry) { return entry.ui == this; });
}

Ui& current() {
  ImGuiContext* const context = ImGui::GetCurrentContext();
  for (const Attached& entry : attached()) {
    if (entry.context == context) return *entry.ui;
  }
  IM_ASSERT(false && "No Ui stands over this context.");
  return *attached().front().ui;
}

void Ui::begin_frame(std::vector<MirrorEvent> events) {
  // What was done in the page shows in the frames after this one too.
  if (!events.empty()) platform_.wake();
  mirror_.begin_frame(std::move(events));
}

void Ui::end_frame() {
  toasts_->draw(*this);
  platform_.show(mirror_.end_frame());
}

void Ui::set_look(const Look& look) {
  if (look == theme_.look) return;
  theme_ = make_theme(look);
  apply_style();
  platform_.wake();
}

ImFont* Ui::font(Type type) const {
  return type == Type::body || type == Type::caption ? regular_ : semibold_;
}

void Ui::toast(std::string_view text, Tone tone, ToastAction action, double seconds) {
  toasts_->add(*this, text, tone, std::move(action), seconds);
}

float Ui::level_height(ImGuiID level) const {
  const int frame = ImGui::GetFrameCount();
  for (const Level& kept : levels_) {
    if (kept.id == level) return kept.frame == frame ? kept.before : kept.now;
  }
  return 0;
}

void Ui::raise_level(ImGuiID level, float height) {
  const int frame = ImGui::GetFrameCount();
  for (Level& kept : levels_) {
    if (kept.id != level) continue;
    if (kept.frame != frame) kept = {level, frame, 0, kept.now};
    kept.now = std::max(kept.now, height);
    return;
  }
  std::erase_if(levels_, [&](const Level& kept) { return kept.frame + 1 < frame; });
  levels_.push_back({level, frame, height, 0});
}

Ui::Draft& Ui::draft(ImGuiID id) {
  const int frame = ImGui::GetFrameCount();
  for (Draft& draft : drafts_) {
    if (draft.id == id) {
      draft.last_frame = frame;
      return draft;
    }
  }
  if (drafts_.size() >= most_drafts) {
    drafts_.erase(std::min_element(drafts_.begin(), drafts_.end(),
                                   [](const Draft& a, const Draft& b) { return a.last_frame < b.last_frame; }));
  }
  Draft& draft = drafts_.emplace_back();
  draft.id = id;
  draft.last_frame = frame;
  return draft;
}

const Ui::Draft* Ui::find_draft(ImGuiID id) const {
  const auto found = std::find_if(drafts_.begin(), drafts_.end(), [id](const Draft& draft) { return draft.id == id; });
  return found == drafts_.end() ? nullptr : &*found;
}

void Ui::drop_draft(ImGuiID id) {
  std::erase_if(drafts_, [id](const Draft& draft) { return draft.id == id; });
}

void Ui::apply_style() {
  ImGuiStyle& style = ImGui::GetStyle();
  style = ImGuiStyle();
  const Colours& c = theme_.colours;
  const Spacing& space = theme_.space;
  style.FontSizeBase = theme_.size_of(Type::body);
  style.WindowPadding = {space.large, space.large};
  style.WindowRounding = 0;
  style.WindowBorderSize = 0;
  style.ChildRounding = 0;
  style.ChildBorderSize = 1;
  style.PopupRounding = theme_.card_radius;
  style.PopupBorderSize = 1;
  style.FrameRounding = theme_.field_radius;
  style.FramePadding = {10, (theme_.control_height - theme_.size_of(Type::body)) / 2};
  style.ItemSpacing = {space.small, space.small};
  style.ItemInnerSpacing = {space.small, space.tight};
  style.CellPadding = {space.medium, 0};
  style.ScrollbarSize = 10;
  style.ScrollbarRounding = 5;
  style.GrabRounding = 5;
  style.DisabledAlpha = 0.5F;
  style.TabRounding = theme_.field_radius;
  style.WindowMinSize = {1, 1};
  style.HoverDelayNormal = 0.4F;
  style.CircleTessellationMaxError = 0.15F;
  style.CurveTessellationTol = 0.6F;
  const auto set = [&style](ImGuiCol which, Colour colour) {
    style.Colors[which] = ImGui::ColorConvertU32ToFloat4(colour);
  };
  for (int which = 0; which < ImGuiCol_COUNT; ++which) set(which, 0);
  set(ImGuiCol_Text, c.text);
  set(ImGuiCol_TextDisabled, c.text_faint);
  set(ImGuiCol_WindowBg, c.canvas);
  set(ImGuiCol_PopupBg, c.raised);
  set(ImGuiCol_Border, c.border);
  set(ImGuiCol_ScrollbarGrab, faded(c.text_faint, 0.35F));
  set(ImGuiCol_ScrollbarGrabHovered, faded(c.text_faint, 0.6F));
  set(ImGuiCol_ScrollbarGrabActive, faded(c.text_faint, 0.8F));
  set(ImGuiCol_TextSelectedBg, faded(c.accent, 0.28F));
  set(ImGuiCol_InputTextCursor, c.text);
  set(ImGuiCol_TableBorderLight, c.border);
  set(ImGuiCol_TableBorderStrong, c.border);
  set(ImGuiCol_ModalWindowDimBg, c.veil);
  set(ImGuiCol_DragDropTarget, c.accent);
}

WithType::WithType(Type type) {
  const Ui& ui = current();
  ImGui::PushFont(ui.font(type), ui.theme().size_of(type));
}

WithType::~WithType() {
  ImGui::PopFont();
}

}  // namespace dealwright::web::ui
