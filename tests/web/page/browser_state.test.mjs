// Storage, address, graphics device, pixel ratio, visibility and preferences.

import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';

import {Bench, button, enter, frames, ready, rest, value, waitForNote, waitForValue} from './browser.mjs';

const bench = new Bench();
before(() => bench.start());
after(() => bench.stop());

test('what is stored is there after a reload, and gone when it is erased', async () => {
  await bench.open('platform', async (page) => {
    await enter(page, 'Line');
    await page.keyboard.type(' Ω');
    await button(page, 'Store').click();
    await waitForNote(page, 'stored self-test: done');
    await page.reload();
    await ready(page);
    await button(page, 'Load').click();
    await waitForNote(page, 'loaded 1 records: done');
    await waitForNote(page, 'record self-test=typed here Ω');
    await button(page, 'Erase').click();
    await waitForNote(page, 'stored self-test: done');
    await page.reload();
    await ready(page);
    await button(page, 'Load').click();
    await waitForNote(page, 'loaded 0 records: done');
  });
});

test('says so where storage is denied, and goes on', async () => {
  await bench.open('platform', async (page) => {
    await button(page, 'Store').click();
    await waitForNote(page, /^stored self-test: The browser does not let this page keep anything.*Export/);
    await button(page, 'Load').click();
    await waitForNote(page, /^loaded 0 records: The browser does not let this page keep anything/);
    await button(page, 'Count').click();
    await waitForValue(page, 'Presses', '1 and 0');
  }, {
    before: (page) => page.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }),
  });
});

test('says so where storage is full', async () => {
  await bench.open('platform', async (page) => {
    await button(page, 'Store').click();
    await waitForNote(page, 'stored self-test: The browser has no more room for this page. Export what you need to keep.');
  }, {
    before: (page) => page.addInitScript(() => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (...given) {
        const request = put.apply(this, given);
        this.transaction.abort();
        Object.defineProperty(this.transaction, 'error', {value: new DOMException('full', 'QuotaExceededError')});
        return request;
      };
    }),
  });
});

test('the address follows the app, and back and forward reach it', async () => {
  await bench.open('platform', async (page) => {
    await button(page, 'Address').click();
    await waitForValue(page, 'Address', 'platform/deeper');
    assert.match(page.url(), /#platform\/deeper$/);
    await page.goBack();
    await waitForNote(page, 'address platform');
    await page.goForward();
    await waitForNote(page, 'address platform/deeper');
    assert.equal(await page.title(), 'Platform - Dealwright');
  });
});

test('the graphics device is lost and comes back, and nothing else is lost', async () => {
  await bench.open('platform', async (page) => {
    await button(page, 'Count').click();
    await waitForValue(page, 'Presses', '1 and 0');
    await rest(page);
    const picture = () => page.screenshot({clip: {x: 0, y: 0, width: 600, height: 190}});
    await page.mouse.move(1000, 700);
    await rest(page);
    const before = await picture();
    await page.evaluate(() => {
      window.device = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
      window.device.loseContext();
    });
    await page.waitForTimeout(300);
    const frozen = await frames(page);
    await page.mouse.move(900, 700);
    await page.waitForTimeout(500);
    assert.equal(await frames(page), frozen); // nothing is drawn into the void
    await page.evaluate(() => window.device.restoreContext());
    await waitForNote(page, 'drawing restored');
    await rest(page);
    assert.ok(before.equals(await picture()), 'the picture is as it was');
    await button(page, 'Count').click();
    await waitForValue(page, 'Presses', '2 and 0');
    page.complaints = page.complaints.filter((line) => !line.includes('CONTEXT_LOST_WEBGL')); // the browser's note of it
  });
});

test('a device that stays away is told', async () => {
  await bench.open('platform', async (page) => {
    await page.evaluate(() => document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext());
    await page.getByRole('alert').filter({hasText: 'graphics device is gone'}).waitFor();
    page.complaints = page.complaints.filter((line) => !line.includes('CONTEXT_LOST_WEBGL'));
  });
});

test('draws in the pixels of the screen, also when they change', async () => {
  await bench.open('platform', async (page, context) => {
    const size = () => page.evaluate(() => [document.getElementById('canvas').width, document.getElementById('canvas').height]);
    assert.deepEqual(await size(), [1280, 800]);
    await waitForValue(page, 'Size', '1280 x 800 at 100 %');
    const session = await context.newCDPSession(page);
    const set = (width, height, deviceScaleFactor) => session.send(
        'Emulation.setDeviceMetricsOverride', {width, height, deviceScaleFactor, mobile: false});
    await set(1280, 800, 2);
    await page.mouse.move(400, 400); // the browser tells of this change by no event
    await waitForValue(page, 'Size', '1280 x 800 at 200 %');
    await rest(page);
    assert.deepEqual(await size(), [2560, 1600]);
    await set(1000, 600, 1.5);
    await waitForValue(page, 'Size', '1000 x 600 at 150 %');
    await rest(page);
    assert.deepEqual(await size(), [1500, 900]);
  });
});

test('a page that is hidden is told before it can be taken away', async () => {
  await bench.open('platform', async (page) => {
    const count = await rest(page);
    const drawn = await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', {get: () => true, configurable: true});
      document.dispatchEvent(new Event('visibilitychange'));
      return window.dealwright.frames;
    });
    assert.ok(drawn > count, 'a frame within the event');
    await waitForNote(page, 'page hidden');
  });
});

test('what the person asked of the system is known, and followed', async () => {
  await bench.open('platform', async (page) => {
    await waitForValue(page, 'Preferences', 'de-DE dark reduced-motion');
    await page.emulateMedia({colorScheme: 'light', reducedMotion: 'no-preference'});
    await waitForValue(page, 'Preferences', 'de-DE light');
    await waitForNote(page, 'preferences changed');
  }, {context: {colorScheme: 'dark', reducedMotion: 'reduce', locale: 'de-DE'}});
});

test('the day is the day where the person is', async () => {
  await bench.open('platform', async (page) => {
    const day = await page.evaluate(() => {
      const today = new Date();
      return [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
    });
    await waitForValue(page, 'Today', day);
  }, {context: {timezoneId: 'Pacific/Kiritimati'}});
});

test('a mistake of the app itself is told, and the page loads again; another script\'s does not stop it', async () => {
  await bench.open('platform', async (page) => {
    await page.evaluate(() => setTimeout(() => {
      throw new Error('made by an extension');
    }));
    await page.waitForTimeout(300);
    assert.equal(await page.getByRole('alert').filter({hasText: 'extension'}).count(), 0);
    await page.evaluate(() => setTimeout(() => {
      throw new WebAssembly.RuntimeError('made by a test');
    }));
    await page.getByRole('alert').filter({hasText: 'made by a test'}).waitFor();
    page.complaints.length = 0;
    await page.getByRole('button', {name: 'Load again'}).click();
    await ready(page);
    assert.equal(await value(page, 'Presses'), '0 and 0');
  });
});
