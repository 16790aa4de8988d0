#include "web/platform/page/page_platform.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <emscripten.h>
#include <imgui_internal.h>

#include "web/platform/packed_documents.hpp"
#include "web/platform/page/calls.hpp"
#include "web/platform/page/renderer.hpp"

namespace dealwright::web::page {

namespace {

bool same(const MirrorItem& a, const MirrorItem& b) {
  const auto close = [](float x, float y) { return std::abs(x - y) < 0.5F; };
  return a.id == b.id && a.parent == b.parent && a.role == b.role && a.disabled == b.disabled &&
         a.focused == b.focused && a.invalid == b.invalid && a.multiline == b.multiline && a.checked == b.checked &&
         a.expanded == b.expanded && a.selected == b.selected && a.level == b.level && close(a.x, b.x) &&
         close(a.y, b.y) && close(a.width, b.width) && close(a.height, b.height) && a.name == b.name &&
         a.value == b.value && a.description == b.description;
}

std::uint32_t focus_of(std::span<const MirrorItem> items) {
  const auto found = std::find_if(items.begin(), items.end(), [](const MirrorItem& item) { return item.focused; });
  return found == items.end() ? 0 : found->id;
}

}  // namespace

PagePlatform::PagePlatform() : context_(ImGui::CreateContext()) {
  ImGui::SetCurrentContext(context_);
  ImGuiPlatformIO& platform_io = ImGui::GetPlatformIO();
  platform_io.Platform_ClipboardUserData = this;
  platform_io.Platform_GetClipboardTextFn = [](ImGuiContext*) {
    return static_cast<PagePlatform*>(ImGui::GetPlatformIO().Platform_ClipboardUserData)->clipboard_.c_str();
  };
  platform_io.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) {
    static_cast<PagePlatform*>(ImGui::GetPlatformIO().Platform_ClipboardUserData)->copy_text(text);
  };
  ImGui::GetIO().BackendPlatformName = "dealwright page";
  ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
}

bool PagePlatform::open() {
  return device_ = open_device();
}

void PagePlatform::run(std::function<void()> draw) {
  draw_ = std::move(draw);
  last_frame_ = now();
  frames_.input(now());
  schedule();
}

// Time and frames

double PagePlatform::now() const {
  return emscripten_get_now() / 1000;
}

Date PagePlatform::today() const {
  const int day = page_today();
  return Date::from(day / 10000, day / 100 % 100, day % 100).value_or(Date());
}

void PagePlatform::wake() {
  frames_.wake();
  schedule();
}

void PagePlatform::wake_at(double seconds) {
  frames_.wake_at(seconds);
  schedule();
}

Events& PagePlatform::events() {
  frames_.input(now());
  schedule();
  return events_;
}

// Asks the page for the next frame, once for all that happens within a frame.
void PagePlatform::schedule() {
  if (drawing_ || !draw_) return;
  const double later = std::min(frames_.alarm(), touch_.next_tick());
  if (frames_.wanted() || later <= 0) {
    page_request_frame();
  } else {
    page_request_frame_at(later >= Frames::never ? -1 : std::max(0.0, (later - now()) * 1000));
  }
}

void PagePlatform::frame() {
  if (!draw_ || drawing_) return;
  if (touch_.next_tick() <= now()) take(touch_.tick(now()));
  step();
  schedule();
}

void PagePlatform::frame_at_once() {
  constexpr int most = 4;
  if (!draw_ || drawing_) return;
  for (int count = 0; frames_.wanted() && count < most; ++count) step();
  schedule();
}

void PagePlatform::step() {
  drawing_ = true;
  const double time = now();
  frames_.begin(time);
  page_fit();
  ImGuiIO& io = ImGui::GetIO();
  // A rest is not part of what moves: after one, a frame counts as one frame.
  io.DeltaTime = static_cast<float>(std::clamp(time - last_frame_, 0.001, 0.1));
  last_frame_ = time;
  io.DisplaySize = {width_, height_};
  io.DisplayFramebufferScale = {density_, density_};
  ImGui::NewFrame();
  draw_();
  ImGui::Render();
  // Without a device the program goes on unseen: what was edited last must still be stored.
  if (device_) paint(*ImGui::GetDrawData(), ImGui::GetStyleColorVec4(ImGuiCol_WindowBg));
  // Input that ImGui keeps for a frame of its own, and a button that is held, need the next one.
  if (GImGui->InputEventsQueue.Size > 0 || pointer_held_) frames_.wake();

  if (const int cursor = ImGui::GetMouseCursor(); cursor != cursor_) page_cursor(cursor_ = cursor);
  if (ActiveText text = active_text(); text != text_) {
    text_ = std::move(text);
    page_set_text(text_.id, text_.multiline, text_.text.data(), text_.text.size(), text_.selection_begin,
                  text_.selection_end, text_.x, text_.y, text_.line_height);
  }
  if (device_) page_count_frame(++painted_);
  drawing_ = false;
}

