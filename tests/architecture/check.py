#!/usr/bin/env python3
"""House rules: checks the committed files of a repository and prints every breach as `path:line: [rule] message`.

Usage: check.py [FOLDER]. Exit code 0 when the house is in order, 1 when a rule is broken.
"""

import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "web" / "shell"))
import narrow_imgui

# A folder of core/ includes only itself and what stands before it here; files of core/ itself stand last.
CORE_ORDER = ["base", "model", "document", "pricing", "qualification", "onboarding", "governance", "roi", "portfolio",
              "success", "guardrails", "report"]

# Whose includes a top-level folder may use.
MAY_INCLUDE = {"core": {"core"}, "native": {"core", "native"}, "web": {"core", "web"},
               "tests": {"core", "native", "web", "tests"}}

# Core has no input, output, clock, randomness, locale, threads or unordered iteration.
FORBIDDEN_HEADERS = set("""
    atomic barrier clocale condition_variable csignal cstdio ctime filesystem fstream future iomanip ios iostream istream
    latch locale mutex ostream print random semaphore shared_mutex sstream stdio.h stop_token streambuf syncstream thread
    time.h unistd.h unordered_map unordered_set""".split())

# Library functions whose last digit differs between platforms, and what ends, prints or asks the machine.
FORBIDDEN_CALLS = re.compile(
    r"(?:\bstd::|::|(?<![\w.>:]))(?:pow|exp|exp2|expm1|log|log2|log10|log1p|sin|cos|tan|cbrt|hypot|fma|tgamma|lgamma|erf)\s*\("
    r"|\b(?:abort|exit|_Exit|quick_exit|terminate|getenv|setlocale|rand|srand|printf|fprintf|puts|putchar|perror|system)\s*\("
    r"|\bfmt::print\b"
    r"|\b(?:system_clock|steady_clock|high_resolution_clock|utc_clock)\b"
    r"|\bstd::(?:cout|cerr|clog|cin|thread|async|random_device|mt19937|unordered_map|unordered_set)\b")

# Rates and chances are real numbers; all else in core/ is exact. Their files alone may compute with floating point.
FLOATING_POINT_FOLDERS = {"roi", "portfolio"}
FLOATING_POINT = re.compile(r"\b(?:double|float)\b")

THIRD_PARTY_FOLDERS = {"third_party", "vendor", "external", "extern", "node_modules", "deps"}
THIRD_PARTY_FILES = re.compile(r"^(doctest\.h|json\.hpp|CLI11?\.hpp|catch\.hpp|httplib\.h|simdjson\.(h|cpp)|imgui.*\.(h|cpp))$")

# Folders that only one machine has. (Written so that the pattern does not match itself.)
MACHINE_PATH = re.compile(r"(?<![\w.)}/*-])/(?:work|root|home|tmp)/\w|\.librar[y]/")

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def without_comments(text):
    """The text with comments, strings and character literals blanked; line numbers and offsets stay."""
    blank = lambda match: re.sub(r"[^\n]", " ", match.group())
    pattern = r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])+\''
    return re.sub(pattern, blank, text, flags=re.DOTALL)


def core_level(path):
    """The place of a core file in the include order, or None where its folder is unknown."""
    parts = Path(path).parts
    if len(parts) == 2:
        return len(CORE_ORDER)
    return CORE_ORDER.index(parts[1]) if parts[1] in CORE_ORDER else None


def check_includes(path, text, files):
    """Includes run from the repository root and one way only."""
    top = Path(path).parts[0]
    for match in INCLUDE.finditer(text):
        quoted, angled = match.groups()
        line = line_of(text, match.start())
        if angled is not None:
            if top == "core" and angled in FORBIDDEN_HEADERS:
                yield line, "core-header", f"core may not include <{angled}>"
            continue
        if quoted not in files:
            yield line, "include-root", f'"{quoted}" is no file seen from the repository root (third-party headers go in <>)'
            continue
        target = Path(quoted).parts[0]
        if target not in MAY_INCLUDE[top]:
            yield line, "include-door", f"{top}/ may not include {target}/"
        elif top == "core" and None not in (core_level(path), core_level(quoted)):
            if core_level(quoted) > core_level(path):
                yield line, "include-direction", f'"{quoted}" stands after {Path(path).parent} in the order of core/'


def expected_namespace(path):
    parts = Path(path).parts
    if parts[0] == "core" and (len(parts) == 2 or parts[1] == "base"):
        return "dealwright"
    return f"dealwright::{parts[1] if parts[0] == 'core' else parts[0]}"


def check_namespace(path, text, _files):
    """A file's code stands in its folder's namespace; templates of std and fmt may be specialised beside it."""
    if Path(path).name == "main.cpp":
        return
    if Path(path).parts[0] == "core" and core_level(path) is None:
        yield 1, "core-folder", f"{Path(path).parts[1]} has no place in the order of core/"
        return
    own, found, depth = expected_namespace(path), False, 0
    code = without_comments(text)
    for match in re.finditer(r"\bnamespace\b\s*([\w:]*)\s*(?=\{)|[{}]", code):
        token = match.group()
        if token == "{":
            depth += 1
        elif token == "}":
            depth -= 1
        elif depth == 0:
            name = match.group(1)
            found = found or name not in ("std", "fmt")
            inside = name in (own, own + "::detail") or own != "dealwright" and name.startswith(own + "::")
            if not inside and name not in ("std", "fmt"):
                yield line_of(code, match.start()), "namespace", f"namespace '{name}' where {own} is expected"
    if not found and re.search(r"[;{]", code):
        yield 1, "namespace", f"nothing in namespace {own}"


