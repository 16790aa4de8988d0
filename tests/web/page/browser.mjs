// What the page's tests share: the app served as a person would serve it, opened in the system's Chromium, and everything
// that the console or the page complains of.

import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

import {chromium} from 'playwright-core';

export const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
// The browser app, and the test bench that stands in for it where the page itself is tested: at "#platform" what the
// platform delivers, at "#gallery" every widget.
export const site = process.env.DEALWRIGHT_SITE || path.join(repository, 'build/site');
export const benchSite = process.env.DEALWRIGHT_BENCH_SITE || path.join(repository, 'build/web/bench_site');
const program = process.env.DEALWRIGHT_BINARY || path.join(repository, 'build/native/dealwright');

// WebGL 2 without a graphics card.
const flags = ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

function findBrowser() {
  const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = places.find((place) => place && existsSync(place));
  assert.ok(found, 'no Chromium: set CHROMIUM to the program');
  return found;
}

// Serves a site; gives its address and how to end it.
export async function serve(folder = site) {
  const server = spawn(program, ['serve', '--port', '0', '--site', folder], {stdio: ['ignore', 'pipe', 'inherit']});
  const address = await new Promise((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (data) => {
      said += data;
      const match = /http:\/\/[\d.:]+\//.exec(said);
      if (match) resolve(match[0]);
    });
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
  return {
    address,
    stop: () => new Promise((resolve) => {
      server.removeAllListeners('exit');
      server.on('exit', resolve);
      server.kill('SIGTERM');
    }),
  };
}

export function launch(more = []) {
  return chromium.launch({executablePath: findBrowser(), args: [...flags, ...more]});
}

// One file's server and browser; of the test bench where no other site is named.
export class Bench {
  constructor(folder = benchSite) {
    this.folder = folder;
  }

  async start(more = []) {
    this.server = await serve(this.folder);
    this.browser = await launch(more);
  }

  async stop() {
    await this.browser?.close();
    await this.server?.stop();
  }

  // Opens the app in a fresh profile at a fragment, runs `act`, and fails on any complaint that `act` did not take out of
  // `page.complaints`.
  async open(fragment, act, {context: settings = {}, before, ready: wait = true} = {}) {
    const context = await this.browser.newContext({viewport: {width: 1280, height: 800}, ...settings});
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(60000);
      page.complaints = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') page.complaints.push(message.text());
      });
      page.on('pageerror', (error) => page.complaints.push(String(error)));
      if (before) await before(page, context);
      await page.goto(this.server.address + (fragment ? '#' + fragment : ''));
      if (wait) await ready(page);
      await act(page, context);
      assert.deepEqual(page.complaints, []);
    } finally {
      await context.close();
    }
  }
}

// The app has drawn, and has nothing more to draw for the moment.
export async function ready(page) {
  await page.waitForFunction(() => (window.dealwright && window.dealwright.frames > 0) || document.querySelector('#message[role=alert]'));
  if ((await frames(page)) === 0) assert.fail(await page.locator('#message').textContent());
  await rest(page);
}

export const frames = (page) => page.evaluate(() => window.dealwright.frames);

// Waits until no frame has been drawn for a while.
export async function rest(page, quiet = 900) {
  let last = await frames(page);
  for (;;) {
    await page.waitForTimeout(quiet);
    const next = await frames(page);
    if (next === last) return next;
    last = next;
  }
}

// Of the test bench at #platform: what stands after "Name: ".
export const value = (page, name) => page.evaluate((wanted) => {
  const found = [...document.querySelectorAll('.mirror > div')].find((element) => element.textContent.startsWith(wanted + ': '));
  return found ? found.textContent.slice(wanted.length + 2) : null;
}, name);

export async function waitForValue(page, name, expected) {
  const deadline = Date.now() + 20000;
  let seen;
  do {
    seen = await value(page, name);
    if (expected instanceof RegExp ? expected.test(seen ?? '') : seen === expected) return;
    await page.waitForTimeout(50);
  } while (Date.now() < deadline);
  assert.fail(`${name} is ${JSON.stringify(seen)}, not ${expected}`);
}

// A line among the events that the test bench has noted.
export async function waitForNote(page, expected) {
  const deadline = Date.now() + 20000;
  let seen;
  do {
    seen = await page.locator('.mirror [role=status]').allTextContents();
    if (seen.some((line) => (expected instanceof RegExp ? expected.test(line) : line === expected))) return;
    await page.waitForTimeout(50);
  } while (Date.now() < deadline);
  assert.fail(`no note ${expected}; there are ${JSON.stringify(seen)}`);
}

export const field = (page, name) => page.locator(`.mirror [aria-label="${name}"]`);
export const button = (page, name) => page.locator('.mirror [role=button]', {hasText: new RegExp(`^${name}$`)});

export async function waitForField(page, name, expected) {
  const deadline = Date.now() + 20000;
  let seen;
  do {
    seen = await field(page, name).inputValue();
    if (seen === expected) return;
    await page.waitForTimeout(50);
  } while (Date.now() < deadline);
  assert.fail(`${name} holds ${JSON.stringify(seen)}, not ${JSON.stringify(expected)}`);
}

// Clicks a text field and puts the caret at its end.
export async function enter(page, name) {
  await field(page, name).click();
  await page.keyboard.press('End');
}

// Drops files as a person would: over the page, and then let go.
export const drop = (page, files) => page.evaluate((wanted) => {
  const data = new DataTransfer();
  for (const [name, content] of wanted) {
    data.items.add(new File([typeof content === 'number' ? new Uint8Array(content) : content], name));
  }
  const drag = (type) => document.getElementById('app').dispatchEvent(
      new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true}));
  const left = [drag('dragover')];
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => {
    resolve([...left, drag('drop')]);
  })));
}, files);
