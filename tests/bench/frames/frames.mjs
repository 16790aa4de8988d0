// Times the app in Chromium and prints the figures as JSON, in milliseconds: how long a start takes with the processor
// slowed four times, and the frames of an edit. Started by tests/bench/run.

import {Bench, field, rest, site} from '../../web/page/browser.mjs';

const starts = 7;
const edits = 40;
const deal = 'deal/case-1-fjordline-dedicated';
const screens = {deal, quote: deal + '/quote', schedule: deal + '/schedule', margins: deal + '/margins',
  guardrails: deal + '/guardrails', home: ''};

const least = (list) => Math.min(...list);
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const figures = (list) => ({best: least(list), median: median(list)});

// Notes what each frame costs the page. Without a device that draws, what is left is the app's own work: a processor
// that draws in place of a graphics card would be most of it.
function note(draws) {
  window.cost = [];
  const ask = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => ask((time) => {
    const begin = performance.now();
    callback(time);
    window.cost.push(performance.now() - begin);
  });
  if (draws) return;
  for (const name of ['drawElements', 'bufferData', 'bufferSubData', 'texImage2D', 'texSubImage2D', 'clear']) {
    WebGL2RenderingContext.prototype[name] = () => {};
  }
}

// From the navigation to the first frame that shows the programme, and to the mirror that states it.
async function start(bench) {
  const context = await bench.browser.newContext({viewport: {width: 1280, height: 800}});
  const page = await context.newPage();
  await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', {rate: 4});
  await page.addInitScript(() => {
    new MutationObserver((changes, observer) => {
      if (!document.querySelector('.mirror [role=table]')) return;
      performance.mark('stated');
      observer.disconnect();
    }).observe(document, {childList: true, subtree: true});
  });
  await page.goto(bench.server.address);
  await page.waitForFunction(() => performance.getEntriesByName('stated').length > 0);
  const time = await page.evaluate(() => ['first-frame', 'stated'].map((name) => performance.getEntriesByName(name)[0].startTime));
  await context.close();
  return time;
}

// Undo and redo change the deal from every screen. Gives the longest frame of each edit.
async function editFrames(bench, address, draws) {
  const times = [];
  await bench.open(deal, async (page) => {
    await field(page, 'Deal discount').focus();
    await page.keyboard.press('ArrowUp');
    await rest(page);
    await page.evaluate((to) => { location.hash = to; }, address);
    await rest(page);
    await page.locator('#app').focus();
    for (let at = 0; at < edits; ++at) {
      await page.evaluate(() => { window.cost.length = 0; });
      await page.keyboard.press(at % 2 ? 'Control+y' : 'Control+z');
      await page.waitForFunction(() => window.cost.length > 0);
      await page.waitForTimeout(250);
      times.push(await page.evaluate(() => Math.max(0, ...window.cost)));
    }
  }, {before: (page) => page.addInitScript(note, draws)});
  return times;
}

const bench = new Bench(site);
await bench.start();
try {
  const out = {};
  const times = [];
  for (let at = 0; at < starts; ++at) times.push(await start(bench));
  out['first frame, processor slowed 4 times'] = figures(times.map(([drawn]) => drawn));
  out['stated to screen readers, the same'] = figures(times.map(([, stated]) => stated));
  for (const [name, address] of Object.entries(screens)) {
    out[`longest frame of an edit, ${name}`] = figures(await editFrames(bench, address, false));
  }
  out['the same with a processor that draws, deal'] = figures(await editFrames(bench, deal, true));
  console.log(JSON.stringify(out));
} finally {
  await bench.stop();
}
