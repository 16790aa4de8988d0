// Pointer, wheel, keys, text and touch arrive as they were meant.

import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';

import {Bench, button, enter, field, rest, value, waitForField, waitForNote, waitForValue} from './browser.mjs';

const bench = new Bench();
before(() => bench.start());
after(() => bench.stop());

async function listPoint(page) {
  const box = await page.getByText('Row 3', {exact: true}).boundingBox();
  return {x: box.x + 100, y: box.y + 5};
}

test('a click presses, the other button is told apart, and moving is followed', async () => {
  await bench.open('platform', async (page) => {
    await button(page, 'Count').click();
    await waitForValue(page, 'Presses', '1 and 0');
    await button(page, 'Count').click({button: 'right'});
    await waitForValue(page, 'Presses', '1 and 1');
    await page.mouse.move(600, 300);
    await waitForValue(page, 'Pointer', '600 300, buttons 000');
    await page.mouse.down();
    await waitForValue(page, 'Pointer', '600 300, buttons 100');
    // A drag goes on outside the window, and ends there.
    await page.mouse.move(700, 310);
    await page.mouse.up();
    await waitForValue(page, 'Pointer', '700 310, buttons 000');
    await waitForValue(page, 'Source', 'mouse');
  });
});

test('the wheel moves by the distance that it tells, in every unit', async () => {
  await bench.open('platform', async (page) => {
    const point = await listPoint(page);
    await page.mouse.move(point.x, point.y);
    await rest(page);
    const turn = async (deltaY, deltaMode) => {
      await page.evaluate(([x, y, delta, mode]) => {
        document.getElementById('app').dispatchEvent(new WheelEvent(
            'wheel', {clientX: x, clientY: y, deltaY: delta, deltaMode: mode, bubbles: true, cancelable: true}));
      }, [point.x, point.y, deltaY, deltaMode]);
      await rest(page);
      return Number(await value(page, 'Scroll'));
    };
    assert.equal(await turn(120, 0), 120);
    assert.equal(await turn(3, 1), 220); // three lines are a notch of 100 pixels
    assert.equal(await turn(1, 2), 220 + 0.9 * 800);
    assert.equal(await turn(-940, 0), 0);
    // Small steps of a touchpad add up.
    for (let step = 0; step < 4; ++step) await turn(0.5, 0);
    assert.equal(await turn(0, 0), 2);
    await page.mouse.wheel(0, 100); // a real one
    await waitForValue(page, 'Scroll', '102');
  });
});

test('zooming by the wheel stays the browser\'s', async () => {
  await bench.open('platform', async (page) => {
    const left = await page.evaluate(() => document.getElementById('app').dispatchEvent(
        new WheelEvent('wheel', {deltaY: 100, ctrlKey: true, bubbles: true, cancelable: true})));
    assert.equal(left, true);
  });
});

test('text is typed, edited and selected by keyboard', async () => {
  await bench.open('platform', async (page) => {
    await enter(page, 'Line');
    await page.keyboard.type(' and more');
    await waitForField(page, 'Line', 'typed here and more');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.type('x');
    await waitForField(page, 'Line', 'typed here and x');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('äß€ Ω Ж 😀');
    await waitForField(page, 'Line', 'äß€ Ω Ж 😀');
    await page.keyboard.press('Control+z');
    await waitForField(page, 'Line', 'äß€ Ω Ж ');
    await field(page, 'Text').click();
    await page.keyboard.type('one');
    await page.keyboard.press('Enter');
    await page.keyboard.type('two');
    await waitForField(page, 'Text', 'one\ntwo');
  });
});

test('Tab moves on, and what is typed right after it goes where it went', async () => {
  await bench.open('platform', async (page) => {
    await enter(page, 'Line');
    await page.keyboard.press('Tab');
    await page.keyboard.type('in text');
    await waitForField(page, 'Text', 'in text');
    await waitForField(page, 'Line', 'typed here');
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'Text');
  });
});

