import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { registerGradients } from '../gradients/register.ts';
import { type ActivationName, activation, activationNames, concatElu, gated } from './activations.ts';

beforeAll(registerGradients);

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

const formulas: Record<ActivationName, (x: number) => number> = {
  relu: (x) => Math.max(x, 0),
  leakyRelu: (x) => Math.max(x, 0.2 * x),
  elu: (x) => (x > 0 ? x : Math.exp(x) - 1),
  swish: (x) => x * sigmoid(x),
  softplus: (x) => Math.log(1 + Math.exp(x)),
  tanh: Math.tanh,
  sigmoid,
};

const at = [-2.5, -0.7, 0.4, 1.9];

test.each(activationNames)('%s: value, first and second derivative', (name) => {
  const f = formulas[name];
  const apply = (x: tf.Tensor): tf.Tensor => activation(name)(x);
  const slope = tf.grad(apply);
  const bend = tf.grad((x) => slope(x));
  const h = 1e-3;
  const x = tf.tensor1d(at);
  const [value, first, second] = [apply(x), slope(x), bend(x)].map((each) => each.dataSync());
  at.forEach((point, i) => {
    expect(value![i]).toBeCloseTo(f(point), 5);
    expect(first![i]).toBeCloseTo((f(point + h) - f(point - h)) / (2 * h), 4);
    expect(second![i]).toBeCloseTo((f(point + h) - 2 * f(point) + f(point - h)) / h ** 2, 4);
  });
});

test('concatElu shows both signs of each channel', () => {
  const y = concatElu(tf.tensor2d([[1, -2]])).dataSync();
  [1, Math.exp(-2) - 1, Math.exp(-1) - 1, 2].forEach((value, i) => expect(y[i]).toBeCloseTo(value, 5));
});

test('gated is tanh of the first half times sigmoid of the second', () => {
  const y = gated(tf.tensor2d([[1, -2, 0.5, 3]])).dataSync();
  expect(y).toHaveLength(2);
  expect(y[0]).toBeCloseTo(Math.tanh(1) * sigmoid(0.5), 5);
  expect(y[1]).toBeCloseTo(Math.tanh(-2) * sigmoid(3), 5);
});
