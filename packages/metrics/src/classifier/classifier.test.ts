import { adam, type BatchSource, createRng, type DataSpec, fit, GenmodelsError, toBytes } from '@genmodels/core';
import { modelLaws } from '@genmodels/core/testing';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Classifier } from './classifier.ts';
import { loadClassifier } from './load-classifier.ts';

const spec: DataSpec = { shape: [5, 6, 1], domain: 'unit' };
const tiny = { spec, classes: 3, filters: [3, 4], kernelSize: 3, hidden: 8, seed: 1 };

/** Noise whose brightness is its class: about 0.2, 0.5 or 0.8. */
const source: BatchSource = {
  spec,
  stepsPerEpoch: 4,
  batch: (step) => {
    const labels = Array.from({ length: 6 }, (_, i) => (i + step) % 3);
    const x = tf.tidy(() => {
      const noise = tf.mul(createRng(1).fork(step).uniform([6, 5, 6, 1]), 0.2);
      return tf.add(noise, tf.reshape(labels.map((label) => 0.1 + 0.3 * label), [6, 1, 1, 1]));
    });
    return { x, labels: tf.tensor1d(labels, 'int32') };
  },
};

describe.each(['simd', 'cpu', 'wasm'])('%s', (backend) => {
  beforeAll(async () => void (await tf.setBackend(backend)));
  afterAll(async () => void (await tf.setBackend('simd')));
  describe.each([['plain', tiny], ['deep, with batch norm', { ...tiny, depth: 2, batchNorm: true }]])('%s', (_, options) => {
    const laws = modelLaws({
      create: () => new Classifier(options),
      rebuild: (config) => Classifier.fromConfig(config),
      save: toBytes,
      load: (bytes) => loadClassifier(bytes),
      source,
    });
    test.each(laws)('$name', ({ run }) => run());
  });
});

test('there are `depth` convolutions of each size, and the last of them halves the picture', () => {
  const model = new Classifier({ ...tiny, depth: 2, batchNorm: true });
  expect(model.layers.map(({ convolution: { kernel, strides, bias } }) => [kernel.shape.slice(2), strides[0], bias])).toEqual([
    [[1, 3], 1, null],
    [[3, 3], 2, null],
    [[3, 4], 1, null],
    [[4, 4], 2, null],
  ]);
  expect(model.hidden.kernel.shape).toEqual([2 * 2 * 4, 8]); // 5 x 6 to 3 x 3 to 2 x 2
  model.dispose();
});

test('batch norm uses the batch in training, and what it has seen of them afterwards', async () => {
  const model = new Classifier({ ...tiny, dropout: 0, batchNorm: true });
  const [{ norm }] = model.layers as [Classifier['layers'][number]];
  await fit(model, source, { steps: 3, seed: 0 });
  expect(Math.max(...(await norm!.mean.data()).map(Math.abs))).toBeGreaterThan(0);
  const { x, labels } = await source.batch(0);
  const [one, many] = tf.tidy(() => [tf.slice(model.logits(x), 0, 1), model.logits(tf.slice(x, 0, 1))]);
  expect([...(await one!.data())].map((logit) => logit.toFixed(5))).toEqual([...(await many!.data())].map((logit) => logit.toFixed(5)));
  tf.dispose([x, labels!, one!, many!]);
  model.dispose();
});

test('it learns to tell the classes apart', async () => {
  const model = new Classifier({ ...tiny, dropout: 0 });
  await fit(model, source, { steps: 60, seed: 0, optimizer: adam({ learningRate: 0.02 }) });
  const { x, labels } = await source.batch(1000);
  const predicted = model.predict(x);
  expect(predicted.dtype).toBe('int32');
  expect([...(await predicted.data())]).toEqual([...(await labels!.data())]);
  tf.dispose([x, labels!, predicted]);
  model.dispose();
});

