import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { loadGan, loadGenerator } from '@genmodels/gan';
import * as tf from '@tensorflow/tfjs-core';
import { beforeEach, expect, test } from 'vitest';
import { createTerminal } from '../terminal.ts';
import { trainGanDefaults } from './options.ts';
import { trainGan } from './train-gan.ts';

let out: string;
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'genmodels-'));
  tf.removeBackend('simd'); // the command starts it with all threads
  return () => rm(out, { recursive: true });
});

const surroundings = () => ({ terminal: createTerminal(new PassThrough()), signal: new AbortController().signal });
const options = () => ({ ...trainGanDefaults, size: 40, batch: 10, steps: 1, width: 1, 'evaluation-samples': 20, out });
const reportIn = (folder: string) => readFile(join(folder, 'report.html'), 'utf8');

test('of pictures it leaves both players, the generator alone, pictures and a report, and no tensor', async () => {
  const before = tf.memory().numTensors;
  await trainGan('train gan', { ...options(), conditional: true, augment: ['translation'] }, surroundings());
  expect(tf.memory().numTensors).toBe(before);
  expect((await readdir(out)).sort()).toEqual([
    'generator.safetensors',
    'interpolations.png',
    'loss.svg',
    'model.safetensors',
    'neighbors.png',
    'projections.png',
    'report.html',
    'samples.png',
  ]);
  const gan = await loadGan(join(out, 'model.safetensors'));
  expect(gan.config).toMatchObject({ classes: 10, latent: 64, network: { kind: 'dcgan', width: 1 }, augmentations: ['translation'] });
  const generator = await loadGenerator(join(out, 'generator.safetensors'));
  const [whole, alone] = [gan, generator].map((model) => model.generate(tf.ones([1, 64]), { labels: [3] }).dataSync());
  expect(alone).toEqual(whole);
  for (const model of [gan, generator]) model.dispose();
  for (const part of ['Classifier score', 'Fréchet distance', 'Projections.', 'a row a class: 0, 1, 2', 'share told right'])
    expect(await reportIn(out)).toContain(part);
});

test('pictures of other classes than our classifier knows are compared by its features alone', async () => {
  await trainGan('train gan', { ...options(), data: 'faces' }, surroundings());
  expect(await reportIn(out)).toContain('by the features of cifar10-classifier');
  expect(await reportIn(out)).not.toContain('Classifier score');
});

test('points are drawn on the data, and their modes are counted; every update of the critic sees a batch', async () => {
  const points = { ...options(), data: 'grid', loss: 'wasserstein-gp', steps: 3 } as const;
  const { config, training } = await trainGan('train gan', points, surroundings());
  expect(config).toMatchObject({ latent: 2, network: { kind: 'mlp', hidden: [1, 1, 1] } });
  expect(training.seen).toBe(3 * 5 * 10);
  for (const part of ['Modes covered', 'of 25', '>penalty<', 'samples on as many points', 'Adam with betas 0 and 0.9, 3 steps', '0.001 falling'])
    expect(await reportIn(out)).toContain(part);
});

test('after Ctrl-C what was learned until then is drawn, but not judged', async () => {
  const signal = AbortSignal.abort();
  const { training } = await trainGan('train gan', options(), { ...surroundings(), signal });
  expect(training).toMatchObject({ stopped: 'aborted', steps: 0 });
  expect(await reportIn(out)).toContain('It was stopped before its end.');
  expect(await reportIn(out)).not.toContain('Classifier score');
});

test('series have samples alone', async () => {
  await trainGan('train gan', { ...options(), data: 'sines', loss: 'wasserstein', schedule: 'constant', ema: 0 }, surroundings());
  expect((await readdir(out)).filter((name) => name.endsWith('.png'))).toEqual(['samples.png']);
  expect(await reportIn(out)).toContain('RMSProp, 1 step of batches of 10, learning rate 0.0005</dd>');
});

test('a target cannot be smoothed where there is none', async () => {
  await expect(trainGan('train gan', { ...options(), loss: 'hinge', 'label-smoothing': 0.1 }, surroundings())).rejects.toThrow(
    '--label-smoothing is for --loss non-saturating, minimax, least-squares, hinge has no target',
  );
});
