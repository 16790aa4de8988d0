// Parts of Dear ImGui that it calls only in states that this app never brings about, and that a page would load for
// nothing. The linker puts these empty functions in their place (--wrap in cmake/site.cmake); native builds keep the
// library's own. Whoever starts to use such a part takes its line away here; tests/architecture/check.py tells of it.

#include <imgui_internal.h>

// The name that the linker asks for in place of the symbol.
#define IN_PLACE_OF(symbol) __asm__("__wrap_" #symbol)

namespace dealwright::web::page {

// Called by every style's constructor; Ui sets each colour anew before the first frame.
void style_colours(ImGuiStyle* style) IN_PLACE_OF(_ZN5ImGui15StyleColorsDarkEP10ImGuiStyle);
void style_colours(ImGuiStyle* /*style*/) {}

// Where io.MouseDrawCursor is set, which leaves the cursor to no browser.
void mouse_cursor(ImVec2 at, float scale, ImGuiMouseCursor cursor, ImU32 fill, ImU32 border, ImU32 shadow)
    IN_PLACE_OF(_ZN5ImGui17RenderMouseCursorE6ImVec2fijjj);
void mouse_cursor(ImVec2 /*at*/, float /*scale*/, ImGuiMouseCursor /*cursor*/, ImU32 /*fill*/, ImU32 /*border*/,
                  ImU32 /*shadow*/) {}

// Where a tab bar, a menu bar or old-style columns were begun: nothing here begins one.
void end_tab_bar() IN_PLACE_OF(_ZN5ImGui9EndTabBarEv);
void end_tab_bar() {}
void end_menu_bar() IN_PLACE_OF(_ZN5ImGui10EndMenuBarEv);
void end_menu_bar() {}
void end_columns() IN_PLACE_OF(_ZN5ImGui10EndColumnsEv);
void end_columns() {}

// In title bars, which only the library's own window for strays has, and that is never shown.
bool collapse_button(ImGuiID id, const ImVec2& at) IN_PLACE_OF(_ZN5ImGui14CollapseButtonEjRK6ImVec2);
bool collapse_button(ImGuiID /*id*/, const ImVec2& /*at*/) {
  return false;
}

// Tooltips of the library: of what is dragged, which nothing here is, and of its own errors, which
// io.ConfigErrorRecoveryEnableTooltip and io.ConfigDebugHighlightIdConflicts leave out.
bool tooltip(ImGuiTooltipFlags flags, ImGuiWindowFlags extra_flags) IN_PLACE_OF(_ZN5ImGui14BeginTooltipExEii);
bool tooltip(ImGuiTooltipFlags /*flags*/, ImGuiWindowFlags /*extra_flags*/) {
  return false;
}
bool error_tooltip() IN_PLACE_OF(_ZN5ImGui17BeginErrorTooltipEv);
bool error_tooltip() {
  return false;
}

// For renderers that cannot change a texture, which the page's can.
void every_glyph(ImFontAtlas* atlas) IN_PLACE_OF(_Z43ImFontAtlasBuildLegacyPreloadAllGlyphRangesP11ImFontAtlas);
void every_glyph(ImFontAtlas* /*atlas*/) {}

// The loader of font files, for an atlas that has none; ours has its own (web/ui/fonts/inter_font.cpp).
const ImFontLoader* font_files() IN_PLACE_OF(_Z38ImFontAtlasGetFontLoaderForStbTruetypev);
const ImFontLoader* font_files() {
  return nullptr;
}

// Between BeginMultiSelect and EndMultiSelect: nothing here calls them.
void multi_select_header(ImGuiID id, bool* selected, ImGuiButtonFlags* flags)
    IN_PLACE_OF(_ZN5ImGui21MultiSelectItemHeaderEjPbPi);
void multi_select_header(ImGuiID /*id*/, bool* /*selected*/, ImGuiButtonFlags* /*flags*/) {}
void multi_select_footer(ImGuiID id, bool* selected, bool* pressed)
    IN_PLACE_OF(_ZN5ImGui21MultiSelectItemFooterEjPbS0_);
void multi_select_footer(ImGuiID /*id*/, bool* /*selected*/, bool* /*pressed*/) {}
ImGuiMultiSelectIO* end_multi_select() IN_PLACE_OF(_ZN5ImGui14EndMultiSelectEv);
ImGuiMultiSelectIO* end_multi_select() {
  return nullptr;
}

// Where text is logged: nothing here calls LogBegin or one of its kin.
void logged_text(const ImVec2* at, const char* begin, const char* end)
    IN_PLACE_OF(_ZN5ImGui15LogRenderedTextEPK6ImVec2PKcS4_);
void logged_text(const ImVec2* /*at*/, const char* /*begin*/, const char* /*end*/) {}

// Of tables: settings, which all of ours leave unsaved; borders, widths drawn by hand, orders and menus of columns,
// which none of ours has.
void table_settings() IN_PLACE_OF(_ZN5ImGui31TableSettingsAddSettingsHandlerEv);
void table_settings() {}
void table_compact() IN_PLACE_OF(_ZN5ImGui22TableGcCompactSettingsEv);
void table_compact() {}
void table_load(ImGuiTable* table) IN_PLACE_OF(_ZN5ImGui17TableLoadSettingsEP10ImGuiTable);
void table_load(ImGuiTable* /*table*/) {}
void table_save(ImGuiTable* table) IN_PLACE_OF(_ZN5ImGui17TableSaveSettingsEP10ImGuiTable);
void table_save(ImGuiTable* /*table*/) {}
void table_borders(ImGuiTable* table) IN_PLACE_OF(_ZN5ImGui18TableUpdateBordersEP10ImGuiTable);
void table_borders(ImGuiTable* /*table*/) {}
void table_lines(ImGuiTable* table) IN_PLACE_OF(_ZN5ImGui16TableDrawBordersEP10ImGuiTable);
void table_lines(ImGuiTable* /*table*/) {}
void table_width(int column, float width) IN_PLACE_OF(_ZN5ImGui19TableSetColumnWidthEif);
void table_width(int /*column*/, float /*width*/) {}
void table_order(ImGuiTable* table) IN_PLACE_OF(_ZN5ImGui19TableSortSpecsBuildEP10ImGuiTable);
void table_order(ImGuiTable* /*table*/) {}
void table_menu(ImGuiTable* table, ImGuiTableFlags flags)
    IN_PLACE_OF(_ZN5ImGui27TableDrawDefaultContextMenuEP10ImGuiTablei);
void table_menu(ImGuiTable* /*table*/, ImGuiTableFlags /*flags*/) {}

}  // namespace dealwright::web::page
