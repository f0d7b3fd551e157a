import { createRng, type DataSpec, type PixelDistribution } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import type { PixelOutput } from '../output.ts';
import { bernoulli } from './bernoulli.ts';
import { categorical } from './categorical.ts';
import { logisticMixture } from './logistic-mixture.ts';

/** log p(pixel) in nats by the masses, colour by colour. */
function logProbOfMasses(distribution: PixelDistribution, levels: readonly number[], parameters: Float32Array): number {
  const [pixel, masses] = [new Float32Array(levels.length), new Float64Array(distribution.levels)];
  return levels.reduce((sum, level, colour) => {
    distribution.masses({ parameters, pixel, colour }, masses);
    pixel[colour] = level / (distribution.levels - 1);
    return sum + Math.log(masses[level]! / masses.reduce((a, b) => a + b));
  }, 0);
}

/** All pixels of so many levels and colours. */
function allPixels(levels: number, channels: number): number[][] {
  return Array.from({ length: levels ** channels }, (_, i) => Array.from({ length: channels }, (_, colour) => Math.floor(i / levels ** colour) % levels));
}

const cases: readonly [name: string, output: PixelOutput, channels: number, domain: DataSpec['domain']][] = [
  ['bernoulli', bernoulli(), 3, 'binary'],
  ['categorical', categorical(), 3, { levels: 5 }],
  ['categorical of one colour', categorical(), 1, { levels: 256 }],
  ['logisticMixture of two levels', logisticMixture({ components: 3 }), 2, 'binary'],
  ['logisticMixture', logisticMixture({ components: 4 }), 3, { levels: 6 }],
  ['logisticMixture of one colour', logisticMixture(), 1, { levels: 256 }],
];

test.each(cases.flatMap((one) => [0.5, 3].map((spread) => [...one, spread] as const)))('%s: the masses of every pixel are those of logProb, %#', async (_, output, channels, domain, spread) => {
  const distribution = output.distribution({ shape: [1, 1, channels], domain });
  const pixels = allPixels(distribution.levels, channels);
  const parameters = createRng(2).fillNormal(new Float32Array(distribution.parameters)).map((value) => spread * value);
  const logProb = tf.tidy(() => {
    const x = tf.div(tf.tensor(pixels, [pixels.length, 1, 1, channels], 'float32'), distribution.levels - 1);
    const all = tf.tile(tf.tensor(parameters, [1, 1, 1, distribution.parameters]), [pixels.length, 1, 1, 1]);
    return distribution.logProb(x as tf.Tensor4D, all as tf.Tensor4D);
  });
  const wanted = await logProb.data();
  const gaps = pixels.map((levels, i) => Math.abs(logProbOfMasses(distribution, levels, parameters) - wanted[i]!) / Math.max(1, Math.abs(wanted[i]!)));
  expect(Math.max(...gaps)).toBeLessThan(2e-5);
  logProb.dispose();
});