test('the logits are the last layer of the features, and the largest is the prediction', async () => {
  const model = new Classifier(tiny);
  const { x, labels } = await source.batch(0);
  const [features, logits, predicted] = [model.features(x), model.logits(x), model.predict(x)];
  expect([features.shape, logits.shape, predicted.shape]).toEqual([[6, 8], [6, 3], [6]]);
  expect(Math.min(...(await features.data()))).toBeGreaterThanOrEqual(0);
  const again = model.output.apply(features);
  expect(await again.data()).toEqual(await logits.data());
  const rows = (await logits.array()) as number[][];
  expect([...(await predicted.data())]).toEqual(rows.map((row) => row.indexOf(Math.max(...row))));
  tf.dispose([x, labels!, features, logits, predicted, again]);
  model.dispose();
});

test('the objective is the cross-entropy in nats; dropout is for training only', async () => {
  const model = new Classifier(tiny);
  const [objective] = model.objectives();
  const batch = await source.batch(0);
  const lossOf = (mode: 'train' | 'infer', seed: number) => {
    const { loss, metrics } = tf.tidy(() => ({ ...objective!.loss(batch, createRng(seed), { step: 0, mode }) }));
    const values = [loss.dataSync()[0]!, metrics!['accuracy']!.dataSync()[0]!];
    tf.dispose([loss, metrics!['accuracy']!]);
    return values as [number, number];
  };
  const logits = model.logits(batch.x);
  const labels = [...(await batch.labels!.data())];
  const rows = (await logits.array()) as number[][];
  const nats = rows.map((row, i) => Math.log(row.reduce((sum, logit) => sum + Math.exp(logit), 0)) - row[labels[i]!]!);
  const right = rows.filter((row, i) => row.indexOf(Math.max(...row)) === labels[i]);
  const [loss, accuracy] = lossOf('infer', 0);
  expect(loss).toBeCloseTo(nats.reduce((sum, value) => sum + value / 6, 0), 5);
  expect(accuracy).toBeCloseTo(right.length / 6, 6);
  expect(lossOf('infer', 1)).toEqual([loss, accuracy]);
  expect(lossOf('train', 0)[0]).not.toBe(lossOf('train', 1)[0]);
  tf.dispose([logits, batch.x, batch.labels!]);
  model.dispose();
});

test.each<[string, () => unknown, string]>([
  ['an unknown option', () => new Classifier({ spec, hiden: 3 } as never), 'Classifier has no option "hiden"; its options are spec, classes'],
  ['one class', () => new Classifier({ spec, classes: 1 }), 'Classifier.classes must be an integer of at least 2, got 1'],
  ['no convolution', () => new Classifier({ spec, filters: [] }), 'Classifier.filters must be a list of at least 1 items, got []'],
  ['points', () => new Classifier({ spec: { shape: [2], domain: 'real' } }), 'Classifier.spec must be of pictures, [height, width, channels], got [2]'],
])('%s is refused', (_, run, message) => {
  const before = tf.memory().numTensors;
  expect(run).toThrow(GenmodelsError);
  expect(run).toThrow(message);
  expect(tf.memory().numTensors).toBe(before);
});

test('wrong shapes and missing labels are refused with what was expected', async () => {
  const model = new Classifier(tiny);
  const wrong = tf.zeros([2, 6, 5, 1]);
  const message = 'x must be a tensor of shape [batch, 5, 6, 1], got float32 [2, 6, 5, 1]';
  for (const use of [() => model.logits(wrong), () => model.predict(wrong), () => model.features(wrong)]) expect(use).toThrow(message);
  const bare: BatchSource = { spec, batch: () => ({ x: tf.zeros([2, 5, 6, 1]) }) };
  await expect(fit(model, bare, { steps: 1, seed: 0 })).rejects.toThrow('a Classifier needs an int32 label for each of 2 pictures, got undefined');
  const few: BatchSource = { spec, batch: () => ({ x: tf.zeros([2, 5, 6, 1]), labels: tf.zeros([3], 'int32') }) };
  await expect(fit(model, few, { steps: 1, seed: 0 })).rejects.toThrow('got int32 [3]');
  wrong.dispose();
  model.dispose();
});
