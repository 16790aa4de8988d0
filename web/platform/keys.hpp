#pragma once
// Keys of a page (KeyboardEvent) as keys of ImGui.

#include <string_view>

#include <imgui.h>

namespace dealwright::web {

// `key` is what the key means in the person's layout, `code` where it sits. A letter of the Latin alphabet counts by
// its meaning, so that Ctrl+Z is where the layout has Z; anything else by its place, so that shortcuts work in Greek
// and Cyrillic layouts too; and by its meaning where the place is not told, as on keyboards on a screen. ImGuiKey_None
// where it is no key of ImGui.
ImGuiKey key_of(std::string_view key, std::string_view code);

}  // namespace dealwright::web
