import { expect, test } from 'vitest';
import { orient } from './orient.ts';
import { readOrientation } from './orientation.ts';

// 1 2 3
// 4 5 6
const picture = { width: 3, height: 2, channels: 1, data: Uint8Array.of(1, 2, 3, 4, 5, 6) } as const;

test.each([
  { orientation: 1, rows: ['123', '456'] },
  { orientation: 2, rows: ['321', '654'] },
  { orientation: 3, rows: ['654', '321'] },
  { orientation: 4, rows: ['456', '123'] },
  { orientation: 5, rows: ['14', '25', '36'] },
  { orientation: 6, rows: ['41', '52', '63'] },
  { orientation: 7, rows: ['63', '52', '41'] },
  { orientation: 8, rows: ['36', '25', '14'] },
] as const)('orientation $orientation', ({ orientation, rows }) => {
  const upright = orient(picture, orientation);
  expect(upright).toMatchObject({ width: rows[0].length, height: rows.length, channels: 1 });
  expect(Array.from(upright.data).join('')).toBe(rows.join(''));
});

test('the channels of a pixel stay together', () => {
  const colors = { width: 2, height: 1, channels: 3, data: Uint8Array.of(1, 2, 3, 4, 5, 6) } as const;
  expect(Array.from(orient(colors, 3).data)).toEqual([4, 5, 6, 1, 2, 3]);
});

const big = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0];
const changed = (at: number, byte: number) => big.map((old, i) => (i === at ? byte : old));
const little = [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0];

test.each([
  { what: 'big-endian', tiff: big, orientation: 6 },
  { what: 'little-endian', tiff: little, orientation: 6 },
  { what: 'none', tiff: undefined, orientation: 1 },
  { what: 'another tag', tiff: changed(11, 0x13), orientation: 1 },
  { what: 'an orientation that there is not', tiff: changed(19, 9), orientation: 1 },
  { what: 'a directory behind the end', tiff: changed(6, 255), orientation: 1 },
  { what: 'a directory that is cut short', tiff: big.slice(0, 15), orientation: 1 },
  { what: 'a few bytes', tiff: [0x4d], orientation: 1 },
])('Exif data with $what', ({ tiff, orientation }) => {
  expect(readOrientation(tiff && Uint8Array.from(tiff))).toBe(orientation);
});
