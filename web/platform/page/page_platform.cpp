#include "web/platform/page/page_platform.hpp"

#include <algorithm>
#include <array>
#include <cfloat>
#include <cmath>

#include <GLES3/gl3.h>
#include <backends/imgui_impl_opengl3.h>
#include <emscripten.h>
#include <emscripten/html5.h>
#include <imgui_internal.h>

#include "web/platform/keys.hpp"
#include "web/platform/page/calls.hpp"

namespace dealwright::web::page {

namespace {

// The bits of KeyboardEvent's modifiers, as input.js packs them.
constexpr unsigned with_ctrl = 1, with_shift = 2, with_alt = 4, with_super = 8;

ImGuiMouseSource source_of(PointerKind kind) {
  switch (kind) {
    case PointerKind::pen:
      return ImGuiMouseSource_Pen;
    case PointerKind::touch:
      return ImGuiMouseSource_TouchScreen;
    case PointerKind::mouse:
      break;
  }
  return ImGuiMouseSource_Mouse;
}

// Keys that a page or the browser would act on, though the canvas has the keyboard.
bool moves_the_page(ImGuiKey key, bool typing) {
  switch (key) {
    case ImGuiKey_Tab:
    case ImGuiKey_Enter:
    case ImGuiKey_KeypadEnter:
    case ImGuiKey_Escape:
    case ImGuiKey_Backspace:
    case ImGuiKey_Delete:
    case ImGuiKey_LeftArrow:
    case ImGuiKey_RightArrow:
    case ImGuiKey_UpArrow:
    case ImGuiKey_DownArrow:
    case ImGuiKey_Home:
    case ImGuiKey_End:
    case ImGuiKey_PageUp:
    case ImGuiKey_PageDown:
      return true;
    case ImGuiKey_Space:
    case ImGuiKey_Slash:
    case ImGuiKey_Apostrophe:
      return !typing;
    default:
      return false;
  }
}

// What a text field does with Ctrl (Command on a Mac).
bool edits_text(ImGuiKey key) {
  constexpr std::array keys{ImGuiKey_A,          ImGuiKey_Z,       ImGuiKey_Y,         ImGuiKey_LeftArrow,
                            ImGuiKey_RightArrow, ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_Backspace,
                            ImGuiKey_Delete,     ImGuiKey_Home,    ImGuiKey_End,       ImGuiKey_Enter};
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

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
  EmscriptenWebGLContextAttributes wishes;
  emscripten_webgl_init_context_attributes(&wishes);
  // What else the device is like, start.js of the shell has said, which asks for it first.
  wishes.majorVersion = 2;
  // Asking for each extension takes longer than a frame, and none is used.
  wishes.enableExtensionsByDefault = false;
  const auto context = emscripten_webgl_create_context("#canvas", &wishes);
  if (context <= 0 || emscripten_webgl_make_context_current(context) != EMSCRIPTEN_RESULT_SUCCESS) return false;
  device_ = ImGui_ImplOpenGL3_Init("#version 300 es");
  return device_;
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
  // Without a device the program goes on unseen: what was edited last must still be stored.
  if (device_) ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  draw_();
  ImGui::Render();
  if (device_) paint();
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

void PagePlatform::paint() {
  glViewport(0, 0, static_cast<GLsizei>(std::lround(width_ * density_)),
             static_cast<GLsizei>(std::lround(height_ * density_)));
  const ImVec4 back = ImGui::GetStyleColorVec4(ImGuiCol_WindowBg);
  glClearColor(back.x, back.y, back.z, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
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
  device_ = present;
  if (present) {
    device_ = ImGui_ImplOpenGL3_Init("#version 300 es");
    events().drawing_restored = true;
  } else {
    // What the device held is gone; ImGui makes it anew for the next one. Frames go on until then, and letters of
    // theirs wait to be drawn as they would for a device.
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  }
}

void PagePlatform::set_preferences(const Preferences& preferences) {
  if (preferences == preferences_ && draw_) return;
  preferences_ = preferences;
  configure_context(preferences_);
  events().preferences_changed = true;
}

// Pointer

void PagePlatform::click(ImGuiMouseButton button, float x, float y) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(x, y);
  io.AddMouseButtonEvent(button, true);
  io.AddMouseButtonEvent(button, false);
}

void PagePlatform::take(const Touch::Outcome& outcome) {
  using Kind = Touch::Outcome::Kind;
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
  frames_.input(now());
  switch (outcome.kind) {
    case Kind::none:
      return;
    case Kind::hover:
    case Kind::move:
      io.AddMousePosEvent(outcome.x, outcome.y);
      return;
    case Kind::scroll:
      scroller_.by({-outcome.dx, -outcome.dy});
      return;
    case Kind::press:
      io.AddMousePosEvent(outcome.x, outcome.y);
      io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
      pointer_held_ = true;
      return;
    case Kind::release:
      io.AddMousePosEvent(outcome.x, outcome.y);
      io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
      break;
    case Kind::click:
      click(ImGuiMouseButton_Left, outcome.x, outcome.y);
      break;
    case Kind::menu:
      click(ImGuiMouseButton_Right, outcome.x, outcome.y);
      break;
    case Kind::leave:
      break;
  }
  // Once what was under the finger has had the release, nothing stays hovered.
  pointer_held_ = false;
  frame_at_once();
  io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  frames_.input(now());
}

void PagePlatform::pointer(PointerKind kind, PointerPhase phase, float x, float y, unsigned buttons, double time) {
  if (kind == PointerKind::touch) {
    switch (phase) {
      case PointerPhase::down:
        take(touch_.down(x, y, time));
        // ImGui must know what is under the finger before the finger moves.
        frame_at_once();
        break;
      case PointerPhase::move:
        take(touch_.move(x, y, time, can_scroll));
        break;
      case PointerPhase::up:
        take(touch_.up(x, y, time));
        break;
      case PointerPhase::cancel:
        take(touch_.cancel());
        break;
    }
    schedule();
    return;
  }
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(source_of(kind));
  io.AddMousePosEvent(x, y);
  // Bits of PointerEvent.buttons in the order of ImGui's buttons.
  constexpr std::array<unsigned, 3> bits{1, 2, 4};
  for (std::size_t button = 0; button < bits.size(); ++button) {
    io.AddMouseButtonEvent(static_cast<int>(button), (buttons & bits[button]) != 0);
  }
  pointer_held_ = buttons != 0;
  frames_.input(now());
  if (phase == PointerPhase::up) frame_at_once();
  schedule();
}

void PagePlatform::pointer_left() {
  if (pointer_held_) return;
  ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  frames_.input(now());
  schedule();
}

void PagePlatform::wheel(float x, float y, WheelUnit unit, bool shift) {
  Distance pixels = wheel_pixels(x, y, unit, width_, height_);
  // Some browsers turn the wheel's axis for Shift by themselves; ImGui does it once more.
  if (shift && !(std::abs(pixels.y) > 0) && !preferences_.mac) std::swap(pixels.x, pixels.y);
  scroller_.by(pixels);
  frames_.input(now());
  schedule();
}

// Keys and text

void PagePlatform::modifiers(unsigned bits) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Ctrl, (bits & with_ctrl) != 0);
  io.AddKeyEvent(ImGuiMod_Shift, (bits & with_shift) != 0);
  io.AddKeyEvent(ImGuiMod_Alt, (bits & with_alt) != 0);
  io.AddKeyEvent(ImGuiMod_Super, (bits & with_super) != 0);
}

// Whether the app takes this key from the browser.
bool PagePlatform::claims(ImGuiKey key, unsigned bits) const {
  // ImGui's Ctrl is Command on a Mac.
  const unsigned main = preferences_.mac ? with_super : with_ctrl, other = preferences_.mac ? with_ctrl : with_super;
  int chord = key;
  if (bits & main) chord |= ImGuiMod_Ctrl;
  if (bits & other) chord |= ImGuiMod_Super;
  if (bits & with_shift) chord |= ImGuiMod_Shift;
  if (bits & with_alt) chord |= ImGuiMod_Alt;
  if (std::find(shortcuts_.begin(), shortcuts_.end(), chord) != shortcuts_.end()) return true;
  const bool typing = text_.id != 0;
  if (bits & main) return typing && edits_text(key);
  if (bits & (other | with_alt)) return typing && preferences_.mac && edits_text(key);
  return moves_the_page(key, typing);
}

bool PagePlatform::key(std::string_view key, std::string_view code, bool down, unsigned bits) {
  ImGuiIO& io = ImGui::GetIO();
  modifiers(bits);
  frames_.input(now());
  // A key goes up as what it went down as, whatever Shift has made of it since.
  const std::string_view place = code.empty() ? key : code;
  const auto held = std::find_if(held_.begin(), held_.end(), [&](const auto& entry) { return entry.first == place; });
  ImGuiKey known = held != held_.end() ? held->second : key_of(key, code);
  if (known == ImGuiKey_None) {
    schedule();
    return false;
  }
  io.AddKeyEvent(known, down);
  if (down && held == held_.end()) held_.emplace_back(place, known);
  if (!down && held != held_.end()) held_.erase(held);
  // A Mac does not tell which keys went up while Command was held.
  if (!down && preferences_.mac && (known == ImGuiKey_LeftSuper || known == ImGuiKey_RightSuper)) {
    for (const auto& [other_place, other] : held_) io.AddKeyEvent(other, false);
    held_.clear();
  }
  const bool claimed = down && claims(known, bits);
  // Pressing a button is one of the moments in which the browser allows more.
  if (known == ImGuiKey_Enter || known == ImGuiKey_Space) frame_at_once();
  schedule();
  return claimed;
}

void PagePlatform::text(std::string_view typed) {
  ImGui::GetIO().AddInputCharactersUTF8(std::string(typed).c_str());
  frames_.input(now());
  schedule();
}

void PagePlatform::press(ImGuiKeyChord chord) {
  ImGuiIO& io = ImGui::GetIO();
  const auto key = static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_);
  // ImGui exchanges the two on a Mac.
  const ImGuiKey ctrl = preferences_.mac ? ImGuiMod_Super : ImGuiMod_Ctrl;
  const bool was_held = preferences_.mac ? io.KeySuper : io.KeyCtrl;
  if (chord & ImGuiMod_Ctrl) io.AddKeyEvent(ctrl, true);
  io.AddKeyEvent(key, true);
  io.AddKeyEvent(key, false);
  if ((chord & ImGuiMod_Ctrl) && !was_held) io.AddKeyEvent(ctrl, false);
  frames_.input(now());
  frame_at_once();
}

void PagePlatform::focused(bool focused) {
  ImGui::GetIO().AddFocusEvent(focused);
  if (!focused) {
    held_.clear();
    pointer_held_ = false;
    if (touch_.next_tick() < Frames::never) take(touch_.cancel());
  }
  frames_.input(now());
  schedule();
}

const std::string& PagePlatform::copy(bool cut) {
  copied_.clear();
  copying_ = true;
  press(ImGuiMod_Ctrl | (cut ? ImGuiKey_X : ImGuiKey_C));
  copying_ = false;
  return copied_;
}

void PagePlatform::paste(std::string_view text) {
  if (text_.id == 0) {
    events().pasted = std::string(text);
    return;
  }
  clipboard_ = text;
  press(ImGuiMod_Ctrl | ImGuiKey_V);
}

// What the app asks for

std::string_view PagePlatform::resource(std::string_view name) const {
  auto found = resources_.find(name);
  if (found == resources_.end()) {
    std::string bytes(page_resource_size(name.data(), name.size()), '\0');
    page_resource_bytes(name.data(), name.size(), bytes.data());
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
