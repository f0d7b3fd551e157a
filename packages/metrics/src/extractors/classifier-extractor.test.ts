import { GenmodelsError } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { Classifier } from '../classifier/classifier.ts';
import { extractFeatures } from '../features/extract-features.ts';
import { classifierExtractor } from './classifier-extractor.ts';

const tiny = { spec: { shape: [5, 6, 1], domain: 'unit' }, classes: 3, filters: [3], hidden: 8, seed: 1 } as const;

test.each([0, 3])('with %d of textures: its features are those of the classifier, its probabilities the softmax of the logits', async (textures) => {
  const classifier = new Classifier({ ...tiny, filters: [3, 4], depth: 2 });
  const extractor = classifierExtractor(classifier, { name: 'mine', hash: 'abc', textures });
  const x = tf.ones([2, 5, 6, 1]);
  const features = extractor.features(x);
  const own = tf.tidy(() => tf.concat([tf.mul(classifier.textures(x), textures), classifier.features(x)].slice(textures === 0 ? 1 : 0), 1));
  const pairs = [[features, own], [extractor.probabilities(features), tf.tidy(() => tf.softmax(classifier.logits(x)))]] as const;
  for (const [actual, expected] of pairs) expect(await actual.data()).toEqual(await expected.data());
  const { width, origin } = await extractFeatures(x, { extractor });
  expect({ width, origin }).toEqual({ width: textures === 0 ? 8 : 3 + 4 + 8, origin: { extractor: { name: 'mine', hash: 'abc' }, preprocessing: 'none' } });
  tf.dispose([x, ...pairs.flat()]);
  extractor.dispose();
});

test('textures are the mean answers of the last convolution at each size', async () => {
  const classifier = new Classifier({ ...tiny, filters: [3, 4], depth: 2 });
  const x = tf.ones([2, 5, 6, 1]);
  const expected = tf.tidy(() => {
    const maps: tf.Tensor4D[] = [];
    for (const layer of classifier.layers) maps.push(layer.apply(maps.at(-1) ?? (x as tf.Tensor4D), 'infer'));
    return tf.concat([tf.mean(maps[1]!, [1, 2]), tf.mean(maps[3]!, [1, 2])], 1);
  });
  const textures = classifier.textures(x);
  expect(textures.shape).toEqual([2, 7]);
  expect(await textures.data()).toEqual(await expected.data());
  tf.dispose([x, expected, textures]);
  classifier.dispose();
});

test('it refuses pictures of another shape, and frees its classifier', async () => {
  const before = tf.memory().numTensors;
  const extractor = classifierExtractor(new Classifier(tiny), { name: 'mine', textures: 1 });
  expect('hash' in extractor).toBe(false);
  const wrong = tf.zeros([2, 6, 5, 1]);
  expect(() => extractor.features(wrong)).toThrow(GenmodelsError);
  expect(() => extractor.features(wrong)).toThrow('mine resizes nothing, so its examples must be a tensor of shape [batch, 5, 6, 1], got float32 [2, 6, 5, 1]');
  await expect(extractFeatures(wrong, { extractor })).rejects.toThrow('mine resizes nothing');
  wrong.dispose();
  extractor.dispose();
  expect(tf.memory().numTensors).toBe(before);
});
