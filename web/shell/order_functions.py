"""Puts the functions of a WebAssembly module into an order that compresses better.

The compressor pays for each repetition by its distance. So functions that look alike are put beside each other, behind
those that are called most, whose numbers then take one byte. What the module does stays the same.
"""

import zlib

CODE, ELEMENTS, EXPORTS, FUNCTIONS, IMPORTS, START, NAMES = 10, 9, 7, 3, 2, 8, 0
ONE_BYTE = 128  # numbers below it take one byte
WINDOW = 3      # bytes that are compared at once
SLOTS = 1024    # of a function's sketch; two functions share about as many of them as they share of their windows
CALL, REFERENCE = 0x10, 0xD2

# Operands by instruction: how many numbers follow it, and how many bytes; the others have none.
NUMBERS = {0x0C: 1, 0x0D: 1, CALL: 1, 0x11: 2, 0x20: 1, 0x21: 1, 0x22: 1, 0x23: 1, 0x24: 1, 0x41: 1, 0x42: 1, REFERENCE: 1,
           0x3F: 1, 0x40: 1, 0x02: 1, 0x03: 1, 0x04: 1, 0xD0: 1, **dict.fromkeys(range(0x28, 0x3F), 2)}
BYTES = {0x43: 4, 0x44: 8}
BARE = {0x00, 0x01, 0x05, 0x0B, 0x0F, 0x1A, 0x1B, 0xD1, *range(0x45, 0xC5)}
# Those of the prefix 0xFC: saturating conversions and memory.copy, memory.fill and the like.
PREFIXED = {**dict.fromkeys(range(8), 0), 8: 2, 9: 1, 10: 2, 11: 1}


def require(holds, what):
    if not holds:
        raise ValueError(f"order_functions: {what}")


def number(data, at):
    """The unsigned LEB128 number at `at`, and where it ends."""
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, at


def end_of_number(data, at):
    while data[at] >= 0x80:
        at += 1
    return at + 1


def packed(value):
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def sections(module):
    at = 8
    while at < len(module):
        size, start = number(module, at + 1)
        yield module[at], module[start:start + size]
        at = start + size


def imported_functions(content):
    count, at = number(content, 0)
    functions = 0
    for _ in range(count):
        for _ in range(2):
            size, at = number(content, at)
            at += size
        kind = content[at]
        at += 1
        if kind == 0:
            functions += 1
            at = end_of_number(content, at)
        else:
            require(kind in (1, 2, 3), f"imports of kind {kind} are not known")
            if kind == 3:
                at += 2
                continue
            at += kind == 1  # a table states its elements' type first
            has_most = content[at] & 1
            for _ in range(2 + has_most):
                at = end_of_number(content, at)
    return functions


def references(body):
    """Where in a function's body the numbers of functions stand: pairs of begin and end."""
    found = []
    groups, at = number(body, 0)
    for _ in range(groups):
        at = end_of_number(body, at) + 1
    while at < len(body):
        instruction = body[at]
        at += 1
        if instruction in (CALL, REFERENCE):
            end = end_of_number(body, at)
            found.append((at, end))
            at = end
        elif instruction == 0x0E:
            targets, at = number(body, at)
            for _ in range(targets + 1):
                at = end_of_number(body, at)
        elif instruction == 0xFC:
            which, at = number(body, at)
            require(which in PREFIXED, f"instruction 0xFC {which} is not known")
            for _ in range(PREFIXED[which]):
                at = end_of_number(body, at)
        elif instruction in BYTES:
            at += BYTES[instruction]
        elif instruction in NUMBERS:
            for _ in range(NUMBERS[instruction]):
                at = end_of_number(body, at)
        else:
            require(instruction in BARE, f"instruction {instruction:#x} is not known")
    require(at == len(body), "a function's last instruction is cut off")
    return found


def sketch(body):
    """The least hash of the body's windows in each of SLOTS parts that the hashes fall into."""
    least = {}
    for at in range(len(body) - WINDOW + 1):
        value = zlib.crc32(body[at:at + WINDOW])
        slot = value % SLOTS
        if value < least.get(slot, 1 << 32):
            least[slot] = value
    return list(least.values())


def chain(bodies, members):
    """The members, each followed by the one of those left that shares most of its sketch; where none does, by the first."""
    sketches = {member: sketch(bodies[member]) for member in members}
    holders = {}
    for member in members:
        for value in sketches[member]:
            holders.setdefault(value, set()).add(member)
    order = []
    for first in members:
        here = first
        while here in sketches:
            order.append(here)
            shared = {}
            for value in sketches.pop(here):
                holders[value].discard(here)
                for other in holders[value]:
                    shared[other] = shared.get(other, 0) + 1
            if shared:
                here = max(shared, key=lambda other: (shared[other], -other))
    return order


def vector(items):
    return packed(len(items)) + b"".join(items)


def in_better_order(module):
    """The same module with its functions in another order. A ValueError says what of the module is not known here."""
    parts = list(sections(module))
    contents = dict(parts)
    require(NAMES not in contents, "a section of names would have to be rewritten too")
    imports = imported_functions(contents[IMPORTS])

    count, at = number(contents[CODE], 0)
    bodies = []
    for _ in range(count):
        size, at = number(contents[CODE], at)
        bodies.append(contents[CODE][at:at + size])
        at += size
    places = [references(body) for body in bodies]
    calls = [0] * (imports + count)
    for body, found in zip(bodies, places):
        for begin, _ in found:
            calls[number(body, begin)[0]] += 1
    by_calls = sorted(range(count), key=lambda function: -calls[imports + function])
    often = by_calls[:max(0, ONE_BYTE - imports)]
    order = often + chain(bodies, sorted(set(range(count)) - set(often)))

    renumbered = list(range(imports)) + [0] * count
    for position, function in enumerate(order):
        renumbered[imports + function] = imports + position

    def moved(body, found):
        out, last = bytearray(), 0
        for begin, end in found:
            out += body[last:begin] + packed(renumbered[number(body, begin)[0]])
            last = end
        return bytes(out + body[last:])

    types, at = [], end_of_number(contents[FUNCTIONS], 0)
    while at < len(contents[FUNCTIONS]):
        end = end_of_number(contents[FUNCTIONS], at)
        types.append(contents[FUNCTIONS][at:end])
        at = end

    def exports(content):
        items = []
        total, at = number(content, 0)
        for _ in range(total):
            begin = at
            size, at = number(content, at)
            at += size + 1
            index, end = number(content, at)
            items.append(content[begin:at] + packed(renumbered[index] if content[at - 1] == 0 else index))
            at = end
        return vector(items)

    def elements(content):
        items = []
        total, at = number(content, 0)
        for _ in range(total):
            begin = at
            kind, at = number(content, at)
            require(kind == 0 and content[at] == 0x41, "a table is not filled from a fixed place on")
            at = end_of_number(content, at + 1) + 1
            head = content[begin:at]
            size, at = number(content, at)
            functions = []
            for _ in range(size):
                index, at = number(content, at)
                functions.append(packed(renumbered[index]))
            items.append(head + vector(functions))
        return vector(items)

    rewritten = {
        FUNCTIONS: lambda content: vector([types[function] for function in order]),
        CODE: lambda content: vector([packed(len(body)) + body for body in
                                      (moved(bodies[function], places[function]) for function in order)]),
        EXPORTS: exports,
        ELEMENTS: elements,
        START: lambda content: packed(renumbered[number(content, 0)[0]]),
    }
    out = bytearray(module[:8])
    for section, content in parts:
        content = rewritten.get(section, lambda content: content)(content)
        out += bytes([section]) + packed(len(content)) + content
    return bytes(out)
