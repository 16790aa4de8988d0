#include "web/ui/fonts/baked_glyph.hpp"

#include <imgui_internal.h>

namespace dealwright::web::ui {

bool show_picture(ImFontAtlas& atlas, ImFontConfig& source, ImFontBaked& baked, ImFontGlyph& glyph,
                  const Picture& picture) {
  const ImFontAtlasRectId place = ImFontAtlasPackAddRect(&atlas, picture.width, picture.height);
  if (place == ImFontAtlasRectId_Invalid) return false;
  glyph.Visible = true;
  glyph.PackId = place;
  ImFontAtlasBakedSetFontGlyphBitmap(&atlas, &baked, &source, &glyph, ImFontAtlasPackGetRect(&atlas, place),
                                     picture.coverage, ImTextureFormat_Alpha8, picture.width);
  return true;
}

}  // namespace dealwright::web::ui
