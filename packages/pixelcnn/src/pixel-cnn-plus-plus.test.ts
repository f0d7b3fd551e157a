import { adam, type BatchSource, createRng, type DataSpec, fit, load, namedVariables, readWeights, toBytes, withWeights } from '@genmodels/core';
import { modelLaws, samplerLaws } from '@genmodels/core/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { openMachine } from './open-machine.ts';
import { bernoulli } from './outputs/bernoulli.ts';
import { categorical } from './outputs/categorical.ts';
import { logisticMixture } from './outputs/logistic-mixture.ts';
import { PixelCnn } from './pixel-cnn.ts';
import { PixelCnnPlusPlus, type PixelCnnPlusPlusOptions } from './pixel-cnn-plus-plus.ts';
import { pixelLaws } from './testing/pixel-laws.ts';

const spec: DataSpec = { shape: [4, 6, 3], domain: { levels: 5 } };
const tiny = { spec, output: logisticMixture({ components: 2 }), filters: 4, blocks: 1, resolutions: 2, seed: 1 };

const source: BatchSource = {
  spec,
  stepsPerEpoch: 4,
  batch: (step) => ({ x: tf.tidy(() => tf.div(tf.round(tf.mul(createRng(1).fork(step).uniform([6, ...spec.shape]), 4)), 4)) }),
};

describe.each([[2, 0], [1, 2]])('PixelCnnPlusPlus of %i resolutions and %i classes', (resolutions, classes) => {
  const labelled = { ...source, batch: async (step: number) => ({ ...(await source.batch(step)), labels: tf.tensor1d([0, 1, 1, 0, 1, 0], 'int32') }) };
  const laws = modelLaws({
    create: () => new PixelCnnPlusPlus({ ...tiny, resolutions, classes }),
    rebuild: (config) => PixelCnnPlusPlus.fromConfig(config),
    save: toBytes,
    load: (bytes) => load(bytes, [PixelCnnPlusPlus]),
    source: classes > 0 ? labelled : source,
  });
  test.each(laws)('$name', ({ run }) => run());
});

test.each(samplerLaws({ create: () => new PixelCnnPlusPlus(tiny), spec }))('$name', ({ run }) => run());

/** As many resolutions as the images admit. */
function withHalves(options: PixelCnnPlusPlusOptions): PixelCnnPlusPlus {
  const [height, width] = options.spec.shape as [number, number];
  const resolutions = [3, 2].find((count) => [height, width].every((side) => side % 2 ** (count - 1) === 0)) ?? 1;
  const output = logisticMixture({ components: 1 });
  return new PixelCnnPlusPlus({ filters: 3, blocks: 1, resolutions, output, ...options });
}

describe('PixelCnnPlusPlus as a distribution', () => {
  const laws = pixelLaws({
    create: withHalves,
    specs: [
      { shape: [4, 6, 1], domain: 'binary' }, // two resolutions
      { shape: [5, 3, 3], domain: { levels: 3 } }, // one, as odd sizes admit
    ],
    spaces: [
      { shape: [2, 2, 1], domain: { levels: 3 } },
      { shape: [1, 2, 3], domain: 'binary' },
    ],
    pixel: null, // a mixture's temperature is that of its components and of their logistics
  });
  test.each(laws)('$name', ({ run }) => run());
});

