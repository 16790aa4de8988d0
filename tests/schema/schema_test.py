#!/usr/bin/env python3
"""The JSON Schemas that the runner prints, judged by a validator that is not ours.

Every schema is sound by draft 2020-12, takes every shipped document of its kind, and refuses broken ones.
The runner is the program named by DEALWRIGHT_BINARY.
"""

import json
import os
import subprocess
import unittest
from pathlib import Path

from jsonschema import Draft202012Validator


def schema_of(kind):
    printed = subprocess.run([os.environ["DEALWRIGHT_BINARY"], "schema", kind], check=True, capture_output=True, text=True)
    return json.loads(printed.stdout)


def shipped_documents():
    """Path and content of every document under scenarios/."""
    for path in sorted(Path("scenarios").rglob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        if "kind" in content:
            yield path, content


class Schemas(unittest.TestCase):
    def setUp(self):
        self.documents = list(shipped_documents())
        self.validators = {kind: Draft202012Validator(schema_of(kind))
                           for kind in sorted({content["kind"] for _, content in self.documents})}

    def test_schemas_are_sound(self):
        self.assertGreater(len(self.validators), 3)
        for kind, validator in self.validators.items():
            with self.subTest(kind=kind):
                Draft202012Validator.check_schema(validator.schema)
                self.assertEqual(validator.schema.get("$schema"), "https://json-schema.org/draft/2020-12/schema")

    def test_shipped_documents_are_valid(self):
        for path, content in self.documents:
            with self.subTest(path=str(path)):
                errors = [f"{error.json_path}: {error.message[:200]}" for error in
                          self.validators[content["kind"]].iter_errors(content)]
                self.assertEqual(errors, [])

    def test_broken_documents_are_refused(self):
        for path, content in {content["kind"]: (path, content) for path, content in self.documents}.values():
            validator = self.validators[content["kind"]]
            self.assertIn("kind", validator.schema["required"])
            broken = {f"without {key}": {name: value for name, value in content.items() if name != key}
                      for key in validator.schema["required"]}
            broken |= {"unknown key": {**content, "no_such_key": 1}, "wrong type": {**content, "kind": 7}}
            for breakage, document in broken.items():
                with self.subTest(path=str(path), breakage=breakage):
                    self.assertFalse(validator.is_valid(document))


if __name__ == "__main__":
    unittest.main()
