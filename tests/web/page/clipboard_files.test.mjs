// Clipboard and files, in and out.

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, test} from 'node:test';

import {Bench, button, drop, enter, field, rest, waitForField, waitForNote} from './browser.mjs';

const bench = new Bench();
before(() => bench.start());
after(() => bench.stop());

const clipboard = {context: {permissions: ['clipboard-read', 'clipboard-write']}};
const read = (page) => page.evaluate(() => navigator.clipboard.readText());
const write = (page, text) => page.evaluate((wanted) => navigator.clipboard.writeText(wanted), text);

test('pastes what is on the clipboard at the moment, not what was there before', async () => {
  await bench.open('platform', async (page) => {
    await write(page, 'first');
    await enter(page, 'Line');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+v');
    await waitForField(page, 'Line', 'first');
    await write(page, ' second');
    await page.keyboard.press('Control+v');
    await waitForField(page, 'Line', 'first second');
    await write(page, 'a\r\nb');
    await field(page, 'Text').click();
    await page.keyboard.press('Control+v');
    await waitForField(page, 'Text', 'a\nb');
  }, clipboard);
});

test('text pasted where no field is active reaches the app', async () => {
  await bench.open('platform', async (page) => {
    await write(page, '1\t2');
    await button(page, 'Count').click();
    await page.keyboard.press('Control+v');
    await waitForNote(page, 'pasted 1\t2');
  }, clipboard);
});

test('copies and cuts the selection of a field', async () => {
  await bench.open('platform', async (page) => {
    await write(page, 'kept');
    await button(page, 'Count').click();
    await page.keyboard.press('Control+c'); // there is nothing to copy
    await rest(page);
    assert.equal(await read(page), 'kept');
    await enter(page, 'Line');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.press('Control+c');
    await rest(page);
    assert.equal(await read(page), 'here');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+x');
    await waitForField(page, 'Line', '');
    assert.equal(await read(page), 'typed here');
  }, clipboard);
});

test('a Copy button copies, by pointer and by keyboard', async () => {
  await bench.open('platform', async (page) => {
    await button(page, 'Copy').click();
    await rest(page);
    assert.equal(await read(page), 'copied text');
    await write(page, 'else');
    await button(page, 'Count').focus();
    await page.keyboard.press('ArrowRight');
    await rest(page);
    await page.keyboard.press('Enter');
    await rest(page);
    assert.equal(await read(page), 'copied text');
  }, clipboard);
});

test('says so where the browser does not let it copy', async () => {
  await bench.open('platform', async (page) => {
    await button(page, 'Copy').click();
    await waitForNote(page, 'copy: The browser did not allow copying.');
  }, {
    before: (page) => page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
      document.execCommand = () => false;
    }),
  });
});

test('takes dropped files in their order, and says when they are over the page', async () => {
  await bench.open('platform', async (page) => {
    const left = await drop(page, [['a.json', '{"a": 1}'], ['ü & <b>.txt', 'äöü'], ['empty', '']]);
    assert.deepEqual(left, [false, false]); // else the browser would show the file in place of the app
    await waitForNote(page, 'files over the page');
    await waitForNote(page, 'files left');
    await waitForNote(page, 'file a.json: 8 bytes');
    await waitForNote(page, 'file ü & <b>.txt: 6 bytes');
    await waitForNote(page, 'file empty: 0 bytes');
  });
});

test('refuses a file over the limit in words, and takes the others', async () => {
  await bench.open('platform', async (page) => {
    await drop(page, [['huge.json', 64 * 1024 * 1024 + 1], ['small.json', '{}']]);
    await waitForNote(page, '"huge.json" has 65 MB; a file may have up to 64 MB.');
    await waitForNote(page, 'file small.json: 2 bytes');
    await drop(page, [['most.json', 64 * 1024 * 1024]]);
    await waitForNote(page, `file most.json: ${64 * 1024 * 1024} bytes`);
  });
});

test('says so where a file cannot be read', async () => {
  await bench.open('platform', async (page) => {
    await page.evaluate(() => {
      File.prototype.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    });
    await drop(page, [['gone.json', '{}']]);
    await waitForNote(page, '"gone.json" could not be read. If it is a folder, choose the files in it.');
  });
});

test('opens the chooser at a click and takes what is chosen', async () => {
  await bench.open('platform', async (page) => {
    const opened = page.waitForEvent('filechooser');
    await button(page, 'Pick').click();
    const chooser = await opened;
    assert.equal(chooser.isMultiple(), true);
    await chooser.setFiles([
      {name: 'one.json', mimeType: 'application/json', buffer: Buffer.from('{}')},
      {name: 'two.txt', mimeType: 'text/plain', buffer: Buffer.from('12345')},
    ]);
    await waitForNote(page, 'file one.json: 2 bytes');
    await waitForNote(page, 'file two.txt: 5 bytes');
  });
});

test('hands out a file with its name and bytes', async () => {
  await bench.open('platform', async (page) => {
    const started = page.waitForEvent('download');
    await button(page, 'Save').click();
    const download = await started;
    assert.equal(download.suggestedFilename(), 'saved.txt');
    assert.equal(readFileSync(await download.path(), 'utf8'), 'saved bytes');
  });
});

test('a pasted file is taken as a dropped one', async () => {
  await bench.open('platform', async (page) => {
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['{}'], 'pasted.json'));
      document.body.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
    });
    await waitForNote(page, 'file pasted.json: 2 bytes');
  });
});
