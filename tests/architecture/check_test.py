#!/usr/bin/env python3
"""Shows that the house rules fire: each broken file raises its own rule at its own line, and a sound house raises none."""

import subprocess
import tempfile
import unittest
from pathlib import Path

import check

SOUND = {
    "core/base/money.hpp": "// Money.\n#pragma once\n#include <string>\nnamespace dealwright {\nstruct Money {};\n}\n",
    "core/base/money.cpp": '#include "core/base/money.hpp"\nnamespace dealwright {\nnamespace {\nint a;\n}\n}\n'
                           "namespace std {\ntemplate <> struct hash<int>;\n}\n",
    "core/model/deal.hpp": '// Deal.\n#pragma once\n#include "core/base/money.hpp"\n'
                           "namespace dealwright::model {\nint deal;  // printf( is a word here\n}\n",
    "core/report/text.cpp": '#include "core/model/deal.hpp"\n'
                            'namespace dealwright::report {\nauto text = "std::pow(2, 3)";\nint big = 1\'000\'000;\n}\n',
    "core/roi/rates.hpp": "// Rates.\n#pragma once\nnamespace dealwright::roi {\ndouble rate();\n}\n",
    "core/evaluate.hpp": '// The door.\n#pragma once\n#include "core/model/deal.hpp"\nnamespace dealwright {\nint e;\n}\n',
    "native/io/files.hpp": '// Files.\n#pragma once\n#include <fstream>\n#include "core/evaluate.hpp"\n'
                           "namespace dealwright::native {\nint f;\n}\n",
    "native/main.cpp": '#include "native/io/files.hpp"\nint main() { std::exit(0); }\n',
    "web/ui/theme.hpp": "// Theme.\n#pragma once\nnamespace dealwright::web {\nint t;\n}\n",
    "web/ui/theme.cpp": '#include "web/ui/theme.hpp"\nnamespace dealwright::web {\n'
                        "void t() { io.ConfigWindowsMoveFromTitleBarOnly = true; ImGui::Dummy(ImGuiTableFlags_ScrollX); }\n}\n",
    "tests/base/money_test.cpp": '#include <iostream>\n#include "core/base/money.hpp"\n',
    "LICENSE": "Copyright (c) 2026 Dealwright contributors\n",
    "README.md": "See tests/work/notes and https://example.org/home/page.\n",
}

# path, text, rule, line
BROKEN = [
    ("core/base/a.cpp", '#include "core/model/deal.hpp"\nnamespace dealwright { int a; }\n', "include-direction", 1),
    ("core/model/a.cpp", '\n#include "core/evaluate.hpp"\nnamespace dealwright::model { int a; }\n', "include-direction", 2),
    ("core/model/a.cpp", '#include "deal.hpp"\nnamespace dealwright::model { int a; }\n', "include-root", 1),
    ("core/model/a.cpp", '#include "native/io/files.hpp"\nnamespace dealwright::model { int a; }\n', "include-door", 1),
    ("core/model/a.cpp", '#include "tests/base/money_test.cpp"\nnamespace dealwright::model { int a; }\n', "include-door", 1),
    ("native/a.cpp", '#include "web/ui/theme.hpp"\nnamespace dealwright::native { int a; }\n', "include-door", 1),
    ("web/a.cpp", '#include "native/io/files.hpp"\nnamespace dealwright::web { int a; }\n', "include-door", 1),
    ("core/gadgets/a.cpp", "namespace dealwright::gadgets { int a; }\n", "core-folder", 1),
    ("core/model/a.cpp", "namespace dealwright { int a; }\n", "namespace", 1),
    ("core/model/a.cpp", "\nnamespace dealwright::pricing { int a; }\n", "namespace", 2),
    ("core/model/a.cpp", "int a;\n", "namespace", 1),
    ("core/base/a.cpp", "namespace dealwright::model { int a; }\n", "namespace", 1),
    ("native/a.cpp", "namespace dealwright { int a; }\n", "namespace", 1),
    ("core/base/a.hpp", "#pragma once\nnamespace dealwright { int a; }\n", "header-comment", 1),
    ("web/a.hpp", "// Something.\nnamespace dealwright::web { int a; }\n", "header-guard", 1),
    ("README.md", "one\nrun it in /" + "home/me/deals\n", "machine-path", 2),
    ("tests/cli/a_test.cpp", 'auto a = "/' + 'tmp/deals";\n', "machine-path", 1),
    ("scenarios/a.json", '{"path": "/' + 'root/x"}\n', "machine-path", 1),
    ("core/base/json.hpp", "// JSON.\n#pragma once\nnamespace dealwright { int a; }\n", "third-party", 1),
    ("vendor/lib.c", "int lib;\n", "third-party", 1),
    ("core/pricing/a.cpp", "namespace dealwright::pricing {\ndouble a;  // a double\n}\n", "core-float", 2),
    ("core/base/a.cpp", "// Copyright (c) 1999 Somebody\nnamespace dealwright { int a; }\n", "third-party", 1),
]
BROKEN += [("core/base/a.cpp", f"#include <{header}>\nnamespace dealwright {{ int a; }}\n", "core-header", 1)
           for header in sorted(check.FORBIDDEN_HEADERS)]
BROKEN += [("core/base/a.cpp", f"namespace dealwright {{\nvoid a() {{ {call}; }}\n}}\n", "core-call", 2)
           for call in ["std::pow(2, 3)", "pow(2, 3)", "::exp(1)", "std::exp(1)", "std::log (1)", "abort()",
                        "std::abort()", "std::exit(1)", "printf(0)", "std::terminate()", 'fmt::print("a")', "getenv(0)", "rand()",
                        "std::chrono::system_clock::now()", "steady_clock::now()", "std::setlocale(0, 0)", "std::cout << 1", "std::thread t", "std::mt19937 g",
                        "std::unordered_map<int, int> m"]]


BROKEN += [("web/a.cpp", f"namespace dealwright::web {{\nvoid a() {{ {use}; }}\n}}\n", "left-out", 2)
           for use in ["ImGui::BeginTooltip()", "ImGui::SetTooltip(0)", "ImGui::BeginTabBar(0)", "ImGui::LogBegin(0)", "io.MouseDrawCursor = true",
                       "flags = ImGuiTableFlags_BordersInnerV", "flags = ImGuiTableFlags_Borders", "flags = ImGuiTableFlags_Sortable",
                       "flags = ImGuiWindowFlags_NoInputs", "atlas.AddFontDefault()",
                       "io.ConfigWindowsMoveFromTitleBarOnly = false"]]


def breaches_of(files):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["git", "init", "-q", folder], check=True)
        for path, text in files.items():
            file = Path(folder) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return check.check(folder)


class HouseRules(unittest.TestCase):
    def test_a_sound_house_raises_nothing(self):
        self.assertEqual(breaches_of(SOUND), [])

    def test_each_breach_raises_its_rule_and_nothing_else(self):
        for path, text, rule, line in BROKEN:
            with self.subTest(path=path, text=text):
                found = [(where, at, name) for where, at, name, _ in breaches_of({**SOUND, path: text})]
                self.assertEqual(found, [(path, line, rule)])

    def test_an_empty_folder_is_not_in_order(self):
        self.assertEqual([name for _, _, name, _ in breaches_of({})], ["empty"])

    def test_ignored_files_are_left_alone(self):
        files = {**SOUND, ".gitignore": "/build/\n", "build/third_party/x/a.c": "// Copyright (c) 1999 Somebody\n"}
        self.assertEqual(breaches_of(files), [])


if __name__ == "__main__":
    unittest.main()
