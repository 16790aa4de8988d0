#!/usr/bin/env python3
"""Makes the app's two fonts from Debian's Inter and writes them as C++, in the form that outlines.py describes.

Usage: inter.py FOLDER OUTPUT.cpp, where FOLDER holds Inter-Regular.otf and Inter-SemiBold.otf. Stops where what it wrote does not
come back as it was.

ImGui applies no OpenType features, so the digits are exchanged for the tabular ones here: figures of a column stand
below each other. Other scripts are taken from the system (system_font.hpp). Coordinates are scaled down to what a screen
can show.
"""

import sys

from fontTools import subset
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

import number_coder
import outlines

UNITS_PER_EM = 500


def span(first, last):
    return range(first, last + 1)


LATIN = [*span(0x20, 0x7E), *span(0xA0, 0x17F), 0x192, *span(0x218, 0x21B), 0x1E9E]
# Spaces, dashes, quotes, ellipsis, per mille, guillemets, trade mark, numero.
PUNCTUATION = [0x2009, 0x2011, 0x2013, 0x2014, *span(0x2018, 0x201A), *span(0x201C, 0x201E), 0x2020, 0x2022, 0x2026, 0x202F,
               0x2030, 0x2039, 0x203A, 0x2116, 0x2122]
CURRENCY = [0x20A6, 0x20A9, 0x20AA, 0x20AB, 0x20AC, 0x20B1, 0x20B4, 0x20B8, 0x20B9, 0x20BA, 0x20BD]
ARROWS_AND_SIGNS = [*span(0x2190, 0x2193), 0x2206, 0x2211, 0x2212, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265]

FONTS = [
    ("Inter-Regular.otf", LATIN + PUNCTUATION + CURRENCY + ARROWS_AND_SIGNS),
    # What it lacks, the app takes from the regular one.
    ("Inter-SemiBold.otf", LATIN + PUNCTUATION + [0x20AC, 0x2212]),
]


def make_digits_tabular(font):
    """The digits get their tabular form; points and commas stay narrow, for they stand in sentences too."""
    table = font["GSUB"].table
    wanted = {index for record in table.FeatureList.FeatureRecord if record.FeatureTag == "tnum"
              for index in record.Feature.LookupListIndex}
    exchange = {}
    for index in sorted(wanted):
        for lookup in table.LookupList.Lookup[index].SubTable:
            exchange.update(getattr(lookup, "ExtSubTable", lookup).mapping)
    for charmap in font["cmap"].tables:
        for character, glyph in charmap.cmap.items():
            if chr(character) in "0123456789":
                charmap.cmap[character] = exchange.get(glyph, glyph)


def subset_font(path, characters):
    font = TTFont(path)
    make_digits_tabular(font)
    options = subset.Options()
    options.layout_features = []
    options.name_IDs = []
    options.hinting = False
    options.desubroutinize = True
    options.notdef_outline = True
    options.drop_tables += ["DSIG", "GPOS", "GSUB", "GDEF"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    scale_upem(font, UNITS_PER_EM)
    return font


def contours_of(drawn):
    """The contours of a glyph that a RecordingPen drew."""
    contours = []
    for operation, points in drawn:
        if operation == "moveTo":
            start = at = points[0]
            segments = []
        elif operation in ("lineTo", "curveTo"):
            segment = []
            for point in points:
                segment.append((point[0] - at[0], point[1] - at[1]))
                at = point
            segments.append(tuple(segment))
        else:
            assert operation == "closePath", operation
            # The line back to the start goes without saying.
            if at == start and len(segments[-1]) == 1:
                segments.pop()
            contours.append(outlines.Contour(*start, tuple(segments)))
    return contours


def matched(contours, pattern):
    """The contours in the order in which the pattern has those built like them. Their order changes no picture."""
    rest = list(contours)
    order = []
    for like in pattern:
        built = [len(segment) for segment in like.shape]
        order.append(next((contour for contour in rest if [len(segment) for segment in contour.shape] == built), None))
        if order[-1]:
            rest.remove(order[-1])
    return [contour or rest.pop(0) for contour in order if contour or rest] + rest


def glyphs_of(font, patterns):
    glyphs = {}
    drawable = font.getGlyphSet()
    for letter, name in font.getBestCmap().items():
        pen = RecordingPen()
        drawable[name].draw(pen)
        contours = contours_of(pen.value)
        if letter in patterns:
            contours = matched(contours, patterns[letter].contours)
        glyphs[letter] = outlines.Glyph(drawable[name].width, contours)
    return glyphs


def stored(faces):
    writer = number_coder.NumberWriter()
    outlines.Coder(writer).code(faces)
    data = writer.finish()
    if outlines.Coder(number_coder.NumberReader(data)).code() != tuple(faces):
        sys.exit("inter.py: the outlines do not come back as they were")
    return data


def main():
    folder, output = sys.argv[1:]
    fonts = [subset_font(f"{folder}/{file}", characters) for file, characters in FONTS]
    heights = {(font["hhea"].ascent, font["hhea"].descent) for font in fonts}
    assert len(heights) == 1
    (ascent, descent), = heights
    faces = []
    for font in fonts:
        faces.append(glyphs_of(font, faces[0] if faces else {}))
    data = stored(faces)
    lines = ["// Made by web/ui/fonts/inter.py.", '#include "web/ui/fonts/fonts.hpp"', "", "namespace dealwright::web::ui {", "",
             f"static constexpr unsigned char bytes[{len(data)}] = {{"]
    lines += [",".join(map(str, data[at:at + 32])) + "," for at in range(0, len(data), 32)]
    lines += ["};", "const std::span<const unsigned char> stored_outlines = bytes;",
              f"const int font_ascent = {ascent};", f"const int font_descent = {descent};",
              "", "}  // namespace dealwright::web::ui", ""]
    with open(output, "w", encoding="ascii") as file:
        file.write("\n".join(lines))


if __name__ == "__main__":
    main()
