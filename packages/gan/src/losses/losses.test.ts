import { createRng, registerGradients } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { leastSquares } from './least-squares.ts';
import { minimax } from './minimax.ts';
import { nonSaturating } from './non-saturating.ts';
import { wassersteinGp } from './wasserstein-gp.ts';

beforeAll(registerGradients);

const D = (logit: number): number => 1 / (1 + Math.exp(-logit));

test.each([nonSaturating, minimax])('smoothing makes the target of real examples 1 - s in the cross-entropy', (loss) => {
  const [real, fake, s] = [0.7, -0.4, 0.2];
  const value = loss({ labelSmoothing: s }).discriminator(tf.scalar(real), tf.scalar(fake)).dataSync()[0];
  expect(value).toBeCloseTo(-(1 - s) * Math.log(D(real)) - s * Math.log(1 - D(real)) - Math.log(1 - D(fake)), 5);
});

test('and in the squared error; the generator keeps its target', () => {
  const smooth = leastSquares({ labelSmoothing: 0.1 });
  expect(smooth.discriminator(tf.scalar(2), tf.scalar(3)).dataSync()[0]).toBeCloseTo((1.1 ** 2 + 9) / 2, 5);
  expect(smooth.generator(tf.scalar(3)).dataSync()[0]).toBeCloseTo(2, 5);
});

test('the penalty of wassersteinGp is weight (slope - 1)^2', () => {
  const critic = (x: tf.Tensor) => tf.sum(tf.mul(x, 3), 1); // slope 3 sqrt(2)
  const x = tf.ones([4, 2]);
  const penalty = wassersteinGp({ weight: 5 }).penalty!(critic, x, tf.neg(x), createRng(0)).dataSync();
  for (const value of penalty) expect(value).toBeCloseTo(5 * (3 * Math.SQRT2 - 1) ** 2, 3);
});
