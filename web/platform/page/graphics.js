// What ImGui's renderer asks of the graphics device in every frame, to leave it as it found it. Nobody else draws on it, so
// the answer is how a device is at first: asking the device itself waits until it has drawn all it was told before.

mergeInto(LibraryManager.library, {
  glGetIntegerv__deps: [],
  glGetIntegerv: function (name, out) {
    const at = out >> 2;
    switch (name) {
      case 0x0D33: // MAX_TEXTURE_SIZE
        HEAP32[at] = GLctx.getParameter(name);
        return;
      case 0x0BA2: // VIEWPORT
      case 0x0C10: // SCISSOR_BOX
        HEAP32.fill(0, at, at + 4);
        return;
      case 0x821B: // MAJOR_VERSION
        HEAP32[at] = 3;
        return;
      case 0x84E0: // ACTIVE_TEXTURE
        HEAP32[at] = 0x84C0; // TEXTURE0
        return;
      case 0x80C9: // BLEND_SRC_RGB
      case 0x80CB: // BLEND_SRC_ALPHA
        HEAP32[at] = 1; // ONE
        return;
      case 0x8009: // BLEND_EQUATION_RGB
      case 0x883D: // BLEND_EQUATION_ALPHA
        HEAP32[at] = 0x8006; // FUNC_ADD
        return;
      default:
        HEAP32[at] = 0; // nothing bound, ZERO
    }
  },
});
