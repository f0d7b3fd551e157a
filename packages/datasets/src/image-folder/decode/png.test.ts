import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Damage } from './damage.ts';
import { decodePng } from './png.ts';

const fromBase64 = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));

// Files of 7 x 5 pixels that Pillow wrote, and what it reads from them.
const vectors = [
  { name: 'a palette of 16 colours', channels: 3, file: 'iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFBAMAAAB7tOvrAAAAMFBMVEX+/v79/v79/f37+/z5+Pn39vf09vXw9vL18/T48Pj17/P26vTs6vP13vPj0vDzgKJpFH1+AAAAIklEQVR4nGNMUw1mYtnzRO86w1IOnwcMu9iFHRhus8t8AABnOQhm/D/iXQAAAABJRU5ErkJggg==', pixels: '9Pb19Pb19fP09ur09d7z49Lw49Lw/f39/f39+fj59e/z9ur0+PD4+PD49e/z9/b3/v7+9fP0+fj57Orz49Lw9ur09e/z/v7+8Pby/f7++/v8+fj59d7z9ur0/v7+8Pby/f7+7Orz84Ci' },
  { name: 'a palette with a transparent colour', channels: 4, file: 'iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFAgMAAAD09B5LAAAADFBMVEX8/Pz09fX07fXxtNDqk44CAAAAAnRSTlP/AOW3MEoAAAAXSURBVHicYwhbw7ThD8NEDSaBO0wMGgAomQSCTHL05AAAAABJRU5ErkJggg==', pixels: '9PX1APT19QD09fUA9O31//Tt9f/07fX/8bTQ//z8/P/8/Pz/9PX1APTt9f/07fX/9O31//Tt9f/07fX/9PX1APz8/P/09fUA/Pz8//Tt9f/07fX/9O31//Tt9f/8/Pz/9PX1APz8/P/8/Pz/9PX1APTt9f/07fX//Pz8//T19QD8/Pz/9O31//G00P8=' },
  { name: 'black and white', channels: 1, file: 'iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFAQAAAACh4ct1AAAAEklEQVR4nGP4x8TAxMDEwPQPAAoeAgU6D6OdAAAAAElFTkSuQmCC', pixels: '/////////////////////////////////////////////wA=' },
  { name: 'colours, of which one is transparent', channels: 4, file: 'iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAIAAAAG+GGPAAAABnRSTlMA9AD2APWvjPj9AAAAX0lEQVR4nAXBUQ6DIBAFwLdI2cWvJr3/CW1ibBQQF15n5CxXAOBA5fjRdzxfyvABgT/dq48muiZQ4n00yaJm3V1zKns/N49o5DJhmIExLetH7a0BhbwBYIKAbPWy/PoDqLk0b7KZ1gQAAAAASUVORK5CYII=', pixels: '9Pb1APb29f/28vX/9un0//Pb8//vyvP/6rby//38/f/9/f3/+fj3//Xv8//y5/T/+fH6//nw+//27fX/9/b2//7+/v/z9PP/+fj6/+/n9P/j0vD/9uX0//bw8//+/v7/8fby//3+/f/5+vv/9/f7//bb8//16fP//v7+/+/28f/9/v7/5PHw//8AAP8=' },
  { name: 'colours', channels: 3, file: 'iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAIAAAAG+GGPAAAAX0lEQVR4nAXBUQ6DIBAFwLdI2cWvJr3/CW1ibBQQF15n5CxXAOBA5fjRdzxfyvABgT/dq48muiZQ4n00yaJm3V1zKns/N49o5DJhmIExLetH7a0BhbwBYIKAbPWy/PoDqLk0b7KZ1gQAAAAASUVORK5CYII=', pixels: '9Pb19vb19vL19un089vz78rz6rby/fz9/f39+fj39e/z8uf0+fH6+fD79u319/b2/v7+8/Tz+fj67+f049Lw9uX09vDz/v7+8fby/f79+fr79/f79tvz9enz/v7+7/bx/f7+5PHw/wAA' },
];

test.each(vectors)('the pixels are those of Pillow: $name', async ({ channels, file, pixels }) => {
  const picture = await decodePng(fromBase64(file), 4096);
  expect(picture).toMatchObject({ width: 7, height: 5, channels });
  expect(Buffer.from(picture.data).toString('base64')).toBe(pixels);
});

/** A PNG file for tests, from its parts. */
function pngFile(chunks: readonly (readonly [type: string, data: Uint8Array])[]): Uint8Array<ArrayBuffer> {
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return new Uint8Array(Buffer.concat([signature, ...chunks.map(([type, data]) => chunk(type, data))]));
}

