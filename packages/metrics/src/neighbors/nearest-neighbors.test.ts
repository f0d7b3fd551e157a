import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFixture } from '../testing/read-fixture.ts';
import { nearestNeighbors } from './nearest-neighbors.ts';

interface Set { values: Float32Array | Float64Array; width: number }

const rowsOf = ({ values, width }: Set): number[][] =>
  Array.from({ length: values.length / width }, (_, row) => [...values.subarray(row * width, (row + 1) * width)]);

/** By the definition: all distances, sorted; of equals the first. */
function naive(of: Set, among: Set, k: number, others = false) {
  const rows = rowsOf(among);
  const lists = rowsOf(of).map((a, i) => {
    const all = rows.map((b, j) => ({ j, square: a.reduce((sum, value, n) => sum + (value - b[n]!) ** 2, 0) }));
    return all.filter(({ j }) => !others || i !== j).sort((p, q) => p.square - q.square || p.j - q.j).slice(0, k);
  });
  return { indices: lists.flat().map(({ j }) => j), distances: lists.flat().map(({ square }) => Math.sqrt(square)) };
}

async function expectNaive(of: Set, among: Set | undefined, k: number): Promise<void> {
  const found = await nearestNeighbors({ of, ...(among && { among }), k });
  const expected = naive(of, among ?? of, k, among === undefined);
  expect([...found.indices]).toEqual(expected.indices);
  expect([...found.distances]).toEqual(expected.distances);
}

/** Sets of few distinct values, so that duplicates and ties abound, or of many; anywhere. */
const set = (width: number, offset: number): fc.Arbitrary<Set> =>
  fc.tuple(fc.integer({ min: 2, max: 40 }), fc.boolean(), fc.boolean()).chain(([rows, coarse, single]) =>
    fc.array(coarse ? fc.integer({ min: 0, max: 2 }) : fc.float({ min: -1, max: 1, noNaN: true }), { minLength: rows * width, maxLength: rows * width })
      .map((array) => array.map((value) => value + offset))
      .map((array) => ({ values: single ? Float32Array.from(array) : Float64Array.from(array), width })));

const sets = fc.record({ width: fc.integer({ min: 1, max: 9 }), offset: fc.constantFrom(0, 1e4, -3e9), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .chain(({ width, offset, share }) => fc.record({ of: set(width, offset), among: set(width, offset), share: fc.constant(share) }));

const kOf = (most: number, share: number) => 1 + Math.floor(share * (most - 1));
const length = ({ values, width }: Set) => values.length / width;

describe('nearest neighbors', () => {
  it('are those of the definition, to the last bit, with ties and duplicates, near 0 and far from it', async () => {
    await fc.assert(fc.asyncProperty(sets, ({ of, among, share }) => expectNaive(of, among, kOf(length(among), share))), { numRuns: 150 });
  });

  it('among the others leave out the example itself but not its duplicates', async () => {
    await fc.assert(fc.asyncProperty(sets, ({ of, share }) => expectNaive(of, undefined, kOf(length(of) - 1, share))), { numRuns: 100 });
    const { indices, distances } = await nearestNeighbors({ of: { values: Float32Array.of(5, 1, 5, 2), width: 1 } });
    expect([[...indices], [...distances]]).toEqual([[2, 3, 0, 1], [0, 1, 0, 1]]);
  });

  it('may be all the others', async () => {
    await fc.assert(fc.asyncProperty(sets, ({ of }) => expectNaive(of, undefined, length(of) - 1)), { numRuns: 30 });
  });

  it('are found across blocks that do not divide the sets', async () => {
    const long = { values: Float64Array.from({ length: 4500 }, (_, i) => Math.sin(i * i)), width: 1 }; // 4,096 columns a block
    const few = { values: long.values.slice(0, 150), width: 1 }; // 128 rows a block
    await expectNaive(few, long, 3);
  });

  it('do not mind one example that is very far from all others', async () => {
    await expectNaive({ values: Float64Array.of(1, 3, 2, 7, 1e30, -1e25), width: 2 }, undefined, 2);
  });

  it('are the same on every backend', async () => {
    const of = { values: Float32Array.from({ length: 3000 }, (_, i) => 1e4 + Math.sin(i * i)), width: 10 };
    const found = [await nearestNeighbors({ of, k: 4 })];
    await tf.setBackend('cpu');
    found.push(await nearestNeighbors({ of, k: 4 }));
    await tf.setBackend('simd');
    expect(found[1]).toEqual(found[0]);
  });

  it('have parity with NumPy', async () => {
    const { width, reference, generated, nearest } =
      readFixture<{ width: number; reference: number[]; generated: number[]; nearest: { k: number; indices: number[]; distances: number[] } }>('neighbors');
    const among = { values: Float64Array.from(reference), width };
    const found = await nearestNeighbors({ of: { values: Float64Array.from(generated), width }, among, k: nearest.k });
    expect([...found.indices]).toEqual(nearest.indices);
    found.distances.forEach((distance, i) => expect(Math.abs(distance / nearest.distances[i]! - 1)).toBeLessThan(1e-12));
  });

  it('leave no tensor, not when aborted either', async () => {
    const { numTensors } = tf.memory();
    const of = tf.tensor2d(Float32Array.from({ length: 60 }, (_, i) => i), [20, 3]);
    await nearestNeighbors({ of, k: 2 });
    await expect(nearestNeighbors({ of, signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
    expect(tf.memory().numTensors).toBe(numTensors + 1);
    of.dispose();
  });

  it('say what is wrong with what they are given', async () => {
    const of = { values: new Float32Array(6), width: 2 };
    await expect(nearestNeighbors({ of, k: 3 })).rejects.toThrow('[genmodels/invalid-argument] k must be an integer from 1 to the 2 examples to choose from, got 3');
    await expect(nearestNeighbors({ of, among: { values: new Float32Array(6), width: 3 } })).rejects.toThrow('of and among must have features of one kind, got 2 features of given values');
    await expect(nearestNeighbors({ of: { values: Float64Array.of(1e200, 1), width: 1 } })).rejects.toThrow('scale them');
    await expect(nearestNeighbors({ of: { values: Float64Array.of(1, Number.NaN), width: 1 } })).rejects.toThrow('of must be finite, got NaN in row 1');
  });
});
