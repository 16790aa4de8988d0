#!/usr/bin/env python3
"""What the forms of the fonts hold comes back as it was, whatever it is."""

import random
import sys
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "web" / "ui" / "fonts"))

from number_coder import NumberReader, NumberWriter  # noqa: E402
from outlines import Coder, Contour, Glyph  # noqa: E402

NO_CONTEXT = [(), (), (), ()]


def line(x, y):
    return ((x, y),)


SQUARE = (line(10, 0), line(0, 10), line(-10, 0))
BOLD_SQUARE = (line(14, 0), line(0, 13), line(-14, 0))
DROP = (line(5, 5), ((0, 3), (-2, 5), (-5, 5)), ((-3, 0), (-5, -2), (-5, -5)))


class Numbers(unittest.TestCase):
    def there_and_back(self, numbers):
        """Coded as (kind, contexts, number); how many bytes they took."""
        writer = NumberWriter()
        for kind, contexts, number in numbers:
            self.assertEqual(writer.number(kind, contexts, number), number)
        data = writer.finish()
        reader = NumberReader(data)
        for kind, contexts, number in numbers:
            self.assertEqual(reader.number(kind, contexts), number)
        return len(data)

    def test_any_number(self):
        edges = [0, 1, -1, 2, -2, 3, 255, 256, -65535, 2 ** 31 - 1, 1 - 2 ** 31]
        self.there_and_back([(0, NO_CONTEXT, number) for number in edges])

    def test_no_number_at_all(self):
        self.there_and_back([])

    def test_numbers_without_a_rule(self):
        dice = random.Random(1)
        self.there_and_back([(dice.randrange(36), [(dice.randrange(-4, 4),) for _ in range(4)], dice.randrange(-500, 500))
                             for _ in range(3000)])

    def test_what_can_be_told_costs_little(self):
        # A thousand numbers, each of them what its contexts say.
        numbers = [(0, [(at % 7,)] * 4, at % 7 * 100) for at in range(1000)]
        self.assertLess(self.there_and_back(numbers), 100)


class Outlines(unittest.TestCase):
    def there_and_back(self, regular, semibold):
        writer = NumberWriter()
        Coder(writer).code((regular, semibold))
        self.assertEqual(Coder(NumberReader(writer.finish())).code(), (regular, semibold))

    def test_no_letters(self):
        self.there_and_back({}, {})

    def test_letters_of_one_weight_and_of_both(self):
        regular = {1: Glyph(10, []), 65: Glyph(20, [Contour(0, 0, SQUARE)]), 0x10FFFF: Glyph(0, [Contour(-7, 900, DROP)])}
        self.there_and_back(regular, {})
        self.there_and_back(regular, {65: Glyph(24, [Contour(1, 0, BOLD_SQUARE)])})

    def test_shapes_at_several_places(self):
        regular = {65: Glyph(20, [Contour(0, 0, SQUARE), Contour(20, 5, SQUARE)]),
                   66: Glyph(20, [Contour(0, 0, DROP), Contour(0, 0, SQUARE)]),
                   67: Glyph(20, [Contour(3, 3, SQUARE), Contour(0, 9, DROP)])}
        self.there_and_back(regular, regular)

    def test_a_weight_that_is_built_differently(self):
        regular = {65: Glyph(20, [Contour(0, 0, SQUARE)]), 66: Glyph(20, [Contour(0, 0, DROP), Contour(9, 9, SQUARE)])}
        longer = SQUARE + (line(-3, -3),)
        self.there_and_back(regular, {65: Glyph(21, [Contour(0, 0, longer), Contour(2, 2, DROP)]), 66: Glyph(22, [])})
        self.there_and_back(regular, {65: Glyph(21, [Contour(0, 0, DROP)]), 66: Glyph(22, [Contour(0, 0, SQUARE[:1])])})


if __name__ == "__main__":
    unittest.main()
