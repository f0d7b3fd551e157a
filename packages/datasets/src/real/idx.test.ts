import { GenmodelsError } from '@genmodels/core';
import { expect, test } from 'vitest';
import { parseIdx } from './idx.ts';

const matrix = [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 255];

test('reads the shape and the bytes, also from the middle of a buffer', () => {
  const { shape, data } = parseIdx(Uint8Array.from([9, 9, 9, ...matrix]).subarray(3));
  expect(shape).toEqual([2, 3]);
  expect(Array.from(data)).toEqual([1, 2, 3, 4, 5, 255]);
});

test.each([
  { bad: 'empty', bytes: [], code: 'corrupt-file' },
  { bad: 'shorter than its magic number', bytes: [0, 0, 8], code: 'corrupt-file' },
  { bad: 'not IDX', bytes: [60, 33, 68, 79], code: 'corrupt-file' },
  { bad: 'of another type', bytes: matrix.map((byte, i) => (i === 2 ? 0x0d : byte)), code: 'incompatible-file' },
  { bad: 'without dimensions', bytes: [0, 0, 8, 0, 1], code: 'corrupt-file' },
  { bad: 'cut in its header', bytes: matrix.slice(0, 11), code: 'corrupt-file' },
  { bad: 'cut in its values', bytes: matrix.slice(0, -1), code: 'corrupt-file' },
  { bad: 'followed by more', bytes: [...matrix, 0], code: 'corrupt-file' },
  { bad: 'of dimensions beyond any file', bytes: matrix.map((byte, i) => (i >= 4 && i < 12 ? 255 : byte)), code: 'corrupt-file' },
])('refuses bytes that are $bad', ({ bytes, code }) => {
  const read = () => parseIdx(Uint8Array.from(bytes), 'digits.idx');
  expect(read).toThrow(GenmodelsError);
  expect(read).toThrow(`[genmodels/${code}] digits.idx must`);
});
