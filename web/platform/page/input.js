// Pointer, wheel and keys. Everything is heard on the element around the canvas, so that elements of the mirror, which
// lie over the canvas, pass on what is done to them.

mergeInto(LibraryManager.library, {
  $Input__deps: ['$Page', '$Text'],
  $Input: {
    kinds: {mouse: 0, pen: 1, touch: 2},
    finger: null, // the pointer id of the one finger that counts

    // Whether the app has the keyboard: not while something else on the page has it.
    hasKeyboard: function () {
      const active = document.activeElement;
      return !active || active === document.body || Page.root.contains(active);
    },

    modifiers: function (event) {
      // AltGr writes characters; it is no Ctrl+Alt.
      const graph = event.getModifierState && event.getModifierState('AltGraph');
      return (event.ctrlKey && !graph ? 1 : 0) | (event.shiftKey ? 2 : 0) | (event.altKey && !graph ? 4 : 0) |
          (event.metaKey ? 8 : 0);
    },

    pointer: function (event, phase) {
      const kind = Input.kinds[event.pointerType] || 0;
      if (kind === 2) {
        if (phase === 1 && Input.finger === null) Input.finger = event.pointerId;
        if (event.pointerId !== Input.finger) {
          // A second finger makes it the browser's gesture.
          if (phase === 1) _app_pointer(2, 3, 0, 0, 0, event.timeStamp / 1000);
          return;
        }
        if (phase > 1) Input.finger = null;
      }
      const box = Page.root.getBoundingClientRect();
      _app_pointer(kind, phase, event.clientX - box.left, event.clientY - box.top, phase === 3 ? 0 : event.buttons,
                   event.timeStamp / 1000);
    },

    startPointer: function () {
      const root = Page.root;
      root.addEventListener('pointerdown', function (event) {
        // Back and forward stay the browser's.
        if (event.button > 2) return;
        event.preventDefault();
        if (!Page.root.contains(document.activeElement)) root.focus({preventScroll: true});
        try {
          root.setPointerCapture(event.pointerId);
        } catch (error) {
          // The pointer is gone already.
        }
        Input.pointer(event, 1);
      });
      root.addEventListener('pointermove', function (event) {
        Input.pointer(event, 0);
      });
      root.addEventListener('pointerup', function (event) {
        Input.pointer(event, 2);
      });
      root.addEventListener('pointercancel', function (event) {
        Input.pointer(event, 3);
      });
      root.addEventListener('pointerleave', function (event) {
        if (event.pointerType !== 'touch') _app_pointer_left();
      });
      // The canvas shows its own selection and its own menus.
      ['mousedown', 'contextmenu', 'dragstart', 'selectstart'].forEach(function (name) {
        root.addEventListener(name, function (event) {
          event.preventDefault();
        });
      });
      root.addEventListener(
          'wheel',
          function (event) {
            if (event.ctrlKey) return; // the browser's zoom
            event.preventDefault();
            _app_wheel(event.deltaX, event.deltaY, event.deltaMode, event.shiftKey);
          },
          {passive: false});
    },

    key: function (event, down) {
      return Page.lend(event.key || '', function (key, keyLength) {
        return Page.lend(event.code || '', function (code, codeLength) {
          return _app_key(key, keyLength, code, codeLength, down, Input.modifiers(event));
        });
      });
    },

    // Copy, cut and paste by keyboard come as events of their own, which alone may touch the clipboard.
    isClipboard: function (event) {
      const main = Page.mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
      if (main && !event.altKey && !event.shiftKey && event.key.length === 1 && 'cxv'.includes(event.key.toLowerCase())) {
        return true;
      }
      if (event.key === 'Insert') return event.ctrlKey !== event.shiftKey;
      return event.key === 'Delete' && event.shiftKey && !event.ctrlKey;
    },

    startKeys: function () {
      window.addEventListener('keydown', function (event) {
        if (!Input.hasKeyboard() || event.isComposing || event.keyCode === 229) return;
        if (Input.isClipboard(event)) return;
        const bare = !event.ctrlKey && !event.metaKey && event.key.length === 1;
        // What was done before this character decides where it goes.
        if (bare) _app_frame_at_once();
        if (Input.key(event, true)) event.preventDefault();
      });
      window.addEventListener('keyup', function (event) {
        Input.key(event, false);
      });
      window.addEventListener('blur', function () {
        _app_focused(false);
      });
      window.addEventListener('focus', function () {
        _app_focused(true);
      });
    },

    start: function () {
      Input.startPointer();
      Input.startKeys();
    },
  },
});
