// What is packed comes back byte for byte, and what cannot is refused by name.

import assert from 'node:assert/strict';
import {test} from 'node:test';

import {packDocuments, packProgram, unpackDocuments, unpackProgram} from '../../../web/shell/pack.mjs';

const magic = [0x00, 0x61, 0x73, 0x6D, 0x01, 0x00, 0x00, 0x00];
const number = (value) => value < 128 ? [value] : [value & 127 | 128, ...number(value >> 7)];
const section = (id, content) => [id, ...number(content.length), ...content];
const body = (...bytes) => [...number(bytes.length), ...bytes];
const module = (functions, before = [], after = []) =>
  Buffer.from([...magic, ...before, ...section(10, [functions.length, ...functions.flat()]), ...after]);
const end = 0x0B;

// By the numbers of the specification: every kind of operand, some of them more than a byte long.
const everything = body(
    0x02, 0x03, 0x7F, 0x01, 0x7C,                              // locals: three of i32, one of f64
    0x02, 0x40, 0x03, 0x7F, 0x20, 0x81, 0x01, 0x04, 0x40, 0x05, end, 0x0C, 0x01, end, 0x0D, 0x00, end,
    0x20, 0x00, 0x0E, 0x02, 0x00, 0x01, 0x00,                  // a table of branches
    0x10, 0xD8, 0x33, 0x11, 0x04, 0x00,                        // calls
    0x23, 0x00, 0x41, 0x90, 0x7F, 0x6A, 0x24, 0x00,            // globals, and a constant before an addition
    0x41, 0x05, 0x28, 0x02, 0x08, 0x28, 0x00, 0x09, 0x36, 0x02, 0xAC, 0x02, 0x3A, 0x00, 0x01,  // memory, once not aligned
    0x41, 0x80, 0x80, 0x04, 0x28, 0x01, 0x00,                  // a constant before what is not aligned
    0x42, 0xFF, 0xFF, 0x03, 0x43, 0x00, 0x00, 0x80, 0x3F, 0x44, 0, 0, 0, 0, 0, 0, 0xF0, 0x3F,
    0xFC, 0x02, 0xFC, 0x0A, 0x00, 0x00, 0xFC, 0x0B, 0x00, 0x3F, 0x00, 0xD2, 0x07, 0x1A, 0x41, 0x01, end);

test('a program comes back, whatever follows its instructions', () => {
  const program = module([everything, body(0x00, end), everything], section(1, [1, 0x60, 0, 0]), section(11, [0]));
  const packed = packProgram(program);
  assert.deepEqual(Buffer.from(unpackProgram(packed)), program);
  assert.notDeepEqual(packed.subarray(-program.length), program);
});

test('a large function comes back: its size takes more than one byte', () => {
  const program = module([body(0x00, ...Array(1000).fill([0x20, 0x01, 0x1A]).flat(), end)]);
  assert.deepEqual(Buffer.from(unpackProgram(packProgram(program))), program);
});

test('what is not known in a program is refused', () => {
  assert.throws(() => packProgram(module([body(0x00, 0xFD, 0x0C, end)])), /the instruction 253 is not known/);
  assert.throws(() => packProgram(module([body(0x00, 0xFC, 0x11, 0x00, end)])), /0xFC 17 is not known/);
  assert.throws(() => packProgram(module([body(0x00, 0x41)])), /cut off/);
  assert.throws(() => packProgram(module([[3, 0x00, 0x41, 0x80, 0x80, 0x00, end]])), /does not end where its size says/);
  // A size of two bytes where one would do would not come back so.
  assert.throws(() => packProgram(module([[0x82, 0x00, 0x00, end]])), /does not come back as it was/);
  assert.throws(() => packProgram(Buffer.from(magic)), /cut off/);
});

test('a damaged program gives bytes and an end', () => {
  const packed = packProgram(module([everything]));
  const cut = packed.subarray(0, packed.length - 40);
  assert.equal(unpackProgram(cut).length, unpackProgram(packed).length);
});

test('documents come back, whatever their values hold', () => {
  const many = `{${Array.from({length: 300}, (_, key) => `"k${key}":{"a":${key}}`)}}`;
  for (const text of ['{}', '7', '[1,[2,{"a":[]}],"$"]', '{"a":"$\\"{[,","b":{"a":null},"c":[true,-1.5e3,{"a":"é€𝄞"},[],[]],"d":":"}', many]) {
    const packed = packDocuments(Buffer.from(text));
    assert.equal(unpackDocuments(packed).toString(), text);
  }
});

test('values behind one key stand together', () => {
  // By hand: the keys by how often they stand, the frame, the values of a, of c's list, of b.
  const packed = packDocuments(Buffer.from('{"a":1,"c":[2,{"a":"x","b":"y"}],"b":"z"}'));
  assert.equal(packed.toString('latin1'), 'a\nb\nc\0{\x80\x82[${\x80\x81}]\x81}\0=1\n"x"\0=2\0"y\nz\0');
});

test('what is no document for packing is refused', () => {
  assert.throws(() => packDocuments(Buffer.from('{"a\\"b":1}')), /the key "a\\"b" has a backslash/);
  assert.throws(() => packDocuments(Buffer.from([0x22, 0xFF, 0x22])), /no JSON in UTF-8/);
});
