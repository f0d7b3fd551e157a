import { adam, type BatchSource, createRng, type DataSpec, fit, load, toBytes } from '@genmodels/core';
import { modelLaws, samplerLaws } from '@genmodels/core/testing';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { GatedPixelCnn } from './gated-pixel-cnn.ts';

const spec: DataSpec = { shape: [4, 5, 1], domain: 'binary' };
const tiny = { spec, filters: 4, layers: 2, firstKernelSize: 5, hidden: 5, seed: 1 };

const source: BatchSource = {
  spec,
  stepsPerEpoch: 4,
  batch: (step) => ({ x: tf.tidy(() => tf.round(createRng(1).fork(step).uniform([6, ...spec.shape]))) }),
};

describe.each([0, 2])('GatedPixelCnn of %i classes', (classes) => {
  const labelled = { ...source, batch: async (step: number) => ({ ...(await source.batch(step)), labels: tf.tensor1d([0, 1, 1, 0, 1, 0], 'int32') }) };
  const laws = modelLaws({
    create: () => new GatedPixelCnn({ ...tiny, classes }),
    rebuild: (config) => GatedPixelCnn.fromConfig(config),
    save: toBytes,
    load: (bytes) => load(bytes, [GatedPixelCnn]),
    source: classes > 0 ? labelled : source,
    random: false,
  });
  test.each(laws)('$name', ({ run }) => run());
});

test.each(samplerLaws({ create: () => new GatedPixelCnn(tiny), spec }))('$name', ({ run }) => run());

const colours: DataSpec = { shape: [3, 4, 3], domain: { levels: 3 } };

test.each([
  ['black and white', tiny, {}],
  ['colours of three levels', { ...tiny, spec: colours, filters: 6, hidden: 6 }, {}],
  ['classes', { ...tiny, classes: 3 }, { condition: { labels: [0, 2, 1, 1] } }],
])('%s: the incremental sampler draws what the slow one draws', async (_, options, more) => {
  const model = new GatedPixelCnn(options);
  const before = tf.memory().numTensors;
  const [fast, slow] = [true, false].map((incremental) => model.sample({ count: 4, seed: 7, incremental, ...more }));
  const [a, b] = [await (await fast!).array(), await (await slow!).array()];
  expect(a).toEqual(b);
  tf.dispose([await fast!, await slow!]);
  expect(tf.memory().numTensors).toBe(before);
  model.dispose();
});

test('it learns', async () => {
  const model = new GatedPixelCnn(tiny);
  const rows = { ...source, batch: () => ({ x: tf.tile(tf.reshape(tf.tensor1d([0, 1, 0, 1]), [1, 4, 1, 1]), [4, 1, 5, 1]) }) };
  const { history } = await fit(model, rows, { steps: 120, seed: 0, optimizer: adam({ learningRate: 0.02 }) });
  expect(history.at(-1)!.values['likelihood']).toBeLessThan(3);
  model.dispose();
});
