import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { afterEach, expect, test } from 'vitest';
import type { BatchSource } from '../model.ts';
import { fit } from './fit.ts';
import type { FitOptions } from './fit-options.ts';
import { sgd } from './sgd.ts';
import { circle, NoisyCopy } from './toy-trainables.ts';
import { readWeights, type Weights } from './weights.ts';

afterEach(async () => void (await tf.setBackend('simd')));

/** What a model holds after so many steps, which nothing broke. */
async function after(steps: number): Promise<Weights> {
  const model = new NoisyCopy();
  if (steps > 0) await fit(model, circle, { steps, seed: 0 });
  return readWeights(model).finally(() => model.dispose());
}

/** What it holds when `fit` rejects with such a message. */
async function brokenBy(message: RegExp | string, source: BatchSource, options: Partial<FitOptions> = {}): Promise<Weights> {
  const model = new NoisyCopy();
  await expect(fit(model, source, { steps: 60, seed: 0, ...options })).rejects.toThrow(message);
  return readWeights(model).finally(() => model.dispose());
}

test.each(['simd', 'cpu', 'wasm'])('on %s a model has the last weights, averages and counts of finite losses again', async (backend) => {
  await tf.setBackend(backend);
  const before = tf.memory().numTensors;
  const poisoned: BatchSource = { ...circle, batch: (step) => (step === 45 ? { x: tf.fill([8, 2], Number.NaN) } : circle.batch(step)) };
  const sound = await brokenBy(/batch 45 .* The model has the weights of step 39 again/, poisoned);
  expect(sound).toEqual(await after(39)); // the loss of step 40 was the last that was seen
  expect(await brokenBy(/diverged.* the weights of step 0 again/, circle, { optimizer: sgd({ learningRate: 1e30 }) })).toEqual(await after(0));
  expect(await brokenBy('the last update left', circle, { steps: 1, optimizer: sgd({ learningRate: 3e38 }) })).toEqual(await after(0));
  expect(tf.memory().numTensors).toBe(before);
});

test('an error that broke no numbers leaves what was learned until then', async () => {
  const failing: BatchSource = { ...circle, batch: (step) => (step === 45 ? Promise.reject(new Error('gone')) : circle.batch(step)) };
  expect(await brokenBy('gone', failing)).toEqual(await after(45));
});
