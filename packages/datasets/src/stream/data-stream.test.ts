import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flip } from '../augmentation/flip.ts';
import { readBatch } from '../testing/read-batch.ts';
import { DataStream, type DataStreamOptions } from './data-stream.ts';
import type { StreamBatchOptions } from './stream-batches.ts';

/** A stream of `count` points [i, i + 0.5] with the label i, and what has happened to it. */
function watched(count: number, { fail, ...options }: Partial<DataStreamOptions> & { fail?: number } = {}) {
  const seen = { opened: 0, closed: 0, given: 0 };
  async function* open() {
    seen.opened += 1;
    const values = new Float32Array(2); // the same array for every example
    try {
      for (let i = 0; i < count; i++) {
        if (i === fail) throw new Error('the disk is gone');
        seen.given += 1;
        values.set([i, i + 0.5]);
        yield { values, label: i };
      }
    } finally {
      seen.closed += 1;
    }
  }
  return { seen, stream: DataStream.from({ open, shape: [2], domain: 'real', name: 'points', ...options }) };
}

/** The labels of some steps, asked for one after another. */
async function labelsOf(stream: DataStream, options: StreamBatchOptions, steps: readonly number[]): Promise<number[][]> {
  const source = stream.batches(options);
  const labels: number[][] = [];
  for (const step of steps) labels.push((await readBatch(source.batch(step))).labels);
  await source.close();
  return labels;
}

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

test('a batch holds the examples of its labels, and leaves no other tensor', async () => {
  const before = tf.memory().numTensors;
  const source = watched(10).stream.batches({ size: 4, seed: 0, window: 3 });
  const { x, labels, shape } = await readBatch(source.batch(0));
  await source.close();
  expect(shape).toEqual([4, 2]);
  expect(x).toEqual(labels.flatMap((label) => [label, label + 0.5]));
  expect(tf.memory().numTensors).toBe(before);
});

test('an epoch shows every example once, and the next one in another order', async () => {
  const { stream } = watched(12, { length: 12 });
  const options = { size: 4, seed: 0, window: 5 };
  expect(stream.batches(options).stepsPerEpoch).toBe(3);
  const labels = await labelsOf(stream, options, upTo(6));
  const epochs = [labels.slice(0, 3).flat(), labels.slice(3).flat()];
  for (const epoch of epochs) expect([...epoch].sort((a, b) => a - b)).toEqual(upTo(12));
  expect(epochs[0]).not.toEqual(epochs[1]);
});

test('a step gives its batch in any order of requests, whether or not the length is known', () =>
  fc.assert(
    fc.asyncProperty(
      fc.record({ count: fc.integer({ min: 4, max: 12 }), size: fc.integer({ min: 1, max: 4 }), window: fc.integer({ min: 1, max: 15 }), seed: fc.nat(), partial: fc.boolean() }),
      fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 8 }),
      async ({ count, ...options }, steps) => {
        const known = await labelsOf(watched(count, { length: count }).stream, options, upTo(21));
        expect(await labelsOf(watched(count).stream, options, steps)).toEqual(steps.map((step) => known[step]));
        expect(await labelsOf(watched(count, { length: count }).stream, options, steps)).toEqual(steps.map((step) => known[step]));
      },
    ),
    { numRuns: 50 },
  ));

test('two readers at once have the same batches as one', async () => {
  const options = { size: 3, seed: 1, window: 4 };
  const alone = await labelsOf(watched(10).stream, options, upTo(8));
  const source = watched(10).stream.batches(options);
  const reader = async () => {
    const labels: number[][] = [];
    for (const step of upTo(8)) labels.push((await readBatch(source.batch(step))).labels);
    return labels;
  };
  expect(await Promise.all([reader(), reader()])).toEqual([alone, alone]);
  await source.close();
});