test('shortcuts of the app are taken from the browser, others are left to it', async () => {
  await bench.open('platform', async (page) => {
    await button(page, 'Count').click();
    await page.keyboard.press('Control+k');
    await waitForValue(page, 'Shortcuts', '1');
    const left = await page.evaluate(() => {
      const press = (key, code, more) => window.dispatchEvent(
          new KeyboardEvent('keydown', {key, code, bubbles: true, cancelable: true, ...more}));
      return {
        k: press('k', 'KeyK', {ctrlKey: true}),
        find: press('f', 'KeyF', {ctrlKey: true}),
        reload: press('F5', 'F5'),
        zoom: press('+', 'Equal', {ctrlKey: true}),
        back: press('ArrowLeft', 'ArrowLeft', {altKey: true}),
        tab: press('Tab', 'Tab'),
        space: press(' ', 'Space'),
      };
    });
    assert.deepEqual(left, {k: false, find: true, reload: true, zoom: true, back: true, tab: false, space: false});
  });
});

test('letters of shortcuts follow the layout, and other alphabets the place of the key', async () => {
  await bench.open('platform', async (page) => {
    const press = (key, code) => page.evaluate(([name, place]) => {
      const event = {key: name, code: place, ctrlKey: true, bubbles: true, cancelable: true};
      window.dispatchEvent(new KeyboardEvent('keydown', event));
      window.dispatchEvent(new KeyboardEvent('keyup', event));
    }, [key, code]);
    await press('k', 'KeyE'); // where a French, German or Dvorak layout may have it
    await waitForValue(page, 'Shortcuts', '1');
    await press('л', 'KeyK'); // Russian
    await waitForValue(page, 'Shortcuts', '2');
    await press('κ', 'KeyK'); // Greek
    await waitForValue(page, 'Shortcuts', '3');
    await press('e', 'KeyK');
    await rest(page);
    assert.equal(await value(page, 'Shortcuts'), '3');
  });
});

test('keys are released when the window loses the focus', async () => {
  await bench.open('platform', async (page) => {
    await button(page, 'Count').click();
    await page.keyboard.down('Shift');
    await page.keyboard.down('b');
    await waitForValue(page, 'Keys held', /LeftShift/);
    await waitForValue(page, 'Keys held', /\bB\b/);
    await page.evaluate(() => window.dispatchEvent(new FocusEvent('blur')));
    await waitForValue(page, 'Keys held', '');
  });
});

test('a key goes up as what it went down as', async () => {
  await bench.open('platform', async (page) => {
    await button(page, 'Count').click();
    await page.evaluate(() => {
      window.dispatchEvent(new KeyboardEvent('keydown', {key: 'a', code: 'KeyQ'})); // French: A where others have Q
      window.dispatchEvent(new KeyboardEvent('keyup', {key: 'q', code: 'KeyQ'})); // the layout was changed meanwhile
    });
    await waitForValue(page, 'Keys held', '');
  });
});

test('a composition shows in its field, is committed once, and can be called off', async () => {
  await bench.open('platform', async (page, context) => {
    const session = await context.newCDPSession(page);
    await enter(page, 'Line');
    await page.keyboard.type(' ');
    await waitForField(page, 'Line', 'typed here ');
    await session.send('Input.imeSetComposition', {text: 'にほ', selectionStart: 2, selectionEnd: 2});
    const composing = page.locator('.composing');
    await composing.waitFor();
    assert.equal(await composing.inputValue(), 'typed here にほ');
    assert.notEqual(await composing.evaluate((element) => getComputedStyle(element).color), 'rgba(0, 0, 0, 0)');
    await session.send('Input.insertText', {text: '日本'});
    await waitForField(page, 'Line', 'typed here 日本');
    assert.equal(await composing.count(), 0);
    await session.send('Input.imeSetComposition', {text: 'x', selectionStart: 1, selectionEnd: 1});
    await composing.waitFor();
    await session.send('Input.imeSetComposition', {text: '', selectionStart: 0, selectionEnd: 0});
    await rest(page);
    assert.equal(await field(page, 'Line').inputValue(), 'typed here 日本');
    // The field goes on as before.
    await page.keyboard.type('!');
    await waitForField(page, 'Line', 'typed here 日本!');
  });
});

