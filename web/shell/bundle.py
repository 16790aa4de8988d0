#!/usr/bin/env python3
"""Writes a folder's programme as one bundle: its header and all of its documents, without the space between their tokens,
which the app would read at each start.

Usage: bundle.py FOLDER FILE. What the header's `exclude` names is left out, as it is by the runner.
"""

import fnmatch
import json
import re
import sys
from pathlib import Path


def excluded(path, patterns):
    """Whether a pattern names the path or a folder around it; `*` stays within one name."""
    parts = path.parts
    for pattern in patterns:
        wanted = pattern.strip("/").split("/")
        if len(wanted) <= len(parts) and all(map(fnmatch.fnmatchcase, parts, wanted)):
            return True
    return False


def packed(text):
    """The text without the space between tokens; each token as it stands."""
    return re.sub(r'("(?:[^"\\]|\\.)*")|\s+', lambda found: found.group(1) or "", text)


def main():
    root, out = Path(sys.argv[1]), Path(sys.argv[2])
    header = json.loads((root / "programme.json").read_text(encoding="utf-8"))
    documents = []
    for path in sorted(root.rglob("*.json"), key=lambda path: path.relative_to(root).parts):
        name = path.relative_to(root)
        if name.parts == ("programme.json",) or any(part.startswith(".") for part in name.parts):
            continue
        if not excluded(name, header.get("exclude", [])):
            documents.append(packed(path.read_text(encoding="utf-8")))
    if not documents:
        sys.exit(f"bundle: no documents in {root}")
    start = {key: value for key, value in header.items() if key != "exclude"}
    text = json.dumps(start, ensure_ascii=False, separators=(",", ":"))[:-1] + ',"documents":[' + ",".join(documents) + "]}"
    json.loads(text)
    out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
