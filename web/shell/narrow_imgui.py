#!/usr/bin/env python3
"""Writes Dear ImGui's sources as a page needs them: what this app never asks the library for stands in them as constants, so
that the compiler leaves out the code behind it. A page loads a twentieth less for it.

Usage: narrow_imgui.py FOLDER OUTPUT. Ends with 1 and a word where the library has not what is named here, as after an update.

Native builds keep the library as it is. tests/architecture/check.py tells whoever uses in web/ what is left out here, or calls a
function that is not listed here: they look whether it needs anything of what is left out, and mend the lists.
"""

import re
import sys
from pathlib import Path

SOURCES = """
    imconfig.h imgui.h imgui_internal.h imstb_rectpack.h imstb_textedit.h imstb_truetype.h imgui.cpp imgui_draw.cpp imgui_tables.cpp
    imgui_widgets.cpp""".split()

# What the app calls of the library.
CALLED = set("""
    ActivateItemByID Begin BeginChild BeginDisabled BeginGroup BeginPopup BeginPopupEx BeginPopupModal BeginTable
    BringWindowToDisplayFront ButtonBehavior CalcTextSize ClearActiveID CloseCurrentPopup ColorConvertU32ToFloat4
    CreateContext DestroyContext Dummy End EndChild EndDisabled EndGroup EndPopup EndTable FocusWindow GetActiveID
    GetColorU32 GetContentRegionAvail GetCurrentContext GetCurrentTable GetCurrentWindow GetCurrentWindowRead GetCursorPosX
    GetCursorPosY GetCursorScreenPos GetDrawData GetFont GetFontSize GetForegroundDrawList GetFrameCount GetID GetIO
    GetInputTextState GetItemID GetItemRectMax GetMouseCursor GetMousePos GetPlatformIO GetStateStorage GetStyle
    GetStyleColorVec4 GetTopMostAndVisiblePopupModal GetWindowDrawList GetWindowPos GetWindowScrollbarID GetWindowSize Indent
    InputTextEx InputTextMultiline IsItemActive IsItemDeactivated IsItemHovered IsKeyPressed IsMouseClicked IsPopupOpen
    IsWindowAppearing IsWindowHovered IsWindowWithinBeginStackOf ItemAdd ItemSize KeepAliveID NewFrame OpenPopup OpenPopupEx
    PopClipRect PopFont PopID PopItemFlag PopStyleColor PopStyleVar PushClipRect PushFont PushID PushItemFlag PushOverrideID
    PushStyleColor PushStyleVar Render RenderTextEllipsis SameLine ScrollToRect Selectable SetActiveID SetCurrentContext
    SetCursorPos SetCursorPosX SetCursorPosY SetCursorScreenPos SetFocusID SetItemDefaultFocus SetKeyOwner
    SetKeyboardFocusHere SetMouseCursor SetNavCursorVisible SetNextWindowPos SetNextWindowSize SetNextWindowSizeConstraints
    SetScrollHereY SetScrollY Shortcut TableNextColumn TableNextRow TableSetBgColor TableSetColumnIndex TableSetupColumn
    TableSetupScrollFreeze Unindent
""".split())