test('keyboards on a screen send commands, not keys', async () => {
  await bench.open('platform', async (page) => {
    await enter(page, 'Line');
    const send = (inputType, data) => page.evaluate(([type, text]) => {
      document.activeElement.dispatchEvent(
          new InputEvent('beforeinput', {inputType: type, data: text, bubbles: true, cancelable: true}));
    }, [inputType, data]);
    await send('deleteContentBackward', null);
    await waitForField(page, 'Line', 'typed her');
    await send('insertText', 'bs');
    await waitForField(page, 'Line', 'typed herbs');
    await send('deleteWordBackward', null);
    await waitForField(page, 'Line', 'typed ');
  });
});

test('what dictation or a form filler puts in arrives as a whole', async () => {
  await bench.open('platform', async (page) => {
    await enter(page, 'Line');
    await rest(page);
    await page.evaluate(() => {
      const element = document.activeElement;
      element.setSelectionRange(0, 5);
      element.dispatchEvent(new InputEvent(
          'beforeinput', {inputType: 'insertText', data: 'spoken', bubbles: true, cancelable: true}));
    });
    await waitForNote(page, 'mirror Line change spoken here');
  });
});

// `timestamp`: when it is said to happen, in seconds; at the moment where it is not stated.
async function touch(session, type, x, y, timestamp) {
  const touchPoints = type === 'touchEnd' ? [] : [{x, y}];
  await session.send('Input.dispatchTouchEvent', {type, touchPoints, timestamp});
}

test('a tap clicks and leaves nothing hovered; a drag scrolls; a long press is the other button', async () => {
  await bench.open('platform', async (page, context) => {
    const session = await context.newCDPSession(page);
    const box = await button(page, 'Count').boundingBox();
    const at = {x: box.x + box.width / 2, y: box.y + box.height / 2};
    await touch(session, 'touchStart', at.x, at.y);
    await touch(session, 'touchEnd');
    await waitForValue(page, 'Presses', '1 and 0');
    await waitForValue(page, 'Pointer', 'none');
    await waitForValue(page, 'Source', 'touch');

    const from = await listPoint(page);
    await touch(session, 'touchStart', from.x, from.y + 200);
    for (let y = 200; y >= 100; y -= 10) {
      await touch(session, 'touchMove', from.x, from.y + y);
      await page.waitForTimeout(20);
    }
    await page.waitForTimeout(200); // rests, so that nothing is flung
    await touch(session, 'touchEnd');
    await waitForValue(page, 'Scroll', '100');
    await rest(page);
    assert.equal(await value(page, 'Presses'), '1 and 0');

    await touch(session, 'touchStart', at.x, at.y);
    await waitForValue(page, 'Presses', '1 and 1');
    await touch(session, 'touchEnd');
    await rest(page);
    assert.equal(await value(page, 'Presses'), '1 and 1');
  }, {context: {hasTouch: true}});
});

test('a fling goes on, slows down and ends', async () => {
  await bench.open('platform', async (page, context) => {
    const session = await context.newCDPSession(page);
    const from = await listPoint(page);
    let time = Date.now() / 1000;
    await touch(session, 'touchStart', from.x, from.y + 250, time);
    for (let y = 250; y >= 130; y -= 30) await touch(session, 'touchMove', from.x, from.y + y, time += 0.016);
    await touch(session, 'touchEnd', 0, 0, time += 0.016);
    await rest(page);
    const scrolled = Number(await value(page, 'Scroll'));
    assert.ok(scrolled > 120, `scrolled by ${scrolled}`);
    await waitForValue(page, 'Pointer', 'none');
  }, {context: {hasTouch: true}});
});

test('a pen is told from a mouse', async () => {
  await bench.open('platform', async (page, context) => {
    const session = await context.newCDPSession(page);
    await session.send('Input.dispatchMouseEvent', {type: 'mouseMoved', x: 500, y: 300, pointerType: 'pen'});
    await waitForValue(page, 'Source', 'pen');
  });
});
