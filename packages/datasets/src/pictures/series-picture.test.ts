import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import type { Picture } from './picture.ts';
import { seriesPicture } from './series-picture.ts';

/** The rows of a column that are darker than the pale line at 0. */
function inkedRows({ width, height, data }: Picture, x: number): number[] {
  const redAt = (y: number) => data[3 * (y * width + x)]!;
  return Array.from({ length: height }, (_, y) => y).filter((y) => redAt(y) < 200);
}

const tile = { width: 26, height: 21, range: [-1, 1] } as const;

test('a line rises from the lower edge to the upper one', async () => {
  const picture = await seriesPicture({ values: [-1, 0, 1], shape: [1, 3, 1] }, tile);
  expect(picture).toMatchObject({ width: 26, height: 21, channels: 3 });
  expect(inkedRows(picture, 5)).toContain(15);
  expect(inkedRows(picture, 13)).toContain(10);
  expect(inkedRows(picture, 20)).toContain(5);
  expect(inkedRows(picture, 2)).toEqual([]);
});

test('values outside the range run along its edge', async () => {
  const picture = await seriesPicture({ values: [5, 5, -7, -7], shape: [1, 4, 1] }, tile);
  const edge = await seriesPicture({ values: [1, 1, -1, -1], shape: [1, 4, 1] }, tile);
  expect(picture).toEqual(edge);
});

test('0 has a pale line where it is in the range', async () => {
  const flat = { values: [1, 1], shape: [1, 2, 1] } as const;
  const { width, data } = await seriesPicture(flat, tile);
  expect(Array.from(data.subarray(3 * (10 * width + 13), 3 * (10 * width + 13) + 3))).toEqual([226, 228, 232]);
  const high = await seriesPicture(flat, { ...tile, range: [0.5, 1.5] });
  expect(high.data.filter((byte) => byte === 226).length).toBe(0);
});

test('channels have colours of their own, and a label gives the first one its colour', async () => {
  const both = await seriesPicture({ values: [0.5, -0.5, 0.5, -0.5], shape: [1, 2, 2] }, tile);
  const first = await seriesPicture({ values: [0.5, 0.5], shape: [1, 2, 1] }, tile);
  const second = await seriesPicture({ values: [-0.5, -0.5], shape: [1, 2, 1] }, { ...tile, labels: [1] });
  const row = ({ width, data }: Picture, y: number) => Array.from(data.subarray(3 * y * width, 3 * (y + 1) * width));
  expect(row(both, 7)).toEqual(row(first, 7));
  expect(row(both, 13)).toEqual(row(second, 13));
  expect(row(first, 7)).not.toEqual(row(second, 13));
});

test('sets series in rows, with pale lines between them and where a last row has none', async () => {
  const picture = await seriesPicture({ values: [0, 0, 0], shape: [3, 1, 1] }, { ...tile, columns: 2 });
  expect([picture.width, picture.height]).toEqual([26 + 2 + 26, 21 + 2 + 21]);
  const byte = (x: number, y: number) => picture.data[3 * (y * picture.width + x)];
  expect([byte(0, 0), byte(26, 0), byte(28, 0), byte(0, 21), byte(0, 23), byte(30, 30)]).toEqual([255, 240, 255, 240, 255, 240]);
  const wide = await seriesPicture({ values: [0, 0], shape: [2, 1, 1] }, { ...tile, columns: 5 });
  expect(wide.width).toBe(54);
});

test('by default all values fit, flat ones too', async () => {
  const fitted = await seriesPicture({ values: [-3, 5], shape: [1, 2, 1] }, { width: 26, height: 21 });
  expect(fitted).toEqual(await seriesPicture({ values: [-3, 5], shape: [1, 2, 1] }, { ...tile, range: [-3, 5] }));
  const flat = await seriesPicture({ values: [2, 2], shape: [1, 2, 1] }, { width: 26, height: 21 });
  expect(inkedRows(flat, 13)).toContain(10);
});

test('reads a tensor and leaves it alive', async () => {
  const series = tf.tensor3d([[[-1], [0], [1]]]);
  const before = tf.memory().numTensors;
  expect(await seriesPicture(series, tile)).toEqual(await seriesPicture({ values: [-1, 0, 1], shape: [1, 3, 1] }, tile));
  expect(tf.memory().numTensors).toBe(before);
  series.dispose();
});

test('refuses what is not finite, and what is no series, size, range or labels', async () => {
  const draw = (values: number[], shape: number[], options = {}) => seriesPicture({ values, shape: shape as [number, number, number] }, options);
  await expect(draw([Number.NaN], [1, 1, 1])).rejects.toMatchObject({ code: 'invalid-value' });
  await expect(draw([Infinity], [1, 1, 1])).rejects.toMatchObject({ code: 'invalid-value' });
  await expect(draw([0], [1, 1])).rejects.toThrow('series must be of shape [count, time, channels], none of them 0, got [1, 1]');
  await expect(draw([0], [1, 2, 1])).rejects.toMatchObject({ code: 'invalid-shape' });
  await expect(draw([0], [1, 1, 1], { columns: 0 })).rejects.toMatchObject({ code: 'invalid-argument' });
  await expect(draw([0], [1, 1, 1], { width: 15 })).rejects.toMatchObject({ code: 'invalid-argument' });
  await expect(draw([0], [1, 1, 1], { range: [1, 1] })).rejects.toMatchObject({ code: 'invalid-argument' });
  await expect(draw([0], [1, 1, 1], { labels: [0, 1] })).rejects.toMatchObject({ code: 'invalid-shape' });
  await expect(draw([0], [1, 1, 1], { labels: [0.5] })).rejects.toMatchObject({ code: 'invalid-value' });
});
