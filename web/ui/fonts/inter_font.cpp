#include "web/ui/fonts/inter_font.hpp"

#include <cmath>

#include <imgui_internal.h>

#include "web/ui/fonts/baked_glyph.hpp"
#include "web/ui/fonts/fonts.hpp"
#include "web/ui/fonts/rasterizer.hpp"

namespace dealwright::web::ui {

namespace {

const Glyph* find(const ImFontConfig& source, ImWchar letter) {
  return inter_outlines().find(*static_cast<const Weight*>(source.FontData), letter);
}

// A font's size is the height of its lines, as ImGui's own loader takes it. In points to the font unit.
float scale_of(const ImFontBaked& baked) {
  return 1.0F / static_cast<float>(font_ascent - font_descent) * baked.Size;
}

bool contains(ImFontAtlas*, ImFontConfig* source, ImWchar letter) {
  return find(*source, letter) != nullptr;
}

bool begin(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*) {
  if (source->MergeMode) return true;
  baked->Ascent = std::ceil(static_cast<float>(font_ascent) * scale_of(*baked));
  baked->Descent = std::floor(static_cast<float>(font_descent) * scale_of(*baked));
  return true;
}

bool load(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar letter, ImFontGlyph* out,
          float* advance) {
  const Glyph* const glyph = find(*source, letter);
  if (glyph == nullptr) return false;
  const float scale = scale_of(*baked);
  const float width = static_cast<float>(glyph->advance) * scale;
  if (advance != nullptr) {
    *advance = width;
    return true;
  }
  out->Codepoint = letter & 0x3FFFFFFU;  // all that the field holds
  out->AdvanceX = width;
  int oversampling = 1;
  int rows_oversampling = 1;  // never more, unless a font asks for it
  ImFontAtlasBuildGetOversampleFactors(source, baked, &oversampling, &rows_oversampling);
  const float density = source->RasterizerDensity * baked->RasterizerDensity;
  const Drawing drawing = rasterize(inter_outlines(), *glyph, scale * density, oversampling);
  if (drawing.coverage.empty()) return true;
  const float column = 1.0F / (static_cast<float>(oversampling) * density);
  const float row = 1.0F / density;
  // Smoothing moves what is drawn to the right.
  const float smoothed = -static_cast<float>(oversampling - 1) / (2.0F * static_cast<float>(oversampling));
  const float base = std::round(baked->Ascent);
  out->X0 = static_cast<float>(drawing.left) * column + smoothed;
  out->Y0 = static_cast<float>(drawing.top) * row + base;
  out->X1 = static_cast<float>(drawing.left + drawing.width) * column + smoothed;
  out->Y1 = static_cast<float>(drawing.top + drawing.height) * row + base;
  return show_picture(*atlas, *source, *baked, *out, {drawing.width, drawing.height, drawing.coverage.data()});
}

const ImFontLoader& loader() {
  static const ImFontLoader it = [] {
    ImFontLoader made;
    made.Name = "inter";
    made.FontSrcContainsGlyph = contains;
    made.FontBakedInit = begin;
    made.FontBakedLoadGlyph = load;
    return made;
  }();
  return it;
}

// To a font, or as a new one.
ImFont* add(Weight weight, ImFont* font) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  // An atlas without a loader takes ImGui's own, which reads font files and would be linked for that.
  if (atlas.FontLoader == nullptr) atlas.SetFontLoader(&loader());
  ImFontConfig config;
  config.FontLoader = &loader();
  // ImGui keeps a copy of these bytes and frees it.
  config.FontData = &weight;
  config.FontDataSize = sizeof weight;
  config.FontDataOwnedByAtlas = false;
  config.MergeMode = font != nullptr;
  config.DstFont = font;
  return atlas.AddFont(&config);
}

}  // namespace

const Outlines& inter_outlines() {
  static const Outlines outlines = read_outlines(stored_outlines);
  return outlines;
}

ImFont* add_inter_font(Weight weight) {
  return add(weight, nullptr);
}

void merge_inter_font(ImFont& font, Weight weight) {
  add(weight, &font);
}

}  // namespace dealwright::web::ui
