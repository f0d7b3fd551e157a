import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { runOn } from '../../testing/compare.ts';
import { startSimd } from '../../testing/start.ts';
import { next, uniformNumbers } from './random.ts';

beforeAll(() => startSimd({ threads: 2 }));

const topK = (rows: number[][], k: number, dtype: 'float32' | 'int32' = 'float32') => () => {
  const { values, indices } = tf.topk(tf.tensor2d(rows, undefined, dtype), k);
  return [values, indices];
};

test('the largest come in order, the first of equals first', async () => {
  const values = fc.array(fc.constantFrom(-Infinity, -2.5, -1e-40, -0, 0, 1e-40, 1, 3, 1e30, Infinity), { minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(values, fc.nat(40), async (row, some) => {
      const k = 1 + (some % row.length);
      const inOrder = row.map((value, i) => ({ value: Math.fround(value), i })).sort((a, b) => (a.value === b.value ? a.i - b.i : a.value > b.value ? -1 : 1)).slice(0, k);
      const { values: [tops, places], shapes } = await runOn('simd', topK([row, [...row].reverse()], k));
      expect(shapes).toEqual([[2, k], [2, k]]);
      expect(places!.slice(0, k)).toEqual(inOrder.map(({ i }) => i));
      expect(tops!.slice(0, k)).toEqual(inOrder.map(({ value }) => value));
    }),
    { numRuns: 60 },
  );
});

test('integers that float32 cannot tell apart', async () => {
  expect((await runOn('simd', topK([[2 ** 30, 2 ** 30 + 1, -(2 ** 31)]], 3, 'int32'))).values).toEqual([[2 ** 30 + 1, 2 ** 30, -(2 ** 31)], [1, 0, 2]]);
});

test('NaN ranks above all, and does not upset the others as on stock cpu', async () => {
  const ops = topK([[1, NaN, 3, 2, NaN, 4]], 4);
  expect((await runOn('simd', ops)).values).toEqual([[NaN, NaN, 4, 3], [1, 4, 5, 2]]);
  expect((await runOn('cpu', ops)).values[0]).not.toContain(3);
});

test('xoshiro128** gives the numbers of its reference implementation', () => {
  const state = Uint32Array.of(1, 2, 3, 4);
  expect(Array.from({ length: 10 }, () => next(state))).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804]);
});

test('uniform numbers depend on every bit of a seed, and fill [0, 1) evenly', () => {
  const draws = [0, 1, 2, 0.5, 0.5 + 2 ** -53].map((seed) => uniformNumbers(seed)());
  expect(new Set(draws).size).toBe(5);
  const random = uniformNumbers(7);
  const counts = new Array<number>(10).fill(0);
  for (let i = 0; i < 10_000; i++) counts[Math.floor(random() * 10)]! += 1;
  expect(counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(27.9); // chi squared, 9 degrees, p = 0.001
});

test('rows are drawn independently; on stock cpu equal rows draw the same', async () => {
  const ops = () => tf.multinomial(tf.zeros([2, 4]) as tf.Tensor2D, 2000, 5);
  const together = ({ values: [draws] }: { values: number[][] }) => draws!.slice(0, 2000).filter((draw, i) => draw === draws![2000 + i]).length;
  expect(together(await runOn('cpu', ops))).toBe(2000);
  const matches = together(await runOn('simd', ops));
  expect(Math.abs(matches - 500)).toBeLessThan(4 * Math.sqrt(2000 * 0.25 * 0.75));
});

test('draws follow their probabilities, and what has none is never drawn', async () => {
  const probabilities = [0, 0.1, 0, 0.6, 0.3, 0];
  const logits = probabilities.map((p) => Math.log(p) + 50);
  const ops = () => [tf.multinomial(tf.tensor2d([logits]), 10_000, 3), tf.multinomial(tf.tensor2d([probabilities]), 10_000, 3, true)];
  for (const draws of (await runOn('simd', ops)).values) {
    const counts = probabilities.map((_, event) => draws.filter((draw) => draw === event).length);
    probabilities.forEach((p, event) => { expect(Math.abs(counts[event]! - 10_000 * p)).toBeLessThanOrEqual(4 * Math.sqrt(10_000 * p * (1 - p))); });
  }
});

test('the same seed draws the same, another one does not', async () => {
  const draw = (seed: number) => runOn('simd', () => tf.multinomial(tf.zeros([3, 9]) as tf.Tensor2D, 50, seed));
  expect(await draw(4)).toEqual(await draw(4));
  expect(await draw(4)).not.toEqual(await draw(5));
});

test.each(['float32', 'int32'] as const)('counts are those of cpu, with %s weights, too', async (dtype) => {
  const x = () => tf.tensor2d([[0, 3, 3, 9], [1, 1, 5, 1]], [2, 4], 'int32');
  const weights = () => tf.tensor2d([[1, 2, 3, 4], [5, 6, 7, 8]], [2, 4], dtype);
  const none = () => tf.tensor1d([], dtype);
  const ops = () => [
    tf.bincount(tf.tensor1d([0, 3, 3, 9], 'int32'), tf.tensor1d([1, 2, 3, 4], dtype), 5),
    tf.bincount(tf.tensor1d([0, 3, 3, 9], 'int32'), none(), 5),
    ...[false, true].flatMap((binary) => [tf.denseBincount(x(), weights(), 6, binary), tf.denseBincount(x(), none() as never, 6, binary)]),
  ];
  expect(await runOn('simd', ops)).toEqual(await runOn('cpu', ops));
  await expect(runOn('simd', () => tf.bincount(tf.tensor1d([-1], 'int32'), none(), 5))).rejects.toThrow('must be non-negative');
});

test('evenly spaced numbers end where they should; on stock cpu they drift', async () => {
  const ops = () => tf.slice(tf.linspace(0, 1, 100_001), [50_000], [50_001]);
  const ends = ({ values: [values] }: { values: number[][] }) => [values![0], values!.at(-1)];
  expect(ends(await runOn('simd', ops))).toEqual([0.5, 1]);
  expect(ends(await runOn('cpu', ops))[1]).toBeGreaterThan(1.0005);
  expect((await runOn('simd', () => [tf.linspace(3, 5, 1), tf.linspace(5, 3, 3)])).values).toEqual([[3], [5, 4, 3]]);
});

test('ranges stop before their end, in either direction', async () => {
  const range = async (backend: string, ...of: Parameters<typeof tf.range>) => (await runOn(backend, () => tf.range(...of))).values[0];
  expect(await range('simd', 0, 3)).toEqual([0, 1, 2]);
  expect(await range('simd', 2, 2)).toEqual([]);
  expect(await range('simd', 0, 3, -1)).toEqual([]);
  expect(await range('simd', 3, 0, -2, 'int32')).toEqual([3, 1]);
  expect(await range('simd', 5, 0.5)).toEqual([5, 4, 3, 2, 1]);
  expect(await range('cpu', 5, 0.5)).toEqual([5, 4, 3, 2]);
  expect(await range('simd', 5, 0, 0.5)).toEqual([]);
  expect((await range('cpu', 5, 0, 0.5))!.length).toBe(10);
  expect((await range('simd', 0, 1, 1e-5))!.at(-1)).toBe(Math.fround(0.99999));
  expect((await range('cpu', 0, 1, 1e-5))!.at(-1)).not.toBeCloseTo(0.99999, 4);
});
