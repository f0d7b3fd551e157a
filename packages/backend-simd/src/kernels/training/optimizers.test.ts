import { adamW, rmsProp } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { runOn, runOnThreads } from '../../testing/compare.ts';
import { startSimd } from '../../testing/start.ts';

beforeAll(() => startSimd({ threads: 2 }));

/** Numbers of many magnitudes, of both signs. */
function numbers(size: number, seed: number): tf.Tensor2D {
  const values = Float32Array.from({ length: size }, (_, i) => Math.sin(i * seed) * 10 ** ((i % 9) - 5));
  return tf.tensor2d(values, [1, size]);
}

const shapes = [1, 7, 100, 20_001];
const rules = { adamW: adamW({ learningRate: 0.01, weightDecay: 0.1 }), rmsProp: rmsProp({ learningRate: 0.01 }) };

/** Three steps of a rule: parameters and slots after the last. */
function steps(rule: (typeof rules)['adamW'], size: number): tf.Tensor[] {
  let value: tf.Tensor = numbers(size, 1);
  let slots = Object.fromEntries(rule.slots.map((name) => [name, tf.zerosLike(value)]));
  for (let count = 1; count <= 3; count++) {
    const gradient = numbers(size, count + 1);
    ({ value, slots } = rule.update(value, gradient, { ...slots }, { learningRate: 0.01, count }) as { value: tf.Tensor; slots: typeof slots });
  }
  return [value, ...Object.values(slots)];
}

test.each(Object.entries(rules))('%s in one kernel gives the bits that core composes of ops', async (_, rule) => {
  for (const size of shapes) {
    const run = () => steps(rule, size);
    expect(await runOn('simd', run)).toEqual(await runOn('cpu', run));
  }
});

test('an average, too', async () => {
  for (const size of shapes) {
    const attributes = { share: 0.125 };
    const fused = () => tf.engine().runKernel('genmodels:AverageStep', { average: numbers(size, 1), value: numbers(size, 2) }, attributes);
    const composed = () => tf.add(numbers(size, 1), tf.mul(tf.sub(numbers(size, 2), numbers(size, 1)), 0.125));
    expect(await runOn('simd', fused as () => tf.Tensor)).toEqual(await runOn('cpu', composed));
  }
});

test('depends not on the threads', async () => {
  const [one, ...more] = await runOnThreads(() => steps(rules.adamW, 50_000));
  for (const result of more) expect(result).toEqual(one);
});