def check_core_calls(path, text, _files):
    """Core does not print, end the program, read a clock, call a function whose last digit may differ, or, but for some
    folders, use floating point."""
    code = without_comments(text)
    if Path(path).parts[1] not in FLOATING_POINT_FOLDERS:
        for match in FLOATING_POINT.finditer(code):
            yield line_of(code, match.start()), "core-float", f"'{match.group()}' outside {', '.join(sorted(FLOATING_POINT_FOLDERS))}"
    for match in FORBIDDEN_CALLS.finditer(code):
        yield line_of(code, match.start()), "core-call", f"core may not use '{match.group().strip(' (')}'"


def check_left_out(_path, text, _files):
    """The app uses nothing of Dear ImGui that its page is built without."""
    code, lists = without_comments(text), "web/shell/narrow_imgui.py"
    for match in re.finditer(r"\bImGui::([A-Z]\w*)\s*\(", code):
        if match.group(1) not in narrow_imgui.CALLED:
            yield (line_of(code, match.start()), "left-out",
                   f"'ImGui::{match.group(1)}': see in {lists} whether the page has what it needs, and list it there")
    for match in re.finditer(r"\bAddFont(?:Default|From\w+)\b", code):
        yield line_of(code, match.start()), "left-out", f"'{match.group()}' finds no reader of font files in the page: see {lists}"
    for match in re.finditer(r"\b(ImGui\w+Flags_)(\w+)", code):
        left_out = narrow_imgui.FLAGS.get(match.group(1), "").split()
        if match.group() in narrow_imgui.COMPOSED or any(name.startswith(match.group(2)) for name in left_out):
            yield line_of(code, match.start()), "left-out", f"'{match.group()}' is 0 in the page: take it out of {lists}"
    for value, names in narrow_imgui.MEMBERS.items():
        for match in re.finditer(rf"[.>]({'|'.join(names.split())})\s*=(?!=)(?!\s*{value}\b)", code):
            yield (line_of(code, match.start()), "left-out",
                   f"'{match.group(1)}' is always {value} in the page: take it out of {lists}")


def check_header_comment(_path, text, _files):
    """A header opens by saying what it is for, before or right after #pragma once."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    opening = [line for line in lines if line != "#pragma once"][:1]
    if not opening or not opening[0].startswith(("//", "/*")):
        yield 1, "header-comment", "a header says on top what it is for"
    if "#pragma once" not in lines:
        yield 1, "header-guard", "a header has #pragma once"


def check_machine_paths(_path, text, _files):
    for match in MACHINE_PATH.finditer(text):
        yield line_of(text, match.start()), "machine-path", f"'{match.group()}...' is a path of one machine"


def check_third_party(path, text, _files):
    name, folders = Path(path).name, Path(path).parts[:-1]
    if THIRD_PARTY_FOLDERS.intersection(folders) or THIRD_PARTY_FILES.match(name):
        yield 1, "third-party", "third-party code is fetched by the set-up, never committed"
    for match in re.finditer(r"^.*\b(?:Copyright \(c\)|SPDX-(?:License|FileCopyright))", text, re.MULTILINE | re.IGNORECASE):
        end = text.find("\n", match.end())
        if "Dealwright contributors" not in text[match.start():end if end >= 0 else None]:
            yield line_of(text, match.end()), "third-party", "a copyright of somebody else"


def rules_for(path):
    parts, suffix = Path(path).parts, Path(path).suffix
    yield check_machine_paths
    if parts[:2] != ("tests", "architecture"):
        yield check_third_party
    if suffix in (".hpp", ".cpp") and parts[0] in MAY_INCLUDE:
        yield check_includes
        if parts[0] in ("core", "native", "web"):
            yield check_namespace
            if suffix == ".hpp":
                yield check_header_comment
        if parts[0] == "core":
            yield check_core_calls
        if parts[0] == "web":
            yield check_left_out


def check(root):
    """Every breach in the files that git tracks or would add, as (path, line, rule, message)."""
    listing = subprocess.run(["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                             check=True, capture_output=True, text=True).stdout
    files = {name for name in listing.split("\0") if name and (Path(root) / name).is_file()}
    if not files:
        return [(str(root), 1, "empty", "no file to check")]
    breaches = []
    for path in sorted(files):
        try:
            text = (Path(root) / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for rule in rules_for(path):
            breaches += [(path, line, name, message) for line, name, message in rule(path, text, files)]
    return breaches


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    breaches = check(root)
    for path, line, rule, message in breaches:
        print(f"{path}:{line}: [{rule}] {message}")
    print(f"architecture: {len(breaches)} breaches of the house rules" if breaches else "architecture: in order")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
