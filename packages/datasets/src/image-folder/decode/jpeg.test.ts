import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Damage } from './damage.ts';
import { decodeJpeg } from './jpeg.ts';
import { jpegVectors } from './jpeg-vectors.ts';

const toBytes = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'));
const fileOf = (name: string) => toBytes(jpegVectors.find((vector) => vector.name === name)!.file);

test.each(jpegVectors)('the pixels are those of libjpeg: $name', ({ width, height, channels, file, pixels }) => {
  const picture = decodeJpeg(toBytes(file), 4096);
  expect(picture).toMatchObject({ width, height, channels });
  expect(Buffer.from(picture.data).toString('base64')).toBe(pixels);
});

test('what lies behind the end is ignored', () => {
  const whole = fileOf('grey');
  expect(decodeJpeg(Uint8Array.of(...whole, 1, 2, 3), 4096)).toEqual(decodeJpeg(whole, 4096));
});

describe('damage', () => {
  test.each(['restarts', 'progressive grey', 'a pixel'])('a file that is cut short anywhere is refused: %s', (name) => {
    const whole = fileOf(name);
    for (let length = 3; length < whole.length; length++) {
      expect(() => decodeJpeg(whole.subarray(0, length), 4096), `${length} bytes`).toThrow(Damage);
    }
  });

  test('missing pixels are refused where the end mark is there', () => {
    const whole = fileOf('colours at half resolution both ways');
    const cut = Uint8Array.of(...whole.subarray(0, -60), 0xff, 0xd9);
    expect(() => decodeJpeg(cut, 4096)).toThrow('its pixels are cut short');
  });

  test('any change gives a picture of the size in the header or is refused', () => {
    const change = fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) });
    fc.assert(
      fc.property(fc.constantFrom(...jpegVectors), fc.array(change, { minLength: 1, maxLength: 6 }), ({ file }, changes) => {
        const bytes = toBytes(file);
        for (const { at, byte } of changes) bytes[2 + (at % (bytes.length - 2))] = byte;
        const picture = decodeOrRefuse(bytes);
        return picture === undefined || picture.data.length === picture.width * picture.height * picture.channels;
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  function decodeOrRefuse(bytes: Uint8Array) {
    try {
      return decodeJpeg(bytes, 256);
    } catch (error) {
      if (error instanceof Damage) return undefined;
      throw error;
    }
  }
});

describe('what little bytes could make large', () => {
  const segment = (marker: number, ...data: number[]) => [0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255, ...data];
  const ones = segment(0xdb, 0, ...new Array<number>(64).fill(1));
  const frame = (marker: number, side: number) => segment(marker, 8, side >> 8, side & 255, side >> 8, side & 255, 1, 1, 0x11, 0);
  const oneCode = (kind: number, symbol: number) => segment(0xc4, kind, 1, ...new Array<number>(15).fill(0), symbol);
  const scan = (first: number, last: number, bits: number) => segment(0xda, 1, 1, 0, first, last, bits);
  const file = (...parts: number[][]) => Uint8Array.from([[0xff, 0xd8], ones, oneCode(0, 0), oneCode(0x10, 0), ...parts, [0xff, 0xd9]].flat());

  test('a picture of one flat block, by hand', () => {
    expect(decodeJpeg(file(frame(0xc0, 8), scan(0, 63, 0), [0]), 4096).data).toEqual(new Uint8Array(64).fill(128));
  });

  test('sides beyond the largest', () => {
    expect(() => decodeJpeg(file(frame(0xc0, 4097), scan(0, 63, 0), [0]), 4096)).toThrow(
      'it is 4097 x 4097 pixels, and at most 4096 a side are allowed: make it smaller, or raise largestSide',
    );
  });

  test('more blocks than the file has bits', () => {
    expect(() => decodeJpeg(file(frame(0xc0, 4096), scan(0, 63, 0), [0, 0]), 4096)).toThrow('it is too short for the picture that it says it is');
  });

  test('a bit that is told twice', () => {
    const scans = [scan(0, 0, 0x01), [0], scan(0, 0, 0x10), [0]];
    expect(decodeJpeg(file(frame(0xc2, 8), ...scans), 4096).data).toEqual(new Uint8Array(64).fill(128));
    expect(() => decodeJpeg(file(frame(0xc2, 8), ...scans, scan(0, 0, 0x10), [0]), 4096)).toThrow('its scans are out of order');
  });

  test('very many scans', () => {
    const scans = new Array<number[]>(65).fill([...scan(0, 63, 0), 0]);
    expect(() => decodeJpeg(file(frame(0xc0, 8), ...scans), 4096)).toThrow('it has more than 64 scans');
  });
});

describe('other kinds of JPEG', () => {
  const grey = fileOf('grey');
  const at = grey.findIndex((byte, i) => byte === 0xff && grey[i + 1] === 0xc0);
  const changed = (offset: number, byte: number) => Uint8Array.from(grey, (old, i) => (i === at + offset ? byte : old));

  test.each([
    { what: 'arithmetic coding', file: changed(1, 0xc9), message: 'it is lossless, hierarchical or arithmetic-coded JPEG' },
    { what: '12 bits', file: changed(4, 12), message: 'it has 12 bits a colour, and only 8 are read' },
    { what: 'no height', file: changed(6, 0), message: 'it says that it is 11 x 0 pixels' },
  ])('$what', ({ file, message }) => {
    expect(() => decodeJpeg(file, 4096)).toThrow(message);
  });
});