# Flags that nothing sets: neither the app, nor the library in what the app calls. Each becomes 0.
FLAGS = {
    "ImGuiWindowFlags_":
        "MenuBar AlwaysVerticalScrollbar AlwaysHorizontalScrollbar NoNavInputs UnsavedDocument Tooltip ChildMenu "
        "NavFlattened AlwaysUseWindowPadding",
    "ImGuiChildFlags_": "ResizeX ResizeY AutoResizeX AlwaysAutoResize FrameStyle",
    "ImGuiItemFlags_": "ReadOnly NoNavDefaultFocus MixedValue",
    "ImGuiInputTextFlags_":
        "CharsDecimal CharsHexadecimal CharsScientific CharsUppercase CharsNoBlank AllowTabInput "
        "EnterReturnsTrue EscapeClearsAll CtrlEnterForNewLine ReadOnly AlwaysOverwrite ParseEmptyRefVal "
        "DisplayEmptyRefVal NoHorizontalScroll NoUndoRedo ElideLeft CallbackCompletion CallbackAlways "
        "CallbackCharFilter MergedItem LocalizeDecimalPoint",
    "ImGuiPopupFlags_": "NoOpenOverExistingPopup NoOpenOverItems",
    "ImGuiSelectableFlags_":
        "AllowDoubleClick Disabled Highlight NoAutoClosePopups SelectOnNav NoPadWithHalfSpacing "
        "NoHoldingActiveID SelectOnClick SelectOnRelease SpanAvailWidth SetNavIdOnHover NoSetKeyOwner",
    "ImGuiFocusedFlags_": "AnyWindow NoPopupHierarchy",
    "ImGuiHoveredFlags_":
        "ForTooltip Stationary DelayNone DelayShort DelayNormal NoSharedDelay AnyWindow NoPopupHierarchy",
    "ImGuiConfigFlags_":
        "NavEnableGamepad NoMouse NoMouseCursorChange NoKeyboard NavEnableSetMousePos NavNoCaptureKeyboard",
    "ImGuiBackendFlags_": "HasGamepad HasSetMousePos",
    "ImGuiTableFlags_":
        "Resizable Reorderable Hideable Sortable ContextMenuInBody BordersInnerH BordersOuterH BordersInnerV "
        "BordersOuterV NoBordersInBody NoBordersInBodyUntilResize NoHostExtendX NoHostExtendY "
        "NoKeepColumnsVisible PreciseWidths NoClip NoPadInnerX SortMulti SortTristate HighlightHoveredColumn",
    "ImGuiTableColumnFlags_":
        "Disabled DefaultHide DefaultSort NoHeaderLabel NoHeaderWidth PreferSortAscending "
        "PreferSortDescending AngledHeader",
    "ImGuiButtonFlags_":
        "MouseButtonRight MouseButtonMiddle PressedOnClickReleaseAnywhere PressedOnDragDropHold "
        "PressedOnDoubleClick FlattenChildren NoKeyModsAllowed AlignTextBaseLine NoTestKeyOwner EnableNav "
        "NoSetKeyOwner NoHoldingActiveId NoHoveredOnFocus",
    "ImGuiScrollFlags_": "NoScrollParent KeepVisibleCenterX KeepVisibleCenterY AlwaysCenterX",
    "ImGuiNavMoveFlags_": "DebugNoResult NoClearActiveId",
    "ImGuiWindowRefreshFlags_": "TryToAvoidRefresh RefreshOnHover RefreshOnFocus",
    "ImGuiNextWindowDataFlags_": "HasCollapsed HasBgAlpha HasWindowFlags HasRefreshPolicy HasFocus",
    "ImGuiNextItemDataFlags_": "HasOpen HasShortcut HasRefVal HasStorageID",
}

# Flags that are composed of some of these.
COMPOSED = {"ImGuiWindowFlags_NoInputs", "ImGuiWindowFlags_NoNav"}

# Members that never change: of the settings what the app leaves or sets so; of the library's own state what only its functions
# for it change, none of which the app calls.
MEMBERS = {
    "false":
        "ConfigNavSwapGamepadButtons ConfigNavMoveSetMousePos ConfigNavEscapeClearFocusWindow "
        "ConfigNavCursorVisibleAlways ConfigInputTextCursorBlink ConfigInputTextEnterKeepActive "
        "ConfigDragClickToInputText ConfigWindowsCopyContentsWithCtrlC ConfigErrorRecovery "
        "ConfigErrorRecoveryEnableAssert ConfigErrorRecoveryEnableDebugLog ConfigErrorRecoveryEnableTooltip "
        "ConfigDebugIsDebuggerPresent ConfigDebugHighlightIdConflicts "
        "ConfigDebugHighlightIdConflictsShowItemPicker ConfigDebugBeginReturnValueOnce "
        "ConfigDebugBeginReturnValueLoop ConfigDebugIgnoreFocusLoss ConfigDebugIniSettings MouseDrawCursor "
        "ConfigNavWindowingWithGamepad NavWindowingToggleLayer DragDropActive DragDropWithinSource "
        "DragDropWithinTarget LogEnabled DebugBreakInLocateId DebugItemPickerActive MenuBarAppending "
        "Collapsed WantCollapseToggle SkipRefresh",
    "true":
        "ConfigNavCaptureKeyboard ConfigNavEscapeClearFocusItem ConfigNavCursorVisibleAuto "
        "ConfigInputTrickleEventQueue ConfigWindowsResizeFromEdges ConfigWindowsMoveFromTitleBarOnly "
        "ConfigScrollbarScrollByPage RendererHasTextures",
}
POINTERS = "NavWindowingTarget NavWindowingTargetAnim NavWindowingListWindow CurrentTabBar CurrentMultiSelect CurrentColumns"

