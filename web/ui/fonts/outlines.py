"""The form in which the app's fonts are stored; outlines.cpp reads it.

The letters of two weights, each with its advance and its contours. A contour is a shape at a place. Shapes that agree but for
their place are stored once, as those of A and of its accents are. A shape is a row of segments, each of one step (a line) or
three (a cubic curve), and closes with a line where it does not end at its start. Whatever is known of a letter in the regular
weight serves its semibold form as a pattern: the steps of a shape are stored as what they differ by from those of the pattern's.

All of it is one row of numbers of a NumberCoder (number_coder.py). `Coder.code` walks it for reading and writing alike: each
number is read or, where it is known beforehand, written. The contexts of a number are what it was found to depend on.
"""

from collections import namedtuple

Glyph = namedtuple("Glyph", "advance contours")
Contour = namedtuple("Contour", "x y shape")  # a shape is a tuple of segments, a segment a tuple of steps (dx, dy)

# Kinds of numbers.
GAP, WEIGHTS, WHICH, OLDER, PLACE, ADVANCE, SEGMENT, STEP = 0, 1, 2, 3, 4, 8, 10, 12
# What WHICH says of a glyph's next contour.
NONE, NEW, EXPECTED, ANOTHER = range(4)


def sign(value):
    return (value > 0) - (value < 0)


def direction(step):
    return sign(step[0]) * 3 + sign(step[1])


class Coder:
    def __init__(self, numbers):
        self.numbers = numbers
        self.shapes = [()]  # counted from 1
        self.last_places = [(0, 0)]  # of each shape
        self.heavier = {}  # the shape that stood for a shape of the pattern
        self.first_shapes = [0, 0]  # of the glyphs before, the last one last

    def code(self, faces=None):
        """The faces, a dictionary of Glyph by letter for each weight."""
        number = self.numbers.number
        letters = sorted(faces[0]) if faces else []
        result = ({}, {})
        letter = gap = 0
        while True:
            following = next(iter(letters), letter)
            gap = number(GAP, [(gap,), (), (), ()], following - letter if faces else None)
            if gap == 0:
                return result
            letter += gap
            letters = letters[1:]
            pattern = None
            both = number(WEIGHTS, [(gap,), (letter >> 6,), (), ()], int(letter in faces[1]) if faces else None)
            for weight in range(1 + both):
                pattern = self.glyph(pattern, faces[weight][letter] if faces else None)
                result[weight][letter] = pattern[0]

    def glyph(self, pattern, given):
        """The glyph, and its contours as (shape's number, how far from that shape's last place)."""
        number = self.numbers.number
        patterned = pattern is not None
        contours = []
        moves = []
        before = first = 0
        two_ago, one_ago = self.first_shapes[-2:]
        while True:
            count = len(contours)
            other, other_move = pattern[1][count] if patterned and count < len(pattern[1]) else (0, (0, 0))
            expected = self.heavier.get(other, 0) if patterned else before + 1
            state = 0 if not patterned else 1 if not other else 2 if not expected else 3
            which = shape = None
            if given:
                which = NONE
                if count < len(given.contours):
                    contour = given.contours[count]
                    shape = self.shapes.index(contour.shape) if contour.shape in self.shapes else 0
                    which = NEW if shape == 0 else EXPECTED if shape == expected else ANOTHER
            which = number(WHICH, [(state, count), (state, before), (before, one_ago), (count, two_ago)], which)
            if which == NONE:
                break
            if which == NEW:
                shape = len(self.shapes)
                self.shapes.append(None)
                self.last_places.append((0, 0))
                if other and other not in self.heavier:
                    self.heavier[other] = shape
            elif which == EXPECTED:
                shape = expected
            else:
                shape = number(OLDER, [(before,), (count, one_ago), (count, two_ago), (count,)], shape)
            last = self.last_places[shape]
            known = 0 if which == NEW else shape
            place = []
            for axis in range(2):
                contexts = [(count, other_move[axis]), (known,), other_move, (before, known)]
                base = last[axis] + other_move[axis]
                kind = PLACE + (which == NEW) * 2 + axis
                place.append(base + number(kind, contexts, contour[axis] - base if given else None))
            moves.append((shape, (place[0] - last[0], place[1] - last[1])))
            self.last_places[shape] = place
            if which == NEW:
                self.shapes[shape] = self.shape(self.shapes[other], contour.shape if given else None)
            contours.append(Contour(*place, self.shapes[shape]))
            before = shape
            first = first or shape
        base = pattern[0].advance if patterned else 0
        advance = base + number(ADVANCE + patterned, [(), (first,), (before,), (base,)], given.advance - base if given else None)
        self.first_shapes.append(first)
        return Glyph(advance, contours), moves

    def shape(self, pattern, given):
        number = self.numbers.number
        segments = []
        kinds = 0  # how many steps the last four segments have, the last in the lowest two bits
        before, before_that = (0, 0), (0, 0)
        patterned = pattern != ()
        while True:
            at = len(segments)
            like = 0 if not patterned else len(pattern[at]) if at < len(pattern) else 2
            contexts = [(like, kinds & 3), (like, kinds & 15), (like, min(at, 12)), (like, kinds)]
            steps = None if given is None else len(given[at]) if at < len(given) else 0
            steps = number(SEGMENT, contexts, steps)
            if steps == 0:
                return tuple(segments)
            patterned = patterned and at < len(pattern) and len(pattern[at]) == steps
            segment = []
            for nth in range(steps):
                model = pattern[at][nth] if patterned else (0, 0)
                kind = STEP + ((steps + nth) * 2 + patterned) * 2
                x = number(kind, [model, (model[0], before[0]), before,
                                  (sign(model[0]), direction(before), direction(before_that), kinds & 3)],
                           given[at][nth][0] - model[0] if given else None)
                y = number(kind + 1, [(*model, x == 0), (model[1], before[1], x == 0), (before[1], x),
                                      (sign(model[1]), sign(x), direction(before), direction(before_that))],
                           given[at][nth][1] - model[1] if given else None)
                before_that, before = before, (x, y)
                segment.append((model[0] + x, model[1] + y))
            segments.append(tuple(segment))
            kinds = kinds << 2 & 255 | steps
