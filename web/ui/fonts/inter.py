#!/usr/bin/env python3
"""Makes the app's two fonts from Debian's Inter and writes them as C++.

Usage: inter.py FOLDER OUTPUT.cpp, where FOLDER holds Inter-Regular.otf and Inter-SemiBold.otf.

ImGui applies no OpenType features, so the digits are exchanged for the tabular ones here: figures of a column stand
below each other. Other scripts are taken from the system (system_font.hpp). Coordinates are scaled down to what a screen
can show, which halves the weight.
"""

import io
import sys

from fontTools import subset
from fontTools.cffLib import cffStandardStrings
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

UNITS_PER_EM = 500


def span(first, last):
    return range(first, last + 1)


LATIN = [*span(0x20, 0x7E), *span(0xA0, 0x17F), 0x192, *span(0x218, 0x21B), 0x1E9E]
# Spaces, dashes, quotes, ellipsis, per mille, guillemets, trade mark, numero.
PUNCTUATION = [0x2009, 0x2011, 0x2013, 0x2014, *span(0x2018, 0x201A), *span(0x201C, 0x201E), 0x2020, 0x2022, 0x2026, 0x202F,
               0x2030, 0x2039, 0x203A, 0x2116, 0x2122]
CURRENCY = [0x20A6, 0x20A9, 0x20AA, 0x20AB, 0x20AC, 0x20B1, 0x20B4, 0x20B8, 0x20B9, 0x20BA, 0x20BD]
ARROWS_AND_SIGNS = [*span(0x2190, 0x2193), 0x2206, 0x2211, 0x2212, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265]

FONTS = {
    "regular": ("Inter-Regular.otf", LATIN + PUNCTUATION + CURRENCY + ARROWS_AND_SIGNS),
    # What it lacks, the app takes from the regular one.
    "semibold": ("Inter-SemiBold.otf", LATIN + PUNCTUATION + [0x20AC, 0x2212]),
}


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


def take_short_names(font):
    """Glyphs are found by number, but each must have a name: those that every reader of the format knows cost nothing."""
    order = font.getGlyphOrder()
    assert len(order) <= len(cffStandardStrings)
    names = dict(zip(order, cffStandardStrings))
    for charmap in font["cmap"].tables:
        charmap.cmap = {character: names[glyph] for character, glyph in charmap.cmap.items()}
    font["hmtx"].metrics = {names[glyph]: value for glyph, value in font["hmtx"].metrics.items()}
    face = font["CFF "].cff[0]
    face.CharStrings.charStrings = {names[glyph]: value for glyph, value in face.CharStrings.charStrings.items()}
    face.charset = [names[glyph] for glyph in order]
    font.setGlyphOrder(face.charset)


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
    take_short_names(font)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def main():
    folder, output = sys.argv[1:]
    lines = ["// Made by web/ui/fonts/inter.py.", '#include "web/ui/fonts/fonts.hpp"', "", "namespace dealwright::web::ui {", ""]
    for name, (file, characters) in FONTS.items():
        data = subset_font(f"{folder}/{file}", characters)
        lines += [f"static constexpr unsigned char {name}[{len(data)}] = {{"]
        lines += [",".join(map(str, data[at:at + 32])) + "," for at in range(0, len(data), 32)]
        lines += ["};", f"const std::span<const unsigned char> {name}_font = {name};", ""]
    lines += ["}  // namespace dealwright::web::ui", ""]
    with open(output, "w", encoding="ascii") as file:
        file.write("\n".join(lines))


if __name__ == "__main__":
    main()
