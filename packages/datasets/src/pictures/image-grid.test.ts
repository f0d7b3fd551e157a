import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { imageGrid } from './image-grid.ts';

test('three images of one pixel in two columns, with a gap, twice as large', async () => {
  const images = tf.tensor4d([0, 0.5, 1], [3, 1, 1, 1]);
  const { data, ...size } = await imageGrid(images, { columns: 2, gap: 1, scale: 2 });
  expect(size).toEqual({ width: 5, height: 5, channels: 1 });
  expect(Array.from(data)).toEqual(
    [
      [0, 0, 64, 128, 128],
      [0, 0, 64, 128, 128],
      [64, 64, 64, 64, 64],
      [255, 255, 64, 64, 64],
      [255, 255, 64, 64, 64],
    ].flat(),
  );
  expect(images.isDisposed).toBe(false);
  images.dispose();
});

test('typed arrays, colours, rows and columns in their order', async () => {
  const values = Float32Array.from({ length: 2 * 2 * 3 }, (_, i) => i / 255);
  const picture = await imageGrid({ values, shape: [1, 2, 2, 3] });
  expect(picture).toMatchObject({ width: 2, height: 2, channels: 3 });
  expect(Array.from(picture.data)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});

test('a grid is square by default, and no wider than its images', async () => {
  const shapeOf = async (count: number, columns?: number) => {
    const { width, height } = await imageGrid(
      { values: new Float32Array(count), shape: [count, 1, 1, 1] },
      { gap: 0, ...(columns && { columns }) },
    );
    return [width, height];
  };
  expect(await shapeOf(9)).toEqual([3, 3]);
  expect(await shapeOf(7)).toEqual([3, 3]);
  expect(await shapeOf(3, 10)).toEqual([3, 1]);
});

test('values are clamped and rounded', async () => {
  const values = [-1, 0.4 / 255, 0.6 / 255, 254.4 / 255, 7, Number.POSITIVE_INFINITY];
  const { data } = await imageGrid({ values, shape: [1, 1, 6, 1] });
  expect(Array.from(data)).toEqual([0, 0, 1, 254, 255, 255]);
});

test('refuses NaN and shapes that are no images', async () => {
  const grid = (values: number[], shape: [number, number, number, number], options = {}) => imageGrid({ values, shape }, options);
  await expect(grid([0, Number.NaN], [2, 1, 1, 1])).rejects.toMatchObject({ code: 'invalid-value' });
  await expect(grid([0, 0], [1, 1, 1, 2])).rejects.toMatchObject({ code: 'invalid-shape' });
  await expect(grid([], [0, 1, 1, 1])).rejects.toMatchObject({ code: 'invalid-shape' });
  await expect(grid([0], [2, 1, 1, 1])).rejects.toMatchObject({ code: 'invalid-shape' });
  await expect(grid([0], [1, 1, 1, 1], { columns: 0 })).rejects.toMatchObject({ code: 'invalid-argument' });
  await expect(grid([0], [1, 1, 1, 1], { gap: -1 })).rejects.toMatchObject({ code: 'invalid-argument' });
  await expect(grid([0], [1, 1, 1, 1], { scale: 0.5 })).rejects.toMatchObject({ code: 'invalid-argument' });
});
