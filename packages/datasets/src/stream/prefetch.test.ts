import type { Batch, BatchSource } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBatch } from '../testing/read-batch.ts';
import { DataStream } from './data-stream.ts';
import { prefetch } from './prefetch.ts';

/** Step s is [s], after a moment; fails at some step. Counts what it was asked for. */
function slow({ fail = -1 } = {}) {
  const asked: number[] = [];
  const source: BatchSource = {
    spec: { shape: [1], domain: 'real' },
    stepsPerEpoch: 7,
    async batch(step): Promise<Batch> {
      asked.push(step);
      await new Promise((resolve) => setTimeout(resolve));
      if (step === fail) throw new Error(`no step ${step}`);
      return { x: tf.tensor2d([[step]]) };
    },
  };
  return { asked, source };
}

const stepOf = async (batch: Promise<Batch>) => (await readBatch(batch)).x[0];

test('begins the next batches, each once', async () => {
  const { asked, source } = slow();
  const batches = prefetch(source, { ahead: 2 });
  expect([batches.spec, batches.stepsPerEpoch]).toEqual([source.spec, 7]);
  expect(await stepOf(batches.batch(0))).toBe(0);
  expect(asked).toEqual([0, 1, 2]);
  expect(await stepOf(batches.batch(1))).toBe(1);
  expect(asked).toEqual([0, 1, 2, 3]);
  await batches.close();
});

test('gives each step its batch in any order, and leaves no tensor when closed', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 9 }), { maxLength: 6 }), fc.integer({ min: 1, max: 4 }), async (steps, ahead) => {
      const before = tf.memory().numTensors;
      const batches = prefetch(slow().source, { ahead });
      const together = await Promise.all(steps.map((step) => stepOf(batches.batch(step))));
      expect(together).toEqual(steps);
      for (const step of steps) expect(await stepOf(batches.batch(step))).toBe(step);
      await batches.close();
      expect(tf.memory().numTensors).toBe(before);
    }),
    { numRuns: 20 },
  ));

test('an error comes with its own step, the others go on', async () => {
  const batches = prefetch(slow({ fail: 2 }).source, { ahead: 3 });
  expect(await stepOf(batches.batch(0))).toBe(0);
  expect(await stepOf(batches.batch(1))).toBe(1);
  await expect(batches.batch(2)).rejects.toThrow('no step 2');
  expect(await stepOf(batches.batch(3))).toBe(3);
  await batches.close();
});

test('an error of a source that throws at once waits for its step too', async () => {
  const throwing: BatchSource = {
    spec: { shape: [1], domain: 'real' },
    batch(step) {
      if (step === 1) throw new Error('at once');
      return { x: tf.tensor2d([[step]]) };
    },
  };
  const batches = prefetch(throwing);
  expect(await stepOf(batches.batch(0))).toBe(0);
  await expect(batches.batch(1)).rejects.toThrow('at once');
  expect(batches.stepsPerEpoch).toBeUndefined();
  await batches.close();
});

test('closes a stream with it, and gives no more batches', async () => {
  let closed = 0;
  async function* open() {
    try {
      for (let i = 0; i < 10; i++) yield { values: Float32Array.of(i), label: i };
    } finally {
      closed += 1;
    }
  }
  const before = tf.memory().numTensors;
  const stream = DataStream.from({ open, shape: [1], domain: 'real' });
  const batches = prefetch(stream.batches({ size: 2, shuffle: false }));
  expect((await readBatch(batches.batch(0))).x).toEqual([0, 1]);
  await batches.close();
  expect(closed).toBe(1);
  expect(tf.memory().numTensors).toBe(before);
  await expect(batches.batch(1)).rejects.toThrow('[genmodels/disposed]');
});

test('refuses to look ahead by less than one', () => {
  expect(() => prefetch(slow().source, { ahead: 0 })).toThrow('ahead must be an integer of at least 1, got 0');
});
