// The service worker: offline after the first visit, and a newer release when it is asked for.

import assert from 'node:assert/strict';
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';

import {Bench, benchSite, button, ready, serve, waitForNote, waitForValue} from './browser.mjs';

const bench = new Bench();
before(() => bench.start());
after(() => bench.stop());

const kept = (page) => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.ready;
  return registration.active.state;
});
const kepts = (page) => page.evaluate(() => caches.keys());

test('works without the network after the first visit', async () => {
  await bench.open('platform', async (page, context) => {
    await kept(page);
    await context.setOffline(true);
    await page.reload();
    await ready(page);
    await button(page, 'Count').click();
    await waitForValue(page, 'Presses', '1 and 0');
    await page.goto(bench.server.address + '?from=home#platform');
    await ready(page);
  });
});

test('a newer release waits until it is taken, and replaces the old one whole', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dealwright-site-'));
  cpSync(benchSite, folder, {recursive: true});
  const own = bench.server;
  bench.server = await serve(folder);
  try {
    await bench.open('platform', async (page) => {
      await kept(page);
      const before = await kepts(page);
      assert.equal(before.length, 1);
      // The next release: another version everywhere, and a word to know it by.
      const version = /const version ?= ?['"](\w+)['"]/.exec(readFileSync(path.join(folder, 'sw.js'), 'utf8'))[1];
      for (const name of ['index.html', 'start.js', 'sw.js']) {
        const text = readFileSync(path.join(folder, name), 'utf8').replaceAll(version, 'nextnextnextnext');
        writeFileSync(path.join(folder, name), text.replace('<html lang="en">', '<html lang="en" class="next">'));
        rmSync(path.join(folder, name + '.br'));
      }
      await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
      await waitForNote(page, 'update ready');
      // Not yet: a reload still gives the release in use, as a whole.
      await page.reload();
      await ready(page);
      assert.equal(await page.locator('html.next').count(), 0);
      await waitForNote(page, 'update ready');
      await button(page, 'Update').click();
      await page.locator('html.next').waitFor({state: 'attached'});
      await ready(page);
      await page.waitForFunction(async () => (await caches.keys()).join() === 'dealwright-nextnextnextnext');
    });
  } finally {
    await bench.server.stop();
    bench.server = own;
    rmSync(folder, {recursive: true});
  }
});
