import { adam, createRng, type DataSpec, fit, namedVariables, withWeights } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { categorical } from './outputs/categorical.ts';
import { logisticMixture } from './outputs/logistic-mixture.ts';
import { PixelCnn } from './pixel-cnn.ts';
import { PixelCnnPlusPlus, type PixelCnnPlusPlusOptions } from './pixel-cnn-plus-plus.ts';
import { autoregressiveLaws } from './testing/autoregressive-laws.ts';
import { randomImages } from './testing/image-space.ts';
import { remembersAll } from './testing/machine-law.ts';
import { drawsAlike } from './testing/sampling-laws.ts';

const spec: DataSpec = { shape: [4, 6, 3], domain: { levels: 5 } };
const output = logisticMixture({ components: 2 });
const tiny = { spec, output, filters: 4, blocks: 1, resolutions: 2, seed: 1 };

/** As many resolutions as the images admit. */
function withHalves(options: PixelCnnPlusPlusOptions): PixelCnnPlusPlus {
  const [height, width] = options.spec.shape as [number, number];
  const resolutions = [3, 2].find((count) => [height, width].every((side) => side % 2 ** (count - 1) === 0)) ?? 1;
  return new PixelCnnPlusPlus({ filters: 3, blocks: 1, resolutions, output, ...options });
}

describe('PixelCnnPlusPlus', () => {
  const laws = autoregressiveLaws({
    Model: PixelCnnPlusPlus,
    create: withHalves,
    random: true, // its dropout
    specs: [
      spec, // two resolutions
      { shape: [4, 6, 1], domain: 'binary' },
      { shape: [5, 3, 3], domain: { levels: 3 } }, // one, as odd sizes admit
      { shape: [5, 3, 1], domain: 'binary' },
    ],
    pixel: null, // a mixture's temperature is that of its components and of their logistics
  });
  for (const { name, run } of laws) test(name, run);
});

// Sizes are multiples of 2^(resolutions - 1). Weights are the initial ones, with some biases: those that a few coarse pixels make, which see
// little but zeros around the image, are large and enlarge all rounding.
test.each([
  [1, 1, 3, 5], [1, 2, 4, 3], [2, 1, 2, 2], [2, 2, 6, 4], [3, 1, 8, 4], [3, 2, 4, 8],
])('%i resolutions of %i blocks, %i x %i pixels: at every pixel what is remembered gives the parameters of what is computed anew', async (resolutions, blocks, height, width) => {
  const model = new PixelCnnPlusPlus({ ...tiny, spec: { shape: [height, width, 2], domain: { levels: 4 } }, resolutions, blocks });
  for (const [path, variable] of namedVariables(model)) {
    if (path.endsWith('bias')) tf.tidy(() => variable.assign(createRng(4).fork(path).normal(variable.shape)));
  }
  await remembersAll(model, { count: 2 });
  model.dispose();
});

test.each([
  ['three resolutions', () => withHalves({ ...tiny, spec: { ...spec, shape: [8, 4, 3] } })],
  ['black and white', () => new PixelCnnPlusPlus({ spec: { shape: [4, 4, 1], domain: 'binary' }, filters: 4, blocks: 1, resolutions: 2 })],
  ['PixelCnn, whose output is a mixture', () => new PixelCnn({ spec, output, filters: 4, blocks: 1, kernelSize: 3 })],
])('%s: the incremental sampler draws what the slow one draws', async (_, create) => {
  const model = create();
  await drawsAlike(model);
  model.dispose();
});

test('dropout is for training only', async () => {
  const model = new PixelCnnPlusPlus(tiny);
  const [objective] = model.objectives();
  const x = randomImages(spec, 6, createRng(1));
  const loss = (seed: number, mode: 'train' | 'infer') =>
    tf.tidy(() => objective!.loss({ x }, createRng(seed), { step: 0, mode }).loss.dataSync()[0]);
  expect(loss(0, 'infer')).toBe(loss(1, 'infer'));
  expect(loss(0, 'train')).not.toBe(loss(1, 'train'));
  x.dispose();
  model.dispose();
});

test('it learns, and its averaged weights are there to be evaluated', async () => {
  const model = new PixelCnnPlusPlus({ ...tiny, spec: { ...spec, shape: [4, 4, 3] }, resolutions: 1, dropout: 0.1 });
  const plain = (step: number) => tf.tidy(() => tf.tile(tf.div(tf.round(tf.mul(createRng(2).fork(step).uniform([6, 1, 1, 1]), 4)), 4), [1, 4, 4, 3]));
  const images = { spec: model.spec, batch: (step: number) => ({ x: plain(step) }) }; // each of one grey
  const report = await fit(model, images, { steps: 40, seed: 0, optimizer: adam({ learningRate: 0.05 }), ema: 0.8 });
  const x = plain(1000);
  const loss = async () => {
    const logProb = model.logProb(x);
    const values = [...(await logProb.data())];
    logProb.dispose();
    return -values.reduce((a, b) => a + b) / values.length;
  };
  const uniform = 4 * 4 * 3 * Math.log(5);
  expect(await loss()).toBeLessThan(uniform / 3);
  expect(await withWeights(model, report.ema!, loss)).toBeLessThan(uniform / 3);
  x.dispose();
  model.dispose();
});

test('outputs that leave colours to the network, and sizes that cannot be halved, are refused', () => {
  expect(() => new PixelCnnPlusPlus({ ...tiny, output: categorical() })).toThrow('PixelCnnPlusPlus.output must tie the colours of a pixel by itself');
  expect(() => new PixelCnnPlusPlus({ ...tiny, resolutions: 3 })).toThrow('resolutions must be such that 4x6 pixels can be halved 2 times, got 3');
});

test.each([[[32, 32], 3], [[28, 28], 3], [[8, 8], 2], [[6, 12], 1], [[5, 8], 1]])('%j pixels have %i resolutions where nothing is said', (sides, expected) => {
  const model = new PixelCnnPlusPlus({ spec: { shape: [...sides, 1], domain: 'binary' }, filters: 2, blocks: 1 });
  expect(model.config.resolutions).toBe(expected);
  model.dispose();
});
