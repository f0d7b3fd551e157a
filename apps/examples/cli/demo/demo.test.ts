import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { toPng } from '@genmodels/datasets';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTerminal } from '../terminal.ts';
import { demo } from './demo.ts';
import { demoDefaults } from './options.ts';
import { demoParts } from './parts.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'genmodels-'));
  await mkdir(join(folder, 'pictures'));
  const pictures = Array.from({ length: 10 }, (_, i) => toPng({ width: 4, height: 4, channels: 1, data: new Uint8Array(16).fill(i) }));
  await Promise.all(pictures.map((png, i) => writeFile(join(folder, 'pictures', `${i}.png`), png)));
  tf.removeBackend('simd'); // the command starts it with all threads
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the demo with small models and ten pictures in the place of its own, and gives what it said. Ctrl-C comes at `stopAt`. */
async function run(out: string, stopAt?: string): Promise<string> {
  const controller = new AbortController();
  const options = { ...demoDefaults, out };
  const { vae, pixelcnn, gan } = demoParts(options);
  const tiny = { data: 'folder', folder: join(folder, 'pictures'), side: 4, batch: 4, epochs: 1, steps: 0 } as const;
  const parts = {
    vae: { ...vae, ...tiny, hidden: [4], manifold: false },
    pixelcnn: { ...pixelcnn, ...tiny, filters: 3, layers: 0 },
    gan: { ...gan, ...tiny, width: 1 },
  };
  let said = '';
  const output = new Writable({
    write(chunk, _, done) {
      said += chunk;
      if (stopAt !== undefined && said.includes(stopAt)) controller.abort();
      done();
    },
  });
  await demo('demo', options, { terminal: createTerminal(output), signal: controller.signal }, parts);
  return said;
}

test('it trains three models, and its first page links to the pages of all', async () => {
  const out = join(folder, 'whole');
  const before = tf.memory().numTensors;
  const said = await run(out);
  expect(tf.memory().numTensors).toBe(before);
  expect(said.match(/^\S.*$/gm)).toEqual([
    'genmodels',
    'A VAE, a PixelCNN and a GAN learn to draw pictures of a folder, on the simd backend of TensorFlow.js.',
    ...['VAE: data', 'VAE: training', 'VAE: evaluation'],
    ...['PixelCNN: training', 'PixelCNN: evaluation', 'PixelCNN: pictures'],
    ...['GAN: data', 'GAN: training', 'GAN: evaluation', 'GAN: pictures'],
    ...['Comparison', 'Side by side', 'Result'],
  ]);
  const page = await readFile(join(out, 'report.html'), 'utf8');
  for (const [, link] of page.matchAll(/href="([^"]+)"/g)) expect(await readdir(join(out, link!, '..'))).toContain('report.html');
  expect(page.match(/href=/g)).toHaveLength(3);
});

test.each([
  ['VAE: training', ['vae']],
  ['PixelCNN: training', ['pixelcnn', 'vae']],
  ['Comparison', ['gan', 'pixelcnn', 'vae']],
])('Ctrl-C at %j leaves the models that were begun, and no page of an older run', async (stopAt, folders) => {
  const out = join(folder, folders.join());
  await mkdir(out);
  await writeFile(join(out, 'report.html'), 'of an older run');
  const said = await run(out, stopAt);
  expect((await readdir(out)).sort()).toEqual(folders);
  for (const name of folders) expect(await readdir(join(out, name))).toContain('model.safetensors');
  expect(said).toContain(`Stopped by Ctrl-C\n  Kept  what was learned, in ${out}\n`);
});
