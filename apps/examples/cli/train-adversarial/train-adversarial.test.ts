import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { loadAdversarialAutoencoder } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';
import { beforeEach, expect, test } from 'vitest';
import { createTerminal } from '../terminal.ts';
import { trainAdversarialDefaults } from './options.ts';
import { trainAdversarial } from './train-adversarial.ts';

let out: string;
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'genmodels-'));
  tf.removeBackend('simd'); // the command starts it with all threads
  return () => rm(out, { recursive: true });
});

const surroundings = () => ({ terminal: createTerminal(new PassThrough()), signal: new AbortController().signal });
const tiny = { size: 60, batch: 20, steps: 2, filters: [2], hidden: [4], 'discriminator-hidden': [4] };
const options = () => ({ ...trainAdversarialDefaults, ...tiny, out });
const reportIn = (folder: string) => readFile(join(folder, 'report.html'), 'utf8');

test('semi-supervised it leaves a model that classifies, pictures and a report, and no tensor', async () => {
  const before = tf.memory().numTensors;
  const run = await trainAdversarial('train', { ...options(), mode: 'semi-supervised', labels: 20, augment: ['shift'] }, surroundings());
  expect(tf.memory().numTensors).toBe(before);
  expect((await readdir(out)).sort()).toEqual(['loss.svg', 'model.safetensors', 'reconstructions.png', 'report.html', 'samples.png', 'styles.png']);
  expect(run.config).toMatchObject({ classes: 10, semiSupervised: true, inputNoise: 0.3, latent: 6, network: { kind: 'conv' } });
  const model = await loadAdversarialAutoencoder(join(out, 'model.safetensors'));
  expect(model.classify(tf.zeros([2, 28, 28, 1])).shape).toEqual([2, 10]);
  model.dispose();
  const parts = ['told the classes of 20 of them', 'with the classes of 20 training images', 'share recognised', 'What it takes for what', 'Styles.', 'model.classify'];
  for (const part of parts) expect(await reportIn(out)).toContain(part);
});

test('conditional it is told the classes, and shows styles', async () => {
  const { config } = await trainAdversarial('train', { ...options(), mode: 'conditional', network: 'mlp' }, surroundings());
  expect(config).toMatchObject({ classes: 10, semiSupervised: false, inputNoise: 0, network: { kind: 'mlp', hidden: [4] } });
  for (const part of ['was told the class of each', 'a row a class: 0, 1, 2', 'Styles.']) expect(await reportIn(out)).toContain(part);
  expect(await reportIn(out)).not.toContain('What it takes for what');
});

test('of points it draws samples alone', async () => {
  const { config } = await trainAdversarial('train', { ...options(), data: 'ring' }, surroundings());
  expect(config).toMatchObject({ classes: 0, latent: 2, network: { kind: 'mlp' } });
  expect((await readdir(out)).filter((name) => name.endsWith('.png'))).toEqual(['samples.png']);
  expect(await reportIn(out)).toContain('Variance of codes');
});

test('after Ctrl-C what was learned until then is looked at', async () => {
  const { training } = await trainAdversarial('train', options(), { ...surroundings(), signal: AbortSignal.abort() });
  expect(training).toMatchObject({ stopped: 'aborted', steps: 0 });
  expect(await reportIn(out)).toContain('It was stopped before its end.');
});

test('data without classes can only be unsupervised', async () => {
  const roll = { ...options(), data: 'swiss-roll', mode: 'semi-supervised' } as const;
  await expect(trainAdversarial('train', roll, surroundings())).rejects.toThrow('--mode semi-supervised needs classes, but swiss-roll has none');
});
