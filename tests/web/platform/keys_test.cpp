#include "web/platform/keys.hpp"

#include <doctest/doctest.h>

namespace {

using dealwright::web::key_of;

TEST_CASE("Letters count by their meaning in the layout") {
  CHECK(key_of("z", "KeyZ") == ImGuiKey_Z);
  CHECK(key_of("z", "KeyY") == ImGuiKey_Z);  // German
  CHECK(key_of("A", "KeyQ") == ImGuiKey_A);  // French, with Shift
  CHECK(key_of("m", "Semicolon") == ImGuiKey_M);
}

TEST_CASE("Keys of other alphabets, digits and signs count by their place") {
  CHECK(key_of("я", "KeyZ") == ImGuiKey_Z);
  CHECK(key_of("Ω", "KeyV") == ImGuiKey_V);
  CHECK(key_of("&", "Digit1") == ImGuiKey_1);  // French
  CHECK(key_of("\"", "Digit2") == ImGuiKey_2);
  CHECK(key_of("ß", "Minus") == ImGuiKey_Minus);
  CHECK(key_of("<", "IntlBackslash") == ImGuiKey_Oem102);
}

TEST_CASE("The keypad types with Num Lock and moves without") {
  CHECK(key_of("7", "Numpad7") == ImGuiKey_Keypad7);
  CHECK(key_of("Home", "Numpad7") == ImGuiKey_Home);
  CHECK(key_of("ArrowLeft", "Numpad4") == ImGuiKey_LeftArrow);
  CHECK(key_of("Enter", "NumpadEnter") == ImGuiKey_KeypadEnter);
  CHECK(key_of(",", "NumpadDecimal") == ImGuiKey_KeypadDecimal);
}

TEST_CASE("Keyboards that tell no place are known by what they say") {
  CHECK(key_of("Enter", "") == ImGuiKey_Enter);
  CHECK(key_of("Backspace", "") == ImGuiKey_Backspace);
  CHECK(key_of("a", "") == ImGuiKey_A);
  CHECK(key_of("5", "") == ImGuiKey_5);
  CHECK(key_of(" ", "") == ImGuiKey_Space);
  CHECK(key_of("Control", "") == ImGuiKey_LeftCtrl);
  CHECK(key_of("F5", "") == ImGuiKey_F5);
}

TEST_CASE("Every named key of a page that ImGui has is known") {
  for (const char* code : {"AltLeft",
                           "AltRight",
                           "ArrowDown",
                           "ArrowLeft",
                           "ArrowRight",
                           "ArrowUp",
                           "Backquote",
                           "Backslash",
                           "Backspace",
                           "BracketLeft",
                           "BracketRight",
                           "CapsLock",
                           "Comma",
                           "ContextMenu",
                           "ControlLeft",
                           "ControlRight",
                           "Delete",
                           "End",
                           "Enter",
                           "Equal",
                           "Escape",
                           "F1",
                           "F12",
                           "F24",
                           "Home",
                           "Insert",
                           "IntlBackslash",
                           "MetaLeft",
                           "MetaRight",
                           "Minus",
                           "NumLock",
                           "NumpadAdd",
                           "NumpadDecimal",
                           "NumpadDivide",
                           "NumpadEnter",
                           "NumpadEqual",
                           "NumpadMultiply",
                           "NumpadSubtract",
                           "PageDown",
                           "PageUp",
                           "Pause",
                           "Period",
                           "PrintScreen",
                           "Quote",
                           "ScrollLock",
                           "Semicolon",
                           "ShiftLeft",
                           "ShiftRight",
                           "Slash",
                           "Space",
                           "Tab"}) {
    CAPTURE(code);
    CHECK(key_of("Unidentified", code) != ImGuiKey_None);
  }
}

TEST_CASE("What is no key of ImGui is none") {
  for (const char* key : {"", "Dead", "Process", "Unidentified", "AudioVolumeUp", "F25", "F0", "é", "Fx", "Key"}) {
    CAPTURE(key);
    CHECK(key_of(key, "") == ImGuiKey_None);
  }
  CHECK(key_of("", "Keyé") == ImGuiKey_None);
  CHECK(key_of("", "DigitX") == ImGuiKey_None);
}

}  // namespace