// Sizes are multiples of 2^(resolutions - 1). Weights are the initial ones, with some biases: statistics of a few coarse pixels, which see
// little but zeros around the image, would divide by next to nothing.
test.each([
  [1, 1, 3, 5], [1, 2, 4, 3], [2, 1, 2, 2], [2, 2, 6, 4], [3, 1, 8, 4], [3, 2, 4, 8],
])('%i resolutions of %i blocks, %i x %i pixels: at every pixel the incremental sampler has the parameters of the slow one', async (resolutions, blocks, height, width) => {
  const shape = [height, width, 2];
  const model = new PixelCnnPlusPlus({ ...tiny, spec: { shape, domain: { levels: 4 } }, resolutions, blocks });
  const images = createRng(3).fillUniform(new Float32Array(2 * height * width * 2));
  for (const [path, variable] of namedVariables(model)) {
    if (path.endsWith('bias')) tf.tidy(() => variable.assign(createRng(4).fork(path).normal(variable.shape)));
  }
  const [fast, slow] = [await openMachine(model, { count: 2 }), await openMachine(model, { count: 2, incremental: false })];
  for (let row = 0; row < height; row++) {
    for (const machine of [fast, slow]) machine.startRow(row);
    for (let column = 0; column < width; column++) {
      const [got, wanted] = [await fast.parameters(row, column), await slow.parameters(row, column)];
      const largest = Math.max(...wanted.map(Math.abs));
      wanted.forEach((value, i) => expect(Math.abs(value - got[i]!) / largest).toBeLessThan(1e-5));
      const pixels = [0, 1].flatMap((image) => [0, 1].map((channel) => images[((image * height + row) * width + column) * 2 + channel]!));
      for (const machine of [fast, slow]) machine.setPixel(row, column, pixels);
    }
  }
  for (const machine of [fast, slow]) machine.dispose();
  model.dispose();
});

test.each([
  ['three resolutions', { ...tiny, spec: { ...spec, shape: [8, 4, 3] }, resolutions: 3 }, {}],
  ['black and white', { ...tiny, spec: { ...spec, shape: [4, 4, 1], domain: 'binary' as const }, output: bernoulli() }, {}],
  ['classes', { ...tiny, classes: 3 }, { condition: { labels: [0, 2, 1, 1] } }],
  ['PixelCnn, whose output is a mixture', { spec, output: logisticMixture({ components: 2 }), filters: 4, blocks: 1, kernelSize: 3 }, {}],
])('%s: the incremental sampler draws what the slow one draws', async (name, options, more) => {
  const model = name.startsWith('PixelCnn') ? new PixelCnn(options) : new PixelCnnPlusPlus(options);
  const before = tf.memory().numTensors;
  const [fast, slow] = await Promise.all([true, false].map((incremental) => model.sample({ count: 4, seed: 7, incremental, ...more })));
  expect(await fast!.array()).toEqual(await slow!.array());
  tf.dispose([fast!, slow!]);
  expect(tf.memory().numTensors).toBe(before);
  model.dispose();
});

test('a batch initialises it once: what is trained already stays', async () => {
  const model = new PixelCnnPlusPlus(tiny);
  const [objective] = model.objectives();
  const batch = await source.batch(0);
  const weights = async () => [...(await readWeights(model))].map(([path, { values }]) => [path, [...values]] as const);
  const initialize = (seed: number) => tf.tidy(() => objective!.initialize!(batch, createRng(seed)));
  const fresh = new Map(await weights());
  initialize(0);
  const first = await weights();
  const changed = first.filter(([path, values]) => String(values) !== String(fresh.get(path))).map(([path]) => path);
  expect(changed.every((path) => path === 'initialized' || path.endsWith('gain') || path.endsWith('bias'))).toBe(true);
  expect(changed).toHaveLength([...namedVariables(model).keys()].filter((path) => path.endsWith('gain')).length * 2 + 1);
  initialize(1);
  expect(await weights()).toEqual(first);
  tf.dispose(batch.x);
  model.dispose();
});

test('dropout is for training only', async () => {
  const model = new PixelCnnPlusPlus(tiny);
  const [objective] = model.objectives();
  const batch = await source.batch(0);
  const loss = (seed: number, mode: 'train' | 'infer') =>
    tf.tidy(() => objective!.loss(batch, createRng(seed), { step: 0, mode }).loss.dataSync()[0]);
  expect(loss(0, 'infer')).toBe(loss(1, 'infer'));
  expect(loss(0, 'train')).not.toBe(loss(1, 'train'));
  tf.dispose(batch.x);
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
