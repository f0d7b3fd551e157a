import type * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { drawInteger, drawPermutation } from './random/integers.ts';
import { threefryBlock } from './random/threefry.ts';
import { createRng } from './rng.ts';

// The known answers of Random123, kat_vectors: threefry2x32, 20 rounds, as [counter, key, result].
test.each([
  [[0x00000000, 0x00000000], [0x00000000, 0x00000000], [0x6b200159, 0x99ba4efe]],
  [[0xffffffff, 0xffffffff], [0xffffffff, 0xffffffff], [0x1cb996fc, 0xbb002be7]],
  [[0x243f6a88, 0x85a308d3], [0x13198a2e, 0x03707344], [0xc4923a9c, 0x483df7a0]],
])('threefry of counter %j with key %j', ([low, high], [key0, key1], expected) => {
  const words = new Uint32Array(2);
  threefryBlock(key0!, key1!, low!, high!, words, 0);
  expect([...words]).toEqual(expected);
});

test('the same seed gives the same stream, whatever the sizes of the draws', () => {
  const whole = createRng(7).fillUniform(new Float32Array(9));
  const rng = createRng(7);
  const parts = [3, 1, 5].flatMap((length) => [...rng.fillUniform(new Float32Array(length))]);
  expect(parts).toEqual([...whole]);
});

test('0 is a seed, and every bit of a seed counts', () => {
  const first = [0, 1, 2 ** 32, 2 ** 53 - 1].map((seed) => createRng(seed).next());
  expect(new Set(first).size).toBe(4);
  expect(createRng(0).next()).toBe(first[0]);
});

test('a fork depends on its name alone, not on what the parent drew', () => {
  const parent = createRng(1);
  const before = parent.fork('encoder').next();
  parent.fillUniform(new Float32Array(10));
  expect(parent.fork('encoder').next()).toBe(before);
});

test('forks of different names, and of names that start alike, differ', () => {
  const names = ['', 'a', 'ab', 'abc', 'abcd', 'abc\0', 'ba', 'ä', '0', '1', '10'];
  const draws = names.map((name) => createRng(1).fork(name).next());
  expect(new Set([...draws, createRng(1).next()]).size).toBe(names.length + 1);
});

test('a stream goes on from its JSON', () => {
  const rng = createRng(3).fork('noise');
  rng.fillNormal(new Float32Array(5));
  const resumed = createRng(JSON.parse(JSON.stringify(rng)));
  expect([...resumed.fillNormal(new Float32Array(6))]).toEqual([...rng.fillNormal(new Float32Array(6))]);
});

test('uniforms lie in the open interval and fill it evenly', () => {
  const draws = createRng(5).fillUniform(new Float32Array(100_000));
  const bins = new Array<number>(10).fill(0);
  expect(draws.every((draw) => draw > 0 && draw < 1)).toBe(true);
  for (const draw of draws) bins[Math.floor(draw * 10)]! += 1;
  const chiSquare = bins.reduce((sum, bin) => sum + (bin - 10_000) ** 2 / 10_000, 0);
  expect(chiSquare).toBeLessThan(27.9); // 9 degrees of freedom, p = 0.001
});

test('the largest and smallest uniforms are not 0 or 1 in float32', () => {
  const cell = (word: number) => Math.fround(((word >>> 9) + 0.5) / 2 ** 23);
  expect([cell(0) > 0, cell(0xffffffff) < 1]).toEqual([true, true]);
});

test('normals have the moments of N(0, 1), and neighbours are independent', () => {
  const draws = createRng(11).fillNormal(new Float32Array(200_001));
  const mean = (f: (x: number, i: number) => number) => draws.reduce((sum, x, i) => sum + f(x, i), 0) / draws.length;
  // Standard errors at this size are 0.0022, 0.0032, 0.0055, 0.022 and 0.0022; the bounds are four of them.
  expect(Math.abs(mean((x) => x))).toBeLessThan(0.009);
  expect(Math.abs(mean((x) => x ** 2) - 1)).toBeLessThan(0.013);
  expect(Math.abs(mean((x) => x ** 3))).toBeLessThan(0.035);
  expect(Math.abs(mean((x) => x ** 4) - 3)).toBeLessThan(0.088);
  expect(Math.abs(mean((x, i) => x * (draws[i + 1] ?? 0)))).toBeLessThan(0.009);
});

test('normals agree with Box and Muller in double precision', () => {
  const uniforms = createRng(2).fillUniform(new Float32Array(1000));
  const normals = createRng(2).fillNormal(new Float32Array(1000));
  for (let i = 0; i < 1000; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(uniforms[i]!));
    expect(normals[i]).toBeCloseTo(radius * Math.cos(2 * Math.PI * uniforms[i + 1]!), 6);
    expect(normals[i + 1]).toBeCloseTo(radius * Math.sin(2 * Math.PI * uniforms[i + 1]!), 6);
  }
});

test('integers are even over a bound that is no power of two', () => {
  const rng = createRng(4);
  const counts = [0, 0, 0];
  for (let i = 0; i < 30_000; i++) counts[drawInteger(3, rng)]! += 1;
  expect(counts.every((count) => Math.abs(count - 10_000) < 330)).toBe(true);
});

test('a permutation holds every index once', () => {
  const order = drawPermutation(100, createRng(6));
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
  expect([...order]).not.toEqual([...order].sort((a, b) => a - b));
});

test('tensors carry the stream', () => {
  const tensor = createRng(8).normal<tf.Rank.R2>([2, 3]);
  expect(tensor.shape).toEqual([2, 3]);
  expect([...tensor.dataSync()]).toEqual([...createRng(8).fillNormal(new Float32Array(6))]);
  tensor.dispose();
});

test.each([-1, 0.5, 2 ** 53, Number.NaN])('the seed %s is refused', (seed) => {
  expect(() => createRng(seed)).toThrow('[genmodels/invalid-argument] seed must be an integer from 0 to 2^53 - 1');
});
