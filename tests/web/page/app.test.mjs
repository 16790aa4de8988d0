// The browser app over the shipped programme: the runner's figures are on screen, edits move them and are safe, and it
// stands still when nothing happens.

import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {after, before, test} from 'node:test';

import {Bench, frames, ready, repository, rest, site} from './browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const program = process.env.DEALWRIGHT_BINARY || path.join(repository, 'build/native/dealwright');
// The runner's results for the day that the page takes for today.
const day = '2026-11-20';
const runner = JSON.parse(execFileSync(
    program, ['run', path.join(repository, 'scenarios'), '--today', day, '--format', 'json'], {maxBuffer: 1 << 28}));
const deal = 'case-1-fjordline-dedicated';

const bench = new Bench(site);
before(() => bench.start());
after(() => bench.stop());

const thatDay = {
  before: (page) => page.clock.setSystemTime(new Date(day + 'T12:00:00Z')),
  context: {timezoneId: 'UTC'},
};
const words = (page) => page.locator('.mirror').evaluate((mirror) => mirror.textContent);
const goTo = (page, address) => page.evaluate((fragment) => {
  location.hash = fragment;
}, address);

test('every deal is priced at home, and its fingerprint is the one that the runner prints', {timeout: 600000}, async () => {
  await bench.open('', async (page) => {
    await page.waitForFunction(() => /every guardrail holds/.test(document.querySelector('.mirror').textContent));
    await page.waitForFunction(() => !/not priced/.test(document.querySelector('.mirror').textContent));
    for (const expected of runner.deals) {
      await goTo(page, 'deal/' + expected.deal);
      const shown = `Fingerprint ${expected.inputs.slice(0, 12)} > ${expected.outputs.slice(0, 12)}`;
      await page.waitForFunction((line) => document.querySelector('.mirror').textContent.includes(line), shown);
    }
  }, thatDay);
});

test('an edit by keyboard moves the figures, undo takes it back, and it is there after a reload', {timeout: 300000}, async () => {
  await bench.open('deal/' + deal, async (page) => {
    const print = async () => /Fingerprint [0-9a-f]{12} > [0-9a-f]{12}/.exec(await words(page))?.[0];
    const untilPrint = (wanted, same) => page.waitForFunction(([line, equal]) => {
      const found = /Fingerprint [0-9a-f]{12} > [0-9a-f]{12}/.exec(document.querySelector('.mirror').textContent);
      return found && (found[0] === line) === equal;
    }, [wanted, same]);
    const first = await print();
    const discount = page.locator('.mirror [aria-label="Deal discount"]');
    await discount.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await untilPrint(first, false);
    // The first digit alone is a discount too, with a fingerprint of its own.
    await rest(page, 1000);
    const second = await print();
    await page.getByRole('button', {name: 'Undo', exact: true}).click();
    await untilPrint(first, true);
    await page.getByRole('button', {name: 'Redo', exact: true}).click();
    await untilPrint(second, true);
    await page.getByText('Saved in this browser').waitFor();
    await page.reload();
    await ready(page);
    await untilPrint(second, true);
  }, thatDay);
});

test('draws nothing for ten seconds when nothing happens', {timeout: 120000}, async () => {
  await bench.open('deal/' + deal, async (page) => {
    const drawn = await rest(page, 2000);
    await page.waitForTimeout(10000);
    assert.equal(await frames(page), drawn);
  });
});

for (const address of ['', 'deal/' + deal, 'price_book/emea-2026']) {
  test(`axe finds no violation at "#${address}"`, {timeout: 300000}, async () => {
    await bench.open(address, async (page) => {
      await page.evaluate(axe);
      const result = await page.evaluate(() => window.axe.run(document));
      assert.deepEqual(result.violations.map((one) => `${one.id}: ${one.nodes.slice(0, 4).map((node) => node.html).join(' ')}`), []);
    });
  });
}
