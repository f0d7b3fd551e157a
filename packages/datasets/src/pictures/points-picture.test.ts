import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import type { Picture } from './picture.ts';
import { pointsPicture } from './points-picture.ts';

function pixel({ width, data }: Picture, x: number, y: number): number[] {
  return Array.from(data.subarray(3 * (y * width + x), 3 * (y * width + x) + 3));
}

const square = { extent: [0, 0, 10, 10], size: 10 } as const;

test('a point darkens its pixel, with y upwards, and white paper stays white elsewhere', async () => {
  const picture = await pointsPicture([2.5, 8.5], square);
  expect(picture).toMatchObject({ width: 10, height: 10, channels: 3 });
  expect(pixel(picture, 2, 1)).not.toEqual([255, 255, 255]);
  expect(pixel(picture, 2, 8)).toEqual([255, 255, 255]);
  const white = Array.from({ length: 100 }, (_, i) => pixel(picture, i % 10, Math.floor(i / 10))).filter((rgb) => Math.min(...rgb) === 255);
  expect(white.length).toBe(95); // the smallest dot, in the middle of a pixel, reaches its four neighbours
});

test('the more points, the darker', async () => {
  const light = async (count: number) => {
    const picture = await pointsPicture(Array.from({ length: count }, () => 5.5), square);
    return pixel(picture, 5, 4).reduce((sum, value) => sum + value, 0);
  };
  const lights = [await light(2), await light(4), await light(8), await light(12)];
  for (let k = 1; k < lights.length; k++) expect(lights[k]).toBeLessThan(lights[k - 1]!);
});

test('labels give colours, and what they share is a mixture', async () => {
  const far = await pointsPicture([2.5, 2.5, 7.5, 7.5], { ...square, labels: [0, 1] });
  const [blue, orange] = [pixel(far, 2, 7), pixel(far, 7, 2)];
  expect(blue[2]).toBeGreaterThan(blue[0]!);
  expect(orange[0]).toBeGreaterThan(orange[2]!);
  const shared = await pointsPicture([2.5, 2.5, 2.5, 2.5], { ...square, labels: [0, 1] });
  const swapped = await pointsPicture([2.5, 2.5, 2.5, 2.5], { ...square, labels: [1, 0] });
  expect(pixel(shared, 2, 7)).toEqual(pixel(swapped, 2, 7));
  expect(pixel(shared, 2, 7)).not.toEqual(pixel(await pointsPicture([2.5, 2.5, 2.5, 2.5], square), 2, 7));
});

test('shows all points by default, in equal scale, and of a given extent only what lies in it', async () => {
  const wide = await pointsPicture([0, 0, 4, 1], { size: 88 });
  expect([wide.width, wide.height]).toEqual([88, 28]); // 4.4 by 1.4
  const outside = await pointsPicture([-5, 5, 5, 50, Infinity, 5], square);
  expect(Array.from(outside.data).every((byte) => byte === 255)).toBe(true);
  expect(await pointsPicture([3, 3], { size: 16 })).toMatchObject({ width: 16, height: 16 });
});

test('reads a tensor and leaves it alive', async () => {
  const points = tf.tensor2d([[2.5, 8.5]]);
  const before = tf.memory().numTensors;
  expect(await pointsPicture(points, square)).toEqual(await pointsPicture([2.5, 8.5], square));
  expect(tf.memory().numTensors).toBe(before);
  points.dispose();
});

test('refuses NaN, and what is no points, extent, size or labels', async () => {
  const flat = tf.zeros([4]);
  await expect(pointsPicture([0, Number.NaN])).rejects.toMatchObject({ code: 'invalid-value' });
  await expect(pointsPicture([])).rejects.toMatchObject({ code: 'invalid-shape' });
  await expect(pointsPicture([1, 2, 3])).rejects.toMatchObject({ code: 'invalid-shape' });
  await expect(pointsPicture(flat)).rejects.toThrow('points must be of shape [n, 2] with at least one point, got [4]');
  await expect(pointsPicture([0, 0], { extent: [1, 0, 0, 1] })).rejects.toMatchObject({ code: 'invalid-argument' });
  await expect(pointsPicture([0, 0], { size: 0 })).rejects.toMatchObject({ code: 'invalid-argument' });
  await expect(pointsPicture([0, 0], { labels: [1, 2] })).rejects.toMatchObject({ code: 'invalid-shape' });
  await expect(pointsPicture([0, 0], { labels: [-1] })).rejects.toMatchObject({ code: 'invalid-value' });
  flat.dispose();
});
