"""Puts the data segments of a WebAssembly module into one.

The linker's tools part data where some zeros stand, which saves bytes that a compressor takes for nothing, and costs it the
distances between what is alike. The memory is the same afterwards.
"""

from order_functions import number, packed, require, sections

DATA, DATA_COUNT = 11, 12
CONST, END = 0x41, 0x0B


def signed_number(data, begin):
    """The signed LEB128 number at `begin`, and where it ends."""
    value, end = number(data, begin)
    return value - (1 << 7 * (end - begin) if data[end - 1] & 0x40 else 0), end


def packed_signed(value):
    out = bytearray()
    while not -64 <= value < 64:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value & 0x7F)
    return bytes(out)


def segments(content):
    """Where each segment begins in the memory, and its bytes."""
    count, at = number(content, 0)
    for _ in range(count):
        require(content[at] == 0 and content[at + 1] == CONST, "a data segment is not for a fixed place of the memory")
        begin, at = signed_number(content, at + 2)
        require(content[at] == END, "a data segment's place is more than a number")
        size, at = number(content, at + 1)
        yield begin, content[at:at + size]
        at += size


def with_one_segment(module):
    """The same module with one data segment. A ValueError says why it cannot be."""
    out = bytearray(module[:8])
    for section, content in sections(module):
        if section in (DATA, DATA_COUNT) and number(content, 0)[0] == 0:
            pass
        elif section == DATA:
            parts = list(segments(content))
            joined = bytearray()
            for begin, part in parts:
                gap = begin - parts[0][0] - len(joined)
                require(gap >= 0, "data segments are not in the order of the memory")
                joined += bytes(gap) + part
            content = packed(1) + bytes([0, CONST]) + packed_signed(parts[0][0]) + bytes([END]) + packed(len(joined)) + joined
        elif section == DATA_COUNT:
            content = packed(1)
        out += bytes([section]) + packed(len(content)) + content
    return bytes(out)
