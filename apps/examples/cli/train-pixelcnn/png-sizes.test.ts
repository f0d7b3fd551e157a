import { createRng } from '@genmodels/core';
import { expect, test } from 'vitest';
import { pngSizes } from './png-sizes.ts';

const noise = (count: number) => createRng(0).fillUniform(new Float32Array(count));

test('a filter pays for a slope, and one file for the headers of many', async () => {
  const values = Array.from({ length: 4 * 16 * 16 }, (_, i) => (((i % 16) * 13 + (i >> 4) * 3) % 256) / 255);
  const { alone, together } = await pngSizes({ values, shape: [4, 16, 16, 1] });
  expect(together).toBeLessThan(alone);
  expect(alone).toBeLessThan(4 * 16 * 16);
  expect(alone).toBeGreaterThan(4 * 57); // signature, header and end of a file
});

test('black and white takes a bit a pixel, colours a byte a value', async () => {
  const sizeOf = async (values: ArrayLike<number>, channels: number) =>
    (await pngSizes({ values, shape: [1, 40, 40, channels] })).alone - 57;
  const bits = await sizeOf(noise(1600).map(Math.round), 1);
  expect(bits / 200).toBeGreaterThan(1);
  expect(bits / 200).toBeLessThan(1.3);
  expect((await sizeOf(noise(4800), 3)) / 4800).toBeGreaterThan(1);
});
