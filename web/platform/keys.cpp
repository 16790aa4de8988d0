#include "web/platform/keys.hpp"

#include <algorithm>
#include <array>

namespace dealwright::web {

namespace {

struct Named {
  std::string_view name;
  ImGuiKey key;
};

constexpr std::array by_code{
    Named{"AltLeft", ImGuiKey_LeftAlt},
    Named{"AltRight", ImGuiKey_RightAlt},
    Named{"ArrowDown", ImGuiKey_DownArrow},
    Named{"ArrowLeft", ImGuiKey_LeftArrow},
    Named{"ArrowRight", ImGuiKey_RightArrow},
    Named{"ArrowUp", ImGuiKey_UpArrow},
    Named{"Backquote", ImGuiKey_GraveAccent},
    Named{"Backslash", ImGuiKey_Backslash},
    Named{"Backspace", ImGuiKey_Backspace},
    Named{"BracketLeft", ImGuiKey_LeftBracket},
    Named{"BracketRight", ImGuiKey_RightBracket},
    Named{"CapsLock", ImGuiKey_CapsLock},
    Named{"Comma", ImGuiKey_Comma},
    Named{"ContextMenu", ImGuiKey_Menu},
    Named{"ControlLeft", ImGuiKey_LeftCtrl},
    Named{"ControlRight", ImGuiKey_RightCtrl},
    Named{"Delete", ImGuiKey_Delete},
    Named{"End", ImGuiKey_End},
    Named{"Enter", ImGuiKey_Enter},
    Named{"Equal", ImGuiKey_Equal},
    Named{"Escape", ImGuiKey_Escape},
    Named{"Home", ImGuiKey_Home},
    Named{"Insert", ImGuiKey_Insert},
    Named{"IntlBackslash", ImGuiKey_Oem102},
    Named{"MetaLeft", ImGuiKey_LeftSuper},
    Named{"MetaRight", ImGuiKey_RightSuper},
    Named{"Minus", ImGuiKey_Minus},
    Named{"NumLock", ImGuiKey_NumLock},
    Named{"NumpadAdd", ImGuiKey_KeypadAdd},
    Named{"NumpadDecimal", ImGuiKey_KeypadDecimal},
    Named{"NumpadDivide", ImGuiKey_KeypadDivide},
    Named{"NumpadEnter", ImGuiKey_KeypadEnter},
    Named{"NumpadEqual", ImGuiKey_KeypadEqual},
    Named{"NumpadMultiply", ImGuiKey_KeypadMultiply},
    Named{"NumpadSubtract", ImGuiKey_KeypadSubtract},
    Named{"PageDown", ImGuiKey_PageDown},
    Named{"PageUp", ImGuiKey_PageUp},
    Named{"Pause", ImGuiKey_Pause},
    Named{"Period", ImGuiKey_Period},
    Named{"PrintScreen", ImGuiKey_PrintScreen},
    Named{"Quote", ImGuiKey_Apostrophe},
    Named{"ScrollLock", ImGuiKey_ScrollLock},
    Named{"Semicolon", ImGuiKey_Semicolon},
    Named{"ShiftLeft", ImGuiKey_LeftShift},
    Named{"ShiftRight", ImGuiKey_RightShift},
    Named{"Slash", ImGuiKey_Slash},
    Named{"Space", ImGuiKey_Space},
    Named{"Tab", ImGuiKey_Tab},
};

// Names of `key` that differ from those of `code`.
constexpr std::array by_key{
    Named{" ", ImGuiKey_Space},        Named{"Alt", ImGuiKey_LeftAlt},     Named{"Control", ImGuiKey_LeftCtrl},
    Named{"Meta", ImGuiKey_LeftSuper}, Named{"Shift", ImGuiKey_LeftShift}, Named{"Spacebar", ImGuiKey_Space},
};

template <std::size_t N>
ImGuiKey named(const std::array<Named, N>& table, std::string_view name) {
  const auto found = std::lower_bound(table.begin(), table.end(), name,
                                      [](const Named& entry, std::string_view wanted) { return entry.name < wanted; });
  return found != table.end() && found->name == name ? found->key : ImGuiKey_None;
}

ImGuiKey from(ImGuiKey first, int offset) {
  return static_cast<ImGuiKey>(first + offset);
}

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

// F1 to F24; 0 for any other name.
int function_key(std::string_view name) {
  if (name.size() < 2 || name.size() > 3 || name[0] != 'F') return 0;
  int number = 0;
  for (const char byte : name.substr(1)) {
    if (!is_digit(byte)) return 0;
    number = number * 10 + (byte - '0');
  }
  return number <= 24 ? number : 0;
}

ImGuiKey letter(char byte) {
  if (byte >= 'a' && byte <= 'z') return from(ImGuiKey_A, byte - 'a');
  if (byte >= 'A' && byte <= 'Z') return from(ImGuiKey_A, byte - 'A');
  return ImGuiKey_None;
}

}  // namespace

ImGuiKey key_of(std::string_view key, std::string_view code) {
  if (key.size() == 1 && letter(key[0]) != ImGuiKey_None) return letter(key[0]);
  if (code.size() == 4 && code.starts_with("Key")) return letter(code[3]);
  if (code.size() == 6 && code.starts_with("Digit") && is_digit(code[5])) return from(ImGuiKey_0, code[5] - '0');
  if (code.size() == 7 && code.starts_with("Numpad") && is_digit(code[6])) {
    // Without Num Lock the keypad moves the caret.
    const ImGuiKey moved = key.size() > 1 ? named(by_code, key) : ImGuiKey_None;
    return moved != ImGuiKey_None ? moved : from(ImGuiKey_Keypad0, code[6] - '0');
  }
  if (const int number = function_key(code)) return from(ImGuiKey_F1, number - 1);
  if (const ImGuiKey found = named(by_code, code); found != ImGuiKey_None) return found;
  if (const ImGuiKey found = named(by_key, key); found != ImGuiKey_None) return found;
  if (const ImGuiKey found = named(by_code, key); found != ImGuiKey_None) return found;
  if (key.size() == 1 && is_digit(key[0])) return from(ImGuiKey_0, key[0] - '0');
  if (const int number = function_key(key)) return from(ImGuiKey_F1, number - 1);
  return ImGuiKey_None;
}

}  // namespace dealwright::web
