import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { load } from '@genmodels/core';
import { GatedPixelCnn } from '@genmodels/pixelcnn';
import { loadVqVae } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';
import { beforeEach, expect, test } from 'vitest';
import { createTerminal } from '../terminal.ts';
import { expectToGoOn } from '../testing/expect-to-go-on.ts';
import { codeSampler } from './code-sampler.ts';
import { trainVqVaeDefaults } from './options.ts';
import { trainVqVae } from './train-vq-vae.ts';

let out: string;
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'genmodels-'));
  tf.removeBackend('simd'); // the command starts it with all threads
  return () => rm(out, { recursive: true });
});

const surroundings = () => ({ terminal: createTerminal(new PassThrough()), signal: new AbortController().signal });
const small = { size: 20, entries: 4, dimensions: 2, width: 2, epochs: 1, batch: 10 };
const smallPrior = { 'prior-filters': 2, 'prior-layers': 0, 'prior-epochs': 1, 'prior-batch': 10, 'evaluation-samples': 20 };
const options = () => ({ ...trainVqVaeDefaults, ...small, ...smallPrior, out });
const reportIn = (folder: string) => readFile(join(folder, 'report.html'), 'utf8');

test('it leaves both models, which draw together, pictures and a report, and no tensor', async () => {
  const before = tf.memory().numTensors;
  const { evaluation } = await trainVqVae('train vq-vae', { ...options(), conditional: true }, surroundings());
  expect(tf.memory().numTensors).toBe(before);
  expect((await readdir(out)).sort()).toEqual([
    'loss.svg',
    'model.safetensors',
    'neighbors.png',
    'prior.safetensors',
    'reconstructions.png',
    'report.html',
    'samples.png',
  ]);
  expect(evaluation.use.entries).toBe(4);
  expect(evaluation.codes.value).toBeLessThan(16 * Math.log(4) * 1.5);
  const vqVae = await loadVqVae(join(out, 'model.safetensors'));
  const prior = await load(join(out, 'prior.safetensors'), [GatedPixelCnn]);
  const images = await codeSampler(vqVae, prior, 1).sample({ count: 3, seed: 0, condition: { labels: [0, 4, 9] } });
  expect(images.shape).toEqual([3, 28, 28, 1]);
  for (const made of [vqVae, prior, images]) made.dispose();
  for (const part of ['Classifier score', 'Fréchet distance', 'of 4', '−log p(codes)', 'Bound on −log p(x)', 'a row a class: 0, 1, 2'])
    expect(await reportIn(out)).toContain(part);
});

test('after Ctrl-C what was learned until then is drawn, but not judged', async () => {
  const { evaluation } = await trainVqVae('train vq-vae', options(), { ...surroundings(), signal: AbortSignal.abort() });
  expect(evaluation.judgements).toBeUndefined();
  expect(await reportIn(out)).toContain('It was stopped before its end.');
});

test.each([
  ['between its trainings', false, ['codes']],
  ['in the second', true, ['codes', 'prior']],
])('a run that Ctrl-C ended %s goes on to the files that it would have left without', async (_, midway, checkpoints) => {
  await expectToGoOn(trainVqVae, { ...options(), 'prior-epochs': 3 }, { after: 'Training of the prior', midway, checkpoints });
});
