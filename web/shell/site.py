#!/usr/bin/env python3
"""Puts the site together: the shell's files with version, sizes and policy written in, what was built, scripts without
what only people read, and every text compressed beside itself.

Usage: site.py SHELL SITE BUILT_FILE...
"""

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from join_segments import with_one_segment
from order_functions import in_better_order

# Read by the page as it starts; what the app asks for by Platform::resource().
LOADED = {".pack", ".ttf", ".otf", ".bin"}
# Become a .pack, which brings its compressed twin along.
PACKED = {".wasm", ".json"}
TEMPLATES = ["index.html", "unpack.js", "start.js", "style.css", "manifest.webmanifest", "sw.js"]
COMPRESSED = {".html", ".js", ".css", ".webmanifest", ".svg", ".ttf", ".otf", ".bin"}

# The page needs nothing but its own files. `wasm-unsafe-eval` lets it compile WebAssembly and nothing else.
POLICY = "; ".join([
    "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "img-src 'self'", "font-src 'self'",
    "connect-src 'self'", "manifest-src 'self'", "worker-src 'self'", "base-uri 'none'", "form-action 'none'"])


TERSER = Path(__file__).resolve().parent.parent / "node_modules" / "terser" / "bin" / "terser"


def shorten(script):
    """Takes comments, spaces and long local names out of a script."""
    # Functions of objects become methods, which `new` could not call: it calls none.
    compress = "passes=3,ecma=2020,unsafe_methods"
    subprocess.run(["node", str(TERSER), str(script), "--compress", compress, "--mangle", "--output", str(script)], check=True)


def pack(path, shell, out):
    """Writes a WebAssembly module or a JSON text packed (pack.mjs), and the same compressed."""
    with tempfile.NamedTemporaryFile(suffix=path.suffix) as ordered:
        content = path.read_bytes()
        ordered.write(with_one_segment(in_better_order(content)) if path.suffix == ".wasm" else content)
        ordered.flush()
        subprocess.run(["node", str(shell / "pack.mjs"), ordered.name, str(out)], check=True)
    shutil.copystat(out, f"{out}.br")


def main():
    shell, site, built = Path(sys.argv[1]), Path(sys.argv[2]), [Path(name) for name in sys.argv[3:]]
    next_site = site.with_name(site.name + ".next")
    shutil.rmtree(next_site, ignore_errors=True)
    next_site.mkdir(parents=True)
    for path in built:
        if path.suffix in PACKED:
            pack(path, shell, (next_site / path.name).with_suffix(".pack"))
        else:
            shutil.copyfile(path, next_site / path.name)
    texts = {name: (shell / name).read_text(encoding="utf-8") for name in TEMPLATES}

    digest = hashlib.sha256()
    for name in sorted(texts):
        digest.update(name.encode() + texts[name].encode())
    for path in sorted(next_site.iterdir()):
        digest.update(path.name.encode() + path.read_bytes())
    sizes = {path.name: path.stat().st_size for path in sorted(next_site.iterdir()) if path.suffix in LOADED}
    files = ["./"] + sorted([path.name for path in next_site.iterdir() if path.suffix != ".br"] +
                            [name for name in texts if name != "sw.js"])
    files.remove("index.html")
    words = {"@VERSION@": digest.hexdigest()[:16], "@SIZES@": json.dumps(sizes), "@FILES@": json.dumps(files),
             "@POLICY@": POLICY}
    for name, text in texts.items():
        for word, value in words.items():
            text = text.replace(word, value)
        (next_site / name).write_text(text, encoding="utf-8")

    if not TERSER.exists():
        sys.exit("site: terser is missing; `make setup` installs it")
    for path in sorted(next_site.iterdir()):
        if path.suffix == ".js":
            shorten(path)
        # One instant for a file and its compressed twin, so that a host never takes one for older than the other.
        if path.suffix in COMPRESSED:
            subprocess.run(["brotli", "--best", "--force", f"--output={path}.br", str(path)], check=True)
    shutil.rmtree(site, ignore_errors=True)
    next_site.rename(site)


if __name__ == "__main__":
    main()
