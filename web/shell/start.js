// Loads the app: says what is missing where the browser cannot run it, shows how much has come, keeps the page for
// offline use, and says so when something fails.
'use strict';

(function () {
  // Files of this release and their sizes in bytes, not compressed; written in by the build.
  const sizes = @SIZES@;
  const version = '@VERSION@';
  const program = 'dealwright.pack';
  const resources = Object.keys(sizes).filter((name) => name !== program);

  const cover = document.getElementById('cover');
  const message = document.getElementById('message');
  const progress = document.getElementById('progress');
  const notice = document.getElementById('notice');
  const app = document.getElementById('app');
  let stopped = false;

  // Nothing more can be done on this page; `why` is one or more sentences.
  function stop(why) {
    if (stopped) return;
    stopped = true;
    app.hidden = true;
    cover.hidden = false;
    progress.hidden = true;
    notice.hidden = true;
    message.setAttribute('role', 'alert');
    message.textContent = why;
    document.getElementById('actions').hidden = false;
    document.getElementById('again').addEventListener('click', () => location.reload());
  }

  const noWebAssembly = 'This browser runs no WebAssembly, which Dealwright is made of. A browser of the last five years ' +
      'does; where WebAssembly was switched off, it must be on for this page.';
  const noGraphics = 'This browser draws no WebGL 2, which Dealwright shows itself with. Often that is hardware ' +
      'acceleration switched off in the settings of the browser. The command "dealwright" prices the same documents without it.';

  // Progress in bytes, not compressed, over all files; told from load() on.
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  let loaded = 0;
  // Not toLocaleString: what a browser loads for it costs a slow machine a tenth of a second.
  const kilobytes = (value) => String(Math.round(value / 1024)).replace(/\B(?=(\d{3})+$)/g, ',') + ' KB';
  function tell() {
    if (stopped || progress.hidden) return;  // the reason stays, though other files still arrive
    progress.value = total ? Math.min(1, loaded / total) : 0;
    message.textContent = 'Loading ' + kilobytes(Math.min(loaded, total)) + ' of ' + kilobytes(total);
  }
  function count(bytes) {
    loaded += bytes;
    tell();
  }

  // The file's bytes, counted as they come.
  async function fetchBytes(name) {
    const response = await fetch(name + '?v=' + version, {credentials: 'same-origin'});
    if (!response.ok) throw new Error(name + ': ' + response.status);
    // What the service worker keeps is there at once.
    const kept = navigator.serviceWorker && navigator.serviceWorker.controller;
    if (kept || !response.body || typeof TransformStream !== 'function') {
      count(sizes[name]);
      return new Uint8Array(await response.arrayBuffer());
    }
    const counted = response.body.pipeThrough(new TransformStream({
      transform(chunk, controller) {
        count(chunk.byteLength);
        controller.enqueue(chunk);
      },
    }));
    return new Uint8Array(await new Response(counted).arrayBuffer());
  }

  const compile = async () => WebAssembly.compile(unpackProgram(await fetchBytes(program)));

  // The service worker keeps the files; a newer release waits until the app takes it.
  let waiting = null;
  let taking = false;
  const module = {
    canvas: document.getElementById('canvas'),
    resources: {},
    isUpdateReady: () => waiting !== null,
    updateReady: null,
    takeUpdate() {
      if (!waiting) return;
      taking = true;
      waiting.postMessage('take');
    },
    onFirstFrame() {
      performance.mark('first-frame');
      cover.hidden = true;
      app.removeAttribute('aria-busy');
      if (document.activeElement === document.body) app.focus({preventScroll: true});
    },
    onAbort: (reason) => fail(reason),
    printErr: (text) => console.warn(text),
  };

  // Begun before the page is asked anything: it takes them while the browser starts its graphics.
  const compiled = compile();
  const fetched = Promise.all(resources.map(async (name) => {
    module.resources[name] = await fetchBytes(name);
  }));
  for (const begun of [compiled, fetched]) begun.catch(() => {});  // load() says what became of them

  function fail(error) {
    console.error(error);
    stop('Dealwright met a mistake of its own and has stopped. What was saved in this browser is there again when the page ' +
        'is loaded. (' + (error && error.message || error) + ')');
  }

  // Extensions run their scripts in the page too; their mistakes are not the app's end.
  const isOurs = (error, file) => error instanceof WebAssembly.RuntimeError ||
      [file, error && error.stack].some((text) => text && text.includes(location.origin));

  function found(worker) {
    waiting = worker;
    if (module.updateReady) module.updateReady();
  }

  async function keepForOffline() {
    if (!('serviceWorker' in navigator)) return;
    try {
      const registration = await navigator.serviceWorker.register('sw.js', {updateViaCache: 'none'});
      const watch = (worker) => {
        if (!worker) return;
        worker.addEventListener('statechange', () => {
          // The first release has nobody to wait for.
          if (worker.state === 'installed' && navigator.serviceWorker.controller) found(worker);
        });
      };
      if (registration.waiting && navigator.serviceWorker.controller) found(registration.waiting);
      watch(registration.installing);
      registration.addEventListener('updatefound', () => watch(registration.installing));
      navigator.serviceWorker.addEventListener('controllerchange', () => {
        if (taking) location.reload();
      });
    } catch (error) {
      // Without one the app works, only not offline; a private window may refuse it.
      console.info('No offline use: ' + error.message);
    }
  }

  // A device that was lost comes back within a moment, or not at all.
  let lost = 0;
  module.canvas.addEventListener('webglcontextlost', () => {
    lost = setTimeout(() => {
      notice.textContent = 'The graphics device is gone and has not come back. Your work is kept; load the page again.';
      notice.hidden = false;
    }, 3000);
  });
  module.canvas.addEventListener('webglcontextrestored', () => {
    clearTimeout(lost);
    notice.hidden = true;
  });

  async function load() {
    message.hidden = false;
    progress.hidden = false;
    tell();
    if (typeof WebAssembly !== 'object') {
      stop(noWebAssembly);
      return;
    }
    module.instantiateWasm = (imports, ready) => {
      Promise.all([compiled, fetched])
          .then(async ([code]) => {
            if (!stopped) ready(await WebAssembly.instantiate(code, imports), code);
          })
          .catch((error) => {
            console.warn(error);
            stop('Dealwright could not be loaded: ' + error.message + '. Is the network there?');
          });
      return {};
    };
    const started = createDealwright(module);
    // Starting the graphics takes the page a while, in which what the program has asked for is on its way. The program takes
    // this same device: a canvas gives one, as it was first asked for.
    if (!module.canvas.getContext('webgl2', {alpha: false, depth: false, stencil: false, antialias: false})) {
      stop(noGraphics);
      return;
    }
    await started;
    if (!stopped) keepForOffline();
  }

  window.addEventListener('error', (event) => {
    if (isOurs(event.error, event.filename)) fail(event.error || event.message);
  });
  window.addEventListener('unhandledrejection', (event) => {
    if (isOurs(event.reason)) fail(event.reason);
  });
  window.addEventListener('DOMContentLoaded', () => load().catch(fail));
})();
