import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { digits } from '@genmodels/datasets';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { extractorFiles } from '../extractor-files.ts';
import { cifar10Classifier } from './cifar10-classifier.ts';
import type { ClassifierExtractor } from './classifier-extractor.ts';
import { mnistClassifier } from './mnist-classifier.ts';

const readme = readFileSync(new URL('../../extractors/README.md', import.meta.url), 'utf8');

/** The row of the README's table that is about a file. */
const rowOf = (file: string) => readme.split('\n').find((line) => line.startsWith(`| \`${file}\``)) ?? '';

async function recognises(extractor: ClassifierExtractor, x: tf.Tensor, labels: Int32Array): Promise<number> {
  const right = tf.tidy(() => {
    const predicted = tf.argMax(extractor.probabilities(extractor.features(x)), 1);
    return tf.mean(tf.cast(tf.equal(predicted, tf.tensor1d(labels, 'int32')), 'float32'));
  });
  const [share] = await right.data();
  right.dispose();
  return share!;
}

test.each([
  ['mnist', mnistClassifier, [28, 28, 1], 200],
  ['cifar10', cifar10Classifier, [32, 32, 3], 296],
] as const)('%s: the file is the one that the README tells of, and leaves no tensor behind', async (name, open, shape, width) => {
  const before = tf.memory().numTensors;
  expect(readFileSync(extractorFiles[name]()).length).toBeLessThanOrEqual(1e6);
  const extractor = await open();
  expect(extractor.name).toBe(`${name}-classifier`);
  expect(rowOf(`${name}.safetensors`)).toContain(extractor.hash);
  const x = tf.fill([3, ...shape], 0.5);
  const features = extractor.features(x);
  const probabilities = extractor.probabilities(features);
  expect([features.shape, probabilities.shape]).toEqual([[3, width], [3, 10]]);
  for (const row of (await probabilities.array()) as number[][]) expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 5);
  const wrong = tf.zeros([1, shape[0] + 1, shape[1], shape[2]]);
  expect(() => extractor.features(wrong)).toThrow(`${name}-classifier resizes nothing, so its examples must be a tensor of shape [batch, ${shape.join(', ')}]`);
  tf.dispose([x, features, probabilities, wrong]);
  extractor.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test('mnist: it recognises digits that a program has drawn', async () => {
  const data = digits({ count: 100, seed: 5 });
  const x = data.images([...data.labels!.keys()]);
  const extractor = await mnistClassifier();
  expect(await recognises(extractor, x, data.labels!)).toBeGreaterThanOrEqual(0.9);
  extractor.dispose();
  x.dispose();
});

test('the weights may come from elsewhere: bytes, or a server of this machine', async () => {
  const bytes = readFileSync(extractorFiles.mnist());
  const server = createServer((_, answer) => answer.end(bytes)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const extractors = [await mnistClassifier(), await mnistClassifier({ weights: bytes }), await mnistClassifier({ weights: `http://127.0.0.1:${port}/mnist.safetensors` })];
  expect(new Set(extractors.map(({ hash }) => hash)).size).toBe(1);
  for (const extractor of extractors) extractor.dispose();
  await new Promise((resolve) => server.close(resolve));
});

test('a file that is no classifier, or is not there, is refused and leaves no tensor behind', async () => {
  const before = tf.memory().numTensors;
  await expect(mnistClassifier({ weights: new Uint8Array(100) })).rejects.toThrow('[genmodels/corrupt-file]');
  await expect(mnistClassifier({ weights: new URL('nothing.safetensors', extractorFiles.mnist()) })).rejects.toThrow('[genmodels/storage]');
  expect(tf.memory().numTensors).toBe(before);
});
