// The person's work, against what can happen to it in a browser: files of every bad kind, storage that is denied, a second
// tab, nonsense in fields. Each is said plainly, and the work stays as it was.

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {after, before, test} from 'node:test';

import {unpackDocuments} from '../../../web/shell/pack.mjs';
import {Bench, drop, field, ready, rest, site} from './browser.mjs';

const bench = new Bench(site);
before(() => bench.start());
after(() => bench.stop());

const deal = 'deal/case-1-fjordline-dedicated';
const words = (page) => page.locator('.mirror').evaluate((mirror) => mirror.textContent);
const print = async (page) => /Fingerprint [0-9a-f]{12} > [0-9a-f]{12}/.exec(await words(page))?.[0];
const shows = (page, text) => page.waitForFunction((line) => document.querySelector('.mirror').textContent.includes(line), text);
const programme = unpackDocuments(readFileSync(path.join(site, 'programme.pack'))).toString();

const bad = [
  ['a picture', 'logo.png', '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR'],
  ['a document cut off in the middle', 'cut.json', '{"dealwright": 1, "kind": "deal", "id": "half", "name": "cut o'],
  ['a million opening brackets', 'deep.json', '['.repeat(1e6)],
  ['an object that is no document', 'other.json', '{"name": "left-pad", "version": "1.3.0"}'],
  ['a document of a later release', 'later.json', '{"dealwright": 99, "kind": "deal", "id": "x"}'],
  ['nothing', 'empty.json', ''],
];

for (const [what, name, text] of bad) {
  test(`${what} is refused by name, and the work stays`, {timeout: 120000}, async () => {
    await bench.open(deal, async (page) => {
      const before = await print(page);
      await drop(page, [[name, text]]);
      await shows(page, name);
      await shows(page, 'Nothing in these files can be taken in. Your work stays as it is.');
      await page.keyboard.press('Escape');
      await rest(page);
      assert.equal(await print(page), before);
      assert.ok(await page.getByRole('button', {name: 'Undo', exact: true}).isDisabled());
    });
  });
}

test('of a bundle cut off in the middle the whole documents are offered, and the cut is told', {timeout: 120000}, async () => {
  await bench.open(deal, async (page) => {
    await drop(page, [['cut.json', programme.slice(0, programme.length / 2)]]);
    await shows(page, 'the text ends in the middle');
    await shows(page, 'All of this is here already.');
    assert.ok(await page.getByRole('button', {name: /^Import 0/}).isDisabled());
  });
});

test('markup in every text of a bundle is shown as text and does nothing', {timeout: 180000}, async () => {
  await bench.open('', async (page) => {
    const evil = '<img src=x onerror="window.struck=1"><script>window.struck=1</script>&amp;';
    const bundle = JSON.parse(programme);
    bundle.name = evil;
    const texts = new Set(['name', 'note', 'title', 'message', 'way_out', 'legal', 'help', 'description']);
    const poison = (value) => {
      for (const [key, inner] of Object.entries(value)) {
        if (typeof inner === 'string' && texts.has(key)) value[key] = evil;
        else if (inner && typeof inner === 'object') poison(inner);
      }
    };
    bundle.documents.forEach(poison);
    await drop(page, [['bundle.json', JSON.stringify(bundle)]]);
    await page.getByRole('button', {name: 'Open as a programme of its own'}).click();
    await shows(page, evil);
    await page.evaluate((address) => { location.hash = address; }, deal);
    await shows(page, 'Fingerprint');
    for (const tab of ['Quote', 'Schedule', 'Margins', 'Guardrails', 'All fields']) {
      await page.getByRole('tab', {name: new RegExp('^' + tab)}).click();
      await rest(page);
    }
    assert.equal(await page.evaluate(() => window.struck), undefined);
    assert.equal(await page.locator('.mirror img, .mirror script').count(), 0);
    assert.ok((await page.title()).startsWith(evil));
  });
});

test('where storage is denied the app works, says so, and hands the work over as a file', {timeout: 180000}, async () => {
  await bench.open(deal, async (page) => {
    await shows(page, 'The browser does not let this page keep anything');
    const first = await print(page);
    await field(page, 'Deal discount').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await page.waitForFunction((line) => !document.querySelector('.mirror').textContent.includes(line), first);
    const download = page.waitForEvent('download');
    await page.getByRole('button', {name: 'Export the programme'}).click();
    const text = readFileSync(await (await download).path(), 'utf8');
    assert.equal(JSON.parse(text).documents.find((one) => 'deal/' + one.id === deal).discount, 0.07);
  }, {before: (page) => page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  })});
});

test('a second tab leaves the work to the first', {timeout: 180000}, async () => {
  await bench.open(deal, async (page, context) => {
    await page.getByText('Saved in this browser').waitFor();
    const second = await context.newPage();
    second.setDefaultTimeout(60000);
    await second.goto(page.url());
    await ready(second);
    await shows(second, 'open in another tab');
    await field(second, 'Deal discount').focus();
    await second.keyboard.press('Control+a');
    await second.keyboard.type('9');
    await second.keyboard.press('Enter');
    await rest(second, 2000);
    await second.close();
    const before = await print(page);
    await page.reload();
    await ready(page);
    await shows(page, before);
    await page.getByText('Saved in this browser').waitFor();
  });
});

test('nonsense in a number is told at its field and changes nothing', {timeout: 180000}, async () => {
  await bench.open(deal, async (page) => {
    const before = await print(page);
    for (const nonsense of ['ten', '1e400', '<b>5</b>', '💶', '--5']) {
      await field(page, 'Deal discount').focus();
      await page.keyboard.press('Control+a');
      await page.evaluate((text) => navigator.clipboard.writeText(text), nonsense);
      await page.keyboard.press('Control+v');
      await page.keyboard.press('Enter');
      await page.waitForFunction(
          () => document.querySelector('.mirror [aria-label="Deal discount"]').getAttribute('aria-invalid') === 'true');
      assert.equal(await print(page), before, nonsense);
    }
    await page.keyboard.press('Control+a');
    await page.keyboard.type('900');
    await page.keyboard.press('Enter');
    await rest(page);
    assert.equal(await print(page), before);
  }, {context: {permissions: ['clipboard-read', 'clipboard-write']}});
});