test('steps in order read each example once and no more than the window ahead', async () => {
  const { stream, seen } = watched(1000, { length: 1000 });
  const source = stream.batches({ size: 10, seed: 0, window: 20 });
  for (const step of upTo(50)) {
    await readBatch(source.batch(step));
    expect(seen.given).toBeLessThan(10 * (step + 1) + 20);
  }
  expect(seen).toMatchObject({ opened: 1, closed: 0 });
  await source.close();
  expect(seen).toMatchObject({ opened: 1, closed: 1 });
});

test('a later step of the epoch reads on, an earlier one begins again', async () => {
  const { stream, seen } = watched(20);
  const source = stream.batches({ size: 2, shuffle: false });
  const ask = async (step: number) => (await readBatch(source.batch(step))).labels;
  expect([await ask(3), seen.opened]).toEqual([[6, 7], 1]);
  expect([await ask(6), seen.opened]).toEqual([[12, 13], 1]);
  expect([await ask(5), seen.opened]).toEqual([[10, 11], 2]);
  await source.close();
});

test('each pass is closed when its last batch is read', async () => {
  const { stream, seen } = watched(10, { length: 10 });
  const source = stream.batches({ size: 4, seed: 0, window: 2 }); // two examples of an epoch are left over
  for (const step of upTo(2)) await readBatch(source.batch(step));
  expect(seen).toMatchObject({ opened: 1, closed: 1 });
  await readBatch(source.batch(2));
  expect(seen).toMatchObject({ opened: 2, closed: 1 });
  await source.close();
  expect(seen).toMatchObject({ opened: 2, closed: 2 });
});

test('the last batch is dropped unless partial ones are asked for', async () => {
  for (const length of [{}, { length: 10 }]) {
    expect(await labelsOf(watched(10, length).stream, { size: 4, shuffle: false }, [0, 1, 2])).toEqual([[0, 1, 2, 3], [4, 5, 6, 7], [0, 1, 2, 3]]);
    expect(await labelsOf(watched(10, length).stream, { size: 4, shuffle: false, partial: true }, [1, 2, 3])).toEqual([[4, 5, 6, 7], [8, 9], [0, 1, 2, 3]]);
  }
  expect(watched(10, { length: 10 }).stream.batches({ size: 4, seed: 0, partial: true }).stepsPerEpoch).toBe(3);
  expect(watched(10).stream.batches({ size: 4, seed: 0 }).stepsPerEpoch).toBeUndefined();
});

test('an error of the stream comes with the step that it belongs to, closes the pass, and can be tried again', async () => {
  const { stream, seen } = watched(10, { fail: 5 });
  const source = stream.batches({ size: 2, shuffle: false });
  expect((await readBatch(source.batch(1))).labels).toEqual([2, 3]);
  await expect(source.batch(2)).rejects.toThrow('the disk is gone');
  expect(seen).toMatchObject({ opened: 1, closed: 1 });
  expect((await readBatch(source.batch(1))).labels).toEqual([2, 3]);
  await source.close();
  expect(seen).toMatchObject({ opened: 2, closed: 2 });
});

test.each([
  [{ values: Float32Array.of(0) }, '[genmodels/invalid-shape] examples[0].values must hold the 2 numbers of the shape [2], got 1'],
  [{ values: Float32Array.of(0, Number.NaN) }, '[genmodels/invalid-value] examples[0].values[1] must be a finite number'],
  [{ values: Uint8Array.of(0, 1) }, '[genmodels/invalid-argument] Uint8Array values need'],
])('refuses the example %o, and closes the pass', async (example, message) => {
  let closed = false;
  async function* open() {
    try {
      for (;;) yield example;
    } finally {
      closed = true;
    }
  }
  const source = DataStream.from({ open, shape: [2], domain: 'real' }).batches({ size: 1, seed: 0 });
  await expect(source.batch(0)).rejects.toThrow(message);
  expect(closed).toBe(true);
});

test('says where passes differ from the length that was given', async () => {
  const fewer = watched(8, { length: 10 }).stream.batches({ size: 5, shuffle: false });
  await readBatch(fewer.batch(0));
  await expect(fewer.batch(1)).rejects.toThrow('[genmodels/invalid-shape] each pass over "points" must give 10 examples, got 8');
  const more = watched(12, { length: 10 }).stream.batches({ size: 5, shuffle: false });
  await readBatch(more.batch(0));
  await expect(more.batch(1)).rejects.toThrow('must give 10 examples, got more');
});