function chunk(type: string, data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}

interface PngParts {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly color: number;
  readonly interlace?: 0 | 1;
  /** The rows of all passes, each behind its filter. */
  readonly rows: Uint8Array;
  /** What stands between header and pixels. */
  readonly between?: readonly (readonly [type: string, data: Uint8Array])[];
}

/** The pixels are cut into two parts, as writers that stream do. */
function makePng({ width, height, depth, color, interlace = 0, rows, between = [] }: PngParts): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, color, 0, 0, interlace], 8);
  const packed = deflateSync(rows);
  return pngFile([
    ['IHDR', header],
    ...between,
    ['IDAT', packed.subarray(0, 5)],
    ['IDAT', packed.subarray(5)],
    ['IEND', new Uint8Array()],
  ]);
}

// Which of the seven passes a pixel belongs to (PNG, 8.2).
const adam7 = ['16462646', '77777777', '56565656', '77777777', '36463646', '77777777', '56565656', '77777777'];
const samplesOf: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly color: number;
  readonly interlace: 0 | 1;
  /** Of pixel (x, y). */
  sample(x: number, y: number, s: number): number;
}

/** Rows with the filters 0 to 4 by turns. */
function writeRows({ width, height, depth, color, interlace, sample }: Pixels): Uint8Array {
  const count = samplesOf[color]!;
  const step = Math.max(1, (count * depth) >> 3);
  const rows: Uint8Array[] = [];
  for (const pass of interlace ? '1234567' : '1') {
    let above: number[] = [];
    for (let y = 0; y < height; y++) {
      const columns = [...Array(width).keys()].filter((x) => !interlace || adam7[y % 8]![x % 8] === pass);
      if (columns.length === 0) continue;
      const bits = columns.flatMap((x) => Array.from({ length: count }, (_, s) => sample(x, y, s).toString(2).padStart(depth, '0'))).join('');
      const row = bits.match(/.{1,8}/g)!.map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2));
      const filter = rows.length % 5;
      rows.push(Uint8Array.of(filter, ...row.map((byte, i) => byte - predict(filter, row[i - step] ?? 0, above[i] ?? 0, above[i - step] ?? 0))));
      above = row;
    }
  }
  return new Uint8Array(Buffer.concat(rows));
}

function predict(filter: number, left: number, above: number, corner: number): number {
  if (filter < 4) return [0, left, above, (left + above) >> 1][filter]!;
  const nearest = (a: number, b: number) => Math.abs(a - left - above + corner) - Math.abs(b - left - above + corner);
  return [left, above, corner].sort(nearest)[0]!; // sorting is stable: left before above before corner
}

const kinds = [
  ...[1, 2, 4, 8, 16].map((depth) => ({ color: 0, depth })),
  ...[1, 2, 4, 8].map((depth) => ({ color: 3, depth })),
  ...[2, 4, 6].flatMap((color) => [8, 16].map((depth) => ({ color, depth }))),
];
const sizes = [[1, 1], [3, 2], [8, 8], [11, 9], [2, 13]] as const;
const cases = kinds.flatMap((kind) => ([0, 1] as const).map((interlace) => ({ ...kind, interlace })));

test.each(cases)('colour type $color with $depth bits, interlace $interlace', async ({ color, depth, interlace }) => {
  const sample = (x: number, y: number, s: number) => (x * 7919 + y * 104_729 + s * 31_337 + x * y * 13) % 2 ** depth;
  const palette = Uint8Array.from({ length: 3 * 2 ** Math.min(depth, 8) }, (_, i) => (i * 89) % 256);
  for (const [width, height] of sizes) {
    const rows = writeRows({ width, height, depth, color, interlace, sample });
    const between = color === 3 ? [['PLTE', palette] as const] : [];
    const picture = await decodePng(makePng({ width, height, depth, color, interlace, rows, between }), 4096);
    expect(picture).toMatchObject({ width, height, channels: { 0: 1, 2: 3, 3: 3, 4: 4, 6: 4 }[color] });
    const toByte = (x: number, y: number, s: number) => Math.round((sample(x, y, s) * 255) / (2 ** depth - 1));
    const expected: number[] = [];
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        if (color === 3) expected.push(...palette.subarray(3 * sample(x, y, 0)).subarray(0, 3));
        else if (color === 4) expected.push(...[0, 0, 0, 1].map((s) => toByte(x, y, s)));
        else expected.push(...Array.from({ length: samplesOf[color]! }, (_, s) => toByte(x, y, s)));
      }
    }
    expect(Array.from(picture.data)).toEqual(expected);
  }
});

