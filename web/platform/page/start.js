// The page's side of the platform: size, frames, address, preferences. Linked into the program as a library of the
// functions that calls.hpp declares; $Page is what its files share.

mergeInto(LibraryManager.library, {
  $Page: {
    root: null, // the element that has the keyboard; holds the canvas and its mirror
    canvas: null,
    mac: false,
    frames: 0,
    requested: 0,
    alarm: 0,
    density: 1,
    width: 0, // of the canvas, in pixels of the screen
    height: 0,
    encoder: null,
    decoder: null,

    // The text at an address of the program.
    read: function (at, length) {
      return Page.decoder.decode(HEAPU8.subarray(at, at + length));
    },

    // Calls `use(address, length)` with bytes, or a text's, in the program's memory.
    lend: function (what, use) {
      const bytes = typeof what === 'string' ? Page.encoder.encode(what) : what;
      const at = _malloc(bytes.length + 1);
      if (!at) throw new RangeError('no memory for ' + bytes.length + ' bytes');
      HEAPU8.set(bytes, at);
      try {
        return use(at, bytes.length);
      } finally {
        _free(at);
      }
    },

    // Writes a text to an address of the program that has room for it.
    write: function (text, at) {
      HEAPU8.set(Page.encoder.encode(text), at);
    },

    byteLength: function (text) {
      return Page.encoder.encode(text).length;
    },

    // A hidden page is given no frames by the browser; it may still have work to finish.
    request: function () {
      if (Page.requested) return;
      Page.requested = 1;
      const frame = function () {
        Page.requested = 0;
        _app_frame();
      };
      if (document.hidden) setTimeout(frame, 100);
      else requestAnimationFrame(frame);
    },

    fragment: function () {
      const text = location.hash.slice(1);
      try {
        return decodeURIComponent(text);
      } catch (error) {
        return text;
      }
    },

    measure: function (entry) {
      const box = Page.root.getBoundingClientRect();
      const density = window.devicePixelRatio || 1;
      // The browser knows the whole pixels that its own rounding came to; a ratio that is only emulated it does not count.
      const exact = entry && entry.devicePixelContentBoxSize && entry.devicePixelContentBoxSize[0];
      const pixels = function (size, told) {
        return Math.max(1, told && Math.abs(told - size * density) < 2 ? told : Math.round(size * density));
      };
      Page.density = density;
      Page.width = pixels(box.width, exact && exact.inlineSize);
      Page.height = pixels(box.height, exact && exact.blockSize);
      _app_resized(Page.width / density, Page.height / density, density);
    },

    watchSize: function () {
      if (typeof ResizeObserver === 'function') {
        const observer = new ResizeObserver(function (entries) {
          Page.measure(entries[0]);
        });
        try {
          observer.observe(Page.canvas, {box: 'device-pixel-content-box'});
        } catch (error) {
          observer.observe(Page.canvas); // Safari has no such box
        }
      }
      window.addEventListener('resize', function () {
        Page.measure(null);
      });
      const watchDensity = function () {
        const query = matchMedia('(resolution: ' + (window.devicePixelRatio || 1) + 'dppx)');
        query.addEventListener(
            'change',
            function () {
              Page.measure(null);
              watchDensity();
            },
            {once: true});
      };
      watchDensity();
      Page.measure(null);
    },

    watchPreferences: function () {
      const wishes = [
        '(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)', '(prefers-contrast: more)', '(pointer: coarse)'
      ];
      const queries = wishes.map(function (wish) {
        return matchMedia(wish);
      });
      Page.mac = /^(Mac|iPhone|iPad)/.test(navigator.platform);
      const tell = function () {
        let bits = Page.mac ? 16 : 0;
        queries.forEach(function (query, index) {
          if (query.matches) bits |= 1 << index;
        });
        Page.lend(navigator.language || 'en', function (at, length) {
          _app_preferences(bits, at, length);
        });
      };
      queries.forEach(function (query) {
        query.addEventListener('change', tell);
      });
      window.addEventListener('languagechange', tell);
      tell();
    },

    watchPage: function () {
      document.addEventListener('visibilitychange', function () {
        _app_visible(!document.hidden);
      });
      // A phone takes a page away without ever hiding it first.
      window.addEventListener('pagehide', function () {
        _app_visible(false);
      });
      window.addEventListener('popstate', function () {
        Page.lend(Page.fragment(), _app_address);
      });
      Page.canvas.addEventListener('webglcontextlost', function (event) {
        event.preventDefault(); // else it never comes back
        _app_device(false);
      });
      Page.canvas.addEventListener('webglcontextrestored', function () {
        _app_device(true);
      });
      // start.js of the shell speaks with the service worker.
      Module.updateReady = function () {
        _app_update_ready();
      };
      if (Module.isUpdateReady && Module.isUpdateReady()) _app_update_ready();
    },
  },

  page_start__deps: ['$Page', '$Input', '$Text', '$Files', '$Mirror', '$Storage'],
  page_start: function () {
    Page.encoder = new TextEncoder();
    Page.decoder = new TextDecoder();
    Page.canvas = Module.canvas;
    Page.root = Page.canvas.parentElement;
    window.dealwright = Object.freeze({
      // Frames drawn since the start.
      get frames() {
        return Page.frames;
      },
    });
    Page.watchPreferences();
    Page.watchSize();
    Page.watchPage();
    Mirror.start();
    Text.start();
    Input.start();
    Files.start();
  },

  page_request_frame__deps: ['$Page'],
  page_request_frame: function () {
    clearTimeout(Page.alarm);
    Page.request();
  },

  page_request_frame_at__deps: ['$Page'],
  page_request_frame_at: function (delay) {
    clearTimeout(Page.alarm);
    // A timer takes no more than 31 bits.
    if (delay >= 0) Page.alarm = setTimeout(Page.request, Math.min(delay, 0x7fffffff));
  },

  page_fit__deps: ['$Page'],
  page_fit: function () {
    // Not every change of it is told by an event.
    if ((window.devicePixelRatio || 1) !== Page.density) Page.measure(null);
    // Setting a size clears the canvas, so it is set right before something is drawn.
    if (Page.canvas.width !== Page.width) Page.canvas.width = Page.width;
    if (Page.canvas.height !== Page.height) Page.canvas.height = Page.height;
  },

  page_cursor__deps: ['$Page'],
  page_cursor: function (cursor) {
    const names = [
      'default', 'text', 'move', 'ns-resize', 'ew-resize', 'nesw-resize', 'nwse-resize', 'pointer', 'wait', 'progress',
      'not-allowed'
    ];
    Page.root.style.cursor = names[cursor] || 'none';
  },

  page_today: function () {
    const day = new Date();
    return day.getFullYear() * 10000 + (day.getMonth() + 1) * 100 + day.getDate();
  },

  page_count_frame__deps: ['$Page', '$Text', '$Mirror'],
  page_count_frame: function (drawn) {
    Page.frames = drawn;
    Text.settle();
    if (drawn === 1 && Module.onFirstFrame) Module.onFirstFrame();
  },

  page_resource_size__deps: ['$Page'],
  page_resource_size: function (name, length) {
    const bytes = Module.resources[Page.read(name, length)];
    return bytes ? bytes.length : 0;
  },

  page_resource_bytes__deps: ['$Page'],
  page_resource_bytes: function (name, length, out) {
    const key = Page.read(name, length);
    if (!Module.resources[key]) return;
    HEAPU8.set(Module.resources[key], out);
    delete Module.resources[key]; // the program keeps its own copy
  },

  page_address_size__deps: ['$Page'],
  page_address_size: function () {
    return Page.byteLength(Page.fragment());
  },

  page_address_bytes__deps: ['$Page'],
  page_address_bytes: function (out) {
    Page.write(Page.fragment(), out);
  },

  page_set_address__deps: ['$Page'],
  page_set_address: function (at, length, replace) {
    const text = Page.read(at, length);
    if (text === Page.fragment()) return;
    // A slash may stand in a fragment as it is.
    const url = text ? '#' + encodeURIComponent(text).replace(/%2F/g, '/') : location.pathname + location.search;
    if (replace) history.replaceState(null, '', url);
    else history.pushState(null, '', url);
  },

  page_set_title__deps: ['$Page'],
  page_set_title: function (at, length) {
    document.title = Page.read(at, length);
  },

  page_take_update: function () {
    if (Module.takeUpdate) Module.takeUpdate();
  },
});
