// A business case is built from an empty customer, by keyboard: started, measured, read, tried out, handed over. The
// figures are the runner's for the same documents.

import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';

import {Bench, field, repository, site} from './browser.mjs';

const program = process.env.DEALWRIGHT_BINARY || path.join(repository, 'build/native/dealwright');
const day = '2026-06-01';
const deal = 'case-3-bois-clair';
const dealFile = 'deals/case-3-retail-vertical-oem/bois-clair.json';
const customerFile = 'customers/bois-clair.json';

// Hours a month, and what one costs.
const measured = [
  ['reconciliation-hours', 'Reconciling payments, payouts and stock', '160'],
  ['duplicate-hours', 'Entering the same twice', '120'],
  ['hourly-cost', 'Cost of an hour of office work', '36'],
];

let folder;
const bench = new Bench(site);
before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'dealwright-'));
  cpSync(path.join(repository, 'scenarios'), folder, {recursive: true});
  await bench.start();
});
after(async () => {
  await bench.stop();
  rmSync(folder, {recursive: true});
});

function change(file, more) {
  const at = path.join(folder, file);
  const document = JSON.parse(readFileSync(at, 'utf8'));
  writeFileSync(at, JSON.stringify({...document, ...more}));
}
const run = (...words) => JSON.parse(execFileSync(program, words, {maxBuffer: 1 << 28, encoding: 'utf8'}));
const percent = (ratio) => `${(Number(ratio) * 100).toFixed(1)} %`;
const amount = (text) => Number(text).toLocaleString('en-US', {minimumFractionDigits: 2, maximumFractionDigits: 2});

test('a business case is built from an empty customer, tried out and handed over', {timeout: 300000}, async () => {
  change(dealFile, {business_case: {}});
  change(customerFile, {baselines: measured.map(([baseline, , value]) => ({baseline, value: Number(value), taken_on: day}))});
  const simulated = run('simulate', folder, '--deal', deal, '--trials', '10000', '--format', 'json');

  await bench.open(`deal/${deal}/return`, async (page) => {
    const shows = (words) => page.waitForFunction((line) => document.querySelector('.mirror').textContent.includes(line), words);
    const lacks = (words) => page.waitForFunction((line) => !document.querySelector('.mirror').textContent.includes(line), words);
    const pressed = async (name) => {
      await page.getByRole('button', {name, exact: true}).first().focus();
      await page.keyboard.press('Enter');
    };

    await pressed('Start a business case');
    await shows('No return yet');
    for (const [, name, value] of measured) {
      await field(page, name).focus();
      await page.keyboard.press('Control+a');
      await page.keyboard.type(value);
      await page.keyboard.press('Enter');
    }
    // The runner's net present value of the same documents, and why.
    await lacks('No return yet');
    await shows(`Net present value ${amount(simulated.npv)} EUR`);
    await page.getByRole('button', {name: /^Net present value/}).first().click();
    await page.getByRole('region', {name: 'Explanation'}).getByText('Where this figure comes from').waitFor();
    await pressed('Close the explanation');

    // Whoever comes back finds the baselines below the return, whose report leaves as a page.
    for (const name of ['Margins', 'Return']) {
      await page.getByRole('tab', {name, exact: true}).focus();
      await page.keyboard.press('Enter');
    }
    await page.getByRole('button', {name: 'Export as a page', exact: true}).waitFor();
    const download = page.waitForEvent('download');
    await pressed('Export as a page');
    const file = await download;
    assert.equal(file.suggestedFilename(), `${deal}-return.html`);
    const report = readFileSync(await file.path(), 'utf8');
    assert.ok(report.includes(amount(simulated.npv)));
    assert.ok(report.includes('<svg '));

    // 10,000 trials: the probability is read where a screen reader reads it.
    await page.getByRole('tab', {name: 'Simulation'}).focus();
    await page.keyboard.press('Enter');
    await shows(`Probability of a positive NPV ${percent(simulated.positive)}`);
    for (const [mark, label] of [[10, 'P10'], [50, 'P50'], [90, 'P90']])
      await shows(`${label} ${amount(simulated.percentiles.find((one) => one.percent === mark).npv)}`);

    // A slider moves and the trials follow; undo brings both back.
    const slider = page.getByRole('slider', {name: 'Discount rate a year'});
    await slider.focus();
    await page.keyboard.press('End');
    await lacks(`P50 ${amount(simulated.percentiles.find((one) => one.percent === 50).npv)}`);
    assert.equal(await slider.getAttribute('aria-valuetext'), '30 %');
    await page.getByRole('tab', {name: 'Simulation'}).focus();
    await page.keyboard.press('Control+z');
    await shows(`Probability of a positive NPV ${percent(simulated.positive)}`);
  }, {before: (page) => page.clock.setSystemTime(new Date(day + 'T12:00:00Z')), context: {timezoneId: 'UTC', acceptDownloads: true, viewport: {width: 1280, height: 1600}}});
});
