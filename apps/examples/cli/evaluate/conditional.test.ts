import { PassThrough } from 'node:stream';
import { createRng, type DataSpec, type SampleOptions } from '@genmodels/core';
import { Dataset, digits } from '@genmodels/datasets';
import { PixelCnn } from '@genmodels/pixelcnn';
import { mlp, Vae } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { createTerminal } from '../terminal.ts';
import { checkClasses } from './check-classes.ts';
import { drawSamples } from './draw-samples.ts';
import { evaluate } from './evaluation.ts';
import { likelihoodOf } from './likelihood.ts';
import { evaluateDefaults } from './options.ts';
import { sampleLabels } from './sample-labels.ts';

const spec = { shape: [2, 2, 1], domain: 'binary' } as const;
const surroundings = { terminal: createTerminal(new PassThrough()), signal: new AbortController().signal };

/** Black images, one of each of the classes. */
function dataOf(...labels: number[]): Dataset {
  return Dataset.from({ values: new Float32Array(4 * labels.length), ...spec, labels });
}

/** A model whose samples are given. */
const drawn = (spec: DataSpec, classes: number) => ({ kind: 'spy', config: { spec, classes }, dispose() {}, sample: () => Promise.reject(new Error('drawn')) });
const build = (classes: number) => new PixelCnn({ spec, classes, filters: 2, blocks: 0 });

test('classes are drawn in the shares of the training examples', async () => {
  const model = build(3);
  const asked: SampleOptions[] = [];
  const spy = { kind: 'spy', config: model.config, dispose() {}, sample: (options: SampleOptions) => (asked.push(options), model.sample(options)) };
  const [data, count] = [dataOf(0, 2, 2, 2), 1000];
  tf.dispose([await drawSamples(spy, data, count, { seed: 0 }, surroundings), await drawSamples(spy, data, count, { seed: 0 }, surroundings)]);
  const [labels, again] = asked.map(({ condition }) => Array.from(condition!.labels!)) as [number[], number[]];
  expect(again).toEqual(labels);
  expect([...new Set(labels)].sort()).toEqual([0, 2]);
  const share = labels.filter((label) => label === 2).length / count;
  expect(Math.abs(share - 0.75)).toBeLessThan(4 * Math.sqrt((0.75 * 0.25) / count));
  model.dispose();
});

test('an image is as likely as it is given its class', async () => {
  const model = build(2);
  const data = dataOf(0, 1, 1);
  const [nats] = await likelihoodOf(model, data, 0);
  const logProb = tf.tidy(() => model.logProb(tf.zeros([3, 2, 2, 1]), { labels: tf.tensor1d([0, 1, 1], 'int32') }));
  const [first, second, third] = await logProb.data();
  expect(first).not.toBeCloseTo(second!, 4);
  expect(nats!.value).toBeCloseTo(-(first! + second! + third!) / 3, 5);
  expect(String(nats)).toContain('exact, given the class');
  logProb.dispose();
  model.dispose();
});

test('the bound of a VAE is given the class too', async () => {
  const vae = new Vae({ spec, classes: 2, latent: 2, network: mlp({ hidden: [4] }) });
  const [before] = await likelihoodOf(vae, dataOf(0, 1, 1), 0);
  const [after] = await likelihoodOf(vae, dataOf(1, 0, 0), 0);
  expect(String(before)).toContain('ELBO, one draw of z, given the class');
  expect(after!.value).not.toBeCloseTo(before!.value, 6);
  vae.dispose();
});

test.each([
  ['of the class that is asked for', 0, true],
  ['of the next class', 1, false],
])('samples %s', async (_, shift, obedient) => {
  const data = digits({ count: 200, seed: 0 });
  const model = drawn(data.spec, 10);
  const asked = sampleLabels(model, data, 40, 0)!;
  const samples = data.examples(Array.from(asked, (label) => data.labels!.indexOf((label + shift) % 10)));
  const parts = { train: data, validation: data, test: data };
  const { columns } = await evaluate(model, samples, parts, { ...evaluateDefaults, data: 'digits', resamples: 2 }, surroundings);
  const [own, training] = columns.map(({ scores }) => scores.find(({ metric }) => metric === 'class accuracy')!.value);
  expect(training).toBeGreaterThan(0.8);
  expect(own! > 0.8).toBe(obedient);
  if (!obedient) expect(own).toBeLessThan(0.2);
  samples.dispose();
});

test('points have no classifier', async () => {
  const data = Dataset.from({ values: createRng(0).fillUniform(new Float32Array(120)), shape: [2], domain: 'real', labels: Array.from({ length: 60 }, (_, i) => i % 2) });
  const samples = data.examples(Array.from({ length: 40 }, (_, i) => i));
  const { columns } = await evaluate(drawn(data.spec, 2), samples, { train: data, validation: data, test: data }, { ...evaluateDefaults, data: 'ring', resamples: 2 }, surroundings);
  expect(columns[0]!.scores.map(({ metric }) => metric)).not.toContain('class accuracy');
  samples.dispose();
});

test('a model of classes needs data that have them', () => {
  const model = build(2);
  const parts = (data: Dataset) => ({ train: data, validation: data, test: data });
  expect(() => checkClasses(model, parts(dataOf(0, 1)), 'digits')).not.toThrow();
  expect(() => checkClasses(model, parts(dataOf(0, 2)), 'digits')).toThrow('--data must have the 2 classes');
  expect(() => checkClasses(model, parts(Dataset.from({ values: new Float32Array(4), ...spec })), 'folder')).toThrow('got folder');
  model.dispose();
});
