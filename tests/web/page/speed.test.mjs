// What the page does not do, counted: time would measure the machine.

import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';

import {Bench, frames, rest, site} from './browser.mjs';

const bench = new Bench(site);
before(() => bench.start());
after(() => bench.stop());

test('a start asks for each file once and for one graphics device', async () => {
  const asked = [];
  await bench.open('', async (page) => {
    for (const name of ['dealwright.pack', 'programme.pack', 'dealwright.js']) {
      assert.equal(asked.filter((url) => new URL(url).pathname === '/' + name).length, 1, name);
    }
    assert.equal(await page.evaluate(() => window.devices.size), 1);
  }, {
    before: async (page) => {
      page.on('request', (request) => asked.push(request.url()));
      await page.addInitScript(() => {
        window.devices = new Set();
        const getContext = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
          if (kind === 'webgl2') window.devices.add(this);
          return getContext.call(this, kind, ...rest);
        };
      });
    },
  });
});

test('a frame does not wait for an answer of the graphics device', async () => {
  await bench.open('', async (page) => {
    const first = await frames(page);
    await page.evaluate(() => { window.questions.length = 0; });
    for (const x of [300, 500, 700, 900]) await page.mouse.move(x, 300);
    await rest(page);
    assert.ok(await frames(page) > first);
    assert.deepEqual(await page.evaluate(() => window.questions), []);
  }, {
    before: (page) => page.addInitScript(() => {
      window.questions = [];
      for (const name of ['getParameter', 'getError', 'finish', 'readPixels', 'getProgramParameter']) {
        const real = WebGL2RenderingContext.prototype[name];
        WebGL2RenderingContext.prototype[name] = function (...rest) {
          window.questions.push(name + ' ' + rest[0]);
          return real.apply(this, rest);
        };
      }
    }),
  });
});

test('the mirror looks at what has changed, not at every item', async () => {
  await bench.open('', async (page) => {
    const items = await page.locator('.mirror [data-id]').count();
    await page.evaluate(() => { window.looks = 0; });
    await page.keyboard.press('Tab');
    await rest(page);
    const looks = await page.evaluate(() => window.looks);
    assert.ok(looks > 0 && looks < items, `${looks} looks at ${items} items`);
  }, {
    before: (page) => page.addInitScript(() => {
      window.looks = 0;
      for (const name of ['getAttribute', 'hasAttribute']) {
        const real = Element.prototype[name];
        Element.prototype[name] = function (attribute) {
          ++window.looks;
          return real.call(this, attribute);
        };
      }
    }),
  });
});

test('graphics that take long to start are no other tab: the work is kept', async () => {
  await bench.open('', async (page) => {
    await page.getByText('Saved in this browser').waitFor();
  }, {
    before: (page) => page.addInitScript(() => {
      const getContext = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
        for (const end = performance.now() + 1500; kind === 'webgl2' && performance.now() < end;);
        return getContext.call(this, kind, ...rest);
      };
    }),
  });
});
