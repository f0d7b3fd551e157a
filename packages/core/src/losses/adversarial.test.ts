import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { registerGradients } from '../gradients/register.ts';
import { type AdversarialLoss, hinge, leastSquares, minimax, nonSaturating, wasserstein } from './adversarial.ts';

beforeAll(registerGradients);

const D = (logit: number): number => 1 / (1 + Math.exp(-logit));
const logits = { real: [-2, 0.3, 1.5], fake: [0.7, -0.4, 2] };

type Formulas = { discriminator(real: number, fake: number): number; generator(fake: number): number };
const crossEntropy = (real: number, fake: number): number => -Math.log(D(real)) - Math.log(1 - D(fake));
const squaredErrors = (real: number, fake: number): number => ((real - 1) ** 2 + fake ** 2) / 2;
const margins = (real: number, fake: number): number => Math.max(0, 1 - real) + Math.max(0, 1 + fake);

test.each<[string, AdversarialLoss, Formulas]>([
  ['nonSaturating', nonSaturating, { discriminator: crossEntropy, generator: (fake) => -Math.log(D(fake)) }],
  ['minimax', minimax, { discriminator: crossEntropy, generator: (fake) => Math.log(1 - D(fake)) }],
  ['leastSquares', leastSquares, { discriminator: squaredErrors, generator: (fake) => (fake - 1) ** 2 / 2 }],
  ['hinge', hinge, { discriminator: margins, generator: (fake) => -fake }],
  ['wasserstein', wasserstein, { discriminator: (real, fake) => fake - real, generator: (fake) => -fake }],
])('%s is its formula, example by example', (_, loss, formulas) => {
  const discriminator = loss.discriminator(tf.tensor1d(logits.real), tf.tensor1d(logits.fake)).dataSync();
  const generator = loss.generator(tf.tensor1d(logits.fake)).dataSync();
  logits.real.forEach((real, i) => {
    expect(discriminator[i]).toBeCloseTo(formulas.discriminator(real, logits.fake[i]!), 5);
    expect(generator[i]).toBeCloseTo(formulas.generator(logits.fake[i]!), 5);
  });
});

test('where D is sure, the minimax generator has no slope left and the non-saturating one its full slope', () => {
  const rejected = tf.scalar(-30);
  expect(tf.grad((fake) => minimax.generator(fake))(rejected).dataSync()[0]).toBeCloseTo(0, 6);
  expect(tf.grad((fake) => nonSaturating.generator(fake))(rejected).dataSync()[0]).toBeCloseTo(-1, 6);
});

test('both pull the generator the same way: towards higher logits', () => {
  for (const { generator } of [nonSaturating, minimax, hinge, wasserstein]) {
    expect(tf.grad((fake) => generator(fake))(tf.scalar(0)).dataSync()[0]).toBeLessThan(0);
  }
});

test('huge logits stay finite', () => {
  const [low, high] = [tf.scalar(-1e6), tf.scalar(1e6)];
  expect(nonSaturating.discriminator(low, high).dataSync()[0]).toBe(2e6);
  expect(minimax.generator(high).dataSync()[0]).toBe(-1e6);
});

test('each leaves only its result', () => {
  const scores = tf.ones([3]);
  const before = tf.memory().numTensors;
  for (const { discriminator, generator } of [nonSaturating, minimax, leastSquares, hinge, wasserstein]) {
    tf.dispose([discriminator(scores, scores), generator(scores)]);
  }
  expect(tf.memory().numTensors).toBe(before);
});
