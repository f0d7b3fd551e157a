import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { createRng } from '../rng.ts';
import { latentNeighbors } from './latent-neighbors.ts';

const codes = tf.tensor2d([[0, 1], [3, 4], [0, 5], [0, 1]]);

test('the nearest, nearest first and of equals the first, with their distances', async () => {
  const { indices, distances } = await latentNeighbors(codes, tf.tensor2d([[0, 1], [3, 0]]), { count: 3 });
  expect([...indices]).toEqual([0, 3, 2, 0, 3, 1]);
  expect([...distances]).toEqual([0, 0, 4, Math.sqrt(10), Math.sqrt(10), 4]);
});

test('by angles, whatever the lengths', async () => {
  const { indices, distances } = await latentNeighbors(codes, tf.tensor2d([[6, 8], [0, -2]]), { count: 4, distance: 'cosine' });
  expect([...indices]).toEqual([1, 0, 2, 3, 1, 0, 2, 3]);
  const expected = [0, 0.2, 0.2, 0.2, 1.8, 2, 2, 2];
  distances.forEach((distance, i) => expect(distance).toBeCloseTo(expected[i]!, 12));
});

test.each(['euclidean', 'cosine'] as const)('%s: each code finds itself, at exactly 0, and all others in the order of sorting', async (distance) => {
  const many = createRng(0).normal<tf.Rank.R2>([80, 7]);
  const [one] = [await latentNeighbors(many, many, { distance })];
  expect([...one.indices]).toEqual([...Array(80).keys()]);
  expect(one.distances.every((value) => value === 0)).toBe(true);
  const all = await latentNeighbors(many, many, { count: 80, distance });
  for (let i = 0; i < 80; i++) {
    const row = all.distances.subarray(80 * i, 80 * (i + 1));
    expect([...row]).toEqual([...row].sort((a, b) => a - b));
    expect(new Set(all.indices.subarray(80 * i, 80 * (i + 1))).size).toBe(80);
  }
});

test('the images of the nearest are gathered by their numbers, and no tensor is left', async () => {
  const before = tf.memory().numTensors;
  const { indices } = await latentNeighbors(codes, codes);
  const gathered = tf.gather(codes, indices);
  expect(gathered.arraySync()).toEqual(codes.arraySync());
  gathered.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test('stops when aborted', async () => {
  await expect(latentNeighbors(codes, codes, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
});

test.each([
  ['sizes that differ', codes, tf.zeros([1, 3]), {}, 'invalid-shape] codes and queries must be [n, dimensions] of one size, got float32 [4, 2] and float32 [1, 3]'],
  ['more than there are', codes, codes, { count: 5 }, 'invalid-argument] count must be at most the 4 codes, got 5'],
  ['none', codes, codes, { count: 0 }, 'invalid-argument] count must be an integer of at least 1, got 0'],
  ['an unknown distance', codes, codes, { distance: 'manhattan' }, 'invalid-argument] distance must be one of euclidean, cosine, got "manhattan"'],
  ['what is no number', codes, tf.tensor2d([[0, 0], [1, Number.NaN]]), {}, 'invalid-value] queries must be finite, got NaN in row 1'],
  ['zeros, which have no angle', tf.tensor2d([[1, 0], [0, 0]]), codes, { distance: 'cosine' }, 'invalid-value] codes must not be all zeros, which have no angle, but row 1 is'],
])('%s: refused', async (_, among, queries, options, message) => {
  await expect(latentNeighbors(among, queries as tf.Tensor2D, options as object)).rejects.toThrow(`[genmodels/${message}`);
});
