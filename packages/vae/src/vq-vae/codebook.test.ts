import { createRng } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Codebook } from './codebook.ts';
import { perplexity } from './perplexity.ts';

const size = { entries: 3, dimensions: 2, decay: 0.9, restarts: true, deadBelow: 0.1 };
const rows = [[1, 2], [3, 4], [-1, 0], [2, 2]];

/** With its entries at (0, 0), (2, 2) and (9, 9), used 4, 1 and 0.1 times a batch. */
function codebook(): Codebook {
  const made = new Codebook(size, createRng(0));
  made.vectors.assign(tf.tensor2d([[0, 0], [2, 2], [9, 9]]));
  made.uses.assign(tf.tensor1d([4, 1, 0.1]));
  return made;
}

describe.each(['simd', 'cpu', 'wasm'])('%s', (backend) => {
  beforeAll(async () => void (await tf.setBackend(backend)));
  afterAll(async () => void (await tf.setBackend('simd')));

  test('the nearest entry is found, the first of equals', async () => {
    const made = codebook();
    made.vectors.assign(tf.tensor2d([[2, 0], [0, 2], [2, 0]]));
    expect([...(await made.nearest(tf.tensor2d([[0, 3], [3, 0], [1, 1], [2, 0]])).data())]).toEqual([1, 0, 0, 0]);
  });

  test('a step of the averages is that of appendix A.1', async () => {
    const made = codebook();
    const codes = made.nearest(tf.tensor2d(rows));
    expect([...(await codes.data())]).toEqual([1, 1, 0, 1]);
    made.follow(tf.tensor2d(rows), tf.cast(tf.oneHot(codes, 3), 'float32') as tf.Tensor2D);
    // N' = 0.9 N + 0.1 n and m' = 0.9 m + 0.1 sum of rows, where m = N e; e' = m' / N'.
    const uses = [0.9 * 4 + 0.1, 0.9 + 0.3, 0.09];
    const sums = [[-0.1, 0], [0.9 * 2 + 0.6, 0.9 * 2 + 0.8], [0.09 * 9, 0.09 * 9]];
    (await made.uses.data()).forEach((use, i) => expect(use).toBeCloseTo(uses[i]!, 6));
    const wanted = sums.flatMap((sum, i) => sum.map((value) => value / uses[i]!));
    (await made.vectors.data()).forEach((value, i) => expect(value).toBeCloseTo(wanted[i]!, 5));
  });

  test('an entry that was never used stays where it is', async () => {
    const made = codebook();
    made.uses.assign(tf.tensor1d([1, 1, 0]));
    const chosen = tf.tensor2d([[1, 0, 0], [0, 1, 0], [1, 0, 0], [0, 1, 0]]);
    for (let step = 0; step < 3; step++) made.follow(tf.tensor2d(rows), chosen);
    expect([...(await made.vectors.data())].slice(4)).toEqual([9, 9]);
  });

  test('a dead entry starts again at a row, and the others stay', async () => {
    const made = codebook(); // used 1.7 times on average, so one below 0.17 is dead
    expect((await made.live().data())[0]).toBeCloseTo(2 / 3, 6);
    made.restart(tf.tensor2d(rows), createRng(5));
    const after = [...(await made.vectors.data())];
    expect(after.slice(0, 4)).toEqual([0, 0, 2, 2]);
    expect(rows).toContainEqual(after.slice(4));
    (await made.uses.data()).forEach((use, i) => expect(use).toBeCloseTo([4, 1, 2 * 0.1 * 1.7][i]!, 6));
    expect((await made.live().data())[0]).toBe(1);
  });

  test('it starts at rows of the first batch it meets, each once, and only then', async () => {
    const made = new Codebook(size, createRng(0));
    made.start(tf.tensor2d(rows), createRng(1));
    const first = [...(await made.vectors.data())];
    const places = [0, 2, 4].map((at) => rows.findIndex((row) => row[0] === first[at] && row[1] === first[at + 1]));
    expect(places).not.toContain(-1);
    expect(new Set(places).size).toBe(3);
    (await made.uses.data()).forEach((use) => expect(use).toBeCloseTo(2 * 0.1 * (4 / 3), 6));
    made.start(tf.tensor2d(rows.map((row) => row.map((value) => value + 10))), createRng(2));
    expect([...(await made.vectors.data())]).toEqual(first);
  });

  test('perplexity counts the entries in use', async () => {
    const of = async (counts: number[]) => (await perplexity(tf.tensor1d(counts)).data())[0];
    expect(await of([5, 5, 0, 5, 5])).toBeCloseTo(4, 5);
    expect(await of([0, 7, 0])).toBeCloseTo(1, 5);
    expect(await of([1, 3])).toBeCloseTo(Math.exp(-(0.25 * Math.log(0.25) + 0.75 * Math.log(0.75))), 5);
  });
});