void PagePlatform::resized(float width, float height, float density) {
  width_ = width;
  height_ = height;
  density_ = density;
  frames_.input(now());
  schedule();
}

void PagePlatform::device(bool present) {
  if (present == device_) return;
  device_ = present && open_device();
  if (device_) {
    events().drawing_restored = true;
  } else if (!present) {
    // Frames go on until there is one again, and letters of theirs wait to be drawn as they would for a device.
    lose_device();
  }
}

void PagePlatform::set_preferences(const Preferences& preferences) {
  if (preferences == preferences_ && draw_) return;
  preferences_ = preferences;
  configure_context(preferences_);
  events().preferences_changed = true;
}

// What the app asks for

std::string_view PagePlatform::resource(std::string_view name) const {
  auto found = resources_.find(name);
  if (found == resources_.end()) {
    // A JSON text comes packed.
    std::string file(name);
    const std::size_t ending = name.ends_with(".json") ? name.size() - 5 : std::string::npos;
    if (ending != std::string::npos) file.replace(ending, 5, ".pack");
    std::string bytes(page_resource_size(file.data(), file.size()), '\0');
    page_resource_bytes(file.data(), file.size(), bytes.data());
    if (ending != std::string::npos) bytes = unpacked_documents(bytes);
    found = resources_.emplace(std::string(name), std::move(bytes)).first;
  }
  return found->second;
}

bool PagePlatform::draw_glyph(char32_t letter, float size, bool bold, SystemGlyph& glyph) {
  std::array<float, 5> box{};
  page_draw_glyph(letter, size, bold, box.data());
  glyph.width = static_cast<int>(box[0]);
  glyph.height = static_cast<int>(box[1]);
  glyph.left = static_cast<int>(box[2]);
  glyph.top = static_cast<int>(box[3]);
  glyph.advance = box[4];
  glyph.coverage.resize(static_cast<std::size_t>(glyph.width) * static_cast<std::size_t>(glyph.height));
  if (!glyph.coverage.empty()) page_glyph_coverage(glyph.coverage.data());
  return true;
}

void PagePlatform::copy_text(std::string_view text) {
  clipboard_ = text;
  if (copying_) {
    copied_ = text;
  } else {
    page_copy(text.data(), text.size());
  }
}

void PagePlatform::save(std::string_view name, std::string_view bytes) {
  page_save(name.data(), name.size(), bytes.data(), bytes.size());
}

void PagePlatform::pick_files(std::string_view accept, bool multiple) {
  page_pick(accept.data(), accept.size(), multiple);
}

void PagePlatform::store(std::string_view key, std::string_view bytes) {
  page_store(key.data(), key.size(), bytes.data(), bytes.size());
}

void PagePlatform::erase(std::string_view key) {
  page_erase(key.data(), key.size());
}

void PagePlatform::load_all() {
  page_load_all();
}

std::string PagePlatform::address() const {
  std::string text(page_address_size(), '\0');
  page_address_bytes(text.data());
  return text;
}

void PagePlatform::set_address(std::string_view fragment, bool replace) {
  page_set_address(fragment.data(), fragment.size(), replace);
}

void PagePlatform::set_title(std::string_view title) {
  if (title == title_) return;
  title_ = title;
  page_set_title(title.data(), title.size());
}

void PagePlatform::show(std::span<const MirrorItem> items) {
  if (std::equal(items.begin(), items.end(), mirror_.begin(), mirror_.end(), same)) return;
  constexpr std::size_t words_each = 7;
  std::vector<std::uint32_t> words;
  words.reserve(items.size() * words_each);
  std::string texts;
  const auto state = [](std::int8_t value) { return static_cast<std::uint32_t>(value + 1); };  // two bits
  const auto place = [](float value) {
    return static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(value)));
  };
  const auto flag = [](bool value, unsigned bit) { return value ? 1U << bit : 0U; };
  for (const MirrorItem& item : items) {
    words.insert(words.end(),
                 {item.id, item.parent,
                  static_cast<std::uint32_t>(item.role) | state(item.checked) << 8 | state(item.expanded) << 10 |
                      state(item.selected) << 12 | std::uint32_t{item.level} << 14 | flag(item.disabled, 18) |
                      flag(item.focused, 19) | flag(item.invalid, 20) | flag(item.multiline, 21),
                  place(item.x), place(item.y), place(item.width), place(item.height)});
    for (const std::string* text : {&item.name, &item.value, &item.description}) {
      const std::size_t from = texts.size();
      texts += *text;
      std::replace(texts.begin() + static_cast<std::ptrdiff_t>(from), texts.end(), '\0', ' ');
      texts += '\0';
    }
  }
  const bool at_once = focus_of(items) != focus_of(mirror_);
  mirror_.assign(items.begin(), items.end());
  page_show(words.data(), items.size(), texts.data(), texts.size(), at_once);
}

void PagePlatform::announce(std::string_view text, bool urgent) {
  page_announce(text.data(), text.size(), urgent);
}

void PagePlatform::take_update() {
  page_take_update();
}

}  // namespace dealwright::web::page
