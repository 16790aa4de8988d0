// Every widget in every state looks as it did when somebody last looked: pictures of the gallery against the ones that are
// kept beside this file. `make pictures` writes them anew; look at each before it is committed.

import assert from 'node:assert/strict';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {after, before, test} from 'node:test';

import {Bench, rest} from './browser.mjs';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'gallery');
const seen = process.env.DEALWRIGHT_SEEN; // where pictures that differ are put
// A hundredth of a colour is rounding; letters that moved by a pixel are not.
const mostShade = 12;
const mostPixels = 20;

const bench = new Bench();
let comparing;
before(async () => {
  await bench.start();
  comparing = await bench.browser.newPage(); // without the app's policy
});
after(() => bench.stop());

// How many pixels differ; -1 where the sizes do.
const difference = (one, other) => comparing.evaluate(async ([a, b, shade]) => {
  const pixels = async (base64) => {
    const picture = await createImageBitmap(await (await fetch('data:image/png;base64,' + base64)).blob());
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d');
    context.drawImage(picture, 0, 0);
    return context.getImageData(0, 0, picture.width, picture.height);
  };
  const [left, right] = [await pixels(a), await pixels(b)];
  if (left.width !== right.width || left.height !== right.height) return -1;
  let count = 0;
  for (let at = 0; at < left.data.length; at += 4) {
    const far = [0, 1, 2].some((channel) => Math.abs(left.data[at + channel] - right.data[at + channel]) > shade);
    if (far) ++count;
  }
  return count;
}, [one.toString('base64'), other.toString('base64'), mostShade]);

for (const page of ['fields', 'actions', 'data', 'charts', 'icons']) {
  for (const look of ['light', 'dark/compact']) {
    const name = `${page}-${look.replace('/', '-')}.png`;
    test(`the gallery's page "${page}" looks as it did, ${look}`, {timeout: 120000}, async () => {
      await bench.open(look === 'light' ? `gallery/${page}` : `gallery/${page}/${look}`, async (screen) => {
        await screen.mouse.move(2, 2);
        await rest(screen, 700);
        const picture = await screen.screenshot();
        const kept = path.join(folder, name);
        if (process.env.DEALWRIGHT_BLESS) {
          mkdirSync(folder, {recursive: true});
          writeFileSync(kept, picture);
          return;
        }
        assert.ok(existsSync(kept), `${name} is not kept yet: make pictures`);
        const pixels = await difference(readFileSync(kept), picture);
        if (seen && pixels !== 0) writeFileSync(path.join(seen, name), picture);
        assert.ok(pixels >= 0 && pixels <= mostPixels, `${name}: ${pixels} pixels differ`);
      }, {context: {viewport: {width: 1100, height: 1500}}});
    });
  }
}
