import { fit } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { DiagonalBiLstm } from './diagonal-bi-lstm.ts';
import { GatedPixelCnn } from './gated-pixel-cnn.ts';
import { PixelCnn } from './pixel-cnn.ts';
import { PixelCnnPlusPlus } from './pixel-cnn-plus-plus.ts';
import { RowLstm } from './row-lstm.ts';

test.each([PixelCnn, GatedPixelCnn, PixelCnnPlusPlus, RowLstm, DiagonalBiLstm])('%o says that it needs a spec', (Model) => {
  // biome-ignore lint/suspicious/noExplicitAny: what JavaScript may pass
  expect(() => new Model({} as any)).toThrow(`${Model.name}.spec`);
});

const spec = { shape: [3, 4, 1], domain: 'binary' } as const;
const unconditional = () => new PixelCnn({ spec, filters: 2, blocks: 1 });
const images = () => tf.zeros([2, 3, 4, 1]);
const map = () => tf.zeros<tf.Rank.R4>([2, 3, 4, 1]);

test.each<[string, (model: PixelCnn) => unknown, string]>([
  ['labels of images', (model) => model.logProb(images(), { labels: tf.tensor1d([0, 1], 'int32') }), 'labels must not be given to a model without classes'],
  ['maps of images', (model) => model.logProb(images(), { map: map() }), 'map must not be given to a model without one'],
  ['labels of samples', (model) => model.sample({ count: 2, seed: 0, condition: { labels: [0, 1] } }), 'labels must not be given to a model without classes'],
  ['maps of completions', (model) => model.complete(images(), tf.zeros([3, 4]), { seed: 0, condition: { map: map() } }), 'map must not be given to a model without one'],
])('without a condition, it refuses %s', async (_, use, message) => {
  const model = unconditional();
  await expect((async () => use(model))()).rejects.toThrow(`[genmodels/invalid-argument] ${message}`);
  model.dispose();
});

test('data that has what the model does not ask for trains it all the same', async () => {
  const model = unconditional();
  const batch = () => ({ x: images(), labels: tf.tensor1d([0, 1], 'int32'), map: map() });
  expect(await fit(model, { spec, batch }, { steps: 1, seed: 0 })).toMatchObject({ steps: 1 });
  model.dispose();
});
