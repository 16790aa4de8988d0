// A facilitator's half hour: a run is opened, ten items are worked through by keyboard alone, two gates open, a decision is
// noted, and the minutes leave as a file that holds it.

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {after, before, test} from 'node:test';

import {Bench, repository, site} from './browser.mjs';

const day = '2026-11-20';
const read = (file) => JSON.parse(readFileSync(path.join(repository, 'scenarios', file), 'utf8'));

const bench = new Bench(site);
before(() => bench.start());
after(() => bench.stop());

test('a facilitator opens two gates by keyboard and hands over the minutes', {timeout: 300000}, async () => {
  // What is missing for the first two gates, from the documents alone.
  const run = read('onboardings/harbour-lane-onboarding.json');
  const {stages, items} = read('playbooks/commerce.json').templates.find(
      (one) => one.id === run.template_id && one.version === run.template_version);
  const recorded = (item) => run.items.find((one) => one.item === item.id)?.state ?? 'to_do';
  const two = stages.slice(0, 2);
  const missing = two.flatMap((stage) => items.filter(
      (item) => item.stage === stage.id && item.mandatory && !['done', 'not_applicable'].includes(recorded(item))));
  assert.equal(missing.length, 10);

  await bench.open(`onboarding/${run.id}/checklist`, async (page) => {
    const shows = (words) => page.waitForFunction((line) => document.querySelector('.mirror').textContent.includes(line), words);
    const selected = page.locator('.mirror [role=option][aria-selected=true]');
    const says = (words) => page.waitForFunction(
        (line) => document.querySelector('.mirror [role=option][aria-selected=true]')?.textContent.startsWith(line), words);
    // A row's text is its name and then its state.
    const stands = (item, state) => says(`${item.name} ${state}`);
    const press = async (key) => {
      const frames = await page.evaluate(() => window.dealwright.frames);
      await page.keyboard.press(key);
      await page.waitForFunction((last) => window.dealwright.frames > last + 1, frames);
    };
    await selected.waitFor();
    await selected.focus();

    await press('Home');
    for (const item of missing) {
      for (let step = 0; step < items.length; ++step) {
        if ((await selected.textContent()).startsWith(`${item.name} `)) break;
        await press('ArrowDown');
      }
      if (recorded(item) === 'to_do') {
        await stands(item, 'to do');
        await press('Space');
      }
      await stands(item, 'in progress');
      await press('Space');
      if (item.evidence) {
        await page.getByRole('textbox', {name: 'Evidence, with which it is done'}).waitFor();
        await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
        await page.keyboard.type('Ticket 4711');
        await page.keyboard.press('Enter');
      }
      await stands(item, 'done');
      // The last item of a stage opens its gate: that is said, and stands above the list.
      const stage = two.find((one) => missing.findLast((other) => other.stage === one.id) === item);
      if (!stage) continue;
      await page.waitForFunction((line) => document.body.textContent.includes(line), `The gate of ${stage.name} is open.`);
      await shows('Gate open');
    }

    // A decision about the item in hand.
    await press('m');
    await page.getByRole('textbox', {name: 'Note', exact: true}).waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
    await page.keyboard.type('The desk opens in December');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', {name: 'Note', exact: true}).waitFor({state: 'detached'});

    await page.getByRole('tab', {name: 'Minutes'}).focus();
    await page.keyboard.press('Enter');
    await shows('The desk opens in December');
    const download = page.waitForEvent('download');
    await page.getByRole('button', {name: 'Export as Markdown'}).focus();
    await page.keyboard.press('Enter');
    const file = await download;
    assert.equal(file.suggestedFilename(), `${run.id}-minutes.md`);
    const minutes = readFileSync(await file.path(), 'utf8');
    assert.ok(minutes.startsWith('# Minutes: '));
    assert.ok(minutes.includes('The desk opens in December'));
    for (const workshop of run.workshops) assert.ok(minutes.includes(workshop.title));
  }, {before: (page) => page.clock.setSystemTime(new Date(day + 'T12:00:00Z')), context: {timezoneId: 'UTC', acceptDownloads: true}});
});