# Functions that are reached only by way of what is left out above, by calls that are not listed, or in a state that this app never
# brings about. They do nothing and return 0.
FUNCTIONS = {
    # The page leaves the mouse's cursor to the browser, brings its own colours, keeps no settings file, moves windows by no key and
    # resizes none; a title bar has only the library's window for strays, which nothing is drawn into. Tooltips of the library are
    # of what is dragged and of its own errors. Scopes of ours end where they begin.
    "imgui.cpp":
        "RenderMouseCursor UpdateWindowManualResize RenderWindowTitleBarContents NavUpdateWindowing "
        "NavUpdateWindowingApplyFocus NavUpdateWindowingOverlay UpdateSettings AddSettingsHandler "
        "LoadIniSettingsFromDisk SaveIniSettingsToDisk SaveIniSettingsToMemory FindWindowSettingsByID "
        "FindWindowSettingsByWindow CreateNewWindowSettings WindowSettingsHandler_ClearAll "
        "WindowSettingsHandler_ReadOpen WindowSettingsHandler_ReadLine WindowSettingsHandler_ApplyAll "
        "WindowSettingsHandler_WriteAll BeginTooltipEx BeginErrorTooltip "
        "ErrorCheckEndFrameFinalizeErrorTooltip ErrorRecoveryStoreState ErrorRecoveryTryToRecoverState "
        "ErrorRecoveryTryToRecoverWindowState ErrorLog TeleportMousePos ClearDragDrop LogRenderedText "
        "LogBegin LogFinish LogText ItemHandleShortcut SetTooltip GetKeyChordName",
    # Fonts have a loader of ours (web/ui/fonts/inter_font.cpp); glyphs are made when they are first seen.
    "imgui_draw.cpp": "StyleColorsDark ImFontAtlasBuildLegacyPreloadAllGlyphRanges ImFontAtlasGetFontLoaderForStbTruetype",
    "imgui_tables.cpp":
        "TableSettingsAddSettingsHandler TableGcCompactSettings TableLoadSettings TableSaveSettings "
        "TableUpdateBorders TableDrawBorders TableSetColumnWidth TableSortSpecsBuild TableOpenContextMenu "
        "TableBeginContextMenuPopup TableDrawDefaultContextMenu EndColumns",
    "imgui_widgets.cpp":
        "CollapseButton EndMultiSelect MultiSelectItemHeader MultiSelectItemFooter EndMenuBar EndTabBar",
}

# What takes the place of such members: reads as the constant, and forgets what is written to it.
CONSTANTS = """
template <bool value> struct ImKnown {
    constexpr operator bool() const { return value; }
    ImKnown& operator=(bool) { return *this; }
    ImKnown& operator&=(bool) { return *this; }
    ImKnown& operator^=(bool) { return *this; }
};
template <class T> struct ImNone {
    constexpr operator T*() const { return nullptr; }
    constexpr T* operator->() const { return nullptr; }
    ImNone& operator=(T*) { return *this; }
};
"""


def stop(why):
    sys.exit(f"narrow_imgui: {why}")


def replace(texts, names, pattern, new, what, count=1):
    """Puts `new` where the pattern matches in the texts of these names, which is to be so many times."""
    found = 0
    for name in names:
        texts[name], times = re.subn(pattern, new, texts[name], flags=re.MULTILINE)
        found += times
    if found != count:
        stop(f"{what} stands {found} times in {' and '.join(names)}, not {count} times")


def nothing(found):
    """A function's head with a body that does nothing."""
    return found.group(1) + (" }" if found.group(2) == "void" else " return {}; }")


def check_comparisons(texts):
    """A test for all of some flags, (flags & some) == some, would always hold where each of them is 0."""
    zeros = {prefix + name for prefix, names in FLAGS.items() for name in names.split()}
    for file, text in texts.items():
        for found in re.finditer(r"[!=]= *(\(?\w+(?: *\| *\w+)*\)?)", re.sub(r"//.*", "", text)):
            if zeros.issuperset(re.findall(r"\w+", found.group(1))):
                stop(f"{file} compares with {found.group(1)}, which would be 0: leave one of them as it is")


def narrowed(sources):
    """The texts of the library's files, by their names, as a page needs them."""
    texts, headers = dict(sources), ("imgui.h", "imgui_internal.h")
    for prefix, names in FLAGS.items():
        for name in names.split():
            replace(texts, headers, rf"^(\s+{prefix}{name}\s*=)[^,/\n]*", r"\1 0", prefix + name)
    for value, names in MEMBERS.items():
        for name in names.split():
            twice = name == "Collapsed"  # of a window, and of its settings
            replace(texts, headers, rf"^(\s+)bool(\s+{name};)", rf"\1ImKnown<{value}>\2", name, 1 + twice)
    for name in POINTERS.split():
        replace(texts, headers, rf"^(\s+)(\w+)\*(\s+{name};)", r"\1ImNone<\2>\3", name)
    replace(texts, headers[:1], r"^(struct ImDrawChannel;)", lambda found: CONSTANTS + found.group(1), "the first declaration")
    for file, names in FUNCTIONS.items():
        for name in names.split():
            head = rf"(?:static )?(?:inline )?(\w[\w ]*?\*?) +(?:ImGui::)?{name}\([^;{{}}]*\)(?: const)?\n\{{"
            replace(texts, (file,), rf"^({head})\n(?:.*\n)*?^\}}", nothing, name)
    check_comparisons(texts)
    return texts


def main():
    folder, out = map(Path, sys.argv[1:])
    for name, text in narrowed({name: (folder / name).read_text(encoding="utf-8") for name in SOURCES}).items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:  # what is as it was is not built again
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
