import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { loadVae } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';
import { beforeEach, expect, test } from 'vitest';
import { createTerminal } from '../terminal.ts';
import { trainVaeDefaults } from './options.ts';
import { trainVae } from './train-vae.ts';

let out: string;
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'genmodels-'));
  tf.removeBackend('simd'); // the command starts it with all threads
  return () => rm(out, { recursive: true });
});

const surroundings = () => ({ terminal: createTerminal(new PassThrough()), signal: new AbortController().signal });
const quick = { size: 40, batch: 10, steps: 2, hidden: [6], latent: 2, 'likelihood-samples': 2, 'compress-images': 2 };
const options = () => ({ ...trainVaeDefaults, ...quick, 'likelihood-images': 2, out });

test('it leaves a model, pictures and a report, and no tensor', async () => {
  const before = tf.memory().numTensors;
  await trainVae('train vae', options(), surroundings());
  expect(tf.memory().numTensors).toBe(before);
  expect((await readdir(out)).sort()).toEqual([
    'corners.png',
    'interpolations.png',
    'loss.svg',
    'manifold.png',
    'model.safetensors',
    'reconstructions.png',
    'report.html',
    'samples.png',
  ]);
});

test('the network of Burda et al., told the class, is built as the options say', async () => {
  const asked = { ...options(), activation: 'tanh', 'importance-samples': 3, conditional: true, manifold: false, schedule: 'constant', ema: 0.9 } as const;
  const { config } = await trainVae('train vae', asked, surroundings());
  expect(config).toMatchObject({ classes: 10, importanceSamples: 3, network: { kind: 'mlp', hidden: [6], activation: 'tanh' } });
  const vae = await loadVae(join(out, 'model.safetensors'));
  expect(vae.config).toEqual(config);
  vae.dispose();
  const page = await readFile(join(out, 'report.html'), 'utf8');
  for (const part of ['a row a class: 0, 1, 2', 'the bound of 3 draws', 'learning rate 0.001,', 'decay 0.9']) expect(page).toContain(part);
});

test('after Ctrl-C what was learned until then is drawn, but neither sampled nor coded', async () => {
  const { evaluation } = await trainVae('train vae', options(), { ...surroundings(), signal: AbortSignal.abort() });
  expect([evaluation.negativeLogLikelihood, evaluation.coded]).toEqual([undefined, undefined]);
  expect(await readFile(join(out, 'report.html'), 'utf8')).toContain('It was stopped before its end.');
});
