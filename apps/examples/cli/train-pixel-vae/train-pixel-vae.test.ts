import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { loadPixelVae } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';
import { beforeEach, expect, test } from 'vitest';
import { createTerminal } from '../terminal.ts';
import { trainPixelVaeDefaults } from './options.ts';
import { trainPixelVae } from './train-pixel-vae.ts';

let out: string;
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'genmodels-'));
  tf.removeBackend('simd'); // the command starts it with all threads
  return () => rm(out, { recursive: true });
});

const surroundings = () => ({ terminal: createTerminal(new PassThrough()), signal: new AbortController().signal });
const small = { filters: [2], latent: 2, features: 2, 'masked-layers': 1, 'kernel-size': 3 };
const options = () => ({ ...trainPixelVaeDefaults, ...small, size: 20, batch: 10, steps: 2, 'likelihood-images': 2, 'likelihood-samples': 2, out });

test('it leaves a model, pictures and a report, and no tensor', async () => {
  const before = tf.memory().numTensors;
  const { config } = await trainPixelVae('train pixel-vae', options(), surroundings());
  expect(tf.memory().numTensors).toBe(before);
  const files = ['loss.svg', 'model.safetensors', 'reconstructions.png', 'report.html', 'samples.png'];
  expect((await readdir(out)).sort()).toEqual(files);
  const model = await loadPixelVae(join(out, 'model.safetensors'));
  expect(model.config).toEqual(config);
  expect(config).toMatchObject({ latent: 2, features: 2, maskedLayers: 1, kernelSize: 3, network: { kind: 'conv', filters: [2] } });
  model.dispose();
});

test('both comparisons come with their shares, their times and their pictures', async () => {
  const before = tf.memory().numTensors;
  const asked = { ...options(), steps: 1, ablation: true, 'against-vae': true };
  const { evaluation, farSighted, plainVae } = await trainPixelVae('train pixel-vae', asked, surroundings());
  expect(tf.memory().numTensors).toBe(before);
  for (const bound of [evaluation, farSighted!, plainVae!]) {
    expect(bound.negativeElbo.images).toBe(1000);
    expect(bound.klShare).toBeCloseTo(bound.kl / bound.negativeElbo.value, 10);
  }
  expect(farSighted!.training.steps).toBe(1);
  expect((await readdir(out)).filter((name) => name.endsWith('.png'))).toHaveLength(4);
  const page = await readFile(join(out, 'report.html'), 'utf8');
  for (const part of ['static binarization', 'masked layers that see 10 pixels', 'Negative ELBO, plain VAE', 'the defaults of `train vae`'])
    expect(page).toContain(part);
});

test('after Ctrl-C what was learned until then is drawn and measured, but not compared', async () => {
  const asked = { ...options(), ablation: true, 'against-vae': true };
  const run = await trainPixelVae('train pixel-vae', asked, { ...surroundings(), signal: AbortSignal.abort() });
  expect([run.evaluation.negativeLogLikelihood, run.farSighted, run.plainVae]).toEqual([undefined, undefined, undefined]);
  expect(await readFile(join(out, 'report.html'), 'utf8')).toContain('It was stopped before its end.');
});
