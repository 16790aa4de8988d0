// Makes what a page loads smaller for the way: a WebAssembly module, which unpack.js brings back, or a JSON text, which the program
// does (packed_documents.hpp). Both say how it is packed.
//
// Usage: node pack.mjs FILE.wasm|FILE.json FILE.pack. Also writes FILE.pack.br, compressed with brotli. Ends with 1 and a word on
// what it does not know in a module; what is written comes back byte for byte, which is tried before.

import {readFileSync, writeFileSync} from 'node:fs';
import {buffer} from 'node:stream/consumers';
import {fileURLToPath} from 'node:url';
import vm from 'node:vm';
import zlib from 'node:zlib';

const page = vm.createContext();
const script = fileURLToPath(new URL('unpack.js', import.meta.url));
vm.runInContext(readFileSync(script, 'utf8') + `;this.unpack = {programStreams, neighbours, firstLoad, lastStore, usualAlignment,
  aligned, none, operandsOf, rareOperands, unpackProgram};`, page);
const {programStreams, neighbours, firstLoad, lastStore, usualAlignment, aligned, none, operandsOf, rareOperands} = page.unpack;
export const {unpackProgram} = page.unpack;

const codeSection = 10;
const isBare = (instruction) => [0x00, 0x01, 0x05, 0x0F, 0x1A, 0x1B, 0xD1].includes(instruction) ||
    instruction >= 0x45 && instruction <= 0xC4;

function stop(why) {
  throw new Error(`pack: ${why}`);
}

// Reads a module from its begin on.
class Reader {
  constructor(module) {
    this.module = module;
    this.at = 0;
  }
  byte() {
    if (this.at >= this.module.length) stop('the module is cut off');
    return this.module[this.at++];
  }
  // The bytes of a number, and what it is where that is below 2^31.
  number() {
    const begin = this.at;
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      if (shift < 31) value += (byte & 127) * 2 ** shift;
      if (byte < 128) break;
    }
    return {bytes: this.module.subarray(begin, this.at), value};
  }
  bytes(size) {
    this.at += size;
    return this.module.subarray(this.at - size, this.at);
  }
}

function packFunction(reader, end, put, operands) {
  const {instructions, declarations, single, double, rare, offsets, constants} = programStreams;
  const groups = reader.number();
  put(declarations, groups.bytes);
  for (let i = 0; i < groups.value; ++i) {
    put(declarations, reader.number().bytes);
    put(declarations, reader.bytes(1));
  }
  let constant = null;  // waits for the instruction that comes after it
  const instruct = (byte) => {
    if (constant) put(constants + 1 + neighbours.indexOf(byte), constant);
    constant = null;
    put(instructions, [byte]);
  };
  while (reader.at < end) {
    const instruction = reader.byte();
    if (instruction >= firstLoad && instruction <= lastStore) {
      const alignment = reader.number();
      if (alignment.bytes.length > 1 || alignment.value > 15) stop('an alignment is not known');
      if (alignment.value !== usualAlignment[instruction - firstLoad]) instruct(aligned + alignment.value);
      instruct(instruction);
      put(offsets + instruction - firstLoad, reader.number().bytes);
      continue;
    }
    instruct(instruction);
    if (instruction === 0x41) {
      constant = reader.number().bytes;
    } else if (operands.stream[instruction] !== none) {
      put(operands.stream[instruction], reader.number().bytes);
    } else if (instruction === 0x43) {
      put(single, reader.bytes(4));
    } else if (instruction === 0x44) {
      put(double, reader.bytes(8));
    } else if (instruction === 0x0E) {
      const targets = reader.number();
      put(rare, targets.bytes);
      for (let i = 0; i <= targets.value; ++i) put(rare, reader.number().bytes);
    } else if (instruction === 0x11) {
      put(rare, reader.number().bytes);
      put(rare, reader.number().bytes);
    } else if (instruction === 0xFC) {
      const which = reader.number();
      put(rare, which.bytes);
      if (!(which.value in rareOperands)) stop(`the instruction 0xFC ${which.value} is not known`);
      for (let i = 0; i < rareOperands[which.value]; ++i) put(rare, reader.number().bytes);
    } else if (instruction !== 0x0B && !isBare(instruction)) {
      stop(`the instruction ${instruction} is not known`);
    }
  }
  if (reader.at !== end) stop('a function does not end where its size says');
}

export function packProgram(module) {
  const streams = Array.from({length: programStreams.tail + 1}, () => []);
  const put = (stream, bytes) => {
    for (const byte of bytes) streams[stream].push(byte);
  };
  const operands = operandsOf();
  const reader = new Reader(module);
  reader.bytes(8);
  while (reader.byte() !== codeSection) reader.bytes(reader.number().value);
  const size = reader.number().value;
  const end = reader.at + size;
  const functions = reader.number().value;
  put(programStreams.head, module.subarray(0, reader.at));
  for (let i = 0; i < functions; ++i) {
    const length = reader.number().value;
    packFunction(reader, reader.at + length, put, operands);
  }
  if (reader.at !== end) stop('the functions do not end where their section does');
  put(programStreams.tail, module.subarray(end));

  const header = new DataView(new ArrayBuffer(8 + 4 * streams.length));
  header.setUint32(0, module.length, true);
  header.setUint32(4, streams.length, true);
  streams.forEach((stream, place) => header.setUint32(8 + 4 * place, stream.length, true));
  const packed = Buffer.concat([Buffer.from(header.buffer), ...streams.map((stream) => Buffer.from(stream))]);
  if (Buffer.compare(Buffer.from(unpackProgram(packed)), module) !== 0) stop('what is packed does not come back as it was');
  return packed;
}

