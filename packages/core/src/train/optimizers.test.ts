import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { adam, adamW } from './adam.ts';
import type { Optimizer, Slots } from './optimizer.ts';
import { rmsProp } from './rms-prop.ts';
import { sgd } from './sgd.ts';

const gradients = [
  [0.5, -2],
  [1.5, 0.25],
  [-1, 0],
];

/** The path of a [1, 2] kernel under fixed gradients. */
function run(optimizer: Optimizer): number[][] {
  return tf.tidy(() => {
    let variable: tf.Tensor = tf.tensor2d([[1, -1]]);
    let slots: Slots = Object.fromEntries(optimizer.slots.map((name) => [name, tf.zerosLike(variable)]));
    return gradients.map((gradient, i) => {
      const step = { learningRate: optimizer.config.learningRate, count: i + 1 };
      ({ value: variable, slots } = optimizer.update(variable, tf.tensor2d([gradient]), slots, step));
      return [...variable.dataSync()];
    });
  });
}

/** The same path by a rule for one number, in double precision. */
function oracle(rule: (w: number, g: number, state: Record<string, number>, t: number) => number): number[][] {
  const states: Record<string, number>[] = [{}, {}];
  let weights = [1, -1];
  return gradients.map((gradient, i) => {
    weights = weights.map((w, j) => rule(w, gradient[j]!, states[j]!, i + 1));
    return weights;
  });
}

function adamRule(rate: number, beta1: number, beta2: number, epsilon: number, decay = 0) {
  return (w: number, g: number, state: Record<string, number>, t: number) => {
    const m = (state['m'] = beta1 * (state['m'] ?? 0) + (1 - beta1) * g);
    const v = (state['v'] = beta2 * (state['v'] ?? 0) + (1 - beta2) * g * g);
    const step = m / (1 - beta1 ** t) / (Math.sqrt(v / (1 - beta2 ** t)) + epsilon);
    return w - rate * step - rate * decay * w;
  };
}

test.each([
  ['adam', adam({ learningRate: 0.1, epsilon: 1e-3 }), adamRule(0.1, 0.9, 0.999, 1e-3)],
  ['adam with beta1 0.5', adam({ learningRate: 0.1, beta1: 0.5, beta2: 0.9 }), adamRule(0.1, 0.5, 0.9, 1e-8)],
  ['adamW', adamW({ learningRate: 0.1, weightDecay: 0.2 }), adamRule(0.1, 0.9, 0.999, 1e-8, 0.2)],
  ['sgd', sgd({ learningRate: 0.1 }), (w: number, g: number) => w - 0.1 * g],
  [
    'sgd with momentum',
    sgd({ learningRate: 0.1, momentum: 0.9 }),
    (w: number, g: number, state: Record<string, number>) => w - 0.1 * (state['u'] = 0.9 * (state['u'] ?? 0) + g),
  ],
  [
    'sgd with nesterov',
    sgd({ learningRate: 0.1, momentum: 0.9, nesterov: true }),
    (w: number, g: number, state: Record<string, number>) => w - 0.1 * (g + 0.9 * (state['u'] = 0.9 * (state['u'] ?? 0) + g)),
  ],
  [
    'rmsProp',
    rmsProp({ learningRate: 0.1, epsilon: 1e-3 }),
    (w: number, g: number, state: Record<string, number>) => {
      state['v'] = 0.9 * (state['v'] ?? 0) + 0.1 * g * g;
      return w - (0.1 * g) / (Math.sqrt(state['v']) + 1e-3);
    },
  ],
] as const)('%s takes the steps of its paper', (_, optimizer, rule) => {
  const expected = oracle(rule);
  run(optimizer).forEach((weights, i) => {
    weights.forEach((weight, j) => expect(weight).toBeCloseTo(expected[i]![j]!, 5));
  });
});

test('adamW leaves biases undecayed', () => {
  const update = (optimizer: Optimizer) => tf.tidy(() => {
    const bias = tf.tensor1d([3]);
    const slots = { mean: tf.zeros([1]), square: tf.zeros([1]) };
    return optimizer.update(bias, tf.tensor1d([1]), slots, { learningRate: 0.1, count: 1 }).value.dataSync()[0];
  });
  expect(update(adamW({ weightDecay: 0.5 }))).toBe(update(adam()));
});

test('an unknown option is refused by name', () => {
  expect(() => adam({ learningrate: 1 } as object)).toThrow('adam has no option "learningrate"');
  expect(() => adam({ beta1: 1 })).toThrow('adam.beta1 must be a finite number of at least 0 and below 1, got 1');
});
