// Letters drawn with the system's fonts, for scripts that the app's own fonts do not have.

mergeInto(LibraryManager.library, {
  $Glyph: {
    context: null,
    width: 0,
    height: 0,
  },

  page_draw_glyph__deps: ['$Glyph'],
  page_draw_glyph: function (letter, size, bold, out) {
    if (!Glyph.context) {
      Glyph.context = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
    }
    const context = Glyph.context;
    const text = String.fromCodePoint(letter);
    const font = (bold ? '600 ' : '') + size + 'px system-ui, sans-serif';
    context.font = font;
    const box = context.measureText(text);
    const left = Math.floor(-box.actualBoundingBoxLeft);
    const top = Math.floor(-box.actualBoundingBoxAscent);
    Glyph.width = Math.max(0, Math.min(1024, Math.ceil(box.actualBoundingBoxRight) - left));
    Glyph.height = Math.max(0, Math.min(1024, Math.ceil(box.actualBoundingBoxDescent) - top));
    if (Glyph.width && Glyph.height) {
      context.canvas.width = Glyph.width; // clears it, and forgets the font
      context.canvas.height = Glyph.height;
      context.font = font;
      context.fillText(text, -left, -top);
    }
    HEAPF32.set([Glyph.width, Glyph.height, left, top, box.width], out >> 2);
  },

  page_glyph_coverage__deps: ['$Glyph'],
  page_glyph_coverage: function (out) {
    const pixels = Glyph.context.getImageData(0, 0, Glyph.width, Glyph.height).data;
    for (let at = 3; at < pixels.length; at += 4) HEAPU8[out++] = pixels[at];
  },
});
