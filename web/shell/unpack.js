// Brings the program back from dealwright.pack, which pack.mjs made: in it, what follows instructions of one kind stands together,
// since bytes that mean the same repeat more often. A compressor leaves an eighth less.
//
// A packed program, with numbers of four bytes, lowest first: how long the program is, how many streams there are, how long each
// is, and the streams.
'use strict';

const programStreams = {
  instructions: 0, local: 1, call: 2,
  offsets: 3,     // of memory, a stream for each instruction from `firstLoad` to `lastStore`
  constants: 26,  // one for each of `neighbours` that may come next, behind the one for all others
  declarations: 43, type: 44, depth: 45, global: 46, long: 47, single: 48, double: 49, rare: 50,
  head: 51, tail: 52,  // of the module, up to the first function, and behind the last
};
// What comes after a constant tells what it is: an address, a size, a place on the stack.
const neighbours = [0x20, 0x41, 0x10, 0x6A, 0x28, 0x36, 0x37, 0x29, 0x6B, 0x0B, 0x04, 0x21, 0x22, 0x47, 0x46, 0x71];
const firstLoad = 0x28;
const lastStore = 0x3E;
// How an instruction of memory is aligned, as a rule; where it is not, this plus its alignment stands before it.
const usualAlignment = [2, 3, 2, 3, 0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 2, 3, 2, 3, 0, 1, 0, 1, 2];
const aligned = 0xE0;
const none = 255;  // no stream, no alignment

// By instruction: the stream of the one number that follows it, and how an instruction of memory is aligned. A constant's stream
// depends on what comes next.
function operandsOf() {
  const {local, call, offsets, constants, type, depth, global, long, rare} = programStreams;
  const stream = new Uint8Array(256).fill(none);
  const alignment = new Uint8Array(256).fill(none);
  const follow = (which, ...instructions) => instructions.forEach((instruction) => { stream[instruction] = which; });
  follow(type, 0x02, 0x03, 0x04);
  follow(depth, 0x0C, 0x0D);
  follow(call, 0x10);
  follow(local, 0x20, 0x21, 0x22);
  follow(global, 0x23, 0x24);
  usualAlignment.forEach((usual, place) => {
    follow(offsets + place, firstLoad + place);
    alignment[firstLoad + place] = usual;
  });
  follow(constants, 0x41);
  follow(long, 0x42);
  follow(rare, 0x3F, 0x40, 0xD0, 0xD2);
  return {stream, alignment};
}

// Operands of the instructions 0xFC 0 and so on: saturating conversions have none, those of memory one or two.
const rareOperands = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1];

// The number at a place, of as many bytes as are above 127 and one more.
function numberAt(packed, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = packed[at++];
    value |= (byte & 127) << shift;
    if (!(byte > 127)) return value;
  }
}

// The program's bytes. Of a damaged file they are wrong, which the browser says when it compiles them.
function unpackProgram(packed) {
  const header = new DataView(packed.buffer, packed.byteOffset);
  const whole = header.getUint32(0, true);
  const out = new Uint8Array(whole + 5);  // room before the last function for its size
  const count = header.getUint32(4, true);
  const at = new Uint32Array(count + 1);
  at[0] = 8 + 4 * count;
  for (let stream = 0; stream < count; ++stream) at[stream + 1] = at[stream] + header.getUint32(8 + 4 * stream, true);
  const {instructions, local, constants, declarations, single, double, rare, head, tail} = programStreams;
  const end = at[local];  // of the instructions
  const operands = operandsOf();
  const constantBefore = new Uint8Array(256).fill(constants);
  neighbours.forEach((instruction, place) => { constantBefore[instruction] = constants + place + 1; });
  out.set(packed.subarray(at[head], at[tail]), 0);
  let to = at[tail] - at[head];
  let next = at[instructions];
  while (next < end) {
    const begin = to;
    to += 5;  // a size takes no more
    // What comes next in the function: `left` numbers of a stream, then `size` bytes of it. At first, what it declares.
    let stream = declarations;
    let left = 2 * numberAt(packed, at[stream]) + 1;
    let size = 0;
    let depth = 1;
    for (;;) {
      let from = at[stream];
      for (; left > 0; --left) {
        let byte;
        do {
          byte = packed[from++];
          out[to++] = byte;
        } while (byte > 127);
      }
      for (; size > 0; --size) out[to++] = packed[from++];
      at[stream] = from;
      if (depth === 0 || next >= end) break;

      let instruction = packed[next++];
      let alignment = none;
      if (instruction >= aligned && instruction < 0xF0) {
        alignment = instruction - aligned;
        instruction = packed[next++];
      }
      out[to++] = instruction;
      stream = operands.stream[instruction];
      if (stream !== none) {
        left = 1;
        if (stream === constants) stream = constantBefore[packed[next]];
        else if (instruction <= 0x04) ++depth;
        else if (operands.alignment[instruction] !== none) {
          out[to++] = alignment === none ? operands.alignment[instruction] : alignment;
        }
        continue;
      }
      stream = rare;
      if (instruction === 0x0B) {
        --depth;
      } else if (instruction === 0x43) {
        stream = single;
        size = 4;
      } else if (instruction === 0x44) {
        stream = double;
        size = 8;
      } else if (instruction === 0x0E) {
        left = numberAt(packed, at[rare]) + 2;
      } else if (instruction === 0x11) {
        left = 2;
      } else if (instruction === 0xFC) {
        left = rareOperands[numberAt(packed, at[rare])] + 1;
      }
    }
    // Its size comes before it.
    const body = begin + 5;
    const length = to - body;
    let place = begin;
    for (let part = length; ; part >>>= 7) {
      out[place++] = part > 127 ? part & 127 | 128 : part;
      if (part <= 127) break;
    }
    out.copyWithin(place, body, to);
    to = place + length;
  }
  out.set(packed.subarray(at[tail], at[tail + 1]).subarray(0, whole - to), to);
  return out.subarray(0, whole);
}
