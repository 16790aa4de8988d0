// What the page reports of pointer, wheel, keyboard, typed text, focus and clipboard, handed on to ImGui.

#include <algorithm>
#include <array>
#include <cfloat>
#include <cmath>

#include <imgui_internal.h>

#include "web/platform/keys.hpp"
#include "web/platform/page/page_platform.hpp"

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

}  // namespace

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

}  // namespace dealwright::web::page
