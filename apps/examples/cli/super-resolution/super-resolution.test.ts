import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { load } from '@genmodels/core';
import { toPng } from '@genmodels/datasets';
import { MultiScale } from '@genmodels/pixelcnn';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTerminal } from '../terminal.ts';
import { expectToGoOn } from '../testing/expect-to-go-on.ts';
import { checkKept } from './check-kept.ts';
import { superResolutionDefaults } from './options.ts';
import { superResolution } from './super-resolution.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'genmodels-'));
  await writePictures(join(folder, 'pictures'), 10);
  tf.removeBackend('simd'); // the command starts it with all threads
});
afterAll(() => rm(folder, { recursive: true }));

const surroundings = () => ({ terminal: createTerminal(new PassThrough()), signal: new AbortController().signal });
const options = (out: string) => ({
  ...superResolutionDefaults,
  ...({ data: 'folder', folder: join(folder, 'pictures'), side: 6 } as const),
  ...{ batch: 4, steps: 2, filters: 3, layers: 0, out: join(folder, out) },
});

test('it leaves a model, pictures and a report, and no tensor', async () => {
  const before = tf.memory().numTensors;
  const done = options('done');
  await superResolution('super-resolution', done, surroundings());
  expect(tf.memory().numTensors).toBe(before);
  expect((await readdir(done.out)).sort()).toEqual(['loss.svg', 'model.safetensors', 'plain.png', 'report.html', 'resolved.png']);
  const model = await load(join(done.out, 'model.safetensors'), [MultiScale]);
  expect(model.config).toMatchObject({ filters: 3, blocks: 0, scale: 4 });
  model.dispose();
  const report = await readFile(join(done.out, 'report.html'), 'utf8');
  expect(report).toContain('2×2 pixels of a test image'); // every fourth of 6
  expect(report).toContain('6 of 6'); // draws of the one test image
});

test('Ctrl-C leaves a model and no report', async () => {
  const controller = new AbortController();
  const output = new PassThrough().on('data', (text) => String(text).includes('Training') && controller.abort());
  const stopped = options('stopped');
  await superResolution('super-resolution', stopped, { terminal: createTerminal(output), signal: controller.signal });
  expect(await readdir(stopped.out)).toEqual(['model.safetensors']);
});

test('a run that Ctrl-C ended in its second training goes on to the files that it would have left without', async () => {
  await expectToGoOn(superResolution, { ...options(''), steps: 4 }, { after: 'given nothing', checkpoints: ['multiScale', 'plain'] });
});

test('points are refused', async () => {
  const ring = { ...options('ring'), data: 'ring' } as const;
  await expect(superResolution('super-resolution', ring, surroundings())).rejects.toThrow('--data must be pictures');
});

test('a draw that does not give back its small image is an error', async () => {
  const model = new MultiScale({ spec: { shape: [4, 4, 1], domain: 'binary' }, filters: 1, blocks: 0 });
  const small = tf.tensor4d([1, 0, 0, 1, 0, 0, 0, 0], [2, 2, 2, 1]);
  const large = await model.superResolve(small, { seed: 0 });
  expect(await checkKept(model, { small, large })).toBe(2);
  await expect(checkKept(model, { small: tf.sub(1, small), large })).rejects.toThrow('subsampling drawn image 0 must give back');
  model.dispose();
});

/** Colours that change from picture to picture. */
async function writePictures(path: string, count: number): Promise<void> {
  await mkdir(path);
  for (let picture = 0; picture < count; picture++) {
    const data = Uint8Array.from({ length: 108 }, (_, i) => (i * 37 + picture * 61) % 256);
    await writeFile(join(path, `${picture}.png`), await toPng({ width: 6, height: 6, channels: 3, data }));
  }
}
