import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { createRng } from '@genmodels/core';
import { toPng } from '@genmodels/datasets';
import { loadGan } from '@genmodels/gan';
import { loadAutoencoder, loadVae } from '@genmodels/vae';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTerminal } from '../terminal.ts';
import { expectToGoOn } from '../testing/expect-to-go-on.ts';
import { loadClassified } from './data.ts';
import { probeFeaturesDefaults } from './options.ts';
import { probeFeatures } from './probe-features.ts';

const side = 8;
let folder: string;
let out: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'genmodels-'));
  await Promise.all(['dark', 'light'].map((name, label) => drawClass(name, label)));
});
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'genmodels-'));
  return () => rm(out, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true }));

/** Twenty small pictures of noise, dark or light. */
async function drawClass(name: string, label: number): Promise<void> {
  await mkdir(join(folder, name));
  for (let i = 0; i < 20; i++) {
    const noise = createRng(label).fork(i);
    const data = Uint8Array.from({ length: side * side }, () => (noise.nextWord() % 128) + 128 * label);
    await writeFile(join(folder, name, `${i}.png`), toPng({ width: side, height: side, channels: 1, data }));
  }
}

const tiny = () => ({
  ...probeFeaturesDefaults,
  ...({ data: 'folder', folder, side, labels: [8], draws: 2, network: 'mlp', hidden: [4], latent: 2, epochs: 1, batch: 16 } as const),
  ...{ 'gan-width': 1, 'gan-steps': 1, out },
});
const surroundings = () => ({ terminal: createTerminal(new PassThrough()), signal: new AbortController().signal });

test('it leaves three models, a picture and a report, and no tensor', async () => {
  tf.removeBackend('simd'); // the command starts it with all threads
  const before = tf.memory().numTensors;
  await probeFeatures('probe-features', tiny(), surroundings());
  expect(tf.memory().numTensors).toBe(before);
  expect((await readdir(out)).sort()).toEqual([
    'autoencoder.safetensors', 'gan.safetensors', 'labelled.png', 'report.html', 'vae.safetensors',
  ]);
  const [vae, autoencoder, gan] = [
    await loadVae(join(out, 'vae.safetensors')), await loadAutoencoder(join(out, 'autoencoder.safetensors')), await loadGan(join(out, 'gan.safetensors')),
  ];
  expect([vae.config.latent, vae.config.classes, autoencoder.config.latent, gan.config.classes]).toEqual([2, 0, 2, 0]);
  for (const model of [vae, autoencoder, gan]) model.dispose();
  const report = await readFile(join(out, 'report.html'), 'utf8');
  for (const part of ['8 labels', 'all 32 labels', 'What cross-validation chose']) expect(report).toContain(part);
  expect(report).toMatch(/Raw pixels: the image itself<\/th><td>\d+<\/td><td>100\.0 ± 0\.0<\/td><td>100\.0<\/td>/); // dark and light
});

test('after Ctrl-C there is no report', async () => {
  tf.removeBackend('simd');
  const before = tf.memory().numTensors;
  const controller = new AbortController();
  const output = new PassThrough().on('data', (text) => String(text).includes('Raw pixels') && controller.abort());
  await probeFeatures('probe-features', tiny(), { terminal: createTerminal(output), signal: controller.signal });
  expect(tf.memory().numTensors).toBe(before);
  expect(await readdir(out)).toEqual([]);
});

test('a run that Ctrl-C ended in its last training goes on to the files that it would have left without', async () => {
  tf.removeBackend('simd');
  await expectToGoOn(probeFeatures, { ...tiny(), 'gan-steps': 3 }, { after: 'GAN', checkpoints: ['autoencoder', 'gan', 'vae'] });
});

test.each([
  ['more labels than images', { labels: [32] }, '--labels must be from 4, two a class, to below the 32 there are, got 32'],
  ['less than two of a class', { labels: [3] }, '--labels must be from 4'],
  ['points', { data: 'ring' as const }, '--data must be pictures, which have pixels, got "ring"'],
])('%s are refused', async (_, change, message) => {
  await expect(loadClassified({ ...tiny(), ...change }, surroundings())).rejects.toThrow(message);
});
