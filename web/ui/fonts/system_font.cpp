#include "web/ui/fonts/system_font.hpp"

#include <cmath>

#include <imgui_internal.h>

#include "web/ui/fonts/baked_glyph.hpp"

namespace dealwright::web::ui {

namespace {

struct SystemFont {
  Platform* platform = nullptr;
  bool bold = false;
};

// Latin is the app's own; the replacement character is what ImGui asks of a font to find its own.
constexpr ImWchar first_letter = 0x250;
constexpr ImWchar replacement = 0xFFFD;

bool contains(ImFontAtlas*, ImFontConfig*, ImWchar letter) {
  return letter >= first_letter && letter != replacement;
}

bool load(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar letter, ImFontGlyph* out,
          float* advance) {
  if (!contains(atlas, source, letter)) return false;
  const auto& system = *static_cast<const SystemFont*>(source->FontData);
  const float density = source->RasterizerDensity * baked->RasterizerDensity;
  SystemGlyph glyph;
  if (!system.platform->draw_glyph(letter, baked->Size * density, system.bold, glyph)) return false;
  if (advance != nullptr) {
    *advance = glyph.advance / density;
    return true;
  }
  out->Codepoint = letter & 0x3FFFFFFU;  // all that the field holds
  out->AdvanceX = glyph.advance / density;
  if (glyph.width <= 0 || glyph.height <= 0) return true;
  const float base = std::round(baked->Ascent);
  out->X0 = static_cast<float>(glyph.left) / density;
  out->Y0 = base + static_cast<float>(glyph.top) / density;
  out->X1 = static_cast<float>(glyph.left + glyph.width) / density;
  out->Y1 = base + static_cast<float>(glyph.top + glyph.height) / density;
  return show_picture(*atlas, *source, *baked, *out, {glyph.width, glyph.height, glyph.coverage.data()});
}

const ImFontLoader& loader() {
  static const ImFontLoader it = [] {
    ImFontLoader made;
    made.Name = "system";
    made.FontSrcContainsGlyph = contains;
    made.FontBakedLoadGlyph = load;
    return made;
  }();
  return it;
}

}  // namespace

void add_system_font(ImFont& font, Platform& platform, bool bold) {
  SystemFont system{&platform, bold};
  ImFontConfig config;
  config.FontLoader = &loader();
  // ImGui keeps a copy of these bytes and frees it.
  config.FontData = &system;
  config.FontDataSize = sizeof system;
  config.FontDataOwnedByAtlas = false;
  config.MergeMode = true;
  config.DstFont = &font;
  ImGui::GetIO().Fonts->AddFont(&config);
}

}  // namespace dealwright::web::ui