test('says where a pass has fewer examples than one before it', async () => {
  let count = 4;
  const open = () => Array.from({ length: count-- }, () => ({ values: Float32Array.of(0) }));
  const source = DataStream.from({ open, shape: [1], domain: 'unit', name: 'shrinking' }).batches({ size: 2, shuffle: false, partial: true });
  for (const step of [0, 1, 2]) await readBatch(source.batch(step));
  await expect(source.batch(3)).rejects.toThrow('each pass over "shrinking" must give 4 examples, got 3');
});

test('refuses streams smaller than a batch, and options that are none', async () => {
  const options = { size: 4, seed: 0 };
  expect(() => watched(3, { length: 3 }).stream.batches(options)).toThrow('a batch of 4 needs at least 4 examples, but "points" has 3');
  await expect(watched(3).stream.batches(options).batch(0)).rejects.toThrow('a batch of 4 needs at least 4 examples, but "points" has 3');
  await expect(watched(0).stream.batches({ ...options, partial: true }).batch(0)).rejects.toThrow('[genmodels/invalid-argument]');
  await expect(watched(3).stream.batches({ size: 1, seed: 0 }).batch(-1)).rejects.toThrow('step must be an integer of at least 0, got -1');
  expect(() => watched(3).stream.batches({ size: 1, seed: 0, window: 0 })).toThrow('window must be an integer of at least 1, got 0');
  expect(() => watched(3).stream.batches({ size: 0, seed: 0 })).toThrow('size must be an integer of at least 1, got 0');
  expect(() => watched(3).stream.batches({ size: 1, seed: 0.5 })).toThrow('seed must be an integer');
  expect(() => watched(3, { length: 0 })).toThrow('length must be an integer of at least 1, got 0');
  expect(() => watched(3, { shape: [] })).toThrow('[genmodels/invalid-config]');
});

test('a closed source gives no more batches, not even those that were waiting', async () => {
  const { stream, seen } = watched(10);
  const source = stream.batches({ size: 2, shuffle: false });
  await readBatch(source.batch(0));
  const waiting = expect(source.batch(1)).rejects.toThrow('[genmodels/disposed]');
  await Promise.all([source.close(), waiting]);
  await expect(source.batch(2)).rejects.toThrow('[genmodels/disposed]');
  await source.close();
  expect(seen).toMatchObject({ opened: 1, closed: 1 });
});

test('pictures in bytes are augmented as those in memory are', async () => {
  const values = Uint8Array.from({ length: 12 }, (_, i) => 20 * i);
  const open = () => upTo(4).map(() => ({ values }));
  const source = DataStream.from({ open, shape: [2, 2, 3], domain: { levels: 256 } }).batches({ size: 4, seed: 0, augment: flip() });
  const { x, labels } = await readBatch(source.batch(0));
  await source.close();
  expect(labels).toEqual([]);
  const upright = Array.from(values, (byte) => Math.fround(byte / 255));
  const mirrored = [3, 4, 5, 0, 1, 2, 9, 10, 11, 6, 7, 8].map((i) => upright[i]!);
  const pictures = upTo(4).map((i) => x.slice(12 * i, 12 * (i + 1)));
  for (const picture of pictures) expect([upright, mirrored]).toContainEqual(picture);
  expect(new Set(pictures.map(String)).size).toBe(2);
});

test('takes its first examples into memory, and closes the pass', async () => {
  const { stream, seen } = watched(10);
  const data = await stream.take(3);
  expect([data.name, data.length, data.labels]).toEqual(['points', 3, Int32Array.of(0, 1, 2)]);
  expect(seen).toEqual({ opened: 1, closed: 1, given: 3 });
  await expect(stream.take(11)).rejects.toThrow('count must be at most the 10 examples of "points", got 11');
});
