import { afterEach, expect, test, vi } from 'vitest';
import { toImageData } from './to-image-data.ts';

/** What Node lacks of the browser's class. */
class FakeImageData {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;

  constructor(width: number, height: number) {
    this.data = new Uint8ClampedArray(4 * width * height);
    this.width = width;
    this.height = height;
  }
}

afterEach(() => vi.unstubAllGlobals());

test.each([
  { channels: 1, data: [7, 8], expected: [7, 7, 7, 255, 8, 8, 8, 255] },
  { channels: 3, data: [1, 2, 3, 4, 5, 6], expected: [1, 2, 3, 255, 4, 5, 6, 255] },
  { channels: 4, data: [1, 2, 3, 4, 5, 6, 7, 8], expected: [1, 2, 3, 4, 5, 6, 7, 8] },
] as const)('$channels channels become red, green, blue and opacity', ({ channels, data, expected }) => {
  vi.stubGlobal('ImageData', FakeImageData);
  const image = toImageData({ width: 2, height: 1, channels, data: Uint8Array.from(data) });
  expect([image.width, image.height]).toEqual([2, 1]);
  expect(Array.from(image.data)).toEqual(expected);
});

test('says what to use where there is no canvas', () => {
  expect(() => toImageData({ width: 1, height: 1, channels: 1, data: new Uint8Array(1) })).toThrow('use toPng() elsewhere');
});