// How documents are packed: packed_documents.hpp says it. The keys that stand most often take one byte.
const usualKeys = 128;

export function packDocuments(text) {
  const tokens = text.toString().match(/"(?:[^"\\]|\\.)*":?|[{}[\],]|[^{}[\],"]+/gs) || [];
  const counts = new Map();
  for (const token of tokens) {
    if (token.endsWith('":')) counts.set(token, (counts.get(token) || 0) + 1);
  }
  const keys = Array.from(counts.keys()).sort((a, b) => counts.get(b) - counts.get(a));
  const numbers = new Map(keys.map((key, number) => [key, number]));
  const columns = new Map();
  const enclosing = [];
  const frame = [];
  let key = none;
  tokens.forEach((token, at) => {
    if (token === ',') return;
    if (token.endsWith('":')) {
      if (token.includes('\\')) stop(`the key ${token.slice(0, -1)} has a backslash`);
      key = numbers.get(token);
      if (key >= usualKeys) frame.push(Math.floor(key / usualKeys));
      frame.push(usualKeys + key % usualKeys);
    } else if ('{}[]'.includes(token)) {
      if (token === '{' || token === '[') enclosing.push(key);
      else key = enclosing.pop();
      frame.push(token.charCodeAt());
    } else {
      if (!columns.has(key)) columns.set(key, []);
      columns.get(key).push(token);
      if (at === 0 || !tokens[at - 1].endsWith('":')) frame.push('$'.charCodeAt());
    }
  });
  const lines = Array.from(columns.values(), (values) => values.every((value) => value.startsWith('"')) ?
      '"' + values.map((value) => value.slice(1, -1)).join('\n') : '=' + values.join('\n'));
  const packed = Buffer.concat([Buffer.from(keys.map((each) => each.slice(1, -2)).join('\n') + '\0'), Buffer.from(frame),
                                Buffer.from(['', ...lines, ''].join('\0'))]);
  if (Buffer.compare(unpackDocuments(packed), text) !== 0) stop('a text is no JSON in UTF-8');
  return packed;
}

// The JSON text again.
export function unpackDocuments(packed) {
  let unread = packed;
  const part = () => {
    const found = unread.subarray(0, unread.indexOf(0));
    unread = unread.subarray(found.length + 1);
    return found;
  };
  const keys = part().toString().split('\n');
  const frame = part();
  const columns = new Map();
  const enclosing = [];
  let key = none;
  const value = () => {
    if (!columns.has(key)) {
      const column = part().toString();
      columns.set(key, {quote: column[0] === '"' ? '"' : '', values: column.slice(1).split('\n').values()});
    }
    const {quote, values} = columns.get(key);
    return quote + values.next().value + quote;
  };
  let text = '';
  let more = 0;
  frame.forEach((code, at) => {
    const letter = String.fromCharCode(code);
    const isEnd = letter === '}' || letter === ']';
    if (code < 32) {
      more = usualKeys * code;
      return;
    }
    if (!isEnd && text !== '' && !'{[:'.includes(text[text.length - 1])) text += ',';
    if (code >= usualKeys) {
      key = more + code - usualKeys;
      more = 0;
      text += `"${keys[key]}":`;
      if (!'{['.includes(String.fromCharCode(frame[at + 1]))) text += value();
    } else if (letter === '$') {
      text += value();
    } else {
      if (isEnd) key = enclosing.pop();
      else enclosing.push(key);
      text += letter;
    }
  });
  return Buffer.from(text);
}

// Compressed with an end of block before each of the places, where the bytes begin to differ: a hundredth less, since the compressor
// does not find these places by itself.
async function compress(packed, places) {
  const {BROTLI_OPERATION_FLUSH, BROTLI_PARAM_LGWIN, BROTLI_PARAM_QUALITY} = zlib.constants;
  const compressor = zlib.createBrotliCompress({params: {[BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 24}});
  const compressed = buffer(compressor);
  let written = 0;
  for (const place of places) {
    compressor.write(packed.subarray(written, place));
    await new Promise((done) => { compressor.flush(BROTLI_OPERATION_FLUSH, done); });
    written = place;
  }
  compressor.end(packed.subarray(written));
  return compressed;
}

// Where large streams begin.
function placesOf(program) {
  const {local, call, offsets, constants, declarations, tail} = programStreams;
  const places = [];
  let at = 8 + 4 * program.readUInt32LE(4);
  for (let stream = 0; stream <= tail; ++stream) {
    if ([local, call, offsets, constants, declarations, tail].includes(stream)) places.push(at);
    at += program.readUInt32LE(8 + 4 * stream);
  }
  return places;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , file, out] = process.argv;
  const isProgram = file.endsWith('.wasm');
  const packed = (isProgram ? packProgram : packDocuments)(readFileSync(file));
  writeFileSync(out, packed);
  writeFileSync(out + '.br', await compress(packed, isProgram ? placesOf(packed) : []));
}
