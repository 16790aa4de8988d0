#!/usr/bin/env python3
"""What the app does not use of Dear ImGui becomes constants; all else of its sources stays as it is."""

import sys
import unittest
from pathlib import Path
from unittest import mock

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "web" / "shell"))

import narrow_imgui  # noqa: E402

LIBRARY = {
    "imgui.h": """struct ImDrawChannel;
enum Kind_
{
    Kind_Wanted      = 1 << 0,   // stays
    Kind_Unwanted    = 1 << 1,   // goes, with its shift
    Kind_UnwantedToo = 1 << 2,
    Kind_Last        = Kind_Wanted | Kind_Unwanted,
};
struct IO
{
    bool        Moves;           // = false
    bool        MovesToo;
};
""",
    "imgui_internal.h": """struct Context
{
    Bar*        CurrentBar;
    Bar*        CurrentBarToo;
};
""",
    "imgui.cpp": """static void ImGui::Move(int by, const char* name)
{
    if (by > 0)
    {
        Draw(name);
    }
}

Bar* ImGui::MoveToo()
{
    return g.CurrentBar;
}
const char* ImGui::Name() const
{
    return "name";
}
""",
}


def narrowed(flags="", members="", pointers="", functions=""):
    with mock.patch.multiple(narrow_imgui, FLAGS={"Kind_": flags}, MEMBERS={"false": members}, POINTERS=pointers,
                             FUNCTIONS={"imgui.cpp": functions}):
        return narrow_imgui.narrowed(LIBRARY)


class NarrowImGui(unittest.TestCase):
    def only_change(self, file, before, after, texts):
        self.assertEqual(texts[file].replace(narrow_imgui.CONSTANTS, ""), LIBRARY[file].replace(before, after))
        for other in LIBRARY.keys() - {file, "imgui.h"}:
            self.assertEqual(texts[other], LIBRARY[other])

    def test_a_flag_that_nothing_sets_is_zero(self):
        self.only_change("imgui.h", "Kind_Unwanted    = 1 << 1,", "Kind_Unwanted    = 0,", narrowed(flags="Unwanted"))

    def test_a_member_that_never_changes_reads_as_its_constant(self):
        self.only_change("imgui.h", "bool        Moves;", "ImKnown<false>        Moves;", narrowed(members="Moves"))

    def test_a_pointer_to_what_is_never_there_is_null(self):
        self.only_change("imgui_internal.h", "Bar*        CurrentBar;", "ImNone<Bar>        CurrentBar;", narrowed(pointers="CurrentBar"))

    def test_a_function_that_is_not_reached_does_nothing(self):
        head = "static void ImGui::Move(int by, const char* name)\n{"
        body = "\n    if (by > 0)\n    {\n        Draw(name);\n    }\n}"
        self.only_change("imgui.cpp", head + body, head + " }", narrowed(functions="Move"))

    def test_a_function_with_a_result_returns_nothing(self):
        self.only_change("imgui.cpp", "\n    return g.CurrentBar;\n}", " return {}; }", narrowed(functions="MoveToo"))
        self.only_change("imgui.cpp", '\n    return "name";\n}', " return {}; }", narrowed(functions="Name"))

    def test_a_comparison_with_flags_that_are_all_zero_ends_it_with_a_word(self):
        test = "    if ((flags & (Kind_Unwanted | Kind_UnwantedToo)) != (Kind_Unwanted | Kind_UnwantedToo)) Draw(name);\n"
        with mock.patch.dict(LIBRARY, {"imgui.cpp": LIBRARY["imgui.cpp"].replace("        Draw(name);\n", test)}):
            narrowed(flags="Unwanted")  # the other bit still tells
            with self.assertRaisesRegex(SystemExit, "imgui.cpp compares with"):
                narrowed(flags="Unwanted UnwantedToo")

    def test_a_name_that_the_library_has_not_ends_it_with_a_word(self):
        for lists in ({"flags": "Gone"}, {"members": "Gone"}, {"pointers": "Gone"}, {"functions": "Gone"}):
            with self.subTest(lists), self.assertRaisesRegex(SystemExit, "Gone stands 0 times in imgui"):
                narrowed(**lists)


if __name__ == "__main__":
    unittest.main()
