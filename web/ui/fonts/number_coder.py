"""Numbers in few bytes, each told from what is known where it stands; number_reader.cpp reads what is written here.

A number is a row of bits: is it zero; is it negative; one bit for each further binary digit and one that ends them; the digits
behind the first. Each bit has a probability of being 1, and an arithmetic coder spends on it the fewer bytes the surer that was.

The probability is mixed. A number comes with four contexts, each up to four integers that such numbers may depend on. For
each context and each beginning of a number a slot holds how likely the next bit is to be 1 there, which every bit moves. What
the four slots say is summed on a scale on which the sure count for more, with weights that move towards whichever slots were
right. Reader and writer learn alike, so no table is stored; they must compute the same to the last bit, hence only +, -, *, /
and square roots. Slots are found by hash and not told apart: two that share a place cost bytes, never a wrong number.
"""

from math import sqrt

MASK = 0xFFFFFFFF
SLOT_BITS = 20
CONTEXTS = 4
STEPS = 4  # of a number: zero, sign, count of digits, digits
ONE = 65536  # probabilities are in parts of it
LEAST = 24  # neither bit is ever less likely
MOST_SEEN = 60
# What a slot says, by its chance in 4096ths, and how fast it learns, by how many bits it has seen.
LEANS = [lean / sqrt(1 - lean * lean) for lean in ((part * 2 - 4095) / 4096 for part in range(4096))]
RATES = [10 * ONE // (20 * seen + 27) for seen in range(MOST_SEEN + 1)]
LEARNING_RATE = 0.02
FIRST_WEIGHT = 0.3


def context_hash(parts):
    """Of up to four integers; what is left out is 0."""
    mixed = 0
    for part in (*parts, 0, 0, 0, 0)[:4]:
        mixed = (mixed ^ part & MASK) * 0x9E3779B1 & MASK
        mixed ^= mixed >> 15
    return mixed


class NumberCoder:
    """What reading and writing share. `code(share, bit)` takes or gives a bit whose probability of being 1 is share / ONE."""

    def __init__(self):
        self.chances = [ONE // 2] * (1 << SLOT_BITS)
        self.seen = bytearray(1 << SLOT_BITS)
        self.weights = {}
        self.low = 0
        self.high = MASK

    def number(self, kind, contexts, value=None):
        """The number itself. Kinds share neither slots nor weights."""
        assert len(contexts) == CONTEXTS
        hashes = [(context_hash(parts) ^ kind * CONTEXTS + place) * 0x85EBCA6B & MASK
                  for place, parts in enumerate(contexts, 1)]
        path = 1

        def bit(step, wanted):
            nonlocal path
            slots = [((mixed + path * 0x9E3779B1) * 0x85EBCA6B & MASK) >> 32 - SLOT_BITS for mixed in hashes]
            got = self.bit(slots, self.weights.setdefault((kind, step), [FIRST_WEIGHT] * CONTEXTS), wanted)
            path = path * 2 + got
            return got

        known = value is not None
        size = abs(value) if known else 0
        if not bit(0, known and value != 0):
            return 0
        negative = bit(1, known and value < 0)
        digits = 0
        while bit(2, size >> digits + 1 != 0):
            digits += 1
        result = 1
        for digit in reversed(range(digits)):
            result = result * 2 + bit(3, size >> digit & 1)
        return -result if negative else result

    def bit(self, slots, weights, wanted):
        inputs = [LEANS[self.chances[slot] >> 4] for slot in slots]
        total = 0.0
        for value, weight in zip(inputs, weights):
            total += value * weight
        share = int(ONE / 2 + ONE / 2 * total / sqrt(1 + total * total))
        share = max(LEAST, min(ONE - LEAST, share))
        got = self.code(share, wanted)
        fault = (got - share / ONE) * LEARNING_RATE
        for place, value in enumerate(inputs):
            weights[place] += fault * value
        for slot in slots:
            self.chances[slot] += ((got * (ONE - 1) - self.chances[slot]) * RATES[self.seen[slot]]) >> 15
            self.seen[slot] = min(self.seen[slot] + 1, MOST_SEEN)
        return got


def split(low, high, share):
    width = high - low
    return low + (width >> 16) * share + ((width & 0xFFFF) * share >> 16)


class NumberWriter(NumberCoder):
    def __init__(self):
        super().__init__()
        self.out = bytearray()

    def code(self, share, bit):
        middle = split(self.low, self.high, share)
        if bit:
            self.high = middle
        else:
            self.low = middle + 1
        while self.low >> 24 == self.high >> 24:
            self.out.append(self.low >> 24)
            self.low = self.low << 8 & MASK
            self.high = self.high << 8 & MASK | 0xFF
        return int(bit)

    def finish(self):
        """The bytes. Behind them a reader takes zeros."""
        return bytes(self.out) + bytes([(self.low >> 24) + 1])


class NumberReader(NumberCoder):
    def __init__(self, data):
        super().__init__()
        self.data = data
        self.at = 4
        self.value = int.from_bytes(data[:4].ljust(4, b"\0"), "big")

    def code(self, share, _):
        middle = split(self.low, self.high, share)
        bit = int(self.value <= middle)
        if bit:
            self.high = middle
        else:
            self.low = middle + 1
        while self.low >> 24 == self.high >> 24:
            self.low = self.low << 8 & MASK
            self.high = self.high << 8 & MASK | 0xFF
            self.value = self.value << 8 & MASK | (self.data[self.at] if self.at < len(self.data) else 0)
            self.at += 1
        return bit
