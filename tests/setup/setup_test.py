#!/usr/bin/env python3
"""Runs tools/setup with stand-ins for the system's tools: what it asks of them, and that it asks only once."""

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

SETUP = Path(__file__).resolve().parents[2] / "tools" / "setup"

# Every package is installed.
DPKG_QUERY = '#!/bin/sh\nfor one; do case $one in -*) ;; *) echo "installed $one" ;; esac; done\n'

# Notes its arguments; gives the source packages of which it has an unpacked folder in $HAVE.
APT_GET = r"""#!/bin/sh
echo "$@" >> "$ASKED"
case "$*" in
  indextargets*) echo http://example.org/debian ;;
  *" update") ;;
  *" source "*) for one; do name=$one; done; cp -r "$HAVE/$name-"* . || exit 100 ;;
esac
"""

# Notes its arguments and installs as little as npm's own mark.
NPM = r"""#!/bin/sh
echo "npm $@ in ${PWD#"$ROOT/"}" >> "$ASKED"
mkdir -p node_modules && touch node_modules/.package-lock.json
"""


class Setup(unittest.TestCase):
    def setUp(self):
        self.root = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.root)
        for folder in ("tools", "bin", "have"):
            (self.root / folder).mkdir()
        shutil.copy(SETUP, self.root / "tools" / "setup")
        self.node_folders = [self.root / "web", self.root / "tests" / "web"]
        for folder in self.node_folders:
            folder.mkdir(parents=True)
            (folder / "package-lock.json").write_text("{}")
        for name, text in (("dpkg-query", DPKG_QUERY), ("apt-get", APT_GET), ("npm", NPM)):
            (self.root / "bin" / name).write_text(text)
            (self.root / "bin" / name).chmod(0o755)
        self.third_party = self.root / "build" / "third_party"

    def run_setup(self):
        """What is asked of apt-get and npm by one run."""
        asked = self.root / "asked"
        asked.write_text("")
        environment = {**os.environ, "PATH": f"{self.root / 'bin'}:/usr/bin:/bin", "ASKED": str(asked),
                       "ROOT": str(self.root), "HAVE": str(self.root / "have")}
        done = subprocess.run([self.root / "tools" / "setup"], env=environment, capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        return asked.read_text()

    def test_sources_that_there_are(self):
        (self.root / "have" / "simdjson-3.0.1").mkdir()
        (self.root / "have" / "imgui-1.92.2b+ds").mkdir()
        self.assertIn("source simdjson", self.run_setup())
        self.assertTrue((self.third_party / "simdjson-3.0.1").is_dir())
        self.assertEqual(self.run_setup(), "")

    def test_sources_that_cannot_be_had_are_asked_for_once(self):
        (self.root / "have" / "simdjson-3.0.1").mkdir()
        self.assertIn("source imgui", self.run_setup())
        self.assertEqual(self.run_setup(), "")
        # Without the mark they are asked for again.
        (self.third_party / "imgui-1.92.2b+ds.absent").unlink()
        (self.root / "have" / "imgui-1.92.2b+ds").mkdir()
        self.assertIn("source imgui", self.run_setup())
        self.assertTrue((self.third_party / "imgui-1.92.2b+ds").is_dir())

    def test_another_release_is_not_taken(self):
        (self.root / "have" / "simdjson-4.0.0").mkdir()
        self.run_setup()
        self.assertFalse((self.third_party / "simdjson-3.0.1").exists())
        self.assertTrue((self.third_party / "simdjson-3.0.1.absent").exists())

    def test_node_packages_follow_their_lock_file(self):
        for name in ("simdjson-3.0.1", "imgui-1.92.2b+ds"):
            (self.third_party / name).mkdir(parents=True)
        self.assertRegex(self.run_setup(), r"^npm ci .*in web\nnpm ci .*in tests/web\n$")
        self.assertEqual(self.run_setup(), "")
        for folder, name in zip(self.node_folders, ("web", "tests/web")):
            earlier = (folder / "package-lock.json").stat().st_mtime - 10
            os.utime(folder / "node_modules" / ".package-lock.json", (earlier, earlier))
            self.assertRegex(self.run_setup(), rf"^npm ci .*in {name}\n$")


if __name__ == "__main__":
    unittest.main()
