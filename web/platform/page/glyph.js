// Letters drawn with the system's fonts, for scripts that the app's own fonts do not have.

mergeInto(LibraryManager.library, {
  $Glyph: {
    context: null,
    known: {}, // by letter and font: ImGui asks how wide a letter is before it asks for the letter
    drawn: null,

    draw: function (text, font) {
      if (!Glyph.context) {
        Glyph.context = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
      }
      const context = Glyph.context;
      context.font = font;
      const box = context.measureText(text);
      const left = Math.floor(-box.actualBoundingBoxLeft);
      const top = Math.floor(-box.actualBoundingBoxAscent);
      const width = Math.max(0, Math.min(1024, Math.ceil(box.actualBoundingBoxRight) - left));
      const height = Math.max(0, Math.min(1024, Math.ceil(box.actualBoundingBoxDescent) - top));
      const coverage = new Uint8Array(width * height);
      if (coverage.length) {
        const canvas = context.canvas;
        if (canvas.width < width || canvas.height < height) {
          canvas.width = Math.max(canvas.width, width); // clears it, and forgets the font
          canvas.height = Math.max(canvas.height, height);
          context.font = font;
        }
        context.clearRect(0, 0, width, height);
        context.fillText(text, -left, -top);
        const pixels = context.getImageData(0, 0, width, height).data;
        for (let at = 0; at < coverage.length; ++at) coverage[at] = pixels[4 * at + 3];
      }
      return {box: [width, height, left, top, box.width], coverage: coverage};
    },
  },

  page_draw_glyph__deps: ['$Glyph'],
  page_draw_glyph: function (letter, size, bold, out) {
    const text = String.fromCodePoint(letter);
    const font = (bold ? '600 ' : '') + size + 'px system-ui, sans-serif';
    const key = text + font;
    Glyph.drawn = Glyph.known[key] = Glyph.known[key] || Glyph.draw(text, font);
    HEAPF32.set(Glyph.drawn.box, out >> 2);
  },

  page_glyph_coverage__deps: ['$Glyph'],
  page_glyph_coverage: function (out) {
    HEAPU8.set(Glyph.drawn.coverage, out);
  },
});
