import type { DataSpec, PixelDraw } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { drawRows } from './draw-rows.ts';
import { PixelCnn } from './pixel-cnn.ts';
import type { PixelModel } from './pixel-model.ts';

const spec: DataSpec = { shape: [4, 5, 1], domain: 'binary' };

/** A model that calls this before each draw. */
function watched(model: PixelModel, onDraw: () => void): PixelModel {
  const { spec, network, conditioner, distribution } = model;
  const draw = (from: PixelDraw) => (onDraw(), distribution.draw(from));
  return { spec, network, conditioner, distribution: { ...distribution, draw } };
}

async function takeRows(rows: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _ of rows) count++;
  return count;
}

test.each([true, false])('an abort in the middle of a row ends it before the next pixel (incremental: %s)', async (incremental) => {
  const model = new PixelCnn({ spec, filters: 2, blocks: 1, hidden: 2, classes: 2 });
  const before = tf.memory().numTensors;
  const [controller, reason] = [new AbortController(), new Error('enough')];
  let draws = 0;
  const aborting = watched(model, () => ++draws === 7 && controller.abort(reason)); // row 1, column 1
  await expect(takeRows(drawRows(aborting, { count: 1, seed: 0, incremental, condition: { labels: [1] }, signal: controller.signal }))).rejects.toBe(reason);
  expect(draws).toBe(7);
  expect(tf.memory().numTensors).toBe(before);
  model.dispose();
});

test('a timer gets its turn in the middle of a row', async () => {
  const model = new PixelCnn({ spec, filters: 2, blocks: 1, hidden: 2 });
  const controller = new AbortController();
  let draws = 0;
  const slow = watched(model, () => {
    if (++draws === 1) setTimeout(() => controller.abort(), 0);
    for (const start = performance.now(); performance.now() - start < 30; );
  });
  await expect(takeRows(drawRows(slow, { count: 1, seed: 0, signal: controller.signal }))).rejects.toThrow('aborted');
  expect(draws).toBeLessThan(4);
  model.dispose();
});
