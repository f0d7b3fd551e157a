import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerGradients, unregisterGradients } from './register.ts';
import { valueAndGradients } from './value-and-gradients.ts';

beforeAll(registerGradients);
afterAll(unregisterGradients);

test('gives the value and a gradient for each variable, null for one that it does not reach', () => {
  const [a, b, unreached] = [tf.variable(tf.scalar(3)), tf.variable(tf.tensor1d([1, 2])), tf.variable(tf.scalar(1))];
  const { value, gradients } = valueAndGradients(() => tf.sum(tf.mul(a, tf.square(b))), [a, unreached, b]);
  expect(value.arraySync()).toBe(15);
  expect(gradients.map((gradient) => gradient?.arraySync() ?? null)).toEqual([5, null, [6, 12]]);
  tf.dispose([value, gradients as tf.Tensor[], a, b, unreached]);
});

test('loses no tensor where it succeeds, and none where the function throws, at any depth', () => {
  const x = tf.variable(tf.tensor1d([0.1, 0.2]));
  const loss = () => tf.sum(tf.tanh(tf.mul(x, tf.exp(x)))) as tf.Scalar;
  const fail = (): never => {
    loss();
    throw new Error('no loss today');
  };
  const withoutGradient = (): tf.Scalar => tf.sum(tf.cast(tf.unique(tf.mul(x, x)).values, 'float32'));
  const cases = [
    () => tf.dispose(Object.values(valueAndGradients(loss, [x])).flat() as tf.Tensor[]),
    () => valueAndGradients(fail, [x]),
    () => valueAndGradients(() => tf.sum(tf.grad(fail)(x)), [x]),
    () => valueAndGradients(withoutGradient, [x]),
  ];
  for (const run of cases) {
    const before = tf.memory().numTensors;
    for (let i = 0; i < 3; i++) {
      try {
        run();
      } catch (error) {
        expect((error as Error).message).toMatch(/no loss today|gradient function not found/);
      }
    }
    expect(tf.memory().numTensors).toBe(before);
  }
  x.dispose();
});

test('wants at least one variable', () => {
  expect(() => valueAndGradients(() => tf.scalar(1), [])).toThrow(/genmodels\/invalid-argument.*at least one variable/);
});
