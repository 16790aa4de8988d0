// The mirror: what the canvas shows stands in the page, in place, and can be focused and used there.

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {after, before, test} from 'node:test';

import {Bench, button, enter, field, rest, value, waitForNote, waitForValue} from './browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const bench = new Bench();
before(() => bench.start());
after(() => bench.stop());

// Evaluated by the debugger, which the page's policy does not bind.
async function violations(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document));
  return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`);
}

for (const fragment of ['', 'platform']) {
  test(`axe finds no violation at "#${fragment}"`, async () => {
    await bench.open(fragment, async (page) => {
      assert.deepEqual(await violations(page), []);
    });
  });
}

test('axe finds no violation in the pages that say what is missing', async () => {
  await bench.open('', async (page) => {
    await page.getByRole('alert').filter({hasText: 'WebAssembly'}).waitFor();
    assert.deepEqual(await violations(page), []);
  }, {
    ready: false,
    before: (page) => page.addInitScript(() => {
      delete window.WebAssembly;
    }),
  });
});

test('items have role, name, value, state and place', async () => {
  await bench.open('platform', async (page) => {
    await page.getByRole('heading', {name: 'What the platform delivers', level: 1}).waitFor();
    assert.equal(await page.getByRole('textbox', {name: 'Line', exact: true}).inputValue(), 'typed here');
    assert.equal(await page.getByRole('spinbutton', {name: 'Whole'}).inputValue(), '0');
    const tick = page.getByRole('checkbox', {name: 'Tick'});
    assert.equal(await tick.getAttribute('aria-checked'), 'false');
    await tick.click();
    await waitForNote(page, 'ticked');
    assert.equal(await tick.getAttribute('aria-checked'), 'true');
    const box = await page.getByRole('textbox', {name: 'Line', exact: true}).boundingBox();
    assert.ok(box.width > 300 && box.height > 10 && box.y > 10 && box.y < 80, JSON.stringify(box));
  });
});

test('elements keep their identity while things change, and follow what scrolls', async () => {
  await bench.open('platform', async (page) => {
    await page.evaluate(() => {
      window.kept = document.querySelector('.mirror [aria-label="Line"]');
    });
    await button(page, 'Count').click();
    const row = page.getByText('Row 9', {exact: true});
    const before = await row.boundingBox();
    await page.mouse.move(before.x + 200, before.y);
    await page.mouse.wheel(0, 60);
    await waitForValue(page, 'Scroll', '60');
    await rest(page);
    const after = await row.boundingBox();
    assert.equal(Math.round(before.y - after.y), 60);
    assert.equal(await page.getByText('Row 0', {exact: true}).count(), 0); // out of sight
    assert.ok(await page.evaluate(() => window.kept.isConnected && window.kept === document.querySelector('.mirror [aria-label="Line"]')));
  });
});

test('an element that is focused in the page is focused in the app', async () => {
  await bench.open('platform', async (page) => {
    await button(page, 'Store').focus();
    await waitForNote(page, 'mirror Store focus');
    await rest(page);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Store');
    await page.keyboard.press('Tab');
    await rest(page);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Erase');
  });
});

test('an element that is activated without a pointer is activated in the app', async () => {
  await bench.open('platform', async (page) => {
    await button(page, 'Count').evaluate((element) => element.click());
    await waitForValue(page, 'Presses', '1 and 0');
  });
});

test('the focus of keys is the focus of the page', async () => {
  await bench.open('platform', async (page) => {
    await enter(page, 'Line');
    assert.equal(await field(page, 'Line').evaluate((element) => element === document.activeElement), true);
    assert.equal(await field(page, 'Line').evaluate((element) => element.selectionStart), 'typed here'.length);
    await page.keyboard.press('Tab');
    await rest(page);
    assert.equal(await field(page, 'Text').evaluate((element) => element === document.activeElement), true);
  });
});

test('keys go on in the window below when a message is dismissed', async () => {
  await bench.open('gallery/actions', async (page) => {
    await button(page, 'New deal').click();
    await button(page, 'Dismiss').click();
    await rest(page);
    await page.keyboard.press('Tab');
    await rest(page);
    assert.equal(await page.evaluate(() => document.activeElement.closest('.mirror') !== null), true);
  });
});

test('announcements are read out once and then taken away', async () => {
  await bench.open('platform', async (page) => {
    await button(page, 'Announce').click();
    const spoken = page.locator('[aria-live=polite]');
    await page.waitForFunction(() => document.querySelector('[aria-live=polite]').textContent === 'announced text');
    await page.waitForFunction(() => document.querySelector('[aria-live=polite]').textContent === '');
    assert.equal(await spoken.count(), 1);
  });
});

test('find-in-page meets what the canvas shows', async () => {
  await bench.open('platform', async (page) => {
    assert.equal(await page.evaluate(() => window.find('Row 7')), true);
    assert.equal(await page.evaluate(() => window.find('Row 299')), false);
    assert.equal(await value(page, 'Presses'), '0 and 0');
  });
});
