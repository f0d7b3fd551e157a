import { afterEach, expect, test, vi } from 'vitest';
import type { Picture } from './picture.ts';
import { toCanvas } from './to-canvas.ts';

const picture: Picture = { width: 2, height: 1, channels: 1, data: Uint8Array.of(7, 8) };

afterEach(() => vi.unstubAllGlobals());

test('says what to use where there is no page', () => {
  expect(() => toCanvas(picture)).toThrow('toCanvas() needs a page: in a worker pass an OffscreenCanvas, elsewhere use toPng()');
});

test('says so where a canvas has another context', () => {
  const canvas = { width: 0, height: 0, getContext: () => null } as unknown as OffscreenCanvas;
  expect(() => toCanvas(picture, canvas)).toThrow('needs a canvas with a 2d context');
});

test('gives a canvas the size of the picture, and draws on it', () => {
  vi.stubGlobal('ImageData', class { readonly data = new Uint8ClampedArray(8); });
  const drawn: number[][] = [];
  const context = { putImageData: ({ data }: ImageData) => void drawn.push(Array.from(data)) };
  const canvas = { width: 300, height: 150, getContext: () => context } as unknown as OffscreenCanvas;
  expect(toCanvas(picture, canvas)).toBe(canvas);
  expect([canvas.width, canvas.height]).toEqual([2, 1]);
  expect(drawn).toEqual([[7, 7, 7, 255, 8, 8, 8, 255]]);
});
