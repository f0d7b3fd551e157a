import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTerminal } from '../terminal.ts';
import { loadAutoregressive } from './models.ts';
import { trainPixelcnnDefaults } from './options.ts';
import { trainPixelcnn } from './train-pixelcnn.ts';

let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'genmodels-'));
  tf.removeBackend('simd'); // the command starts it with all threads
});
afterAll(() => rm(out, { recursive: true }));

const surroundings = () => ({ terminal: createTerminal(new PassThrough()), signal: new AbortController().signal });
const options = () => ({ ...trainPixelcnnDefaults, size: 20, batch: 10, epochs: 1, filters: 1, layers: 0, backend: 'simd' as const, out });

test('it leaves a model, pictures and a report, and no tensor', async () => {
  const before = tf.memory().numTensors;
  await trainPixelcnn('train pixelcnn', { ...options(), model: 'pixelcnn' }, surroundings());
  expect(tf.memory().numTensors).toBe(before);
  expect((await readdir(out)).sort()).toEqual(['completions.png', 'loss.svg', 'model.safetensors', 'report.html', 'samples.png']);
  const model = await loadAutoregressive(join(out, 'model.safetensors'));
  expect(model.config).toMatchObject({ filters: 1, blocks: 0 });
  model.dispose();
  expect(await readFile(join(out, 'report.html'), 'utf8')).toContain('As a file');
});

test('points are refused', async () => {
  await expect(trainPixelcnn('train pixelcnn', { ...options(), data: 'ring' }, surroundings())).rejects.toThrow('--data must be pictures');
});
