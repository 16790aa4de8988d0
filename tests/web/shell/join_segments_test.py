#!/usr/bin/env python3
"""A module with one data segment has the memory it had with several."""

import subprocess
import sys
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "web" / "shell"))

from join_segments import DATA, packed_signed, sections, segments, with_one_segment  # noqa: E402
from order_functions import packed  # noqa: E402


def section(number, content):
    return bytes([number]) + packed(len(content)) + content


def segment(begin, content):
    return bytes([0, 0x41]) + packed_signed(begin) + bytes([0x0B]) + packed(len(content)) + content


def module(*data):
    """One page of memory, exported, with the data."""
    return b"\0asm\x01\0\0\0" + b"".join([
        section(5, bytes([1, 0, 1])),
        section(7, bytes([1, 1]) + b"m" + bytes([2, 0])),
        section(12, packed(len(data))),
        section(11, packed(len(data)) + b"".join(data)),
    ])


RUN = """
const {exports} = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(process.argv[1], 'hex')));
console.log(Buffer.from(exports.m.buffer).toString('hex'));
"""


def memory(wasm):
    return bytes.fromhex(subprocess.run(["node", "-e", RUN, wasm.hex()], check=True, capture_output=True, text=True).stdout)


class JoinSegments(unittest.TestCase):
    def test_memory_is_the_same(self):
        before = module(segment(8, b"one"), segment(11, b"two"), segment(63, b""), segment(64, b"three"), segment(20000, bytes(range(256))))
        after = with_one_segment(before)
        self.assertEqual([begin for begin, _ in segments(dict(sections(after))[DATA])], [8])
        expected = bytearray(65536)
        expected[8:14] = b"onetwo"
        expected[64:69] = b"three"
        expected[20000:20256] = bytes(range(256))
        self.assertEqual(memory(before), bytes(expected))
        self.assertEqual(memory(after), bytes(expected))

    def test_what_cannot_be_joined_is_refused(self):
        with self.assertRaisesRegex(ValueError, "not in the order"):
            with_one_segment(module(segment(10, b"abc"), segment(12, b"d")))
        with self.assertRaisesRegex(ValueError, "fixed place"):
            with_one_segment(module(bytes([1, 1]) + b"p"))


if __name__ == "__main__":
    unittest.main()
