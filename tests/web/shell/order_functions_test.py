#!/usr/bin/env python3
"""A module whose functions were put into another order does what it did, run by Node; what is not understood is refused."""

import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "web" / "shell"))
sys.dont_write_bytecode = True
import order_functions  # noqa: E402
from order_functions import in_better_order, packed, sections, vector  # noqa: E402

I32, END, GET, CONST, ADD, MULTIPLY = 0x7F, 0x0B, 0x20, 0x41, 0x6A, 0x6C
CALL, CALL_INDIRECT, BR_TABLE, BLOCK = 0x10, 0x11, 0x0E, 0x02


def section(number, content):
    return bytes([number]) + packed(len(content)) + content


def function(*instructions, local_groups=b"\x00"):
    body = local_groups + bytes(instructions) + bytes([END])
    return packed(len(body)) + body


def module(functions=200):
    """`functions` functions of one parameter: number n adds n; every tenth calls its neighbour behind it by number and the last
    but one through the table. Exported: the first as "begin", the last as "last"; the module begins by calling "note"."""
    def name(text):
        return packed(len(text)) + text.encode()

    bodies = []
    for n in range(functions):
        # A constant of n in signed LEB128; up to 8191.
        constant = [n & 0x7F | 0x80, n >> 7]
        if n % 10 == 0 and n + 1 < functions:
            bodies.append(function(GET, 0, CALL, *packed(1 + n + 1), CONST, *constant, ADD,
                                   CONST, 1, CALL_INDIRECT, 0, 0))
        elif n % 10 == 5:
            bodies.append(function(BLOCK, 0x40, GET, 0, BR_TABLE, 1, 0, 0, END, GET, 0, CONST, *constant, MULTIPLY,
                                   local_groups=bytes([1, 2, I32])))
        else:
            bodies.append(function(GET, 0, CONST, *constant, ADD))
    start = function(CONST, 7, CALL, 0, 0x1A)
    return b"\0asm\x01\0\0\0" + b"".join([
        section(1, vector([bytes([0x60, 1, I32, 1, I32]), bytes([0x60, 0, 0])])),
        section(2, vector([name("page") + name("note") + bytes([0, 0])])),
        section(3, vector([bytes([0])] * functions + [bytes([1])])),
        section(4, vector([bytes([0x70, 0, 2])])),
        section(7, vector([name("begin") + b"\0" + packed(1), name("last") + b"\0" + packed(functions),
                           name("table") + b"\x01\0"])),
        section(8, packed(1 + functions)),
        section(9, vector([bytes([0, CONST, 0, END]) + vector([packed(3), packed(functions - 1)])])),
        section(10, vector(bodies + [start])),
    ])


RUN = """
const noted = [];
const {exports} = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(process.argv[1], 'hex')),
  {page: {note: (n) => { noted.push(n); return n; }}});
const told = [noted, exports.begin(3), exports.last(3), exports.table.get(0)(5), exports.table.get(1)(5)];
console.log(JSON.stringify(told));
"""


def run(wasm):
    return subprocess.run(["node", "-e", RUN, wasm.hex()], check=True, capture_output=True, text=True).stdout.strip()


class OrderFunctions(unittest.TestCase):
    def test_does_what_it_did(self):
        before = module()
        after = in_better_order(before)
        self.assertNotEqual(before, after)
        # begin(3): 0 adds 0 to what 1 gives for 3, which is 4, and hands 4 to entry 1 of the table, function 198: 202.
        # last(3) is 3 + 199; entry 0 is function 2, 5 + 2; entry 1 gives 5 + 198.
        self.assertEqual(run(before), "[[7],202,202,7,203]")
        self.assertEqual(run(after), run(before))

    def test_every_function_is_there_once(self):
        def sizes(wasm):
            content = dict(sections(wasm))[order_functions.CODE]
            count, at = order_functions.number(content, 0)
            found = []
            for _ in range(count):
                size, at = order_functions.number(content, at)
                found.append(size)
                at += size
            return sorted(found)
        before = module(120)  # so few that every number of a function takes one byte in any order
        self.assertEqual(sizes(in_better_order(before)), sizes(before))

    def test_alike_stand_together(self):
        bodies = [b"\0" + bytes(range(first, first + 40)) + bytes([n]) for n in range(6) for first in (0, 100)]
        order = order_functions.chain(bodies, list(range(len(bodies))))
        self.assertEqual([member % 2 for member in order], [0] * 6 + [1] * 6)

    def test_what_is_not_known_is_refused(self):
        for opcode in (0x06, 0xFD, 0xFE):
            spoilt = module().replace(bytes([GET, 0, CONST]), bytes([opcode, 0, CONST]), 1)
            with self.assertRaises(ValueError):
                in_better_order(spoilt)


if __name__ == "__main__":
    unittest.main()