test('a transparent grey of 16 bits is compared in 16 bits', async () => {
  const rows = Uint8Array.of(0, 0x12, 0x34, 0x12, 0x35);
  const between = [['tRNS', Uint8Array.of(0x12, 0x34)] as const];
  const picture = await decodePng(makePng({ width: 2, height: 1, depth: 16, color: 0, rows, between }), 4096);
  expect(Array.from(picture.data)).toEqual([0x12, 0x12, 0x12, 0, 0x12, 0x12, 0x12, 255]);
});

const grey: PngParts = { width: 2, height: 2, depth: 8, color: 0, rows: Uint8Array.of(0, 10, 20, 0, 30, 40) };

test('pixels in thousands of parts', async () => {
  const rows = Uint8Array.from({ length: 51 * 90 }, (_, i) => (i % 51 === 0 ? 0 : i * i));
  const header = makePng({ width: 50, height: 90, depth: 8, color: 0, rows }).slice(16, 29);
  const packed = new Uint8Array(deflateSync(rows, { level: 0 }));
  const parts = Array.from(packed, (byte) => ['IDAT', Uint8Array.of(byte)] as const);
  const picture = await decodePng(pngFile([['IHDR', header], ...parts, ['IEND', new Uint8Array()]]), 4096);
  expect(Array.from(picture.data)).toEqual(Array.from(rows).filter((_, i) => i % 51 !== 0));
});

test('an orientation in an eXIf chunk is respected', async () => {
  const exif = Uint8Array.of(0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 3, 0, 0);
  const picture = await decodePng(makePng({ ...grey, between: [['eXIf', exif]] }), 4096);
  expect(Array.from(picture.data)).toEqual([40, 30, 20, 10]);
});

describe('damage', () => {
  test('a file that is cut short anywhere is refused', async () => {
    const whole = makePng(grey);
    for (let length = 8; length < whole.length; length++) {
      await expect(decodePng(whole.subarray(0, length), 4096), `${length} bytes`).rejects.toThrow(Damage);
    }
  });

  test('any changed byte is refused: checksums see it', async () => {
    const whole = makePng(grey);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 8, max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        await expect(decodePng(whole.map((byte, i) => (i === at ? byte ^ change : byte)), 4096)).rejects.toThrow(Damage);
      }),
      { numRuns: 100, seed: 1 },
    );
  });

  test.each([
    { what: 'fewer rows than it says', change: { height: 3 }, message: 'it holds fewer pixels than it says' },
    { what: 'more rows than it says', change: { height: 1 }, message: 'it holds more pixels than it says' },
    { what: 'a bomb', change: { rows: new Uint8Array(10_000_000) }, message: 'it holds more pixels than it says' },
    { what: 'far too few bytes', change: { width: 4000, height: 4000 }, message: 'it is too short for the picture that it says it is' },
    { what: 'sides beyond the largest', change: { width: 5000 }, message: 'it is 5000 x 2 pixels, and at most 4096 a side are allowed' },
    { what: 'no width', change: { width: 0 }, message: 'it says that it is 0 x 2 pixels' },
    { what: 'a depth that its colours do not have', change: { color: 2, depth: 4 }, message: 'its header pairs the colour type 2 with 4 bits' },
    { what: 'an unknown filter', change: { rows: Uint8Array.of(0, 10, 20, 5, 30, 40) }, message: 'a row names the filter 5' },
    { what: 'a palette that is missing', change: { color: 3 }, message: 'it has no palette' },
    { what: 'a colour that the palette lacks', change: { color: 3, between: [['PLTE', new Uint8Array(60)]] }, message: 'a pixel has a colour that its palette lacks' },
    { what: 'a part that nobody knows', change: { between: [['ABCD', new Uint8Array()]] }, message: 'it has a part that PNG does not have' },
  ] satisfies { what: string; change: Partial<PngParts>; message: string }[])('$what', async ({ change, message }) => {
    await expect(decodePng(makePng({ ...grey, ...change }), 4096)).rejects.toThrow(message);
  });

  test('pixels that do not unpack', async () => {
    const header = makePng(grey).slice(16, 29);
    const file = pngFile([['IHDR', header], ['IDAT', Uint8Array.of(1, 2, 3)], ['IEND', new Uint8Array()]]);
    await expect(decodePng(file, 4096)).rejects.toThrow('its pixels do not unpack');
  });
});
