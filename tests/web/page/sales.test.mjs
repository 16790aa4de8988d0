// A salesperson's quarter of an hour: a deal is found, a discount given, a guardrail breaks, the figure is explained, the
// remedy applied, taken back and done again, and the runner finds in the exported document what the screen showed.

import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';

import {Bench, field, repository, rest, site} from './browser.mjs';

const program = process.env.DEALWRIGHT_BINARY || path.join(repository, 'build/native/dealwright');
const day = '2026-11-20';
const deal = 'case-1-fjordline-dedicated';
const file = 'deals/case-1-digital-agency/fjordline-dedicated.json';

const bench = new Bench(site);
let folder;
before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'dealwright-'));
  cpSync(path.join(repository, 'scenarios'), folder, {recursive: true});
  await bench.start();
});
after(async () => {
  await bench.stop();
  rmSync(folder, {recursive: true});
});

const run = (...words) => execFileSync(program, words, {maxBuffer: 1 << 28, encoding: 'utf8'});
// The runner's word on the deal as the folder holds it. It ends with 1 where a guardrail breaks.
function evaluated() {
  try {
    return JSON.parse(run('run', folder, '--today', day, '--format', 'json')).deals.find((one) => one.deal === deal);
  } catch (error) {
    if (error.status !== 1) throw error;
    return JSON.parse(error.stdout).deals.find((one) => one.deal === deal);
  }
}
const printOf = (result) => `Fingerprint ${result.inputs.slice(0, 12)} > ${result.outputs.slice(0, 12)}`;
const percent = (ratio) => `${(Number(ratio) * 100).toFixed(1)} %`;
const amount = (text) => Number(text).toLocaleString('en-US', {minimumFractionDigits: 2, maximumFractionDigits: 2});

test('a salesperson gives a discount, asks why, repairs the deal and hands it over', {timeout: 300000}, async () => {
  await bench.open('', async (page) => {
    const shows = (words) => page.waitForFunction((line) => document.querySelector('.mirror').textContent.includes(line), words);
    const inFile = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
    const asShipped = evaluated();

    // Found by a word of its name, opened by keyboard.
    await field(page, 'Search documents').focus();
    await page.keyboard.type('own deployment with warehouse');
    await rest(page); // the results stand in the place of the list
    await page.getByRole('menuitem', {name: inFile.name}).first().focus();
    await page.keyboard.press('Enter');
    await shows(printOf(asShipped));
    await page.getByRole('button', {name: `Gross margin ${percent(asShipped.pricing.totals.margin)}`}).waitFor();
    await field(page, 'Search documents').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');

    // 30 % off by keyboard: what the runner says of the same document stands on the screen.
    writeFileSync(path.join(folder, file), JSON.stringify({...inFile, discount: 0.3}));
    const discounted = evaluated();
    assert.ok(discounted.findings.some((finding) => finding.severity === 'error'));
    await field(page, 'Deal discount').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('30');
    await page.keyboard.press('Enter');
    await shows(printOf(discounted));
    const margin = `Gross margin ${percent(discounted.pricing.totals.margin)}`;
    await page.getByRole('tab', {name: /^Guardrails/}).waitFor();

    // Why: the explanation leads down to lines of documents.
    await page.getByRole('button', {name: margin, exact: true}).click();
    // The explanation states each step's value as what belongs to its name.
    for (const total of [discounted.pricing.totals.tcv, discounted.pricing.totals.cost_total]) {
      await page.waitForFunction((value) => document.querySelector('.mirror [aria-label=Explanation]')?.innerHTML.includes(value), amount(total));
    }
    await page.getByRole('button', {name: 'Close the explanation'}).click();

    // The first way out of the first finding, by one click.
    await page.getByRole('tab', {name: /^Guardrails/}).click();
    const [worst] = discounted.findings;
    await shows(worst.message);
    await page.getByRole('button', {name: 'Apply', exact: true}).first().click();
    await page.waitForFunction((line) => !document.querySelector('.mirror').textContent.includes(line), printOf(discounted));
    await page.waitForFunction((line) => !document.querySelector('.mirror').textContent.includes(line), worst.message);
    // The figures are there in the edit's own frame; the fingerprint, which takes the whole evaluation's text, a moment later.
    const print = /Fingerprint [0-9a-f]{12} > [0-9a-f]{12}/;
    await page.waitForFunction((form) => new RegExp(form).test(document.querySelector('.mirror').textContent), print.source);
    const remedied = print.exec(await page.locator('.mirror').textContent())[0];

    // Taken back and done again by keyboard.
    await page.getByRole('tab', {name: /^Guardrails/}).focus();
    await page.keyboard.press('Control+z');
    await shows(printOf(discounted));
    await page.keyboard.press('Control+y');
    await shows(remedied);

    // Handed over: canonical, and with the very figures.
    const download = page.waitForEvent('download');
    await page.getByRole('button', {name: 'Export this document'}).click();
    await (await download).saveAs(path.join(folder, file));
    assert.equal(run('fmt', '--check', path.join(folder, file)).includes(file), false);
    assert.equal(readFileSync(path.join(folder, file), 'utf8'), run('fmt', path.join(folder, file)));
    const handedOver = evaluated();
    assert.equal(printOf(handedOver), remedied);
    assert.ok(!handedOver.findings.some((finding) => finding.rule === worst.rule && finding.subject === worst.subject));
  }, {before: (page) => page.clock.setSystemTime(new Date(day + 'T12:00:00Z')), context: {timezoneId: 'UTC', acceptDownloads: true}});
});
