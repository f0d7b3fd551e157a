import { describe, expect, test } from 'vitest';
import type { Picture } from '../pictures/picture.ts';
import { type FitOptions, fitPicture } from './fit-picture.ts';

const options: FitOptions = { height: 2, width: 2, channels: 1, fit: 'cover', background: [255, 255, 255] };
const fit = (picture: Picture, changes: Partial<FitOptions>) => Array.from(fitPicture(picture, { ...options, ...changes }));

describe('a picture of another shape', () => {
  // 1 2 3 4
  // 5 6 7 8
  const wide: Picture = { width: 4, height: 2, channels: 1, data: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8) };
  const tall: Picture = { width: 1, height: 3, channels: 1, data: Uint8Array.of(1, 2, 3) };

  test('cover loses both sides', () => {
    expect(fit(wide, {})).toEqual([2, 3, 6, 7]);
    expect(fit(tall, { width: 1, height: 1 })).toEqual([2]);
  });

  test('contain puts the background at both sides', () => {
    expect(fit(wide, { fit: 'contain', width: 4, height: 4, background: [9, 9, 9] })).toEqual([9, 9, 9, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 9]);
    expect(fit(tall, { fit: 'contain', width: 3, height: 3, background: [9, 9, 9] })).toEqual([9, 1, 9, 9, 2, 9, 9, 3, 9]);
  });

  test('stretch fills all with all', () => {
    expect(fit(tall, { fit: 'stretch', width: 3, height: 3 })).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3]);
  });

  test('contain keeps a pixel of the thinnest picture', () => {
    const line: Picture = { width: 100, height: 1, channels: 1, data: new Uint8Array(100) };
    expect(fit(line, { fit: 'contain' })).toEqual([0, 0, 255, 255]);
  });
});

describe('colours', () => {
  const one = { height: 1, width: 1 };
  const pixel = (...data: number[]): Picture => ({ ...one, channels: data.length as 1 | 3 | 4, data: Uint8Array.from(data) });

  test.each([
    { what: 'grey to colours', from: [7], channels: 3, to: [7, 7, 7] },
    { what: 'colours to grey', from: [100, 200, 50], channels: 1, to: [153] }, // 29.9 + 117.4 + 5.7
    { what: 'white stays white', from: [255, 255, 255], channels: 1, to: [255] },
    { what: 'transparent shows the background', from: [1, 2, 3, 0], channels: 3, to: [50, 100, 150] },
    { what: 'opaque hides it', from: [1, 2, 3, 255], channels: 3, to: [1, 2, 3] },
    { what: 'a fifth of both', from: [255, 0, 0, 51], channels: 3, to: [91, 80, 120] }, // 51 + 0.8 * 50, 0.8 * 100, 0.8 * 150
    { what: 'transparent to grey', from: [1, 2, 3, 0], channels: 1, to: [91] }, // 14.95 + 58.7 + 17.1 = 90.75
  ] as const)('$what', ({ from, channels, to }) => {
    expect(fit(pixel(...from), { ...one, channels, background: [50, 100, 150] })).toEqual(to);
  });

  test('what is transparent lends no colour to its neighbours', () => {
    const picture: Picture = { width: 2, height: 1, channels: 4, data: Uint8Array.of(0, 0, 255, 0, 0, 0, 0, 255) };
    expect(fit(picture, { ...one, fit: 'stretch', channels: 3, background: [0, 0, 0] })).toEqual([0, 0, 0]);
  });
});
