#!/usr/bin/env python3
"""Draws the icons of the app from one description: icon.svg and PNGs of the sizes that manifests ask for.

Usage: icons.py FOLDER
"""

import functools
import struct
import sys
import zlib
from pathlib import Path

# In units of a 64 x 64 field: x, y, width, height, radius, colour. A price's waterfall: list, two discounts, net.
GROUND = "#2457d6"
BARS = [(13, 14, 8, 36, 2, "#ffffff"), (23, 14, 8, 12, 2, "#b9ccff"), (33, 24, 8, 9, 2, "#b9ccff"), (43, 32, 8, 18, 2, "#ffffff")]
CORNER = 14
SAMPLES = 4  # a side, for each pixel


@functools.cache
def colour(text):
    return tuple(int(text[at:at + 2], 16) for at in (1, 3, 5))


def span(shape, y):
    """Where a shape begins and ends on the line at height y; None where it does not meet it."""
    left, top, width, height, radius = shape[:5]
    if not top <= y < top + height:
        return None
    dy = max(top + radius - y, y - (top + height - radius), 0)
    inset = radius - (radius * radius - dy * dy) ** 0.5
    return left + inset, left + width - inset


def svg():
    rect = '<rect x="{}" y="{}" width="{}" height="{}" rx="{}" fill="{}"/>'.format
    shapes = [rect(0, 0, 64, 64, CORNER, GROUND)] + [rect(*bar) for bar in BARS]
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">{"".join(shapes)}</svg>\n'


def paint(size, maskable):
    """Rows of RGBA bytes. A maskable icon fills its field and keeps the drawing in the middle four fifths."""
    ground = (0, 0, 64, 64, 0 if maskable else CORNER, GROUND)
    scale = 0.8 if maskable else 1.0
    rows, known = [], {}
    for row in range(size):
        lines = []  # for each line of samples: (begin, end, colour) in pixels, painted in order
        for sample in range(SAMPLES):
            y = (row + (sample + 0.5) / SAMPLES) * 64 / size
            spans = [(span(ground, y), 1.0, ground[5])]
            spans += [(span(bar, (y - 32) / scale + 32), scale, bar[5]) for bar in BARS]
            lines.append(tuple((((ends[0] - 32) * factor + 32) * size / 64, ((ends[1] - 32) * factor + 32) * size / 64, name)
                               for ends, factor, name in spans if ends))
        key = tuple(lines)
        if key not in known:  # most rows are like the one above
            known[key] = paint_row(size, lines)
        rows.append(known[key])
    return rows


def paint_row(size, lines):
    row = bytearray([0])  # PNG: no filter
    for column in range(size):
        red = green = blue = count = 0
        for line in lines:
            for sample in range(SAMPLES):
                x = column + (sample + 0.5) / SAMPLES
                hit = None
                for begin, end, name in line:
                    if begin <= x < end:
                        hit = name
                if hit:
                    part = colour(hit)
                    red, green, blue, count = red + part[0], green + part[1], blue + part[2], count + 1
        row += bytes((red // count, green // count, blue // count) if count else (0, 0, 0))
        row.append(255 * count // (SAMPLES * SAMPLES))
    return bytes(row)


def png(size, maskable=False):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"".join(paint(size, maskable)), 9))
            + chunk(b"IEND", b""))


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "icon.svg").write_text(svg(), encoding="utf-8")
    (folder / "icon-192.png").write_bytes(png(192))
    (folder / "icon-512.png").write_bytes(png(512))
    (folder / "icon-maskable.png").write_bytes(png(512, maskable=True))


if __name__ == "__main__":
    main()
